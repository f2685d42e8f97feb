"""What stands in one cell of a table: a field of the measure, or composed from several.

A declared field, or one of the office's own, is a column by its name, printed by its kind. A
composed column is one function here and one entry in ``COMPOSED``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ita_desktop.documents.blocks import (
    Align,
    Cell,
    ListBlock,
    ListItem,
    Paragraph,
    Source,
    Text,
    bold,
    text,
)
from ita_desktop.documents.context import Context
from ita_desktop.documents.lists import label_of, lines_of, list_of
from ita_desktop.documents.people import responsible_text
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.layouts import CellAlign, LayoutColumn, ListStyle, own_field_id
from ita_desktop.model.own_fields import all_fields, value_of
from ita_desktop.model.records import Measure
from ita_desktop.model.references import format_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Monitoring, Status
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.number_reading import format_number
from ita_desktop.thai.timeline_styles import format_timeline
from ita_desktop.thai.timelines import Unread

Content = tuple[Paragraph | ListBlock, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: the measure, its number from 1, its column, and lines set above it."""

    context: Context
    measure: Measure
    number: int
    column: LayoutColumn
    above: tuple[Text, ...] = ()

    @property
    def list_style(self) -> ListStyle:
        if self.column.list_style is not None:
            return self.column.list_style
        return self.context.layout.list_style if self.context.layout else ListStyle.NUMBER


def cell_of(place: Place) -> Cell:
    """The cell of one column for one measure."""
    name = place.column.field
    composed = COMPOSED.get(name)
    content = composed.content(place) if composed else _declared(place)
    above = tuple(Paragraph(line) for line in place.above)
    source = Source(place.measure.id, composed.source if composed else name)
    return Cell(above + _aligned(content, Align(place.column.align.value)), source=source)


def _aligned(content: Content, align: Align) -> Content:
    """The cell with its paragraphs set as the column says; lists stay at the left."""
    return tuple(
        dataclasses.replace(one, align=align) if isinstance(one, Paragraph) else one
        for one in content
    )


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column a layout may show: its name, its label for a list to pick from, and ``listed``:
    whether its cells hold lists. ``kind`` is None for one composed from several fields."""

    name: str
    label: str
    kind: Kind | None = None
    listed: bool = False

    @property
    def own(self) -> bool:
        """Whether it is a field of the office's own."""
        return bool(own_field_id(self.name))


_LISTED = (Kind.ITEMS, Kind.RESPONSIBLE, Kind.MONITORING)
_ALIGNED: Mapping[Kind, CellAlign] = MappingProxyType(
    {
        Kind.NUMBER: CellAlign.RIGHT,
        Kind.DATE: CellAlign.CENTER,
        Kind.TIMELINE: CellAlign.CENTER,
        Kind.CHOICE: CellAlign.CENTER,
    }
)


def column_choices(snapshot: Snapshot) -> tuple[ColumnChoice, ...]:
    """Every column a layout of measures may show: composed, declared, the office's own."""
    composed = (ColumnChoice(name, one.label, listed=one.listed) for name, one in COMPOSED.items())
    fields = (
        ColumnChoice(field.name, field.label, field.kind, field.kind in _LISTED)
        for field in all_fields(snapshot, Measure)
        if field.kind is not Kind.LINK
    )
    return (*composed, *fields)


def new_column(choice: ColumnChoice) -> LayoutColumn:
    """The column as it begins: under the name of what it shows, numbers at the right."""
    if choice.kind is None:
        align = CellAlign.CENTER if choice.name == "number" else CellAlign.LEFT
        return LayoutColumn(choice.name, COMPOSED[choice.name].heading, align=align)
    style = ListStyle.NONE if choice.kind is Kind.RESPONSIBLE else None
    align = _ALIGNED.get(choice.kind, CellAlign.LEFT)
    return LayoutColumn(choice.name, choice.label, align=align, list_style=style)


def printed_fields(columns: Iterable[LayoutColumn]) -> frozenset[str]:
    """The fields of a measure that columns print."""
    return frozenset(
        name
        for column in columns
        for name in (COMPOSED[column.field].shows if column.field in COMPOSED else (column.field,))
    )


def column_names() -> tuple[str, ...]:
    """Every column a layout of measures may name, the office's own fields left aside."""
    return (*COMPOSED, *(field.name for field in fields_of(Measure) if field.shown))


def _declared(place: Place) -> Content:
    field = place.context.fields.get(place.column.field)
    if field is None:  # the office has deleted its field since
        return ()
    value: Any = value_of(place.measure, field)
    if isinstance(value, Unread) and field.keeps_unread:
        return _paragraph(value.text)
    match field.kind:
        case Kind.ITEMS:
            return list_of(value, place.list_style)
        case Kind.RESPONSIBLE:
            names = [responsible_text(place.context.snapshot, one) for one in value]
            return lines_of(names, place.list_style)
        case Kind.TIMELINE:
            return _paragraph(_timeline(place))
        case Kind.REFERENCES:
            return _paragraph(_references(place.measure))
        case Kind.MONITORING:
            return _monitoring(value, place.list_style)
        case Kind.CHOICE:
            return _paragraph(value.label if value else "")
        case Kind.NUMBER:
            return _paragraph(format_number(value) if value is not None else "")
        case Kind.DATE:
            return _paragraph(format_date(value) if value else "")
        case _:
            return _paragraph(str(value))


def _paragraph(words: str) -> Content:
    return (Paragraph(text(words)),) if words else ()


def _timeline(place: Place) -> str:
    style = place.context.timeline_style
    return format_timeline(place.measure.timeline, style, place.context.year.action_year)


def _references(measure: Measure) -> str:
    return format_references(measure.references)


def _monitoring(value: Monitoring, style: ListStyle) -> Content:
    rounds = [f"รอบ {month} เดือน" for month in value.months]
    if value.quarterly:
        rounds.append("รายไตรมาส")
    if not rounds:
        return _paragraph(value.note)
    lead = value.note or "รายงานผลการดำเนินงานตามมาตรการ"
    return (*_paragraph(lead), *lines_of(rounds, style))


def _number(place: Place) -> Content:
    return _paragraph(str(place.number))


def _measure(place: Place) -> Content:
    """มาตรการ, its sub-measures, and the codes it refers to."""
    return (
        *_paragraph(place.measure.title),
        *list_of(place.measure.sub_measures, place.list_style, single=True),
        *_reference_line(place.measure),
    )


def _numbered_measure(place: Place) -> Content:
    title = ListItem(label_of(ListStyle.NUMBER, place.number), text(place.measure.title))
    style = place.column.list_style or ListStyle.DASH
    return (
        ListBlock((title,)),
        *list_of(place.measure.sub_measures, style, single=True),
        *_reference_line(place.measure),
    )


def _reference_line(measure: Measure) -> Content:
    codes = _references(measure)
    return _paragraph(f"อ้างอิงจาก {codes}") if codes else ()


def _outcome_cannot(place: Place) -> Content:
    measure = place.measure
    if measure.status is Status.CANNOT:
        reason = f"เนื่องจาก{measure.status_reason}" if measure.status_reason else ""
        return (*_paragraph(reason), *list_of(measure.outcomes, place.list_style))
    if measure.status is Status.NOT_STARTED:
        return _status_line(measure.status, measure.status_reason)
    return ()


def _outcome_done(place: Place) -> Content:
    measure = place.measure
    if measure.status is Status.DONE:
        return list_of(measure.outcomes or measure.outputs, place.list_style)
    if measure.status is Status.IN_PROGRESS:
        found = list_of(measure.outcomes or measure.outputs, place.list_style)
        return (*_status_line(measure.status, measure.status_reason), *found)
    return ()


def _status_line(status: Status, reason: str) -> Content:
    line = (Paragraph((bold(status.label),)),)
    return (*line, *_paragraph(reason))


@dataclass(frozen=True, slots=True)
class _Composed:
    """A column put together from several fields: its label in lists, the heading it begins with,
    the field of the form that it follows, whether its cells hold lists in the column's style, and
    the fields it prints.
    """

    content: Callable[[Place], Content]
    label: str
    heading: str
    source: str = "title"
    listed: bool = False
    shows: tuple[str, ...] = ()


_MEASURE = ("title", "sub_measures", "references")
_OUTCOME = ("status", "status_reason", "outcomes", "outputs")

COMPOSED: Mapping[str, _Composed] = MappingProxyType(
    {
        "number": _Composed(_number, "ลำดับที่", "ลำดับที่"),
        "measure": _Composed(
            _measure, "มาตรการ พร้อมข้อย่อยและรหัสอ้างอิง", "มาตรการ", listed=True, shows=_MEASURE
        ),
        "numbered-measure": _Composed(
            _numbered_measure,
            "มาตรการ มีเลขข้อนำหน้า พร้อมข้อย่อยและรหัสอ้างอิง",
            "มาตรการ",
            listed=True,
            shows=_MEASURE,
        ),
        "outcome-cannot": _Composed(
            _outcome_cannot,
            "ผลลัพธ์ เฉพาะที่ไม่สามารถดำเนินการได้",
            "ไม่สามารถดำเนินการได้",
            source="outcomes",
            listed=True,
            shows=_OUTCOME,
        ),
        "outcome-done": _Composed(
            _outcome_done,
            "ผลลัพธ์ เฉพาะที่ดำเนินการแล้วเสร็จ",
            "ดำเนินการแล้วเสร็จ",
            source="outcomes",
            listed=True,
            shows=_OUTCOME,
        ),
    }
)
"""Columns put together from several fields."""
