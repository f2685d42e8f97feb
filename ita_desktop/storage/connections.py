"""Connecting to an office file: by URI, never by accident a new one, with its pragmas set."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote
from weakref import WeakSet

from ita_desktop.storage import faults

BUSY_SECONDS = 3.0
"""How long another program's short write is waited for."""

LARGEST_VALUE = 100_000_000
"""Bytes of the largest text or picture that is read or written: a file of others may hold worse."""

LONGEST_NAME = 255 - len("-journal")
"""Bytes of a file name that leave room for the journal's."""
LONGEST_PATH = 503
"""Bytes of a whole path that SQLite takes on Linux and macOS, again with room for the journal."""

_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""How a journal that counts begins (SQLite's file format, section 3)."""


class _Connection(sqlite3.Connection):
    """Closing it ends what it was reading too: a half-read answer, kept alive by the traceback of
    an error, would else hold the file and its lock."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._open: WeakSet[sqlite3.Cursor] = WeakSet()

    def cursor(self, *arguments: Any, **options: Any) -> Any:
        made = super().cursor(*arguments, **options)
        self._open.add(made)
        return made

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        made: sqlite3.Cursor = self.cursor()
        return made.execute(*arguments)

    def close(self) -> None:
        for cursor in tuple(self._open):
            cursor.close()
        super().close()


def uri(path: Path, mode: str) -> str:
    """The ``file:`` URI of a path, every awkward character in it escaped."""
    whole = path.absolute().as_posix()
    rooted = whole if whole.startswith("/") else "/" + whole
    return f"file://{quote(rooted, safe='/:')}?mode={mode}"


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection with the file's pragmas; ``mode`` is ``ro``, ``rw`` or ``rwc``.

    Transactions are begun and ended by hand. Errors of SQLite pass unchanged.
    """
    connection = sqlite3.connect(
        uri(path, mode),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        if mode == "ro":
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA secure_delete = ON")  # no name lingers, no old row returns
    except BaseException:
        connection.close()
        raise
    return connection


def require_file(path: Path) -> None:
    """Raise UserError where there is nothing that could be an office file.

    Whether it is one, SQLite says: reading the file past it would, once closed, drop the locks that
    another connection of this process holds. OSErrors pass unchanged.
    """
    require_short_name(path)
    size = path.stat().st_size
    if not path.is_file():
        raise faults.not_ours(path)
    if size == 0:
        raise faults.empty(path)
    if not os.access(path, os.R_OK):
        raise faults.forbidden(path)


def require_writable(path: Path) -> None:
    """Raise UserError where the file, or the folder its journal will stand in, refuses writing.

    SQLite would open such a file read-only without a word. OSErrors pass unchanged.
    """
    if sys.platform == "win32":  # access() sees no access lists there; and locks outlive a close
        path.open("r+b").close()
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise faults.unwritable(path)


def require_unlocked(connection: sqlite3.Connection) -> None:
    """Say at once, not at the first edit, that another program is writing.

    A write that was cut off halfway is undone with it. Errors of SQLite pass unchanged.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def journal_left(path: Path) -> bool:
    """Whether the journal of an unfinished write lies beside the file."""
    try:
        with journal_of(path).open("rb") as journal:
            return journal.read(len(_JOURNAL)) == _JOURNAL
    except OSError:
        return False


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what a write would undo."""
    return path.with_name(path.name + "-journal")


def require_short_name(path: Path) -> None:
    """Raise UserError for a name so long that its journal could not stand beside it."""
    folder, name = (len(os.fsencode(part)) for part in (path.absolute().parent, path.name))
    part_name = 20  # what a file is called while it is being made
    too_deep = os.name == "posix" and folder + 1 + max(name, part_name) > LONGEST_PATH
    if name > LONGEST_NAME or too_deep:
        raise faults.too_long(path)
