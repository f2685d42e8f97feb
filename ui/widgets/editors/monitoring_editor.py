"""Monitoring rounds: after so many months, or every quarter, and a note."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.model.values import Monitoring
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.editors.editor import Editor, Surroundings
from ui.widgets.flow import FlowLayout
from ui.widgets.text.textboxes import ThaiTextBox

_ROUNDS = (3, 6, 9, 12)
_QUARTERLY = 0


class MonitoringEditor(Editor):
    """The rounds are one stop for Tab: arrow keys walk them, the space bar takes one."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.buttons: dict[int, QPushButton] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, GRID // 2)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for months in (*_ROUNDS, _QUARTERLY):
            self._add(months)
        self.note = ThaiTextBox(one_line=True)
        self.note.set_placeholder("หมายเหตุการติดตาม (ถ้ามี)")
        self._named(self.note, "หมายเหตุ")
        self.note.textChanged.connect(self._touched)
        self.note.entered.connect(lambda: self.focusNextPrevChild(True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._row)
        layout.addWidget(self.note)

    def value(self) -> Monitoring:
        chosen = {months for months, button in self.buttons.items() if button.isChecked()}
        months = tuple(sorted(chosen - {_QUARTERLY}))
        return Monitoring(months, _QUARTERLY in chosen, self.note.text())

    def inputs(self) -> list[QWidget]:
        held = [button for button in self.buttons.values() if button.hasFocus()]
        return [held[0] if held else self.buttons[_ROUNDS[0]], self.note]

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        self._mark()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._row.setEnabled(not read_only)
        self.note.setReadOnly(read_only)

    def end_visit(self) -> None:
        self.note.forget_undo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        keys = Qt.Key
        order = list(self.buttons.values())
        at = order.index(watched)  # type: ignore[arg-type]
        if event.key() in (keys.Key_Right, keys.Key_Down, keys.Key_Left, keys.Key_Up):
            at += 1 if event.key() in (keys.Key_Right, keys.Key_Down) else -1
            if 0 <= at < len(order):
                order[at].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            order[at].click()
            return True
        return super().eventFilter(watched, event)

    def _add(self, months: int) -> None:
        button = QPushButton()
        button.setCheckable(True)
        button.setAutoDefault(False)
        set_role(button, "segment")
        button.installEventFilter(self)
        button.toggled.connect(self._mark)
        button.clicked.connect(self._decided)
        self.buttons[months] = button
        self._flow.addWidget(button)

    def _mark(self) -> None:
        for months, button in self.buttons.items():
            words = f"รอบ {months} เดือน" if months else "รายไตรมาส"
            button.setText(self.around.number(words))
            self._named(button, button.text())
            button.setIcon(icon("check", "accent") if button.isChecked() else icon("plus", "hint"))

    def _show(self, value: Any) -> None:
        for months in value.months:
            if months not in self.buttons:
                self._add(months)
        for months, button in self.buttons.items():
            button.setChecked(value.quarterly if months == _QUARTERLY else months in value.months)
        self.note.set_text(value.note)
        self._mark()
