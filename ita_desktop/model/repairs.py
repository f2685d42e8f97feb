"""Mending one passage of a record: where texts stand in it, and the field with one of them new."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.findings import Finding, Repair
from ita_desktop.model.layouts import own_column, own_field_id
from ita_desktop.model.records import Record
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    FreeText,
    Item,
    Items,
    Monitoring,
    Opinion,
    OrderRef,
    OwnText,
    OwnValue,
    PersonRef,
    PositionRef,
    Signer,
)

_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
_LISTS = (Kind.ITEMS, Kind.RESPONSIBLE, Kind.MONITORING, Kind.SIGNERS, Kind.OPINIONS)
OF_TEXT = "texts:"
"""What the field of a finding about a document's wording begins with; its name follows."""

_TYPED: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        FreeText: ("text",),
        DivisionRef: ("note",),
        AllDivisions: ("note",),
        PersonRef: ("note",),
        PositionRef: ("note",),
        OrderRef: ("number", "subject", "note"),
        Monitoring: ("note",),
        Signer: ("name", "position"),
        Opinion: ("title", "signer"),
        Item: ("text", "items"),
        OwnText: ("text",),
        OwnValue: ("value",),
    }
)
"""The parts of a value that hold what was typed."""


def passages(record: Record) -> Iterator[tuple[str, str]]:
    """Every text that is typed into a record, each with its field; items one by one, in order."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if not value or not (field.shown or field.kind is Kind.OWN_VALUES):
            continue
        if field.kind in _TEXTS:
            yield field.name, value
        elif field.kind is Kind.OWN_TEXTS:
            for own in value:
                yield f"{OF_TEXT}{own.name}", own.text
        elif field.kind is Kind.OWN_VALUES:
            for held in value:
                for text in _typed(held):
                    yield own_column(held.field_id), text
        elif field.kind in _LISTS:
            for text in _typed(value):
                yield field.name, text


def _typed(value: Any) -> Iterator[str]:
    """The texts of a value, in order, without empty ones."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _typed(one)
    else:
        for name in _TYPED.get(type(value), ()):
            yield from _typed(getattr(value, name))


def item_texts(items: Items) -> Iterator[str]:
    """The texts of items and of what is in them, in order, without empty ones."""
    for item in items:
        if item.text:
            yield item.text
        yield from item_texts(item.items)


def repaired(record: Record, finding: Finding) -> dict[str, Any]:
    """The field of the record by name with the finding's repair made; empty where the passage does
    not stand there any more."""
    repair = finding.repair
    if repair is None:
        return {}
    of_text, own = finding.field.startswith(OF_TEXT), own_field_id(finding.field)
    name = "texts" if of_text else "own" if own else finding.field
    before = getattr(record, name, None)
    after = _with(before, repair, own or finding.field.removeprefix(OF_TEXT))
    return {} if after == before else {name: after}


def _with(value: Any, repair: Repair, part: str) -> Any:
    """The value with the repair made; of a document's wordings and of own fields only in one."""
    match value:
        case str():
            return repair.new if value == repair.old else value
        case tuple():
            return tuple(_with(one, repair, part) for one in value)
        case OwnText(name=name) if name != part:
            return value
        case OwnValue(field_id=field_id) if field_id != part:
            return value
    names = _TYPED.get(type(value), ())
    parts = {name: getattr(value, name) for name in names}
    after = {name: _with(held, repair, part) for name, held in parts.items()}
    return value if after == parts else dataclasses.replace(value, **after)
