"""A table from another program: its cells laid out in columns, and which of them are merged."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.thai.text import clean

Rows = tuple[tuple[str, ...], ...]
Place = tuple[int, int]
"""Row and column, from 0."""

_DASHES = ("-", "–", "—", "−")
_SAME_DEPTH = 140
"""Twips (a twentieth of a point) by which lines may differ and still be set equally deep."""

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell as its program has it: where it begins and how many columns it takes; ``from_above``
    where it only goes on with the cell above."""

    text: str
    at: int
    across: int = 1
    from_above: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of equal length.

    A merged cell's words stand in its first place; ``above`` and ``beside`` are the places that a
    cell of the row above or of the column to the left takes too. ``headings`` is how many rows its
    program repeats on every page, ``before`` the words between the table before and this one.
    ``merges`` is False where its program does not tell of merged cells.
    """

    rows: Rows
    above: frozenset[Place] = frozenset()
    beside: frozenset[Place] = frozenset()
    headings: int = 0
    before: tuple[str, ...] = ()
    merges: bool = True

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def across(self, row: int) -> bool:
        """Whether one cell takes the whole row."""
        return self.width > 1 and all((row, at) in self.beside for at in range(1, self.width))

    def spans(self) -> list[tuple[int, int, int, int]]:
        """The merged cells: row, column, how many rows and how many columns they take."""
        found: list[tuple[int, int, int, int]] = []
        for row in range(len(self.rows)):
            for at in range(self.width):
                if (row, at) in self.above or (row, at) in self.beside:
                    continue
                across = down = 1
                while (row, at + across) in self.beside:
                    across += 1
                while (row + down, at) in self.above:
                    down += 1
                if down > 1 or across > 1:
                    found.append((row, at, down, across))
        return found

    def words_at(self, row: int, column: int) -> str:
        """What a place says, merged cells followed to where their words stand."""
        while (row, column) in self.above and row:
            row -= 1
        while (row, column) in self.beside and column:
            column -= 1
        return self.rows[row][column]


def table_of(
    grid: Sequence[Sequence[GridCell]],
    headings: int = 0,
    before: tuple[str, ...] = (),
    *,
    merges: bool = True,
) -> Table | None:
    """The table that rows of cells make, or None where they say nothing.

    A cell with nothing but a dash is empty. Where rows are divided at places of their own, as
    dragging a border in Word leaves them, their cells are taken for the columns in order.
    """
    rows = [_in_columns(row, ends) for ends in [_column_starts(grid)] for row in grid]
    width = max((cell.at + cell.across for row in rows for cell in row), default=0)
    words = [[""] * width for _ in rows]
    above: set[Place] = set()
    beside: set[Place] = set()
    for down, row in enumerate(rows):
        for cell in row:
            said = "" if cell.from_above else _cell(cell.text)
            words[down][cell.at] = "\n".join(filter(None, (words[down][cell.at], said)))
            places = [(down, cell.at + step) for step in range(cell.across)]
            beside.update(places[1:])
            if cell.from_above and down:
                above.update(places)
    if not any(any(row) for row in words):
        return None
    whole = tuple(tuple(row) for row in words)
    return Table(whole, frozenset(above), frozenset(beside), headings, before, merges)


def trimmed(table: Table) -> Table:
    """The table without the rows and columns that say nothing."""
    kept = [at for at, row in enumerate(table.rows) if any(row)]
    columns = [at for at in range(table.width) if any(table.rows[row][at] for row in kept)]
    rows_now = {old: new for new, old in enumerate(kept)}
    columns_now = {old: new for new, old in enumerate(columns)}

    def moved(places: frozenset[Place]) -> frozenset[Place]:
        return frozenset(
            (rows_now[row], columns_now[column])
            for row, column in places
            if row in rows_now and column in columns_now
        )

    return dataclasses.replace(
        table,
        rows=tuple(tuple(table.rows[row][at] for at in columns) for row in kept),
        above=moved(table.above),
        beside=moved(table.beside),
        headings=sum(at < table.headings for at in kept),
    )


def indented(lines: Sequence[tuple[float, str]]) -> str:
    """Lines with how deep each is set, in twips, as text: spaces before those set deeper."""
    depths = sorted({depth for depth, _ in lines})
    steps: dict[float, int] = {}
    for at, depth in enumerate(depths):
        deeper = bool(at) and depth - depths[at - 1] > _SAME_DEPTH
        steps[depth] = min((steps[depths[at - 1]] if at else 0) + deeper, _DEEPEST)
    return "\n".join("  " * steps[depth] + words for depth, words in lines)


def _cell(text: str) -> str:
    cell = clean(text)
    return "" if cell in _DASHES else cell


def _column_starts(grid: Sequence[Sequence[GridCell]]) -> tuple[int, ...]:
    """Where the columns begin, if the rows do not agree about it; else ()."""
    width = max((cell.at + cell.across for row in grid for cell in row), default=0)
    counts = Counter(len(row) for row in grid)
    if not counts or max(counts) >= width:
        return ()
    # As many columns as most rows have cells; of equals the more.
    most = max(counts, key=lambda count: (counts[count], count))
    return tuple(cell.at for cell in next(row for row in grid if len(row) == most))


def _in_columns(row: Sequence[GridCell], starts: tuple[int, ...]) -> list[GridCell]:
    if not starts:
        return list(row)
    if len(row) == len(starts):
        return [GridCell(one.text, at, 1, one.from_above) for at, one in enumerate(row)]
    return [_nearest_columns(cell, starts) for cell in row]


def _nearest_columns(cell: GridCell, starts: tuple[int, ...]) -> GridCell:
    def nearest(place: int) -> int:
        return min(range(len(starts)), key=lambda at: abs(starts[at] - place))

    first = nearest(cell.at)
    end = cell.at + cell.across
    after = [at for at, start in enumerate(starts) if start < end]
    return GridCell(cell.text, first, max(1, after[-1] - first + 1), cell.from_above)
