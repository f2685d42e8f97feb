"""Mending one passage of a record: where texts stand in it, and the field with one of them new."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.findings import Finding, Repair
from ita_desktop.model.records import Record
from ita_desktop.model.values import Item, Items, OwnText

_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
OF_TEXT = "texts:"
"""What the field of a finding about a document's wording begins with; its name follows."""


def passages(record: Record) -> Iterator[tuple[str, str]]:
    """Every text that is typed into a record, each with its field; items one by one, in order."""
    for field in fields_of(type(record)):
        if not field.shown:
            continue
        value = getattr(record, field.name)
        if not value:
            continue
        if field.kind in _TEXTS:
            yield field.name, value
        elif field.kind is Kind.ITEMS:
            for text in item_texts(value):
                yield field.name, text
        elif field.kind is Kind.OWN_TEXTS:
            for own in value:
                yield f"{OF_TEXT}{own.name}", own.text


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
    of_text = finding.field.startswith(OF_TEXT)
    name = "texts" if of_text else finding.field
    before = getattr(record, name, None)
    after = _with(before, repair, finding.field.removeprefix(OF_TEXT))
    return {} if after == before else {name: after}


def _with(value: Any, repair: Repair, own: str) -> Any:
    match value:
        case str():
            return repair.new if value == repair.old else value
        case Item():
            inner = tuple(_with(one, repair, own) for one in value.items)
            return dataclasses.replace(value, text=_with(value.text, repair, own), items=inner)
        case OwnText() if value.name == own:
            return dataclasses.replace(value, text=_with(value.text, repair, own))
        case tuple():
            return tuple(_with(one, repair, own) for one in value)
    return value
