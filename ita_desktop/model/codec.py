"""Field values as plain column values and back.

One column holds one field: text, a whole number, or readable JSON. Whatever comes out of a file
made by others is checked here; a value that does not fit raises :class:`BadValueError`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from ita_desktop.model import plain_values as values
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.plain_values import MAX_DEPTH, BadValueError, expect
from ita_desktop.model.records import Record

__all__ = [
    "INTEGER_KINDS",
    "MAX_DEPTH",
    "BadValueError",
    "Plain",
    "from_plain",
    "record_of",
    "row_of",
    "to_plain",
]

Plain: TypeAlias = str | int | None
R = TypeVar("R", bound=Record)

INTEGER_KINDS = frozenset({Kind.INTEGER, Kind.FLAG})
"""Kinds whose column is INTEGER; all others are TEXT."""


@dataclass(frozen=True, slots=True)
class _Codec:
    """How the values of a kind become a column's value, and back."""

    out: Callable[[Any], Plain]
    back: Callable[[Any], Any]


def _json(out: Callable[[Any], object], back: Callable[[Any], Any]) -> _Codec:
    """One value as JSON."""
    return _Codec(
        lambda value: json.dumps(out(value), ensure_ascii=False),
        lambda plain: back(json.loads(expect(plain, str))),
    )


def _listed(out: Callable[[Any], object], back: Callable[[Any], Any]) -> _Codec:
    """A tuple of values as a JSON list."""
    return _json(
        lambda value: [out(one) for one in value],
        lambda data: tuple(back(one) for one in expect(data, list)),
    )


def _or_none(codec: _Codec) -> _Codec:
    """NULL for None."""
    return _Codec(
        lambda value: None if value is None else codec.out(value),
        lambda plain: None if plain is None else codec.back(plain),
    )


_TEXT = _Codec(str, lambda plain: expect(plain, str))

_CODECS: Mapping[Kind, _Codec] = MappingProxyType(
    {
        Kind.INTEGER: _Codec(int, lambda plain: expect(plain, int)),
        Kind.FLAG: _Codec(int, lambda plain: bool(expect(plain, int))),
        Kind.NUMBER: _or_none(
            _Codec(values.number_out, lambda plain: values.number_in(expect(plain, str)))
        ),
        Kind.DATE: _or_none(
            _Codec(date.isoformat, lambda plain: date.fromisoformat(expect(plain, str)))
        ),
        Kind.ITEMS: _listed(values.item_out, values.item_in),
        Kind.TIMELINE: _or_none(_json(values.timeline_out, values.timeline_in)),
        Kind.RESPONSIBLE: _listed(values.responsible_out, values.responsible_in),
        Kind.REFERENCES: _listed(values.reference_out, values.reference_in),
        Kind.MONITORING: _json(values.monitoring_out, values.monitoring_in),
        Kind.ACTING: _listed(values.acting_out, values.acting_in),
        Kind.SIGNERS: _listed(values.signer_out, values.signer_in),
        Kind.OPINIONS: _listed(values.opinion_out, values.opinion_in),
        Kind.COLUMNS: _listed(values.column_out, values.column_in),
        Kind.DOCUMENTS: _listed(str, lambda one: expect(one, str)),
        Kind.OWN_TEXTS: _json(values.own_texts_out, values.own_texts_in),
        Kind.OWN_VALUES: _json(values.own_values_out, values.own_values_in),
    }
)
"""Every kind that is not plain text."""


def to_plain(field: Field, value: Any) -> Plain:
    """The column value of a field's value."""
    if field.kind is Kind.CHOICE:
        return None if value is None else str(value.value)
    return _CODECS.get(field.kind, _TEXT).out(value)


def from_plain(field: Field, plain: Plain) -> Any:
    """The field's value of a column value. Raises BadValueError where it does not fit."""
    try:
        if field.kind is Kind.CHOICE:
            return None if plain is None and field.optional else _enum(field, plain)
        return _CODECS.get(field.kind, _TEXT).back(plain)
    except BadValueError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadValueError(f"{field.name}: {str(plain)[:80]!r}") from error


def row_of(record: Record) -> dict[str, Plain]:
    """A record as one row: its id and a column for each field."""
    row: dict[str, Plain] = {"id": record.id}
    for field in fields_of(type(record)):
        row[field.name] = to_plain(field, getattr(record, field.name))
    return row


def record_of(kind: type[R], row: Mapping[str, Plain]) -> R:
    """The record of a row; unknown columns are passed over. Raises BadValueError."""
    record_id = row.get("id")
    if not isinstance(record_id, str) or not record_id:
        raise BadValueError(f"{kind.TABLE}: id {record_id!r}")
    values = {
        field.name: from_plain(field, row[field.name])
        for field in fields_of(kind)
        if field.name in row
    }
    return kind(id=record_id, **values)


def _enum(field: Field, plain: Plain) -> Enum:
    if field.choices is None:
        raise BadValueError(f"{field.name} declares no choices")
    return field.choices(plain)
