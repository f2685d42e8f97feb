"""The rows of a table below its headings, as if no cell were merged and nothing repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.exchange.tables import Rows, Table
from ita_desktop.session.intake.pasted_columns import NUMBER, heading_words
from ita_desktop.session.intake.pasted_groups import names_group
from ita_desktop.thai.text import fold

TICKS = ("/", "✓", "✔", "√", "☑", "x", "X", "●", "P", "ü", "←→", "↔", "→")
"""What stands in a cell that is only marked."""

_GROUPED = ("issue", "indicator", "tool", NUMBER)
"""Fields that hold for the rows below, where a program does not tell of merged cells."""


@dataclass(frozen=True, slots=True)
class Body:
    """``rows`` are read one by one; ``across`` tells which of them is one cell over the whole
    table."""

    rows: Rows
    across: tuple[bool, ...]


def body_of(table: Table, headings: int, columns: Sequence[str]) -> Body:
    """The rows that hold measures.

    A cell merged over several rows counts for each row that has a title of its own. Headings
    repeated further down are left out; words across the table above its headings, and lines before
    it that name a group (``ประเด็นที่ ๑ …``), become its first rows. A mark in a column of
    timelines says what its heading says (a month, a quarter).
    """
    titles = [at for at, name in enumerate(columns) if name == "title"]
    heads = {_key(row) for row in table.rows[:headings]}
    rows: list[tuple[str, ...]] = []
    across: list[bool] = []
    for words in (*_groups_before(table), *_above_headings(table, headings)):
        rows.append((words, *[""] * (table.width - 1)))
        across.append(True)
    months = [at for at, name in enumerate(columns) if name == "timeline"]
    for down in range(headings, len(table.rows)):
        if _key(table.rows[down]) in heads:
            continue
        cells = list(table.rows[down])
        begins = any(cells[at] and (down, at) not in table.above for at in titles)
        for at, name in enumerate(columns):
            if begins and (down, at) in table.above:
                cells[at] = table.words_at(down, at)
            elif begins and not table.merges and not cells[at] and name in _GROUPED:
                cells[at] = _last(table, headings, down, at)
        if len(months) > 1:
            for at in months:
                if cells[at] in TICKS:
                    cells[at] = _own_heading(table, headings, at)
        rows.append(tuple(cells))
        across.append(table.across(down))
    return Body(tuple(rows), tuple(across))


def _groups_before(table: Table) -> list[str]:
    """The lines right before the table that name a group."""
    found: list[str] = []
    for words in reversed(table.before):
        if not names_group(words):
            break
        found.insert(0, words)
    return found


def _above_headings(table: Table, headings: int) -> list[str]:
    """Words across the table among its headings that name a group."""
    lone = (
        next(cell for cell in row if cell)
        for row in table.rows[:headings]
        if sum(map(bool, row)) == 1
    )
    return [words for words in lone if names_group(words, across=True)]


def _last(table: Table, headings: int, down: int, at: int) -> str:
    """The last words of a column above a row."""
    above = (table.rows[row][at] for row in range(down - 1, headings - 1, -1))
    return next((words for words in above if words), "")


def _own_heading(table: Table, headings: int, at: int) -> str:
    levels = [table.words_at(row, at) for row in range(headings)]
    return next((words for words in reversed(levels) if words), heading_words(table, headings, at))


def _key(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(cell).replace(" ", "") for cell in row)
