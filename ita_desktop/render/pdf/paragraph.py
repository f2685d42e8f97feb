"""Paragraphs, headings and lists set into galleys of a given width.

Leading is the font's own: ascent, descent and gap. Indents are to the origin of the first glyph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.documents.blocks import Align, Heading, ListBlock, Paragraph, Run, Source
from ita_desktop.render.pdf.galley import Galley, Part, Sourced, stacked, stays
from ita_desktop.render.pdf.lines import (
    Broken,
    Label,
    Line,
    balanced_room,
    break_line,
    offset,
    stretched,
)
from ita_desktop.render.pdf.words import MeasuredText, Measurer

POINTS_PER_MM = 72 / 25.4
_LABEL_GAP = 300.0
"""White between a list's label and its text in 1/1000 em."""
_WIDEST_LABELS = 0.4
"""Share of the width that labels may take, unless there is room enough beside them."""
_ROOM_BESIDE_LABELS = 3500.0
"""1/1000 em of room beside labels that is enough; with less they stand in the text."""
_LEAST_ROOM = 1000.0
"""A line is never set narrower than one em, whatever the indents say."""
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical measures of the typeface, in em: they give the leading and the baseline."""

    ascent: float
    leading: float


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of a paragraph, in points: how its measured words become lines."""

    width: float
    size: float
    align: Align = Align.LEFT
    left: float = 0.0
    first_line: float = 0.0
    balanced: bool = False


class Setter:
    """Sets text into galleys with one typeface."""

    def __init__(self, measurer: Measurer, metrics: Metrics) -> None:
        self.measurer = measurer
        self.metrics = metrics

    def leading(self, size: float) -> float:
        """Points from one baseline to the next at a type size."""
        return self.metrics.leading * size

    def paragraph(self, block: Paragraph, width: float) -> Galley:
        """A paragraph of the page in a text area of ``width`` points."""
        measured = self.measurer.measure(block.text)
        shape = Shape(
            width,
            block.size,
            block.align,
            block.left * POINTS_PER_MM,
            block.first_line * POINTS_PER_MM,
        )
        return self.set(measured, shape, block.source)

    def heading(self, block: Heading, width: float) -> Galley:
        """A heading: bold, its lines balanced, kept on one page."""
        runs = (Run("\n".join(block.lines), bold=True),)
        shape = Shape(width, block.size, block.align, balanced=True)
        return self.whole(self.set(self.measurer.measure(runs), shape, block.source))

    def centred(
        self, lines: tuple[str, ...], width: float, size: float, *, bold: bool = False
    ) -> Galley:
        """Centred, balanced lines that stand together."""
        runs = (Run("\n".join(lines), bold=bold),)
        shape = Shape(width, size, Align.CENTER, balanced=True)
        return self.whole(self.set(self.measurer.measure(runs), shape, None))

    @staticmethod
    def whole(galley: Galley) -> Galley:
        """The galley as one that no page's end cuts."""
        lines = tuple(line._replace(stays=i > 0) for i, line in enumerate(galley.lines))
        return replace(galley, lines=lines)

    def list_block(self, block: ListBlock, width: float) -> Galley:
        """A list: labels in a column as wide as the widest of their level, text beside it."""
        measured = [
            (self.measurer.measure((Run(item.label),)), self.measurer.measure(item.text))
            for item in block.items
        ]
        return self.set_list(block, measured, width, block.size)

    def set_list(
        self,
        block: ListBlock,
        measured: list[tuple[MeasuredText, MeasuredText]],
        width: float,
        size: float,
    ) -> Galley:
        """A list whose labels and texts are measured already."""
        em = size / 1000
        left = block.left * POINTS_PER_MM
        labels = [label for label, _ in measured]
        columns, hangs = label_columns(block, labels, width / em, left / em)
        galleys: list[tuple[Galley, float, float]] = []
        parts: list[Part] = []
        numbered = any(map(_NUMBER.search, (item.label for item in block.items)))
        for item, (label, text) in zip(block.items, measured, strict=True):
            level = min(item.level, 1)
            start = left + (columns[0] * em if level and hangs else 0.0)
            if not hangs:
                together = (
                    self.measurer.measure((Run(item.label + " "), *item.text))
                    if item.label
                    else text
                )
                shape = Shape(width, size, block.align, min(left, width / 4))
                galley = self.set(together, shape, block.source)
            else:
                shape = Shape(width, size, block.align, start + columns[level] * em)
                galley = self.set(text, shape, block.source)
                if item.label:
                    galley = _labelled(galley, Label(label.lines[0], start))
                    galley = _with_missing(galley, label.missing, block.source)
            galleys.append((galley, 0.0, 0.0))
            begun = parts[-1].end if parts else 0
            parts.append(Part(begun, begun + len(galley.lines), level, not begun, numbered))
        whole = stacked(galleys) if galleys else Galley()
        sources = (
            (Sourced(block.source, 0, len(whole.lines)),) if block.source and whole.lines else ()
        )
        return Galley(whole.lines, sources, whole.missing, tuple(parts))

    def set(self, measured: MeasuredText, shape: Shape, source: Source | None) -> Galley:
        """Break measured words into the lines of a paragraph."""
        em = shape.size / 1000
        left = min(max(shape.left, 0.0), max(shape.width - _LEAST_ROOM * em, 0.0))
        first_left = min(
            max(left + shape.first_line, 0.0), max(shape.width - _LEAST_ROOM * em, 0.0)
        )
        room = max((shape.width - left) / em, _LEAST_ROOM)
        first_room = max((shape.width - first_left) / em, _LEAST_ROOM)
        broken: list[Broken] = []
        for words in measured.lines:
            if shape.balanced and room == first_room:
                tight = balanced_room(words, room)
                broken += break_line(words, tight, tight)
            else:
                broken += break_line(words, room if broken else first_room, room)
        lines: list[Line] = []
        leading = self.metrics.leading * shape.size
        ascent = self.metrics.ascent * shape.size
        count = len(broken)
        size, align = shape.size, shape.align
        top = 0.0
        make = tuple.__new__  # the fields of a Line at once: this is the busiest loop of all
        for index, filled in enumerate(broken):
            words, width, _ = filled
            x, space = (left, room) if index else (first_left, first_room)
            stretch = None
            if align is Align.THAI:
                stretch = stretched(filled, space)
            elif align is not Align.LEFT:
                x += offset(align, width, space) * em
            bottom = top + leading
            stay = index > 0 and stays(index, count)
            fields = (words, x, top, bottom, top + ascent, size, stretch, None, stay)
            lines.append(make(Line, fields))
            top = bottom
        return Galley(
            tuple(lines),
            (Sourced(source, 0, count),) if source else (),
            tuple((character, source) for character in measured.missing),
        )


def label_columns(
    block: ListBlock, labels: Sequence[MeasuredText], width: float, left: float
) -> tuple[dict[int, float], bool]:
    """The room of the labels of either level, and whether there is enough for them to hang.

    All lengths are 1/1000 em; labels that do not hang stand in the text.
    """
    columns = {0: 0.0, 1: 0.0}
    for item, label in zip(block.items, labels, strict=True):
        if item.label:
            level = min(item.level, 1)
            columns[level] = max(columns[level], natural_width(label) + _LABEL_GAP)
    indent = left + columns[0] + columns[1]
    return columns, indent <= max(width * _WIDEST_LABELS, width - _ROOM_BESIDE_LABELS)


def natural_width(measured: MeasuredText) -> float:
    """Width of the longest forced line set without a break, in 1/1000 em."""
    return max(
        (sum(w.width + w.gap for w in line) - line[-1].gap for line in measured.lines if line),
        default=0.0,
    )


def _labelled(galley: Galley, label: Label) -> Galley:
    first, *others = galley.lines
    return replace(galley, lines=(first._replace(label=label), *others))


def _with_missing(galley: Galley, missing: str, source: Source | None) -> Galley:
    if not missing:
        return galley
    found = tuple((character, source) for character in missing)
    return replace(galley, missing=found + galley.missing)
