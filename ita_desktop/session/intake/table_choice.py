"""Which tables of a file hold measures: those that go on with each other as one, the best first."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.exchange.tables import Table, trimmed
from ita_desktop.session.intake.pasted_columns import (
    NUMBER,
    Own,
    columns_of,
    heading_rows,
    heading_words,
)
from ita_desktop.session.intake.pasted_groups import names_group
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import fold

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table to choose: ``first`` and ``last`` are the numbers, from 1, of the tables of the file
    it was put together from; ``headings`` and ``columns`` are what the program proposes."""

    table: Table
    first: int
    last: int
    headings: int
    columns: tuple[str, ...]

    @property
    def measures(self) -> bool:
        """Whether it looks like a table of measures."""
        return "title" in self.columns and self.fills > 1

    @property
    def fills(self) -> int:
        """How many fields of a measure its columns fill."""
        return len(set(self.columns) - {"", NUMBER})

    @property
    def label(self) -> str:
        """The table for a list to choose from: its number, its headings, how many rows it has."""
        number = f"{self.first}" if self.first == self.last else f"{self.first}–{self.last} รวมกัน"
        words = [heading_words(self.table, self.headings, at) for at in range(self.table.width)]
        said = " · ".join(filter(None, words)) or " ".join(self.table.rows[0][0].split())
        shown = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
        rows = len(self.table.rows) - self.headings
        return to_thai(f"ตารางที่ {number} ({rows} แถว)  {shown}")


def found_tables(tables: Sequence[Table], own: Own = ()) -> tuple[FoundTable, ...]:
    """The tables of a file or of the clipboard, in order.

    A table that has the headings of the one before, or others of the same meaning, or none of its
    own and as many columns, goes on with it: as when every issue has its table, or a table was cut
    at the end of a page. Such tables are put together; lines between them that name a group become
    rows across.
    """
    groups: list[list[int]] = []
    headings = [heading_rows(table, own) for table in tables]
    for at, table in enumerate(tables):
        first = groups[-1][0] if groups else 0
        if groups and _goes_on(tables[first], headings[first], table, headings[at], own):
            groups[-1].append(at)
        else:
            groups.append([at])
    made = []
    for group in groups:
        whole = trimmed(_joined([tables[at] for at in group], [headings[at] for at in group]))
        count = heading_rows(whole, own)
        columns = columns_of(whole, count, own)
        made.append(FoundTable(whole, group[0] + 1, group[-1] + 1, count, columns))
    return tuple(made)


def best_table(found: Sequence[FoundTable]) -> int:
    """The place of the table that most looks like one of measures; the first of equals."""
    return max(range(len(found)), key=lambda at: (found[at].measures, found[at].fills, -at))


def _goes_on(first: Table, headings: int, table: Table, its_headings: int, own: Own) -> bool:
    if first.width != table.width or not headings:
        return False
    if its_headings:
        if _heading_key(first, headings) == _heading_key(table, its_headings):
            return True
        columns = columns_of(first, headings, own)
        return "title" in columns and columns == columns_of(table, its_headings, own)
    return not [words for words in table.before if not names_group(words)]


def _heading_key(table: Table, headings: int) -> tuple[str, ...]:
    """The headings, without rows of words across them."""
    words = (heading_words(table, headings, at) for at in range(table.width))
    return tuple(fold(one).replace(" ", "") for one in words)


def _joined(tables: Sequence[Table], headings: Sequence[int]) -> Table:
    whole = tables[0]
    for table, count in zip(tables[1:], headings[1:], strict=True):
        lone = [row for row in table.rows[:count] if sum(map(bool, row)) == 1]
        groups = [next(filter(None, row)) for row in lone] + _groups(table.before)
        groups = [words for words in groups if names_group(words, across=True)]
        bands = tuple((words, *[""] * (table.width - 1)) for words in groups)
        start = len(whole.rows)
        move = start + len(bands) - count
        beside = {(start + down, at) for down in range(len(bands)) for at in range(1, table.width)}
        beside |= {(row + move, at) for row, at in table.beside if row >= count}
        above = {(row + move, at) for row, at in table.above if row >= count}
        whole = dataclasses.replace(
            whole,
            rows=(*whole.rows, *bands, *table.rows[count:]),
            above=whole.above | above,
            beside=whole.beside | beside,
        )
    return whole


def _groups(before: Sequence[str]) -> list[str]:
    found: list[str] = []
    for words in reversed(before):
        if not names_group(words):
            break
        found.insert(0, words)
    return found
