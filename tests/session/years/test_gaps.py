"""What scored low and has no measure: found, proposed for from other years and wordings, added."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.checks.scores.analysis import codes_of
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.scoring import indicator_code
from ita_desktop.model.values import Tool
from ita_desktop.session.scores.analysis_views import year_scores
from ita_desktop.session.scores.scores import set_scores
from ita_desktop.session.session import Session
from ita_desktop.session.years.beginning import begin_next_year, brought_id
from ita_desktop.session.years.gaps import count_gaps, targets
from ita_desktop.session.years.proposals import add_proposed, proposed_gaps
from tests.aids.small_office import YEAR, office_records, office_session

OLD = YearWork.of(YEAR)
WORK = YearWork.of(YEAR + 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A year without measures, after one in which I10 was taken up."""
    records = {one.id: one for one in office_records()}
    m1 = records["m1"]
    assert isinstance(m1, Measure)
    codes = read_references("I10, O24", YEAR - 1).values
    records["m1"] = dataclasses.replace(m1, references=codes)
    made = office_session(tmp_path, records.values())
    begin_next_year(made, OLD, ())
    yield made
    made.close()


def scored(session: Session, **values: str) -> None:
    set_scores(session, {(YEAR, code): Decimal(value) for code, value in values.items()})


def test_nothing_is_missing_where_nothing_is_known_or_all_is_well(session: Session) -> None:
    assert proposed_gaps(session.snapshot, WORK) == ()
    scored(session, I10="91.20", E2="99")
    assert proposed_gaps(session.snapshot, WORK) == () and count_gaps(session.snapshot, WORK) == 0


def test_an_issue_below_the_target_tells_its_codes_and_what_could_be_done(session: Session) -> None:
    scored(session, I10="78.20", I11="80", I12="95")
    [gap] = proposed_gaps(session.snapshot, WORK)
    assert gap.issue == "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ"
    assert dict(gap.low) == {"I10": Decimal("78.20"), "I11": Decimal(80)}
    origins = [one.origin for one in gap.proposals]
    assert origins == [
        "มาตรการปี 2568 (ดำเนินการแล้วเสร็จ)",
        "ถ้อยคำแนะนำของข้อ I10",
        "ถ้อยคำแนะนำของข้อ I11",
        "แบบกรอกว่าง",
    ]
    past, wording, _other, unnamed = gap.proposals
    assert past.words == "มาตรการควบคุมการยืมทรัพย์สินของราชการ"
    assert past.result.startswith("ออกใบยืมทรัพย์สินครบถ้วน")
    assert past.measure.id == brought_id("m1", YEAR + 1)
    assert past.measure.status is None and past.measure.results == ()
    assert codes_of(past.measure) >= {"I10", "I11"}
    assert wording.words.startswith(wording.measure.title)
    assert wording.measure.steps[0].text == wording.words
    for one in (wording, unnamed):
        assert (one.measure.issue, one.measure.tool) == (gap.issue, Tool.IIT)
        assert codes_of(one.measure) == {"I10", "I11"}


def test_a_higher_target_finds_more_and_comes_from_the_levels(session: Session) -> None:
    scored(session, I10="91.20", E2="99")
    choices = targets(year_scores(session.snapshot, YEAR))
    assert choices == (Decimal(85), Decimal(95), Decimal(100))
    found = [len(proposed_gaps(session.snapshot, WORK, target)) for target in choices]
    assert found == [0, 1, 2]


def test_what_a_measure_takes_up_is_no_gap(session: Session) -> None:
    scored(session, I10="78.20", E2="60")
    first, second = proposed_gaps(session.snapshot, WORK)
    add_proposed(session, WORK, first.proposals[:1])
    assert [one.key for one in proposed_gaps(session.snapshot, WORK)] == [second.key]


def test_an_indicator_known_by_its_own_score_only_stands_for_itself(session: Session) -> None:
    scored(session, **{indicator_code(4): "70.5"})
    [gap] = proposed_gaps(session.snapshot, WORK)
    assert (gap.key, gap.value, dict(gap.low)) == ("indicator-4", Decimal("70.5"), {})
    assert gap.proposals[0].words == "มาตรการควบคุมการยืมทรัพย์สินของราชการ"
    assert len(gap.proposals) == 1 + 3 + 1


def test_several_are_added_in_one_edit_and_one_wanted_twice_comes_once(session: Session) -> None:
    scored(session, I10="78.20", I4="75", E2="60")
    found = proposed_gaps(session.snapshot, WORK)
    wanted = [one.proposals[0] for one in found]
    [past] = [one for one in wanted if one.measure.id]
    again = dataclasses.replace(past.measure, references=read_references("E1", YEAR).values)
    twice = dataclasses.replace(past, measure=again)
    before = session.snapshot
    made = add_proposed(session, WORK, (*wanted, twice))
    assert len(made) == len(wanted) == 3
    assert session.snapshot.measures(WORK.id) == made
    [once] = [one for one in made if one.id == past.measure.id]
    assert codes_of(once) > {"E1", "I10"}
    assert session.undo_name == "เพิ่มมาตรการของข้อที่ต่ำกว่าเป้าหมาย ๓ รายการ"
    session.undo()
    assert session.snapshot == before
