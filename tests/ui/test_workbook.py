"""Excel in the window: sent out from the menu, brought in after seeing what it brings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import Measure
from ita_desktop.storage.backup_names import Reason
from tests.ui.hands import CTRL, K, drop, press
from ui.widgets.intake.import_dialog import ImportDialog
from ui.window import Window

OUT, IN, FORM = "ส่งออกเป็น Excel…", "นำเข้าจาก Excel…", "บันทึกแบบฟอร์ม Excel เปล่า…"


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


@pytest.fixture
def book(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workbook written from the menu; both file dialogs then name it."""
    path = tmp_path / "ศรีสำราญ.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    action(window, OUT).trigger()
    return path


def action(window: Window, words: str) -> QAction:
    return next(one for one in window.findChildren(QAction) if one.text() == words)


def change(path: Path, sheet: str, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = value
    book.save(path)


def with_dialog(act: Callable[[ImportDialog], None]) -> list[ImportDialog]:
    """Have the dialog looked at by ``act`` once it stands; the dialogs that were seen."""
    seen: list[ImportDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ImportDialog):
            QTimer.singleShot(20, look)
            return
        seen.append(dialog)
        act(dialog)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, look)
    return seen


def button(dialog: ImportDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def cells(dialog: ImportDialog, name: str) -> list[list[str]]:
    table = getattr(dialog, name)
    return [
        [table.item(row, at).toolTip() for at in range(table.columnCount())]
        for row in range(table.rowCount())
        if not table.isRowHidden(row)
    ]


def test_the_office_goes_out_to_excel_from_the_menu(window: Window, book: Path) -> None:
    assert window.desk is not None
    assert openpyxl.load_workbook(book)["มาตรการ"]["C3"].value == (
        "มาตรการควบคุมการยืมทรัพย์สินของราชการ"
    )
    assert window.desk.notices.text == "ส่งออก “ศรีสำราญ.xlsx” แล้ว"
    action(window, FORM).trigger()
    assert openpyxl.load_workbook(book)["มาตรการ"]["C3"].value is None


def test_what_a_workbook_brings_is_seen_first_and_undone_with_one_key(
    window: Window, book: Path
) -> None:
    assert window.workspace is not None and window.desk is not None
    session = window.workspace.session
    before = session.snapshot
    change(book, "มาตรการ", "C3", "ชื่อใหม่")
    change(book, "สำนัก-กอง", "B6", "กองทะเบียน")
    shown: list[list[str]] = []

    def look(dialog: ImportDialog) -> None:
        assert dialog.told.text() == "ใหม่ ๑ รายการ · แก้ไข ๑ รายการ · เหมือนเดิม ๑๑ รายการ"
        shown.extend(cells(dialog, "changes"))
        rows = cells(dialog, "counts")
        assert rows[0] == ["ทั้งหมด", "๑", "๑", "๑๑", "-"]
        at = [row[0] for row in rows].index("มาตรการ")
        place = dialog.counts.visualItemRect(dialog.counts.item(at, 0)).center()
        QTest.mouseClick(dialog.counts.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert [row[0] for row in cells(dialog, "changes")] == ["แก้ไข"]
        assert session.snapshot is before
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with_dialog(look)
    action(window, IN).trigger()
    assert shown == [
        ["เพิ่ม", "สำนัก/กอง: กองทะเบียน", ""],
        ["แก้ไข", "มาตรการ: ๒๕๖๘ · ชื่อใหม่", "มาตรการ โครงการ หรือกิจกรรม"],
    ]
    measure = session.snapshot.get(Measure, "m1")
    assert measure is not None and measure.title == "ชื่อใหม่"
    assert [one.reason for one in window.workspace.backups.listed()] == [Reason.IMPORT]
    assert window.desk.notices.text.startswith("นำเข้าจาก Excel แล้ว: ใหม่ ๑ รายการ")
    assert [one.text() for one in window.desk.notices.buttons] == ["เลิกทำ"]
    window.activateWindow()
    window.desk.sidebar.setFocus()
    QApplication.processEvents()
    press(K.Key_Z, CTRL)
    assert session.snapshot == before


def test_bad_cells_are_a_list_to_copy_and_nothing_is_brought_in(window: Window, book: Path) -> None:
    assert window.workspace is not None
    session = window.workspace.session
    before = session.snapshot
    change(book, "มาตรการ", "C3", "ชื่อใหม่")
    change(book, "มาตรการ", "N3", "เสร็จมั้ง")
    change(book, "ตำแหน่ง", "C3", "กองที่ไม่มี")

    def look(dialog: ImportDialog) -> None:
        assert "มี ๒ ช่องที่ต้องแก้" in dialog.told.text()
        rows = cells(dialog, "table")
        assert [row[:4] for row in rows] == [
            ["ตำแหน่ง", "C3", "สังกัด", "กองที่ไม่มี"],
            ["มาตรการ", "N3", "สถานะ", "เสร็จมั้ง"],
        ]
        assert all(row[4] and row[5] for row in rows)
        roles = [dialog.buttons.buttonRole(one) for one in dialog.buttons.buttons()]
        assert QDialogButtonBox.ButtonRole.AcceptRole not in roles
        QTest.mouseClick(button(dialog, "คัดลอกรายการ"), Qt.MouseButton.LeftButton)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    seen = with_dialog(look)
    action(window, IN).trigger()
    assert len(seen) == 1 and session.snapshot is before
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2 and lines[1].startswith("แผ่น “มาตรการ” ช่อง N3 (สถานะ): ")


def test_thinking_better_of_it_brings_nothing_in(window: Window, book: Path) -> None:
    assert window.workspace is not None
    before = window.workspace.session.snapshot
    change(book, "มาตรการ", "C3", "ชื่อใหม่")
    with_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    action(window, IN).trigger()
    assert window.workspace.session.snapshot is before


def test_a_workbook_may_be_let_fall_on_the_window(qtbot: QtBot, window: Window, book: Path) -> None:
    assert window.workspace is not None
    session = window.workspace.session
    change(book, "มาตรการ", "C3", "แก้ใน Excel")
    seen = with_dialog(lambda dialog: dialog.accept())
    assert drop(window, book)
    qtbot.waitUntil(lambda: bool(seen))
    measure = session.snapshot.get(Measure, "m1")
    assert measure is not None and measure.title == "แก้ใน Excel"


def test_a_workbook_that_says_the_same_needs_no_import(window: Window, book: Path) -> None:
    told: list[str] = []

    def look(dialog: ImportDialog) -> None:
        told.append(dialog.told.text())
        QTest.mouseClick(button(dialog, "ปิด"), Qt.MouseButton.LeftButton)

    with_dialog(look)
    action(window, IN).trigger()
    assert told == ["ข้อมูลในสมุดงานเหมือนกับในแฟ้มงานแล้ว ไม่มีอะไรต้องนำเข้า"]


def test_what_is_no_workbook_is_told_in_thai(
    window: Window, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()) or 0)
    book.write_bytes(b"not a workbook")
    action(window, IN).trigger()
    assert len(told) == 1 and told[0].startswith("เปิดแฟ้มนี้เป็นสมุดงาน Excel ไม่ได้")


def test_nothing_goes_out_or_in_without_a_file(window: Window) -> None:
    assert all(action(window, words).isEnabled() for words in (OUT, IN, FORM))
    window.close_file()
    assert not any(action(window, words).isEnabled() for words in (OUT, IN, FORM))
