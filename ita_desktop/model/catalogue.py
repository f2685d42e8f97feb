"""The ITA catalogue of one year as a value: indicators, questions, OIT items, issues, levels.

Questions and items are numbered anew every year, so a code means nothing without its year.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ita_desktop.model.ids import Id
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Indicator,
    Issue,
    Level,
    Record,
    RequiredElement,
)
from ita_desktop.model.references import Reference, ReferenceKind, format_reference
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import PaperKind, Tool

KINDS: tuple[type[Record], ...] = (
    CatalogueYear,
    Indicator,
    CatalogueItem,
    Issue,
    Level,
    RequiredElement,
)
"""The kinds of record a catalogue is made of."""

_CODE = re.compile(r"([IEO])([0-9]{1,3})")
_LETTERS = {"I": Tool.IIT, "E": Tool.EIT, "O": Tool.OIT}
_ITEM_KINDS = (
    ReferenceKind.IIT_QUESTION,
    ReferenceKind.EIT_QUESTION,
    ReferenceKind.OIT_ITEM,
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One year's lists in their order; empty where nothing is known of the year (พ.ศ.)."""

    year: int
    head: CatalogueYear | None = None
    indicators: tuple[Indicator, ...] = ()
    items: tuple[CatalogueItem, ...] = ()
    issues: tuple[Issue, ...] = ()
    levels: tuple[Level, ...] = ()
    elements: tuple[RequiredElement, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing at all is known of the year."""
        return not (self.head or self.indicators or self.items or self.issues or self.levels)

    def item(self, code: str) -> CatalogueItem | None:
        """The question or OIT item of that code (``I4``), or None."""
        return next((one for one in self.items if one.code == code), None)

    def items_of(self, tool: Tool) -> tuple[CatalogueItem, ...]:
        """The questions or items of one tool."""
        return tuple(one for one in self.items if tool_of(one.code) is tool)

    def questions(self, indicator: int) -> tuple[CatalogueItem, ...]:
        """The questions and items of one indicator."""
        return tuple(one for one in self.items if one.indicator == indicator)

    def indicators_of(self, tool: Tool) -> tuple[Indicator, ...]:
        """The indicators of one tool."""
        return tuple(one for one in self.indicators if one.tool is tool)

    def indicator(self, number: int) -> Indicator | None:
        """The indicator of that number, or None."""
        return next((one for one in self.indicators if one.number == number), None)

    def issue(self, number: int) -> Issue | None:
        """The issue of that number, or None."""
        return next((one for one in self.issues if one.number == number), None)

    def complete(self, tool: Tool) -> bool:
        """Whether the list of a tool is complete, so that a code missing in it is wrong."""
        head = self.head
        if head is None:
            return False
        if tool is Tool.IIT:
            return head.iit_complete
        return head.eit_complete if tool is Tool.EIT else head.oit_complete

    def paper_item(self, paper: PaperKind) -> str:
        """The OIT code under which a paper is published, or empty."""
        if self.head is None:
            return ""
        return self.head.plan_item if paper is PaperKind.PLAN else self.head.report_item

    def elements_of(self, paper: PaperKind) -> tuple[RequiredElement, ...]:
        """What must stand in a paper."""
        return tuple(one for one in self.elements if one.paper is paper)


def catalogue_of(snapshot: Snapshot, year: int) -> Catalogue:
    """The catalogue of a year (พ.ศ.) as the office's file holds it."""
    heads = [one for one in snapshot.each(CatalogueYear) if one.year == year]
    indicators = [one for one in snapshot.each(Indicator) if one.year == year]
    items = [one for one in snapshot.each(CatalogueItem) if one.year == year]
    issues = [one for one in snapshot.each(Issue) if one.year == year]
    levels = [one for one in snapshot.each(Level) if one.year == year]
    elements = [one for one in snapshot.each(RequiredElement) if one.year == year]
    return Catalogue(
        year=year,
        head=heads[0] if heads else None,
        indicators=tuple(sorted(indicators, key=lambda one: one.number)),
        items=tuple(sorted(items, key=lambda one: code_order(one.code))),
        issues=tuple(sorted(issues, key=lambda one: one.number)),
        levels=tuple(sorted(levels, key=lambda one: one.order)),
        elements=tuple(sorted(elements, key=lambda one: (one.paper.value, one.slug))),
    )


def required_of(
    snapshot: Snapshot, year: int, paper: PaperKind
) -> tuple[str, tuple[RequiredElement, ...]]:
    """The OIT item of a paper in a year (พ.ศ.) and what must stand in it: the same as a whole
    catalogue says, without putting one together."""
    head = Catalogue(year, snapshot.get(CatalogueYear, CatalogueYear.key(year)))
    elements = (one for one in snapshot.each(RequiredElement) if one.year == year)
    return head.paper_item(paper), tuple(one for one in elements if one.paper is paper)


def catalogue_from(records: Iterable[Record], year: int) -> Catalogue:
    """The catalogue of a year among records that no file holds yet."""
    return catalogue_of(snapshot_of(records), year)


def catalogue_years(snapshot: Snapshot) -> tuple[int, ...]:
    """The years (พ.ศ.) of which the file holds a catalogue, newest first."""
    return tuple(sorted({one.year for one in snapshot.each(CatalogueYear)}, reverse=True))


def records_of(catalogue: Catalogue) -> tuple[Record, ...]:
    """The records a catalogue is made of."""
    head = (catalogue.head,) if catalogue.head else ()
    return (
        *head,
        *catalogue.indicators,
        *catalogue.items,
        *catalogue.issues,
        *catalogue.levels,
        *catalogue.elements,
    )


def copied(catalogue: Catalogue, year: int) -> tuple[Record, ...]:
    """The records of a new year (พ.ศ.) copied from another: nothing in them is confirmed yet."""
    source = f"คัดลอกจากบัญชีปี {catalogue.year} ยังไม่ได้ตรวจกับคู่มือปี {year}"
    lists: tuple[Record, ...] = records_of(catalogue)
    if catalogue.head is None:
        lists = (CatalogueYear(id=CatalogueYear.key(catalogue.year)), *lists)
    made: list[Record] = []
    for record in lists:
        values: dict[str, object] = {"year": year, "source": source, "certain": False}
        match record:
            case CatalogueYear():
                record_id = CatalogueYear.key(year)
                values |= dict.fromkeys(("iit_complete", "eit_complete", "oit_complete"), False)
            case Issue():
                record_id = Issue.key(year, record.number)
                values["codes"] = tuple(
                    dataclasses.replace(one, year=year) if isinstance(one, Reference) else one
                    for one in record.codes
                )
            case _:
                record_id = _key(record, year)
        made.append(dataclasses.replace(record, id=record_id, **values))
    return tuple(made)


def _key(record: Record, year: int) -> Id:
    match record:
        case Indicator():
            return Indicator.key(year, record.number)
        case CatalogueItem():
            return CatalogueItem.key(year, record.code)
        case Level():
            return Level.key(year, record.order)
        case RequiredElement():
            return RequiredElement.key(year, record.paper, record.slug)
    raise ValueError(f"{record.TABLE} is no part of a catalogue")


def tool_of(code: str) -> Tool | None:
    """The tool that a question's or item's code (``I4``, ``O10``) belongs to."""
    match = _CODE.fullmatch(code)
    return _LETTERS[match[1]] if match else None


def code_order(code: str) -> tuple[int, int, str]:
    """For sorting: I before E before O, then by number."""
    match = _CODE.fullmatch(code)
    if match is None:
        return (9, 0, code)
    return ("IEO".index(match[1]), int(match[2]), code)


def item_codes(issue: Issue) -> tuple[str, ...]:
    """The codes of an issue's questions and OIT items, in the order of :func:`code_order`."""
    codes = (
        format_reference(one)
        for one in issue.codes
        if isinstance(one, Reference) and one.kind in _ITEM_KINDS
    )
    return tuple(sorted(dict.fromkeys(codes), key=code_order))
