"""A number of any size, typed in either kind of digits, shown with commas at the thousands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.thai.dates import Misread
from ita_desktop.thai.number_reading import format_number, is_dash, read_number
from ita_desktop.thai.text import clean
from ita_desktop.thai.timelines import Unread
from ui.theme import GRID
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.readings import ReadingNote
from ui.widgets.text.textboxes import ThaiLineEdit

KEPT = "จะเก็บและพิมพ์ตามที่พิมพ์ไว้"
"""What is said of words in a field that keeps them, although they are no number or date."""


class NumberEditor(Editor):
    """What cannot be read stays in the box with a word on why; a field that keeps unread text keeps
    it, any other keeps the number it had."""

    shows_readings = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._last: Decimal | None = None
        self.line = ThaiLineEdit()
        self.line.setPlaceholderText(f"เช่น {field.example or '๑,๒๕๐,๐๐๐'}")
        self.line.setMaximumWidth(GRID * 32)
        self._named(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.note = ReadingNote()
        self.note.taken.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.line)
        layout.addWidget(self.note)
        self.setFocusProxy(self.line)

    def value(self) -> Decimal | Unread | None:
        read = self._read()
        if not isinstance(read, Misread):
            return read
        return Unread(clean(read.text)) if self.field.keeps_unread else self._last

    def end_visit(self) -> None:
        if not isinstance(self._read(), Misread):
            self._show(self.value())

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.line.setReadOnly(read_only)

    def _read(self) -> Decimal | Misread | None:
        return read_number(self.line.text()) if self.line.text().strip() else None

    def _on_typed(self) -> None:
        read = self._read()
        self._tell(read)
        if self.field.keeps_unread or not isinstance(read, Misread):
            self._touched()

    def _tell(self, read: Decimal | Misread | None) -> None:
        if not isinstance(read, Misread) or is_dash(read.text):
            self.note.quiet()
        elif self.field.keeps_unread:
            self.note.say("triangle-alert", "amber", f"{read.problem} {KEPT}", read.suggestions)
        else:
            self.note.say("circle-alert", "danger", read.problem, read.suggestions)

    def _take(self, words: str) -> None:
        self.line.setText(words)
        self._on_typed()
        self.flush()
        self.line.setFocus()

    def _show(self, value: Any) -> None:
        if isinstance(value, Unread):
            self.line.setText(value.text)
        else:
            self._last = value
            self.line.setText("" if value is None else self.around.number(format_number(value)))
        self._tell(self._read())
