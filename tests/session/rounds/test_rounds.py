"""Rounds of a year's work: when they are due, who is asked, who has reported."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from ita_desktop.documents.build import build, file_name, kind_of, setup_of
from ita_desktop.documents.catalog.report import REPORT
from ita_desktop.model.edits import added
from ita_desktop.model.records import DocumentSetup, Measure, ReportingRound, RoundReport
from ita_desktop.model.responsibility import divisions_of, measures_of
from ita_desktop.model.rounds import carried_on, due_date, round_end, rounds_of
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import DivisionRef, FreeText, OwnText, Status, plain_items
from ita_desktop.render.text import to_text
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.session.rounds.states import (
    NOBODY,
    RoundState,
    days_words,
    is_missing,
    place_of_report,
    round_state,
    round_states,
)
from tests.aids.round_offices import LATE, SHARED, WORK, round_records
from tests.aids.small_office import YEAR

BEFORE, AFTER = date(2025, 4, 3), date(2025, 4, 18)


@pytest.fixture
def office() -> Snapshot:
    return snapshot_of(round_records())


def report(measure_id: str, month: int = 6, **values: object) -> RoundReport:
    told = {"status": Status.DONE, "results": plain_items("ทำแล้ว"), **values}
    return dataclasses.replace(RoundReport.of(measure_id, month), **told)  # type: ignore[arg-type]


def half_year(snapshot: Snapshot, today: date = BEFORE) -> RoundState:
    return round_state(snapshot, WORK, 6, today)


def test_a_round_ends_with_its_month_of_the_fiscal_year() -> None:
    ends = [round_end(2569, month) for month in (1, 3, 5, 6, 9, 12)]
    assert ends == [
        date(2025, 10, 31),
        date(2025, 12, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
    ]


def test_six_and_twelve_months_are_used_until_the_office_says_otherwise(office: Snapshot) -> None:
    assert [one.month for one in rounds_of(office, WORK)] == [6, 12]
    third = dataclasses.replace(ReportingRound.of(WORK.id, 3), used=True)
    half = dataclasses.replace(ReportingRound.of(WORK.id, 6), used=False)
    other = office.after(added("ตั้งรอบ", third, half))
    assert [one.month for one in rounds_of(other, WORK)] == [3, 12]


def test_results_are_due_days_after_the_end_or_on_the_day_given() -> None:
    usual = ReportingRound.of(WORK.id, 6)
    assert due_date(WORK, usual) == date(2025, 4, 15)
    assert due_date(WORK, dataclasses.replace(usual, days=0)) == date(2025, 3, 31)
    given = dataclasses.replace(usual, due=date(2025, 4, 4))
    assert due_date(WORK, given) == date(2025, 4, 4)


def test_a_measure_belongs_to_every_division_its_parties_belong_to(office: Snapshot) -> None:
    names = [one.name for one in divisions_of(office, SHARED)]
    assert names == ["สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง"]
    assert [one.id for one in divisions_of(office, LATE)] == ["d2"]  # by a person, and a position
    typed = dataclasses.replace(LATE, responsible=(FreeText("สำนักปลัด"), FreeText("ชุมชน")))
    assert [one.id for one in divisions_of(office, typed)] == ["d1"]
    assert [one.id for one in measures_of(office, WORK.id, "d2")] == ["m1", "m4", "m5"]


def test_a_round_asks_for_what_is_monitored_then_and_the_last_one_for_all(office: Snapshot) -> None:
    half, whole = round_states(office, WORK, BEFORE)
    assert half.asked == ("m1", "m2", "m3", "m4")
    assert whole.asked == ("m1", "m2", "m3", "m4", "m5")
    told = [(one.name, one.reported, len(one.asked)) for one in half.divisions]
    assert told == [("สำนักปลัดเทศบาล", 0, 2), ("กองคลัง", 0, 2), ("กองช่าง", 0, 1), (NOBODY, 0, 1)]


def test_who_has_reported_is_counted_by_division(office: Snapshot) -> None:
    by_treasury = report("m4", reporters=(DivisionRef("d2"),))
    half = half_year(office.after(added("รายงาน", report("m1"), by_treasury)))
    assert half.count_words == "รายงานแล้ว ๑ จาก ๔ มาตรการ"
    assert half.missing == ("m2", "m3", "m4")  # the others have not told of the shared one
    missing = {one.name: one.missing for one in half.divisions}
    assert missing["กองคลัง"] == () and missing["กองช่าง"] == ("m4",)


def test_a_report_typed_by_hand_stands_for_everybody(office: Snapshot) -> None:
    told = office.after(added("รายงาน", report("m4")))
    shared = told.get(Measure, "m4")
    assert shared is not None
    assert not is_missing(told, shared, 6) and not is_missing(told, shared, 6, "d3")
    assert is_missing(office, shared, 6, "d3") and not is_missing(office, LATE, 6)
    empty = report("m4", status=None, results=())
    assert is_missing(office.after(added("รายงาน", empty)), shared, 6)


def test_the_days_left_and_the_days_over_are_told(office: Snapshot) -> None:
    assert half_year(office).left_words == "เหลืออีก ๑๒ วัน"
    assert half_year(office, AFTER).left_words == "เลยกำหนด ๓ วัน"
    assert (half_year(office).late, half_year(office, AFTER).late) == (False, True)
    assert days_words(BEFORE, BEFORE) == "ครบกำหนดวันนี้"
    whole = office.after(added("รายงาน", *(report(one) for one in ("m1", "m2", "m3", "m4"))))
    assert half_year(whole, AFTER).left_words == "ครบแล้ว" and not half_year(whole, AFTER).late


def test_what_a_round_holds_is_taken_over_into_the_next() -> None:
    first = report("m1", reported=BEFORE, reporters=(DivisionRef("d2"),), note="ดี")
    after = carried_on(first, 12)
    assert (after.id, after.month) == (RoundReport.key("m1", 12), 12)
    assert (after.results, after.note) == (first.results, "ดี")
    assert (after.reported, after.reporters) == (None, ())


def test_the_place_of_a_report_is_known_before_it_is_in_the_file(office: Snapshot) -> None:
    measure = office.get(Measure, "m2")
    assert place_of_report(office, RoundReport.key("m2", 9)) == (measure, 9)
    assert place_of_report(office, "m2") is None


# ---- documents of a round


def of_round(month: int, **values: object) -> DocumentSetup:
    return dataclasses.replace(DocumentSetup.of(WORK.id, "report"), round=month, **values)  # type: ignore[arg-type]


def test_the_report_of_a_round_says_so_and_tells_of_nothing_else(office: Snapshot) -> None:
    told = office.after(added("รายงาน", report("m2", results=plain_items("ติดป้ายแล้ว"))))
    said = to_text(build(told, WORK, "report", of_round(6)))
    assert "ของเทศบาลตำบลศรีสำราญ รอบ ๖ เดือน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘" in said
    assert "    รอบ ๖ เดือน\n    ประจำปี" in said  # on the cover
    assert "ผลการดำเนินการ รอบ ๖ เดือน รวม ๔ มาตรการ" in said
    assert "ติดป้ายแล้ว" in said
    assert "๔๒ รายการ" not in said  # the result of the whole year
    assert LATE.title not in said
    whole = to_text(build(told, WORK, "report", of_round(0)))
    assert "รอบ" not in whole.partition(SHARED.title)[0].partition("ดังต่อไปนี้")[0]
    assert "๔๒ รายการ" in whole and LATE.title in whole


def test_the_round_stands_in_the_title_and_the_name_of_the_file(office: Snapshot) -> None:
    told = office.after(added("ตั้งค่า", of_round(6)))
    assert setup_of(told, WORK, "report").round == 6
    assert build(told, WORK, "report").title.endswith("รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2568")
    name = file_name(told, WORK, kind_of("report"), ".pdf")
    assert name == "รายงานผลมาตรการ_รอบ 6 เดือน_2568_เทศบาลตำบลศรีสำราญ.pdf"
    assert "รอบ" not in build(told, WORK, "plan").title


def test_the_last_round_without_a_report_is_the_measure_itself(office: Snapshot) -> None:
    assert "๔๒ รายการ" in to_text(build(office, WORK, "report", of_round(12)))


def test_what_a_round_lacks_is_missing_in_its_reports(office: Snapshot) -> None:
    told = office.after(added("ตั้งค่า", of_round(6), report("m1", results=())))
    found = next(one for one in readiness(told, WORK) if one.kind is REPORT).findings
    results = {one.record_id: one.problem for one in found if one.code == "missing-results"}
    assert results[RoundReport.key("m1", 6)] == "ยังไม่มีผลการดำเนินการในรอบ ๖ เดือน"
    assert RoundReport.key("m5", 6) not in results
    timelines = [one.record_id for one in found if one.code == "missing-timeline"]
    assert set(timelines) <= {"m2", "m3", "m4"}
    assert WORK.action_year == YEAR


def test_a_title_that_names_another_round_is_found(office: Snapshot) -> None:
    def found(month: int, title: str) -> list[tuple[str, str]]:
        texts = (OwnText("report.title", title), OwnText("report.cover", "รายงานผล"))
        told = office.after(added("ตั้งค่า", of_round(month, texts=texts)))
        rows = next(one for one in readiness(told, WORK) if one.kind is REPORT).findings
        return [(one.code, one.problem) for one in rows if "round" in one.code]

    assert found(6, "รายงานผล {round}") == []
    assert found(0, "รายงานผล ปีงบประมาณ พ.ศ. ๒๕๖๘") == []
    assert found(6, "รายงานผล ปีงบประมาณ พ.ศ. ๒๕๖๘") == [
        ("round-not-named", "รายงานนี้พิมพ์รอบ ๖ เดือน แต่หัวเรื่องไม่ได้บอกรอบ")
    ]
    assert found(0, "รายงานผล รอบ ๑๒ เดือน") == [
        ("other-round", "หัวเรื่องบอกว่าเป็นรอบ ๑๒ เดือน แต่รายงานนี้พิมพ์ผลทั้งปี")
    ]


def test_the_memo_of_the_report_tells_of_its_round(office: Snapshot) -> None:
    setup = dataclasses.replace(DocumentSetup.of(WORK.id, "report-memo"), division_id="d1")
    whole = to_text(build(office, WORK, "report-memo", setup))
    assert "ภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘" in whole and "รอบ" not in whole
    half = to_text(build(office, WORK, "report-memo", dataclasses.replace(setup, round=6)))
    assert "ภายในหน่วยงาน รอบ ๖ เดือน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘" in half
    assert "ผลการดำเนินการ รอบ ๖ เดือน จากสำนักและกองที่รับผิดชอบแล้ว รวม ๔ มาตรการ" in half
    assert "ข้อกฎหมาย" not in half and "ข้อพิจารณา" in half
