"""What the hand does with the catalogue: a year added or restored, entries added, renamed, deleted.

The id of an entry follows from its year and its key (a code or a number), so that two copies of a
file agree: another key is another entry, and renaming puts one in the place of the other.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TypeVar

from ita_desktop.errors import UserError
from ita_desktop.model.catalogue import Catalogue, catalogue_of, records_of
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Indicator,
    Issue,
    IssueAnalysis,
    Level,
    Record,
    RequiredElement,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool
from ita_desktop.session.scores.catalogues import bringing
from ita_desktop.session.session import Session
from ita_desktop.storage.catalogue import packaged_catalogue
from ita_desktop.thai.digits import to_arabic

Entry = Indicator | CatalogueItem | Issue | Level | RequiredElement
E = TypeVar("E", Indicator, CatalogueItem, Issue, Level, RequiredElement)

OWN_SOURCE = "หน่วยงานเพิ่มเอง"
"""The source of an entry that the office has added."""

_CODE = re.compile(r"\s*([IEO])\s?\.?([0-9]{1,3})\s*")
_TOOL_LETTERS = {Tool.IIT: "I", Tool.EIT: "E", Tool.OIT: "O"}


# ---- years


def add_catalogue_year(session: Session, year: int) -> None:
    """Put a year's catalogue into the file: the shipped one, else a copy of the nearest year's."""
    session.commit(Edit(f"เพิ่มบัญชี ITA ปี {year}", bringing(session.snapshot, year)))


def remove_catalogue_year(session: Session, year: int) -> None:
    """Take a year's catalogue out of the file."""
    held = records_of(catalogue_of(session.snapshot, year))
    session.commit(Edit(f"ลบบัญชี ITA ปี {year}", tuple(Change(one, None) for one in held)))


def restorable(snapshot: Snapshot, year: int) -> int:
    """In how many entries a year differs from what ships; 0 where none of it ships."""
    return len(_restoring(snapshot, year))


def restore_year(session: Session, year: int) -> None:
    """Put a year's catalogue back as it ships; what the office has added goes."""
    session.commit(Edit(f"คืนบัญชี ITA ปี {year}", _restoring(session.snapshot, year)))


def _restoring(snapshot: Snapshot, year: int) -> tuple[Change, ...]:
    shipped = {(type(one), one.id): one for one in packaged_catalogue(year)}
    if not shipped:
        return ()
    held = {(type(one), one.id): one for one in records_of(catalogue_of(snapshot, year))}
    keys = dict.fromkeys((*held, *shipped))
    changes = (Change(held.get(key), shipped.get(key)) for key in keys)
    return tuple(one for one in changes if one.before != one.after)


# ---- entries


def shipped_entry(entry: Record) -> Record | None:
    """The entry as it ships, or None where it does not."""
    year = getattr(entry, "year", 0)
    return next((one for one in packaged_catalogue(year) if one.id == entry.id), None)


def restore_entry(session: Session, entry: Entry | CatalogueYear) -> None:
    """Put one entry back as it ships."""
    shipped = shipped_entry(entry)
    if shipped is not None and shipped != entry:
        session.commit(Edit(f"คืน{entry.TITLE}", (Change(entry, shipped),)))


def key_words(entry: Entry) -> str:
    """The key of an entry as it is typed: its code or number; "" for a required element."""
    match entry:
        case CatalogueItem():
            return entry.code
        case Level():
            return str(entry.order)
        case Indicator() | Issue():
            return str(entry.number)
        case RequiredElement():
            return ""


def next_key(catalogue: Catalogue, kind: type[Entry], tool: Tool | None = None) -> str:
    """The key that a new entry most likely gets: one behind the last."""
    if kind is CatalogueItem:
        letter = _TOOL_LETTERS[tool or Tool.OIT]
        numbers = [int(one.code[1:]) for one in catalogue.items if one.code.startswith(letter)]
        return f"{letter}{max(numbers, default=0) + 1}"
    if kind is Indicator:
        return str(max((one.number for one in catalogue.indicators), default=0) + 1)
    if kind is Issue:
        return str(max((one.number for one in catalogue.issues), default=0) + 1)
    return str(max((one.order for one in catalogue.levels), default=0) + 1)


def add_entry(session: Session, kind: type[E], year: int, typed: str, **values: object) -> E:
    """A new entry of a year under the key typed. Raises UserError where it is none or is taken."""
    entry: Record = kind(id="", year=year, source=OWN_SOURCE, **values)  # type: ignore[arg-type]
    if isinstance(entry, RequiredElement):
        slug = session.new_id()
        key = RequiredElement.key(year, entry.paper, slug)
        made: Record = dataclasses.replace(entry, id=key, slug=slug)
    else:
        made = _keyed(entry, typed)  # type: ignore[type-var]
        _require_free(session.snapshot, made)
    session.add(made)
    return made  # type: ignore[return-value]


def delete_entry(session: Session, entry: Entry) -> None:
    """Delete an entry."""
    session.remove(entry)


def rename_entry(session: Session, entry: E, typed: str) -> E:
    """Give an entry another key; what the office wrote about an issue goes along.

    Raises UserError where the key is none or is taken.
    """
    after = _keyed(entry, typed)
    if after == entry:
        return entry
    _require_free(session.snapshot, after)
    changes = [Change(entry, None), Change(None, after)]
    if isinstance(after, Issue):
        changes += _moved_analyses(session.snapshot, entry, after)
    name = f"เปลี่ยน{entry.TITLE} {key_words(entry)} เป็น {key_words(after)}"
    session.commit(Edit(name, tuple(changes)))
    return after


def _moved_analyses(snapshot: Snapshot, before: Issue, after: Issue) -> list[Change]:
    changes: list[Change] = []
    for work in snapshot.of(YearWork):
        held = snapshot.get(IssueAnalysis, IssueAnalysis.of(work.id, before.number).id)
        if held is None or work.score_year != before.year:
            continue
        fresh = IssueAnalysis.of(work.id, after.number)
        moved = dataclasses.replace(held, id=fresh.id, issue=fresh.issue)
        changes += [Change(held, None), Change(snapshot.get(IssueAnalysis, fresh.id), moved)]
    return changes


def _keyed(entry: E, typed: str) -> E:
    """The entry under another key, with the id that follows from it. Raises UserError."""
    words = to_arabic(typed).strip()
    match entry:
        case CatalogueItem():
            match = _CODE.fullmatch(words.upper())
            if match is None or not int(match[2]):
                raise UserError(
                    f"“{typed.strip()}” ไม่ใช่รหัสข้อ", "พิมพ์ I, E หรือ O ตามด้วยเลขข้อ เช่น O29"
                )
            code = f"{match[1]}{int(match[2])}"
            return dataclasses.replace(entry, id=CatalogueItem.key(entry.year, code), code=code)
        case Indicator():
            number = _number(words, typed)
            key = Indicator.key(entry.year, number)
            return dataclasses.replace(entry, id=key, number=number)
        case Issue():
            number = _number(words, typed)
            return dataclasses.replace(entry, id=Issue.key(entry.year, number), number=number)
        case Level():
            number = _number(words, typed)
            return dataclasses.replace(entry, id=Level.key(entry.year, number), order=number)
        case _:
            return entry


def _number(words: str, typed: str) -> int:
    if not words.isdecimal() or not 0 < int(words) < 1000:
        raise UserError(f"“{typed.strip()}” ไม่ใช่เลขลำดับ", "พิมพ์เป็นตัวเลขตั้งแต่ 1")
    return int(words)


def _require_free(snapshot: Snapshot, entry: Record) -> None:
    if snapshot.get(type(entry), entry.id) is not None:
        key = key_words(entry)  # type: ignore[arg-type]
        raise UserError(f"มี{entry.TITLE} {key} ในปีนี้อยู่แล้ว", "ใช้รหัสหรือเลขอื่น หรือลบรายการเดิมก่อน")
