"""Records and their values in words, as lists of differences tell them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from ita_desktop.documents.catalog import document_kind
from ita_desktop.documents.people import responsible_text, signer_lines
from ita_desktop.model.differences import Difference
from ita_desktop.model.fields import Field, Kind
from ita_desktop.model.records import (
    DocumentSetup,
    IssueAnalysis,
    Measure,
    OwnField,
    OwnWording,
    Position,
    Record,
    RoundReport,
    Score,
    SignedCopy,
    YearWork,
)
from ita_desktop.model.references import format_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Items, Monitoring, Opinion, OwnValue, Signer
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.number_reading import format_number
from ita_desktop.thai.timeline_styles import format_timeline

NOTHING = "(ว่าง)"
"""What is said in the place of an empty value."""

Verbs: TypeAlias = tuple[str, str, str]
"""What is said of records that the second state alone has, of changed ones, and of those it lacks.
"""

HAPPENED: Verbs = ("เพิ่ม", "แก้ไข", "ลบ")
"""What was done between two states."""

HOLDS: Verbs = ("มีเพิ่ม", "ต่างกัน", "ขาดไป")
"""What one file holds beside another."""

_NAMES = ("title", "full_name", "name", "label", "words", "caption", "receiver")


def record_words(record: Record, snapshot: Snapshot) -> str:
    """What a record is called, in one line: its title, its name, or what it is of."""
    match record:
        case YearWork():
            words = to_thai(f"ปีงบประมาณ พ.ศ. {record.action_year}")
        case Score():
            words = to_thai(f"ปี {record.year} ข้อ ") + record.code
        case IssueAnalysis():
            words = to_thai(f"ประเด็นที่ {record.issue}")
        case DocumentSetup() | SignedCopy():
            kind = document_kind(record.document)
            words = kind.short_title if kind else record.document
        case RoundReport():
            measure = snapshot.get(Measure, record.measure_id)
            of = f" ของ{measure.title}" if measure else ""
            words = to_thai(f"รอบ {record.month} เดือน") + of
        case OwnWording():
            words = record.words
        case _:
            found = (str(getattr(record, name, "")).strip() for name in _NAMES)
            words = next((one for one in found if one), "")
            if not words and hasattr(record, "year"):
                words = to_thai(f"ปี {record.year}")
    return " ".join(words.split()) or f"{record.TITLE}ที่ยังไม่มีชื่อ"


def value_words(field: Field, value: object, snapshot: Snapshot) -> str:
    """A field's value as a person reads it, over several lines for a list; empty ones say so."""
    return _words(field, value, snapshot).strip() or NOTHING


def difference_words(one: Difference, verbs: Verbs = HAPPENED) -> str:
    """``เพิ่ม ๒ · แก้ไข ๑ · ลบ ๓``: how many records of a kind differ, and how."""
    parts = zip(verbs, (one.added, one.changed, one.removed), strict=True)
    return to_thai(" · ".join(f"{word} {len(found)}" for word, found in parts if found))


def differences_words(found: Iterable[Difference], verbs: Verbs = HAPPENED) -> str:
    """All kinds in one line: ``มาตรการ เพิ่ม ๒ · แก้ไข ๑, บุคลากร ลบ ๓``."""
    return ", ".join(f"{one.kind.TITLE} {difference_words(one, verbs)}" for one in found)


def _words(field: Field, value: object, snapshot: Snapshot) -> str:
    match field.kind:
        case Kind.RANK:
            return "ลำดับในรายการ"
        case Kind.FLAG:
            return "ใช่" if value else "ไม่ใช่"
        case Kind.PICTURE | Kind.ATTACHMENT:
            return "มีแฟ้มแนบ" if value else ""
        case Kind.LINK:
            linked = snapshot.find(str(value)) if value else None
            return record_words(linked, snapshot) if linked is not None else ""
        case Kind.TIMELINE:
            return to_thai(format_timeline(value))  # type: ignore[arg-type]
        case Kind.REFERENCES:
            return format_references(value)  # type: ignore[arg-type]
        case Kind.RESPONSIBLE:
            return _lines(responsible_text(snapshot, one) for one in value)  # type: ignore[attr-defined]
        case Kind.DOCUMENTS:
            kinds = [document_kind(one) for one in value]  # type: ignore[attr-defined]
            return _lines(one.short_title for one in kinds if one)
    if isinstance(value, Monitoring):
        return _monitoring(value)
    if isinstance(value, tuple):
        return _lines(_part(one, snapshot) for one in value)
    return _plain(value)


def _part(one: object, snapshot: Snapshot) -> str:
    """One entry of a list."""
    match one:
        case OwnValue(field_id, value):
            own = snapshot.get(OwnField, field_id)
            shown = _items(value) if isinstance(value, tuple) else _plain(value)
            return f"{own.label if own else 'ช่องที่ลบแล้ว'}: {shown}"
        case Signer():
            name, position = signer_lines(snapshot, one)
            return " ".join((name, *position))
        case Opinion(signer, title):
            return title or _part(signer, snapshot)
    if hasattr(one, "items"):
        return _items((one,))  # type: ignore[arg-type]
    if hasattr(one, "heading"):  # a column of a layout
        return str(one.heading)
    if hasattr(one, "position_id"):  # acting in another position
        held = snapshot.get(Position, one.position_id)
        return f"{getattr(one, 'words', '')}{held.title if held else ''}"
    return str(getattr(one, "text", one))


def _items(items: Items, lead: str = "") -> str:
    return _lines(
        line
        for one in items
        for line in (f"{lead}{one.text}", *([_items(one.items, "  - ")] if one.items else ()))
    )


def _monitoring(value: Monitoring) -> str:
    rounds = "ทุกไตรมาส" if value.quarterly else ""
    if value.months:
        rounds = f"รอบ {', '.join(map(str, value.months))} เดือน"
    return to_thai(f"{rounds} {value.note}".strip())


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return to_thai(format_number(value))
    if isinstance(value, date):
        return to_thai(format_date(value))
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    return str(getattr(value, "label", value))


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
