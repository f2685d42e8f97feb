"""Pasted lists and tables become measures: which column is which field, and what its cells say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ita_desktop.documents.parties import exact_choice, split_parties
from ita_desktop.model.edits import added
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.ranks import rank_at_end
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Item, Items
from ita_desktop.session.session import Session
from ita_desktop.thai.pasted_items import split_items
from ita_desktop.thai.text import fold
from ita_desktop.thai.timeline_reading import read_timeline

_KINDS = (
    *(Kind.TEXT, Kind.LONG_TEXT, Kind.ITEMS, Kind.TIMELINE),
    *(Kind.RESPONSIBLE, Kind.REFERENCES, Kind.CHOICE),
)

# Words that headings of reports use for a field, beside its own label; the first that fits wins.
_HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("status_reason", ("เหตุผล", "สาเหตุ")),
    ("responsible", ("ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "ส่วนงาน")),
    ("timeline", ("ระยะเวลา", "ช่วงเวลา", "กำหนดเวลา")),
    ("recommendations", ("ข้อเสนอแนะ", "ปัญหาอุปสรรค", "ปัญหา/อุปสรรค")),
    ("outcomes", ("ผลลัพธ์", "ความสำเร็จ")),
    ("outputs", ("ผลผลิต",)),
    ("results", ("ผลการดำเนินการ", "ผลการดำเนินงาน", "สรุปผล", "ผลการปฏิบัติ")),
    ("status", ("สถานะ",)),
    ("steps", ("ขั้นตอน", "วิธีการ", "วิธีดำเนินการ")),
    ("guideline", ("แนวทาง",)),
    ("references", ("อ้างอิง", "รหัส")),
    ("indicator", ("ตัวชี้วัด",)),
    ("issue", ("ประเด็น",)),
    ("note", ("หมายเหตุ",)),
    ("title", ("มาตรการ", "โครงการ", "กิจกรรม", "ชื่อ")),
)


def pasted_fields() -> tuple[Field, ...]:
    """The fields of a measure that a pasted column can fill."""
    return tuple(one for one in fields_of(Measure) if one.shown and one.kind in _KINDS)


def matched_columns(headings: Sequence[str]) -> tuple[str, ...]:
    """For each heading the field it most likely names, or "" for none; no field twice."""
    taken: list[str] = []
    for heading in headings:
        field = _matched(heading, taken)
        taken.append(field)
    return tuple(taken)


def _matched(heading: str, taken: Sequence[str]) -> str:
    words = fold(heading)
    if not words:
        return ""
    for one in pasted_fields():
        if fold(one.label) == words and one.name not in taken:
            return one.name
    for name, parts in _HEADINGS:
        if name not in taken and any(fold(part) in words for part in parts):
            return name
    return ""


def add_pasted(
    session: Session,
    year: YearWork,
    fields: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> tuple[Measure, ...]:
    """Measures from the rows of a table, at the end of the year's list, in one edit.

    ``fields`` names the field of each column, "" for a column that is left out. What cannot be
    read is kept as unread text; rows that fill nothing are left out.
    """
    measures: list[Measure] = []
    siblings = session.snapshot.measures(year.id)
    rank = siblings[-1].rank if siblings else ""
    for row in rows:
        values = _values(session.snapshot, year, fields, row)
        if values:
            rank = rank_at_end(rank)
            measures.append(Measure(id=session.new_id(), year_id=year.id, rank=rank, **values))
    if measures:
        session.commit(added(f"วางมาตรการ {len(measures)} รายการ", *measures))
    return tuple(measures)


def add_pasted_list(session: Session, year: YearWork, text: str) -> tuple[Measure, ...]:
    """A pasted list as measures: each item a title, its sub-items the sub-measures."""
    items: list[tuple[str, list[str]]] = []
    for level, words in split_items(text):
        if level and items:
            items[-1][1].append(words)
        else:
            items.append((words, []))
    rows = [(title, "\n".join(f"- {one}" for one in inner)) for title, inner in items]
    return add_pasted(session, year, ("title", "sub_measures"), rows)


def _values(
    snapshot: Snapshot, year: YearWork, fields: Sequence[str], row: Sequence[str]
) -> Mapping[str, Any]:
    known = {one.name: one for one in pasted_fields()}
    values: dict[str, Any] = {}
    for name, cell in zip(fields, row, strict=False):
        if name in known and cell:
            value = _value(known[name], cell, snapshot, year)
            if value:
                values[name] = value
    return values


def _value(field: Field, cell: str, snapshot: Snapshot, year: YearWork) -> Any:
    match field.kind:
        case Kind.ITEMS:
            return items_from(cell)
        case Kind.TIMELINE:
            return read_timeline(" ".join(cell.split("\n")), year.action_year).value
        case Kind.REFERENCES:
            return read_references(cell, year.score_year).values
        case Kind.RESPONSIBLE:
            names = split_parties(cell)
            return tuple(dict.fromkeys(exact_choice(name, snapshot) for name in names))
        case Kind.CHOICE:
            return _choice(field, cell)
        case Kind.TEXT:
            return " ".join(cell.split("\n"))
        case _:
            return cell


def items_from(text: str) -> Items:
    """A pasted list as items, two deep."""
    items: list[Item] = []
    for level, words in split_items(text):
        if level and items:
            items[-1] = Item(items[-1].text, (*items[-1].items, Item(words)))
        else:
            items.append(Item(words))
    return tuple(items)


def _choice(field: Field, cell: str) -> Any:
    words = fold(cell)
    for choice in field.choices or ():
        names = (str(choice.value), str(getattr(choice, "label", "")))
        if any(fold(name) == words for name in names if name):
            return choice
    return None
