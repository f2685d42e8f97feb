"""Every mistake entered into the sample office is found where it stands, and named wrong and right.

What is told of it must be new: the sample itself has only the findings it was made to have.
"""

from __future__ import annotations

from itertools import count

import pytest

from ita_desktop.model.findings import Finding
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.checking import all_findings, readiness
from ita_desktop.storage.sample import sample_records
from ita_desktop.thai.digits import to_arabic
from tests.office_mistakes import IN_OFFICE, OfficeMistake, entered
from tests.right_offices import RIGHT
from tests.text_mistakes import IN_TEXT, PLACES, Place


@pytest.fixture(scope="module")
def sample() -> Snapshot:
    numbers = count(1)
    return snapshot_of(sample_records(lambda: f"id-{next(numbers)}"))


@pytest.fixture(scope="module")
def before(sample: Snapshot) -> frozenset[Finding]:
    return frozenset(_all(sample))


def _all(snapshot: Snapshot) -> tuple[Finding, ...]:
    [year] = snapshot.years
    return all_findings(readiness(snapshot, year))


def _said(finding: Finding) -> str:
    return to_arabic(f"{finding.problem} {finding.remedy}")


@pytest.mark.parametrize("place", PLACES, ids=lambda one: one.name)
def test_a_mistake_of_a_text_is_found_wherever_a_text_may_stand(
    place: Place, sample: Snapshot, before: frozenset[Finding]
) -> None:
    missed: list[str] = []
    for one in IN_TEXT:
        records = place.put(sample, one.text)
        found = [two for two in _all(entered(sample, records)) if two not in before]
        told = [
            two
            for two in found
            if two.code == one.rule
            and two.field == place.field
            and two.record_id in {record.id for record in records}
        ]
        words = [_said(two) for two in told]
        if not any(to_arabic(one.wrong) in two and to_arabic(one.right) in two for two in words):
            missed.append(f"{one.rule}: {one.text}: {words or [two.code for two in found]}")
    assert missed == []


@pytest.mark.parametrize("mistake", IN_OFFICE, ids=lambda one: f"{one.rule}: {one.name}")
def test_records_that_do_not_fit_are_found(
    mistake: OfficeMistake, sample: Snapshot, before: frozenset[Finding]
) -> None:
    found = [one for one in _all(entered(sample, mistake.enter(sample))) if one not in before]
    told = [one for one in found if one.code == mistake.rule]
    assert told, [one.code for one in found]
    assert mistake.severity in {one.severity.value for one in told}
    said = " ".join(_said(one) for one in told)
    assert [word for word in mistake.told if to_arabic(word) not in said] == [], said


@pytest.mark.parametrize("name", RIGHT)
def test_nothing_is_said_of_what_only_looks_like_a_mistake(
    name: str, sample: Snapshot, before: frozenset[Finding]
) -> None:
    found = [
        (one.code, one.field, one.problem)
        for one in _all(entered(sample, RIGHT[name](sample)))
        if one not in before
    ]
    assert found == []
