"""Gaps in the window: shown, ticked by hand, added at once; the bar of what comes next."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ita_desktop.model.values import Status
from ita_desktop.session.scores.scores import set_scores
from ita_desktop.session.years.beginning import begin_next_year, brought_id
from tests.aids.office_fixtures import session_of, stand
from tests.aids.small_office import YEAR, office_session
from tests.ui.hands import CTRL, K, press
from tests.ui.year_hands import begin, with_dialog, years
from ui.pages.analysis import AnalysisPage
from ui.window import Window
from ui.years.acts import paste_scores, steps_on_opening
from ui.years.gaps_dialog import GapsDialog
from ui.years.next_steps import NextSteps
from ui.years.next_year_dialog import NextYearDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(office_window: Window) -> Window:
    """A year begun without measures, and two low scores of the year before."""
    session = session_of(office_window)
    begun = begin_next_year(session, session.year(YEAR), ())
    scores = {(YEAR, "I10"): Decimal("78.20"), (YEAR, "E2"): Decimal(60)}
    set_scores(session, scores)
    assert office_window.workspace is not None
    office_window.workspace.choose_year(begun.work)
    return office_window


def open_gaps(window: Window, act: Callable[[GapsDialog], None]) -> None:
    with_dialog(GapsDialog, act)
    [action] = [one for one in years(window) if "ต่ำกว่าเป้าหมาย" in one.text()]
    action.trigger()


def test_proposals_are_ticked_and_become_measures_in_one_edit(window: Window) -> None:
    session = session_of(window)
    before = session.snapshot
    seen: list[str] = []

    def look(dialog: GapsDialog) -> None:
        heads = [dialog.tree.topLevelItem(at).text(0) for at in range(2)]
        assert heads[1].startswith("ประเด็นที่") and "I10 ๗๘.๒๐" in heads[1] + heads[0]
        seen.append(dialog.add_button.text().strip())
        row = dialog.tree.rows[0]
        place = dialog.tree.visualItemRect(row).center()
        QTest.mouseClick(dialog.tree.viewport(), LEFT, pos=place)
        seen.append(dialog.add_button.text().strip())
        QTest.mouseClick(dialog.ticks[0], LEFT)
        seen.append(dialog.count.text())
        QTest.mouseClick(dialog.ticks[1], LEFT)
        assert not dialog.add_button.isEnabled()
        dialog.tree.setCurrentItem(dialog.tree.rows[0])
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
            QTest.keyClick(dialog.tree, key)
        assert len(dialog.chosen) == 2
        QTest.keyClick(dialog.tree, Qt.Key.Key_Return)

    open_gaps(window, look)
    assert seen == [
        "เพิ่มเป็นมาตรการ",
        "เพิ่มเป็นมาตรการ ๑ รายการ",
        "๒ หัวข้อยังไม่มีมาตรการ · เลือกไว้ ๒",
    ]
    assert window.workspace is not None and window.desk is not None
    assert len(session.snapshot.measures(window.workspace.year.id)) == 2
    assert window.desk.page_name == "measures"
    assert window.desk.notices.text == "เพิ่มมาตรการ ๒ รายการแล้ว"
    window.activateWindow()
    window.desk.sidebar.setFocus()
    QApplication.processEvents()
    press(K.Key_Z, CTRL)
    assert session.snapshot == before


def test_without_scores_the_page_where_they_are_pasted_opens(office_window: Window) -> None:
    session = session_of(office_window)
    begun = begin_next_year(session, session.year(YEAR), ())
    assert office_window.workspace is not None and office_window.desk is not None
    office_window.workspace.choose_year(begun.work)
    told: list[str] = []
    office_window.workspace.noticed.connect(lambda words, _undo: told.append(words))
    [action] = [one for one in years(office_window) if "ต่ำกว่าเป้าหมาย" in one.text()]
    action.trigger()
    assert office_window.desk.page_name == "scores"
    assert "ยังไม่มีคะแนนของปี" in told[-1]


def test_another_target_shows_other_gaps_and_none_is_said_in_words(window: Window) -> None:
    session = session_of(window)
    set_scores(session, {(YEAR, "I10"): Decimal(90), (YEAR, "E2"): Decimal(90)})

    def look(dialog: GapsDialog) -> None:
        assert dialog.none.isVisible() and not dialog.tree.isVisible()
        assert "มีมาตรการแล้ว" in dialog.none.text()
        QTest.keyClick(dialog.target, Qt.Key.Key_Down)
        QApplication.processEvents()
        assert dialog.target.currentText() == "ต่ำกว่า ๙๕ คะแนน (ผ่านดีเยี่ยม)"
        assert dialog.tree.isVisible() and dialog.tree.topLevelItemCount() == 2

    open_gaps(window, look)


def test_at_the_highest_target_no_higher_one_is_spoken_of(window: Window) -> None:
    set_scores(session_of(window), {(YEAR, "I10"): Decimal(100), (YEAR, "E2"): Decimal(100)})

    def look(dialog: GapsDialog) -> None:
        assert "เลือกเป้าหมายที่สูงขึ้น" in dialog.none.text()
        QTest.keyClick(dialog.target, Qt.Key.Key_End)
        assert dialog.none.text() == "ทุกข้อที่ได้ต่ำกว่า ๑๐๐ คะแนนในปี ๒๕๖๘ มีมาตรการแล้ว"

    open_gaps(window, look)


def test_the_page_of_analyses_leads_there_with_the_count(window: Window) -> None:
    assert window.desk is not None
    window.desk.show_page("analysis")
    page = window.desk.page
    assert isinstance(page, AnalysisPage)
    assert page.gaps_button.text().strip() == "ยังไม่มีมาตรการ ๒ หัวข้อ…"
    seen: list[bool] = []
    with_dialog(GapsDialog, lambda dialog: seen.append(dialog.isVisible()))
    QTest.mouseClick(page.gaps_button, LEFT)
    assert seen == [True]


def test_the_bar_of_next_steps_follows_the_work_and_goes_with_its_year(
    office_window: Window,
) -> None:
    window = office_window
    session = session_of(window)
    begin(window, NextYearDialog.accept)
    assert window.desk is not None and window.workspace is not None
    [bar] = window.desk.findChildren(NextSteps)
    assert bar.isVisible() and window.workspace.document == "plan"
    assert bar.scores.text() == " ๑. วางคะแนนปี ๒๕๖๘"
    set_scores(session, {(YEAR, "E2"): Decimal(60)})
    QApplication.processEvents()
    assert bar.scores.accessibleName() == "๑. วางคะแนนปี ๒๕๖๘ (ทำแล้ว)"
    assert bar.gaps.text() == " ๒. ข้อที่ยังไม่มีมาตรการ (๑)"

    def add(dialog: GapsDialog) -> None:
        QTest.mouseClick(dialog.ticks[0], LEFT)
        QTest.mouseClick(dialog.add_button, LEFT)

    with_dialog(GapsDialog, add)
    QTest.mouseClick(bar.gaps, LEFT)
    QApplication.processEvents()
    assert bar.gaps.accessibleName() == "๒. ข้อที่ยังไม่มีมาตรการ (ทำแล้ว)"
    assert bar.measures.text() == " ๓. มาตรการ (๔)"
    QTest.mouseClick(bar.plan, LEFT)
    assert window.desk.page_name == "documents"
    window.workspace.choose_year(session.year(YEAR))
    QApplication.processEvents()
    assert not bar.isVisible()
    window.workspace.choose_year(session.year(YEAR + 1))
    QApplication.processEvents()
    assert bar.isVisible()
    for _ in range(3):
        session.undo()
    QApplication.processEvents()
    assert not window.desk.findChildren(NextSteps) or not bar.isVisible()
    assert session.snapshot.get(type(session.year(YEAR)), session.year(YEAR).id) is not None
    assert brought_id("m1", YEAR + 1) not in {one.id for one in session.snapshot.records}


def test_the_bar_comes_back_with_the_file_until_it_is_closed_or_results_come(
    bare_window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window = bare_window
    made = office_session(tmp_path)
    begun = begin_next_year(made, made.year(YEAR), {"m1"})
    made.close()
    session = stand(window, qtbot, made.path)
    assert window.desk is not None
    [bar] = window.desk.findChildren(NextSteps)
    assert bar.isVisible()
    [measure] = session.snapshot.measures(begun.work.id)
    underway = session.change(measure, status=Status.IN_PROGRESS)
    assert list(steps_on_opening(window)) == []
    session.change(underway, status=None)
    [again] = steps_on_opening(window)
    again.deleteLater()
    QTest.mouseClick(bar.findChildren(QToolButton)[0], LEFT)
    assert not bar.isVisible() and list(steps_on_opening(window)) == []


@pytest.mark.parametrize("copied", ["", "ข้อความที่คัดลอกไว้ก่อนหน้า", "91.50"])
def test_without_a_table_copied_the_step_of_scores_says_what_to_copy(
    window: Window, copied: str
) -> None:
    before = session_of(window).snapshot
    QGuiApplication.clipboard().setText(copied)
    paste_scores(window)
    assert window.desk is not None
    assert window.desk.page_name == "scores"
    assert window.desk.notices.text.startswith("คัดลอกตารางคะแนน")
    assert session_of(window).snapshot == before
