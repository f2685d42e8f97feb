"""What makes two rows the same record: the key from which an id follows, or an id of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Division,
    DocumentSetup,
    Evidence,
    Indicator,
    Issue,
    IssueAnalysis,
    Level,
    Measure,
    Office,
    OwnField,
    OwnLayout,
    OwnWording,
    Person,
    Position,
    Record,
    ReportingRound,
    RequiredElement,
    RoundReport,
    Score,
    ScoreYear,
    YearWork,
)
from ita_desktop.thai.text import fold


@dataclass(frozen=True, slots=True)
class Key:
    """The fields that make the key of a kind of record, and the id that follows from them."""

    fields: tuple[str, ...]
    id_of: Callable[[Any], Id]


KEYS: Mapping[type[Record], Key] = MappingProxyType(
    {
        Office: Key((), lambda _one: Office().id),
        YearWork: Key(("action_year",), lambda one: YearWork.of(one.action_year).id),
        ReportingRound: Key(
            ("year_id", "month"), lambda one: ReportingRound.of(one.year_id, one.month).id
        ),
        RoundReport: Key(
            ("measure_id", "month"), lambda one: RoundReport.key(one.measure_id, one.month)
        ),
        ScoreYear: Key(("year",), lambda one: ScoreYear.of(one.year).id),
        Score: Key(("year", "code"), lambda one: Score.of(one.year, one.code).id),
        IssueAnalysis: Key(
            ("year_id", "issue"), lambda one: IssueAnalysis.of(one.year_id, one.issue).id
        ),
        CatalogueYear: Key(("year",), lambda one: CatalogueYear.key(one.year)),
        Indicator: Key(("year", "number"), lambda one: Indicator.key(one.year, one.number)),
        CatalogueItem: Key(("year", "code"), lambda one: CatalogueItem.key(one.year, one.code)),
        Issue: Key(("year", "number"), lambda one: Issue.key(one.year, one.number)),
        Level: Key(("year", "order"), lambda one: Level.key(one.year, one.order)),
        RequiredElement: Key(
            ("year", "paper", "slug"),
            lambda one: RequiredElement.key(one.year, one.paper, one.slug),
        ),
        DocumentSetup: Key(
            ("year_id", "document"), lambda one: DocumentSetup.of(one.year_id, one.document).id
        ),
        OwnWording: Key(("name",), lambda one: OwnWording.key(one.name)),
    }
)
"""Kinds that exist once per key. A record of any other kind has an id of its own."""


NAMED_BY: Mapping[type[Record], tuple[str, ...]] = MappingProxyType(
    {
        Division: ("name",),
        Position: ("title", "division_id"),
        Person: ("first_name", "last_name"),
        OwnField: ("label",),
        Measure: ("year_id", "title"),
        Evidence: ("year_id", "caption", "measure_id"),
        OwnLayout: ("document", "title"),
    }
)
"""The fields by which a clerk knows a record that has an id of its own: a new row that says the
same is that record, so that bringing in a form twice does not double what it says."""


def name_key(record: Record) -> tuple[str, ...]:
    """What a record is known by, folded; empty where it says nothing yet."""
    names = NAMED_BY.get(type(record), ())
    words = tuple(fold(str(getattr(record, name))) for name in names)
    links = {one.name for one in fields_of(type(record)) if one.kind is Kind.LINK}
    said = any(word for name, word in zip(names, words, strict=True) if name not in links)
    return words if said else ()


def key_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields that make the key of a kind, in order; none where the id is its own."""
    return KEYS[kind].fields if kind in KEYS else ()


def parent_link(kind: type[Record]) -> Field | None:
    """The link to what a record belongs to (a year's work, a measure), without which it cannot be
    kept; None where it belongs to the office."""
    return next((one for one in fields_of(kind) if one.kind is Kind.LINK and not one.shown), None)


def needed_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields a row must fill: its key and its parent."""
    parent = parent_link(kind)
    names = (*((parent.name,) if parent else ()), *key_fields(kind))
    return tuple(name for name in dict.fromkeys(names) if name != "slug")


def new_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields a new row must fill: those that any must, and the one that names it."""
    links = {one.name for one in fields_of(kind) if one.kind is Kind.LINK}
    names = (name for name in NAMED_BY.get(kind, ()) if name not in links and name != "document")
    return tuple(dict.fromkeys((*needed_fields(kind), *list(names)[:1])))
