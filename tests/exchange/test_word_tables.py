"""Tables of Word files as clerks make them: merged, cut, numbered by Word, and changed."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from ita_desktop.errors import UserError
from ita_desktop.exchange.word_tables import read_word_tables
from ita_desktop.model.records import Measure
from ita_desktop.model.references import Reference, UnreadReference
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    OrderRef,
    Status,
    Tool,
    plain_items,
)
from ita_desktop.session.intake.pasted_rows import ReadRows
from ita_desktop.session.intake.read_words import notices
from ita_desktop.session.intake.table_choice import FoundTable, found_tables
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread
from tests.aids.small_office import office_records
from tests.aids.word_files import read_file
from tests.aids.word_maker import new_document, numbered, saved, table, write

HEADINGS = ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "ผลการดำเนินการ")


@pytest.fixture
def office() -> Snapshot:
    return snapshot_of(office_records())


def read(document: Any, office: Snapshot) -> tuple[FoundTable, ReadRows]:
    [year] = office.years
    return read_file(saved(document), office, year)


def measures(document: Any, office: Snapshot) -> list[Measure]:
    return [one.measure for one in read(document, office)[1].measures]


def texts(items: tuple[Item, ...]) -> list[Any]:
    return [
        (one.text, [inner.text for inner in one.items]) if one.items else one.text for one in items
    ]


# ---- headings


def test_headings_of_three_levels_are_combined(office: Snapshot) -> None:
    document = new_document()
    made = table(
        document,
        [
            ("แบบรายงานผลการดำเนินการตามมาตรการ", "", "", "", "", ""),
            ("ที่", "มาตรการ", "ผลการดำเนินการ", "", "", "หมายเหตุ"),
            ("", "", "ผลลัพธ์หรือความสำเร็จของการดำเนินการ", "", "ผลผลิต", ""),
            ("", "", "ไม่สามารถดำเนินการได้", "ดำเนินการแล้วเสร็จ", "", ""),
            ("๑", "คุมการยืม", "", "ยืมคืนครบ", "ทะเบียน ๑ ฉบับ", "-"),
            ("๒", "คุมการใช้รถ", "เนื่องจากไม่มีงบประมาณ", "", "", "เสนอปีหน้า"),
        ],
    )
    merge(made, (0, 0, 0, 5), (1, 2, 1, 4), (2, 2, 2, 3), (2, 4, 3, 4))
    merge(made, (1, 0, 3, 0), (1, 1, 3, 1), (1, 5, 3, 5))
    found, done = read(document, office)
    assert found.headings == 4
    assert found.columns == ("number", "title", "outcome-cannot", "outcome-done", "outputs", "note")
    lend, drive = (one.measure for one in done.measures)
    assert (lend.title, lend.status, texts(lend.outcomes)) == ("คุมการยืม", Status.DONE, ["ยืมคืนครบ"])
    assert texts(lend.outputs) == ["ทะเบียน ๑ ฉบับ"]
    assert (drive.status, drive.status_reason, drive.note) == (
        *(Status.CANNOT, "ไม่มีงบประมาณ", "เสนอปีหน้า"),
    )


def merge(made: Any, *areas: tuple[int, int, int, int]) -> None:
    """Cells made one; their words stand in the first."""
    for top, left, bottom, right in areas:
        words = made.cell(top, left).text
        joined = made.cell(top, left).merge(made.cell(bottom, right))
        for paragraph in joined.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        joined.paragraphs[0].text = words


def test_columns_of_one_group_fill_one_field_in_order(office: Snapshot) -> None:
    document = new_document()
    made = table(
        document,
        [
            ("มาตรการ", "ผู้รับผิดชอบ", "", "ระยะเวลา", "", "งบประมาณ"),
            ("", "หลัก", "สนับสนุน", "เริ่ม", "สิ้นสุด", ""),
            ("คุมการยืม", "กองคลัง", "กองช่าง", "ต.ค. ๖๗", "มี.ค. ๖๘", "๕,๐๐๐ บาท"),
        ],
    )
    merge(made, (0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0), (0, 5, 1, 5))
    found, _ = read(document, office)
    assert found.columns == ("title", "responsible", "responsible", "timeline", "timeline", "")
    [measure] = measures(document, office)
    assert measure.responsible == (DivisionRef("d2"), DivisionRef("d3"))
    assert measure.timeline == Timeline(TimePoint(2024, 10), TimePoint(2025, 3))


def test_months_that_are_ticked_are_a_timeline(office: Snapshot) -> None:
    document = new_document()
    made = table(
        document,
        [
            ("กิจกรรม", "ระยะเวลาดำเนินการ", "", "", ""),
            ("", "ต.ค. ๖๗", "พ.ย. ๖๗", "ธ.ค. ๖๗", "ม.ค. ๖๘"),
            ("คุมการยืม", "", "/", "/", "/"),
        ],
    )
    merge(made, (0, 1, 0, 4), (0, 0, 1, 0))
    [measure] = measures(document, office)
    assert measure.timeline == Timeline(TimePoint(2024, 11), TimePoint(2025, 1))


def test_timelines_of_several_rows_are_kept_whole_where_they_are_no_span(office: Snapshot) -> None:
    document = new_document()
    made = table(
        document,
        [
            ("มาตรการ", "ขั้นตอน", "ระยะเวลา"),
            ("คุมการยืม", "ทำใบยืม", "ต.ค. ๖๗ - พ.ย. ๖๗"),
            ("", "ตรวจนับ", "ม.ค. ๖๘ - ก.พ. ๖๘"),
            ("", "รายงาน", "ก.ย. ๖๘"),
        ],
    )
    merge(made, (1, 0, 3, 0))
    [measure] = measures(document, office)
    assert measure.timeline == Unread("ต.ค. ๖๗ - พ.ย. ๖๗ ม.ค. ๖๘ - ก.พ. ๖๘ ก.ย. ๖๘")


# ---- rows


def test_cells_merged_down_hold_for_every_measure_beside_them(office: Snapshot) -> None:
    document = new_document()
    made = table(
        document,
        [
            ("ประเด็นที่ต้องยกระดับ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"),
            ("การใช้ทรัพย์สิน", "คุมการยืม", "ทำใบยืม", "กองคลัง"),
            ("", "คุมการใช้รถ", "ทำสมุดรถ", ""),
            ("", "", "ตรวจเลขไมล์", ""),
        ],
    )
    merge(made, (1, 0, 3, 0), (2, 1, 3, 1), (1, 3, 3, 3))
    lend, drive = measures(document, office)
    assert lend.issue == drive.issue == "การใช้ทรัพย์สิน"
    assert lend.responsible == drive.responsible == (DivisionRef("d2"),)
    assert texts(drive.steps) == ["ทำสมุดรถ", "ตรวจเลขไมล์"]


def test_a_row_typed_on_over_the_page_goes_on_with_its_measure(office: Snapshot) -> None:
    document = new_document()
    table(
        document,
        [
            HEADINGS,
            ("๑. คุมการยืม", "๑. ทำใบยืม\n๒. ตรวจนับ", "กองคลัง", "ต.ค. ๖๗ -", "๑. ยืม ๔๐ ครั้ง"),
            ("", "๓. รายงาน\nผู้บริหาร", "", "ก.ย. ๖๘", "๒. คืนครบ"),
            HEADINGS,
            ("๑. คุมการยืม (ต่อ)", "๔. สรุปผล", "กองช่าง", "", ""),
            ("(ต่อ)", "๕. ปรับปรุง", "", "", "๓. ปรับปรุงแล้ว"),
            ("๒. คุมการใช้รถ", "๑. ทำสมุดรถ", "สำนักปลัด\nเทศบาล", "ม.ค. ๖๘", ""),
        ],
    )
    lend, drive = measures(document, office)
    assert lend.title == "คุมการยืม"
    assert texts(lend.steps) == ["ทำใบยืม", "ตรวจนับ", "รายงาน ผู้บริหาร", "สรุปผล", "ปรับปรุง"]
    assert texts(lend.results) == ["ยืม ๔๐ ครั้ง", "คืนครบ", "ปรับปรุงแล้ว"]
    assert lend.timeline == Timeline(TimePoint(2024, 10), TimePoint(2025, 9))
    assert lend.responsible == (DivisionRef("d2"), DivisionRef("d3"))
    assert (drive.title, drive.responsible) == ("คุมการใช้รถ", (DivisionRef("d1"),))


def test_tables_that_go_on_with_each_other_are_one(office: Snapshot) -> None:
    document = new_document()
    document.add_paragraph("บทนำของรายงาน")
    table(document, [("ตัวชี้วัด", "คะแนน"), ("การปฏิบัติหน้าที่", "๙๐.๐๐")])
    document.add_paragraph("ประเด็นที่ ๑ การใช้ทรัพย์สิน")
    table(document, [HEADINGS, ("คุมการยืม", "ทำใบยืม", "กองคลัง", "ต.ค. ๖๗", "ทำแล้ว")])
    document.add_paragraph()
    table(document, [("คุมการใช้รถ", "ทำสมุดรถ", "กองช่าง", "พ.ย. ๖๗", "")])
    document.add_paragraph("ประเด็นที่ ๒ การให้บริการ")
    table(document, [HEADINGS, ("จัดคิว", "ทำบัตรคิว", "กองคลัง", "ธ.ค. ๖๗", "ทำแล้ว")])
    found = found_tables(read_word_tables(saved(document), "x"))
    assert [(one.first, one.last, one.measures) for one in found] == [(1, 1, False), (2, 4, True)]
    assert "ตารางที่ ๒–๔ รวมกัน (๔ แถว)" in found[1].label
    lend, drive, queue = measures(document, office)
    assert [lend.title, drive.title, queue.title] == ["คุมการยืม", "คุมการใช้รถ", "จัดคิว"]
    assert lend.issue == drive.issue == "ประเด็นที่ ๑ การใช้ทรัพย์สิน"
    assert queue.issue == "ประเด็นที่ ๒ การให้บริการ"


def test_rows_across_the_table_are_groups_and_others_are_told(office: Snapshot) -> None:
    document = new_document()
    made = table(
        document,
        [
            HEADINGS,
            ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "", "", "", ""),
            ("ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", "", "", "", ""),
            ("คุมการยืม", "ทำใบยืม", "", "", ""),
            ("ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๘", "", "", "", ""),
        ],
    )
    merge(made, *((row, 0, row, 4) for row in (1, 2, 4)))
    _, done = read(document, office)
    [one] = done.measures
    assert one.measure.tool is Tool.IIT
    assert one.measure.indicator == "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ"
    assert done.left_out == (("แถวที่รวมเป็นช่องเดียว", "ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๘"),)


def test_rows_divided_at_places_of_their_own_stand_under_their_headings(office: Snapshot) -> None:
    document = new_document()
    made = table(document, [HEADINGS, ("คุมการยืม", "ทำใบยืม", "กองคลัง", "ต.ค. ๖๗", "ทำแล้ว")])
    # A border dragged in one row alone: Word splits the column in two and spans them each.
    for row, spans in zip(made.rows, ((1, 2, 1, 1, 1), (2, 1, 1, 1, 1)), strict=True):
        for cell, span in zip(row._tr.findall(qn("w:tc")), spans, strict=True):
            properties = cell.get_or_add_tcPr()
            properties.append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="{span}"/>'))
    [measure] = measures(document, office)
    assert (measure.title, texts(measure.steps)) == ("คุมการยืม", ["ทำใบยืม"])
    assert measure.responsible == (DivisionRef("d2"),)


def test_cells_merged_sideways_the_old_way_are_one(office: Snapshot) -> None:
    document = new_document()
    made = table(
        document, [HEADINGS, ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "", "", "", ""), ("ก", "ข", "", "", "")]
    )
    for at, cell in enumerate(made.rows[1].cells):
        merged = "restart" if not at else "continue"
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:hMerge {nsdecls("w")} w:val="{merged}"/>'))
    [measure] = measures(document, office)
    assert (measure.title, measure.indicator) == ("ก", "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่")


# ---- words of a cell


def test_numbers_that_word_counts_are_restored(office: Snapshot) -> None:
    document = new_document()
    made = table(document, [HEADINGS, *[("",) * 5] * 3])
    numbered(made.cell(1, 0), 70, (0, "คุมการยืม"))
    numbered(made.cell(1, 1), 73, (0, "ทำแบบ"), (1, "แบบยืม"), (1, "แบบคืน"), (0, "แจ้งเวียน"))
    numbered(made.cell(1, 4), 71, (0, "ทำแล้ว"), (1, "๔๐ ครั้ง"), (0, "คืนครบ"))
    numbered(made.cell(2, 1), 70, (0, "สรุปผล"))
    numbered(made.cell(3, 0), 72, (0, "คุมการใช้รถ"))
    cells = read_word_tables(saved(document), "x")[0].rows
    assert cells[1][1] == "๑. ทำแบบ\n  ๑.๑ แบบยืม\n  ๑.๒ แบบคืน\n๒. แจ้งเวียน"
    assert cells[3][0] == "(ก) คุมการใช้รถ"
    lend, drive = measures(document, office)
    assert (lend.title, drive.title) == ("คุมการยืม", "คุมการใช้รถ")
    assert texts(lend.steps) == [("ทำแบบ", ["แบบยืม", "แบบคืน"]), "แจ้งเวียน", "สรุปผล"]
    assert texts(lend.results) == [("ทำแล้ว", ["๔๐ ครั้ง"]), "คืนครบ"]


def test_a_lead_line_keeps_the_items_below_it(office: Snapshot) -> None:
    document = new_document()
    table(
        document,
        [
            HEADINGS,
            ("คุมการยืม", "จัดทำแบบพิมพ์ ประกอบด้วย\n๑. แบบยืม\n๒. แบบคืน", "", "", "ผลดังนี้\n- ครบ\n- ตรง"),
        ],
    )
    [measure] = measures(document, office)
    assert texts(measure.steps) == [("จัดทำแบบพิมพ์ ประกอบด้วย", ["แบบยืม", "แบบคืน"])]
    assert texts(measure.results) == [("ผลดังนี้", ["ครบ", "ตรง"])]


def test_breaks_and_tabs_are_kept_apart_and_changes_are_accepted(office: Snapshot) -> None:
    document = new_document()
    made = table(document, [HEADINGS, ("", "", "", "", "")])
    paragraph = made.cell(1, 1).paragraphs[0]
    run = paragraph.add_run("๑.\tทำใบยืม")
    run.add_break()
    run.add_text("๒.")
    run.add_tab()
    run.add_text("ตรวจนับ")
    title = made.cell(1, 0).paragraphs[0]
    for xml in (
        "<w:r {ns}><w:t>คุมการ</w:t></w:r>",
        '<w:del {ns} w:id="1" w:author="ก"><w:r><w:delText>ใช้</w:delText></w:r></w:del>',
        '<w:ins {ns} w:id="2" w:author="ก"><w:r><w:t>ยืม</w:t></w:r></w:ins>',
        "<w:hyperlink {ns}><w:r><w:t>พัสดุ</w:t></w:r></w:hyperlink>",
        "<w:r {ns}><w:pict><w:txbxContent><w:p><w:r><w:t>กล่อง</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>",
    ):
        title._p.append(parse_xml(xml.format(ns=nsdecls("w"))))
    gone = made.add_row()
    write(gone.cells[0], "แถวที่ลบแล้ว")
    gone._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="3" w:author="ก"/>'))
    [measure] = measures(document, office)
    assert measure.title == "คุมการยืมพัสดุ"
    assert texts(measure.steps) == ["ทำใบยืม", "ตรวจนับ"]


def test_codes_orders_rounds_and_what_cannot_be_read_are_kept(office: Snapshot) -> None:
    document = new_document()
    table(
        document,
        [
            ("มาตรการ", "ผู้รับผิดชอบ", "ช่วงระยะเวลา", "การกำกับติดตาม", "สถานะ"),
            (
                "คุมการยืม\n- ใบยืม\n- ใบคืน\nอ้างอิงจาก o 34, ｏ๓๕ และ ○15",
                "คณะกรรมการตามคำสั่งเทศบาลตำบลศรีสำราญ\nที่ ๑๒๓/๒๕๖๗\nเรื่อง แต่งตั้งผู้ตรวจ",
                "ตุลาคม ๒๕ - กันยายน ๒๖",
                "รายงานนายก\n- รอบ ๖ เดือน\n- รอบ ๑๒ เดือน",
                "ค้างอยู่",
            ),
            ("อบรม", "ทุกกอง\nกองการศึกษา (งานโรงเรียน)\nผู้นำชุมชน", "", "รายไตรมาส", "ดำเนินการแล้วเสร็จ"),
        ],
    )
    _, done = read(document, office)
    first, second = done.measures
    lend = first.measure
    assert (lend.title, lend.sub_measures) == ("คุมการยืม", plain_items("ใบยืม", "ใบคืน"))
    assert [getattr(one, "number", one) for one in lend.references] == [
        *("34", "35", UnreadReference("○15")),
    ]
    assert isinstance(lend.references[1], Reference)
    assert lend.responsible == (OrderRef("๑๒๓/๒๕๖๗", "แต่งตั้งผู้ตรวจ"),)
    assert lend.timeline == Unread("ตุลาคม ๒๕ - กันยายน ๒๖")
    assert lend.monitoring == Monitoring((6, 12), note="รายงานนายก")
    assert (lend.status, lend.note) == (None, "สถานะ: ค้างอยู่")
    assert {one.field for one in first.doubts} == {"references", "timeline", "status"}
    [school] = done.divisions
    assert school.name == "กองการศึกษา"
    assert second.measure.responsible == (
        *(AllDivisions(), DivisionRef(school.id, "งานโรงเรียน"), FreeText("ผู้นำชุมชน")),
    )
    assert second.measure.monitoring == Monitoring(quarterly=True)
    assert second.measure.status is Status.DONE


# ---- files that cannot be read


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "ไม่ใช่แฟ้ม Word"),
        (b"PK\x03\x04 broken", "ไม่ใช่แฟ้ม Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word รุ่นเก่า"),
        (b"%PDF-1.7", "ไม่ใช่แฟ้ม Word"),
    ],
)
def test_what_is_no_word_file_is_told(data: bytes, words: str) -> None:
    with pytest.raises(UserError) as told:
        read_word_tables(data, "ปีก่อน.docx")
    assert words in told.value.problem
    assert "ปีก่อน.docx" in told.value.problem


# ---- what clerks leave out or type on one line


def test_items_typed_on_one_line_are_taken_apart(office: Snapshot) -> None:
    document = new_document()
    table(
        document,
        [
            HEADINGS,
            (
                "๑. คุมการยืม ๒. คุมการใช้รถ",
                "๑. ทำใบยืมตามข้อ ๒. ของระเบียบ ๒. ตรวจนับ ๓.รายงาน",
                "๑. กองคลัง ๒. กองช่าง",
                "",
                "ผลปี ๒๕๖๗. ดีขึ้น",
            ),
        ],
    )
    [measure] = measures(document, office)
    assert (measure.title, texts(measure.sub_measures)) == ("คุมการยืม", ["คุมการใช้รถ"])
    assert texts(measure.steps) == ["ทำใบยืมตามข้อ ๒. ของระเบียบ", "ตรวจนับ", "รายงาน"]
    assert measure.responsible == (DivisionRef("d2"), DivisionRef("d3"))
    assert texts(measure.results) == ["ผลปี ๒๕๖๗. ดีขึ้น"]


def test_numbered_items_beside_the_measures_own_number_are_its_sub_measures(
    office: Snapshot,
) -> None:
    document = new_document()
    table(
        document,
        [
            ("ที่", "มาตรการ", "ผลการดำเนินการ"),
            ("๑", "๑. คุมการยืม\n๒. คุมการใช้รถ\nอ้างอิงจาก i๑๐", "ทำแล้ว"),
            ("๒", "๑. จัดคิว", "ทำแล้ว"),
            ("๓", "อบรม\n๑. รุ่นแรก\n๒. รุ่นสอง", "ทำแล้ว"),
        ],
    )
    found = measures(document, office)
    assert [(one.title, texts(one.sub_measures)) for one in found] == [
        ("", ["คุมการยืม", "คุมการใช้รถ"]),
        ("จัดคิว", []),
        ("อบรม", ["รุ่นแรก", "รุ่นสอง"]),
    ]
    assert found[0].name == "คุมการยืม"
    assert [one.number for one in found[0].references] == ["10"]  # type: ignore[union-attr]


def test_groups_in_a_cell_hold_for_the_rows_below_and_damage_is_doubted(office: Snapshot) -> None:
    document = new_document()
    table(
        document,
        [
            HEADINGS,
            ("แบบวัด IT\nตัวชี้วัดที่ ๓ การใช้อำนาจ\n๑. ประเมินตามเกณฑ์", "ประกาศเกณฑ์", "", "", ""),
            ("ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร ๑. เผยแพร่ข่าว", "เขียนข่าว", "", "", ""),
        ],
    )
    _, done = read(document, office)
    power, news = done.measures
    assert (power.measure.tool, power.measure.title) == (Tool.IIT, "ประเมินตามเกณฑ์")
    assert [one.field for one in power.doubts] == ["tool"]
    assert news.measure.title == "เผยแพร่ข่าว"
    assert news.measure.indicator == "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร"
    assert (news.measure.tool, news.doubts) == (Tool.EIT, ())


def test_the_clerk_is_told_of_other_years(office: Snapshot) -> None:
    document = new_document()
    table(document, [HEADINGS, ("คุมการยืม", "ทำใบยืม", "", "ม.ค. ๒๕๖๖", "")])
    found, done = read(document, office)
    [year] = office.years
    said = " ".join(notices(done, found.columns, year))
    assert "ปีงบประมาณ ๒๕๖๖ แต่จะเพิ่มในปี ๒๕๖๘" in said
