"""What two copies of a file held when they parted: the third side of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ita_desktop.errors import UserError
from ita_desktop.model.codec import BadValueError, Plain, record_of, row_of
from ita_desktop.model.records import RECORDS, SentCopy
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.states import unpacked
from ita_desktop.session.session import Session
from ita_desktop.storage.history import HistoryEntry, Pair
from ita_desktop.storage.office_file import ACCEPTED
from ita_desktop.storage.store import Store

_ALL = 1_000_000_000
"""More edits than any history holds."""


@dataclass(frozen=True, slots=True)
class Base:
    """The records as both sides last had them, and since when they differ.

    ``sent`` is the copy that was sent, where the base is what the sender kept of it; else it was
    found by the histories of both files.
    """

    snapshot: Snapshot
    sent: SentCopy | None = None
    parted: date | datetime | None = None


def base_of(session: Session, theirs: Store) -> Base | None:
    """What both files held when they parted; None where nobody knows any more."""
    found = _as_sent(session, theirs.facts.sent)
    if found is not None:
        return found
    return _by_history(session, theirs)


def _as_sent(session: Session, sent_id: str) -> Base | None:
    sent = session.snapshot.get(SentCopy, sent_id) if sent_id else None
    if sent is None:
        return None
    try:
        state = session.store.attachment(sent.state)
        return Base(unpacked(state), sent, sent.sent) if state is not None else None
    except (UserError, BadValueError):
        return None


def _by_history(session: Session, theirs: Store) -> Base | None:
    """This side's records with every edit undone that the other side does not know."""
    known = {entry.edit_id for entry in theirs.history(_ALL)}
    undone: list[HistoryEntry] = []
    shared: HistoryEntry | None = None
    for entry in session.store.history(_ALL):
        if entry.edit_id in known:
            shared = entry
            break
        undone.append(entry)
    if shared is None and (theirs.facts.sent or known):
        return None  # no line in common: one of them has lost its history
    snapshot = before_edits(session.snapshot, undone)
    return Base(snapshot, None, shared.when if shared else None) if snapshot is not None else None


def before_edits(snapshot: Snapshot, edits: list[HistoryEntry]) -> Snapshot | None:
    """The records before the given edits, newest first, which led to them.

    None where one of them cannot be read, or does not tell what it changed.
    """
    rows = {(kind.TABLE, one.id): row_of(one) for kind in RECORDS for one in snapshot.each(kind)}
    for entry in edits:
        if entry.unread or entry.name == ACCEPTED:
            return None
        for pair in reversed(entry.pairs):
            _turn_back(rows, pair)
    kinds = {kind.TABLE: kind for kind in RECORDS}
    try:
        return snapshot_of(record_of(kinds[table], row) for (table, _), row in rows.items())
    except (BadValueError, KeyError):
        return None


def _turn_back(rows: dict[tuple[str, str], dict[str, Plain]], pair: Pair) -> None:
    key = (pair.table, pair.record_id)
    if pair.before is None:
        rows.pop(key, None)
    elif pair.after is None:
        rows[key] = {"id": pair.record_id, **pair.before}
    elif key in rows:
        rows[key] |= pair.before
