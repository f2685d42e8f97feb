"""The page that compares two years: chosen, read, copied, put into the report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ita_desktop.model.scoring import TOTAL
from ita_desktop.session.scores.scores import set_scores
from ita_desktop.session.years.beginning import begin_next_year
from tests.aids.office_fixtures import session_of
from tests.aids.readers import pypdf_text
from tests.aids.small_office import YEAR
from tests.ui.hands import K, press
from tests.ui.year_hands import years
from ui.pages.comparison import MEASURES, SCORES, ComparisonPage
from ui.pages.scores import ScoresPage
from ui.window import Window

LEFT = Qt.MouseButton.LeftButton
SENTENCE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ คะแนนภาพรวมลดลงจากปีที่ผ่านมา ๑.๕๙ คะแนน"


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


def page_of(window: Window) -> ComparisonPage:
    """The page, reached by the menu of years."""
    [action] = [one for one in years(window) if one.text() == "เทียบสองปี"]
    action.trigger()
    assert window.desk is not None
    page = window.desk.page
    assert isinstance(page, ComparisonPage)
    return page


def with_two_years(window: Window) -> None:
    session = session_of(window)
    begun = begin_next_year(session, session.year(YEAR), {"m1", "m2"})
    scores = {YEAR - 2: "90", YEAR - 1: "81.59", YEAR: "80"}
    set_scores(session, {(year, TOTAL): Decimal(value) for year, value in scores.items()})
    assert window.workspace is not None
    window.workspace.choose_year(begun.work)


def row(page: ComparisonPage, at: int) -> list[str]:
    return [page.scores.item(at, column).toolTip() for column in range(4)]


def test_scores_of_two_years_stand_side_by_side_and_others_may_be_chosen(window: Window) -> None:
    with_two_years(window)
    page = page_of(window)
    assert row(page, 0) == ["ภาพรวม", "๘๑.๕๙", "๘๐.๐๐", "▼ ลด ๑.๕๙"]
    assert page.scores.item(0, 4).toolTip() == "๘๑.๕๙ · ๘๐.๐๐ · ▼ ลด ๑.๕๙"
    before, after = page.pairs[SCORES].before, page.pairs[SCORES].after
    assert (before.currentText(), after.currentText()) == ("ปี ๒๕๖๗", "ปี ๒๕๖๘")
    before.setFocus()
    press(K.Key_Down)
    assert row(page, 0) == ["ภาพรวม", "๙๐.๐๐", "๘๐.๐๐", "▼ ลด ๑๐.๐๐"]
    assert page.sentence.text().endswith("ลดลงจากปี พ.ศ. ๒๕๖๖ ๑๐.๐๐ คะแนน")
    set_scores(session_of(window), {(YEAR, TOTAL): Decimal("92.5")})
    assert row(page, 0) == ["ภาพรวม", "๙๐.๐๐", "๙๒.๕๐", "▲ เพิ่ม ๒.๕๐"]
    press(K.Key_Up)
    press(K.Key_Up)
    assert page.no_scores.words.text() == "เลือกสองปีที่ต่างกันเพื่อเทียบคะแนน"
    assert not page.scores.isVisible() and not page.sentence_card.isVisible()


def test_the_sentence_is_copied_and_put_into_the_report_with_one_click(window: Window) -> None:
    with_two_years(window)
    session = session_of(window)
    page = page_of(window)
    assert page.sentence.text() == SENTENCE
    QTest.mouseClick(page.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == SENTENCE
    before = session.snapshot
    QTest.mouseClick(page.report_button, LEFT)
    assert window.desk is not None
    assert window.desk.notices.text == "ใส่ในความนำของรายงานผลปี ๒๕๖๙ แล้ว"
    assert session.undo_name == "ใส่ผลเทียบคะแนนในความนำของรายงานผล"
    QTest.mouseClick(page.report_button, LEFT)
    assert window.desk.notices.text == "รายงานผลมีข้อความนี้อยู่แล้ว"
    session.undo()
    assert session.snapshot == before


def test_measures_stand_in_groups_side_by_side_and_enter_leads_to_one(window: Window) -> None:
    with_two_years(window)
    assert window.workspace is not None and window.desk is not None
    page = page_of(window)
    QTest.mouseClick(page.parts[MEASURES], LEFT)
    table = page.measures
    heads = [
        words
        for at in range(table.rowCount())
        if (words := table.item(at, 0).toolTip()).endswith(")")
    ]
    assert heads == ["ทำต่อตามแผนเดิม (๒)", "ทำต่อแต่ปรับแผน (๐)", "ใหม่ในปี ๒๕๖๙ (๐)", "ไม่ได้ทำต่อ (๑)"]
    told = [table.item(1, column).toolTip() for column in range(3)]
    title = "มาตรการควบคุมการยืมทรัพย์สินของราชการ"
    assert told == [title, "ดำเนินการแล้วเสร็จ", title]
    assert table.item(6, 2).toolTip() == "–"
    table.setFocus()
    table.setCurrentCell(6, 0)
    press(K.Key_Return)
    QApplication.processEvents()
    assert window.desk.page_name == "measures"
    assert window.workspace.year.action_year == YEAR


def test_both_parts_are_exported_as_one_pdf(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    assert not page.pdf_button.isEnabled()
    with_two_years(window)
    target = tmp_path / "เทียบ.pdf"
    asked: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(page.pdf_button, LEFT)
    assert asked == ["เปรียบเทียบสองปี_2569_เทศบาลตำบลศรีสำราญ.pdf"]
    said = " ".join(pypdf_text(target.read_bytes()).split())
    for words in ("เปรียบเทียบผลการประเมิน ITA ปี พ.ศ. ๒๕๖๘", "ลดลง ๑.๕๙", "ไม่ได้ทำต่อ (๑)"):
        assert words in said
    assert window.desk is not None
    assert window.desk.notices.text == "ส่งออก “เทียบ.pdf” แล้ว"


def test_a_first_year_says_what_is_missing_to_compare_it(window: Window) -> None:
    page = page_of(window)
    assert (
        page.no_scores.isVisible() and "เทียบคะแนนได้เมื่อมีคะแนนตั้งแต่สองปี" in page.no_scores.words.text()
    )
    assert not page.pairs[SCORES].isVisible()
    page.show_part(MEASURES)
    assert "มีงานเพียงปีเดียว" in page.no_measures.words.text()
    with_two_years(window)
    QApplication.processEvents()
    assert page.measures.isVisible() and page.pairs[MEASURES].isVisible()


def test_where_there_is_nothing_to_compare_the_first_step_is_offered(window: Window) -> None:
    assert window.workspace is not None and window.desk is not None
    page = page_of(window)
    wanted: list[str] = []
    window.workspace.years_wanted.disconnect()
    window.workspace.years_wanted.connect(wanted.append)
    page.show_part(MEASURES)
    QTest.mouseClick(page.no_measures.buttons[0], LEFT)
    assert wanted == ["next"]
    page.show_part(SCORES)
    QTest.mouseClick(page.no_scores.buttons[0], LEFT)
    assert isinstance(window.desk.page, ScoresPage)
