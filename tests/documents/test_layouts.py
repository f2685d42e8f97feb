"""Tables of measures in layouts of every make: grouping, merging, own columns, digits, headings."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ita_desktop.checks.papers.layouts import layout_findings
from ita_desktop.documents.blocks import Align, Cell, Document, Heading, ListBlock, Paragraph, Table
from ita_desktop.documents.build import build, layout_of, setup_of
from ita_desktop.documents.columns import column_choices, new_column
from ita_desktop.errors import UserError
from ita_desktop.model.edits import removed
from ita_desktop.model.layouts import (
    CellAlign,
    Grouping,
    GroupPlace,
    LayoutColumn,
    ListStyle,
    moved_columns,
    own_column,
)
from ita_desktop.model.own_fields import own_fields, with_value
from ita_desktop.model.records import (
    Division,
    DocumentSetup,
    Issue,
    Measure,
    Office,
    OwnField,
    OwnLayout,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import (
    DivisionRef,
    OwnKind,
    OwnValue,
    PageTurn,
    Tool,
    plain_items,
)
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timelines import Unread

YEAR = YearWork.of(2569)
FIRST = "การปฏิบัติหน้าที่"
SECOND = "การใช้ทรัพย์สิน"
BUDGET = OwnField(id="budget", rank="1", label="งบประมาณ (บาท)", kind=OwnKind.NUMBER)
APPROVED = OwnField(id="approved", rank="2", label="วันที่อนุมัติ", kind=OwnKind.DATE)
PLACES = OwnField(id="places", rank="3", label="พื้นที่", kind=OwnKind.ITEMS)
CODE = OwnField(id="code", rank="4", label="รหัสโครงการ", kind=OwnKind.TEXT)
OWN = (BUDGET, APPROVED, PLACES, CODE)


def measure(name: str, **values: Any) -> Measure:
    return Measure(id=name, year_id=YEAR.id, rank=name, title=f"มาตรการ {name}", **values)


MEASURES = (
    measure("a", tool=Tool.IIT, indicator="ตัวชี้วัดที่ ๑", issue=FIRST, responsible=(DivisionRef("t"),)),
    measure(
        "b", tool=Tool.EIT, indicator="ตัวชี้วัดที่ ๖", issue=SECOND, responsible=(DivisionRef("o"),)
    ),
    measure("c", tool=Tool.IIT, indicator="ตัวชี้วัดที่ ๒", issue=FIRST, responsible=(DivisionRef("t"),)),
    measure("d", tool=Tool.IIT, indicator="ตัวชี้วัดที่ ๑", issue=""),
)


def office(*more: Any, measures: Sequence[Measure] = MEASURES) -> Snapshot:
    return snapshot_of(
        [
            Office(name="ศรีสำราญ", district="เมือง", province="ศรีสำราญ"),
            Division(id="t", rank="1", name="กองคลัง"),
            Division(id="o", rank="2", name="สำนักปลัด"),
            YEAR,
            Issue(id=Issue.key(YEAR.score_year, 2), year=YEAR.score_year, number=2, title=SECOND),
            *OWN,
            *measures,
            *more,
        ]
    )


def layout(**values: Any) -> OwnLayout:
    columns = (LayoutColumn("number", "ที่"), LayoutColumn("title", "มาตรการ"))
    made = OwnLayout(id="mine", rank="1", title="แบบของเรา", document="report", columns=columns)
    return dataclasses.replace(made, **values)


def printed(snapshot: Snapshot, wanted: OwnLayout, **setup: Any) -> Document:
    chosen = dataclasses.replace(DocumentSetup.of(YEAR.id, "report"), layout=wanted.id, **setup)
    return build(snapshot, YEAR, "report", chosen)


def tables(document: Document) -> list[Table]:
    return [one for part in document.sections for one in part.blocks if isinstance(one, Table)]


def captions(document: Document) -> list[str]:
    return [
        " / ".join(one.lines)
        for part in document.sections
        for one in part.blocks
        if isinstance(one, Heading) and one.level == 2
    ]


def words(cell: Cell | None) -> str:
    if cell is None:
        return "·"
    lines: list[str] = []
    for block in cell.content:
        if isinstance(block, Paragraph):
            lines.append("".join(run.text for run in block.text))
        elif isinstance(block, ListBlock):
            lines += [f"{one.label} {''.join(run.text for run in one.text)}" for one in block.items]
    return "\n".join(lines)


def grid(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row.cells] for row in table.rows]


def heads(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row.cells] for row in table.header]


# What each grouping calls the groups, and the measures in each, in order.
GROUPED = (
    (Grouping.TOOL, [("แบบวัด IIT", "acd"), ("แบบวัด EIT", "b")]),
    (
        Grouping.INDICATOR,
        [
            ("แบบวัด IIT\nตัวชี้วัดที่ ๑", "ad"),
            ("ตัวชี้วัดที่ ๒", "c"),
            ("แบบวัด EIT\nตัวชี้วัดที่ ๖", "b"),
        ],
    ),
    # An issue that the catalogue knows stands in its order, before those it does not know.
    (Grouping.ISSUE, [(f"ประเด็นที่ ๒ {SECOND}", "b"), (FIRST, "ac"), ("ไม่ระบุประเด็น", "d")]),
    (Grouping.DIVISION, [("กองคลัง", "ac"), ("สำนักปลัด", "b"), ("ไม่ระบุสำนัก/กอง", "d")]),
)


@pytest.mark.parametrize(("grouping", "groups"), GROUPED)
def test_the_name_of_a_group_stands_over_its_first_measure_in_the_first_words(
    grouping: Grouping, groups: list[tuple[str, str]]
) -> None:
    mine = layout(grouping=grouping, group_place=GroupPlace.CELL)
    [table] = tables(printed(office(mine), mine))
    told = [cell for _, cell in grid(table)]
    wanted = []
    for name, members in groups:
        wanted += [f"{name}\nมาตรการ {members[0]}", *(f"มาตรการ {one}" for one in members[1:])]
    assert told == wanted


@pytest.mark.parametrize(("grouping", "groups"), GROUPED)
def test_the_name_of_a_group_stands_on_a_row_of_its_own(
    grouping: Grouping, groups: list[tuple[str, str]]
) -> None:
    mine = layout(grouping=grouping, group_place=GroupPlace.BAND)
    [table] = tables(printed(office(mine), mine))
    wanted = []
    for name, members in groups:
        wanted += [(line, 2) for line in name.split("\n")]
        wanted += [(f"มาตรการ {one}", 1) for one in members]
    found = []
    for row in table.rows:
        first, second = row.cells
        assert first is not None
        found.append((words(first), 2) if first.colspan == 2 else (words(second), 1))
        assert row.keep_with_next == (first.colspan == 2)
    assert found == wanted


@pytest.mark.parametrize(("grouping", "groups"), GROUPED)
def test_the_name_of_a_group_stands_over_a_table_of_its_own(
    grouping: Grouping, groups: list[tuple[str, str]]
) -> None:
    mine = layout(grouping=grouping, group_place=GroupPlace.TABLES)
    document = printed(office(mine), mine)
    assert captions(document) == [name.replace("\n", " / ") for name, _ in groups]
    assert [[cell for _, cell in grid(one)] for one in tables(document)] == [
        [f"มาตรการ {one}" for one in members] for _, members in groups
    ]
    assert [[number for number, _ in grid(one)] for one in tables(document)] == [
        ["๑", "๒", "๓"][: len(members)] for _, members in groups
    ]


def test_measures_are_numbered_through_the_groups_unless_indicators_or_tables_part_them() -> None:
    def numbers(grouping: Grouping) -> str:
        mine = layout(grouping=grouping, group_place=GroupPlace.CELL)
        [table] = tables(printed(office(mine), mine))
        return "".join(number for number, _ in grid(table))

    assert numbers(Grouping.NONE) == numbers(Grouping.TOOL) == numbers(Grouping.ISSUE) == "๑๒๓๔"
    assert numbers(Grouping.INDICATOR) == "๑๒๑๑"


def test_cells_that_say_the_same_are_merged_down_but_never_over_the_end_of_a_group() -> None:
    columns = (LayoutColumn("title", "มาตรการ"), LayoutColumn("responsible", "ผู้รับ", merged=True))
    same = [dataclasses.replace(one, responsible=(DivisionRef("t"),)) for one in MEASURES]
    mine = layout(columns=columns)
    [table] = tables(printed(office(mine, measures=same), mine))
    assert [row.cells[1].rowspan if row.cells[1] else 0 for row in table.rows] == [4, 0, 0, 0]
    grouped = layout(columns=columns, grouping=Grouping.TOOL, group_place=GroupPlace.CELL)
    [table] = tables(printed(office(grouped, measures=same), grouped))
    assert [row.cells[1].rowspan if row.cells[1] else 0 for row in table.rows] == [3, 0, 0, 1]


def test_an_empty_cell_is_not_merged_with_the_next_empty_one() -> None:
    mine = layout(columns=(LayoutColumn("title", "ก"), LayoutColumn("note", "ข", merged=True)))
    [table] = tables(printed(office(mine), mine))
    assert [row.cells[1].rowspan if row.cells[1] else 0 for row in table.rows] == [1, 1, 1, 1]


def own_measure() -> Measure:
    return measure(
        "z",
        own=(
            OwnValue("approved", date(2026, 1, 5)),
            OwnValue("budget", Decimal("1250000.50")),
            OwnValue("code", "ก-๐๑ และ 02"),
            OwnValue("places", plain_items("หมู่ที่ 1", "หมู่ที่ 2")),
        ),
    )


OWN_COLUMNS = tuple(LayoutColumn(own_column(one.id), one.label) for one in OWN)


def test_own_fields_are_columns_printed_by_their_kind_in_the_digits_of_the_document() -> None:
    mine = layout(columns=OWN_COLUMNS, list_style=ListStyle.DASH)
    [table] = tables(printed(office(mine, measures=[own_measure()]), mine))
    assert grid(table) == [["๑,๒๕๐,๐๐๐.๕๐", "๕ มกราคม ๒๕๖๙", "- หมู่ที่ ๑\n- หมู่ที่ ๒", "ก-๐๑ และ ๐๒"]]
    arabic = layout(columns=OWN_COLUMNS, digits=Digits.ARABIC, list_style=ListStyle.NONE)
    [table] = tables(printed(office(arabic, measures=[own_measure()]), arabic))
    assert grid(table) == [["1,250,000.50", "5 มกราคม 2569", " หมู่ที่ 1\n หมู่ที่ 2", "ก-01 และ 02"]]


def test_what_is_no_number_is_printed_as_it_was_typed() -> None:
    budget = own_fields(office())[0]
    told = with_value(measure("z"), budget, Unread("ไม่ใช้งบประมาณ"))
    mine = layout(columns=OWN_COLUMNS[:1])
    [table] = tables(printed(office(mine, measures=[told]), mine))
    assert grid(table) == [["ไม่ใช้งบประมาณ"]]


def test_the_digits_of_a_document_win_over_those_of_its_layout() -> None:
    mine = layout(digits=Digits.ARABIC)
    snapshot = office(mine)
    assert grid(tables(printed(snapshot, mine))[0])[0][0] == "1"
    thai = printed(snapshot, mine, digits=Digits.THAI)
    assert grid(tables(thai)[0])[0][0] == "๑"


def test_a_column_of_a_deleted_field_is_empty_and_told() -> None:
    mine = layout(columns=(LayoutColumn("title", "มาตรการ"), OWN_COLUMNS[0]))
    snapshot = office(mine, measures=[own_measure()])
    assert layout_findings(snapshot, mine) == ()
    gone = snapshot.after(removed("", BUDGET))
    assert grid(tables(printed(gone, mine))[0]) == [["มาตรการ z", ""]]
    [found] = layout_findings(gone, mine)
    assert found.code == "layout-column-gone"
    assert "“งบประมาณ (บาท)”" in found.problem
    assert (found.record_id, found.field) == ("mine", "columns")


def test_a_layout_without_columns_says_so_on_the_paper_and_as_a_finding() -> None:
    mine = layout(columns=())
    document = printed(office(mine), mine)
    assert tables(document) == []
    said = [
        "".join(run.text for run in one.text)
        for part in document.sections
        for one in part.blocks
        if isinstance(one, Paragraph)
    ]
    assert "(แบบตารางนี้ยังไม่มีคอลัมน์)" in said
    assert [one.code for one in layout_findings(office(mine), mine)] == ["no-columns"]


def test_neighbouring_columns_share_a_heading_and_forced_line_breaks_stay() -> None:
    columns = (
        LayoutColumn("title", "มาตรการ\nหรือกิจกรรม"),
        LayoutColumn("own:budget", "ปี ๒๕๖๘", group="งบประมาณ"),
        LayoutColumn("own:code", "ปี ๒๕๖๙", group="งบประมาณ"),
        LayoutColumn("note", "หมายเหตุ", group=""),
        LayoutColumn("steps", "ขั้นตอน", group="งบประมาณ"),
    )
    mine = layout(columns=columns)
    [table] = tables(printed(office(mine), mine))
    assert heads(table) == [
        ["มาตรการ\nหรือกิจกรรม", "งบประมาณ", "·", "หมายเหตุ", "งบประมาณ"],
        ["·", "ปี ๒๕๖๘", "ปี ๒๕๖๙", "·", "ขั้นตอน"],
    ]
    spans = [(cell.colspan, cell.rowspan) for cell in table.header[0].cells if cell]
    assert spans == [(1, 2), (2, 1), (1, 2), (1, 1)]
    assert table.columns[0].heading == "มาตรการ หรือกิจกรรม"


def test_a_column_is_set_as_it_says_composed_ones_too() -> None:
    columns = tuple(
        LayoutColumn(name, name, align=CellAlign.RIGHT)
        for name in ("number", "measure", "title", "own:budget")
    )
    mine = layout(columns=columns)
    [table] = tables(printed(office(mine, measures=[own_measure()]), mine))
    for cell in table.rows[0].cells:
        assert cell is not None
        assert {one.align for one in cell.content if isinstance(one, Paragraph)} == {Align.RIGHT}


def test_the_page_and_the_timelines_follow_the_layout() -> None:
    mine = layout(orientation=PageTurn.PORTRAIT)
    assert printed(office(mine), mine).sections[-1].page.orientation.value == "portrait"


def test_an_own_layout_is_known_by_its_name_and_a_wrong_name_is_told() -> None:
    snapshot = office(layout())
    found = layout_of(snapshot, "report", "แบบของเรา")
    assert found is not None
    assert found.id == "mine"
    with pytest.raises(UserError) as told:
        layout_of(snapshot, "report", "แบบของเขา")
    assert "แบบของเรา" in told.value.remedy
    assert "result-status" in told.value.remedy


def test_a_document_whose_layout_is_gone_is_printed_in_its_usual_one() -> None:
    setup = dataclasses.replace(DocumentSetup.of(YEAR.id, "report"), layout="mine")
    with_layout, without = office(layout(), setup), office(setup)
    assert setup_of(with_layout, YEAR, "report").layout == "mine"
    assert setup_of(without, YEAR, "report").layout == ""
    assert len(tables(build(without, YEAR, "report"))[0].columns) == 6


def test_everything_that_can_be_chosen_as_a_column_can_be_printed() -> None:
    snapshot = office(measures=[own_measure()])
    choices = column_choices(snapshot)
    assert len({one.name for one in choices}) == len(choices)
    columns = tuple(new_column(one) for one in choices)
    mine = layout(columns=columns)
    [table] = tables(printed(snapshot_of([*_all(snapshot), mine]), mine))
    assert len(table.rows[0].cells) == len(choices)
    assert new_column(next(one for one in choices if one.own)).align is CellAlign.RIGHT


def _all(snapshot: Snapshot) -> list[Any]:
    return [one for table in snapshot.tables.values() for one in table.values()]


def test_columns_are_put_before_any_other_and_keep_their_order() -> None:
    columns = [LayoutColumn(name, name) for name in "abcde"]

    def order(places: Sequence[int], before: int) -> str:
        return "".join(one.field for one in moved_columns(columns, places, before))

    assert order([0], 5) == "bcdea"
    assert order([4], 0) == "eabcd"
    assert order([1, 2], 0) == "bcade"
    assert order([1, 2], 5) == "adebc"
    assert order([0, 3], 2) == "badce"
    assert order([2], 2) == order([2], 3) == "abcde"
