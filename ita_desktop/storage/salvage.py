"""Rows of an office file by table, out of its pages one by one: the first half of a rescue.

Which page belongs to which table is followed from the tables' roots. Pages that no root leads to
any more are known by what their rows look like.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from ita_desktop.storage.pages import KINDS, TABLE_LEAF, Cell, PagedFile, Value
from ita_desktop.storage.schema import VERSION, migrate

Row: TypeAlias = dict[str, Value]
Fits: TypeAlias = Callable[[str, Row], int]
"""How well a row fits a table, 0 where it does not: asked of rows that no root leads to."""

_FEWEST = {"measure": 21}
"""Columns that rows of a table may stop at, from before it got more; others have them all."""


@dataclass(slots=True)
class Found:
    """What was found of one table. ``broken`` are the columns of a row that are not whole, by the
    row's place; ``unread`` counts rows and pages that cannot be read; ``keys`` are those its index
    names, None where the index cannot be read from end to end."""

    rows: list[Row] = field(default_factory=list)
    broken: list[frozenset[str]] = field(default_factory=list)
    unread: int = 0
    keys: frozenset[str] | None = None


def salvage(data: bytes, fits: Fits) -> tuple[Mapping[str, Found], int]:
    """Every row of every known table that the bytes of an office file still hold, and how many
    pages there are that hold nothing known."""
    file = PagedFile(data)
    columns = columns_of_version(_version(data))
    roots, indexes = _roots(file)
    found = {name: Found() for name in columns}
    owners: dict[int, str] = {}
    contested: set[int] = set()
    below: set[int] = set(indexes.values())
    for name in roots.keys() - columns.keys():  # somebody else's: not to be taken for ours
        foreign = file.tree(roots[name])
        below.update(foreign.leaves, foreign.nodes)
    for name in columns:
        if name not in roots:
            continue
        tree = file.tree(roots[name])
        below.update(tree.nodes)
        found[name].unread += tree.unreadable
        for leaf in tree.leaves:
            if file.kind(leaf) != TABLE_LEAF or owners.setdefault(leaf, name) != name:
                contested.add(leaf)
    for leaf, name in owners.items():
        if leaf not in contested:
            _add(found[name], name, columns[name], file.cells(leaf))
    for name, root in indexes.items():
        if name in found:
            found[name].keys = _keys(file, root)
    known = (owners.keys() - contested) | file.free() | below
    for number in range(2, file.count + 1):
        if file.kind(number) != TABLE_LEAF or number in known | file.overflow:
            continue
        cells = list(file.cells(number))
        guess = _guess(cells, columns, fits)
        if guess:
            _add(found[guess], guess, columns[guess], cells)
    seen = known | file.overflow
    dark = [n for n in range(2, file.count + 1) if n not in seen and file.kind(n) not in KINDS]
    return found, len(dark) + file.cut_off


def _add(found: Found, name: str, columns: tuple[str, ...], cells: Iterable[Cell | None]) -> None:
    for cell in cells:
        row = None if cell is None else _row(name, columns, cell)
        if cell is None or row is None:
            found.unread += 1
            continue
        found.rows.append(row)
        found.broken.append(frozenset(columns[n] for n in cell.broken if n < len(columns)))


def _row(name: str, columns: tuple[str, ...], cell: Cell) -> Row | None:
    """A row's values by column; None where it is no row of such a table."""
    if not _FEWEST.get(name, len(columns)) <= len(cell.values) <= len(columns):
        return None
    row = dict(zip(columns, cell.values, strict=False))
    if columns[0] == "seq":
        row["seq"] = cell.rowid
    return row


def _guess(cells: list[Cell | None], columns: Mapping[str, tuple[str, ...]], fits: Fits) -> str:
    """The table that most rows of a page fit; empty where they fit none."""
    votes: Counter[str] = Counter()
    for cell in cells:
        if cell is None or cell.broken:
            continue
        for name, listed in columns.items():
            row = _row(name, listed, cell)
            if row is not None:
                votes[name] += fits(name, row)
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] else ""


def _roots(file: PagedFile) -> tuple[dict[str, int], dict[str, int]]:
    """The root pages of tables and of the indexes over their keys, by table."""
    roots: dict[str, int] = {}
    indexes: dict[str, int] = {}
    for leaf in file.tree(1).leaves:
        for cell in file.cells(leaf):
            if cell is None or len(cell.values) != 5:
                continue
            kind, name, table, root, _sql = cell.values
            if not isinstance(root, int) or not isinstance(table, str):
                continue
            if kind == "table" and name == table:
                roots[table] = root
            elif kind == "index" and str(name).startswith("sqlite_autoindex"):
                indexes[table] = root
    return roots, indexes


def _keys(file: PagedFile, root: int) -> frozenset[str] | None:
    tree = file.tree(root)
    if tree.unreadable:
        return None
    keys: set[str] = set()
    for page in (*tree.leaves, *tree.nodes):
        if file.kind(page) == TABLE_LEAF:
            return None
        for cell in file.cells(page):
            if cell is None or not cell.values or not isinstance(cell.values[0], str):
                return None
            keys.add(cell.values[0])
    return frozenset(keys) if file.kind(root) or keys else None


def _version(data: bytes) -> int:
    said = int.from_bytes(data[60:64], "big")
    return said if 1 <= said <= VERSION else VERSION


@lru_cache
def columns_of_version(version: int) -> Mapping[str, tuple[str, ...]]:
    """The columns of every table of a version, in the order of the file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, version)
        names = [
            str(name)
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return {
            name: tuple(str(one[1]) for one in connection.execute(f'PRAGMA table_info("{name}")'))
            for name in names
        }
