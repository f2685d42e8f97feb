"""A date of the Buddhist era: typed in any usual form, or taken from the calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.thai.dates import Misread, format_date, read_date
from ui.icons import icon
from ui.widgets.editors.calendar import CalendarPopup
from ui.widgets.editors.read_line import ReadLineEditor


class DateEditor(ReadLineEditor):
    """A line that is read as a date; Alt+↓ opens the calendar."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, "๓๑ มี.ค. ๖๘", parent)
        self.button = QPushButton(icon("calendar"), " ปฏิทิน")
        self.button.setAccessibleName("ปฏิทิน")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip("เลือกวันจากปฏิทิน (Alt+↓)")
        self.button.clicked.connect(self.open_calendar)
        self._row.addWidget(self.button)
        self._row.addStretch(1)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
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

    def _read_words(self, words: str) -> date | Misread:
        return read_date(words)

    def _words_of(self, value: date) -> str:
        return format_date(value)

    def _on_day(self, day: date) -> None:
        self._show(day)
        self._decided()
