"""Field values as plain column values and back.

One column holds one field: text, a whole number, or readable JSON. Whatever comes out of a file
made by others is checked here; a value that does not fit raises :class:`BadValueError`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.records import Record
from ita_desktop.model.references import Reference, ReferenceKind, UnreadReference
from ita_desktop.model.values import (
    Acting,
    AllDivisions,
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    OrderRef,
    OwnText,
    PersonRef,
    PositionRef,
    Responsible,
    Signer,
)
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread

Plain: TypeAlias = str | int | None
R = TypeVar("R", bound=Record)
T = TypeVar("T")

INTEGER_KINDS = frozenset({Kind.INTEGER, Kind.FLAG})
"""Kinds whose column is INTEGER; all others are TEXT."""

MAX_DEPTH = 2
"""Lists nest two deep (๑ → ๑.๑)."""


class BadValueError(Exception):
    """A stored value that does not fit its field: which field, and what stood there."""


def to_plain(field: Field, value: Any) -> Plain:
    """The column value of a field's value."""
    match field.kind:
        case Kind.INTEGER | Kind.FLAG:
            return int(value)
        case Kind.CHOICE:
            return None if value is None else str(value.value)
        case Kind.DATE:
            return None if value is None else value.isoformat()
        case Kind.ITEMS:
            return _json([_item_out(item) for item in value])
        case Kind.TIMELINE:
            return None if value is None else _json(_timeline_out(value))
        case Kind.RESPONSIBLE:
            return _json([_responsible_out(one) for one in value])
        case Kind.REFERENCES:
            return _json([_reference_out(one) for one in value])
        case Kind.MONITORING:
            return _json(
                _dense(months=list(value.months), quarterly=value.quarterly, note=value.note)
            )
        case Kind.ACTING:
            return _json([{"position": one.position_id, "words": one.words} for one in value])
        case Kind.SIGNERS:
            return _json([_signer_out(one) for one in value])
        case Kind.OWN_TEXTS:
            return _json({one.name: one.text for one in value})
        case _:
            return str(value)


def from_plain(field: Field, plain: Plain) -> Any:
    """The field's value of a column value. Raises BadValueError where it does not fit."""
    try:
        return _read(field, plain)
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


def _read(field: Field, plain: Plain) -> Any:
    match field.kind:
        case Kind.INTEGER:
            return _expect(plain, int)
        case Kind.FLAG:
            return bool(_expect(plain, int))
        case Kind.CHOICE:
            return None if plain is None and field.optional else _enum(field, plain)
        case Kind.DATE:
            return None if plain is None else date.fromisoformat(_expect(plain, str))
        case Kind.TIMELINE:
            return None if plain is None else _timeline_in(json.loads(_expect(plain, str)))
        case Kind.ITEMS:
            return tuple(_item_in(one, MAX_DEPTH) for one in _list(plain))
        case Kind.RESPONSIBLE:
            return tuple(_responsible_in(one) for one in _list(plain))
        case Kind.REFERENCES:
            return tuple(_reference_in(one) for one in _list(plain))
        case Kind.MONITORING:
            data = _expect(json.loads(_expect(plain, str)), dict)
            months = tuple(_expect(month, int) for month in data.get("months", ()))
            return Monitoring(
                months, bool(data.get("quarterly", False)), _expect(data.get("note", ""), str)
            )
        case Kind.ACTING:
            return tuple(
                Acting(_expect(one["position"], str), _expect(one["words"], str))
                for one in _list(plain)
            )
        case Kind.SIGNERS:
            return tuple(_signer_in(one) for one in _list(plain))
        case Kind.OWN_TEXTS:
            texts = _expect(json.loads(_expect(plain, str)), dict)
            return tuple(OwnText(name, _expect(text, str)) for name, text in texts.items())
        case _:
            return _expect(plain, str)


def _expect(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise BadValueError(f"{kind.__name__} expected, found {str(value)[:80]!r}")
    return value


def _enum(field: Field, plain: Plain) -> Enum:
    if field.choices is None:
        raise BadValueError(f"{field.name} declares no choices")
    return field.choices(plain)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(plain: Plain) -> list[Any]:
    return _expect(json.loads(_expect(plain, str)), list)


def _dense(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in ("", [], False)}


def _item_out(item: Item) -> object:
    if not item.items:
        return item.text
    return {"text": item.text, "items": [_item_out(sub) for sub in item.items]}


def _item_in(data: object, depth: int) -> Item:
    if isinstance(data, str):
        return Item(data)
    found = _expect(data, dict)
    subs = _expect(found.get("items", []), list)
    if subs and depth <= 1:
        raise BadValueError("a list is nested more than two deep")
    return Item(_expect(found["text"], str), tuple(_item_in(sub, depth - 1) for sub in subs))


def _point_out(point: TimePoint | None) -> str | None:
    if point is None:
        return None
    parts = (
        f"{point.year:04}",
        point.month and f"{point.month:02}",
        point.day and f"{point.day:02}",
    )
    return "-".join(part for part in parts if part)


def _point_in(data: object) -> TimePoint | None:
    if data is None:
        return None
    return TimePoint(*(int(part) for part in _expect(data, str).split("-")))


def _timeline_out(value: Timeline | Unread) -> object:
    if isinstance(value, Unread):
        return {"unread": value.text}
    return {"start": _point_out(value.start), "end": _point_out(value.end)}


def _timeline_in(data: object) -> Timeline | Unread:
    found = _expect(data, dict)
    if "unread" in found:
        return Unread(_expect(found["unread"], str))
    return Timeline(_point_in(found["start"]), _point_in(found["end"]))


def _responsible_out(one: Responsible) -> object:
    match one:
        case DivisionRef(division_id, note):
            return _dense(division=division_id, note=note)
        case AllDivisions(note):
            return {"all": True, **_dense(note=note)}
        case PersonRef(person_id, note):
            return _dense(person=person_id, note=note)
        case PositionRef(position_id, note):
            return _dense(position=position_id, note=note)
        case OrderRef(number, subject, note):
            return {"order": number, **_dense(subject=subject, note=note)}
        case FreeText(text):
            return {"text": text}


def _responsible_in(data: object) -> Responsible:
    found = _expect(data, dict)
    note = _expect(found.get("note", ""), str)
    if "division" in found:
        return DivisionRef(_expect(found["division"], str), note)
    if "all" in found:
        return AllDivisions(note)
    if "person" in found:
        return PersonRef(_expect(found["person"], str), note)
    if "position" in found:
        return PositionRef(_expect(found["position"], str), note)
    if "order" in found:
        subject = _expect(found.get("subject", ""), str)
        return OrderRef(_expect(found["order"], str), subject, note)
    return FreeText(_expect(found["text"], str))


def _reference_out(one: Reference | UnreadReference) -> object:
    if isinstance(one, UnreadReference):
        return {"unread": one.text}
    return {"kind": one.kind.value, "number": one.number, "year": one.year}


def _reference_in(data: object) -> Reference | UnreadReference:
    found = _expect(data, dict)
    if "unread" in found:
        return UnreadReference(_expect(found["unread"], str))
    year = found.get("year")
    return Reference(
        ReferenceKind(found["kind"]),
        _expect(found["number"], str),
        None if year is None else _expect(year, int),
    )


def _signer_out(one: Signer) -> object:
    return _dense(
        person=one.person_id,
        position_id=one.position_id,
        acting=one.acting,
        name=one.name,
        position=one.position,
    )


def _signer_in(data: object) -> Signer:
    found = _expect(data, dict)
    keys = ("person", "position_id", "acting", "name", "position")
    return Signer(*(_expect(found.get(key, ""), str) for key in keys))
