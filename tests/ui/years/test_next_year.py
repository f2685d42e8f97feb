"""The next year begun in the window: measures ticked by hand, the new year shown, one key back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from ita_desktop.model.records import OwnWording
from ita_desktop.session.years.beginning import begin_next_year, brought_id
from ita_desktop.storage.backup_names import Reason
from tests.aids.office_fixtures import session_of
from tests.aids.small_office import YEAR
from tests.ui.hands import CTRL, K, press
from tests.ui.year_hands import begin, with_dialog, years
from ui.pages.measures import MeasuresPage
from ui.window import Window
from ui.years.next_year_dialog import NextYearDialog


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


def click(dialog: NextYearDialog, row: int, column: int) -> None:
    view = dialog.list
    place = view.visualItemRect(view.item(row, column)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_year_menu_begins_the_next_year_with_the_measures_ticked(window: Window) -> None:
    assert window.workspace is not None and window.desk is not None
    session = window.workspace.session
    before = session.snapshot
    seen: list[str] = []

    def look(dialog: NextYearDialog) -> None:
        assert dialog.windowTitle() == "เริ่มปีงบประมาณ พ.ศ. ๒๕๖๙"
        seen.append(dialog.count.text())
        click(dialog, 1, 1)
        seen.append(dialog.count.text())
        click(dialog, 1, 0)
        assert dialog.chosen == ("m1", "m2", "m3")
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        assert dialog.chosen == ("m1", "m2")
        QTest.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)

    begin(window, look)
    assert seen == ["เลือกไว้ ๓ จาก ๓ มาตรการ", "เลือกไว้ ๒ จาก ๓ มาตรการ"]
    year = window.workspace.year
    assert year.action_year == YEAR + 1
    assert window.windowTitle() == "เทศบาลตำบลศรีสำราญ · ปีงบประมาณ ๒๕๖๙"
    ids = [one.id for one in session.snapshot.measures(year.id)]
    assert ids == [brought_id("m1", YEAR + 1), brought_id("m2", YEAR + 1)]
    assert [one.reason for one in window.workspace.backups.listed()] == [Reason.NEXT_YEAR]
    assert window.desk.notices.text.startswith("ปีงบประมาณ ๒๕๖๙: นำมาตรการมา ๒ รายการ")
    assert "เลื่อนปี ๒ แห่ง" in window.desk.notices.text
    window.activateWindow()
    window.desk.sidebar.setFocus()
    QApplication.processEvents()
    press(K.Key_Z, CTRL)
    assert session.snapshot == before
    assert window.workspace.year.action_year == YEAR


def test_measures_are_ticked_by_how_they_ended_and_say_what_came_of_them(window: Window) -> None:
    def look(dialog: NextYearDialog) -> None:
        every, none, done, undone = dialog.ticks
        tips = [dialog.list.item(row, 3).toolTip() for row in range(3)]
        assert tips[0] == "ออกใบยืมทรัพย์สินครบถ้วน ๔๒ รายการ ไม่มีทรัพย์สินค้างส่งคืน"
        assert tips[2] == "ยังไม่ได้กรอกผล"
        for button, chosen in (
            (none, ()),
            (done, ("m1",)),
            (undone, ("m2", "m3")),
            (every, ("m1", "m2", "m3")),
        ):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            assert dialog.chosen == chosen
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert window.workspace is not None
    before = window.workspace.session.snapshot
    begin(window, look)
    assert window.workspace.session.snapshot is before


def test_what_was_left_behind_may_be_fetched_later_and_what_came_is_marked(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None

    def first(dialog: NextYearDialog) -> None:
        dialog.list.choose(lambda one: one.measure.id == "m3")
        dialog.accept()

    def second(dialog: NextYearDialog) -> None:
        assert dialog.windowTitle() == "นำมาตรการไปปีงบประมาณ พ.ศ. ๒๕๖๙"
        assert dialog.list.item(2, 2).text() == "นำไปแล้ว"
        click(dialog, 2, 1)
        assert dialog.chosen == ("m1", "m2")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    begin(window, first)
    workspace.choose_year(workspace.session.year(YEAR))
    begin(window, second)
    assert len(workspace.session.snapshot.measures(workspace.year.id)) == 3


def test_last_years_result_stands_over_the_form_and_leads_to_last_years_measure(
    window: Window,
) -> None:
    assert window.workspace is not None and window.desk is not None
    session = window.workspace.session
    window.desk.show_page("measures")
    page = window.desk.page
    assert isinstance(page, MeasuresPage)
    assert not page.past.isVisible()
    begun = begin_next_year(session, session.year(YEAR), {"m1", "m2"})
    window.workspace.choose_year(begun.work)
    QApplication.processEvents()
    assert page.past.isVisible()
    assert page.past.words.toolTip() == (
        "ผลปี ๒๕๖๘ (ดำเนินการแล้วเสร็จ): ออกใบยืมทรัพย์สินครบถ้วน ๔๒ รายการ ไม่มีทรัพย์สินค้างส่งคืน"
    )
    QTest.mouseClick(page.past.open_button, Qt.MouseButton.LeftButton)
    assert window.workspace.year.action_year == YEAR
    assert page.list.current_id == "m1"
    assert not page.past.isVisible()


def test_a_year_is_split_off_from_the_menu_and_taken_out_where_wanted(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.workspace is not None and window.desk is not None
    session = window.workspace.session
    begun = begin_next_year(session, session.year(YEAR), {"m1"})
    target = tmp_path / "ปี ๒๕๖๘.itadb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    asked: list[str] = []

    def answer(box: QMessageBox) -> None:
        asked.append(box.text())
        [out] = [one for one in box.buttons() if one.text() == "นำออกจากแฟ้มนี้"]
        QTest.mouseClick(out, Qt.MouseButton.LeftButton)

    with_dialog(QMessageBox, answer)
    [action] = [one for one in years(window) if "เป็นแฟ้มใหม่" in one.text()]
    assert action.text() == "แยกปีงบประมาณ พ.ศ. ๒๕๖๘ เป็นแฟ้มใหม่…"
    action.trigger()
    assert asked == ["แยกปีงบประมาณ ๒๕๖๘ เป็นแฟ้มใหม่ แล้วทำอย่างไรกับปีนี้ในแฟ้มที่เปิดอยู่"]
    assert target.exists()
    assert session.snapshot.years == (begun.work,) == (window.workspace.year,)
    notices = window.desk.notices
    assert notices.text == "แยกปีงบประมาณ ๒๕๖๘ (๓ มาตรการ) ไปไว้ใน “ปี ๒๕๖๘.itadb” แล้ว"
    assert next(one.text() for one in notices.buttons) == "เปิดแฟ้มใหม่"
    [back] = [one for one in notices.buttons if one.text() == "เลิกทำการนำออก"]
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert [one.action_year for one in session.snapshot.years] == [YEAR + 1, YEAR]


def test_wordings_with_typed_years_are_shown_as_they_are_and_would_be(window: Window) -> None:
    session = session_of(window)
    said = {
        "cover.title": "ประจำปี ๒๕๖๘",
        "plan.title": "แผนปี ๒๕๖๘",
        "report.title": "{action_year}",
    }
    session.add(*(OwnWording(id=OwnWording.key(one), name=one, words=said[one]) for one in said))
    told: list[str] = []

    def look(dialog: NextYearDialog) -> None:
        assert dialog.wordings is not None
        rows = range(dialog.wordings.rowCount())
        told.extend(dialog.wordings.item(row, 2).text() for row in rows)
        QTest.keyClick(dialog.wordings, Qt.Key.Key_Down)
        QTest.keyClick(dialog.wordings, Qt.Key.Key_Space)
        QTest.keyClick(dialog.wordings, Qt.Key.Key_Return)

    begin(window, look)
    assert sorted(told) == ["ประจำปี ๒๕๖๘\n→ ประจำปี ๒๕๖๙", "แผนปี ๒๕๖๘\n→ แผนปี ๒๕๖๙"]
    held = {one.name: one.words for one in session.snapshot.of(OwnWording)}
    assert sorted(held.values()) in (
        ["{action_year}", "ประจำปี ๒๕๖๘", "แผนปี ๒๕๖๙"],
        ["{action_year}", "ประจำปี ๒๕๖๙", "แผนปี ๒๕๖๘"],
    )
    assert window.desk is not None
    assert "ถ้อยคำ ๑ ข้อที่พิมพ์ปีไว้" in window.desk.notices.text
    session.undo()
    assert {one.name: one.words for one in session.snapshot.of(OwnWording)} == said


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (910, 512)])
def test_the_dialog_fits_small_screens_with_its_lists_in_sight(
    window: Window, width: int, height: int
) -> None:
    session = session_of(window)
    session.add(OwnWording(id=OwnWording.key("cover.title"), name="cover.title", words="ปี ๒๕๖๘"))

    def look(dialog: NextYearDialog) -> None:
        least = dialog.minimumSizeHint()
        assert least.width() <= width - 32 and least.height() <= height - 48
        dialog.resize(width - 32, height - 48)
        QApplication.processEvents()
        assert dialog.list.viewport().height() >= dialog.list.rowHeight(0)
        assert dialog.wordings is not None
        assert dialog.list.geometry().bottom() < dialog.wordings.geometry().top()
        assert dialog.wordings.geometry().bottom() < dialog.start_button.geometry().top()
        assert dialog.start_button.geometry().bottom() < dialog.height()

    begin(window, look)
