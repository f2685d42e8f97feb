"""Pages one after the other: the place on the page, page numbers, anchors, cancelling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ita_desktop.documents.blocks import BODY_SIZE, Orientation, PageNumbers, PageSetup, Source
from ita_desktop.render.output import Anchor
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.ink import PageInk
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter
from ita_desktop.thai.digits import to_thai

SHORT_EDGE, LONG_EDGE = 210 * POINTS_PER_MM, 297 * POINTS_PER_MM
"""A4 in points (ระเบียบงานสารบรรณ ข้อ 75)."""
NUMBER_BASELINE = 30 * POINTS_PER_MM
"""Page numbers: baseline 3 cm below the top edge."""
MARGIN_NUMBER_BASELINE = 15 * POINTS_PER_MM
"""Page numbers of reports stand inside the top margin: baseline 1.5 cm below the edge."""
FIRST_BASELINE = 42 * POINTS_PER_MM
"""The first line of text on a numbered page: baseline 4.2 cm below the top edge."""
_LEAST_AREA = 36.0
_EPSILON = 1e-3


class Cancelled(Exception):  # noqa: N818  (a wish, not an error)
    """The caller no longer wants the document."""


class Paper(Protocol):
    """Where finished pages go."""

    def ink(self, width: float, height: float) -> PageInk:
        """Begin a page of this size in points."""

    def finish(self, ink: PageInk, width: float, height: float) -> None:
        """Put down a page."""

    def bookmark(self, title: str, level: int, up: float) -> None:
        """Enter a heading of the present page in the outline."""

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture on the present page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The text area of a page: points right of and below the upper left corner."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """Width of a line."""
        return self.right - self.left


class Pages:
    """The pages being filled. ``y`` is how far down the present page is filled, in points."""

    def __init__(
        self,
        paper: Paper,
        setter: Setter,
        *,
        thai_digits: bool,
        progress: Callable[[int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._paper = paper
        self._setter = setter
        self._thai_digits = thai_digits
        self._progress = progress
        self._cancelled = cancelled
        self._setup = PageSetup()
        self._ink: PageInk | None = None
        self._frame = Frame(SHORT_EDGE, LONG_EDGE, 0.0, SHORT_EDGE, 0.0, LONG_EDGE)
        self._number = 0
        self.count = 0
        """Pages finished so far: also the index of the page being filled."""
        self.anchors: list[Anchor] = []
        self.y = 0.0
        self.fresh = True
        """Whether nothing stands on the present page yet."""

    def use(self, setup: PageSetup) -> None:
        """End the present page and set up those that follow."""
        self.drop_or_close()
        self._setup = setup

    def measure(self) -> float:
        """Width of a line on the pages to come."""
        width = SHORT_EDGE if self._setup.orientation is Orientation.PORTRAIT else LONG_EDGE
        margins = (self._setup.left + self._setup.right) * POINTS_PER_MM
        return max(width - margins, _LEAST_AREA)

    @property
    def frame(self) -> Frame:
        """The text area of the present page."""
        return self._frame

    @property
    def ink(self) -> PageInk:
        """The present page, begun if it is not."""
        self.begin()
        assert self._ink is not None
        return self._ink

    @property
    def room(self) -> float:
        """Points left on the present page."""
        self.begin()
        return self._frame.bottom - self.y

    @property
    def depth(self) -> float:
        """Points of text area on a page that follows the present one."""
        following = self._area(self._number + 1)
        return following.bottom - following.top

    def begin(self) -> None:
        """Begin a page if none is begun."""
        if self._ink is None:
            self.open()

    def open(self, *, numbered: bool = True) -> None:
        """Begin a page, a cover with ``numbered=False``: it is not counted either."""
        if self._ink is not None:
            return
        self.tick()
        if numbered:
            self._number += 1
        frame = self._area(self._number if numbered else 0)
        self._frame = frame
        self._ink = self._paper.ink(frame.width, frame.height)
        self.y = frame.top
        self.fresh = True
        if numbered and self._number > 1 and self._setup.numbers is not PageNumbers.NONE:
            inside = self._setup.numbers is PageNumbers.IN_MARGIN
            baseline = MARGIN_NUMBER_BASELINE if inside else NUMBER_BASELINE
            number = f"- {to_thai(str(self._number)) if self._thai_digits else self._number} -"
            words = self._setter.measurer.plain(number)
            width = sum(w.width + w.gap for w in words) * BODY_SIZE / 1000
            middle = (frame.left + frame.right - width) / 2
            self._ink.words(words, BODY_SIZE, middle, baseline)

    def _area(self, number: int) -> Frame:
        setup = self._setup
        width, height = SHORT_EDGE, LONG_EDGE
        if setup.orientation is Orientation.LANDSCAPE:
            width, height = height, width
        top = setup.top * POINTS_PER_MM
        if number > 1 and setup.numbers is PageNumbers.TOP_CENTER:
            top = FIRST_BASELINE - self._setter.metrics.ascent * BODY_SIZE
        left = min(max(setup.left * POINTS_PER_MM, 0.0), width - _LEAST_AREA)
        right = max(width - setup.right * POINTS_PER_MM, left + _LEAST_AREA)
        bottom = max(height - setup.bottom * POINTS_PER_MM, top + _LEAST_AREA)
        return Frame(width, height, left, right, top, bottom)

    def close(self) -> None:
        """Finish the present page, if one is begun."""
        if self._ink is None:
            return
        self._paper.finish(self._ink, self._frame.width, self._frame.height)
        self._ink = None
        self.fresh = True
        self.count += 1
        if self._progress is not None:
            self._progress(self.count)

    def drop_or_close(self) -> None:
        """End the present page; one on which nothing stands is as if it had not been begun."""
        if self._ink is not None and self.fresh:
            self._ink = None
            self._number -= 1
        self.close()

    def turn(self) -> None:
        """Go on to a new page."""
        self.close()
        self.open()

    def end_page(self) -> None:
        """What follows begins on a new page, unless the present one is fresh."""
        if not self.fresh:
            self.close()

    def bookmark(self, title: str, level: int) -> None:
        """Enter a heading that begins here in the outline."""
        self.begin()
        self._paper.bookmark(title, level, self._frame.height - self.y)

    def picture(self, data: bytes, top: float, height: float, width: float) -> None:
        """Draw a picture centred between the margins, its top at ``top``."""
        frame = self._frame
        x = (frame.left + frame.right - width) / 2
        self._paper.picture(data, x, frame.height - top - height, width, height)

    def tick(self) -> None:
        """Stop here if the document is no longer wanted."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def white(self, points: float) -> None:
        """Leave white, unless the page is fresh."""
        if self._ink is not None and not self.fresh:
            self.y = min(self.y + max(points, 0.0), self._frame.bottom)

    def show(self, galley: Galley, start: int, end: int, x: float, y: float) -> float:
        """Show lines ``start`` to ``end`` with their top left corner at ``x``, ``y``.

        Returns their height in points, and notes where their sources stand.
        """
        if start >= end:
            return 0.0
        ink = self.ink
        lines = galley.lines
        shift = y - lines[start].top
        for line in lines[start:end]:
            ink.line(line, x, shift)
        for sourced in galley.sources:
            first, last = max(sourced.start, start), min(sourced.end, end)
            if first < last:
                top, bottom = shift + lines[first].top, shift + lines[last - 1].bottom
                self.anchor(sourced.source, top, bottom)
        self.fresh = False
        return lines[end - 1].bottom - lines[start].top

    def anchor(self, source: Source, top: float, bottom: float) -> None:
        """Note that a source stands on the present page."""
        self.anchors.append(Anchor(source, self.count, top, bottom))

    def anchor_over(self, source: Source, first: int, top: float) -> None:
        """Note a source that stands from ``top`` of page ``first`` to here."""
        page = first
        while page < self.count:
            self.anchors.append(Anchor(source, page, top, self._frame.bottom))
            page, top = page + 1, self._frame.top
        self.anchor(source, top, self.y)

    def pour(self, galley: Galley) -> None:
        """Let a galley flow on from here over as many pages as it needs."""
        start, count = 0, len(galley.lines)
        while start < count:
            end = galley.fit_paragraphs(start, self.room)
            if end == start:
                if not self.fresh:
                    self.turn()
                    continue
                end = max(galley.fit(start, self.room), start + 1)
            self.y += self.show(galley, start, end, self._frame.left, self.y)
            start = end
            if start < count:
                self.turn()
