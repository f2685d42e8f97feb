"""Every mistake entered into the sample office is found where it stands, and named wrong and right.

What is told of it must be new: the sample itself has only the findings it was made to have.
"""

from __future__ import annotations

import dataclasses
from itertools import count

import pytest

from ita_desktop.checks.texts.reading import text_findings
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import Measure, Record
from ita_desktop.model.repairs import passages, repaired
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.session.checking.texts import text_facts
from ita_desktop.storage.sample import sample_records
from ita_desktop.thai.digits import to_arabic
from tests.checks.office_mistakes import IN_OFFICE, OfficeMistake, entered
from tests.checks.right_offices import RIGHT
from tests.checks.text_mistakes import IN_TEXT, PLACES, Place

REPAIRED = (
    *("misspelling", "misspelt-name", "misspelt-district", "misspelt-province", "own-kind"),
    *("other-agency-kind", "issuing-building", "era-missing", "misspelt-month", "impossible-year"),
    *("spread-letters", "sign-in-word", "mixed-digits", "damaged-code"),
)
"""Rules of texts that offer to mend what they find."""


@pytest.fixture(scope="module")
def sample() -> Snapshot:
    numbers = count(1)
    return snapshot_of(sample_records(lambda: f"id-{next(numbers)}"))


@pytest.fixture(scope="module")
def thin(sample: Snapshot) -> Snapshot:
    """The office with little text, where only the text in hand is of interest."""
    bare = {one.name: () for one in fields_of(Measure) if one.kind is Kind.ITEMS}
    measures = [dataclasses.replace(one, **bare) for one in sample.of(Measure)]  # type: ignore[arg-type]
    return snapshot_of((*sample.records, *measures))


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
    place: Place, sample: Snapshot, thin: Snapshot, before: frozenset[Finding]
) -> None:
    records = place.put(sample, IN_TEXT[0].text)
    told = [one for one in _all(entered(sample, records)) if one not in before]
    assert (IN_TEXT[0].rule, place.field) in {(one.code, one.field) for one in told}  # a document
    missed: list[str] = []
    for one in IN_TEXT:
        found = _in_texts(thin, place.put(thin, one.text))
        words = [_said(two) for two in found if two.code == one.rule and two.field == place.field]
        if not any(to_arabic(one.wrong) in two and to_arabic(one.right) in two for two in words):
            missed.append(f"{one.rule}: {one.text}: {words or [two.code for two in found]}")
    assert missed == []


@pytest.mark.parametrize("place", PLACES, ids=lambda one: one.name)
def test_a_repair_mends_the_text_where_it_stands_and_nothing_else(
    place: Place, thin: Snapshot
) -> None:
    offered: set[str] = set()
    for one in IN_TEXT:
        records = place.put(thin, one.text)
        found = _in_texts(thin, records)
        told = next(two for two in found if two.code == one.rule and two.field == place.field)
        if told.repair is None:
            continue
        offered.add(one.rule)
        record = next(two for two in records if two.id == told.record_id)
        mended = dataclasses.replace(record, **repaired(record, told))
        assert mended != record, one.text
        assert one.rule not in {two.code for two in _in_texts(thin, (mended,))}
        assert [text for _field, text in passages(mended) if text == one.text] == []
        assert len(list(passages(mended))) == len(list(passages(record)))
    assert offered == set(REPAIRED)


def _in_texts(snapshot: Snapshot, records: tuple[Record, ...]) -> list[Finding]:
    [year] = snapshot.years
    return list(text_findings(records, text_facts(snapshot, year)))


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


def test_typed_signers_parties_and_titles_are_mended_too(sample: Snapshot) -> None:
    mended: set[str] = set()
    for mistake in IN_OFFICE:
        after = entered(sample, mistake.enter(sample))
        for told in _all(after):
            record = after.find(told.record_id)
            if told.code != mistake.rule or told.repair is None or record is None:
                continue
            values = repaired(record, told)
            assert values, mistake.name
            again = _all(entered(after, (dataclasses.replace(record, **values),)))
            assert told not in again, mistake.name
            mended.add(mistake.rule)
    assert mended >= {
        *("signer-not-holder", "responsible-unknown", "document-year", "misspelt-name"),
        "misspelt-division",
    }


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
