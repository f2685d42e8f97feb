"""Tables of scores copied from a browser, Excel or Word: what each row and column is taken for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_desktop.exchange.pasted_cells import read_cells
from ita_desktop.model.records import Record
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.intake.pasted_scores import (
    PastedScores,
    block_of_scores,
    read_scores,
    read_values,
)
from ita_desktop.storage.catalogue import packaged_catalogue


def office(*records: Record) -> Snapshot:
    return snapshot_of([*packaged_catalogue(2567), *records])


def read(text: str, html: str = "", year: int = 2567) -> PastedScores:
    return read_scores(text, html, office(), year)


def filled(pasted: PastedScores) -> dict[tuple[int, str], str]:
    """What a table fills, as text."""
    found = read_values(pasted, office())
    return {one.key: str(one.value) for one in found if one.key and not one.problem}


def problems(pasted: PastedScores) -> list[tuple[str, str]]:
    """The cells that fill nothing, and why."""
    return [(one.text, one.problem) for one in read_values(pasted, office()) if one.problem]


INDICATORS = """<table>
<tr><th>ตัวชี้วัดที่</th><th>รายละเอียดตัวชี้วัด</th><th>คะแนน</th></tr>
<tr><td>๑</td><td>การปฏิบัติหน้าที่</td><td>๙๑.๓๐</td></tr>
<tr><td>๒</td><td>การใช้งบประมาณ</td><td>90.13%</td></tr>
<tr><td>๓</td><td>การใช้อำนาจ</td><td>-</td></tr>
<tr><td>๑๐</td><td>การป้องกันการทุจริต</td><td>75</td></tr>
</table>"""


def test_indicators_are_known_by_number_and_name() -> None:
    pasted = read("", INDICATORS)
    assert pasted.columns == (0, 0, 2567)
    assert filled(pasted) == {
        (2567, "indicator-1"): "91.30",
        (2567, "indicator-2"): "90.13",
        (2567, "indicator-10"): "75",
    }
    assert problems(pasted) == []
    assert all(one is None or one.sure for one in pasted.matches)


def test_questions_are_known_by_their_code_in_any_case_and_digits() -> None:
    pasted = read(
        "ประเด็นคำถาม\tคะแนน\tข้อสังเกต\n"
        "I1 การปฏิบัติงานหรือให้บริการของเจ้าหน้าที่\t88.40\tดูแลต่อ\n"
        "e9 ท่านเคยใช้งานระบบการให้บริการออนไลน์\t๓๘.๒๐\t\n"
        "O ๑๑\t0\t\n"
    )
    assert filled(pasted) == {(2567, "I1"): "88.40", (2567, "E9"): "38.20", (2567, "O11"): "0"}


def test_codes_in_a_column_of_their_own_are_read() -> None:
    pasted = read(
        "ลำดับ\tข้อ\tข้อความ\tคะแนน\n1\tI4\tใช้งบประมาณ\t92\n2\tI5\tเบิกจ่าย\t93\n3\tI6\tจัดซื้อ\t94"
    )
    assert filled(pasted) == {(2567, "I4"): "92", (2567, "I5"): "93", (2567, "I6"): "94"}


def test_several_years_stand_side_by_side() -> None:
    pasted = read(
        "รายการ\tปี 2565\tพ.ศ. ๒๕๖๖\t2567\n"
        "แบบวัด IIT\t80.11\t85.22\t90.33\n"
        "EIT\t70\t-\t82.10\n"
        "คะแนนภาพรวม\t76.43\t79.78\t83.42"
    )
    assert pasted.columns == (0, 2565, 2566, 2567)
    assert filled(pasted) == {
        (2565, "IIT"): "80.11",
        (2566, "IIT"): "85.22",
        (2567, "IIT"): "90.33",
        (2565, "EIT"): "70",
        (2567, "EIT"): "82.10",
        (2565, "total"): "76.43",
        (2566, "total"): "79.78",
        (2567, "total"): "83.42",
    }


def test_a_table_that_goes_across_is_turned() -> None:
    pasted = read("ปี\tIIT\tEIT\tOIT\tภาพรวม\n2566\t90.1\t80.2\t70\t80\n2567\t91\t81\t71\t81")
    assert filled(pasted)[2566, "OIT"] == "70"
    assert filled(pasted)[2567, "total"] == "81"
    assert len(filled(pasted)) == 8


def test_parts_belong_to_the_indicator_or_tool_above_them() -> None:
    pasted = read(
        "รายการ\tคะแนน\nEIT\t86.76\nส่วนที่ 1\t83.93\nส่วนที่ 2\t89.58\n"
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน\t90.76\nส่วนที่ 1\t93.12\nส่วนที่ ๒\t88.40\n"
        "EIT Part 2\t89.58"
    )
    got = filled(pasted)
    assert got[2567, "EIT.1"] == "83.93"
    assert got[2567, "indicator-6.1"] == "93.12"
    assert got[2567, "indicator-6.2"] == "88.40"
    assert problems(pasted) == [("89.58", "ซ้ำกับแถวที่ 4")]


def test_a_question_without_a_code_is_known_by_its_wording_even_misread() -> None:
    pasted = read(
        "หน่วยงานของท่าน ใช้งบประมาณเป็นไปตามวัตถุประสงค์ มากน้อยเพียงใด\t96.92\n"
        "เจาหน้าทีสามารถสือสาร ตอบขอซักถามหรือให้คําอธิบายแก่ทานได้อย่างชัดเจน\t96.67"
    )
    assert filled(pasted) == {(2567, "I4"): "96.92", (2567, "E6"): "96.67"}


def test_a_damaged_code_is_only_proposed() -> None:
    pasted = read(
        "17 ผู้บังคับบัญชาสั่งให้ทำธุระส่วนตัวของผู้บังคับบัญชา มากน้อยเพียงใด\t100\n"
        "○20 ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ\t100"
    )
    [first, second] = [one for one in pasted.matches if one]
    assert (first.code, first.sure, first.told) == ("I7", False, "“17” น่าจะเป็น I7")
    assert (second.code, second.sure) == ("O20", False)


def test_a_code_whose_wording_is_another_items_is_pointed_at() -> None:
    pasted = read("O8 คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่\t100\nO9 รายงานผลการดำเนินงานประจำปี\t100")
    [first, second] = [one for one in pasted.matches if one]
    assert (first.code, first.sure, first.told) == ("O8", False, "รหัส O8 แต่ข้อความตรงกับ O10")
    assert second.sure


def test_a_code_that_a_whole_list_does_not_have_is_pointed_at() -> None:
    [match] = [one for one in read("O36 ข้อใหม่\t100\n").matches if one]
    assert (match.code, match.sure) == ("O36", False)
    assert "ไม่มีข้อ O36" in match.told


def test_two_questions_of_one_wording_are_not_guessed_at() -> None:
    [match] = [
        one for one in read("หน่วยงานมีการปรับปรุงการดำเนินงานให้ตอบสนองต่อประชาชน\t95.71").matches if one
    ]
    assert not match.sure
    assert "ข้อความเดียวกันกับ E" in match.told


def test_nothing_is_dropped_silently() -> None:
    pasted = read(
        "รายการ\tคะแนน\nIIT\t90.5\nค่าตอบแทนกรรมการ\t12\nEIT\tสูงมาก\nOIT\t108.5\nOIT\t82.505"
    )
    assert filled(pasted) == {(2567, "IIT"): "90.5"}
    said = problems(pasted)
    assert [text for text, _ in said] == ["12", "สูงมาก", "108.5", "82.505"]
    assert "ไม่รู้ว่าเป็นคะแนนของข้อใด" in said[0][1]
    assert "ไม่ใช่ตัวเลข" in said[1][1]
    assert "ระหว่าง 0 ถึง 100" in said[2][1]
    assert "สองตำแหน่ง" in said[3][1]


def test_columns_of_other_figures_are_left_alone() -> None:
    pasted = read(
        "แบบวัด\tน้ำหนัก\tคะแนน\tเพิ่มขึ้น\nIIT\t30\t90.5\t2.1\nEIT\t30\t86.7\t1.1\nOIT\t40\t82.5\t0.3"
    )
    assert pasted.columns == (0, 0, 2567, 0)
    assert filled(pasted)[2567, "OIT"] == "82.5"


def test_the_clerk_may_choose_the_year_of_a_column_and_the_score_of_a_row() -> None:
    pasted = read("ก\t10\t20\nข\t30\t40")
    assert pasted.columns == (0, 0, 2567)
    chosen = pasted.with_column(1, 2566).with_match(0, "IIT").with_match(1, "")
    assert filled(chosen) == {(2566, "IIT"): "10", (2567, "IIT"): "20"}
    assert problems(chosen) == []
    assert chosen.with_column(1, 2567).columns == (0, 2567, 0)


def test_questions_of_another_year_are_found_by_their_wording() -> None:
    text = (
        "ข้อ\tปี 2567\tปี 2568\n"
        "O8 แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี\t90\t80\n"
        "O17 รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี\t70\t60"
    )
    pasted = read(text)
    assert filled(pasted)[2567, "O8"] == "90"
    assert filled(pasted)[2568, "O6"] == "80"
    assert filled(pasted)[2567, "O17"] == "70"


def test_a_block_of_figures_is_known_and_keeps_its_empty_cells() -> None:
    assert block_of_scores("90\t80\r\n\t๗๐.๕\r\n-\t60%\r\n") == (
        ("90", "80"),
        ("", "๗๐.๕"),
        ("-", "60%"),
    )
    assert block_of_scores("90\nเก้าสิบ") == ()
    assert block_of_scores("\t\n") == ()


@pytest.mark.parametrize("text", ["", "ไม่มีตาราง", "\n\n", "ก\tข\nค\tง"])
def test_what_holds_no_score_fills_nothing(text: str) -> None:
    pasted = read(text)
    assert not any(pasted.columns)
    assert read_values(pasted, office()) == ()


def test_cells_keep_their_places() -> None:
    assert read_cells("ก\tข\n\nค") == (("ก", "ข"), ("", ""), ("ค", ""))
    assert read_cells("") == (("",),)


def test_a_figure_is_kept_to_the_digit() -> None:
    [value] = read_values(read("IIT\t90.10"), office())
    assert value.value == Decimal("90.10")
    assert str(value.value) == "90.10"
