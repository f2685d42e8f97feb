"""Every rule of free text finds what was sown, and nothing else: recall and precision."""

from __future__ import annotations

from collections import Counter
from itertools import count

import pytest

from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.checks.texts.reading import text_findings
from ita_desktop.model.findings import Severity
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.checking import all_findings, readiness
from ita_desktop.storage.sample import sample_records
from tests.sample_mistakes import IN_TEXT, sown


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
        ("garuda-blank", Severity.NOTE),
        ("missing-results", Severity.MUST_MEND),
        ("missing-status", Severity.MUST_MEND),
        ("same-wording", Severity.LOOK_AT),
    ]
