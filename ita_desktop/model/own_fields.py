"""Fields that the office added to its measures: each as a field like those declared in code.

A measure keeps what was typed as it was typed. Where the office has changed a field's kind since,
or something was typed that the kind cannot be, it is read anew each time: what fits is a value of
the kind, what does not is :class:`~ita_desktop.thai.timelines.Unread` text. Nothing is rewritten,
so turning the kind back brings back what stood there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.layouts import own_column, own_field_id
from ita_desktop.model.records import Measure, OwnField, Record
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Item, Items, OwnContent, OwnKind, OwnValue
from ita_desktop.thai.dates import Misread, format_date, read_date
from ita_desktop.thai.number_reading import format_number, read_number
from ita_desktop.thai.pasted_items import split_items
from ita_desktop.thai.timelines import Unread

R = TypeVar("R", bound=Record)

_KINDS: Mapping[OwnKind, Kind] = MappingProxyType(
    {
        OwnKind.TEXT: Kind.LONG_TEXT,
        OwnKind.ITEMS: Kind.ITEMS,
        OwnKind.NUMBER: Kind.NUMBER,
        OwnKind.DATE: Kind.DATE,
    }
)
_EMPTY: Mapping[Kind, Any] = MappingProxyType(
    {Kind.LONG_TEXT: "", Kind.ITEMS: (), Kind.NUMBER: None, Kind.DATE: None}
)


def own_fields(snapshot: Snapshot) -> tuple[Field, ...]:
    """The office's own fields as fields, named as columns name them (``own:…``)."""
    return tuple(as_field(one) for one in snapshot.of(OwnField))


def as_field(own: OwnField) -> Field:
    """One field of the office's own."""
    label = own.label or UNNAMED
    return Field(own_column(own.id), label, _KINDS[own.kind], hint=own.hint, keeps_unread=True)


UNNAMED = "(ช่องที่ยังไม่มีชื่อ)"


def all_fields(snapshot: Snapshot, kind: type[Record]) -> tuple[Field, ...]:
    """The shown fields of a kind of record: those declared, then the office's own."""
    declared = tuple(one for one in fields_of(kind) if one.shown)
    return (*declared, *own_fields(snapshot)) if kind is Measure else declared


def value_of(record: Record, field: Field) -> Any:
    """What a record holds in a field, declared or the office's own.

    In an own field that is a value of its kind, or :class:`Unread` text that is none.
    """
    field_id = own_field_id(field.name)
    if not field_id:
        return getattr(record, field.name)
    held: tuple[OwnValue, ...] = getattr(record, "own", ())
    for one in held:
        if one.field_id == field_id:
            return _read(one.value, field.kind)
    return _EMPTY[field.kind]


def changed_values(record: Record, field: Field, value: Any) -> dict[str, Any]:
    """The values to give a record's declared fields so that ``field`` holds ``value``."""
    field_id = own_field_id(field.name)
    if not field_id:
        return {field.name: value}
    held: tuple[OwnValue, ...] = getattr(record, "own", ())
    kept = [one for one in held if one.field_id != field_id]
    if isinstance(value, Unread):
        value = value.text
    if value not in ("", (), None):
        kept.append(OwnValue(field_id, value))
    return {"own": tuple(sorted(kept, key=lambda one: one.field_id))}


def with_value(record: R, field: Field, value: Any) -> R:
    """The record with another value in a field."""
    return dataclasses.replace(record, **changed_values(record, field, value))


def read_as(kind: Kind, words: str) -> Decimal | date | Misread:
    """What was typed into a field of numbers or of dates, read."""
    return read_number(words) if kind is Kind.NUMBER else read_date(words)


def filled_in(snapshot: Snapshot, own: OwnField) -> tuple[Measure, ...]:
    """The measures, of whatever year, that hold something in one of the office's own fields."""
    return tuple(
        measure
        for measure in snapshot.of(Measure)
        if any(one.field_id == own.id for one in measure.own)
    )


def _read(value: OwnContent, kind: Kind) -> Any:
    """What is held, as a value of a kind, or Unread."""
    match kind:
        case Kind.LONG_TEXT:
            return _text(value)
        case Kind.ITEMS:
            return value if isinstance(value, tuple) else _items(_text(value))
        case Kind.NUMBER if isinstance(value, Decimal):
            return value
        case Kind.DATE if isinstance(value, date):
            return value
    words = _text(value)
    found = read_as(kind, words)
    return Unread(words) if isinstance(found, Misread) else found


def _text(value: OwnContent) -> str:
    if isinstance(value, tuple):
        return "\n".join(_lines(value))
    if isinstance(value, Decimal):
        return format_number(value)
    return format_date(value) if isinstance(value, date) else value


def _lines(items: Items, lead: str = "") -> list[str]:
    return [line for one in items for line in (f"{lead}{one.text}", *_lines(one.items, "- "))]


def _items(words: str) -> Items:
    items: list[Item] = []
    for level, line in split_items(words):
        if level and items:
            items[-1] = Item(items[-1].text, (*items[-1].items, Item(line)))
        else:
            items.append(Item(line))
    return tuple(items)
