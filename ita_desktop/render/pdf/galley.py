"""A galley: lines set to a width, one under the other, not yet cut into pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from ita_desktop.documents.blocks import Source
from ita_desktop.render.pdf.lines import Line

_EPSILON = 1e-3
_COMPANY = 2
"""Lines of a paragraph that stand together at least on either side of a page's end."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """The lines from ``start`` up to ``end`` show a source."""

    source: Source
    start: int
    end: int


class Part(NamedTuple):
    """What the lines from ``start`` up to ``end`` are: a paragraph, or an item of a list."""

    start: int
    end: int
    level: int = -1
    """Of a list's item, 0 or 1; -1 for a paragraph."""
    first: bool = False
    """Whether a list begins here."""
    numbered: bool = False
    """Whether the list's labels are numbers."""


@dataclass(frozen=True, slots=True)
class Galley:
    """Lines from top to bottom; white between paragraphs lies between their tops and bottoms."""

    lines: tuple[Line, ...] = ()
    sources: tuple[Sourced, ...] = ()
    missing: tuple[tuple[str, Source | None], ...] = ()
    """Characters that could not be printed, with the source that holds them."""
    parts: tuple[Part, ...] = ()
    """In order and without gaps; none where all lines are one paragraph."""
    bottoms: tuple[float, ...] = field(init=False, default=(), repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bottoms", tuple([line.bottom for line in self.lines]))

    def height(self, start: int = 0, end: int | None = None) -> float:
        """Points from the top of line ``start`` to the bottom of the line before ``end``."""
        last = len(self.lines) if end is None else end
        return self.bottoms[last - 1] - self.lines[start].top if start < last else 0.0

    def fit(self, start: int, room: float) -> int:
        """The end of the lines from ``start`` that stand in ``room`` points."""
        if start >= len(self.lines):
            return start
        limit = self.lines[start].top + room + _EPSILON
        return max(bisect_right(self.bottoms, limit), start)

    def fit_in_company(self, start: int, room: float) -> int:
        """Like :meth:`fit`, with two lines or none on either side of the cut."""
        end = self.fit(start, room)
        count = len(self.lines)
        if end >= count:
            return end
        if count - end < _COMPANY:
            end = count - _COMPANY
        return end if end - start >= _COMPANY else start

    def fit_paragraphs(self, start: int, room: float) -> int:
        """Like :meth:`fit`, but no paragraph leaves a lone line on either side of the cut."""
        end = self.fit(start, room)
        while start < end < len(self.lines) and self.lines[end].stays:
            end -= 1
        return end

    def without_last(self, start: int) -> int:
        """The end of the lines from ``start`` that stay when the last two go on to another page,
        with as many before them as keep them company; ``start`` where all must go."""
        end = max(len(self.lines) - _COMPANY, start)
        while start < end and self.lines[end].stays:
            end -= 1
        return end

    def head(self) -> float:
        """Height of the least that can stand at the bottom of a page, in points."""
        end = 1
        while end < len(self.lines) and self.lines[end].stays:
            end += 1
        return self.height(0, min(end, len(self.lines)))


EMPTY = Galley()


def stays(index: int, count: int) -> bool:
    """Whether line ``index`` of a paragraph of ``count`` lines must not begin a page."""
    return index > 0 and (index < _COMPANY or count - index < _COMPANY)


def stacked(galleys: list[tuple[Galley, float, float]]) -> Galley:
    """Galleys one under the other, each with the white before and after it in points.

    The white before the first and after the last is left out.
    """
    if len(galleys) == 1:
        return galleys[0][0]
    lines: list[Line] = []
    sources: list[Sourced] = []
    missing: list[tuple[str, Source | None]] = []
    parts: list[Part] = []
    y = after = 0.0
    for galley, before, below in galleys:
        if lines:
            y += max(after, before)
        base = len(lines)
        lines += [
            line._replace(top=line.top + y, bottom=line.bottom + y, baseline=line.baseline + y)
            for line in galley.lines
        ]
        sources += [Sourced(s.source, s.start + base, s.end + base) for s in galley.sources]
        missing += galley.missing
        parts += [
            part._replace(start=part.start + base, end=part.end + base)
            for part in galley.parts or (Part(0, len(galley.lines)),)
        ]
        if galley.lines:
            y += galley.lines[-1].bottom
        after = below
    return Galley(tuple(lines), tuple(sources), tuple(missing), tuple(parts))
