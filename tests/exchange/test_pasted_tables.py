"""Tables pasted from Word, Excel and browsers, and the words of their cells."""

from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.documents.division_names import division_name
from ita_desktop.documents.party_reading import read_parties
from ita_desktop.exchange.pasted_tables import read_table, read_tables
from ita_desktop.exchange.tables import Table, trimmed
from ita_desktop.model.monitoring_reading import read_monitoring
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    FreeText,
    Monitoring,
    OrderRef,
    PersonRef,
    PositionRef,
    Responsible,
)
from ita_desktop.session.intake.pasted_bodies import body_of
from ita_desktop.session.intake.pasted_columns import columns_of, heading_rows
from ita_desktop.session.intake.pasted_rows import read_rows
from ita_desktop.session.intake.table_choice import found_tables
from tests.aids.small_office import office_records


def test_lists_of_a_web_page_keep_their_numbers_and_levels() -> None:
    html = (
        "<table><thead><tr><th>มาตรการ<th>ขั้นตอน</thead>"
        "<tr><td>ก<td><ol><li><p>หนึ่ง</p><ol><li>ย่อย</ol></li><li>สอง</ol><ul><li>จุด</ul></table>"
    )
    [table] = read_tables("", html)
    assert table.headings == 1
    assert table.rows[1][1] == "1. หนึ่ง\n  1.1 ย่อย\n2. สอง\n- จุด"


def test_tables_beside_and_inside_each_other_are_told_apart() -> None:
    html = (
        "<p>ประเด็นที่ ๑ ก</p><table><tr><td>ก<td>ข</table><p>ลอย</p>"
        "<table><tr><td>นอก<table><tr><td>ใน<td>สอง</table>จบ<td>ข้าง</table>"
    )
    tables = read_tables("", html)
    assert [table.rows for table in tables] == [
        (("ก", "ข"),),
        (("นอก\nจบ", "ข้าง"),),
        (("ใน", "สอง"),),
    ]
    assert [table.before for table in tables[:2]] == [("ประเด็นที่ ๑ ก",), ("ลอย",)]


def test_indents_of_word_are_levels_and_merged_cells_are_known() -> None:
    html = (
        "<table><tr><td rowspan=2>ก<td colspan=2>กลุ่ม</tr><tr><td>ข<td>ค</tr>"
        "<tr><td>ง<td><p style='margin-left:14.2pt;text-indent:-14.2pt'>- นอก"
        "<p style='margin-left:1.0in;text-indent:-.25in'>- ใน<td>จ</table>"
    )
    [table] = read_tables("", html)
    assert table.above == {(1, 0)}
    assert table.beside == {(0, 2)}
    assert table.spans() == [(0, 0, 2, 1), (0, 1, 1, 2)]
    assert table.words_at(1, 0) == "ก"
    assert table.rows[2][1] == "- นอก\n  - ใน"


def test_what_is_struck_out_and_hidden_parts_are_not_pasted() -> None:
    html = "<style>ก</style><table><tr><td>ข<del>ค</del><td><!-- ง -->จ</table>"
    assert read_table("", html) == (("ข", "จ"),)


def test_a_table_of_excel_fills_groups_down_where_cells_may_be_merged() -> None:
    text = (
        "ที่\tประเด็น\tมาตรการ\tผู้รับผิดชอบ\n"
        "๑\tการใช้ทรัพย์สิน\tคุมการยืม\tกองคลัง\n\t\tคุมการใช้รถ\t\n๒\tการให้บริการ\tจัดคิว\tกองช่าง\n"
    )
    [table] = read_tables(text)
    columns = columns_of(table, heading_rows(table))
    body = body_of(table, 1, columns)
    assert body.rows == (
        ("๑", "การใช้ทรัพย์สิน", "คุมการยืม", "กองคลัง"),
        ("๑", "การใช้ทรัพย์สิน", "คุมการใช้รถ", ""),
        ("๒", "การให้บริการ", "จัดคิว", "กองช่าง"),
    )


def test_columns_that_say_nothing_are_left_out_of_a_table_to_choose() -> None:
    [table] = read_tables("มาตรการ\t\tผล\nก\t-\tข")
    assert table.width == 3
    assert trimmed(table).rows == (("มาตรการ", "ผล"), ("ก", "ข"))
    assert found_tables([table])[0].table.width == 2


# ---- who is responsible


@pytest.fixture(scope="module")
def office() -> Snapshot:
    return snapshot_of(office_records())


D1, D2, D3 = DivisionRef("d1"), DivisionRef("d2"), DivisionRef("d3")


@pytest.mark.parametrize(
    ("typed", "parties"),
    [
        ("สำนักปลัด\nเทศบาล", (D1,)),
        ("สำนักงานปลัดเทศบาล\nกองคลัง", (D1, D2)),
        ("กองคลังและกองช่าง", (D2, D3)),
        ("กองคลัง กองช่าง", (D2, D3)),
        ("๑. กองคลัง\n๒. กองช่าง", (D2, D3)),
        ("สำนักปลัด/กองคลัง", (D1, D2)),
        ("ทุกสำนัก/กอง", (AllDivisions(),)),
        ("กองคลัง (งานพัสดุ, งานทรัพย์สิน)", (DivisionRef("d2", "งานพัสดุ, งานทรัพย์สิน"),)),
        ("กองคลัง\n(งานพัสดุ)", (DivisionRef("d2", "งานพัสดุ"),)),
        ("กองสาธารณสุข\nและสิ่งแวดล้อม", (FreeText("กองสาธารณสุขและสิ่งแวดล้อม"),)),
        ("นายประเสริฐ มั่นคง ปลัดเทศบาลตำบลศรีสำราญ", (PersonRef("n1"),)),
        ("ผู้อำนวยการกองคลัง (ผู้สรุป)", (PositionRef("p2", "ผู้สรุป"),)),
        ("คำสั่งเทศบาลตำบลศรีสำราญ ที่ ๑๒๓/๒๕๖๗", (OrderRef("๑๒๓/๒๕๖๗"),)),
        (
            "คณะทำงานตามคำสั่งที่ ๕/๒๕๖๗ ลงวันที่ ๑ ตุลาคม ๒๕๖๖\nเรื่อง แต่งตั้ง\nกรรมการตรวจพัสดุ\nกองคลัง",
            (OrderRef("๕/๒๕๖๗", "แต่งตั้ง กรรมการตรวจพัสดุ", "คณะทำงาน ลงวันที่ ๑ ตุลาคม ๒๕๖๖"), D2),
        ),
        ("คำสั่งอำเภอเมือง ที่ ๕/๒๕๖๗", (FreeText("คำสั่งอำเภอเมือง ที่ ๕/๒๕๖๗"),)),
        ("หน่วยตรวจสอบ\nภายใน", (FreeText("หน่วยตรวจสอบภายใน"),)),
        (
            "เจ้าหน้าที่พัสดุ ตามคำสั่งเทศบาล ตำบลศรีสำราญ ที่ ๕/๒๕๖๗",
            (OrderRef("๕/๒๕๖๗", note="เจ้าหน้าที่พัสดุ"),),
        ),
        ("", ()),
    ],
)
def test_parties_are_taken_apart_and_found_in_the_registers(
    typed: str, parties: tuple[Responsible, ...], office: Snapshot
) -> None:
    assert read_parties(typed, office) == parties


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("กองการศึกษา", "กองการศึกษา"),
        ("หน่วยตรวจสอบภายใน", "หน่วยตรวจสอบภายใน"),
        ("กองสาธารณสุขและ สิ่งแวดล้อม", "กองสาธารณสุขและสิ่งแวดล้อม"),
        ("สำนัก ปลัดเทศบาล", "สำนักปลัดเทศบาล"),
        ("กองทุนหมู่บ้าน", ""),
        ("ผู้นำชุมชน", ""),
    ],
)
def test_a_new_division_is_known_by_how_its_name_begins(words: str, name: str) -> None:
    assert division_name(words) == name


# ---- monitoring


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("รายงานผลการดำเนินงานตามมาตรการ\n- รอบ ๖ เดือน\n- รอบ ๑๒ เดือน", Monitoring((6, 12))),
        ("รอบ 6 และ 12 เดือน", Monitoring((6, 12))),
        ("ทุก ๖ เดือน", Monitoring((6, 12))),
        ("รายไตรมาส", Monitoring(quarterly=True)),
        ("ทุก ๓ เดือน\nเสนอนายก", Monitoring(quarterly=True, note="เสนอนายก")),
        ("รายงานทุก ๖ เดือนต่อนายก", Monitoring(note="รายงานทุก ๖ เดือนต่อนายก")),
        ("เสนอนายก - รอบ ๖ เดือน -รอบ ๑๒ เดือน", Monitoring((6, 12), note="เสนอนายก")),
        ("รอบ ๓๐ เดือน", Monitoring(note="รอบ ๓๐ เดือน")),
        ("", Monitoring()),
    ],
)
def test_rounds_are_read_and_every_other_word_is_kept(typed: str, meant: Monitoring) -> None:
    assert read_monitoring(typed) == meant


# ---- nothing is lost

_COLUMNS = (
    *("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "ผลการดำเนินการ"),
    *("ไม่สามารถดำเนินการได้", "ดำเนินการแล้วเสร็จ", "ข้อเสนอแนะ", "การกำกับติดตาม", "สถานะ"),
    *("ตัวชี้วัด", "ประเด็น", "แบบวัด", "อ้างอิง", "งบประมาณ", "หมายเหตุ"),
)
_MARKERS = st.sampled_from(
    ("", "", "๑. ", "๒. ", "๓) ", "(ก) ", "- ", "  - ", "๑.๑ ", "• ", "(", "อ้างอิงจาก ")
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    """Rows below known headings; every word stands once in the table."""
    headings = draw(st.lists(st.sampled_from(_COLUMNS), min_size=2, max_size=6, unique=True))
    letters = "กขคงจฉชซณดตถทธนบปผฝพฟภมยรลวศษสหอฮ"
    words = iter(f"ตะวัน{one}{other}" for one in letters for other in letters)
    cells = st.lists(_MARKERS, max_size=4).map(
        lambda markers: "\n".join(f"{marker}{next(words)}" for marker in markers)
    )
    rows = draw(st.lists(st.tuples(*[cells] * len(headings)), min_size=1, max_size=5))
    return (tuple(headings), *rows)


@given(tables())
@settings(max_examples=120, deadline=None)
def test_every_word_of_a_table_is_read_or_told_to_be_left_out(
    office: Snapshot, rows: tuple[tuple[str, ...], ...]
) -> None:
    table = Table(rows)
    columns = columns_of(table, 1)
    body = body_of(table, 1, columns)
    [year] = office.years
    numbers = count(1)
    read = read_rows(body.rows, columns, office, year, lambda: f"n{next(numbers)}")
    unused = [row[at] for row in rows[1:] for at, name in enumerate(columns) if not name]
    said = repr(read) + repr(unused)
    for word in re.findall("ตะวัน[ก-ฮ]{2}", repr(rows)):
        assert word in said, (word, columns)
