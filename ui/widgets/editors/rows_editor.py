"""Several small rows of choices under each other: positions a person acts in, signers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.editors.editor import Editor, Surroundings
from ui.widgets.editors.link_editor import QuietCombo
from ui.widgets.text.textboxes import ThaiLineEdit


class ValueRow(QWidget):
    """One row: what it holds is a value of its own."""

    changed = Signal()
    typed = Signal()

    def value(self) -> Any:
        raise NotImplementedError

    def show_value(self, value: Any, around: Surroundings) -> None:
        raise NotImplementedError

    def inputs(self) -> list[QWidget]:
        raise NotImplementedError


class RowsEditor(Editor):
    """Rows that are added, taken off and moved. A subclass says what a row is."""

    add_words = "เพิ่ม"
    numbered = False

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.rows: list[ValueRow] = []
        self._frames: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self.more = QPushButton(icon("plus", "accent"), self.add_words)
        set_role(self.more, "quiet")
        self.more.setAccessibleName(f"{self.add_words} {field.label}")
        self.more.clicked.connect(self.add_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(self._column)
        self.below = QHBoxLayout()
        self.below.addWidget(self.more)
        self.below.addStretch(1)
        layout.addLayout(self.below)

    # ---- what a subclass says

    def make_row(self) -> ValueRow:
        raise NotImplementedError

    def empty_value(self) -> Any:
        """What a new row holds."""
        raise NotImplementedError

    # ---- the editor's half

    def value(self) -> tuple[Any, ...]:
        empty = self.empty_value()
        return tuple(one for row in self.rows if (one := row.value()) != empty)

    def inputs(self) -> list[QWidget]:
        return [*(one for row in self.rows for one in row.inputs()), self.more]

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        for row in self.rows:
            row.show_value(row.value(), around)

    def add_row(self) -> None:
        """A new row at the end, with the cursor in it."""
        self._set([*(row.value() for row in self.rows), self.empty_value()])
        self.rows[-1].inputs()[0].setFocus()

    def _show(self, value: Any) -> None:
        self._set(list(value))

    # ---- rows

    def _set(self, values: list[Any]) -> None:
        while len(self.rows) > len(values):
            self.rows.pop()
            frame = self._frames.pop()
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        while len(self.rows) < len(values):
            self._add_frame()
        for row, value in zip(self.rows, values, strict=True):
            row.show_value(value, self.around)

    def _add_frame(self) -> None:
        row = self.make_row()
        row.changed.connect(self._decided)
        row.typed.connect(self._touched)
        frame = QWidget()
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        if self.numbered:
            number = QLabel(self.around.number(f"{len(self.rows) + 1}."))
            set_role(number, "hint")
            number.setContentsMargins(0, 5, 0, 0)
            layout.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(row, 1)
        if self.numbered:
            layout.addWidget(self._act("arrow-up", "ย้ายขึ้น", row, -1), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._act("x", "นำออก", row, 0), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(frame)
        self._frames.append(frame)
        self.rows.append(row)

    def _act(self, sign: str, words: str, row: ValueRow, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, "hint"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._on_act(row, step))
        return button

    def _on_act(self, row: ValueRow, step: int) -> None:
        at = self.rows.index(row)
        values = [one.value() for one in self.rows]
        if not step:
            values.pop(at)
        elif 0 <= at + step < len(values):
            values[at], values[at + step] = values[at + step], values[at]
        self.stepped.emit()
        self._set(values)
        self._decided()
        self.stepped.emit()


def words_combo(words: tuple[str, ...]) -> QuietCombo:
    """A box to choose usual words from, or to type others into."""
    combo = QuietCombo()
    combo.setEditable(True)
    combo.setLineEdit(ThaiLineEdit())
    combo.addItems(list(words))
    return combo
