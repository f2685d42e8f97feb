"""A date of the Buddhist era: typed in any usual form, or taken from the calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.thai.dates import Misread, format_date, read_date
from ita_desktop.thai.number_reading import is_dash
from ita_desktop.thai.text import clean
from ita_desktop.thai.timelines import Unread
from ui.icons import icon
from ui.theme import GRID
from ui.widgets.editors.calendar import CalendarPopup
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.number_editor import KEPT
from ui.widgets.editors.readings import ReadingNote
from ui.widgets.text.textboxes import ThaiLineEdit


class DateEditor(Editor):
    """Alt+↓ opens the calendar. What cannot be read stays in the box with a word on why, and in
    the record where the field keeps unread text."""

    shows_readings = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._last: date | None = None
        self.line = ThaiLineEdit()
        self.line.setPlaceholderText("เช่น ๓๑ มี.ค. ๖๘")
        self.line.setMaximumWidth(GRID * 32)
        self._named(self.line)
        self.button = QPushButton(icon("calendar"), "ปฏิทิน")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip("เลือกวันจากปฏิทิน (Alt+↓)")
        self.note = ReadingNote()
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(row)
        layout.addWidget(self.note)
        self.line.textEdited.connect(self._on_typed)
        self.button.clicked.connect(self.open_calendar)
        self.note.taken.connect(self._take)
        self.setFocusProxy(self.line)

    def value(self) -> date | Unread | None:
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
        self.button.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt and not self._read_only:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> CalendarPopup:
        """Show the calendar under the line."""
        read = self._read()
        day = self._last if isinstance(read, Misread) else read
        popup = CalendarPopup(day, self.around.digits, self.field.label, self)
        popup.chosen.connect(self._on_day)
        popup.show_below(self.line)
        return popup

    def _read(self) -> date | Misread | None:
        return read_date(self.line.text()) if self.line.text().strip() else None

    def _on_typed(self) -> None:
        read = self._read()
        self._tell(read)
        if self.field.keeps_unread or not isinstance(read, Misread):
            self._touched()

    def _tell(self, read: date | Misread | None) -> None:
        if not isinstance(read, Misread) or (self.field.keeps_unread and is_dash(read.text)):
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

    def _on_day(self, day: date) -> None:
        self._show(day)
        self._decided()

    def _show(self, value: Any) -> None:
        if isinstance(value, Unread):
            self.line.setText(value.text)
            self._tell(self._read())
            return
        self._last = value
        self.line.setText(self.around.number(format_date(value)) if value else "")
        self.note.quiet()
