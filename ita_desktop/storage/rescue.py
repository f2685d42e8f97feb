"""What can still be read of a damaged office file, made into a new one, with a list of the losses.

Records are read one by one and field by field: a field that cannot be read is left empty and told.
Records that are gone are made again from the history where it tells of them. Pictures and papers
count only where their bytes are what they were.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_desktop.model.codec import BadValueError, Plain, from_plain, record_of
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.records import RECORDS, Measure, Record, YearWork
from ita_desktop.storage import faults
from ita_desktop.storage.connections import connect, journal_of, require_unlocked
from ita_desktop.storage.history import HistoryEntry, entry_of
from ita_desktop.storage.salvage import Found, Row, salvage

_TABLES: Mapping[str, type[Record]] = {kind.TABLE: kind for kind in RECORDS}
_ANY_TEXT = (Kind.TEXT, Kind.LONG_TEXT, Kind.RANK, Kind.LINK, Kind.PICTURE, Kind.ATTACHMENT)
_YEARS = range(2540, 2640)


@dataclass(frozen=True, slots=True)
class Loss:
    """What is lost of one kind of content.

    ``ids`` are the records known to be gone, ``unread`` how many more rows or pages there were that
    cannot be read: each may have held a record, or several (of no known kind where ``table`` is
    empty). ``fields`` are records that are here
    with fields left empty or cut short: id and field names.
    """

    table: str
    ids: tuple[str, ...] = ()
    unread: int = 0
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Rescued:
    """Everything that could be read. ``again`` are ids of records made again from the history,
    ``stand_ins`` those of empty ones made so that what belonged to them has a place."""

    records: tuple[Record, ...]
    attachments: tuple[tuple[bytes, str], ...]
    history: tuple[HistoryEntry, ...]
    lineage: str
    sample: bool
    losses: tuple[Loss, ...]
    again: tuple[str, ...] = ()
    stand_ins: tuple[str, ...] = ()


def rescue(path: Path) -> Rescued:
    """Read what can be read of the file at ``path``, which is not touched.

    Raises UserError where the file cannot be read from the disk at all.
    """
    with faults.explained(path):
        data = _bytes_of(path)
    found, dark = salvage(data, _fits)
    history, losses = _history(found["history"])
    attachments, lost_attachments = _attachments(found)
    losses += lost_attachments
    facts = {str(row["key"]): str(row["value"]) for row in found["file"].rows}
    records: list[Record] = []
    again: list[str] = []
    past, whole_past = _past(history), not any((losses[0].ids, losses[0].unread))
    for kind in RECORDS:
        if kind.TABLE not in found:
            continue
        read, loss = _records(kind, found[kind.TABLE])
        remade = tuple(_remade(kind, _wanted(kind, loss, past, read, whole_past), past))
        again += [one.id for one in remade]
        records += [*read.values(), *remade]
        gone = tuple(one for one in loss.ids if one not in again)
        losses.append(Loss(loss.table, gone, loss.unread, loss.fields))
    losses = [one for one in losses if one.ids or one.unread or one.fields]
    if dark and not losses:  # else it is what the lost rows ran over into
        losses.append(Loss("", unread=dark))
    stand_ins = _stand_ins(records)
    return Rescued(
        (*stand_ins, *records),
        tuple(attachments),
        tuple(history),
        facts.get("lineage", ""),
        facts.get("sample") == "1",
        tuple(losses),
        tuple(again),
        tuple(one.id for one in stand_ins),
    )


def _bytes_of(path: Path) -> bytes:
    """The file's bytes, once a write that was cut off is undone in a copy of it."""
    if not journal_of(path).exists():
        return path.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        try:
            with closing(connect(copy, "rw")) as connection:
                require_unlocked(connection)
        except sqlite3.Error:
            return path.read_bytes()
        return copy.read_bytes()


def _records(kind: type[Record], found: Found) -> tuple[dict[str, Record], Loss]:
    """The records of a table by id, and what is lost of it."""
    read: dict[str, Record] = {}
    fields: list[tuple[str, tuple[str, ...]]] = []
    unread = found.unread
    for row, broken in zip(found.rows, found.broken, strict=True):
        record_id = row["id"]
        if not isinstance(record_id, str) or not record_id or "id" in broken:
            unread += 1
            continue
        if record_id in read:
            continue  # an older state of it, on a page that is no longer in use
        record, bad = _tolerant(kind, row, broken)
        read[record_id] = record
        if bad:
            fields.append((record_id, bad))
    gone = sorted((found.keys or frozenset()) - read.keys())
    return read, Loss(kind.TABLE, tuple(gone), max(0, unread - len(gone)), tuple(fields))


def _tolerant(
    kind: type[Record], row: Row, broken: frozenset[str]
) -> tuple[Record, tuple[str, ...]]:
    """A record whose unreadable fields are empty or cut short, and their names."""
    values: dict[str, Any] = {}
    bad: list[str] = []
    for field in fields_of(kind):
        if field.name not in row:
            continue
        plain = row[field.name]
        if field.name in broken:
            bad.append(field.name)
        try:
            values[field.name] = from_plain(field, plain)  # type: ignore[arg-type]
        except BadValueError:
            if field.name not in broken:
                bad.append(field.name)
    return kind(id=str(row["id"]), **values), tuple(bad)


def _past(history: Iterable[HistoryEntry]) -> dict[tuple[str, str], dict[str, Plain]]:
    """The last state of every record that the history has from its beginning."""
    states: dict[tuple[str, str], dict[str, Plain]] = {}
    for entry in history:
        for pair in entry.pairs:
            key = (pair.table, pair.record_id)
            if pair.after is None:
                states.pop(key, None)
            elif pair.before is None:
                states[key] = dict(pair.after)
            elif key in states:
                states[key].update(pair.after)
    return states


def _wanted(
    kind: type[Record],
    loss: Loss,
    past: Mapping[tuple[str, str], object],
    read: Mapping[str, Record],
    whole_past: bool,
) -> frozenset[str]:
    """The ids to be looked for in the history: those known to be gone, and where rows could not be
    read, all that a history without gaps never saw deleted."""
    if not loss.unread or not whole_past:
        return frozenset(loss.ids)
    in_history = {record_id for table, record_id in past if table == kind.TABLE}
    return frozenset(loss.ids) | (in_history - read.keys())


def _remade(
    kind: type[Record],
    wanted: Iterable[str],
    past: Mapping[tuple[str, str], Mapping[str, Plain]],
) -> Iterator[Record]:
    """Lost records as the history last had them."""
    for record_id in sorted(wanted):
        row = past.get((kind.TABLE, record_id))
        if row is not None:
            with suppress(BadValueError):
                yield record_of(kind, row)


def _history(found: Found) -> tuple[list[HistoryEntry], list[Loss]]:
    """The lines of the history that can be read, in order."""
    entries: dict[str, HistoryEntry] = {}
    unread = found.unread
    names = ("edit_id", "parent", "who", "at", "name", "kind", "pairs")
    rows = zip(found.rows, found.broken, strict=True)
    for row, broken in sorted(rows, key=lambda one: _whole_number(one[0]["seq"])):
        entry = None if broken else entry_of([row[name] for name in names])
        if entry is None or entry.unread:
            unread += 1
        else:
            entries.setdefault(entry.edit_id, entry)
    gone = sorted((found.keys or frozenset()) - entries.keys())
    return list(entries.values()), [Loss("history", tuple(gone), max(0, unread - len(gone)))]


def _whole_number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _attachments(found: Mapping[str, Found]) -> tuple[list[tuple[bytes, str]], list[Loss]]:
    """The pictures and papers whose bytes are what they were."""
    table = found.get("attachment") or found["picture"]
    good: dict[str, tuple[bytes, str]] = {}
    bad: set[str] = set()
    unread = table.unread
    for row in table.rows:
        digest, media_type, data = row["sha256"], row["media_type"], row["bytes"]
        if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest:
            good[digest] = (data, media_type if isinstance(media_type, str) else "")
        elif isinstance(digest, str):
            bad.add(digest)
        else:
            unread += 1
    gone = sorted((bad | (table.keys or frozenset())) - good.keys())
    return list(good.values()), [Loss("attachment", tuple(gone), max(0, unread - len(gone)))]


def _stand_ins(records: list[Record]) -> tuple[Record, ...]:
    """Empty records in the place of lost ones that others are nothing without."""
    have = {(type(one).TABLE, one.id) for one in records}
    made: dict[tuple[str, str], Record] = {}

    def need(table: str, record_id: str) -> None:
        if (table, record_id) in have or (table, record_id) in made:
            return
        if table == YearWork.TABLE:
            known = (YearWork.of(year) for year in _YEARS)
            made[table, record_id] = next(
                (one for one in known if one.id == record_id),
                YearWork(id=record_id, action_year=_YEARS[0]),
            )
        else:
            years = [one.id for one in (*made.values(), *records) if isinstance(one, YearWork)]
            year_id = years[0] if years else YearWork.of(_YEARS[0]).id
            need(YearWork.TABLE, year_id)
            made[table, record_id] = Measure(id=record_id, year_id=year_id)

    for record in records:
        for name, table in (("year_id", YearWork.TABLE), ("measure_id", Measure.TABLE)):
            if name in _NEED_PARENT.get(type(record).TABLE, ()):
                need(table, getattr(record, name))
    return tuple(made.values())


_NEED_PARENT = {
    "measure": ("year_id",),
    "reporting_round": ("year_id",),
    "round_report": ("measure_id",),
    "document_setup": ("year_id",),
    "evidence": ("year_id",),
    "issue_analysis": ("year_id",),
    "signed_copy": ("year_id",),
}
"""The real foreign keys of the tables (see the migrations)."""


def _fits(table: str, row: Row) -> int:
    """How well a stray row fits a table: by how many of its columns only few texts would."""
    kind = _TABLES.get(table)
    if kind is not None:
        try:
            record_of(kind, row)  # type: ignore[arg-type]
        except BadValueError:
            return 0
        return 1 + sum(field.kind not in _ANY_TEXT for field in fields_of(kind))
    if table == "history":
        return 4 * (row["kind"] in ("edit", "undo", "redo") and isinstance(row["pairs"], str))
    if table in ("attachment", "picture"):
        return 4 * (isinstance(row["bytes"], bytes) and len(str(row["sha256"])) == 64)
    return int(isinstance(row["value"], str))
