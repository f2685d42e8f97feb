"""The office as an Excel workbook and back: nothing lost, every bad cell told at once."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import Cell
from ita_desktop.exchange.workbook.columns import columns_of, sheet_title
from ita_desktop.exchange.workbook.forms import FORMS, form_of
from ita_desktop.exchange.workbook.keys import KEYS
from ita_desktop.exchange.workbook.names import Names, Place
from ita_desktop.exchange.workbook.opening import read_book
from ita_desktop.exchange.workbook.reading import Reading, read_records
from ita_desktop.exchange.workbook.writing import Sender, workbook_of
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.records import RECORDS, Division, Measure, OwnField, Record, RoundReport
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.thai.text import clean
from tests.aids.full_records import FULL_RECORDS, MEASURE
from tests.aids.small_office import office_records
from tests.aids.strategies import offices

MADE = datetime(2026, 1, 5, 9, 30)
EMPTY = snapshot_of(())


def written(records: Iterable[Record], *, template: bool = False) -> bytes:
    return workbook_of(snapshot_of(records), Sender(MADE), template=template)


def read(data: bytes, into: Snapshot = EMPTY, **options: object) -> Reading:
    return read_records(read_book(data), into, lambda: str(uuid4()), **options)  # type: ignore[arg-type]


def after(reading: Reading, before: Snapshot = EMPTY) -> Snapshot:
    """The office once the workbook is taken over."""
    assert [one.words for one in reading.bad] == []
    held = {(type(one), one.id): one for one in before.records}
    for change in reading.changes:
        held[type(change.record), change.record.id] = change.record
    return snapshot_of(held.values())


def test_every_kind_of_field_has_its_form() -> None:
    assert set(FORMS) == set(Kind)


def test_every_field_of_every_record_has_its_column() -> None:
    snapshot = snapshot_of(FULL_RECORDS)
    for kind in RECORDS:
        named = {one.name for one in columns_of(snapshot, kind)}
        hidden = {one.name for one in fields_of(kind) if one.kind in (Kind.RANK, Kind.OWN_VALUES)}
        assert named | hidden >= {one.name for one in fields_of(kind)}
        headings = [one.heading for one in columns_of(snapshot, kind)]
        assert len(headings) == len(set(headings))
    names = [sheet_title(kind) for kind in RECORDS]
    assert len(names) == len(set(names)) and max(map(len, names)) <= 31


def test_a_full_office_comes_back_equal() -> None:
    assert after(read(written(FULL_RECORDS))) == snapshot_of(FULL_RECORDS)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(offices())
def test_any_office_comes_back_equal(records: tuple[Record, ...]) -> None:
    snapshot = snapshot_of(records)
    data = written(records)
    assert after(read(data)) == snapshot
    again = read(data, snapshot)
    assert (again.new, again.changed, again.bad) == (0, 0, ())


# ---- edited in Excel


@pytest.fixture
def office() -> Snapshot:
    return snapshot_of(office_records())


Edit = Callable[[openpyxl.Workbook], None]


def edited(data: bytes, *edits: Edit) -> bytes:
    """The workbook as another program saves it after some edits."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for edit in edits:
        edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(sheet: str, row: int, heading: str, value: object) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        headings = {cell.value: cell.column for cell in book[sheet][2]}
        book[sheet].cell(row, headings[heading]).value = value  # type: ignore[index]

    return edit


TITLE = "มาตรการ โครงการ หรือกิจกรรม"


def measures(snapshot: Snapshot) -> dict[str, Measure]:
    return {one.title: one for one in snapshot.of(Measure)}


def test_the_visible_cells_alone_tell_an_ordinary_office(office: Snapshot) -> None:
    book = dataclasses.replace(read_book(written(office.records)), kept={})
    reading = read_records(book, EMPTY, lambda: str(uuid4()))
    found = after(reading)
    for kind in RECORDS:
        assert found.tables[kind].keys() == office.tables[kind].keys()
        for one in found.of(kind):
            held = office.get(kind, one.id)
            if hasattr(one, "rank"):  # told by the hidden sheet only
                one = dataclasses.replace(one, rank=held.rank)  # type: ignore[union-attr]
            assert one == held


def test_a_sheet_shows_a_measure_as_the_form_does() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(FULL_RECORDS)))["มาตรการ"]
    shown = {str(head.value): cell.value for head, cell in zip(sheet[2], sheet[3], strict=True)}
    assert shown["ขั้นตอนหรือวิธีการปฏิบัติ"] == ("๑. จัดทำแบบ\n    ๑.๑ แบบยืม\n    ๑.๒ แบบคืน\n๒. แจ้งเวียน")
    assert shown["งานประจำปี"] == 2569
    assert shown["สถานะ"] == "อยู่ระหว่างดำเนินการ"
    assert shown["ระยะเวลาดำเนินการ"] == "ตุลาคม 2568 - 30 กันยายน 2569"
    assert shown["ผู้รับผิดชอบ"] == (
        "กองคลัง (หลัก)\nทุกสำนัก/กอง (ร่วม)\nนางสาวสมหญิง ใจซื่อ (ประสาน)\n"
        "ผู้อำนวยการกองคลัง (กำกับ)\nคำสั่งที่ ๑๕๖/๒๕๖๘ เรื่อง แต่งตั้งคณะทำงาน (ตรวจ)\nผู้นำชุมชน"
    )
    assert shown["การกำกับติดตาม"] == "รอบ 6, 12 เดือน\nรายไตรมาส\nรายงานในที่ประชุม"
    assert (shown["งบประมาณ"], shown["วันอนุมัติ"]) == (1250000, "1 ตุลาคม 2568")
    assert sheet.row_dimensions[1].hidden and sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == "D3"
    hints = [cell.comment.text for cell in sheet[2] if cell.comment]
    assert any("ตัวอย่าง: ต.ค. ๖๗ - ก.ย. ๖๘" in hint for hint in hints)
    picked = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
    assert len(picked) == 3  # year, tool, status


def test_a_changed_cell_changes_its_record_and_nothing_else(office: Snapshot) -> None:
    data = edited(
        written(office.records),
        put("มาตรการ", 4, "ผู้รับผิดชอบ", "กองช่าง\nกองคลัง (ร่วม)\nคณะทำงานชุมชน"),
        put("มาตรการ", 4, "ขั้นตอนหรือวิธีการปฏิบัติ", "1. สำรวจ\n1.1 ถาม\n2. ปรับปรุง"),
        put("มาตรการ", 4, "ระยะเวลาดำเนินการ", "ม.ค. - มี.ค. 68"),
        put("มาตรการ", 4, "สถานะ", "ดำเนินการแล้วเสร็จ"),
    )
    reading = read(data, office)
    assert (reading.new, reading.changed, reading.unchanged) == (0, 1, len(office.records) - 1)
    [change] = reading.changes
    before, now = change.before, change.after
    assert isinstance(before, Measure) and isinstance(now, Measure)
    assert [getattr(one, "division_id", "") for one in now.responsible] == ["d3", "d2", ""]
    assert now.steps[0].text == "สำรวจ" and now.steps[0].items[0].text == "ถาม"
    same = ("responsible", "steps", "timeline", "status")
    assert dataclasses.replace(now, **{one: getattr(before, one) for one in same}) == before


def test_new_rows_are_new_records_behind_the_others(office: Snapshot) -> None:
    data = edited(
        written(office.records),
        put("สำนัก-กอง", 6, "ชื่อสำนัก/กอง", "กองทะเบียน"),
        put("มาตรการ", 6, TITLE, "มาตรการใหม่"),  # the only year goes without saying
        put("มาตรการ", 6, "ผู้รับผิดชอบ", "กองทะเบียน"),
        put("มาตรการ", 6, "อ้างอิง", "i4, O10"),
        put("คะแนน", 3, "ปีของผลคะแนน", 2567),
        put("คะแนน", 3, "รหัส", "ตัวชี้วัดที่ ๔"),
        put("คะแนน", 3, "คะแนน", 97.5),
    )
    found = after(read(data, office), office)
    [division] = [one for one in found.of(Division) if getattr(one, "name", "") == "กองทะเบียน"]
    new = found.of(Measure)[-1]
    assert new.title == "มาตรการใหม่" and new.year_id == office.years[0].id
    assert [one.division_id for one in new.responsible] == [division.id]  # type: ignore[union-attr]
    assert [getattr(one, "year", 0) for one in new.references] == [2567, 2567]
    [score] = [one for one in found.records if one.TABLE == "score"]
    assert (getattr(score, "code", ""), getattr(score, "value", None)) == (
        "indicator-4",
        Decimal("97.5"),
    )
    assert score.id == KEYS[type(score)].id_of(score)
    more = edited(written(office.records), put("งานประจำปี", 4, "ปีงบประมาณที่ดำเนินการ", "๒๕๖๙"))
    years = {one.action_year: one for one in after(read(more, office), office).years}
    assert (years[2569].score_year, years[2569].assessment_year) == (2568, 2569)


def test_a_copied_row_is_a_new_record_and_the_first_stays(office: Snapshot) -> None:
    def copy(book: openpyxl.Workbook) -> None:
        sheet = book["มาตรการ"]
        for cell in sheet[3]:
            sheet.cell(6, cell.column).value = cell.value  # type: ignore[union-attr]
        sheet.cell(3, 3).value = "แก้แถวบน"

    reading = read(edited(written(office.records), copy), office)
    assert (reading.new, reading.changed) == (1, 0)
    [change] = reading.changes
    assert isinstance(change.after, Measure) and change.after.title == "แก้แถวบน"
    assert change.after.steps == office.get(Measure, "m1").steps  # type: ignore[union-attr]


def test_rows_sorted_without_their_hidden_ids_find_them_again(office: Snapshot) -> None:
    def turn_round(book: openpyxl.Workbook) -> None:
        sheet = book["มาตรการ"]
        values = [[cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=3, max_row=5)]
        for row, cells in zip(range(3, 6), reversed(values), strict=True):
            for at, value in enumerate(cells, start=2):
                sheet.cell(row, at).value = value  # type: ignore[union-attr]

    data = edited(written(office.records), turn_round, put("มาตรการ", 4, "หมายเหตุ", "แก้ด้วย"))
    reading = read(data, office)
    assert (reading.new, reading.changed, reading.unchanged) == (0, 1, len(office.records) - 1)
    both = edited(
        written(office.records),
        turn_round,
        put("มาตรการ", 3, "หมายเหตุ", "แก้ด้วย"),
        put("มาตรการ", 4, "หมายเหตุ", "แก้ด้วย"),
    )
    changes = read(both, office).changes
    assert [getattr(one.after, "note", "") for one in changes] == ["แก้ด้วย", "แก้ด้วย"]
    assert all(
        one.after == dataclasses.replace(one.before, note="แก้ด้วย")  # type: ignore[type-var]
        for one in changes
    )


def test_a_row_with_another_key_takes_the_place_of_the_old_record() -> None:
    snapshot = snapshot_of(FULL_RECORDS)
    data = edited(written(FULL_RECORDS), put("รายงานผลรายรอบ", 3, "รอบ (เดือน)", 12))
    reading = read(data, snapshot)
    gone, come = reading.changes
    assert gone.after is None and isinstance(gone.before, RoundReport)
    assert come.after == dataclasses.replace(
        gone.before, month=12, id=RoundReport.key(MEASURE.id, 12)
    )
    assert (reading.new, reading.changed) == (0, 1)


def test_a_year_with_its_work_cannot_become_another_year(office: Snapshot) -> None:
    data = edited(written(office.records), put("งานประจำปี", 3, "ปีงบประมาณที่ดำเนินการ", 2570))
    [bad] = read(data, office).bad
    assert bad.address == "B3" and "เปลี่ยนปีงบประมาณของงานประจำปีที่มีอยู่แล้วไม่ได้" in bad.problem


def test_names_that_are_handed_on_stay_with_their_rows(office: Snapshot) -> None:
    data = edited(
        written(office.records),
        put("สำนัก-กอง", 4, "ชื่อสำนัก/กอง", "กองช่าง"),
        put("สำนัก-กอง", 5, "ชื่อสำนัก/กอง", "กองโยธา"),
    )
    found = after(read(data, office), office)
    assert {one.id: one.name for one in found.of(Division)} == {
        "d1": "สำนักปลัดเทศบาล",
        "d2": "กองช่าง",
        "d3": "กองโยธา",
    }


def test_a_row_without_an_id_that_names_a_record_says_more_of_it(office: Snapshot) -> None:
    data = edited(
        written(office.records, template=True),
        put("หน่วยงาน", 3, "อำเภอ", "บ้านใหม่"),
        put("สำนัก-กอง", 3, "ชื่อสำนัก/กอง", "กองคลัง"),
        put("สำนัก-กอง", 3, "โทรศัพท์", "๑๒"),
        put("มาตรการ", 3, TITLE, "ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร"),
        put("มาตรการ", 3, "ผู้รับผิดชอบ", "กองคลัง"),
        put("มาตรการ", 4, TITLE, "ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร"),
    )
    reading = read(data, office)
    assert (reading.new, reading.changed) == (1, 3)  # the same title twice is two measures
    found = after(reading, office)
    assert found.office == dataclasses.replace(office.office, district="บ้านใหม่")
    assert [one.telephone for one in found.of(Division)] == ["", "๑๒", ""]
    again = read(data, found)
    assert (again.new, again.changed) == (0, 0)


def test_rows_taken_out_or_emptied_are_left_alone(office: Snapshot) -> None:
    def cut(book: openpyxl.Workbook) -> None:
        book["มาตรการ"].delete_rows(4)
        for cell in book["สำนัก-กอง"][3][1:]:
            cell.value = None

    reading = read(edited(written(office.records), cut), office)
    assert reading.changes == ()
    left = {one.kind: one.left for one in reading.counts}
    assert left[Measure] == 1 and left[Division] == 1


def test_names_changed_on_one_sheet_still_hold_on_the_others(office: Snapshot) -> None:
    data = edited(written(office.records), put("สำนัก-กอง", 4, "ชื่อสำนัก/กอง", "กองการคลัง"))
    reading = read(data, office)
    assert (reading.new, reading.changed, reading.bad) == (0, 1, ())


BAD: tuple[tuple[str, int, str, object, str], ...] = (
    ("มาตรการ", 3, "สถานะ", "เสร็จแล้วจ้า", "ไม่อยู่ในรายการให้เลือก"),
    ("มาตรการ", 3, "ระยะเวลาดำเนินการ", "ตุลาคม ๒๕ - กันยายน ๒๖", "อยู่ห่างจากปีงบประมาณ"),
    ("มาตรการ", 4, "อ้างอิง", "๐10", "น่าจะเป็นตัวอักษร O10"),
    ("มาตรการ", 4, "การกำกับติดตาม", "รอบ 13 เดือน", "ไม่มีรอบการติดตาม ๑๓ เดือน"),
    ("มาตรการ", 5, "งานประจำปี", 2590, "ไม่พบงานประจำปี"),
    ("มาตรการ", 5, "หมายเหตุ", "#REF!", "สูตรในช่องนี้คำนวณไม่ได้"),
    ("ตำแหน่ง", 3, "สังกัด", "กองคลง", "ไม่พบสำนัก/กอง"),
    ("บุคลากร", 3, "รักษาการในตำแหน่งอื่น", "รักษาการผู้ใหญ่บ้าน", "ไม่พบตำแหน่งใน"),
    ("หน่วยงาน", 3, "ตราครุฑ", "garuda.png", "ใส่ภาพหรือแฟ้มแนบผ่าน Excel ไม่ได้"),
    ("งานประจำปี", 3, "ปีของผลคะแนน", 67, "ไม่ใช่ปี พ.ศ."),
    ("คะแนน", 3, "คะแนน", "เก้าสิบ", "ไม่ใช่จำนวน"),
    ("คะแนน", 3, "รหัส", "ข้อแรก", "ไม่รู้จักรหัสคะแนน"),
    ("รายงานผลรายรอบ", 3, "วันที่รายงาน", "31 กุมภาพันธ์ 2568", "ไม่มีวันที่ ๓๑"),
    ("การตั้งค่าเอกสาร", 3, "มีปก", "คงมี", "ใช่หรือไม่ใช่"),
    ("การตั้งค่าเอกสาร", 3, "เอกสาร", "จดหมาย", "ไม่มีเอกสารชื่อ"),
    ("การตั้งค่าเอกสาร", 3, "เอกสารในเล่ม", "จดหมาย", "ไม่มีเอกสารชื่อ"),
    ("การตั้งค่าเอกสาร", 3, "ผู้ลงนาม", "ก | ข | ค | ง", "มีเครื่องหมาย | มากเกินไป"),
    ("การตั้งค่าเอกสาร", 3, "ข้อความเฉพาะฉบับนี้", "ข้อความลอย ๆ", "ไม่ทราบว่า"),
    ("แบบตารางของหน่วยงาน", 3, "คอลัมน์", "หัว | ช่องที่ไม่มี", "ไม่มีช่องข้อมูลชื่อ"),
)


def test_every_bad_cell_is_told_at_once_and_nothing_is_taken_over(office: Snapshot) -> None:
    data = edited(
        written(office.records),
        *(put(sheet, row, heading, value) for sheet, row, heading, value, _ in BAD),
        put("สำนัก-กอง", 9, "ชื่อสำนัก/กอง", "กองที่ดี"),
    )
    reading = read(data, office)
    assert reading.changes == ()
    found = {(one.sheet, one.row, one.heading): one for one in reading.bad}
    for sheet, row, heading, _value, words in BAD:
        one = found[sheet, row, heading]
        assert words in one.problem and one.remedy, one.words
        assert one.address.endswith(str(row)) and f"แผ่น “{sheet}” ช่อง {one.address}" in one.words
    others = {key for key in found if key not in {bad[:3] for bad in BAD}}
    assert others == {  # new rows that were begun, and their keys
        ("คะแนน", 3, "ปีของผลคะแนน"),
        ("รายงานผลรายรอบ", 3, "มาตรการ"),
        ("รายงานผลรายรอบ", 3, "รอบ (เดือน)"),
        ("แบบตารางของหน่วยงาน", 3, "ชื่อแบบตาราง"),
    }


def test_a_bad_row_does_not_make_those_bad_that_name_it() -> None:
    data = edited(written(FULL_RECORDS), put("มาตรการ", 3, "สถานะ", "เสร็จแน้ว"))
    assert [one.heading for one in read(data).bad] == ["สถานะ"]


def test_rows_that_mean_the_same_record_are_told(office: Snapshot) -> None:
    data = edited(
        written(office.records),
        *(put("งานประจำปี", row, "ปีงบประมาณที่ดำเนินการ", 2570) for row in (4, 5)),
        put("หน่วยงาน", 4, "ชื่อหน่วยงาน", "อีกแห่ง"),
    )
    problems = [one.problem for one in read(data, office).bad]
    assert any("หน่วยงานมีได้เพียงแถวเดียว" in one for one in problems)
    assert any("ซ้ำกับแถวที่ 4" in one for one in problems) and len(problems) == 2


def test_headings_may_move_but_not_be_unknown(office: Snapshot) -> None:
    def shuffle(book: openpyxl.Workbook) -> None:
        book["มาตรการ"].move_range("D1:D6", cols=30)
        book["มาตรการ"]["Z2"].value = "ราคา"
        book["มาตรการ"]["Z4"].value = "แพง"

    reading = read(edited(written(office.records), shuffle), office)
    assert [one.problem for one in reading.bad] == ["ไม่รู้จักหัวคอลัมน์ “ราคา”"]


def test_a_sheet_typed_by_hand_is_known_by_its_headings(office: Snapshot) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "มาตรการ"
    for cell, value in (("B1", TITLE), ("C1", "ผลผลิต"), ("B2", "ทำเอง"), ("C2", "- ก\n- ข")):
        sheet[cell].value = value
    out = io.BytesIO()
    book.save(out)
    found = measures(after(read(out.getvalue(), office), office))
    assert [one.text for one in found["ทำเอง"].outputs] == ["ก", "ข"]


def test_dates_and_numbers_of_excel_are_read(office: Snapshot) -> None:
    records = (*office.records, *(one for one in FULL_RECORDS if isinstance(one, OwnField)))
    snapshot = snapshot_of(records)
    data = edited(
        written(records),
        put("มาตรการ", 3, "วันอนุมัติ", datetime(2025, 10, 1)),
        put("มาตรการ", 4, "วันอนุมัติ", datetime(2568, 10, 1)),  # พ.ศ. in a calendar of ค.ศ.
        put("มาตรการ", 3, "งบประมาณ", 50000),
        put("มาตรการ", 4, "งบประมาณ", "๕๐,๐๐๐ บาท"),
        put("มาตรการ", 3, "ตัวชี้วัด", 4),
    )
    found = after(read(data, snapshot), snapshot)
    for record_id in ("m1", "m2"):
        measure = found.get(Measure, record_id)
        assert measure is not None
        own = {one.field_id: one.value for one in measure.own}
        assert own == {"own-1": Decimal(50000), "own-2": date(2025, 10, 1)}


# ---- the empty form


def test_the_empty_form_is_filled_and_brought_in(office: Snapshot) -> None:
    records = (*office.records, *(one for one in FULL_RECORDS if isinstance(one, OwnField)))
    snapshot = snapshot_of(records)
    form = written(records, template=True)
    assert read(form, snapshot).changes == ()
    filled = edited(
        form,
        put("มาตรการ", 3, TITLE, "มาตรการจากแบบฟอร์ม"),
        put("มาตรการ", 3, "ผู้รับผิดชอบ", "กองช่าง"),
        put("มาตรการ", 3, "งบประมาณ", 1000),
        put("มาตรการ", 4, TITLE, "มาตรการที่สอง"),
    )
    found = after(read(filled, snapshot), snapshot)
    titles = [one.title for one in found.of(Measure)]
    assert titles[-2:] == ["มาตรการจากแบบฟอร์ม", "มาตรการที่สอง"]
    # brought into a file that does not know the office's own fields, the form brings them along
    elsewhere = snapshot_of(one for one in records if not isinstance(one, OwnField))
    assert after(read(filled, elsewhere), elsewhere).tables[OwnField]


# ---- what a workbook cannot bring


def test_pictures_stay_where_they_are_and_are_told_where_they_are_missing() -> None:
    data = written(FULL_RECORDS)
    same = read(data, snapshot_of(FULL_RECORDS), has_attachment=lambda _digest: False)
    assert (same.changes, same.lost) == ((), ())
    new = read(data, has_attachment=lambda _digest: False)
    told = [(one.sheet, one.row, one.heading) for one in new.lost]
    assert ("หน่วยงาน", 3, "ตราครุฑ") in told and ("ภาพหลักฐาน", 3, "ภาพ") in told
    assert ("ฉบับที่ลงนามแล้ว", 3, "ภาพสแกนฉบับลงนาม") in told
    assert new.bad == () and new.new == len(FULL_RECORDS)


def test_text_too_long_for_a_cell_is_kept_whole() -> None:
    long = dataclasses.replace(MEASURE, note="ยาว" * 30_000)
    records = [long if one == MEASURE else one for one in FULL_RECORDS]
    data = written(records)
    assert after(read(data)) == snapshot_of(records)
    changed = edited(
        data, put("มาตรการ", 3, "หมายเหตุ", "แก้ …(ยาวเกินช่องของ Excel ส่วนที่เหลืออยู่ในแฟ้มงาน)")
    )
    assert ["ยาวเกินช่อง" in one.problem for one in read(changed).bad] == [True]


def test_what_was_changed_in_the_program_since_stays(office: Snapshot) -> None:
    data = edited(written(office.records), put("มาตรการ", 3, "หมายเหตุ", "จาก Excel"))
    measure = office.get(Measure, "m1")
    assert measure is not None
    later = snapshot_of(
        dataclasses.replace(one, title="แก้ในโปรแกรม") if one == measure else one
        for one in office.records
    )
    reading = read(data, later, newer=True)
    [change] = reading.changes
    assert isinstance(change.after, Measure) and reading.newer == 1
    assert (change.after.title, change.after.note) == ("แก้ในโปรแกรม", "จาก Excel")
    [other] = read(data, later).changes  # from a file that is not this one
    assert isinstance(other.after, Measure) and other.after.title == measure.title


# ---- files of other programs


@pytest.mark.parametrize(
    "data", [b"", b"not a workbook", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0" * 200]
)
def test_what_is_no_workbook_is_refused_in_thai(data: bytes) -> None:
    with pytest.raises(UserError, match="เปิดแฟ้มนี้เป็นสมุดงาน Excel ไม่ได้"):
        read_book(data)


def test_a_workbook_without_a_sheet_of_ours_is_refused() -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with pytest.raises(UserError, match="ไม่พบแผ่นข้อมูลของโปรแกรม"):
        read_book(out.getvalue())


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_typed_into_a_cell_is_read_or_told(data: st.DataObject) -> None:
    """No text makes the reading of a cell fail in any other way than a sentence."""
    kind = data.draw(st.sampled_from(RECORDS))
    snapshot = snapshot_of(FULL_RECORDS)
    words = clean(
        data.draw(st.text(max_size=30) | st.text("๐๑9 .,|()[]-/\nมค.รอบเดือนIO", max_size=30))
    )
    for field in fields_of(kind):
        try:
            place = Place(Names(snapshot), 2569, 2568, "memo")
            form_of(kind.TABLE, field).read(field, Cell(words), place)
        except UserError as told:
            assert told.problem and told.remedy
