"""Who works at this computer: asked once, written into the history and under comments."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.session.opening import login
from ita_desktop.thai.text import clean
from ui.settings import keep_name, my_name, open_settings
from ui.theme import GRID, section_title, set_role
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit
from ui.workspace import Workspace


class NameDialog(QDialog):
    """Asks for a name; ``name`` is what was typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ชื่อผู้ปฏิบัติงาน")
        self.setMinimumWidth(GRID * 60)
        question = QLabel("ท่านคือใคร")
        section_title(question)
        self.line = ThaiLineEdit()
        self.line.setText(name)
        self.line.setPlaceholderText("เช่น นางสาวมาลี ใจดี นักวิเคราะห์นโยบายและแผน")
        self.line.setAccessibleName("ชื่อผู้ปฏิบัติงาน")
        self.ok = QPushButton("ใช้ชื่อนี้")
        set_role(self.ok, "primary")
        self.ok.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton("ยกเลิก"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(lambda _text: self._check())
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(question)
        column.addWidget(
            WrapLabel(
                "ชื่อนี้อยู่ในประวัติการแก้ไข ในความเห็น และในใบปะหน้าสำเนา"
                " ถามครั้งเดียวสำหรับเครื่องนี้ เปลี่ยนได้จากเมนู แฟ้ม → ชื่อผู้ปฏิบัติงาน",
                "hint",
            )
        )
        column.addWidget(self.line)
        column.addSpacing(GRID)
        column.addWidget(buttons)
        self._check()
        self.line.setFocus()

    @property
    def name(self) -> str:
        return clean(self.line.text())

    def _check(self) -> None:
        self.ok.setEnabled(bool(self.name))


def ask_name(parent: QWidget, workspace: Workspace) -> str:
    """The name of who works here, asked for once; empty where it was refused."""
    settings = open_settings()
    return my_name(settings) or change_name(parent, settings, workspace)


def change_name(parent: QWidget, settings: QSettings, workspace: Workspace | None) -> str:
    """Ask for the name, and write it into the history from now on; empty where it was refused."""
    dialog = NameDialog(my_name(settings), parent)
    try:
        if not dialog.exec():
            return ""
        name = dialog.name
    finally:
        dialog.deleteLater()
    keep_name(settings, name)
    settings.sync()
    if workspace is not None:
        workspace.session.who = name or login()
    return name
