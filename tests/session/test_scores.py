"""Scores, analyses and the catalogue as a session edits them, on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.catalogue import catalogue_of, item_codes
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Indicator,
    Issue,
    IssueAnalysis,
    Level,
    RequiredElement,
    Score,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import format_references
from ita_desktop.model.scoring import TOTAL
from ita_desktop.model.values import PaperKind, Tool, Urgency
from ita_desktop.session.measure_views import Filled
from ita_desktop.session.scores.analysis_edits import (
    copy_issues,
    issue_sources,
    issues_from_indicators,
    measure_from,
    store_wording,
)
from ita_desktop.session.scores.analysis_views import (
    IssueView,
    issue_questions,
    issue_views,
    suggested_urgency,
    suggestions,
    year_scores,
)
from ita_desktop.session.scores.catalogue_edits import (
    add_catalogue_year,
    add_entry,
    delete_entry,
    key_words,
    next_key,
    remove_catalogue_year,
    rename_entry,
    restorable,
    restore_entry,
    restore_year,
    shipped_entry,
)
from ita_desktop.session.scores.catalogues import held_in_file, offered_records, year_catalogue
from ita_desktop.session.scores.score_views import (
    LEVEL,
    code_in,
    level_reason,
    level_words,
    marks,
    score_rows,
    year_cells,
)
from ita_desktop.session.scores.scores import (
    add_score_year,
    add_year_work,
    remove_score_year,
    set_scores,
    shown_years,
)
from ita_desktop.session.session import Session
from ita_desktop.storage.store import open_file
from tests.aids.small_office import YEAR, office_session

SCORED = YEAR - 1
"""The year of the scores of the tests' office: 2567."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path)
    yield made
    made.close()


def put(session: Session, year: int = SCORED, **scores: str) -> None:
    set_scores(session, {(year, code): Decimal(value) for code, value in scores.items()})


def views(session: Session) -> tuple[IssueView, ...]:
    work = session.year()
    return issue_views(session.snapshot, work, year_scores(session.snapshot, work.score_year))


# ---- scores


def test_the_first_score_of_a_year_brings_its_catalogue_in_the_same_edit(session: Session) -> None:
    assert not held_in_file(session.snapshot, SCORED)
    put(session, I1="99.49")
    assert session.undo_name == "กรอกคะแนน I1 ปี 2567"
    assert len(catalogue_of(session.snapshot, SCORED).items) == 59
    session.undo()
    assert not held_in_file(session.snapshot, SCORED)
    assert session.snapshot.of(Score) == ()
    session.redo()
    assert held_in_file(session.snapshot, SCORED)


def test_scores_are_in_the_file_to_the_digit(session: Session) -> None:
    put(session, I1="99.40", total="86.17")
    session.flush()
    with_path = session.path
    session.close()
    again = open_file(with_path, read_only=True)
    held = {one.code: str(one.value) for one in again.load().of(Score)}
    again.close()
    assert held == {"I1": "99.40", TOTAL: "86.17"}


def test_several_scores_are_one_step_and_the_same_again_is_none(session: Session) -> None:
    put(session, I1="90", I2="91")
    assert session.undo_name == "กรอกคะแนน ๒ ค่า"
    assert set_scores(session, {(SCORED, "I1"): Decimal("90")}) == ()
    assert session.undo_name == "กรอกคะแนน ๒ ค่า"
    assert set_scores(session, {(SCORED, "I1"): None, (SCORED, "I9"): None}) == ((SCORED, "I1"),)
    assert session.undo_name == "ลบคะแนน I1 ปี 2567"
    assert [one.code for one in session.snapshot.of(Score)] == ["I2"]


def test_a_year_nobody_knows_gets_a_copy_of_the_nearest_years_catalogue(session: Session) -> None:
    put(session, 2563, total="80")
    head = session.snapshot.get(CatalogueYear, CatalogueYear.key(2563))
    assert head is not None
    assert not head.certain
    assert "2565" in head.source
    assert offered_records(session.snapshot, 25) == ()


def test_the_offices_own_list_wins_over_the_shipped_one_when_copied(session: Session) -> None:
    add_catalogue_year(session, 2569)
    item = session.snapshot.get(CatalogueItem, CatalogueItem.key(2569, "O1"))
    assert item is not None
    session.change(item, words="ข้อที่หน่วยงานแก้แล้ว")
    copied = year_catalogue(session.snapshot, 2570).item("O1")
    assert copied is not None
    assert copied.words == "ข้อที่หน่วยงานแก้แล้ว"
    assert not copied.certain


def test_years_are_added_and_taken_away_whole(session: Session) -> None:
    work = session.year()
    assert shown_years(session.snapshot, work) == (SCORED,)
    add_score_year(session, 2566)
    put(session, 2566, total="80", IIT="81")
    assert shown_years(session.snapshot, work) == (2567, 2566)
    assert remove_score_year(session, 2566) == 2
    assert shown_years(session.snapshot, work) == (SCORED,)
    session.undo()
    assert shown_years(session.snapshot, work) == (2567, 2566)
    assert len(session.snapshot.of(Score)) == 2


def test_a_new_fiscal_year_brings_the_catalogues_of_its_years(session: Session) -> None:
    work = add_year_work(session, 2570)
    assert (work.score_year, work.assessment_year) == (2569, 2570)
    assert held_in_file(session.snapshot, 2569)
    assert held_in_file(session.snapshot, 2570)
    assert session.undo_name == "เพิ่มปีงบประมาณ 2570"
    session.undo()
    assert [one.action_year for one in session.snapshot.of(YearWork)] == [YEAR]
    assert not held_in_file(session.snapshot, 2570)


# ---- the sheet


def test_the_sheet_is_grouped_by_tool_and_indicator(session: Session) -> None:
    rows = score_rows(year_catalogue(session.snapshot, SCORED))
    keys = [row.key for row in rows]
    assert keys[:6] == [TOTAL, LEVEL, "IIT", "indicator-1", "I1", "I2"]
    place = keys.index("EIT")
    assert keys[place : place + 8] == [
        *("EIT", "EIT.1", "EIT.2", "indicator-6", "indicator-6.1", "indicator-6.2", "E1", "E2")
    ]
    assert next(row for row in rows if row.key == "E1").above == ("EIT", "indicator-6")
    assert len(keys) == len(set(keys)) == 2 + 3 + 2 + 10 + 6 + 59


def test_items_without_an_indicator_stand_under_their_tool(session: Session) -> None:
    rows = score_rows(year_catalogue(session.snapshot, 2568))
    assert next(row for row in rows if row.key == "O1").above == ("OIT", "others-OIT")
    assert sum(row.key.startswith("O") and row.depth == 2 for row in rows) == 28


def test_another_year_answers_a_row_by_its_wording(session: Session) -> None:
    rows = {row.key: row for row in score_rows(year_catalogue(session.snapshot, 2567))}
    other = year_catalogue(session.snapshot, 2568)
    assert code_in(rows["O8"], other, own=False) == "O6"
    assert code_in(rows["O17"], other, own=False) == ""
    assert code_in(rows["E7"], other, own=False) == "E7"  # E8 says the same
    assert code_in(rows["indicator-8"], other, own=False) == "indicator-8"
    assert code_in(rows["O17"], year_catalogue(session.snapshot, 2567), own=True) == "O17"
    assert code_in(rows[LEVEL], other, own=True) == ""


def test_a_cell_says_what_was_typed_what_follows_and_what_is_wrong(session: Session) -> None:
    put(session, **{"I1": "90", "I2": "91", "I3": "92", "indicator-1": "95", "I4": "120"})
    scores = year_scores(session.snapshot, SCORED)
    codes = {row.key: row.key for row in score_rows(scores.catalogue)}
    cells = year_cells(scores, codes, marks(scores))
    assert cells["indicator-1"].wanted == Decimal("91.00")
    assert cells["indicator-1"].value == Decimal("95")
    assert cells["I4"].problem == "คะแนนต้องอยู่ระหว่าง 0 ถึง 100"
    assert cells["I1"].mark == "น้อยที่สุดในประเด็นที่ 1"
    assert cells["I2"].mark == ""
    put(session, I1="91", O7="0")
    found = marks(year_scores(session.snapshot, SCORED))
    assert {code for code, mark in found.items() if "น้อยที่สุด" in mark} >= {"I1", "I2"}
    assert found["O7"] == "ยังไม่ได้คะแนนเต็ม"


def test_without_issues_the_lowest_are_looked_for_in_each_indicator(session: Session) -> None:
    put(session, 2565, I1="90", I2="80")
    assert marks(year_scores(session.snapshot, 2565)) == {"I2": "น้อยที่สุดในตัวชี้วัดที่ 1"}


def test_the_level_is_told_with_what_keeps_from_the_next(session: Session) -> None:
    def told() -> tuple[str, str]:
        scores = year_scores(session.snapshot, SCORED)
        return level_words(scores), level_reason(scores)

    assert told() == ("–", "ยังไม่มีคะแนนภาพรวม")
    put(session, total="86.17")
    level, reason = told()
    assert level == "–"
    assert reason == "ยังบอกไม่ได้ว่าถึงระดับผ่านดีหรือไม่ เพราะยังไม่มีคะแนน IIT EIT และ OIT"
    tools = ("IIT", "EIT", "OIT", "EIT.1", "EIT.2")
    put(session, **dict(zip(tools, ("90.48", "86.76", "88", "83.93", "89.58"), strict=True)))
    reason = "ยังไม่ถึงระดับผ่านดี เพราะ EIT ส่วนที่ 1 ได้ 83.93 (ต้องได้ 85 ขึ้นไป)"
    assert told() == ("ผ่าน", reason)
    put(session, total="83.42")
    assert told() == (
        "ต้องปรับปรุง",
        "ยังไม่ถึงระดับผ่าน เพราะคะแนนภาพรวม ได้ 83.42 (ต้องได้ 85 ขึ้นไป)",
    )
    put(session, total="97", **dict.fromkeys(tools, "97"))
    assert told() == ("ผ่านดีเยี่ยม", "เป็นระดับสูงสุด")


# ---- analyses


def test_issues_show_their_questions_and_the_lowest(session: Session) -> None:
    put(session, E4="96.19", E5="96.19", E6="96.67", O1="100", O2="0")
    third = views(session)[2]
    assert third.issue.number == 3
    assert third.lowest == ("E4", "E5")
    assert third.below == ("O2",)
    assert [one.code for one in issue_questions(third)] == ["E4", "E5", "E6", "O2"]
    assert third.filled is Filled.NOTHING
    assert third.state == "ยังขาดความเร่งด่วน ประเด็นที่พบ และแนวทางการยกระดับผลการประเมิน"


def test_wordings_are_proposed_for_the_lowest_and_for_items_below_full(session: Session) -> None:
    put(session, E4="96.19", E5="96.19", E6="96.67", O2="0")
    catalogue = year_catalogue(session.snapshot, SCORED)
    third = views(session)[2]
    found = suggestions(third, catalogue, "finding")
    assert [one.code for one in found] == ["E4", "E5", "O2"]
    assert found[0].text == "ผู้รับบริการบางส่วนเห็นว่าข้อมูลข่าวสารของหน่วยงานเข้าถึงได้ยาก"
    assert "O2 ข้อมูลผู้บริหาร" in found[2].text
    assert "(อ้างอิงจาก O2)" in suggestions(third, catalogue, "advice")[2].text


def test_an_issue_that_is_full_everywhere_is_to_be_kept(session: Session) -> None:
    put(session, I10="100", I11="100", I12="100")
    fourth = views(session)[3]
    assert suggested_urgency(fourth) == (Urgency.KEEP, "ทุกข้อได้คะแนนเต็ม")
    [one] = suggestions(fourth, year_catalogue(session.snapshot, SCORED), "advice")
    assert one.code == ""
    assert "รักษามาตรฐาน" in one.text


def test_the_urgency_follows_from_the_lowest_score(session: Session) -> None:
    assert suggested_urgency(views(session)[3]) is None
    put(session, I10="84.99", I11="90")
    assert suggested_urgency(views(session)[3]) == (
        Urgency.URGENT,
        "I10 ได้ 84.99 ต่ำกว่าเป้าหมาย 85",
    )
    put(session, I10="85")
    told = suggested_urgency(views(session)[3])
    assert told is not None
    assert told[0] is Urgency.DEVELOP
    put(session, I10="0")
    told = suggested_urgency(views(session)[3])
    assert told is not None
    assert told[1].startswith("I10 ได้ 0.00")


def test_the_clerks_text_becomes_the_wording_of_a_question(session: Session) -> None:
    put(session, I10="80", I11="90")
    assert store_wording(session, SCORED, "I10", "finding", "การยืมยังใช้วาจา")
    assert session.undo_name == "เก็บถ้อยคำของข้อ I10"
    catalogue = year_catalogue(session.snapshot, SCORED)
    assert suggestions(views(session)[3], catalogue, "finding")[0].text == "การยืมยังใช้วาจา"
    assert not store_wording(session, SCORED, "I99", "finding", "ไม่มีข้อนี้")


def test_a_wording_brings_the_catalogue_where_the_file_has_none(session: Session) -> None:
    assert not held_in_file(session.snapshot, 2566)
    assert store_wording(session, 2566, "O1", "advice", "ปรับปรุงโครงสร้าง")
    assert held_in_file(session.snapshot, 2566)
    item = session.snapshot.get(CatalogueItem, CatalogueItem.key(2566, "O1"))
    assert item is not None
    assert item.advice == "ปรับปรุงโครงสร้าง"


def test_a_measure_takes_up_what_an_analysis_found(session: Session) -> None:
    put(session, E1="96", E9="28.57", O11="0")
    work, second = session.year(), views(session)[1]
    made = measure_from(session, work, second)
    assert made.title == ""
    assert made.issue == "การให้บริการและระบบ E-Service"
    assert made.tool is Tool.EIT
    assert made.indicator == "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"
    assert format_references(made.references) == "E9, O11"
    assert views(session)[1].measures == 1


def test_issues_of_another_year_are_taken_over_by_wording(session: Session) -> None:
    assert issue_sources(session.snapshot, 2566)[0] == 2567
    copy_issues(session, 2567, 2566)
    made = catalogue_of(session.snapshot, 2566)
    assert len(made.issues) == 7
    assert not any(one.certain for one in made.issues)
    assert item_codes(made.issues[0])[:3] == ("I1", "I2", "I3")  # its questions are not known
    known = {one.code for one in made.items}
    assert all(code in known for code in item_codes(made.issues[0])[3:])
    session.undo()
    assert not held_in_file(session.snapshot, 2566)


def test_indicators_may_serve_as_issues(session: Session) -> None:
    issues_from_indicators(session, 2565)
    made = catalogue_of(session.snapshot, 2565)
    assert [one.title for one in made.issues][:2] == ["การปฏิบัติหน้าที่", "การใช้งบประมาณ"]
    assert item_codes(made.issues[5]) == ("E1", "E2", "E3", "E4", "E5")


# ---- the catalogue


def test_an_entry_is_added_renamed_and_deleted(session: Session) -> None:
    add_catalogue_year(session, 2568)
    catalogue = catalogue_of(session.snapshot, 2568)
    assert next_key(catalogue, CatalogueItem, Tool.EIT) == "E10"
    assert next_key(catalogue, CatalogueItem) == "O29"
    assert next_key(catalogue, Issue) == "8"
    made = add_entry(session, CatalogueItem, 2568, " o๒๙ ", words="ข้อใหม่")
    assert (made.code, made.id) == ("O29", CatalogueItem.key(2568, "O29"))
    moved = rename_entry(session, made, "O30")
    assert moved.id == CatalogueItem.key(2568, "O30")
    assert session.undo_name == "เปลี่ยนข้อคำถามหรือข้อ OIT O29 เป็น O30"
    assert session.snapshot.get(CatalogueItem, made.id) is None
    delete_entry(session, moved)
    assert catalogue_of(session.snapshot, 2568).item("O30") is None


@pytest.mark.parametrize("typed", ["", "X1", "O", "O0", "O1234", "หนึ่ง"])
def test_a_key_that_is_none_is_refused_in_thai(session: Session, typed: str) -> None:
    add_catalogue_year(session, 2568)
    with pytest.raises(UserError, match="ไม่ใช่รหัสข้อ"):
        add_entry(session, CatalogueItem, 2568, typed)


def test_a_key_that_is_taken_is_refused(session: Session) -> None:
    add_catalogue_year(session, 2568)
    with pytest.raises(UserError, match="มีตัวชี้วัด 3 ในปีนี้อยู่แล้ว"):
        add_entry(session, Indicator, 2568, "๓")
    level = catalogue_of(session.snapshot, 2568).levels[0]
    with pytest.raises(UserError, match="มีระดับผลการประเมิน 2"):
        rename_entry(session, level, "2")
    with pytest.raises(UserError, match="ไม่ใช่เลขลำดับ"):
        rename_entry(session, level, "ก")
    assert rename_entry(session, level, "1") == level
    assert key_words(level) == "1"


def test_what_is_written_of_an_issue_goes_along_with_its_number(session: Session) -> None:
    add_catalogue_year(session, SCORED)
    work = session.year()
    session.change(IssueAnalysis.of(work.id, 7), finding="ยังไม่เชื่อมั่น")
    issue = catalogue_of(session.snapshot, SCORED).issues[6]
    rename_entry(session, issue, "8")
    held = session.snapshot.get(IssueAnalysis, IssueAnalysis.of(work.id, 8).id)
    assert held is not None
    assert (held.issue, held.finding) == (8, "ยังไม่เชื่อมั่น")
    assert session.snapshot.get(IssueAnalysis, IssueAnalysis.of(work.id, 7).id) is None


def test_a_year_and_an_entry_are_put_back_as_they_ship(session: Session) -> None:
    add_catalogue_year(session, SCORED)
    assert restorable(session.snapshot, SCORED) == 0
    catalogue = catalogue_of(session.snapshot, SCORED)
    session.change(catalogue.items[0], words="แก้ผิด")
    delete_entry(session, catalogue.issues[6])
    add_entry(session, RequiredElement, SCORED, "", paper=PaperKind.PLAN, words="อื่น ๆ")
    assert restorable(session.snapshot, SCORED) == 3
    changed = catalogue_of(session.snapshot, SCORED).items[0]
    assert shipped_entry(changed) == catalogue.items[0]
    restore_entry(session, changed)
    assert catalogue_of(session.snapshot, SCORED).items[0] == catalogue.items[0]
    restore_year(session, SCORED)
    assert catalogue_of(session.snapshot, SCORED) == catalogue
    session.undo()
    assert restorable(session.snapshot, SCORED) == 2


def test_a_year_that_does_not_ship_has_nothing_to_be_put_back(session: Session) -> None:
    add_catalogue_year(session, 2571)
    assert restorable(session.snapshot, 2571) == 0
    assert shipped_entry(catalogue_of(session.snapshot, 2571).items[0]) is None
    remove_catalogue_year(session, 2571)
    assert not held_in_file(session.snapshot, 2571)
    assert not any(one.year == 2571 for one in session.snapshot.of(Level))


def test_published_figures_beside_the_scores_are_of_their_year(session: Session) -> None:
    add_score_year(session, 2566)
    session.change(ScoreYear.of(2566), place="๑,๔๒๙")
    assert [one.place for one in session.snapshot.of(ScoreYear)] == ["๑,๔๒๙"]
    assert read_references("I1", 2566).values
