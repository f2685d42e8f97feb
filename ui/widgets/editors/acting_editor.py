"""รักษาการ: the positions a person acts in, each with the words used."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.model.records import Position
from ita_desktop.model.values import Acting
from ui.theme import GRID
from ui.widgets.buttons import push, tool
from ui.widgets.editors.editor import Editor, Surroundings
from ui.widgets.editors.link_editor import QuietCombo, fill_with_records

WORDS = ("รักษาราชการแทน", "รักษาการในตำแหน่ง", "ปฏิบัติหน้าที่")
"""The words that orders of local governments use; others can be typed."""


class ActingEditor(Editor):
    """One row for each position acted in: the words, the position, and off."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._value: tuple[Acting, ...] = ()
        self._rows: list[tuple[QuietCombo, QuietCombo]] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        self.add = push("เพิ่มตำแหน่งที่รักษาการ", "plus", self._on_add, role="flat")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._lines)
        column.addWidget(self.add)

    def value(self) -> tuple[Acting, ...]:
        return self._value

    def inputs(self) -> list[QWidget]:
        return [*(box for row in self._rows for box in row), self.add]

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        self._show(self._value)

    def _show(self, value: Any) -> None:
        self._value = tuple(value)
        self._rows.clear()
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, acting in enumerate(self._value):
            self._lines.addWidget(self._line(place, acting))
        self.add.setEnabled(bool(self.around.snapshot.of(Position)))
        self.add.setToolTip("" if self.add.isEnabled() else "เพิ่มตำแหน่งในทะเบียนก่อน")

    def _line(self, place: int, acting: Acting) -> QWidget:
        line = QWidget()
        words = QuietCombo()
        words.setEditable(True)
        words.addItems(WORDS)
        words.setCurrentText(acting.words)
        words.setMinimumContentsLength(8)
        self._named(words, "คำที่ใช้")
        position = QuietCombo()
        fill_with_records(position, self.around, "position", acting.position_id)
        self._named(position, "ตำแหน่ง")
        words.activated.connect(lambda _i: self._replace(place, words=words.currentText()))
        words.lineEdit().editingFinished.connect(
            lambda: self._replace(place, words=words.currentText())
        )
        position.activated.connect(
            lambda _i: self._replace(place, position_id=str(position.currentData()))
        )
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(words, 2)
        row.addWidget(position, 3)
        row.addWidget(tool("x", "เอาออก", lambda: self._take_off(place)))
        self._rows.append((words, position))
        return line

    def _on_add(self) -> None:
        first = next(iter(self.around.snapshot.of(Position)), None)
        if first is not None:
            self._set((*self._value, Acting(first.id)))

    def _take_off(self, place: int) -> None:
        self._set((*self._value[:place], *self._value[place + 1 :]))

    def _replace(self, place: int, **values: Any) -> None:
        changed = dataclasses.replace(self._value[place], **values)
        if changed != self._value[place]:
            self._value = (*self._value[:place], changed, *self._value[place + 1 :])
            self._decided()

    def _set(self, value: tuple[Acting, ...]) -> None:
        self._showing = True
        self._show(value)
        self._showing = False
        self._decided()
