"""The fixed sentences of a document, each as shipped or in the office's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.wordings import FIELD_LABELS, Wording, unknown_fields
from ita_desktop.model.fields import Field
from ita_desktop.model.values import OwnText
from ita_desktop.thai.text import clean
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.editor import Editor
from ui.widgets.flow import FlowLayout
from ui.widgets.form_rows import FindingLine
from ui.widgets.labels import WrapLabel
from ui.widgets.textboxes import ThaiTextBox

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the focus leaves a box for a moment only."""


class WordingBox(QWidget):
    """One wording: its text to be changed, fields to be put in, and the way back."""

    touched = Signal()
    left = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = wording
        self._shipped = clean(wording.text)
        self._unknown: tuple[str, ...] = ()
        name = QLabel(wording.label)
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        self.state = QLabel()
        set_role(self.state, "hint")
        self.box = ThaiTextBox(least=1, most=8)
        self.box.setAccessibleName(wording.label)
        self.box.set_placeholder("เว้นว่างไว้ จะไม่พิมพ์ข้อความนี้")
        self.box.textChanged.connect(self._on_changed)
        self.box.installEventFilter(self)
        name.setBuddy(self.box)
        self.insert = _quiet(icon_name="plus", words="แทรกช่องเติม")
        self.insert.setToolTip("ช่องที่โปรแกรมเติมให้ตามข้อมูลของหน่วยงานและของปี")
        self.insert.setMenu(QMenu(self.insert))
        self.set_values({})
        self.reset = _quiet(icon_name="undo-2", words="กลับไปใช้ข้อความเดิม")
        self.reset.clicked.connect(self._on_reset)
        for one in (self.insert, self.reset):
            one.setAccessibleName(f"{wording.label} {one.text()}")
        self.shipped = WrapLabel(f"ข้อความเดิม: {wording.text}", "hint")
        self._findings = QVBoxLayout()
        self._findings.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(name)
        head.addWidget(self.state, 1, Qt.AlignmentFlag.AlignRight)
        self._steps = QWidget()
        steps = FlowLayout(self._steps, GRID // 2)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.addWidget(self.insert)
        steps.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addLayout(self._findings)
        column.addWidget(self._steps)
        column.addWidget(self.shipped)
        self.show_text(None)

    @property
    def own(self) -> OwnText | None:
        """The office's own text, or None where it is as shipped."""
        text = self.box.text()
        return None if text == self._shipped else OwnText(self.wording.name, text)

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is said of fields nobody knows."""
        return self._unknown

    def show_text(self, own: OwnText | None) -> None:
        """Show the office's own text, or the text as shipped."""
        self.box.set_text(self._shipped if own is None else own.text)
        self._show_state()

    def set_values(self, values: Mapping[str, str]) -> None:
        """What the fields would be filled with, for the list to pick from."""
        menu = self.insert.menu()
        menu.clear()
        for name, label in FIELD_LABELS.items():
            filled = values.get(name, "")
            action = menu.addAction(f"{label}  —  {filled}" if filled else label)
            action.triggered.connect(lambda _=False, one=name: self.put_in(one))

    def put_in(self, name: str) -> None:
        """Put a field where the cursor stands."""
        self.box.insertPlainText(f"{{{name}}}")
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        self.box.setReadOnly(read_only)
        self.insert.setEnabled(not read_only)
        self.reset.setEnabled(not read_only)

    def inputs(self) -> list[QWidget]:
        """What Tab stops at."""
        return [self.box, self.insert, *([self.reset] if self.own is not None else [])]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        went = isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut
        if went and event.reason() not in _PASSING:  # type: ignore[attr-defined]
            self.left.emit()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        self._show_state()
        self.touched.emit()

    def _on_reset(self) -> None:
        self.left.emit()  # what was typed before is a step of its own
        cursor = self.box.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(self._shipped)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _show_state(self) -> None:
        own = self.own is not None
        self.state.setText("แก้เฉพาะฉบับนี้" if own else "ตามแบบของโปรแกรม")
        set_role(self.state, "accent" if own else "hint")
        self.reset.setVisible(own)
        self.shipped.setVisible(own)
        found = unknown_fields(self.box.text())
        told = tuple(one.problem for one in found)
        if told == self._unknown:
            return
        self._unknown = told
        while (item := self._findings.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in found:
            self._findings.addWidget(FindingLine(one))


class WordingsEditor(Editor):
    """Own texts of one document. Texts of wordings it does not show are kept as they are."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.boxes: dict[str, WordingBox] = {}
        self._others: tuple[OwnText, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)

    def set_wordings(self, wordings: Sequence[Wording]) -> None:
        """Offer the wordings of another document."""
        if tuple(self.boxes) == tuple(one.name for one in wordings):
            return
        texts = self.value()
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for one in wordings:
            box = WordingBox(one)
            box.touched.connect(self._touched)
            box.left.connect(lambda one=box: self._on_left(one))
            box.set_read_only(self._read_only)
            self._column.addWidget(box)
            self.boxes[one.name] = box
        self.set_value(texts)

    def set_values(self, values: Mapping[str, str]) -> None:
        """What the fields are filled with now."""
        for box in self.boxes.values():
            box.set_values(values)

    def value(self) -> tuple[OwnText, ...]:
        own = (box.own for box in self.boxes.values())
        return (*(one for one in own if one is not None), *self._others)

    def inputs(self) -> list[QWidget]:
        return [one for box in self.boxes.values() for one in box.inputs()]

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for box in self.boxes.values():
            box.set_read_only(read_only)

    def end_visit(self) -> None:
        for box in self.boxes.values():
            box.box.forget_undo()

    def _on_left(self, box: WordingBox) -> None:
        """Every wording is undone by itself."""
        self.flush()
        box.box.forget_undo()
        self.stepped.emit()

    def _show(self, value: Any) -> None:
        texts = {one.name: one for one in value}
        self._others = tuple(one for one in value if one.name not in self.boxes)
        for name, box in self.boxes.items():
            box.show_text(texts.get(name))


def _quiet(icon_name: str, words: str) -> QPushButton:
    button = QPushButton(icon(icon_name, "accent"), words)
    button.setAutoDefault(False)
    set_role(button, "quiet")
    return button
