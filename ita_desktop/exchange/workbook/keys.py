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
    DocumentSetup,
    Indicator,
    Issue,
    IssueAnalysis,
    Level,
    Office,
    OwnWording,
    Record,
    RequiredElement,
    RoundReport,
    Score,
    ScoreYear,
    YearWork,
)


@dataclass(frozen=True, slots=True)
class Key:
    """The fields that make the key of a kind of record, and the id that follows from them."""

    fields: tuple[str, ...]
    id_of: Callable[[Any], Id]


KEYS: Mapping[type[Record], Key] = MappingProxyType(
    {
        Office: Key((), lambda _one: Office().id),
        YearWork: Key(("action_year",), lambda one: YearWork.of(one.action_year).id),
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


def key_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields that make the key of a kind, in order; none where the id is its own."""
    return KEYS[kind].fields if kind in KEYS else ()


def parent_link(kind: type[Record]) -> Field | None:
    """The link to what a record belongs to (a year's work, a measure), without which it cannot be
    kept; None where it belongs to the office."""
    return next((one for one in fields_of(kind) if one.kind is Kind.LINK and not one.shown), None)


def needed_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields a new row must fill: its key and its parent."""
    parent = parent_link(kind)
    names = (*((parent.name,) if parent else ()), *key_fields(kind))
    return tuple(name for name in dict.fromkeys(names) if name != "slug")
