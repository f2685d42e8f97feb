"""The content fingerprint: SHA-256 over everything a file holds, whatever its pages look like.

SQLite's own checks miss most changed bits inside a text, so a copy is compared by this. A digest
for each row, over them (ordered) one for each table, over them with the SQL of the tables one for
the file.
"""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from ita_desktop.storage.rows import quoted
from ita_desktop.storage.schema import definitions


def fingerprint(connection: sqlite3.Connection) -> str:
    """The fingerprint of the whole content, 64 hexadecimal digits."""
    whole = hashlib.sha256()
    for kind, name, sql in sorted(definitions(connection)):
        whole.update(_plain([kind, name, sql]))
        if kind == "table":
            whole.update(_table(connection, name))
    return whole.hexdigest()


def _table(connection: sqlite3.Connection, name: str) -> bytes:
    digests = sorted(_row(row) for row in connection.execute(f"SELECT * FROM {quoted(name)}"))
    return hashlib.sha256(b"".join(digests)).digest()


def _row(row: tuple[Any, ...]) -> bytes:
    return hashlib.sha256(_plain(list(row))).digest()


def _plain(values: list[Any]) -> bytes:
    """Values one after another, each with its type and length, so that none can pose as two."""
    parts: list[bytes] = []
    for value in values:
        data = value if isinstance(value, bytes) else str(value).encode()
        parts.append(f"{type(value).__name__}:{len(data)}:".encode() + data)
    return b"".join(parts)
