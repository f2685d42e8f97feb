"""Names of the office and its registers that were changed, while texts may still say the old."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_desktop.model.records import Division, Office, Person, Position, Record
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.searching.replacing import doubt_words, fixed_words
from ita_desktop.session.searching.searching import TextIndex
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import fold

NAMED: tuple[type[Record], ...] = (Office, Division, Position, Person)
"""The records whose names texts say."""


_ALL = 1_000_000
"""More places than any file has."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A record that was called ``old`` and is called ``new`` now."""

    record: Record
    old: str
    new: str


def called(record: Record) -> tuple[str, ...]:
    """What texts call a record of the registers: its name and its abbreviation; of a person the
    name without its prefix."""
    match record:
        case Office() | Division():
            return record.name, record.short_name
        case Position():
            return (record.title,)
        case Person():
            return (f"{record.first_name} {record.last_name}".strip(),)
    return ()


def renamed(before: Snapshot, after: Snapshot) -> tuple[Renamed, ...]:
    """What is called otherwise since, where it had a name before and has one now."""
    pairs = ((record, after.get(kind, record.id)) for kind in NAMED for record in _of(before, kind))
    found = (
        Renamed(now, old, new)
        for then, now in pairs
        if now is not None
        for old, new in zip(called(then), called(now), strict=True)
    )
    return tuple(one for one in found if one.old and one.new and fold(one.old) != fold(one.new))


def places_left(index: TextIndex, one: Renamed, action_year: int) -> int:
    """How many places still say the old name and could follow without a doubt. ``action_year``
    (พ.ศ.) is that of the work in hand."""
    return sum(
        1
        for found in index.search(one.old, _ALL).records
        for hit in found.hits
        if found.record.id != one.record.id
        and not fixed_words(hit, one.new)
        and not doubt_words(hit, one.new, found, action_year)
    )


def left_words(one: Renamed, places: int) -> str:
    """``ชื่อเดิม “กองคลัง” ยังอยู่ในข้อความ ๓ แห่ง``"""
    return f"ชื่อเดิม “{one.old}” ยังอยู่ในข้อความ {to_thai(str(places))} แห่ง"


def _of(snapshot: Snapshot, kind: type[Record]) -> Iterable[Record]:
    return snapshot.each(kind)
