"""The next year begun from this one, on a real file: what comes along, and what stays behind."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.model.catalogue import catalogue_from
from ita_desktop.model.records import (
    CatalogueYear,
    Comment,
    DocumentSetup,
    Evidence,
    LeftFinding,
    Measure,
    OwnWording,
    RoundReport,
    SignedCopy,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import Reference, format_references
from ita_desktop.model.values import (
    AllDivisions,
    FreeText,
    OrderRef,
    OwnText,
    OwnValue,
    plain_items,
)
from ita_desktop.session.opening import new_file, open_to_work
from ita_desktop.session.session import Session
from ita_desktop.session.years.beginning import (
    RESULT_FIELDS,
    begin_next_year,
    brought_id,
    candidates,
    following_year,
    original_of,
)
from ita_desktop.session.years.codes import Codes
from ita_desktop.session.years.splitting import records_of_year
from ita_desktop.session.years.wordings import typed_years
from ita_desktop.storage.catalogue import packaged_catalogue
from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timeline_styles import TimelineStyle, format_timeline
from ita_desktop.thai.timelines import Timeline, Unread
from tests.aids.small_office import YEAR, office_records, office_session

OLD = YearWork.of(YEAR)
SETUP = dataclasses.replace(
    DocumentSetup.of(OLD.id, "report"),
    layout="result-outcome",
    number="ศก ๗๑๐๐๑/๑๒",
    dated=date(2025, 10, 1),
    round=6,
    texts=(OwnText("report.intro", "รายงานปีงบประมาณ พ.ศ. ๒๕๖๘"),),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    records = {one.id: one for one in office_records()}
    m2, m3 = records["m2"], records["m3"]
    assert isinstance(m2, Measure) and isinstance(m3, Measure)
    records["m2"] = dataclasses.replace(
        m2,
        steps=plain_items("จัดทำแผนปี ๒๕๖๘ ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐"),
        responsible=(*m2.responsible, FreeText("คณะทำงานปี 2568")),
        timeline=Unread("กลางปี ๒๕๖๘"),
        note="เลื่อนจากไตรมาสแรก",
    )
    records["m3"] = dataclasses.replace(m3, timeline=read_timeline("29 ก.พ. 67", YEAR).value)
    made = office_session(
        tmp_path,
        (
            *records.values(),
            SETUP,
            RoundReport(
                id=RoundReport.key("m2", 6),
                measure_id="m2",
                month=6,
                results=plain_items("ปรับปรุงหน้าเว็บไซต์แล้ว"),
            ),
            Evidence(id="e1", year_id=OLD.id, rank="1", caption="ภาพ", measure_id="m1"),
            OwnWording(id=OwnWording.key("cover.title"), name="cover.title", words="ประจำปี ๒๕๖๘"),
        ),
    )
    yield made
    made.close()


def brought(session: Session, old: str) -> Measure:
    found = session.snapshot.get(Measure, brought_id(old, YEAR + 1))
    assert found is not None
    return found


def test_a_measure_comes_along_planned_as_before_a_year_later_and_without_results(
    session: Session,
) -> None:
    old = session.snapshot.get(Measure, "m1")
    begun = begin_next_year(session, OLD, {"m1", "m2", "m3"})
    fresh = brought(session, "m1")
    assert begun.work.action_year == YEAR + 1
    assert (begun.work.score_year, begun.work.assessment_year) == (YEAR, YEAR + 1)
    assert old is not None and session.snapshot.get(Measure, "m1") == old
    assert original_of(session.snapshot, fresh) == old
    assert isinstance(fresh.timeline, Timeline)
    assert format_timeline(fresh.timeline, TimelineStyle.SHORT, YEAR + 1) == "ต.ค. 68 - ก.ย. 69"
    assert (fresh.title, fresh.steps, fresh.rank) == (old.title, old.steps, old.rank)
    empty = Measure(id="", year_id="")
    assert all(getattr(fresh, name) == getattr(empty, name) for name in RESULT_FIELDS)
    years = [one.action_year for one in session.snapshot.years]
    assert years == [YEAR + 1, YEAR]
    assert session.snapshot.get(CatalogueYear, CatalogueYear.key(YEAR + 1)) is not None


def test_years_of_the_work_in_texts_move_on_and_are_counted(session: Session) -> None:
    begun = begin_next_year(session, OLD, {"m1", "m2", "m3"})
    fresh = brought(session, "m2")
    assert fresh.steps[0].text == "จัดทำแผนปี ๒๕๖๙ ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐"
    assert fresh.responsible[-1] == FreeText("คณะทำงานปี 2569")
    assert fresh.timeline == Unread("กลางปี ๒๕๖๙")
    leap = brought(session, "m3").timeline
    assert isinstance(leap, Timeline) and leap.start is not None
    assert leap.start.first_day() == date(2025, 2, 28)
    assert begun.years_moved == 2 + 3 + 2 + 1
    assert [one.before for one in begun.wordings] == ["ประจำปี ๒๕๖๘"]


def test_what_the_offices_own_fields_hold_comes_along_with_its_years_moved(
    session: Session,
) -> None:
    own = (
        OwnValue("f1", "ใช้งบปี ๒๕๖๘"),
        OwnValue("f2", plain_items("ประชุมเดือนมีนาคม 2568")),
        OwnValue("f3", Decimal(2568)),
        OwnValue("f4", date(2025, 3, 31)),
    )
    m1 = session.snapshot.get(Measure, "m1")
    assert m1 is not None
    session.change(m1, own=own)
    begin_next_year(session, OLD, {"m1"})
    assert brought(session, "m1").own == (
        OwnValue("f1", "ใช้งบปี ๒๕๖๙"),
        OwnValue("f2", plain_items("ประชุมเดือนมีนาคม 2569")),
        OwnValue("f3", Decimal(2568)),
        OwnValue("f4", date(2026, 3, 31)),
    )


def test_an_order_keeps_its_number_until_another_is_made(session: Session) -> None:
    m1 = session.snapshot.get(Measure, "m1")
    assert m1 is not None
    order = OrderRef("๑๕๖/๒๕๖๘", "แต่งตั้งคณะทำงานปี ๒๕๖๘")
    session.change(m1, responsible=(order, AllDivisions("ตามแผนปี ๒๕๖๘")))
    begin_next_year(session, OLD, {"m1"})
    assert brought(session, "m1").responsible == (order, AllDivisions("ตามแผนปี ๒๕๖๙"))


def test_set_ups_come_along_without_number_and_date_and_pictures_stay(session: Session) -> None:
    begun = begin_next_year(session, OLD, {"m1"})
    fresh = session.snapshot.get(DocumentSetup, DocumentSetup.of(begun.work.id, "report").id)
    assert fresh is not None and begun.setups == 1
    assert (fresh.layout, fresh.number, fresh.dated, fresh.round) == ("result-outcome", "", None, 0)
    assert fresh.texts[0].text == "รายงานปีงบประมาณ พ.ศ. ๒๕๖๙"
    assert [one.year_id for one in session.snapshot.of(Evidence)] == [OLD.id]
    assert len(session.snapshot.of(RoundReport)) == 1


def test_wordings_with_typed_years_follow_one_by_one_and_the_old_year_keeps_its_words(
    session: Session,
) -> None:
    work = following_year(session.snapshot, OLD)
    office, own = typed_years(session.snapshot, OLD, work)
    assert (office.key, office.before, office.after) == (
        ("", "cover.title"),
        "ประจำปี ๒๕๖๘",
        "ประจำปี ๒๕๖๙",
    )
    assert (own.key, own.after) == (("report", "report.intro"), "รายงานปีงบประมาณ พ.ศ. ๒๕๖๙")
    before = session.snapshot
    begun = begin_next_year(session, OLD, {"m1"}, [office.key])
    held = session.snapshot.get(OwnWording, OwnWording.key("cover.title"))
    assert held is not None and held.words == "ประจำปี ๒๕๖๙"
    texts = {
        (year_id, document): setup.texts
        for year_id in (OLD.id, begun.work.id)
        for document in ("cover", "report")
        for setup in [session.snapshot.get(DocumentSetup, DocumentSetup.of(year_id, document).id)]
        if setup is not None
    }
    assert texts == {
        (OLD.id, "cover"): (OwnText("cover.title", "ประจำปี ๒๕๖๘"),),
        (OLD.id, "report"): SETUP.texts,
        (begun.work.id, "report"): SETUP.texts,
    }
    assert begun.wordings == ()
    session.undo()
    assert session.snapshot == before


def test_what_was_signed_seen_said_and_left_stays_with_its_year(session: Session) -> None:
    left = LeftFinding.key("count", "m1", "results", "จำนวนไม่ตรง")
    session.add(
        SignedCopy(id="s1", year_id=OLD.id, document="report", signed=date(2025, 10, 2)),
        Comment(id="c1", about="measure", about_id="m1", words="โปรดตรวจจำนวน"),
        LeftFinding(id=left, rule="count", about_id="m1", field="results", reason="ถูกต้องแล้ว"),
    )
    kinds = (SignedCopy, Comment, LeftFinding, Evidence, RoundReport)
    before = {kind: session.snapshot.of(kind) for kind in kinds}
    begun = begin_next_year(session, OLD, {"m1", "m2", "m3"})
    assert {kind: session.snapshot.of(kind) for kind in kinds} == before
    assert session.snapshot.get(DocumentSetup, SETUP.id) == SETUP
    told = {one.id for one in records_of_year(session.snapshot, begun.work)}
    assert not told & {"s1", "c1", left, "e1"}
    assert {"s1", "c1", left, "e1"} <= {one.id for one in records_of_year(session.snapshot, OLD)}


def test_only_the_measures_chosen_come_and_all_of_it_is_undone_at_once(session: Session) -> None:
    before = session.snapshot
    begun = begin_next_year(session, OLD, {"m3"})
    assert [one.title for one in begun.measures] == ["ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร"]
    assert session.snapshot.measures(begun.work.id) == begun.measures
    assert session.undo_name == "เริ่มปีงบประมาณ ๒๕๖๙ จากปี ๒๕๖๘"
    session.undo()
    assert session.snapshot == before
    session.redo()
    assert session.snapshot.measures(begun.work.id) == begun.measures


def test_measures_left_behind_may_follow_later_and_none_comes_twice(session: Session) -> None:
    begin_next_year(session, OLD, {"m3"})
    told = {one.measure.id: one.brought for one in candidates(session.snapshot, OLD)}
    assert told == {"m1": False, "m2": False, "m3": True}
    begun = begin_next_year(session, OLD, {"m1", "m3"})
    assert session.undo_name == "นำมาตรการ ๑ รายการไปปี ๒๕๖๙"
    assert begun.setups == 0
    titles = [one.id for one in session.snapshot.measures(begun.work.id)]
    assert titles == [brought_id("m3", YEAR + 1), brought_id("m1", YEAR + 1)]


def test_what_came_of_each_measure_is_told_beside_it(session: Session) -> None:
    told = {one.measure.id: (one.result, one.done) for one in candidates(session.snapshot, OLD)}
    assert told["m1"] == ("ออกใบยืมทรัพย์สินครบถ้วน ๔๒ รายการ ไม่มีทรัพย์สินค้างส่งคืน", True)
    assert told["m2"] == ("ปรับปรุงหน้าเว็บไซต์แล้ว", False)
    assert told["m3"] == ("", False)


def test_codes_follow_their_questions_into_the_catalogue_of_the_new_round() -> None:
    before, after = (catalogue_from(packaged_catalogue(year), year) for year in (YEAR, YEAR + 1))
    codes = Codes(before, after)
    moved = codes.moved(read_references("I7 O19 E8 O25 O6 ตัวชี้วัดที่ 2", YEAR).values)
    assert format_references(moved) == "I7, O18, E8, O23, O6, ตัวชี้วัดที่ 2"
    assert codes.left == 1
    assert [one.year for one in moved if isinstance(one, Reference)].count(YEAR) == 1


def test_the_sample_office_begins_its_next_year_ready_to_work_in(tmp_path: Path) -> None:
    ids = iter(range(10_000))
    path = new_file(tmp_path / "ตัวอย่าง", new_id=lambda: f"n{next(ids)}", sample=True)
    session = open_to_work(path)
    [year] = session.snapshot.years
    chosen = {one.measure.id for one in candidates(session.snapshot, year)}
    begun = begin_next_year(session, year, chosen)
    assert len(begun.measures) == len(chosen) and begun.years_moved > len(chosen)
    for fresh in begun.measures:
        assert fresh.status is None and fresh.results == ()
        assert not isinstance(fresh.timeline, Unread) and fresh.timeline is not None
    session.close()
