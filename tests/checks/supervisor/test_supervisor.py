"""What a careful supervisor finds, the checker finds, and it is quiet where he is quiet.

The floors lie a little below what is measured; ``benchmarks/checker_quality.py --words`` tells what
is missed and what is said without a cause.
"""

from __future__ import annotations

import pytest

from ita_desktop.model.findings import Finding
from ita_desktop.session.checking.readiness import readiness
from tests.checks.supervisor.cases import PART_NOT_READY, cases
from tests.checks.supervisor.measure import lines, records, sentences, slips
from tests.checks.supervisor.offices import OFFICES, office

ALWAYS = {"no-evidence", "garuda-blank", "same-wording"}
"""What is said of every office here: no pictures, and two questions alike in the shipped list."""


def test_there_are_enough_sentences_to_measure_with() -> None:
    assert len(cases("wrong.tsv")) >= 220
    assert len(cases("clean.tsv")) >= 250


@pytest.mark.parametrize("key", OFFICES)
def test_nothing_is_said_of_a_whole_office_without_a_mistake(key: str) -> None:
    whole = office(key)
    said: list[Finding] = [
        one for paper in readiness(whole, whole.years[0]) for one in paper.findings
    ]
    assert {one.code for one in said} - {PART_NOT_READY} <= ALWAYS


def test_right_sentences_are_let_pass() -> None:
    kinds = sentences().kinds
    loud = [words for kind in kinds if kind.startswith("clean") for words in kinds[kind].false]
    assert loud == []


def test_sentences_that_a_supervisor_marks_are_found() -> None:
    quality = sentences()
    assert quality.recall >= 0.92, "\n".join(lines(quality))
    assert quality.precision >= 0.99, "\n".join(lines(quality))


def test_slips_of_the_hand_are_found_in_every_office() -> None:
    quality = slips(seed=1, of_each=1)
    assert quality.recall >= 0.97, "\n".join(lines(quality))
    assert quality.precision >= 0.99, "\n".join(lines(quality))


def test_records_made_wrong_are_found_in_every_office() -> None:
    quality = records(seed=1, of_each=1)
    assert quality.recall >= 0.98, "\n".join(lines(quality))
    assert quality.precision >= 0.99, "\n".join(lines(quality))
