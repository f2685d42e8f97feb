"""Measures as the list shows them: the number printed, how far each is filled, which are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from ita_desktop.checks.measures.completeness import Needs, is_empty, measure_findings
from ita_desktop.checks.papers.required_elements import required_fields
from ita_desktop.documents.build import context_of, kind_of
from ita_desktop.documents.catalog.report import REPORT
from ita_desktop.documents.columns import printed_fields
from ita_desktop.documents.grouping import placed
from ita_desktop.documents.people import responsible_text
from ita_desktop.model.fields import Field, Kind, field_of, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.own_fields import all_fields, value_of
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.references import format_references
from ita_desktop.model.responsibility import divisions_of
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Items, Monitoring, Status
from ita_desktop.session.rounds.states import is_missing
from ita_desktop.thai.dates import DateStyle, format_date
from ita_desktop.thai.digits import convert, to_thai
from ita_desktop.thai.lists import joined
from ita_desktop.thai.number_reading import format_number
from ita_desktop.thai.text import fold
from ita_desktop.thai.timeline_styles import TimelineStyle, format_timeline
from ita_desktop.thai.timelines import Unread


class Filled(Enum):
    """How far a measure is filled for a document."""

    NOTHING = "ยังไม่ได้กรอก"
    PARTLY = "กรอกแล้วบางส่วน"
    ALL = "กรอกครบแล้ว"


def needs_of(snapshot: Snapshot, year: YearWork, document_id: str) -> Needs:
    """What a document asks of the year's measures as it is printed now; what the report asks for
    one that has no table of measures. Raises UserError where there is no such document."""
    kind = kind_of(document_id)
    kind = kind if kind.paper else REPORT
    context = context_of(snapshot, year, kind)
    printed = printed_fields(context.layout.columns) if context.layout else None
    return Needs(kind.needs, printed, required_fields(context, kind))


def needed_fields(needs: Needs) -> tuple[Field, ...]:
    """The fields of a measure that a document needs, in form order."""
    required = {one.fields[0] for one in needs.required}
    return tuple(
        field
        for field in fields_of(Measure)
        if (needs.word in field.needed and needs.asks(field.name)) or field.name in required
    )


def printed_numbers(snapshot: Snapshot, year: YearWork, document_id: str) -> dict[Id, str]:
    """The number each measure of the year gets in a document's table, as ``๑.``, by its id; those
    that its round leaves out get a dash."""
    context = context_of(snapshot, year, kind_of(document_id))
    rows = placed(context.measures, context.layout, snapshot, context.catalogue)
    numbers = {one.id: "–" for one in snapshot.measures(year.id)} if context.setup.round else {}
    return numbers | {one.measure.id: convert(f"{one.number}.", context.digits) for one in rows}


def missing_fields(measure: Measure, needs: Needs) -> tuple[Field, ...]:
    """The fields a document still needs of the measure, in form order, each once."""
    names = dict.fromkeys(finding.field for finding in measure_findings(measure, needs))
    return tuple(field_of(Measure, name) for name in names)


def unread_fields(measure: Measure) -> tuple[Field, ...]:
    """Fields that hold something no document can print as it stands: an unread timeline."""
    unread = isinstance(measure.timeline, Unread)
    return (field_of(Measure, "timeline"),) if unread else ()


def filled(measure: Measure, needs: Needs) -> Filled:
    """How far it is filled. A title alone is not yet anything done about the measure."""
    missing = {field.name for field in missing_fields(measure, needs)}
    if not missing and not unread_fields(measure):
        return Filled.ALL
    asked = {field.name for field in needed_fields(needs)} - {"title"}
    begun = any(not is_empty(field_of(Measure, one), getattr(measure, one)) for one in asked)
    return Filled.PARTLY if begun else Filled.NOTHING


def missing_count_words(measure: Measure, needs: Needs) -> str:
    """``ยังขาด ๓ ช่อง · อ่านไม่ออก ๑ ช่อง``, or that nothing is missing: cheap, for headings."""
    missing, unread = len(missing_fields(measure, needs)), len(unread_fields(measure))
    parts = (missing and f"ยังขาด {missing} ช่อง", unread and f"อ่านไม่ออก {unread} ช่อง")
    return to_thai(" · ".join(part for part in parts if part)) or Filled.ALL.value


def missing_words(measure: Measure, needs: Needs) -> str:
    """``ยังขาด ก ข และค``, or that nothing is missing."""
    labels = [field.label for field in missing_fields(measure, needs)]
    unread = [field.label for field in unread_fields(measure)]
    parts = (labels and f"ยังขาด{joined(labels)}", unread and f"{joined(unread)}อ่านไม่ออก")
    return " และ".join(part for part in parts if part) or Filled.ALL.value


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """Which measures to show: every condition that is set must hold.

    ``status`` None asks nothing, ``""`` for a measure without one, else a :class:`Status`;
    ``missing`` is the name of a field still needed, ``any`` for whatever is missing; ``division``
    is the id of a division that must be responsible, alone or among all of them; ``unreported`` the
    month of a round in which it, or whoever is responsible, has not reported.
    """

    text: str = ""
    status: Status | str | None = None
    missing: str = ""
    division: Id = ""
    unreported: int = 0

    @property
    def on(self) -> bool:
        """Whether it hides anything."""
        return self != MeasureFilter()


def kept(wanted: MeasureFilter, measure: Measure, snapshot: Snapshot, needs: Needs) -> bool:
    """Whether a measure is among those wanted."""
    if wanted.status is not None and (measure.status or "") != wanted.status:
        return False
    if wanted.missing:
        missing = {field.name for field in missing_fields(measure, needs)}
        whole = filled(measure, needs) is Filled.ALL
        if whole if wanted.missing == "any" else wanted.missing not in missing:
            return False
    if wanted.division and not _is_responsible(snapshot, measure, wanted.division):
        return False
    month = wanted.unreported
    if month and not is_missing(snapshot, measure, month, wanted.division):
        return False
    words = fold(wanted.text).split()
    if not words:
        return True
    said = fold(all_text(measure, snapshot))
    return all(word in said for word in words)


def all_text(measure: Measure, snapshot: Snapshot) -> str:
    """Everything the measure says, for searching."""
    parts: list[str] = []
    for field in all_fields(snapshot, Measure):
        value = value_of(measure, field)
        match field.kind:
            case _ if isinstance(value, Unread):
                parts.append(value.text)
            case Kind.TEXT | Kind.LONG_TEXT:
                parts.append(value)
            case Kind.ITEMS:
                parts.extend(_texts(value))
            case Kind.RESPONSIBLE:
                parts.extend(responsible_text(snapshot, one) for one in value)
            case Kind.REFERENCES:
                parts.append(format_references(value))
            case Kind.CHOICE if value is not None:
                parts.append(value.label)
            case Kind.NUMBER if value is not None:
                parts += (format_number(value), str(value))
            case Kind.DATE if value is not None:
                parts += (format_date(value), format_date(value, DateStyle.SHORT))
    return "\n".join(filter(None, parts))


def _texts(items: Items) -> list[str]:
    return [text for item in items for text in (item.text, *_texts(item.items))]


def _is_responsible(snapshot: Snapshot, measure: Measure, division: Id) -> bool:
    return any(one.id == division for one in divisions_of(snapshot, measure))


def summary_words(measure: Measure, snapshot: Snapshot, year: YearWork) -> str:
    """What the measure holds in one line: counts of lists, timeline, who is responsible."""
    parts: list[str] = []
    for field in all_fields(snapshot, Measure):
        value = value_of(measure, field)
        if isinstance(value, Decimal):
            parts.append(to_thai(f"{field.label} {format_number(value)}"))
        elif isinstance(value, date):
            parts.append(to_thai(f"{field.label} {format_date(value)}"))
        elif field.kind is Kind.ITEMS and value:
            parts.append(to_thai(f"{field.label} {len(value)} ข้อ"))
        elif field.kind is Kind.TIMELINE and value is not None:
            parts.append(to_thai(format_timeline(value, TimelineStyle.SHORT, year.action_year)))
        elif field.kind is Kind.RESPONSIBLE and value:
            parts.append(joined([responsible_text(snapshot, one) for one in value]))
        elif field.kind is Kind.CHOICE and value is not None:
            parts.append(value.label)
        elif field.kind is Kind.REFERENCES and value:
            parts.append(format_references(value))
        elif field.name != "title" and _says_something(value):
            parts.append(field.label)
    return " · ".join(parts)


def _says_something(value: object) -> bool:
    if isinstance(value, Monitoring):
        return value != Monitoring()
    return isinstance(value, str | Unread) and bool(value)
