"""A set table poured onto pages: headings repeat, rows split at any line, borders close.

Nothing is refused for being tall. A cell merged down several rows has a region of its own on every
page; its lines flow from region to region while the rows beside it come and go.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.render.pdf.file.structure import Element
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.table_set import ABOVE, AROUND, SetCell, SetRow, SetTable
from ita_desktop.render.pdf.table_tags import TableTags
from ita_desktop.render.pdf.tagging import Tagging

_EPSILON = 1e-3
_TALLEST_HEADING = 0.5
"""Share of a page: a taller heading is printed once, as ordinary rows."""
_COMPANY = 2
"""Lines of the last row that stand with what must not part from the table."""
_LONGEST_CHAIN = 40
"""Rows looked at for what is kept together."""


class _Flow:
    """A cell of which the lines from ``start`` are still to be shown."""

    __slots__ = ("cell", "last", "start", "tagging", "top")

    def __init__(self, cell: SetCell, last: int, tagging: Tagging) -> None:
        self.cell = cell
        self.tagging = tagging
        self.last = last
        self.top = 0.0
        """Where its region on the present page begins (merged cells only)."""
        self.start = 0

    def left_over(self) -> float:
        """Points of lines still to be shown, with the white around them."""
        height = self.cell.galley.height(self.start)
        return height + AROUND if height else 0.0


def table_head(table: SetTable) -> float:
    """Points that the heading and the least of the first row need."""
    return sum(table.heading_heights) + (table.rows[0].head if table.rows else 0.0)


def pour_table(table: SetTable, pages: Pages, element: Element, tail: float = 0.0) -> None:
    """Put a table on the present page and as many more as it takes.

    ``element`` is its own in the structure tree. ``tail`` points of what comes after it stand on
    one page with its last lines.
    """
    _Pour(table, pages, element, tail).pour()


class _Pour:
    def __init__(self, table: SetTable, pages: Pages, element: Element, tail: float) -> None:
        self._table = table
        self._pages = pages
        self._tags = TableTags(pages.paper.structure, element)
        self._heading_height = sum(table.heading_heights)
        self._repeats = self._heading_height <= pages.depth * _TALLEST_HEADING
        self._rows = table.rows if self._repeats else (*table.heading, *table.rows)
        self._tail = tail
        """Points to stay with the last lines; 0.0 once they have their page."""
        self._headed = False
        """Whether the heading has been shown: then it only comes back."""
        self._merged: list[_Flow] = []
        self._first_on_page = True
        """Whether no body row stands under the heading on this page yet."""
        self._turned = False
        """Whether the present page begins with this table: moving on would gain nothing."""

    def pour(self) -> None:
        pages = self._pages
        pages.begin()
        self._turned = pages.fresh
        if not pages.fresh and self._repeats and table_head(self._table) > pages.room:
            pages.turn()
            self._turned = True
        self._begin_page()
        for index, row in enumerate(self._rows):
            self._row(index, row)
        self._end_page()

    def _begin_page(self) -> None:
        if self._repeats:
            self._show_heading()
        self._first_on_page = True
        for flow in self._merged:
            flow.top = self._pages.y

    def _end_page(self) -> None:
        for flow in self._merged:
            self._close_region(flow, self._pages.y)
        pages = self._pages
        pages.ink.across(pages.frame.left, pages.frame.left + self._table.width, pages.y)
        pages.fresh = False

    def _turn(self) -> None:
        self._end_page()
        self._pages.turn()
        self._turned = True
        self._begin_page()

    @property
    def _at_top(self) -> bool:
        return self._turned and self._first_on_page

    def _show_heading(self) -> None:
        pages, table = self._pages, self._table
        tops = [pages.y]
        for height in table.heading_heights:
            tops.append(tops[-1] + height)
        for index, row in enumerate(table.heading):
            tags: Sequence[Tagging | None] = [None] * len(row.cells)
            if not self._headed:
                tags = self._tags.row(row, heading=True)
            for cell, tagging in zip(row.cells, tags, strict=True):
                top = tops[index]
                bottom = tops[min(index + cell.rows, len(tops) - 1)]
                spare = (bottom - top - AROUND - cell.galley.height()) / 2
                self._show(cell, 0, len(cell.galley.lines), top + max(spare, 0.0), tagging)
                self._box(cell, top, bottom)
        self._headed = True
        pages.y = tops[-1]

    def _row(self, index: int, row: SetRow) -> None:
        pages = self._pages
        heading = not self._repeats and index < len(self._table.heading)
        tags = self._tags.row(row, heading=heading)
        flows = [
            _Flow(cell, index + cell.rows - 1, tagging)
            for cell, tagging in zip(row.cells, tags, strict=True)
        ]
        own = [flow for flow in flows if flow.cell.rows == 1]
        merged = [flow for flow in flows if flow.cell.rows > 1]
        if not self._at_top and self._kept_height(index) > pages.room + _EPSILON:
            self._turn()
        begun = False
        while True:
            top, room = pages.y, pages.room
            ending = [flow for flow in self._merged if flow.last == index]
            need = 0.0 if begun else row.height
            for flow in own:
                need = max(need, flow.left_over())
            for flow in ending:
                need = max(need, flow.left_over() - (top - flow.top))
            if need <= room + _EPSILON:
                left = self._moved_on(index, own, need)
                if left is None:
                    break
                room = left
            ends = self._cut(own, room - AROUND)
            if ends is None:
                self._turn()
                continue
            height = self._cut_height(own, ends, ending, room)
            if not begun:
                self._begin(merged)
                begun = True
            self._place(row, own, ends, height)
            self._turn()
        if not begun:
            self._begin(merged)
        self._place(row, own, [len(flow.cell.galley.lines) for flow in own], need)
        for flow in [flow for flow in self._merged if flow.last == index]:
            self._merged.remove(flow)
            self._close_region(flow, pages.y, last=True)

    def _moved_on(self, index: int, own: list[_Flow], need: float) -> float | None:
        """Room for what stays here of a last row that would part from the tail; None if it may
        stand as it is. A short row moves on whole, a longer one with its last lines."""
        pages = self._pages
        if index < len(self._rows) - 1 or need + self._tail <= pages.room + _EPSILON:
            return None
        tail, self._tail = self._tail, 0.0
        heading = self._heading_height if self._repeats else 0.0
        longest = max(own, key=_Flow.left_over, default=None)
        if longest is None or not longest.left_over():
            return None
        lines = longest.cell.galley.lines[longest.start :]
        short = len(lines) < 2 * _COMPANY
        going = need if short else lines[-1].bottom - lines[-_COMPANY].top + AROUND
        if heading + going + tail > pages.depth or (short and self._at_top):
            return None
        return 0.0 if short else need - going + AROUND - 2 * _EPSILON

    def _begin(self, merged: list[_Flow]) -> None:
        for flow in merged:
            flow.top = self._pages.y
        self._merged += merged

    def _kept_height(self, index: int) -> float:
        """Points that this row and those it is kept with need, 0.0 where nothing is kept."""
        if not self._rows[index].keep_with_next:
            return 0.0
        height = 0.0
        for row in self._rows[index : index + _LONGEST_CHAIN]:
            if not row.keep_with_next:
                height += row.head
                break
            height += row.height
        room = self._pages.depth - (self._heading_height if self._repeats else 0.0)
        return height if height <= room else 0.0

    def _cut(self, own: list[_Flow], room: float) -> list[int] | None:
        """Where each cell is cut at the end of this page; None to go on to the next first."""
        ends = []
        for flow in own:
            galley, start = flow.cell.galley, flow.start
            end = galley.fit_in_company(start, room)
            if end == start and start < len(galley.lines):
                if not self._at_top:
                    return None
                end = max(galley.fit(start, room), start + 1)
            ends.append(end)
        return ends

    def _cut_height(
        self, own: list[_Flow], ends: list[int], ending: list[_Flow], room: float
    ) -> float:
        """Height of the part of a row that stands on this page."""
        height = AROUND
        for flow, end in zip(own, ends, strict=True):
            height = max(height, flow.cell.galley.height(flow.start, end) + AROUND)
        for flow in ending:
            done = self._pages.y - flow.top
            end = flow.cell.galley.fit(flow.start, room + done - AROUND)
            shown = flow.cell.galley.height(flow.start, end)
            # Where not even one line fits, the region takes the page and one line is forced.
            height = max(height, shown + AROUND - done if shown else room)
        return height

    def _place(self, row: SetRow, own: list[_Flow], ends: list[int], height: float) -> None:
        pages = self._pages
        top, bottom = pages.y, pages.y + height
        for flow, end in zip(own, ends, strict=True):
            self._show(flow.cell, flow.start, end, top, flow.tagging)
            self._box(flow.cell, top, bottom)
            flow.start = end
        if row.source is not None:
            pages.anchor(row.source, top, bottom)
        pages.y = bottom
        pages.fresh = False
        self._first_on_page = False

    def _close_region(self, flow: _Flow, bottom: float, *, last: bool = False) -> None:
        """Show of a merged cell what stands in its region of this page."""
        top = flow.top
        if bottom <= top + _EPSILON:
            return
        galley = flow.cell.galley
        end = len(galley.lines)
        if not last:
            room = bottom - top - AROUND
            end = galley.fit_in_company(flow.start, room)
            if end == flow.start and self._turned:
                # It has the whole page and still no two lines: go on by what there is.
                end = galley.fit(flow.start, room)
                if end == flow.start and bottom >= self._pages.frame.bottom - AROUND:
                    end = min(end + 1, len(galley.lines))
        self._show(flow.cell, flow.start, end, top, flow.tagging)
        self._box(flow.cell, top, bottom)
        flow.start = end

    def _show(
        self, cell: SetCell, start: int, end: int, top: float, tagging: Tagging | None
    ) -> None:
        pages = self._pages
        x = pages.frame.left + cell.left + self._table.padding
        sides = pages.frame.left + cell.left, pages.frame.left + cell.right
        pages.show(cell.galley, start, end, x, top + ABOVE, tagging, sides)

    def _box(self, cell: SetCell, top: float, bottom: float) -> None:
        """Borders of a cell but its lower one, which the cells below or the page's end draw."""
        pages = self._pages
        left = pages.frame.left + cell.left
        right = pages.frame.left + cell.right
        ink = pages.ink
        ink.across(left, right, top)
        ink.down(left, top, bottom)
        ink.down(right, top, bottom)
        if cell.source is not None:
            pages.anchor(cell.source, top, bottom, left, right)
