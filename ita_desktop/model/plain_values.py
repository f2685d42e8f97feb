"""Values of fields as readable JSON and back: lists, parties, timelines, columns …

Each value has a pair of functions, ``…_out`` and ``…_in``. What comes out of a file made by others
is checked on the way in; a value that does not fit raises :class:`BadValueError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from ita_desktop.model.layouts import CellAlign, LayoutColumn, ListStyle
from ita_desktop.model.references import Reference, ReferenceKind, UnreadReference
from ita_desktop.model.values import (
    Acting,
    AllDivisions,
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    Opinion,
    OrderRef,
    OwnContent,
    OwnText,
    OwnValue,
    PersonRef,
    PositionRef,
    Responsible,
    Signer,
)
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread

T = TypeVar("T")

MAX_DEPTH = 2
"""Lists nest two deep (๑ → ๑.๑)."""


class BadValueError(Exception):
    """A stored value that does not fit its field: which field, and what stood there."""


def expect(value: object, kind: type[T]) -> T:
    """The value, if it is of that kind. Raises BadValueError."""
    if not isinstance(value, kind):
        raise BadValueError(f"{kind.__name__} expected, found {str(value)[:80]!r}")
    return value


def dense(**values: object) -> dict[str, object]:
    """The values that say something."""
    return {key: value for key, value in values.items() if value not in ("", [], False, None)}


def item_out(item: Item) -> object:
    if not item.items:
        return item.text
    return {"text": item.text, "items": [item_out(sub) for sub in item.items]}


def item_in(data: object, depth: int = MAX_DEPTH) -> Item:
    if isinstance(data, str):
        return Item(data)
    found = expect(data, dict)
    subs = expect(found.get("items", []), list)
    if subs and depth <= 1:
        raise BadValueError("a list is nested more than two deep")
    return Item(expect(found["text"], str), tuple(item_in(sub, depth - 1) for sub in subs))


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
    return TimePoint(*(int(part) for part in expect(data, str).split("-")))


def timeline_out(value: Timeline | Unread) -> object:
    if isinstance(value, Unread):
        return {"unread": value.text}
    return {"start": _point_out(value.start), "end": _point_out(value.end)}


def timeline_in(data: object) -> Timeline | Unread:
    found = expect(data, dict)
    if "unread" in found:
        return Unread(expect(found["unread"], str))
    return Timeline(_point_in(found["start"]), _point_in(found["end"]))


def responsible_out(one: Responsible) -> object:
    match one:
        case DivisionRef(division_id, note):
            return dense(division=division_id, note=note)
        case AllDivisions(note):
            return {"all": True, **dense(note=note)}
        case PersonRef(person_id, note):
            return dense(person=person_id, note=note)
        case PositionRef(position_id, note):
            return dense(position=position_id, note=note)
        case OrderRef(number, subject, note):
            return {"order": number, **dense(subject=subject, note=note)}
        case FreeText(text):
            return {"text": text}


def responsible_in(data: object) -> Responsible:
    found = expect(data, dict)
    note = expect(found.get("note", ""), str)
    if "division" in found:
        return DivisionRef(expect(found["division"], str), note)
    if "all" in found:
        return AllDivisions(note)
    if "person" in found:
        return PersonRef(expect(found["person"], str), note)
    if "position" in found:
        return PositionRef(expect(found["position"], str), note)
    if "order" in found:
        subject = expect(found.get("subject", ""), str)
        return OrderRef(expect(found["order"], str), subject, note)
    return FreeText(expect(found["text"], str))


def reference_out(one: Reference | UnreadReference) -> object:
    if isinstance(one, UnreadReference):
        return {"unread": one.text}
    return {"kind": one.kind.value, "number": one.number, "year": one.year}


def reference_in(data: object) -> Reference | UnreadReference:
    found = expect(data, dict)
    if "unread" in found:
        return UnreadReference(expect(found["unread"], str))
    year = found.get("year")
    return Reference(
        ReferenceKind(found["kind"]),
        expect(found["number"], str),
        None if year is None else expect(year, int),
    )


def signer_out(one: Signer) -> object:
    return dense(
        person=one.person_id,
        position_id=one.position_id,
        acting=one.acting,
        name=one.name,
        position=one.position,
    )


def signer_in(data: object) -> Signer:
    found = expect(data, dict)
    keys = ("person", "position_id", "acting", "name", "position")
    return Signer(*(expect(found.get(key, ""), str) for key in keys))


def monitoring_out(value: Monitoring) -> object:
    return dense(months=list(value.months), quarterly=value.quarterly, note=value.note)


def monitoring_in(data: object) -> Monitoring:
    found = expect(data, dict)
    months = tuple(expect(month, int) for month in found.get("months", ()))
    note = expect(found.get("note", ""), str)
    return Monitoring(months, bool(found.get("quarterly", False)), note)


def acting_out(one: Acting) -> object:
    return {"position": one.position_id, "words": one.words}


def acting_in(data: object) -> Acting:
    found = expect(data, dict)
    return Acting(expect(found["position"], str), expect(found["words"], str))


def opinion_out(one: Opinion) -> object:
    return {**dense(title=one.title, signer=signer_out(one.signer)), "lines": one.lines}


def opinion_in(data: object) -> Opinion:
    found = expect(data, dict)
    return Opinion(
        signer=signer_in(found.get("signer", {})),
        title=expect(found.get("title", ""), str),
        lines=expect(found["lines"], int),
    )


def column_out(one: LayoutColumn) -> object:
    return {
        "field": one.field,
        "heading": one.heading,
        **dense(
            share=one.share,
            align="" if one.align is CellAlign.LEFT else one.align.value,
            group=one.group,
            list_style=one.list_style.value if one.list_style else "",
            merged=one.merged,
        ),
    }


def column_in(data: object) -> LayoutColumn:
    found = expect(data, dict)
    share, style = found.get("share"), found.get("list_style")
    return LayoutColumn(
        field=expect(found["field"], str),
        heading=expect(found["heading"], str),
        share=None if share is None else float(share),
        align=CellAlign(found.get("align", CellAlign.LEFT.value)),
        group=expect(found.get("group", ""), str),
        list_style=ListStyle(style) if style else None,
        merged=bool(found.get("merged", False)),
    )


def own_texts_out(values: Sequence[OwnText]) -> object:
    return {one.name: one.text for one in values}


def own_texts_in(data: object) -> tuple[OwnText, ...]:
    texts = expect(data, dict)
    return tuple(OwnText(name, expect(text, str)) for name, text in texts.items())


def own_values_out(values: Sequence[OwnValue]) -> object:
    return {one.field_id: _own_out(one.value) for one in values}


def own_values_in(data: object) -> tuple[OwnValue, ...]:
    found = expect(data, dict)
    return tuple(OwnValue(field_id, _own_in(value)) for field_id, value in found.items())


def _own_out(value: OwnContent) -> object:
    if isinstance(value, Decimal):
        return {"number": number_out(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value if isinstance(value, str) else [item_out(item) for item in value]


def _own_in(data: object) -> OwnContent:
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return tuple(item_in(one) for one in data)
    found = expect(data, dict)
    if "date" in found:
        return date.fromisoformat(expect(found["date"], str))
    return number_in(expect(found["number"], str))


def number_out(value: Decimal) -> str:
    """A decimal number without an exponent: ``97.00``."""
    return f"{value:f}"


def number_in(text: str) -> Decimal:
    """A decimal number. Raises BadValueError for what is none or is infinite."""
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise BadValueError(f"number expected, found {text[:80]!r}") from error
    if not value.is_finite():
        raise BadValueError(f"number expected, found {text[:80]!r}")
    return value
