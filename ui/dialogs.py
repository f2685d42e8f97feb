"""Questions and problems in Thai: asked only where something would be lost, told once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from ita_desktop.errors import UserError
from ita_desktop.places import log_folder
from ui.theme import GRID

TITLE = "ITA Desktop"


def tell_problem(parent: QWidget | None, problem: UserError) -> None:
    """Show what is wrong and what to do about it."""
    box = _box(parent, QMessageBox.Icon.Warning, problem.problem, problem.remedy)
    _button(box, "ตกลง", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def tell_fault(parent: QWidget | None, details: str) -> None:
    """Say that the fault is ours, that the work is safe, and where the log lies."""
    box = _box(
        parent,
        QMessageBox.Icon.Critical,
        "โปรแกรมทำงานผิดพลาด แต่งานที่บันทึกแล้วยังอยู่ครบ",
        "ทำงานต่อได้ หากเกิดซ้ำ โปรดปิดแล้วเปิดโปรแกรมใหม่ และส่งแฟ้มบันทึกในโฟลเดอร์นี้ให้ผู้ดูแลโปรแกรม"
        f"\n{log_folder()}",
    )
    box.setDetailedText(details)
    show = _button(box, "เปิดโฟลเดอร์แฟ้มบันทึก", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(_button(box, "ทำงานต่อ", QMessageBox.ButtonRole.AcceptRole))
    box.exec()
    if box.clickedButton() is show:
        open_folder(log_folder())


def ask(parent: QWidget | None, question: str, more: str, *, yes: str, no: str = "ยกเลิก") -> bool:
    """Ask before something would be lost; ``yes`` is the verb on the button."""
    box = _box(parent, QMessageBox.Icon.Question, question, more)
    agreed = _button(box, yes, QMessageBox.ButtonRole.AcceptRole)
    refused = _button(box, no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)
    box.exec()
    return box.clickedButton() is agreed


def choose_act(parent: QWidget | None, question: str, more: str, acts: Sequence[str]) -> int:
    """Ask which of several things to do; the number of the one chosen, -1 for none."""
    box = _box(parent, QMessageBox.Icon.Question, question, more)
    buttons = [_button(box, words, QMessageBox.ButtonRole.AcceptRole) for words in acts]
    refused = _button(box, "ยกเลิก", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)
    box.exec()
    chosen = box.clickedButton()
    return buttons.index(chosen) if chosen in buttons else -1


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_in_system(path: Path) -> bool:
    """Open a file with the system's program for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog that large (logical pixels), or as large as the screen has room for."""
    room = QGuiApplication.primaryScreen().availableSize() - QSize(4 * GRID, 6 * GRID)
    dialog.resize(QSize(width, height).boundedTo(room))


def _box(parent: QWidget | None, sign: QMessageBox.Icon, text: str, more: str) -> QMessageBox:
    box = QMessageBox(sign, TITLE, text, QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(more)
    return box


def _button(box: QMessageBox, text: str, role: QMessageBox.ButtonRole) -> QWidget:
    return box.addButton(text, role)
