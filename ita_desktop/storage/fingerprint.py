"""The content fingerprint: SHA-256 over everything a file holds, whatever its pages look like.

SQLite's own checks miss most changed bits inside a text, so a file is known by this. A digest for
each row, over them (sorted) one for each table, over them with the SQL of the tables one for the
file. The history only grows: its digest runs on from line to line. An attachment's is made of the
digest of its bytes. An edit thus costs the digests of the rows it touches.

What a file says of its own fingerprint (:mod:`ita_desktop.storage.seal`) is no part of it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from ita_desktop.storage.rows import quoted
from ita_desktop.storage.schema import definitions

FACT = "fingerprint"
"""The fact under which a file says its fingerprint; ``fingerprint measure`` is that of a table."""

HISTORY = "history"
ATTACHMENTS = "attachment"
_FACTS = "file"
_PICTURES = "picture"  # what version 1 called attachments
_KEYS = {HISTORY: "edit_id", ATTACHMENTS: "sha256", _PICTURES: "sha256", _FACTS: "key"}
"""The columns that tell rows apart where it is not ``id``."""

Touched: TypeAlias = tuple[str, str]
"""A row that was written or deleted: its table and its key."""


@dataclass(frozen=True, slots=True)
class Digests:
    """The digests of a file's content, kept while it is open; a value.

    ``rows`` are those of each row by table and key (of the history none is kept), ``tables`` those
    of the tables, ``damaged`` the attachments whose bytes are not what their key says.
    """

    schema: bytes
    rows: Mapping[str, Mapping[str, bytes]]
    tables: Mapping[str, bytes]
    damaged: frozenset[str] = frozenset()

    @property
    def whole(self) -> str:
        """The fingerprint of the file, 64 hexadecimal digits."""
        return whole_of(self.schema, {name: one.hex() for name, one in self.tables.items()})

    def after(self, connection: sqlite3.Connection, touched: Iterable[Touched]) -> Digests:
        """The digests once the given rows are written; lines of the history must be new ones."""
        rows, tables = dict(self.rows), dict(self.tables)
        damaged = set(self.damaged)
        fresh: dict[str, dict[str, bytes]] = {}
        for table, key in dict.fromkeys(touched):
            found = connection.execute(
                f"SELECT * FROM {quoted(table)} WHERE {quoted(_KEYS.get(table, 'id'))} = ?", (key,)
            ).fetchone()
            if table == HISTORY:
                tables[HISTORY] = _next(tables[HISTORY], found)
                continue
            kept = fresh.setdefault(table, dict(rows[table]))
            kept.pop(key, None)
            damaged.discard(key)
            if found is not None:
                kept[key] = _row(table, found, damaged)
        for table, kept in fresh.items():
            rows[table] = kept
            tables[table] = _table(kept.values())
        return Digests(self.schema, rows, tables, frozenset(damaged))


def read_digests(connection: sqlite3.Connection) -> Digests:
    """Read the whole file and make its digests. Errors of SQLite pass unchanged."""
    parts = sorted(definitions(connection))
    schema = hashlib.sha256(b"".join(_plain(one) for one in parts)).digest()
    rows: dict[str, Mapping[str, bytes]] = {}
    tables: dict[str, bytes] = {}
    damaged: set[str] = set()
    for kind, name, _sql in parts:
        if kind != "table":
            continue
        if name == HISTORY:
            running = b""
            for row in connection.execute(f"SELECT * FROM {HISTORY} ORDER BY seq"):
                running = _next(running, row)
            tables[name] = running
            continue
        cursor = connection.execute(f"SELECT * FROM {quoted(name)}")
        names = [one[0] for one in cursor.description]
        key = _KEYS.get(name, "id")
        column = names.index(key) if key in names else 0  # a table of somebody else's
        found: dict[str, bytes] = {}
        for row in cursor:
            if name == _FACTS and is_seal(row[column]):
                continue
            found[row[column]] = _row(name, row, damaged)
        rows[name], tables[name] = found, _table(found.values())
    return Digests(schema, rows, tables, frozenset(damaged))


def fingerprint(connection: sqlite3.Connection) -> str:
    """The fingerprint of the whole content, 64 hexadecimal digits."""
    return read_digests(connection).whole


def whole_of(schema: bytes, tables: Mapping[str, str]) -> str:
    """The fingerprint over the digests of the schema and the tables (hexadecimal, by name)."""
    listed = [part for name in sorted(tables) for part in (name, tables[name])]
    return hashlib.sha256(schema + _plain(tuple(listed))).hexdigest()


def is_seal(key: object) -> bool:
    """Whether a fact of that key is part of what the file says of its fingerprint."""
    return isinstance(key, str) and (key == FACT or key.startswith(f"{FACT} "))


def _table(digests: Iterable[bytes]) -> bytes:
    return hashlib.sha256(b"".join(sorted(digests))).digest()


def _next(running: bytes, row: tuple[Any, ...]) -> bytes:
    return hashlib.sha256(running + _plain(row)).digest()


def _row(table: str, row: tuple[Any, ...], damaged: set[str]) -> bytes:
    """A row's digest; an attachment whose bytes are not what its key says is noted."""
    values = list(row)
    if table in (ATTACHMENTS, _PICTURES):
        key, _media_type, data = row
        values[2] = hashlib.sha256(data if isinstance(data, bytes) else b"").digest()
        if values[2].hex() != key:
            damaged.add(str(key))
    return hashlib.sha256(_plain(tuple(values))).digest()


def _plain(values: tuple[Any, ...]) -> bytes:
    """Values as a Python literal in ASCII: each with its type, so that none can pose as two."""
    return ascii(values).encode("ascii")
