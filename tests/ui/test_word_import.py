"""Last year's Word file brought into the window: by menu, by dropping it, from the page itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import Division, Measure
from ita_desktop.model.values import DivisionRef, FreeText
from ita_desktop.session.intake.word_import import word_tables
from tests.aids.word_maker import new_document, saved, table
from tests.ui.hands import K, drop, focused, press, show
from ui.pages.measures import MeasuresPage
from ui.widgets.intake.paste_table import MeasureTableDialog
from ui.window import Window

ROWS = (
    ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "งบประมาณ", "ระยะเวลาดำเนินการ"),
    ("๑. คุมการยืม", "๑. ทำใบยืม\n๒. ตรวจนับ", "กองคลัง", "๕,๐๐๐", "ต.ค. ๖๗ - ก.ย. ๖๘"),
    ("๒. อบรมครู", "จัดอบรม", "กองการศึกษา", "ไม่ใช้", "ตอนว่าง"),
)


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = new_document()
    table(document, [("ตัวชี้วัด", "คะแนน"), ("การปฏิบัติหน้าที่", "๙๐.๐๐")])
    document.add_paragraph("ตารางมาตรการ")
    table(document, ROWS)
    path = tmp_path / "รายงานปีก่อน.docx"
    path.write_bytes(saved(document))
    return path


def in_dialog(window: Window, act: Callable[[MeasureTableDialog], None]) -> None:
    """Do something in the dialog as soon as it stands."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MeasureTableDialog)
        act(dialog)

    QTimer.singleShot(0, window, look)


def measures(window: Window) -> list[Measure]:
    assert window.workspace is not None
    return list(window.workspace.session.snapshot.measures(window.workspace.year.id))


def test_the_menu_brings_in_a_table_in_one_edit_with_its_new_divisions(
    window: Window, word: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(word), ""))
    seen: dict[str, object] = {}

    def agree(dialog: MeasureTableDialog) -> None:
        seen["table"] = dialog.tables.currentIndex()
        seen["columns"] = dialog.columns
        seen["warned"] = dialog.warned.text()
        seen["divisions"] = dialog.divisions.text()
        dialog.result_list.setCurrentRow(1)
        seen["detail"] = dialog.preview.detail.toPlainText().replace("\u200b", "")
        dialog.add_button.click()

    in_dialog(window, agree)
    words = "นำเข้าตารางจาก Word…"
    next(one for one in window.commands.with_file if one.text() == words).trigger()
    assert (seen["table"], seen["columns"]) == (
        *(1, ("title", "steps", "responsible", "", "timeline")),
    )
    assert "จะไม่นำเข้า คอลัมน์ “งบประมาณ” ๒ ช่อง" in str(seen["warned"])
    assert "กองการศึกษา" in str(seen["divisions"])
    assert "อบรมครู" in str(seen["detail"])
    assert "⚠" in str(seen["detail"])
    assert window.desk is not None
    assert window.desk.page_name == "measures"
    lend, train = measures(window)[-2:]
    assert (lend.title, lend.responsible) == ("คุมการยืม", (DivisionRef("d2"),))
    assert window.workspace is not None
    session = window.workspace.session
    new = session.snapshot.of(Division)[-1]
    assert new.name == "กองการศึกษา"
    assert train.responsible == (DivisionRef(new.id),)
    assert session.undo_name == "นำเข้ามาตรการ ๒ รายการ"
    window.undo()
    assert len(measures(window)) == 3
    assert len(session.snapshot.of(Division)) == 3


def test_a_word_file_let_fall_on_the_window_is_matched_by_hand(
    window: Window, word: Path, qtbot: QtBot
) -> None:
    done: list[int] = []

    def change(dialog: MeasureTableDialog) -> None:
        budget = dialog.boxes[3]
        budget.setCurrentIndex(budget.findData("note"))
        assert "จะไม่นำเข้า" not in dialog.warned.text()
        dialog.divisions.setChecked(False)
        assert dialog.divisions.isVisible()
        dialog.boxes[1].setCurrentIndex(dialog.boxes[1].findData("title"))
        assert dialog.columns == ("", "title", "responsible", "note", "timeline")
        dialog.boxes[0].setCurrentIndex(dialog.boxes[0].findData("title"))
        dialog.boxes[1].setCurrentIndex(dialog.boxes[1].findData("steps"))
        dialog.add_button.click()
        done.append(1)

    QTimer.singleShot(50, window, lambda: in_dialog(window, change))
    assert drop(window, word)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: len(measures(window)) == 5)
    lend, train = measures(window)[-2:]
    assert (lend.note, train.note) == ("๕,๐๐๐", "ไม่ใช้")
    assert train.responsible == (FreeText("กองการศึกษา"),)


def test_another_table_and_no_headings_can_be_chosen(window: Window, word: Path) -> None:
    assert window.desk is not None
    window.desk.show_page("measures")
    page = window.desk.page
    assert isinstance(page, MeasuresPage)

    def choose(dialog: MeasureTableDialog) -> None:
        dialog.headings.setCurrentIndex(0)
        assert dialog.columns[0] == "title"
        assert dialog.result_list.count() == 4  # the headings are a measure now; words left out
        dialog.tables.setCurrentIndex(0)
        assert len(dialog.boxes) == 2
        assert not dialog.add_button.isEnabled() or "title" not in dialog.columns
        dialog.cancel_button.click()

    in_dialog(window, choose)
    page.take_word(word)
    assert len(measures(window)) == 3


def test_what_cannot_be_read_is_told_and_nothing_is_asked_without_a_file(
    window: Window, tmp_path: Path, word: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()) or 0)
    broken = tmp_path / "เสีย.docx"
    broken.write_bytes(b"not a Word file")
    assert drop(window, broken)
    qtbot.waitUntil(lambda: len(told) == 1)
    window.close_file()
    assert drop(window, word)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert "ไม่ใช่แฟ้ม Word" in told[0]
    assert "ยังไม่ได้เปิดแฟ้มงาน" in told[1]


def test_tab_walks_from_column_to_column_to_the_preview_and_the_buttons(
    window: Window, word: Path
) -> None:
    assert window.workspace is not None
    session = window.workspace.session
    found = word_tables(word, session.snapshot)
    dialog = MeasureTableDialog(found, session, window.workspace.year, "นำเข้า", window)
    show(dialog, 900, 480)
    dialog.tables.setFocus()
    walked: list[QWidget] = []
    for _ in range(11):
        press(K.Key_Tab)
        walked.append(focused())
    assert walked == [
        *(dialog.headings, *dialog.boxes, dialog.result_list, dialog.preview.detail),
        *(dialog.divisions, dialog.add_button, dialog.cancel_button),
    ]
    assert not dialog.completing.isVisible()
    dialog.boxes[-1].setFocus()
    assert dialog.boxes[-1].geometry().right() <= dialog.matcher.viewport().width()
    dialog.close()
    dialog.deleteLater()
