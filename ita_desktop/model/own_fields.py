"""Fields that the office added to its measures: each as a field like those declared in code."""

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
from ita_desktop.model.values import OwnKind, OwnValue

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
    return Field(own_column(own.id), own.label, _KINDS[own.kind], hint=own.hint)


def all_fields(snapshot: Snapshot, kind: type[Record]) -> tuple[Field, ...]:
    """The shown fields of a kind of record: those declared, then the office's own."""
    declared = tuple(one for one in fields_of(kind) if one.shown)
    return (*declared, *own_fields(snapshot)) if kind is Measure else declared


def value_of(record: Record, field: Field) -> Any:
    """What a record holds in a field, declared or the office's own."""
    field_id = own_field_id(field.name)
    if not field_id:
        return getattr(record, field.name)
    held: tuple[OwnValue, ...] = getattr(record, "own", ())
    empty = _EMPTY[field.kind]
    found = next((one.value for one in held if one.field_id == field_id), empty)
    return found if _fits(found, field.kind) else empty


def changed_values(record: Record, field: Field, value: Any) -> dict[str, Any]:
    """The values to give a record's declared fields so that ``field`` holds ``value``."""
    field_id = own_field_id(field.name)
    if not field_id:
        return {field.name: value}
    held: tuple[OwnValue, ...] = getattr(record, "own", ())
    kept = [one for one in held if one.field_id != field_id]
    if value != _EMPTY[field.kind]:
        kept.append(OwnValue(field_id, value))
    return {"own": tuple(sorted(kept, key=lambda one: one.field_id))}


def with_value(record: R, field: Field, value: Any) -> R:
    """The record with another value in a field."""
    return dataclasses.replace(record, **changed_values(record, field, value))


def _fits(value: Any, kind: Kind) -> bool:
    """Whether a value is of the field's kind: the office may have changed that since."""
    match kind:
        case Kind.LONG_TEXT:
            return isinstance(value, str)
        case Kind.ITEMS:
            return isinstance(value, tuple)
        case Kind.NUMBER:
            return value is None or isinstance(value, Decimal)
        case _:
            return value is None or isinstance(value, date)
