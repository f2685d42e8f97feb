"""The result report: headings, columns, grouping, digits, all as blocks."""

import dataclasses

import pytest

from ita_desktop.documents.blocks import Cell, Cover, ListBlock, Orientation, Paragraph, Row, Table
from ita_desktop.documents.build import build, file_name, kind_of
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.columns import column_names
from ita_desktop.documents.layouts import LAYOUTS, built_in_layouts
from ita_desktop.documents.wordings import unknown_fields
from ita_desktop.errors import UserError
from ita_desktop.model.edits import added
from ita_desktop.model.records import (
    Division,
    DocumentSetup,
    Measure,
    Office,
    Person,
    Position,
    RoundReport,
    YearWork,
)
from ita_desktop.model.references import Reference, ReferenceKind
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    Item,
    OrderRef,
    OwnText,
    PageTurn,
    Signer,
    Status,
    Tool,
    plain_items,
)
from ita_desktop.storage.catalogue import packaged_catalogue
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread

YEAR = YearWork.of(2569)
OFFICE = Office(name="ศรีสำราญ", district="บ้านสวน", province="สุขสวัสดิ์")
LENDING = Measure(
    id="lending",
    year_id=YEAR.id,
    rank="1",
    title="ควบคุมการยืมทรัพย์สินของราชการ",
    sub_measures=plain_items("จัดทำทะเบียน", "ตรวจนับรายเดือน"),
    tool=Tool.IIT,
    indicator="ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ",
    references=(
        Reference(ReferenceKind.IIT_QUESTION, "10", 2568),
        Reference(ReferenceKind.OIT_ITEM, "24", 2568),
    ),
    steps=(Item("ปรับแบบ", (Item("แบบยืม"), Item("แบบคืน"))), Item("แจ้งเวียน")),
    responsible=(DivisionRef("treasury"), OrderRef("๑๕๖/๒๕๖๙", "แต่งตั้งคณะทำงาน")),
    timeline=Timeline(TimePoint(2025, 10), TimePoint(2026, 9)),
    status=Status.DONE,
    results=plain_items("แจ้งเวียนเมื่อ 3 พ.ย. 2568 ที่ www.srisamran.example/12"),
    outputs=plain_items("แบบยืม"),
    outcomes=plain_items("คะแนน i10 เพิ่มขึ้น 2.50"),
)
SERVICE = Measure(
    id="service",
    year_id=YEAR.id,
    rank="2",
    title="ให้บริการผ่านระบบ e-Service",
    tool=Tool.EIT,
    indicator="ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน",
    responsible=(AllDivisions(),),
    timeline=Unread("ราว ๆ กลางปี"),
    status=Status.CANNOT,
    status_reason="ยังไม่ได้รับจัดสรรงบประมาณ",
)
TREASURY = Division(id="treasury", rank="1", name="กองคลัง")


def office(*measures: Measure, setup: DocumentSetup | None = None) -> Snapshot:
    return snapshot_of([OFFICE, TREASURY, YEAR, *measures, *([setup] if setup else [])])


def report(snapshot: Snapshot, **values: object):  # type: ignore[no-untyped-def]
    setup = dataclasses.replace(DocumentSetup.of(YEAR.id, "report"), **values)  # type: ignore[arg-type]
    return build(snapshot, YEAR, "report", setup)


def table_of(document) -> Table:  # type: ignore[no-untyped-def]
    return next(
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    )


def words(cell: Cell | None) -> str:
    """A cell as plain text: paragraphs and list items one a line."""
    if cell is None:
        return ""
    lines: list[str] = []
    for block in cell.content:
        if isinstance(block, Paragraph):
            lines.append("".join(run.text for run in block.text))
        elif isinstance(block, ListBlock):
            lines += [
                f"{'  ' * item.level}{item.label} {''.join(run.text for run in item.text)}".rstrip()
                for item in block.items
            ]
    return "\n".join(lines)


def headings(row: Row) -> list[tuple[str, int, int] | None]:
    return [cell and (words(cell), cell.colspan, cell.rowspan) for cell in row.cells]


def test_the_headings_of_result_status_are_as_printed() -> None:
    table = table_of(report(office(LENDING), layout="result-status"))
    upper, lower = table.header
    assert headings(upper) == [
        ("ลำดับที่", 1, 2),
        ("มาตรการ / โครงการ / กิจกรรม ที่ดำเนินการ", 1, 2),
        ("ผลลัพธ์หรือความสำเร็จของการดำเนินการ", 2, 1),
        None,
        ("สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม", 1, 2),
        ("ระยะเวลาในการดำเนินการ", 1, 2),
    ]
    assert headings(lower) == [
        None,
        None,
        ("ไม่สามารถดำเนินการได้", 1, 1),
        ("ดำเนินการแล้วเสร็จ", 1, 1),
        None,
        None,
    ]


def test_the_headings_of_result_suggestion_are_as_printed() -> None:
    (row,) = table_of(report(office(LENDING), layout="result-suggestion")).header
    assert [words(cell) for cell in row.cells] == [
        "มาตรการ/แนวทาง",
        "วิธีการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
        "ผลการดำเนินการ",
        "ข้อเสนอแนะ",
    ]


def test_the_headings_of_result_outcome_are_as_printed() -> None:
    (row,) = table_of(report(office(LENDING), layout="result-outcome")).header
    assert [words(cell) for cell in row.cells] == [
        "มาตรการ โครงการ หรือกิจกรรม",
        "วิธีดำเนินการ",
        "ระยะเวลาดำเนินการ",
        "ผู้รับผิดชอบ",
        "ผลการดำเนินการ",
        "ผลลัพธ์หรือความสำเร็จของการดำเนินการ",
    ]


def test_the_headings_of_result_output_are_as_printed() -> None:
    upper, lower = table_of(report(office(LENDING), layout="result-output")).header
    assert headings(upper) == [
        ("มาตรการ", 1, 2),
        ("รายละเอียดการดำเนินงาน", 1, 2),
        ("ระยะเวลาการดำเนินงาน", 1, 2),
        ("ผลการดำเนินการ", 2, 1),
        None,
        ("หมายเหตุ", 1, 2),
    ]
    assert headings(lower) == [None, None, None, ("ผลผลิต", 1, 1), ("ผลลัพธ์", 1, 1), None]


def test_the_outcome_stands_in_the_column_of_its_status() -> None:
    done, cannot = table_of(report(office(LENDING, SERVICE), layout="result-status")).rows
    assert words(done.cells[2]) == ""
    assert words(done.cells[3]) == "คะแนน i๑๐ เพิ่มขึ้น ๒.๕๐"
    assert words(cannot.cells[2]) == "เนื่องจากยังไม่ได้รับจัดสรรงบประมาณ"
    assert words(cannot.cells[3]) == ""


def test_what_is_under_way_or_not_begun_says_so() -> None:
    going = dataclasses.replace(LENDING, status=Status.IN_PROGRESS)
    waiting = dataclasses.replace(SERVICE, status=Status.NOT_STARTED)
    first, second = table_of(report(office(going, waiting), layout="result-status")).rows
    assert words(first.cells[3]).startswith("อยู่ระหว่างดำเนินการ")
    assert words(second.cells[2]).startswith("ยังไม่ได้ดำเนินการ")


def test_a_measure_shows_its_sub_measures_and_the_codes_it_refers_to() -> None:
    row = table_of(report(office(LENDING), layout="result-status")).rows[0]
    assert words(row.cells[1]).splitlines() == [
        "ควบคุมการยืมทรัพย์สินของราชการ",
        "๑. จัดทำทะเบียน",
        "๒. ตรวจนับรายเดือน",
        "อ้างอิงจาก I๑๐, O๒๔",
    ]


def test_nested_lists_are_numbered_one_and_one_point_one() -> None:
    row = table_of(report(office(LENDING), layout="result-outcome")).rows[0]
    assert words(row.cells[1]).splitlines() == [
        "๑. ปรับแบบ",
        "  ๑.๑ แบบยืม",
        "  ๑.๒ แบบคืน",
        "๒. แจ้งเวียน",
    ]


def test_measures_are_gathered_under_tool_and_indicator() -> None:
    again = dataclasses.replace(LENDING, id="again", rank="3", title="ตรวจนับพัสดุประจำปี")
    rows = table_of(report(office(LENDING, SERVICE, again), layout="result-suggestion")).rows
    assert [words(row.cells[0]).splitlines()[:3] for row in rows] == [
        ["แบบวัด IIT", "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", "๑. ควบคุมการยืมทรัพย์สินของราชการ"],
        ["๒. ตรวจนับพัสดุประจำปี", "- จัดทำทะเบียน", "- ตรวจนับรายเดือน"],
        ["แบบวัด EIT", "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน", "๑. ให้บริการผ่านระบบ e-Service"],
    ]


def test_responsible_parties_are_printed_by_their_names() -> None:
    row = table_of(report(office(LENDING), layout="result-outcome")).rows[0]
    assert words(row.cells[3]).splitlines() == [
        "๑. กองคลัง",
        "๒. คณะกรรมการตามคำสั่งเทศบาลตำบลศรีสำราญ ที่ ๑๕๖/๒๕๖๙ เรื่อง แต่งตั้งคณะทำงาน",
    ]


def test_all_digits_are_of_one_kind_but_those_of_web_addresses() -> None:
    thai = table_of(report(office(LENDING), layout="result-outcome")).rows[0]
    assert words(thai.cells[4]) == "แจ้งเวียนเมื่อ ๓ พ.ย. ๒๕๖๘ ที่ www.srisamran.example/12"
    arabic = report(office(LENDING), layout="result-outcome", digits=Digits.ARABIC)
    row = table_of(arabic).rows[0]
    assert words(row.cells[3]).splitlines()[1].endswith("ที่ 156/2569 เรื่อง แต่งตั้งคณะทำงาน")
    assert arabic.thai_digits is False


def test_codes_keep_arabic_digits_where_the_office_wishes() -> None:
    row = table_of(report(office(LENDING), layout="result-status", spare_codes=True)).rows[0]
    assert words(row.cells[1]).endswith("อ้างอิงจาก I10, O24")


def test_one_document_prints_one_timeline_style_and_keeps_unread_text() -> None:
    first, second = table_of(report(office(LENDING, SERVICE), layout="result-outcome")).rows
    assert words(first.cells[2]) == "ต.ค. ๖๘ - ก.ย. ๖๙"
    assert words(second.cells[2]) == "ราว ๆ กลางปี"


def test_an_office_without_measures_gets_a_sentence_instead_of_a_table() -> None:
    body = report(office()).sections[-1]
    assert not any(isinstance(block, Table) for block in body.blocks)
    printed = repr(body.blocks)
    assert "ยังไม่มีมาตรการ" in printed
    assert "ดังต่อไปนี้" not in printed and "๐ มาตรการ" not in printed


def test_the_cover_can_be_left_out_and_the_page_turned() -> None:
    covered = report(office(LENDING))
    assert isinstance(covered.sections[0].blocks[0], Cover)
    plain = report(office(LENDING), cover=False, orientation=PageTurn.PORTRAIT)
    assert len(plain.sections) == 1
    assert plain.sections[0].page.orientation is Orientation.PORTRAIT


def test_an_own_text_replaces_the_wording_and_is_filled_too() -> None:
    own = OwnText("report.title", "สรุปผลของ{agency} ปี {action_year} {nonsense}")
    document = report(office(LENDING), texts=(own,), cover=False)
    heading = document.sections[0].blocks[0]
    assert heading.lines == ("สรุปผลของเทศบาลตำบลศรีสำราญ ปี ๒๕๖๙ {nonsense}",)  # type: ignore[union-attr]
    assert [one.code for one in unknown_fields(own.text)] == ["unknown-wording-field"]


def test_every_wording_names_only_fields_that_are_known() -> None:
    assert not [
        finding
        for kind in DOCUMENTS
        for one in kind.wordings
        for finding in unknown_fields(one.text)
    ]


def test_every_layout_names_known_columns_and_an_own_id() -> None:
    assert len({layout.id for layout in LAYOUTS}) == len(LAYOUTS)
    for layout in LAYOUTS:
        assert {column.field for column in layout.columns} <= set(column_names()), layout.id
        assert layout in built_in_layouts(layout.document)
    assert len({kind.id for kind in DOCUMENTS}) == len(DOCUMENTS)


def test_an_unknown_document_or_layout_is_refused_naming_those_there_are() -> None:
    with pytest.raises(UserError, match="report"):
        kind_of("raport")
    with pytest.raises(UserError, match="result-outcome"):
        report(office(LENDING), layout="result-outcom")


def test_a_round_report_fills_what_the_measure_leaves_empty_or_replaces_it() -> None:
    half_year = RoundReport(
        id=RoundReport.key("service", 6),
        measure_id="service",
        month=6,
        status=Status.IN_PROGRESS,
        results=plain_items("อยู่ระหว่างจัดทำขอบเขตงาน"),
    )
    snapshot = snapshot_of([OFFICE, YEAR, SERVICE, half_year])
    whole_year = table_of(report(snapshot, layout="result-status")).rows[0]
    assert words(whole_year.cells[2]).startswith("เนื่องจาก")
    assert words(whole_year.cells[4]) == "อยู่ระหว่างจัดทำขอบเขตงาน"
    first_half = table_of(report(snapshot, layout="result-status", round=6)).rows[0]
    assert words(first_half.cells[3]).startswith("อยู่ระหว่างดำเนินการ")


def test_the_signer_acting_for_another_is_named_with_both_titles() -> None:
    deputy = Position(id="deputy", title="รองปลัดเทศบาล")
    clerk = Position(id="clerk", title="ปลัดเทศบาลตำบลศรีสำราญ")
    person = Person(id="p", prefix="นาย", first_name="มั่น", last_name="ใจดี", position_id="deputy")
    snapshot = snapshot_of([OFFICE, YEAR, LENDING, deputy, clerk, person])
    document = report(snapshot, signers=(Signer("p", "clerk", "รักษาราชการแทน"),))
    signature = document.sections[-1].blocks[-1]
    assert signature.name == "นายมั่น ใจดี"  # type: ignore[union-attr]
    assert signature.position == (  # type: ignore[union-attr]
        "รองปลัดเทศบาล",
        "รักษาราชการแทนปลัดเทศบาลตำบลศรีสำราญ",
    )


def test_the_file_name_is_ready_for_upload() -> None:
    numbered = office(LENDING).after(added("บัญชี", *packaged_catalogue(2569)))
    name = file_name(numbered, YEAR, kind_of("report"), ".pdf")
    assert name == "O26_รายงานผลมาตรการ_2569_เทศบาลตำบลศรีสำราญ.pdf"
    odd = snapshot_of([dataclasses.replace(OFFICE, name='ก/ข:"ค"'), YEAR])
    assert not set(file_name(odd, YEAR, kind_of("report"), ".pdf")) & set('<>:"/\\|?*')
