"""A field's value as words: for the history, for comparing two sides, for reading before deciding.

What somebody typed stands as it was typed, digits and all; what the program says is in Thai digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from ita_desktop.documents.catalog import document_kind
from ita_desktop.documents.people import GONE, responsible_text, signer_lines
from ita_desktop.documents.record_names import RecordNames
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.own_fields import UNNAMED
from ita_desktop.model.records import RECORDS, OwnField, Position, Record
from ita_desktop.model.references import format_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    Acting,
    Items,
    Monitoring,
    Opinion,
    OwnContent,
    OwnText,
    OwnValue,
    Signer,
)
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.number_reading import format_number
from ita_desktop.thai.timeline_styles import format_timeline
from ita_desktop.thai.timelines import Unread

_MOVED = "(ย้ายลำดับ)"


def value_words(snapshot: Snapshot, field: Field, value: Any) -> str:
    """What a field holds, as text of one or more lines; empty where it holds nothing.

    Names that the value links to are looked up in ``snapshot``.
    """
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, Unread):
        return value.text
    match field.kind:
        case Kind.ITEMS:
            return _lines(_items(value))
        case Kind.RESPONSIBLE:
            return _lines(responsible_text(snapshot, one) for one in value)
        case Kind.TIMELINE:
            return to_thai(format_timeline(value))
        case Kind.REFERENCES:
            return format_references(value)
        case Kind.MONITORING:
            return _monitoring(value)
        case Kind.CHOICE:
            return str(value.label)
        case Kind.NUMBER:
            return to_thai(format_number(value))
        case Kind.DATE:
            return to_thai(format_date(value))
        case Kind.INTEGER:
            return to_thai(str(value))
        case Kind.FLAG:
            return "ใช่" if value else "ไม่ใช่"
        case Kind.PICTURE:
            return f"มีภาพ (รหัส {value[:8]})"
        case Kind.ATTACHMENT:
            return f"มีเอกสารแนบ (รหัส {value[:8]})"
        case Kind.LINK:
            return _linked(snapshot, field, value)
        case Kind.RANK:
            return _MOVED
        case Kind.ACTING:
            return _lines(_acting(snapshot, one) for one in value)
        case Kind.SIGNERS:
            return _lines(_signer(snapshot, one) for one in value)
        case Kind.OPINIONS:
            return _lines(_opinion(snapshot, one) for one in value)
        case Kind.OWN_TEXTS:
            return _lines(_own_text(one) for one in value)
        case Kind.OWN_VALUES:
            return _lines(_own_value(snapshot, one) for one in value)
        case Kind.COLUMNS:
            return " | ".join(one.heading or one.field for one in value)
        case Kind.DOCUMENTS:
            return _lines(_document(one) for one in value)
    return str(value)


def held_words(snapshot: Snapshot, record: Record, field: Field) -> str:
    """What a record of the snapshot holds in a field; its place among its like as a number."""
    if field.kind is Kind.RANK:
        parent = getattr(record, "year_id", "")
        like = [one for one in snapshot.of(type(record)) if getattr(one, "year_id", "") == parent]
        place = next((at for at, one in enumerate(like, 1) if one.id == record.id), 0)
        return to_thai(f"ลำดับที่ {place}") if place else ""
    return value_words(snapshot, field, getattr(record, field.name))


def filled_fields(snapshot: Snapshot, record: Record) -> tuple[tuple[Field, str], ...]:
    """Every field of a record that says something to a reader, with its words."""
    told = (
        (field, value_words(snapshot, field, getattr(record, field.name)))
        for field in fields_of(type(record))
        if (field.shown or field.kind is Kind.OWN_VALUES)
        and getattr(record, field.name) is not False
    )
    return tuple((field, words) for field, words in told if words)


def record_text(snapshot: Snapshot, record: Record) -> str:
    """All that a record says, one field a paragraph under its label."""
    parts = filled_fields(snapshot, record)
    return "\n".join(f"{field.label}: {_below(words)}" for field, words in parts)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)


def _below(words: str) -> str:
    """Several lines begin below their label."""
    return f"\n{words}" if "\n" in words else words


def _items(items: Items) -> Iterable[str]:
    for number, item in enumerate(items, 1):
        yield f"{to_thai(f'{number}.')} {item.text}"
        for inner, sub in enumerate(item.items, 1):
            yield f"   {to_thai(f'{number}.{inner}')} {sub.text}"


def _monitoring(value: Monitoring) -> str:
    rounds = [to_thai(f"รอบ {month} เดือน") for month in value.months]
    if value.quarterly:
        rounds.append("รายไตรมาส")
    return _lines((", ".join(rounds), value.note))


def _linked(snapshot: Snapshot, field: Field, record_id: str) -> str:
    kind = next(one for one in RECORDS if field.target == one.TABLE)
    found = snapshot.get(kind, record_id)
    return RecordNames(snapshot).of(found) if found is not None else GONE


def _acting(snapshot: Snapshot, one: Acting) -> str:
    position = snapshot.get(Position, one.position_id)
    return f"{one.words}{position.title if position else GONE}"


def _signer(snapshot: Snapshot, one: Signer) -> str:
    name, lines = signer_lines(snapshot, one)
    return " ".join(part for part in (name, *lines) if part)


def _opinion(snapshot: Snapshot, one: Opinion) -> str:
    return " ".join(part for part in (one.title, _signer(snapshot, one.signer)) if part)


def _own_text(one: OwnText) -> str:
    return f"{one.name}: {_below(one.text)}"


def _own_value(snapshot: Snapshot, one: OwnValue) -> str:
    own = snapshot.get(OwnField, one.field_id)
    label = (own.label or UNNAMED) if own is not None else GONE
    return f"{label}: {_below(_content(one.value))}"


def _content(value: OwnContent) -> str:
    if isinstance(value, tuple):
        return _lines(_items(value))
    if isinstance(value, date):
        return to_thai(format_date(value))
    return to_thai(format_number(value)) if isinstance(value, Decimal) else value


def _document(document_id: str) -> str:
    kind = document_kind(document_id)
    return kind.title if kind is not None else document_id
