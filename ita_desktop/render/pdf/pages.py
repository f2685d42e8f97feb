"""Pages one after the other: the place on the page, page numbers, anchors, cancelling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf

from ita_desktop.documents import saraban
from ita_desktop.documents.blocks import PageNumbers, PageSetup, Source
from ita_desktop.render.output import Anchor
from ita_desktop.render.pdf.file.structure import Element
from ita_desktop.render.pdf.frame import LONG_EDGE, SHORT_EDGE, Frame, frame_of, measure_of
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.ink import PageInk
from ita_desktop.render.pdf.lines import Line
from ita_desktop.render.pdf.page_marks import show_catch_word, show_number, show_number_through
from ita_desktop.render.pdf.paper import Paper, Place
from ita_desktop.render.pdf.paragraph import Setter
from ita_desktop.render.pdf.tagging import Tagging


class Cancelled(Exception):  # noqa: N818  (a wish, not an error)
    """The caller no longer wants the document."""


class Pages:
    """The pages being filled. ``y`` is how far down the present page is filled, in points."""

    def __init__(
        self,
        paper: Paper,
        setter: Setter,
        *,
        thai_digits: bool,
        through: bool = False,
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.paper = paper
        self.setter = setter
        self.thai_digits = thai_digits
        self._through = through
        self._progress = progress
        self._cancelled = cancelled
        self._setup = PageSetup()
        self._ink: PageInk | None = None
        self._frame = Frame(SHORT_EDGE, LONG_EDGE, 0.0, SHORT_EDGE, 0.0, LONG_EDGE)
        self._number = 0
        self._part = ""
        self._level = 0
        self._first = 0
        """The first page of the present section."""
        self._going_on: Mapping[int, Line] = {}
        """How the pages after the section's first begin, by page of the section, as far as the
        pages before them shall say so."""
        self.openings: dict[int, Line] = {}
        """The first line of each page of the present section."""
        self.parent = paper.structure.root
        """The element in which blocks stand."""
        self.places: list[Place] = []
        """Where the parts of the document begin, in order."""
        self.later: list[Callable[[], None]] = []
        """What is to be done when all pages are filled."""
        self.count = 0
        """Pages finished so far: also the index of the page being filled."""
        self.anchors: list[Anchor] = []
        self.y = 0.0
        self.fresh = True
        """Whether nothing stands on the present page yet."""

    def use(self, setup: PageSetup, part: str = "") -> None:
        """End the present page and set up those that follow; ``part`` names what they begin."""
        self.drop_or_close()
        self._setup, self._first = setup, self.count
        self._going_on, self.openings = {}, {}
        if part:
            self._part, self._level = part, 0
            self.parent = Element(self.paper.structure.root, "Part")

    def go_on(self, openings: Mapping[int, Line]) -> None:
        """Let the pages of the present section say how the next one begins, where that is told."""
        self._going_on = {page: line for page, line in openings.items() if page}

    def trial(self, paper: Paper, openings: Mapping[int, Line]) -> Pages:
        """Pages that go on from here on other paper, to see where each will begin."""
        other = Pages(
            paper,
            self.setter,
            thai_digits=self.thai_digits,
            through=self._through,
            cancelled=self._cancelled,
        )
        other._setup, other._number = self._setup, self._number
        other.go_on(openings)
        return other

    def measure(self) -> float:
        """Width of a line on the pages to come."""
        return measure_of(self._setup)

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
        following = self._area(self._number + 1, self.count + 1)
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
        frame = self._area(self._number if numbered else 0, self.count)
        self._frame = frame
        ink = self._ink = self.paper.ink(frame.width, frame.height)
        self.y = frame.top
        self.fresh = True
        if numbered and self._number > 1 and not self._through:
            numbers, thai = self._setup.numbers, self.thai_digits
            show_number(ink, self.setter, frame, numbers, self._number, thai=thai)
        if self._part:
            up = frame.height - frame.top
            self.paper.bookmark(self._part, 0, up)
            self._part, self._level = "", 1
            number = self.count + 1 if self._through else self._number
            self.places.append(Place(self.count, number, up))

    def _area(self, number: int, page: int) -> Frame:
        numbered = number > 1 and not self._through
        says_next = page - self._first + 1 in self._going_on
        kept_free = saraban.CATCH_WORD_LINES if says_next else 0
        return frame_of(self._setup, self.setter.metrics, numbered=numbered, kept_free=kept_free)

    def close(self) -> None:
        """Finish the present page, if one is begun."""
        if self._ink is None:
            return
        opening = self._going_on.get(self.count - self._first + 1)
        if opening is not None:
            show_catch_word(self._ink, self.setter, self._frame, opening)
        if self._through and self._setup.numbers is not PageNumbers.NONE:
            number, thai = self.count + 1, self.thai_digits
            show_number_through(self._ink, self.setter, self._frame, number, thai=thai)
        self.paper.finish(self._ink, self._frame.width, self._frame.height)
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
        self.paper.bookmark(title, level + self._level, self._frame.height - self.y)

    def tick(self) -> None:
        """Stop here if the document is no longer wanted."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def white(self, points: float) -> None:
        """Leave white, unless the page is fresh."""
        if self._ink is not None and not self.fresh:
            self.y = min(self.y + max(points, 0.0), self._frame.bottom)

    def tagging(self, tag: str) -> Tagging:
        """The element of a new block."""
        return Tagging(self.paper.structure, self.parent, tag)

    def show(
        self,
        galley: Galley,
        start: int,
        end: int,
        x: float,
        y: float,
        tagging: Tagging | None,
        sides: tuple[float, float] = (0.0, inf),
    ) -> float:
        """Show lines ``start`` to ``end`` with their top left corner at ``x``, ``y``.

        ``tagging`` says what they are; without it they are no content, but come back. Returns
        their height in points, and notes where their sources stand: in a cell with these ``sides``.
        """
        if start >= end:
            return 0.0
        ink = self.ink
        lines = galley.lines
        shift = y - lines[start].top
        if tagging is None:
            ink.artifact()
            for line in lines[start:end]:
                ink.label(line, x, shift)
                ink.line(line, x, shift)
            ink.end()
        else:
            self.openings.setdefault(self.count - self._first, lines[start])
            tagging.show(ink, galley, start, end, x, shift)
        for sourced in galley.sources:
            first, last = max(sourced.start, start), min(sourced.end, end)
            if first < last:
                top, bottom = shift + lines[first].top, shift + lines[last - 1].bottom
                self.anchor(sourced.source, top, bottom, *sides)
        self.fresh = False
        return lines[end - 1].bottom - lines[start].top

    def anchor(
        self, source: Source, top: float, bottom: float, left: float = 0.0, right: float = inf
    ) -> None:
        """Note that a source stands on the present page."""
        self.anchors.append(Anchor(source, self.count, top, bottom, left, right))

    def anchor_over(self, source: Source, first: int, top: float) -> None:
        """Note a source that stands from ``top`` of page ``first`` to here."""
        page = first
        while page < self.count:
            self.anchors.append(Anchor(source, page, top, self._frame.bottom))
            page, top = page + 1, self._frame.top
        self.anchor(source, top, self.y)

    def pour(self, galley: Galley, tagging: Tagging, tail: float = 0.0) -> None:
        """Let a galley flow on from here over as many pages as it needs.

        ``tail`` points of what comes after it stand on one page with its last two lines.
        """
        start, count = 0, len(galley.lines)
        while start < count:
            end = galley.fit_paragraphs(start, self.room)
            if end == count and galley.height(start) + tail > self.room:
                end, tail = galley.without_last(start), 0.0
                if end == start and self.fresh:
                    end = count
            elif end == start and self.fresh:
                end = max(galley.fit(start, self.room), start + 1)
            if end > start:
                self.y += self.show(galley, start, end, self._frame.left, self.y, tagging)
                start = end
            if start < count:
                self.turn()
