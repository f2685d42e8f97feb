"""The history as it is read: who, when, what changed from what to what, in portions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.documents.value_words import filled_fields, value_words
from ita_desktop.errors import UserError
from ita_desktop.model.codec import BadValueError, Plain, from_plain, record_of
from ita_desktop.model.fields import Field, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import RECORDS, Comment, Record
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.session import Session
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage.history import HistoryEntry, Pair
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import fold

_KINDS = {"undo": "เลิกทำ: ", "redo": "ทำซ้ำ: "}
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class FieldStep:
    """One field of a record before and after, as words; empty where it held nothing."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordStep:
    """What one edit did to one record. ``act`` is ``เพิ่ม``, ``แก้ไข`` or ``ลบ``; ``here`` says
    whether the file still holds the record."""

    record_id: Id
    act: str
    name: str
    fields: tuple[FieldStep, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One edit of the history, ready to be read."""

    edit_id: str
    who: str
    when: datetime
    name: str
    steps: tuple[RecordStep, ...]
    unread: bool = False

    @property
    def time_words(self) -> str:
        """When, by this computer's clock; that it is not known where it cannot be read."""
        return "ไม่ทราบเวลา" if self.unread else spoken_time(self.when)

    @property
    def record_words(self) -> str:
        """The records concerned, in one line."""
        names = list(dict.fromkeys(one.name for one in self.steps))
        more = len(names) - _MOST_NAMED
        shown = " · ".join(names[:_MOST_NAMED])
        return shown + to_thai(f" และอีก {more} รายการ") if more > 0 else shown

    def says(self, words: list[str]) -> bool:
        """Whether all the folded words stand somewhere in it: who, name, records, values."""
        if not words:
            return True
        parts = [self.who, self.name]
        for step in self.steps:
            parts.append(step.name)
            parts += [f"{one.label} {one.before} {one.after}" for one in step.fields]
        said = fold("\n".join(parts))
        return all(word in said for word in words)


class HistoryReader:
    """Reads the history from the newest edit back, a portion at a time.

    ``search`` are words that must all be said by a line, ``record_id`` the one record concerned
    and what hangs on it (its comments).
    """

    def __init__(self, session: Session, search: str = "", record_id: Id = "") -> None:
        self._session = session
        self._words = fold(search).split()
        self._record_id = record_id
        self._last = ""
        self._teller = _Teller(session.snapshot)
        self.at_end = False

    def read(self, most: int = 100, look_at: int = 400) -> tuple[HistoryLine, ...]:
        """The next lines that are wanted: at most so many, out of at most so many edits looked at.

        Fewer, or none, does not mean the end: ask :attr:`at_end`. Raises UserError where the file
        cannot be read.
        """
        found: list[HistoryLine] = []
        entries = self._session.store.history(look_at, self._last)
        for entry in entries:
            self._last = entry.edit_id
            line = self._wanted(entry)
            if line is not None:
                found.append(line)
                if len(found) == most:
                    return tuple(found)
        self.at_end = len(entries) < look_at
        return tuple(found)

    def _wanted(self, entry: HistoryEntry) -> HistoryLine | None:
        about = self._record_id
        if about and not any(self._concerns(pair, about) for pair in entry.pairs):
            return None
        line = self._teller.line(entry)
        return line if line.says(self._words) else None

    def _concerns(self, pair: Pair, record_id: Id) -> bool:
        if pair.record_id == record_id:
            return True
        comment = self._session.snapshot.get(Comment, pair.record_id)
        return comment is not None and comment.about_id == record_id


def settle_history(session: Session) -> None:
    """Have every edit in the file before its history is read, as far as it can be written."""
    try:
        session.flush()
    except UserError:
        return  # told in the line at the bottom; what is in the file can be read all the same


class _Teller:
    """Makes words of entries; names are those that records bear now, else those they bore."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._names = RecordNames(snapshot)
        self._kinds: Mapping[str, type[Record]] = {kind.TABLE: kind for kind in RECORDS}

    def line(self, entry: HistoryEntry) -> HistoryLine:
        name = _KINDS.get(entry.kind, "") + entry.name
        steps = tuple(self._step(pair) for pair in entry.pairs if pair.table in self._kinds)
        return HistoryLine(entry.edit_id, entry.who, entry.when, name, steps, entry.unread)

    def _step(self, pair: Pair) -> RecordStep:
        kind = self._kinds[pair.table]
        held = self._snapshot.get(kind, pair.record_id)
        if pair.before is None or pair.after is None:
            act = "เพิ่ม" if pair.before is None else "ลบ"
            whole = self._whole(kind, pair)
            fields = self._filled(whole, added=pair.before is None) if whole is not None else ()
            known = held if held is not None else whole
            name = self._names.of(known) if known is not None else kind.TITLE
            return RecordStep(pair.record_id, act, name, fields, held is not None)
        name = self._names.of(held) if held is not None else self._gone(kind, pair)
        return RecordStep(pair.record_id, "แก้ไข", name, self._changed(kind, pair), held is not None)

    def _gone(self, kind: type[Record], pair: Pair) -> str:
        """What a record is called that was changed then and is no longer in the file."""
        sides = pair.after or {}
        own = str(sides.get("title") or sides.get("name") or "")
        return f"{kind.TITLE} {own} (ลบไปแล้ว)" if own else f"{kind.TITLE}ที่ลบไปแล้ว"

    def _whole(self, kind: type[Record], pair: Pair) -> Record | None:
        row = pair.after if pair.before is None else pair.before
        try:
            return record_of(kind, {"id": pair.record_id, **(row or {})})
        except BadValueError:
            return None

    def _filled(self, record: Record, *, added: bool) -> tuple[FieldStep, ...]:
        return tuple(
            FieldStep(field.name, field.label, *(("", words) if added else (words, "")))
            for field, words in filled_fields(self._snapshot, record)
        )

    def _changed(self, kind: type[Record], pair: Pair) -> tuple[FieldStep, ...]:
        before, after = pair.before or {}, pair.after or {}
        return tuple(
            FieldStep(
                field.name,
                field.label,
                self._words(field, before.get(field.name)),
                self._words(field, after.get(field.name)),
            )
            for field in fields_of(kind)
            if field.name in before or field.name in after
        )

    def _words(self, field: Field, plain: Plain) -> str:
        try:
            return value_words(self._snapshot, field, from_plain(field, plain))
        except BadValueError:
            return str(plain)
