"""Rounds in the window: chosen, filled, asked of divisions, taken back, by keys and clicks."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.documents.build import setup_of
from ita_desktop.model.records import Division, Evidence, Measure, ReportingRound, RoundReport
from ita_desktop.model.rounds import round_of
from ita_desktop.model.values import DivisionRef, Status, plain_items
from ita_desktop.session.measure_views import Filled
from ita_desktop.session.session import Session
from ita_desktop.storage.backup_names import Reason
from tests.aids.round_offices import LATE, SHARED, WORK, fill, request_of, two_divisions_measure
from tests.ui.hands import CTRL, K, drop, focused, press, write
from ui import dialogs
from ui.pages.measures import MeasuresPage
from ui.pages.overview import OverviewPage
from ui.rounds import requesting
from ui.rounds.acts import ask_results, set_up_rounds
from ui.rounds.receiving import AnswersDialog
from ui.rounds.requesting import RequestDialog
from ui.rounds.settings_dialog import RoundsDialog
from ui.widgets.rounds.round_card import RoundLine
from ui.window import Window

D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(office_window: Window) -> Window:
    """The small office with a measure of every division, on the 3rd of April 2568."""
    session = session_of(office_window)
    session.clock = lambda: datetime(2025, 4, 3, 9, 30)
    session.add(SHARED, LATE)
    return office_window


def session_of(window: Window) -> Session:
    assert window.workspace is not None
    return window.workspace.session


@pytest.fixture
def page(window: Window) -> MeasuresPage:
    return measures_page(window)


def measures_page(window: Window) -> MeasuresPage:
    assert window.desk is not None
    window.desk.show_page("measures")
    found = window.desk.page
    assert isinstance(found, MeasuresPage)
    QApplication.processEvents()
    return found


def report_of(window: Window, measure_id: str, month: int = 6) -> RoundReport | None:
    return session_of(window).snapshot.get(RoundReport, RoundReport.key(measure_id, month))


def shown(page: MeasuresPage) -> list[str]:
    return [row.id for row in page.list.rows.rows]


def with_dialog(kind: type[D], act: Callable[[D], None]) -> list[D]:
    """Have a dialog looked at by ``act`` once it stands; the dialogs that were seen."""
    seen: list[D] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(20, look)
            return
        seen.append(dialog)
        dialog.activateWindow()
        for _ in range(3):
            QApplication.processEvents()
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
    return seen


# ---- choosing a round and filling it


def test_a_round_is_chosen_by_a_click_or_the_arrow_keys(page: MeasuresPage) -> None:
    buttons = page.bar.choice.buttons
    assert [month for month, one in buttons.items() if not one.isHidden()] == [0, 6, 12]
    assert buttons[6].text().strip() == "รอบ ๖ เดือน (๐/๔)"
    QTest.mouseClick(buttons[6], LEFT)
    assert page.forms.round_form.isVisible() and not page.form.isVisible()
    assert page.bar.told.text() == (
        "รายงานแล้ว ๐ จาก ๔ มาตรการ · กำหนดส่ง ๑๕ เมษายน ๒๕๖๘ · เหลืออีก ๑๒ วัน"
    )
    QTest.keyClick(buttons[6], Qt.Key.Key_Right)
    assert page.bar.month == 12
    QTest.keyClick(buttons[12], Qt.Key.Key_Left)
    QTest.keyClick(buttons[6], Qt.Key.Key_Left)
    assert page.form.isVisible()


def test_what_is_typed_in_a_round_is_its_report_and_can_be_undone(
    page: MeasuresPage, window: Window
) -> None:
    page.bar.choose(6)
    page.list.select("m2")
    page.forms.go_to("results")
    write("ติดป้ายแล้ว")
    page.forms.flush()
    report = report_of(window, "m2")
    assert report is not None and report.results == plain_items("ติดป้ายแล้ว")
    measure = session_of(window).snapshot.get(Measure, "m2")
    assert measure is not None and measure.results == ()
    assert page.list.rows.rows[1].filled is Filled.ALL
    assert page.bar.choice.buttons[6].text().strip() == "รอบ ๖ เดือน (๑/๔)"
    session_of(window).undo()
    assert report_of(window, "m2") is None
    assert page.forms.round_form.form.editors["results"].value() == ()
    assert page.list.rows.rows[1].status == "ยังไม่รายงาน"


def test_the_list_tells_who_has_reported_and_who_has_not(
    page: MeasuresPage, window: Window
) -> None:
    by_one = dataclasses.replace(
        RoundReport.of("m4", 6),
        status=Status.DONE,
        results=plain_items("ทำแล้ว"),
        reporters=(DivisionRef("d1"),),
    )
    session_of(window).add(by_one)
    page.bar.choose(6)
    rows = {row.id: row for row in page.list.rows.rows}
    assert (rows["m4"].filled, rows["m4"].status) == (Filled.PARTLY, "ดำเนินการแล้วเสร็จ")
    assert rows["m5"].status == "ไม่ต้องรายงานรอบนี้"
    tip = page.list.rows.data(page.list.rows.index(3), Qt.ItemDataRole.ToolTipRole)
    assert "รอบ ๖ เดือน: ยังรอกองคลังและกองช่าง" in tip


def test_an_earlier_round_is_carried_on_and_undone_with_one_key(
    page: MeasuresPage, window: Window
) -> None:
    told = dataclasses.replace(
        RoundReport.of("m2", 6), status=Status.IN_PROGRESS, results=plain_items("ครึ่งทาง")
    )
    session_of(window).add(told)
    page.bar.choose(12)
    page.list.select("m2")
    carry = page.forms.round_form.carry
    assert carry.isVisible() and carry.text().strip() == "ยกผลรอบ ๖ เดือนมาต่อ"
    QTest.mouseClick(carry, LEFT)
    made = report_of(window, "m2", 12)
    assert made is not None and made.results == told.results
    assert not carry.isVisible()
    assert page.forms.round_form.form.editors["results"].value() == told.results
    assert session_of(window).undo_name == "ยกผลรอบ ๖ เดือนมาต่อในรอบ ๑๒ เดือน"
    session_of(window).undo()
    assert report_of(window, "m2", 12) is None and carry.isVisible()


def test_the_year_itself_stands_for_its_last_round(page: MeasuresPage) -> None:
    page.bar.choose(12)
    page.list.select("m1")
    assert page.forms.round_form.own.isVisible()
    assert page.list.rows.rows[0].status == "ดำเนินการแล้วเสร็จ"
    page.list.select("m2")
    assert not page.forms.round_form.own.isVisible()


def test_a_division_in_the_menu_shows_what_it_has_not_reported(page: MeasuresPage) -> None:
    page.bar.choose(6)
    page.bar.menu.aboutToShow.emit()
    actions = {one.text().partition("\t")[0]: one for one in page.bar.menu.actions()}
    assert actions["กองคลัง"].text() == "กองคลัง\t๐ จาก ๒"
    actions["กองคลัง"].trigger()
    assert shown(page) == ["m1", "m4"]
    assert "ยังไม่รายงานรอบ ๖ เดือน" in page.filter.told.text()
    page.bar.menu.aboutToShow.emit()
    page.bar.menu.actions()[-1].trigger()
    assert shown(page) == ["m1", "m2", "m3", "m4"]


def test_a_new_measure_is_begun_in_its_own_form(page: MeasuresPage, window: Window) -> None:
    page.bar.choose(6)
    page.list.setFocus()
    press(K.Key_N, CTRL)
    assert page.bar.month == 0
    write("มาตรการใหม่")
    page.form.flush()
    titles = [one.title for one in session_of(window).snapshot.measures(WORK.id)]
    assert "มาตรการใหม่" in titles


def test_the_window_goes_to_a_report_that_is_not_in_the_file_yet(
    page: MeasuresPage, window: Window
) -> None:
    assert window.desk is not None and window.workspace is not None
    window.desk.show_page("overview")
    window.activateWindow()
    QApplication.processEvents()
    window.workspace.show_place(RoundReport.key("m2", 6), "outcomes")
    QApplication.processEvents()
    assert window.desk.page_name == "measures"
    assert (page.bar.month, page.list.current_id) == (6, "m2")
    assert page.forms.round_form.form.editors["outcomes"].isAncestorOf(focused())


# ---- due dates


def test_rounds_and_due_dates_are_set_once_for_the_year(page: MeasuresPage, window: Window) -> None:
    def act(dialog: RoundsDialog) -> None:
        third, half, ninth, _whole = dialog.lines
        assert half.told.text() == "๑๕ เมษายน ๒๕๖๘\nเหลืออีก ๑๒ วัน"
        third.used.click()
        half.due.line.setFocus()
        QApplication.processEvents()
        write("๕ เม.ย. ๖๘")
        assert half.told.text() == "๕ เมษายน ๒๕๖๘\nเหลืออีก ๒ วัน"
        assert not half.days.isEnabled() and not ninth.days.isEnabled()
        third.days.line.setFocus()
        third.days.line.selectAll()
        write("30")
        assert third.told.text().startswith("๓๐ มกราคม ๒๕๖๘")
        dialog.accept()

    with_dialog(RoundsDialog, act)
    QTest.mouseClick(page.bar.set_up, LEFT)
    snapshot = session_of(window).snapshot
    assert round_of(snapshot, WORK, 3).days == 30
    assert round_of(snapshot, WORK, 6).due == date(2025, 4, 5)
    assert len(snapshot.of(ReportingRound)) == 2  # untouched ones are not written
    assert not page.bar.choice.buttons[3].isHidden()
    session_of(window).undo()
    assert session_of(window).snapshot.of(ReportingRound) == ()
    assert page.bar.choice.buttons[3].isHidden()


def test_what_was_not_set_changes_nothing(window: Window) -> None:
    assert window.workspace is not None
    with_dialog(RoundsDialog, lambda dialog: dialog.accept())
    assert not set_up_rounds(window, window.workspace)


# ---- the overview


def lines(window: Window) -> list[RoundLine]:
    assert window.desk is not None
    window.desk.show_page("overview")
    page = window.desk.page
    assert isinstance(page, OverviewPage)
    page.refresh()
    return page.widget().findChildren(RoundLine)


def test_the_overview_tells_what_is_due_and_leads_to_what_is_missing(
    window: Window, qtbot: QtBot
) -> None:
    assert window.desk is not None
    half, _whole = lines(window)
    words = [one.text() for one in half.findChildren(QPushButton)]
    assert " กองคลัง ๐/๒" in words
    QTest.mouseClick(half.go, LEFT)
    page = window.desk.page
    assert isinstance(page, MeasuresPage)
    assert page.bar.month == 6 and shown(page) == ["m1", "m2", "m3", "m4"]
    half, _whole = lines(window)
    division = next(one for one in half.divisions if "กองช่าง" in one.text())  # type: ignore[attr-defined]
    QTest.mouseClick(division, LEFT)
    assert window.desk.page is page and shown(page) == ["m4"]


def test_late_rounds_are_told_in_red_until_the_next_has_ended(window: Window) -> None:
    session = session_of(window)
    session.clock = lambda: datetime(2025, 4, 18)
    assert "เลยกำหนด ๓ วัน" in _labels(lines(window)[0])
    session.clock = lambda: datetime(2025, 10, 2)
    half, whole = lines(window)
    assert "พ้นรอบแล้ว" in _labels(half)
    assert "เหลืออีก ๑๓ วัน" in _labels(whole)


def _labels(line: RoundLine) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in line.findChildren(QLabel)]


# ---- asking and taking back


def test_requests_are_written_for_the_divisions_that_are_ticked(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.workspace is not None and window.desk is not None
    folder = tmp_path / "ขอผล"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    opened: list[Path] = []
    monkeypatch.setattr(requesting, "open_folder", opened.append)

    def act(dialog: RequestDialog) -> None:
        assert dialog.month == 6  # the round that has just ended
        assert [one.text() for one in dialog._items()][1] == "กองคลัง — รายงานแล้ว ๐ จาก ๒ มาตรการ"
        for item in dialog._items():
            item.setCheckState(Qt.CheckState.Unchecked)
        assert not dialog.ok.isEnabled()
        dialog._items()[1].setCheckState(Qt.CheckState.Checked)
        QTest.mouseClick(dialog.ok, LEFT)

    with_dialog(RequestDialog, act)
    action = next(one for one in window.findChildren(QAction) if "ขอผลรายรอบ" in one.text())
    action.trigger()
    names = sorted(one.name for one in folder.iterdir())
    assert names == ["ขอผลรอบ6เดือน_2568_กองคลัง.pdf", "ขอผลรอบ6เดือน_2568_กองคลัง.xlsx"]
    assert opened == [folder]
    assert window.desk.notices.text == "ทำแบบขอผลแล้ว ๒ แฟ้ม ใน “ขอผล”"
    with_dialog(RequestDialog, lambda dialog: dialog.reject())
    assert ask_results(window, window.workspace) == ()
    assert dialogs.open_folder is not requesting.open_folder


def test_a_long_name_of_a_division_is_read_whole_with_how_much_it_reported(
    window: Window,
) -> None:
    assert window.workspace is not None
    session = session_of(window)
    treasury = session.snapshot.get(Division, "d2")
    assert treasury is not None
    session.change(treasury, name="กองส่งเสริมการเกษตรและการพัฒนาเศรษฐกิจ ชุมชนอย่างยั่งยืน")

    def act(dialog: RequestDialog) -> None:
        first, second = (dialog.list.visualItemRect(one) for one in dialog._items()[:2])
        assert second.height() >= 2 * dialog.list.fontMetrics().height() > first.height()
        assert second.right() <= dialog.list.viewport().width()

    with_dialog(RequestDialog, act)
    assert ask_results(window, window.workspace) == ()


def test_where_there_is_nobody_to_ask_it_is_said_what_is_missing(window: Window) -> None:
    assert window.workspace is not None
    session = session_of(window)
    session.remove(*session.snapshot.of(Measure))

    def act(dialog: RequestDialog) -> None:
        assert dialog.told.text().startswith("ยังไม่มีมาตรการของรอบนี้ที่มีสำนัก/กองรับผิดชอบ")
        assert not dialog.all_button.isEnabled() and not dialog.ok.isEnabled()

    with_dialog(RequestDialog, act)
    assert ask_results(window, window.workspace) == ()


def test_the_line_over_the_report_shows_the_pictures_in_full_or_as_a_number(
    page: MeasuresPage, window: Window
) -> None:
    session_of(window).add(Evidence(id="e1", year_id=WORK.id, measure_id="m1", rank="1"))
    page.list.select("m1")
    page.bar.choose(6)
    head = page.forms.head
    for width in (1366, 1100):
        window.resize(width, 768)
        for status in ("รายงานแล้ว", "อยู่ระหว่างดำเนินการ", "ไม่สามารถดำเนินการได้"):
            head.tell("มาตรการที่ ๑๒", Filled.ALL, status)
            QApplication.processEvents()
            for part in (head.evidence, head.title, head.state):
                assert part.isHidden() or part.width() >= part.sizeHint().width(), (width, status)
            assert head.mark.toolTip() == status
            assert head.evidence.accessibleName() == "ภาพหลักฐาน ๑ ภาพ"


def test_several_workbooks_are_dropped_seen_and_taken_as_one_edit(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.workspace is not None and window.desk is not None
    session = session_of(window)
    shared = two_divisions_measure(session)
    paths = [request_of(session, one, tmp_path / one) for one in ("d1", "d2")]
    fill(paths[0], shared.id, {"status": "ดำเนินการแล้วเสร็จ", "results": "สำนักปลัดทำแล้ว"})
    fill(paths[1], shared.id, {"results": "กองคลังทำแล้ว"})
    fill(paths[1], "m1", {"results": "ตรวจนับแล้ว", "note": "ไม่เอา"})
    before = session.snapshot

    def act(dialog: AnswersDialog) -> None:
        assert dialog.told.text() == "ผลรอบ ๖ เดือน ปี ๒๕๖๘ จากสำนักปลัดเทศบาลและกองคลัง"
        assert dialog.ok.text().strip() == "รับผล ๒ มาตรการ (๔ ช่อง)"
        note = next(one for one in dialog.tree.items if one.text(0).startswith("หมายเหตุ"))
        dialog.tree.setCurrentItem(note)
        QTest.mouseClick(dialog.detail.kept, LEFT)
        assert dialog.ok.text().strip() == "รับผล ๒ มาตรการ (๓ ช่อง)"
        assert session.snapshot is before
        QTest.mouseClick(dialog.ok, LEFT)

    seen = with_dialog(AnswersDialog, act)
    assert drop(window, *paths)
    qtbot.waitUntil(lambda: bool(seen) and session.snapshot is not before)
    told = report_of(window, shared.id)
    assert told is not None
    assert told.results == plain_items("สำนักปลัดทำแล้ว", "กองคลังทำแล้ว")
    assert told.reporters == (DivisionRef("d1"), DivisionRef("d2"))
    other = report_of(window, "m1")
    assert other is not None and (other.note, other.reported) == ("", date(2025, 4, 3))
    assert window.desk.notices.text == "รับผล ๒ มาตรการจากสำนักปลัดเทศบาลและกองคลังแล้ว"
    assert [one.reason for one in window.workspace.backups.listed()] == [Reason.IMPORT]
    session.undo()
    assert session.snapshot == before


def test_what_hinders_is_a_list_to_copy_and_nothing_is_taken(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(window)
    paths = [request_of(session, one, tmp_path / one) for one in ("d1", "d2")]
    fill(paths[0], "m2", {"status": "เสร็จมั้ง"})
    fill(paths[1], "m1", {"status": "ไม่รู้", "results": "ทำแล้ว"})
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([*map(str, paths)], ""))

    def act(dialog: AnswersDialog) -> None:
        assert "มีเรื่องต้องแก้ ๒ เรื่อง" in dialog.told.text()
        assert dialog.table.rowCount() == 2
        assert dialog.table.item(1, 1).toolTip() == "E7"
        QTest.mouseClick(dialog.copy, LEFT)

    seen = with_dialog(AnswersDialog, act)
    action = next(one for one in window.findChildren(QAction) if "ส่งกลับ" in one.text())
    action.trigger()
    assert len(seen) == 1
    said = QGuiApplication.clipboard().text().splitlines()
    assert len(said) == 2 and "ช่อง E7 (สถานะ): “เสร็จมั้ง”" in said[0]
    assert session.snapshot.of(RoundReport) == ()


def test_a_single_workbook_that_was_sent_back_is_known_among_others(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    path = request_of(session_of(window), "d2", tmp_path / "ขอ")
    seen = with_dialog(
        AnswersDialog, lambda dialog: None if dialog.told.text().startswith("ไม่มีอะไรใหม่") else 1 / 0
    )
    assert drop(window, path)
    qtbot.waitUntil(lambda: bool(seen))


def test_the_report_of_the_round_in_hand_is_one_press_away(
    page: MeasuresPage, window: Window
) -> None:
    assert window.desk is not None and window.workspace is not None
    page.bar.choose(6)
    QTest.mouseClick(page.bar.report, LEFT)
    assert (window.desk.page_name, window.workspace.document) == ("documents", "report")
    assert setup_of(session_of(window).snapshot, WORK, "report").round == 6
    assert window.desk.notices.text == "รายงานผลเป็นของรอบ ๖ เดือนแล้ว"
    assert setup_of(session_of(window).snapshot, WORK, "report-memo").round == 6
    session_of(window).undo()
    for document in ("report", "report-memo"):
        assert setup_of(session_of(window).snapshot, WORK, document).round == 0


def test_what_cannot_be_done_must_say_why_in_the_round_too(page: MeasuresPage) -> None:
    page.bar.choose(6)
    page.list.select("m2")
    form = page.forms.round_form.form
    status = form.editors["status"]
    QTest.mouseClick(status.buttons[Status.CANNOT], LEFT)  # type: ignore[attr-defined]
    [found] = form.rows["status_reason"].findings
    assert found.code == "cannot-without-reason" and form.rows["status_reason"].isVisible()
    form.go_to("status_reason")
    write("ไม่มีงบประมาณ")
    form.flush()
    assert form.rows["status_reason"].findings == ()
