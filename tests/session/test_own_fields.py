"""Fields of the office's own: what they hold, kinds that change, search, pasting, deleting."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.checks.measures.completeness import Needs
from ita_desktop.checks.measures.own_fields import own_field_findings, unfit
from ita_desktop.checks.measures.readings import unread
from ita_desktop.exchange.tables import Table
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.model.own_fields import all_fields, as_field, changed_values, value_of, with_value
from ita_desktop.model.records import Measure, OwnField, OwnLayout, YearWork
from ita_desktop.model.snapshot import rebased, snapshot_of
from ita_desktop.model.values import Item, OwnKind, OwnValue, plain_items
from ita_desktop.session.changing import change_field
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.session.intake.pasted_columns import columns_of, heading_rows, targets
from ita_desktop.session.intake.pasted_rows import measures_of
from ita_desktop.session.intake.pasting import add_pasted
from ita_desktop.session.measure_views import MeasureFilter, all_text, kept, summary_words
from ita_desktop.session.measures import duplicate_measure
from ita_desktop.session.opening import open_to_work
from ita_desktop.session.own_fields import deleted_words, usage_words
from ita_desktop.session.registers import add_entry, delete_entry, move_entry
from ita_desktop.session.session import Session
from ita_desktop.thai.timelines import Unread
from tests.aids.small_office import YEAR, office_records, office_session

BUDGET = OwnField(id="b", rank="1", label="งบประมาณ (บาท)", kind=OwnKind.NUMBER, hint="ทั้งโครงการ")
WHEN = OwnField(id="w", rank="2", label="วันที่อนุมัติ", kind=OwnKind.DATE)
AREAS = OwnField(id="a", rank="3", label="พื้นที่", kind=OwnKind.ITEMS)
CODE = OwnField(id="c", rank="4", label="รหัสโครงการ", kind=OwnKind.TEXT)
OWN = (BUDGET, WHEN, AREAS, CODE)
WORK = YearWork.of(YEAR)


def field(own: OwnField, kind: OwnKind | None = None):  # type: ignore[no-untyped-def]
    return as_field(dataclasses.replace(own, kind=kind or own.kind))


def holding(**values: Any) -> Measure:
    """A measure that holds values by the id of the field."""
    own = tuple(OwnValue(name, value) for name, value in sorted(values.items()))
    return Measure(id="m", year_id=WORK.id, rank="1", title="มาตรการ", own=own)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = office_session(tmp_path, (*office_records(), *OWN))
    yield session
    session.close()


def held(session: Session, measure_id: str = "m1") -> Measure:
    found = session.snapshot.get(Measure, measure_id)
    assert found is not None
    return found


def test_an_own_field_stands_behind_the_declared_ones_and_nowhere_but_in_measures() -> None:
    snapshot = snapshot_of(OWN)
    assert [one.name for one in all_fields(snapshot, Measure)][-4:] == [
        *("own:b", "own:w", "own:a", "own:c")
    ]
    assert all_fields(snapshot, Measure)[-4].hint == "ทั้งโครงการ"
    assert not any(one.name.startswith("own:") for one in all_fields(snapshot, YearWork))


def test_empty_values_are_left_out_and_zero_is_not_empty() -> None:
    zero = with_value(holding(), field(BUDGET), Decimal(0))
    assert zero.own == (OwnValue("b", Decimal(0)),)
    assert value_of(zero, field(BUDGET)) == 0
    for own, empty in ((BUDGET, None), (WHEN, None), (AREAS, ()), (CODE, "")):
        assert value_of(holding(), field(own)) == empty
        assert changed_values(zero if own is BUDGET else holding(), field(own), empty) == {
            "own": ()
        }


# What is held, the kind the field has now, and what it is read as.
READ_AS = (
    ("1,250,000", OwnKind.NUMBER, Decimal(1250000)),
    ("๕๐,๐๐๐ บาท", OwnKind.NUMBER, Decimal(50000)),
    ("ตามข้อบัญญัติ", OwnKind.NUMBER, Unread("ตามข้อบัญญัติ")),
    ("๕ ม.ค. ๖๙", OwnKind.DATE, date(2026, 1, 5)),
    ("เร็ว ๆ นี้", OwnKind.DATE, Unread("เร็ว ๆ นี้")),
    ("๑. ข้อแรก\n๒. ข้อสอง", OwnKind.ITEMS, plain_items("ข้อแรก", "ข้อสอง")),
    (Decimal("1250000.00"), OwnKind.TEXT, "1,250,000.00"),
    (Decimal(5), OwnKind.ITEMS, plain_items("5")),
    (Decimal(5), OwnKind.DATE, Unread("5")),
    (date(2026, 1, 5), OwnKind.TEXT, "5 มกราคม 2569"),
    (date(2026, 1, 5), OwnKind.NUMBER, Unread("5 มกราคม 2569")),
    ((Item("ก", plain_items("ข")),), OwnKind.TEXT, "ก\n- ข"),
    (plain_items("120"), OwnKind.NUMBER, Decimal(120)),
)


@pytest.mark.parametrize(("value", "kind", "read"), READ_AS)
def test_a_field_of_another_kind_shows_what_fits_and_the_rest_as_it_was_typed(
    value: Any, kind: OwnKind, read: Any
) -> None:
    measure = holding(x=value)
    own = OwnField(id="x", label="ช่อง", kind=kind)
    assert value_of(measure, as_field(own)) == read
    assert measure.own == (OwnValue("x", value),)


def test_unread_text_is_kept_in_the_file_and_read_again(session: Session) -> None:
    change_field(session, held(session), field(BUDGET), Unread("ไม่ใช้งบประมาณ"))
    change_field(session, held(session), field(WHEN), date(2025, 3, 1))
    path = session.path
    session.flush()
    again = open_to_work(path)
    try:
        measure = again.snapshot.get(Measure, "m1")
        assert measure is not None
        assert value_of(measure, field(BUDGET)) == Unread("ไม่ใช้งบประมาณ")
        assert value_of(measure, field(WHEN)) == date(2025, 3, 1)
    finally:
        again.close()


def test_an_edit_is_named_by_the_label_of_the_field_and_undone(session: Session) -> None:
    change_field(session, held(session), field(BUDGET), Decimal(100))
    assert session.undo_name == "แก้ไขงบประมาณ (บาท)"
    session.undo()
    assert held(session).own == ()


def test_two_programs_that_fill_different_own_fields_lose_nothing() -> None:
    before = holding(b=Decimal(1), c="ก")
    theirs = with_value(before, field(CODE), "ข")
    ours = with_value(before, field(BUDGET), Decimal(2))
    snapshot = snapshot_of([WORK, *OWN, theirs])
    edit = rebased(Edit("", (Change(before, ours),)), snapshot)
    after = snapshot.after(edit).get(Measure, "m")
    assert after is not None
    assert after.own == (OwnValue("b", Decimal(2)), OwnValue("c", "ข"))
    emptied = rebased(
        Edit("", (Change(before, with_value(before, field(BUDGET), None)),)), snapshot
    )
    after = snapshot.after(emptied).get(Measure, "m")
    assert after is not None
    assert after.own == (OwnValue("c", "ข"),)


def test_a_deleted_field_leaves_its_values_in_the_measures_and_comes_back(session: Session) -> None:
    change_field(session, held(session), field(BUDGET), Decimal(100))
    told = deleted_words(session.snapshot, BUDGET)
    assert "“งบประมาณ (บาท)”" in told
    assert "๑ มาตรการ" in told
    delete_entry(session, BUDGET)
    assert session.undo_name == "ลบช่องของหน่วยงาน"
    assert held(session).own == (OwnValue("b", Decimal(100)),)
    assert "100" not in all_text(held(session), session.snapshot)
    session.undo()
    assert value_of(held(session), field(BUDGET)) == 100


def test_deleting_a_field_tells_of_the_layouts_that_show_it() -> None:
    layout = OwnLayout(id="l", title="แบบ", columns=(LayoutColumn("own:b", "งบ"),))
    snapshot = snapshot_of([WORK, BUDGET, layout])
    assert "แบบตาราง ๑ แบบ" in deleted_words(snapshot, BUDGET)
    assert "มาตรการ" not in deleted_words(snapshot, BUDGET)
    assert usage_words(snapshot, BUDGET) == "จำนวน · ยังไม่ได้กรอก · ๑ แบบตาราง"


def test_fields_are_added_and_moved(session: Session) -> None:
    added = add_entry(session, OwnField, BUDGET)
    assert [one.id for one in session.snapshot.of(OwnField)] == ["b", added.id, "w", "a", "c"]
    move_entry(session, added, 4)
    assert [one.id for one in session.snapshot.of(OwnField)] == ["b", "w", "a", "c", added.id]


def test_search_finds_what_own_fields_say_in_either_digits(session: Session) -> None:
    for own, value in (
        (BUDGET, Decimal(1250000)),
        (WHEN, date(2025, 3, 1)),
        (AREAS, plain_items("หมู่ที่ ๔ บ้านดอนกลาง")),
        (CODE, "สร-๐๑๗"),
    ):
        change_field(session, held(session), field(own), value)
    for words in ("๑,๒๕๐,๐๐๐", "1250000", "1 มีนาคม 2568", "บ้านดอนกลาง", "สร-017"):
        assert kept(MeasureFilter(text=words), held(session), session.snapshot, Needs("report")), (
            words
        )
        assert not kept(
            MeasureFilter(text=words), held(session, "m2"), session.snapshot, Needs("report")
        )


def test_the_summary_of_a_measure_names_its_own_fields(session: Session) -> None:
    change_field(session, held(session, "m3"), field(BUDGET), Decimal(50000))
    change_field(session, held(session, "m3"), field(CODE), "สร-๐๑")
    words = summary_words(held(session, "m3"), session.snapshot, WORK)
    assert words == "งบประมาณ (บาท) ๕๐,๐๐๐ · รหัสโครงการ"


def test_a_copy_of_a_measure_holds_its_own_fields_too(session: Session) -> None:
    change_field(session, held(session), field(BUDGET), Decimal(7))
    assert duplicate_measure(session, held(session)).own == held(session).own


TABLE = (
    ("ลำดับ", "มาตรการ", "งบประมาณ (บาท)", "วันที่อนุมัติ", "พื้นที่", "รหัสโครงการ"),
    ("๑", "อบรมจริยธรรม", "๕๐,๐๐๐", "๕ ม.ค. ๒๕๖๘", "- หมู่ ๑\n- หมู่ ๒", "สร-๐๑"),
    ("๒", "เปิดเผยข้อมูล", "ไม่ใช้งบ", "-", "", ""),
    ("๓", "ตรวจพัสดุ", "0", "", "", ""),
)


def test_a_pasted_table_fills_own_fields_by_their_names(session: Session) -> None:
    own = tuple(as_field(one) for one in OWN)
    table = Table(TABLE)
    assert heading_rows(table, own) == 1
    columns = columns_of(table, 1, own)
    assert columns == ("number", "title", "own:b", "own:w", "own:a", "own:c")
    assert {one.name for one in targets(own)} >= {"own:b", "own:w", "own:a", "own:c"}
    assert not any(one.name.startswith("own:") for one in targets())
    made = add_pasted(session, WORK, columns, TABLE[1:])
    first, second, third = made
    assert [value_of(first, one) for one in own] == [
        *(Decimal(50000), date(2025, 1, 5), plain_items("หมู่ ๑", "หมู่ ๒"), "สร-๐๑")
    ]
    assert value_of(second, own[0]) == Unread("ไม่ใช้งบ")
    assert value_of(second, own[1]) == Unread("-")
    assert value_of(third, own[0]) == 0
    session.undo()
    assert len(session.snapshot.measures(WORK.id)) == 3


def test_pasted_rows_without_own_fields_are_read_as_before(session: Session) -> None:
    [made] = measures_of([("ก",)], ("title",), session.snapshot, WORK, lambda: "x")
    assert (made.title, made.own) == ("ก", ())


def test_words_in_a_field_of_numbers_are_worth_a_look_a_dash_is_not() -> None:
    snapshot = snapshot_of([WORK, *OWN, holding(b="ตามจริง", w="-")])
    [found] = unread(snapshot, WORK)
    assert (found.code, found.record_id, found.field) == ("unread-own", "m", "own:b")
    assert "“ตามจริง”" in found.problem
    assert unfit(snapshot, BUDGET) == 1
    assert unfit(snapshot, WHEN) == 0
    for one in readiness(snapshot, WORK):
        assert (found in one.findings) is (one.kind.paper is not None)


def test_a_name_used_twice_and_values_of_another_kind_are_told() -> None:
    twice = OwnField(id="x", rank="9", label="หมายเหตุ")
    snapshot = snapshot_of([WORK, BUDGET, twice, holding(b="ตามจริง")])
    assert [one.code for one in own_field_findings(snapshot, twice)] == ["own-label-twice"]
    [found] = own_field_findings(snapshot, BUDGET)
    assert found.code == "own-values-unfit"
    assert found.problem == "มี ๑ มาตรการที่กรอกไว้ไม่ใช่จำนวน"
    unnamed = dataclasses.replace(BUDGET, label=" ")
    assert own_field_findings(snapshot, unnamed)[0].code == "missing-label"
