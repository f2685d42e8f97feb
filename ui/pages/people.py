"""สำนัก/กองและบุคลากร: divisions, positions and people, each a list beside a form."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.records import Division, Person, Position, Record
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, page_title, set_role
from ui.widgets.forms.register import Register
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_HINTS = {
    Division: "สำนัก กอง หรือหน่วย ที่เลือกเป็นผู้รับผิดชอบมาตรการได้",
    Position: "ตำแหน่งอยู่แยกจากตัวบุคคล เปลี่ยนคนแล้วไม่ต้องแก้มาตรการ",
    Person: "ผู้รับผิดชอบและผู้ลงนามในเอกสาร",
}


class PeoplePage(QWidget):
    """Three registers; the buttons above say how many entries each has."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stack = QStackedWidget(self)
        self.registers: dict[type[Record], Register] = {}
        self._buttons: dict[type[Record], QPushButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for kind in (Division, Position, Person):
            register = Register(workspace, kind, _HINTS[kind], self)
            self.registers[kind] = register
            self._stack.addWidget(register)
            button = QPushButton(kind.TITLE)
            button.setCheckable(True)
            set_role(button, "segment")
            button.clicked.connect(lambda _on, one=kind: self.show_register(one))
            group.addButton(button)
            self._buttons[kind] = button
            row.addWidget(button)
        row.addStretch(1)
        title = WrapLabel("สำนัก/กองและบุคลากร")
        page_title(title)
        head = QVBoxLayout()
        head.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        head.setSpacing(GRID)
        head.addWidget(title)
        head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        workspace.changed.connect(lambda _kinds: self._count())
        self._count()
        self.show_register(Division)

    def show_register(self, kind: type[Any]) -> None:
        """Turn to a register."""
        self._buttons[kind].setChecked(True)
        self._stack.setCurrentWidget(self.registers[kind])

    def show_place(self, record_id: str, field: str) -> None:
        """Go to an entry and its field."""
        record = self._workspace.session.snapshot.find(record_id)
        if record is not None and type(record) in self.registers:
            self.show_register(type(record))
            self.registers[type(record)].show_entry(record_id, field)

    def _count(self) -> None:
        for kind, button in self._buttons.items():
            count = len(self._workspace.session.snapshot.of(kind))
            button.setText(to_thai(f"{kind.TITLE} ({count})"))
