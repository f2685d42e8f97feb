"""A table with every cell measured once and set to its column's width, not yet on pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ita_desktop.documents.blocks import Align, Cell, Row, Source, Table
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.memory import Memory
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM
from ita_desktop.render.pdf.table_cells import Cells, Place, Wording, column_count, grid
from ita_desktop.render.pdf.table_widths import Demand, column_widths

ABOVE = 2.7
"""Points of white between a cell's upper border and its first line."""
BELOW = 2.7
"""Points of white between a cell's last line and its lower border."""
_BESIDE_HEADING = 2.5
"""Points of white that a heading has on either side, besides the padding of its cell."""
_HEADING_WEIGHT = 3
AROUND = ABOVE + BELOW


_BATCH = 32
"""Rows whose words are found together."""


class SetCell(NamedTuple):
    """A cell set to its width."""

    left: float
    """Points from the table's left edge."""
    right: float
    rows: int
    columns: int
    galley: Galley
    source: Source | None


class SetRow(NamedTuple):
    """A row of set cells. ``height`` and ``head`` are of the cells of this one row, in points."""

    cells: tuple[SetCell, ...]
    height: float
    head: float
    """Height of the least part of the row that may stand at the bottom of a page."""
    keep_with_next: bool
    source: Source | None


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table ready to be poured onto pages."""

    width: float
    padding: float
    heading: tuple[SetRow, ...]
    heading_heights: tuple[float, ...]
    rows: tuple[SetRow, ...]
    missing: tuple[tuple[str, Source | None], ...]


class TableSetter:
    """Sets tables, remembering cells."""

    def __init__(self, cells: Cells, memory: Memory, leading: Callable[[float], float]) -> None:
        self._cells = cells
        self._memory = memory
        self._leading = leading

    def set(self, table: Table, width: float, tick: Callable[[], None]) -> SetTable:
        """Measure and set a table to ``width`` points. ``tick`` is called for every row."""
        count = column_count(table)
        padding = padding_of(table, width)
        header = grid(table.header, count)
        body_rows = table.rows or (Row((None,) * count),)
        body = grid(body_rows, count)
        worded_header = self._worded(header, table.size, True, tick)
        worded_body = self._worded(body, table.size, False, tick)
        widths = _widths(table, width, (header, worded_header), (body, worded_body))
        edges = [0.0]
        for column_width in widths:
            edges.append(edges[-1] + column_width)
        edges[-1] = width
        aligns = [
            table.columns[i].align if i < len(table.columns) else Align.LEFT for i in range(count)
        ]
        least = self._leading(table.size) + AROUND

        def set_rows(
            rows: Sequence[Row],
            placed: list[tuple[Place, ...]],
            worded: list[list[_Cell]],
            heading: bool,
        ) -> tuple[SetRow, ...]:
            done = []
            for row, places, known in zip(rows, placed, worded, strict=True):
                tick()
                cells = tuple(
                    self._set(place, cell, edges, aligns, padding, heading)
                    for place, cell in zip(places, known, strict=True)
                )
                done.append(_row(cells, row, least))
            return tuple(done)

        heading_rows = set_rows(table.header, header, worded_header, True)
        set_body = set_rows(body_rows, body, worded_body, False)
        return SetTable(
            width,
            padding,
            heading_rows,
            heights(heading_rows),
            set_body,
            _missing((*heading_rows, *set_body), table.source),
        )

    def widths(self, table: Table, width: float, tick: Callable[[], None]) -> tuple[float, ...]:
        """How wide :meth:`set` makes each column, in points.

        Nothing is measured where all have their shares.
        """
        count = column_count(table)
        if len(table.columns) == count and all(one.share is not None for one in table.columns):
            return _widths(table, width, ([], []), ([], []))
        header, body = grid(table.header, count), grid(table.rows, count)
        return _widths(
            table,
            width,
            (header, self._worded(header, table.size, True, tick)),
            (body, self._worded(body, table.size, False, tick)),
        )

    def _worded(
        self, rows: list[tuple[Place, ...]], size: float, heading: bool, tick: Callable[[], None]
    ) -> list[list[_Cell]]:
        worded: list[list[_Cell]] = []
        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            # Words first, measures after: the large dictionary then stays near the processor.
            for places in batch:
                tick()
                for place in places:
                    self._cells.read(place.cell)
            worded += [
                [self._cell(place.cell, size, heading) for place in places] for places in batch
            ]
        return worded

    def _cell(self, cell: Cell, size: float, heading: bool) -> _Cell:
        return self._memory.recall(
            (cell.content, size, heading),
            lambda: _Cell(self._cells.wording(cell, size, heading=heading)),
        )

    def _set(
        self,
        place: Place,
        cell: _Cell,
        edges: list[float],
        aligns: list[Align],
        padding: float,
        heading: bool,
    ) -> SetCell:
        left, right = edges[place.column], edges[place.column + place.columns]
        width = max(right - left - 2 * padding, 1.0)
        align = aligns[place.column] if place.columns == 1 else Align.LEFT
        galley = cell.galleys.get((width, align))
        if galley is None:
            if len(cell.galleys) > 4:
                cell.galleys.clear()
            galley = self._cells.set(cell.wording, width, align, heading=heading)
            cell.galleys[width, align] = galley
        return SetCell(left, right, place.rows, place.columns, galley, place.cell.source)


class _Cell:
    """A cell's words, and its galleys by width and alignment."""

    __slots__ = ("galleys", "wording")

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.galleys: dict[tuple[float, Align], Galley] = {}


_Worded: TypeAlias = tuple[list[tuple[Place, ...]], list[list[_Cell]]]
"""Rows of places, and what stands in each."""


def padding_of(table: Table, width: float) -> float:
    """Points between the border of a cell and its text."""
    widest = width / column_count(table) / 4
    return min(max(table.cell_padding, 0.0) * POINTS_PER_MM, widest)


def _widths(table: Table, width: float, header: _Worded, body: _Worded) -> tuple[float, ...]:
    count, padding = column_count(table), 2 * padding_of(table, width)
    shares = [table.columns[i].share if i < len(table.columns) else None for i in range(count)]
    demands: list[list[tuple[int, Demand]]] = []
    if any(share is None for share in shares):
        demands = [
            _demands(places, worded, padding + more)
            for (rows, worded_rows), more in (
                # Headings come back on every page: their height weighs more than a row's.
                *([(header, 2 * _BESIDE_HEADING)] * _HEADING_WEIGHT),
                (body, 0.0),
            )
            for places, worded in zip(rows, worded_rows, strict=True)
        ]
    return column_widths(width, shares, demands, padding)


def _demands(
    places: tuple[Place, ...], worded: list[_Cell], padding: float
) -> list[tuple[int, Demand]]:
    demands = []
    for place, cell in zip(places, worded, strict=True):
        if place.columns == 1:
            words = cell.wording
            demands.append(
                (
                    place.column,
                    Demand(
                        words.least + padding,
                        words.natural + padding,
                        words.area,
                        words.forced,
                        words.indent,
                    ),
                )
            )
    return demands


def _row(cells: tuple[SetCell, ...], row: Row, least: float) -> SetRow:
    own = [cell.galley for cell in cells if cell.rows == 1]
    height = max([least, *(galley.height() + AROUND for galley in own)])
    head = max([least, *(_head(galley) + AROUND for galley in own)])
    return SetRow(cells, height, head, row.keep_with_next, row.source)


def _head(galley: Galley) -> float:
    count = len(galley.lines)
    return galley.height(0, 2 if count > 3 else count)


def heights(rows: tuple[SetRow, ...]) -> tuple[float, ...]:
    """Heights of rows that stand on one page: a merged cell makes its last row higher."""
    found: list[float] = []
    ending: dict[int, list[tuple[int, float]]] = {}
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.rows > 1:
                last = min(index + cell.rows, len(rows)) - 1
                ending.setdefault(last, []).append((index, cell.galley.height() + AROUND))
        height = row.height
        for first, whole in ending.get(index, ()):
            height = max(height, whole - sum(found[first:index]))
        found.append(height)
    return tuple(found)


def _missing(
    rows: tuple[SetRow, ...], source: Source | None
) -> tuple[tuple[str, Source | None], ...]:
    return tuple(
        (character, own or cell.source or row.source or source)
        for row in rows
        for cell in row.cells
        for character, own in cell.galley.missing
    )
