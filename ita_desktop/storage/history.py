"""The history (ประวัติการแก้ไข): every edit of the file, who made it, when, and what it changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ita_desktop.model.codec import Plain

KINDS = ("edit", "undo", "redo")
"""What a line of the history may be."""

_NO_TIME = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Pair:
    """One record's two sides in an edit, as plain columns.

    A new record has only an after, with every column; a deleted one only a before. Of a changed
    record both sides hold just the columns that differ.
    """

    table: str
    record_id: str
    before: Mapping[str, Plain] | None
    after: Mapping[str, Plain] | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One edit as the file remembers it; ``when`` is UTC.

    Of a line that cannot be read (``unread``) there are no pairs, and the time may be the beginning
    of time: who, name and kind stand as they are.
    """

    edit_id: str
    parent: str | None
    who: str
    when: datetime
    name: str
    kind: str
    pairs: tuple[Pair, ...]
    unread: bool = False


def remember(connection: sqlite3.Connection, entry: HistoryEntry) -> None:
    """Write one line of the history, inside a transaction of the caller's.

    A time without a zone is this computer's. Raises ValueError for a kind not in :data:`KINDS`.
    """
    if entry.kind not in KINDS:
        raise ValueError(f"no kind of history is called {entry.kind!r}")
    connection.execute(
        "INSERT INTO history (edit_id, parent, who, at, name, kind, pairs)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            entry.edit_id,
            entry.parent,
            entry.who,
            _stamp(entry.when),
            entry.name,
            entry.kind,
            json.dumps([_pair_out(pair) for pair in entry.pairs], ensure_ascii=False),
        ),
    )


def knows(connection: sqlite3.Connection, edit_id: str) -> bool:
    """Whether that edit is already in the file."""
    found = connection.execute("SELECT 1 FROM history WHERE edit_id = ?", (edit_id,)).fetchone()
    return found is not None


def last_edit(connection: sqlite3.Connection) -> str | None:
    """The id of the newest edit, the parent of the next one; None in a file never edited."""
    found = connection.execute("SELECT edit_id FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    return None if found is None else str(found[0])


def entries(
    connection: sqlite3.Connection, limit: int, before: str = ""
) -> tuple[HistoryEntry, ...]:
    """The newest edits, newest first; with ``before`` the newest older than the edit of that id."""
    older = "WHERE seq < (SELECT seq FROM history WHERE edit_id = ?)" if before else ""
    found = connection.execute(
        f"SELECT edit_id, parent, who, at, name, kind, pairs FROM history {older}"
        " ORDER BY seq DESC LIMIT ?",
        (before, limit) if before else (limit,),
    )
    return tuple(entry_of(row) for row in found)


def unnamed(
    connection: sqlite3.Connection, words: Iterable[str], since: datetime
) -> tuple[str, ...]:
    """Those of the words that no edit made after ``since`` speaks of, in order."""
    start = _stamp(since)
    asked = "SELECT 1 FROM history WHERE at >= ? AND instr(pairs, ?) LIMIT 1"
    return tuple(
        word
        for word in sorted(words)
        if connection.execute(asked, (start, word)).fetchone() is None
    )


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="milliseconds")


def entry_of(row: Sequence[Any]) -> HistoryEntry:
    """One edit out of a file that others may have written, its columns in the order above."""
    edit_id, parent, who, at, name, kind, pairs = row
    try:
        when = datetime.fromisoformat(at).astimezone(UTC)
        read = tuple(_pair_in(pair) for pair in json.loads(pairs))
        texts = (edit_id, who, name, parent if parent is not None else "")
        if kind not in KINDS or not all(isinstance(text, str) for text in texts):
            raise ValueError("no line of a history")
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return HistoryEntry(
            str(edit_id), None, str(who), _NO_TIME, str(name), str(kind), (), unread=True
        )
    return HistoryEntry(edit_id, parent, who, when, name, kind, read)


def _pair_in(pair: Any) -> Pair:
    """One record's sides out of a file that others may have written. Raises ValueError."""
    table, record_id, before, after = (pair[key] for key in ("table", "id", "before", "after"))
    sides = [side for side in (before, after) if side is not None]
    plain = all(isinstance(side, dict) for side in sides) and all(
        value is None or isinstance(value, str | int) for side in sides for value in side.values()
    )
    if not (sides and plain and isinstance(table, str) and isinstance(record_id, str)):
        raise ValueError("no pair of an edit")
    return Pair(table, record_id, before, after)


def _pair_out(pair: Pair) -> dict[str, object]:
    return {
        "table": pair.table,
        "id": pair.record_id,
        "before": pair.before,
        "after": pair.after,
    }
