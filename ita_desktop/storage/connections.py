"""Connecting to an office file: by URI, never by accident a new one, with its pragmas set."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from ita_desktop.storage import faults

BUSY_SECONDS = 3.0
"""How long another program's short write is waited for."""

HEADER = b"SQLite format 3\x00"
LONGEST_NAME = 255 - len("-journal")
"""Bytes of a file name that leave room for the journal's."""


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
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        if mode == "ro":
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
    except BaseException:
        connection.close()
        raise
    return connection


def require_office_file(path: Path) -> None:
    """Raise UserError for what is no office file at first sight. OSErrors pass unchanged."""
    require_short_name(path)
    if path.is_dir():
        raise faults.not_ours(path)
    with path.open("rb") as file:
        start = file.read(len(HEADER))
    if not start:
        raise faults.empty(path)
    if start != HEADER:
        raise faults.not_ours(path)


def require_short_name(path: Path) -> None:
    """Raise UserError for a name so long that its journal could not stand beside it."""
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise faults.too_long(path)
