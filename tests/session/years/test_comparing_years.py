"""Two years compared: scores up and down, measures kept, dropped and new."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.documents.build import build
from ita_desktop.documents.catalog.report import REPORT
from ita_desktop.model.records import DocumentSetup, Measure, Score, YearWork
from ita_desktop.model.score_changes import ScoreChange, change_words
from ita_desktop.model.scoring import TOTAL, indicator_code
from ita_desktop.render.text import to_text
from ita_desktop.session.measures import add_measure
from ita_desktop.session.papers.document_options import wording_values
from ita_desktop.session.scores.scores import set_scores
from ita_desktop.session.session import Session
from ita_desktop.session.years.beginning import begin_next_year
from ita_desktop.session.years.comparing import compare_measures, compare_scores, compare_works
from ita_desktop.session.years.telling import say_in_report
from tests.aids.small_office import YEAR, office_session

OLD = YearWork.of(YEAR)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path)
    yield made
    made.close()


def scored(session: Session, year: int, **values: str) -> None:
    codes = {"total": TOTAL, "property": indicator_code(4)}
    set_scores(
        session,
        {(year, codes.get(name, name)): Decimal(value) for name, value in values.items()},
    )


def test_scores_of_two_years_say_what_rose_and_what_fell(session: Session) -> None:
    scored(session, YEAR - 2, total="81.59", IIT="90", EIT="85.5", OIT="75", property="70")
    scored(session, YEAR - 1, total="91.15", IIT="88", EIT="85.5", OIT="97", property="82.25")
    found = compare_scores(session.snapshot, OLD)
    assert found is not None and (found.before, found.after) == (YEAR - 2, YEAR - 1)
    changes = {one.code: one.by for one in found.changes}
    assert changes == {
        TOTAL: Decimal("9.56"),
        "IIT": Decimal(-2),
        "EIT": Decimal(0),
        "OIT": Decimal(22),
        indicator_code(4): Decimal("12.25"),
    }
    assert found.sentence == (
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 คะแนนภาพรวมเพิ่มขึ้นจากปีที่ผ่านมา 9.56 คะแนน"
        " โดยคะแนน IIT ลดลง 2.00 คะแนน คะแนน EIT เท่าเดิม และคะแนน OIT เพิ่มขึ้น 22.00 คะแนน"
    )


def test_where_the_year_before_has_no_scores_an_earlier_one_is_named(session: Session) -> None:
    scored(session, YEAR - 3, total="80")
    scored(session, YEAR - 1, total="91.15")
    found = compare_scores(session.snapshot, OLD)
    assert found is not None
    assert found.sentence.endswith("คะแนนภาพรวมเพิ่มขึ้นจากปี พ.ศ. 2565 11.15 คะแนน")


def test_a_year_without_an_earlier_one_is_compared_with_none(session: Session) -> None:
    assert compare_scores(session.snapshot, OLD) is None
    scored(session, YEAR - 1, total="91.15")
    assert compare_scores(session.snapshot, OLD) is None
    assert compare_measures(session.snapshot, OLD) is None


def test_a_score_known_in_one_year_only_has_no_change(session: Session) -> None:
    scored(session, YEAR - 2, total="81.59")
    scored(session, YEAR - 1, total="91.15", OIT="97")
    found = compare_scores(session.snapshot, OLD)
    assert found is not None
    assert [(one.code, one.by) for one in found.changes] == [
        (TOTAL, Decimal("9.56")),
        ("OIT", None),
    ]
    assert change_words(ScoreChange("OIT", None, Decimal(97))) == ""


def test_measures_are_kept_changed_dropped_or_new(session: Session) -> None:
    begun = begin_next_year(session, OLD, {"m1", "m2"})
    session.change(begun.measures[0], title="ทะเบียนคุมทรัพย์สินด้วยคิวอาร์โค้ด", timeline=None)
    added = add_measure(session, begun.work, title="ตั้งศูนย์บริการร่วม")
    found = compare_measures(session.snapshot, begun.work)
    assert found is not None and found.before == OLD
    assert [one.after.id for one in found.changed] == [begun.measures[0].id]
    assert found.changed[0].changed == ("มาตรการ โครงการ หรือกิจกรรม", "ระยะเวลาดำเนินการ")
    assert [(one.before.id, one.after.id) for one in found.same] == [("m2", begun.measures[1].id)]
    assert [one.id for one in found.new] == [added.id]
    assert [one.id for one in found.dropped] == ["m3"]


def test_a_measure_is_found_again_over_two_years(session: Session) -> None:
    first = begin_next_year(session, OLD, {"m1", "m2"})
    session.change(first.measures[0], title="เปลี่ยนชื่อแล้ว")
    ids = {one.id for one in first.measures}
    second = begin_next_year(session, first.work, ids)
    found = compare_works(session.snapshot, OLD, second.work)
    assert [one.before.id for one in found.kept] == ["m1", "m2"]
    assert [one.id for one in found.dropped] == ["m3"]


def test_a_measure_typed_anew_under_the_same_title_is_kept(session: Session) -> None:
    work = YearWork.of(YEAR + 1)
    old = session.snapshot.get(Measure, "m3")
    assert old is not None
    session.add(work, dataclasses.replace(old, id="x", year_id=work.id))
    found = compare_measures(session.snapshot, work)
    assert found is not None
    assert [one.after.id for one in found.kept] == ["x"] and not found.new


def test_the_sentence_is_put_once_into_the_report_of_the_year_only(session: Session) -> None:
    scored(session, YEAR - 2, total="81.59")
    scored(session, YEAR - 1, total="91.15")
    found = compare_scores(session.snapshot, OLD)
    assert found is not None
    before = session.snapshot
    assert say_in_report(session, OLD, found.sentence)
    assert not say_in_report(session, OLD, found.sentence)
    said = to_text(build(session.snapshot, OLD, "report"))
    assert "คะแนนภาพรวมเพิ่มขึ้นจากปีที่ผ่านมา ๙.๕๖ คะแนน" in said
    assert "ตามที่เทศบาลตำบลศรีสำราญ" in said
    session.undo()
    assert session.snapshot == before


def test_a_wording_may_name_the_change_of_the_whole_score(session: Session) -> None:
    setup = DocumentSetup.of(OLD.id, REPORT.id)
    session.add(Score.of(YEAR - 1, TOTAL, Decimal("91.15")))
    values = wording_values(session.snapshot, OLD, setup)
    assert set(values["score_change"]) == {"."}
    session.add(Score.of(YEAR - 2, TOTAL, Decimal("93")))
    values = wording_values(session.snapshot, OLD, setup)
    assert values["score_change"] == "คะแนนภาพรวมลดลงจากปีที่ผ่านมา ๑.๘๕ คะแนน"
