"""What a file says of its own content, and whether that is still true.

Beside every edit, in the same transaction, the file's facts get the fingerprint of the content as
it then stands: of the whole, and of each table, so that it can be told which one changed. On
opening the content is read and compared: a flipped bit, an edit by another program, a lost line of
the history are noticed. Files of version 1 have no seal; they get one when they are brought up.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TypeAlias

from ita_desktop.storage.fingerprint import (
    ATTACHMENTS,
    FACT,
    Digests,
    is_seal,
    read_digests,
    whole_of,
)
from ita_desktop.storage.schema import version_of

_FIRST_SEALED = 2
"""The version from which on a file without a seal has lost it."""


@dataclass(frozen=True, slots=True)
class Intact:
    """The content is what the program wrote last."""


@dataclass(frozen=True, slots=True)
class Unsealed:
    """An old file that says nothing of its content yet."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The content is not what the program wrote last; what it was cannot be known.

    ``tables`` are those that differ (``file`` for the facts, the seal among them), ``attachments``
    the SHA-256 of those whose bytes are no longer what they were.
    """

    tables: tuple[str, ...]
    attachments: tuple[str, ...] = ()


Content: TypeAlias = Intact | Unsealed | Changed


def compare(connection: sqlite3.Connection) -> tuple[Digests, Content]:
    """Read the whole content and compare it with what the file says of it."""
    digests = read_digests(connection)
    said = dict(connection.execute("SELECT key, value FROM file").fetchall())
    said = {key: value for key, value in said.items() if is_seal(key)}
    expected = _facts(digests)
    if said == expected:
        return digests, Intact()
    if not said and version_of(connection) < _FIRST_SEALED:
        return digests, Unsealed()
    tables = {
        name for name in digests.tables if said.get(f"{FACT} {name}") != expected[f"{FACT} {name}"]
    }
    said_tables = {key.removeprefix(f"{FACT} "): one for key, one in said.items() if key != FACT}
    if said.get(FACT) != whole_of(digests.schema, said_tables):
        tables.add("file")
    damaged = digests.damaged if ATTACHMENTS in tables else frozenset()
    return digests, Changed(tuple(sorted(tables)), tuple(sorted(damaged)))


def seal(connection: sqlite3.Connection, now: Digests, before: Digests | None = None) -> None:
    """Write what the content is now, inside a transaction of the caller's.

    ``before`` are the digests the file says already: then only what differs is written.
    """
    said = {} if before is None else _facts(before)
    if before is None:
        keys = [key for (key,) in connection.execute("SELECT key FROM file") if is_seal(key)]
        connection.executemany("DELETE FROM file WHERE key = ?", [(key,) for key in keys])
    connection.executemany(
        "INSERT OR REPLACE INTO file (key, value) VALUES (?, ?)",
        [(key, value) for key, value in _facts(now).items() if said.get(key) != value],
    )


def _facts(digests: Digests) -> dict[str, str]:
    tables = {f"{FACT} {name}": one.hex() for name, one in digests.tables.items()}
    return {FACT: digests.whole, **tables}
