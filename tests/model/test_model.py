"""Records, fields, edits and snapshots: pure values."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.model.codec import BadValueError, record_of, row_of
from ita_desktop.model.edits import Change, Edit, added, joined, removed
from ita_desktop.model.fields import Kind, field_of, fields_of
from ita_desktop.model.ids import key_id
from ita_desktop.model.ranks import rank_at_end, rank_between, ranks_after
from ita_desktop.model.records import (
    RECORDS,
    DocumentSetup,
    Measure,
    Office,
    Person,
    YearWork,
)
from ita_desktop.model.references import Reference, ReferenceKind, UnreadReference
from ita_desktop.model.snapshot import StaleEditError, snapshot_of
from ita_desktop.model.values import (
    Acting,
    AgencyKind,
    AllDivisions,
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    OrderRef,
    OwnText,
    PersonRef,
    PositionRef,
    Signer,
    Status,
    Tool,
    plain_items,
)
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread

FULL_MEASURE = Measure(
    id="m-1",
    year_id=key_id("year", 2569),
    rank="1",
    title="มาตรการควบคุมการยืมทรัพย์สินของราชการ",
    sub_measures=plain_items("ทะเบียนยืม", "ตรวจนับ"),
    tool=Tool.IIT,
    indicator="ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ",
    references=(Reference(ReferenceKind.IIT_QUESTION, "10", 2568), UnreadReference("๐๑๙")),
    steps=(Item("จัดทำแบบ", (Item("แบบยืม"), Item("แบบคืน"))), Item("แจ้งเวียน")),
    responsible=(
        DivisionRef("d-1", "หลัก"),
        AllDivisions(),
        PersonRef("p-1"),
        PositionRef("t-1"),
        OrderRef("๑๕๖/๒๕๖๘", "แต่งตั้งคณะทำงาน"),
        FreeText("ชมรมผู้สูงอายุ"),
    ),
    timeline=Timeline(TimePoint(2025, 10), TimePoint(2026, 9, 30)),
    monitoring=Monitoring((6, 12), quarterly=True, note="รายงานต่อปลัด"),
    status=Status.DONE,
    results=plain_items("ทำแล้ว"),
)


def test_a_field_is_declared_once_with_its_thai_label() -> None:
    steps = field_of(Measure, "steps")
    assert steps.label == "ขั้นตอนหรือวิธีการปฏิบัติ"
    assert steps.kind is Kind.ITEMS
    assert "report" in steps.needed


def test_every_field_of_every_record_has_a_label_and_fits_its_annotation() -> None:
    for kind in RECORDS:
        declared = {field.name for field in dataclasses.fields(kind)} - {"id"}
        assert declared == {field.name for field in fields_of(kind)}, kind
        assert all(field.label for field in fields_of(kind))


def test_a_measure_with_every_field_comes_back_from_its_row() -> None:
    assert record_of(Measure, row_of(FULL_MEASURE)) == FULL_MEASURE


def test_rows_hold_readable_thai() -> None:
    row = row_of(FULL_MEASURE)
    assert row["results"] == '["ทำแล้ว"]'
    assert row["timeline"] == '{"start": "2025-10", "end": "2026-09-30"}'
    assert row["status"] == "done"


def test_an_open_and_an_unread_timeline_come_back() -> None:
    for timeline in (Timeline(TimePoint(2025, 9), None), Unread("๓๙ สี่นาคม"), None):
        measure = dataclasses.replace(FULL_MEASURE, timeline=timeline)
        assert record_of(Measure, row_of(measure)).timeline == timeline


def test_a_set_up_and_a_person_come_back() -> None:
    setup = dataclasses.replace(
        DocumentSetup.of(key_id("year", 2569), "report"),
        digits=Digits.ARABIC,
        dated=date(2026, 10, 5),
        signers=(Signer("p-1", "t-1", "รักษาราชการแทน"),),
        texts=(OwnText("report.title", "รายงาน"),),
    )
    person = Person(id="p-1", first_name="สมใจ", acting=(Acting("t-2"),))
    assert record_of(DocumentSetup, row_of(setup)) == setup
    assert record_of(Person, row_of(person)) == person


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("steps", "[1]"),
        ("steps", "{"),
        ("steps", '[{"text": "ก", "items": [{"text": "ข", "items": ["ค"]}]}]'),
        ("status", "half done"),
        ("timeline", '{"start": "2025-13", "end": null}'),
        ("title", 5),
        ("responsible", '[{"division": 5}]'),
        ("references", '[{"kind": "Z", "number": "1", "year": null}]'),
        ("monitoring", "[]"),
        ("id", None),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused(column: str, value: object) -> None:
    row = {**row_of(FULL_MEASURE), column: value}
    with pytest.raises(BadValueError):
        record_of(Measure, row)  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=60))
def test_ranks_always_leave_room_between(places: list[int]) -> None:
    ranks: list[str] = []
    for wanted in places:
        place = min(wanted, len(ranks))
        before = ranks[place - 1] if place else ""
        after = ranks[place] if place < len(ranks) else ""
        ranks.insert(place, rank_between(before, after) if after else rank_at_end(before))
        assert ranks == sorted(set(ranks))


def test_a_thousand_ranks_at_the_end_stay_short() -> None:
    ranks = ranks_after("", 1000)
    assert list(ranks) == sorted(set(ranks))
    assert max(map(len, ranks)) < 20


def test_what_exists_once_has_the_same_id_in_every_copy() -> None:
    assert YearWork.of(2569).id == YearWork.of(2569).id != YearWork.of(2570).id
    assert Office().id == Office(name="อื่น").id


def test_the_executive_is_called_as_the_kind_of_agency_demands() -> None:
    assert Office(name="ศรีสำราญ").executive == "นายกเทศมนตรีตำบลศรีสำราญ"
    sao = Office(kind=AgencyKind.SAO, name="ศรีสำราญ")
    assert sao.executive == "นายกองค์การบริหารส่วนตำบลศรีสำราญ"
    assert Office(kind=AgencyKind.TOWN, name="ศรีสำราญ").executive == "นายกเทศมนตรีเมืองศรีสำราญ"


def test_undoing_an_edit_gives_the_snapshot_back() -> None:
    before = snapshot_of([FULL_MEASURE])
    changed = dataclasses.replace(FULL_MEASURE, title="ใหม่")
    edit = Edit(
        "แก้ไข",
        (
            Change(FULL_MEASURE, changed),
            Change(None, dataclasses.replace(FULL_MEASURE, id="m-2")),
        ),
    )
    assert before.after(edit).get(Measure, "m-1") == changed
    assert before.after(edit).after(edit.reversed) == before


def test_an_edit_made_from_an_older_snapshot_is_refused() -> None:
    snapshot = snapshot_of([dataclasses.replace(FULL_MEASURE, title="ใหม่")])
    with pytest.raises(StaleEditError):
        snapshot.after(removed("ลบ", FULL_MEASURE))


def test_edits_of_one_visit_join_into_the_first_before_and_the_last_after() -> None:
    half = dataclasses.replace(FULL_MEASURE, title="คร")
    whole = dataclasses.replace(FULL_MEASURE, title="ครบ")
    first = Edit("แก้ไขชื่อ", (Change(FULL_MEASURE, half),))
    second = Edit("แก้ไขชื่อ", (Change(half, whole),))
    assert joined(first, second).changes == (Change(FULL_MEASURE, whole),)
    back = Edit("แก้ไขชื่อ", (Change(half, FULL_MEASURE),))
    assert joined(first, back).changes == ()


def test_measures_stand_in_the_order_of_their_ranks() -> None:
    year = YearWork.of(2569)
    first, second, third = (
        Measure(id=name, year_id=year.id, rank=rank)
        for name, rank in (("ก", "1"), ("ข", "2"), ("ค", "1V"))
    )
    snapshot = snapshot_of([]).after(added("เพิ่ม", year, second, first, third))
    assert [one.id for one in snapshot.measures(year.id)] == ["ก", "ค", "ข"]
