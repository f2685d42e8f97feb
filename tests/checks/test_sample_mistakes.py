"""Every rule of free text finds what was sown, and nothing else: recall and precision."""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import count

import pytest

from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.checks.texts.reading import text_findings
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.findings import Severity
from ita_desktop.model.records import (
    CatalogueItem,
    Evidence,
    Issue,
    IssueAnalysis,
    Measure,
    Record,
    RoundReport,
)
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import AgencyKind, Item, Items
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.storage.sample import sample_records
from tests.checks.sample_mistakes import IN_TEXT, sown

AS_AN_SAO = (
    ("สำนักปลัดเทศบาล", "สำนักปลัด"),
    ("ปลัดเทศบาล", "ปลัดองค์การบริหารส่วนตำบล"),
    ("นายกเทศมนตรีตำบล", "นายกองค์การบริหารส่วนตำบล"),
    ("นายกเทศมนตรี", "นายกองค์การบริหารส่วนตำบล"),
    ("พนักงานเทศบาล", "พนักงานส่วนตำบล"),
    ("เทศบัญญัติ", "ข้อบัญญัติ"),
    ("สภาเทศบาล", "สภาองค์การบริหารส่วนตำบล"),
    ("เทศบาลตำบล", "องค์การบริหารส่วนตำบล"),
)


@pytest.fixture(scope="module")
def sample() -> Snapshot:
    numbers = count(1)
    return snapshot_of(sample_records(lambda: f"id-{next(numbers)}"))


def test_mistakes_sown_into_clean_measures_are_found_and_nothing_else(sample: Snapshot) -> None:
    [year] = sample.years
    facts = TextFacts.of(sample.office, year)
    sowed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    beside: list[str] = []
    for measure in sample.measures(year.id):
        for one in sown(measure):
            sowed[one.rule] += 1
            codes = {finding.code for finding in text_findings([one.measure], facts)}
            found[one.rule] += one.rule in codes
            beside += [f"{one.rule}: {code}" for code in codes - {one.rule}]
    assert {rule for rule, _change in IN_TEXT} <= set(sowed)  # the sample has room for each
    assert sowed.total() > 250
    assert found.total() / sowed.total() >= 0.99, sowed - found
    assert found.total() / (found.total() + len(beside)) >= 0.99, beside


def test_the_sample_office_has_exactly_the_findings_it_was_made_to_have(sample: Snapshot) -> None:
    [year] = sample.years
    found = all_findings(readiness(sample, year))
    assert sorted((one.code, one.severity) for one in found) == [
        ("date-blank", Severity.NOTE),
        ("date-blank", Severity.NOTE),
        ("garuda-blank", Severity.NOTE),
        ("missing-results", Severity.MUST_MEND),
        ("missing-status", Severity.MUST_MEND),
        ("round-not-reported", Severity.LOOK_AT),
        ("same-wording", Severity.LOOK_AT),
    ]


def test_the_sample_told_by_an_sao_is_as_clean(sample: Snapshot) -> None:
    [year] = sample.years
    facts = dataclasses.replace(TextFacts.of(sample.office, year), kind=AgencyKind.SAO)
    kinds = (Measure, RoundReport, IssueAnalysis, Evidence)
    told = [_as_an_sao(one) for kind in kinds for one in sample.of(kind)]
    assert len(told) > 30
    assert list(text_findings(told, facts)) == []


def test_what_ships_is_clean(sample: Snapshot) -> None:
    [year] = sample.years
    facts = TextFacts.of(sample.office, year)
    texts = [one.text for kind in DOCUMENTS for one in kind.all_wordings]
    for item in sample.of(CatalogueItem):
        texts += (item.words, item.finding, item.advice)
    texts += [one.title for one in sample.of(Issue)]
    shipped = [Measure(id=f"s{place}", note=text) for place, text in enumerate(texts)]
    assert list(text_findings(shipped, facts)) == []


def _as_an_sao(record: Record) -> Record:
    values: dict[str, object] = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.kind in (Kind.TEXT, Kind.LONG_TEXT):
            values[field.name] = _said(value)
        elif field.kind is Kind.ITEMS:
            values[field.name] = _items_said(value)
    return dataclasses.replace(record, **values)


def _items_said(items: Items) -> Items:
    return tuple(Item(_said(one.text), _items_said(one.items)) for one in items)


def _said(text: str) -> str:
    for municipal, sao in AS_AN_SAO:
        text = text.replace(municipal, sao)
    return text
