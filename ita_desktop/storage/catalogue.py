"""The ITA catalogue that ships with the program: TOML under ``resources/catalogue``, one file a
year, read into the records that an office's file then holds (the README beside them tells more)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from ita_desktop.model.catalogue import KINDS
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.plain_values import number_in
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Indicator,
    Issue,
    Level,
    Record,
    RequiredElement,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.values import Item
from ita_desktop.resources import resource_path

_NAMES = {CatalogueYear: "", CatalogueItem: "item"}
"""What the files call a kind of record, where it is not its table's name; "" is the top level."""


@cache
def packaged_years() -> tuple[int, ...]:
    """The years (พ.ศ.) of which a catalogue ships, oldest first."""
    return tuple(sorted(int(path.stem) for path in resource_path("catalogue").glob("*.toml")))


@cache
def packaged_catalogue(year: int) -> tuple[Record, ...]:
    """The records of a year's shipped catalogue; none where none ships."""
    if year not in packaged_years():
        return ()
    path = resource_path("catalogue", f"{year}.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    made: list[Record] = []
    for kind in KINDS:
        name = _NAMES.get(kind, kind.TABLE)
        entries = data.get(name, []) if name else [data]
        made += [_record(kind, entry, year) for entry in entries]
    return tuple(made)


def catalogue_for(works: Iterable[YearWork]) -> tuple[Record, ...]:
    """The shipped catalogues that years' work starts from and is assessed by."""
    years = {year for work in works for year in (work.score_year, work.assessment_year)}
    return tuple(record for year in sorted(years) for record in packaged_catalogue(year))


def _record(kind: type[Record], entry: dict[str, Any], year: int) -> Record:
    values: dict[str, Any] = {"year": year}
    for field in fields_of(kind):
        if field.name in entry:
            values[field.name] = _value(field, entry[field.name], year)
    return kind(id=_id(kind, values), **values)


def _id(kind: type[Record], values: dict[str, Any]) -> Id:
    year = values["year"]
    if kind is CatalogueYear:
        return CatalogueYear.key(year)
    if kind is Indicator:
        return Indicator.key(year, values["number"])
    if kind is CatalogueItem:
        return CatalogueItem.key(year, values["code"])
    if kind is Issue:
        return Issue.key(year, values["number"])
    if kind is Level:
        return Level.key(year, values["order"])
    return RequiredElement.key(year, values["paper"], values["slug"])


def _value(field: Field, raw: Any, year: int) -> Any:
    match field.kind:
        case Kind.NUMBER:
            return number_in(raw)
        case Kind.ITEMS:
            return tuple(Item(text) for text in raw)
        case Kind.REFERENCES:
            return read_references(raw, year).values
        case Kind.CHOICE:
            assert field.choices is not None
            return field.choices(raw)
        case _:
            return raw
