"""What makes two files the same office file, and the way back to one that was away."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.storage import faults, history
from ita_desktop.storage.connections import connect, require_file, require_writable


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself: its lineage (shared by all copies), and whether it is a sample.

    ``sample`` is true for the made-up office that the program can show. ``sent`` is the id under
    which the sender remembers this copy (:class:`~ita_desktop.model.records.SentCopy`), empty for
    a file that was not sent.
    """

    lineage: str
    sample: bool = False
    sent: str = ""


def facts_of(connection: sqlite3.Connection) -> FileFacts:
    """What the file behind the connection says of itself."""
    facts = dict(connection.execute("SELECT key, value FROM file").fetchall())
    lineage, sent = (str(facts.get(key, "")) for key in ("lineage", "sent"))
    return FileFacts(lineage, facts.get("sample") == "1", sent)


def is_sent_copy(path: Path) -> bool:
    """Whether the file says that it is a copy that was sent; False for what cannot be read."""
    try:
        with closing(connect(path, "ro")) as connection:
            connection.execute("PRAGMA busy_timeout = 0")  # whoever opens it next waits
            return bool(facts_of(connection).sent)
    except (sqlite3.Error, ValueError):  # damaged: whoever opens it says how
        return False


def connection_to_returned(
    path: Path, facts: FileFacts, newest: tuple[str | None, ...]
) -> sqlite3.Connection | None:
    """A connection to the file at ``path`` if it is the one that was away, unchanged; else None.

    It is where it is sound, says ``facts`` of itself, and its last edit is one of ``newest``: a
    file put back as a copy is taken up, an older copy or one worked on elsewhere is not.
    """
    try:
        with faults.explained(path):
            require_file(path)
            require_writable(path)
            fresh = connect(path, "rw")
    except UserError:
        return None
    try:
        sound = fresh.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        if sound and facts_of(fresh) == facts and history.last_edit(fresh) in newest:
            return fresh
    except sqlite3.Error:
        pass
    fresh.close()
    return None
