"""The timeline box: typed as offices write it and read at once, with presets and a calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.checks.measures.readings import outside_year
from ita_desktop.model.fields import Field
from ita_desktop.thai.dates import fiscal_year_span
from ita_desktop.thai.text import clean
from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timeline_styles import format_timeline, presets
from ita_desktop.thai.timelines import Reading, Timeline, TimePoint, Unread
from ui.icons import icon
from ui.theme import GRID
from ui.widgets.editors.calendar import CalendarPopup
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.readings import ReadingNote
from ui.widgets.editors.text_editors import example_words
from ui.widgets.text.textboxes import ThaiLineEdit

_RANGES = 7
"""Presets before the single months: the year, its halves, its quarters."""


class TimelineEditor(Editor):
    """Alt+↓ opens the presets. Unread text is kept, with what is wrong about it below."""

    shows_readings = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = ThaiLineEdit()
        self.line.setPlaceholderText(example_words(field))
        self._named(self.line)
        self.preset_button = self._button("chevron-down", "ช่วงเวลา", "เลือกช่วงเวลาที่ใช้บ่อย (Alt+↓)")
        self.preset_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.calendar_button = self._button("calendar", "", "เลือกวันเริ่มต้นและวันสิ้นสุดจากปฏิทิน")
        self.calendar_button.setAccessibleName("ปฏิทิน")
        self.note = ReadingNote()
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.preset_button)
        row.addWidget(self.calendar_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(row)
        layout.addWidget(self.note)
        self.line.textEdited.connect(self._on_typed)
        self.preset_button.clicked.connect(self.open_presets)
        self.calendar_button.clicked.connect(self.open_calendar)
        self.note.taken.connect(self.take)
        self.setFocusProxy(self.line)

    # ---- the editor's half

    def value(self) -> Timeline | Unread | None:
        reading = self._reading()
        if isinstance(reading.value, Unread):
            return Unread(clean(self.line.text()))
        return reading.value

    def flush(self) -> None:
        super().flush()
        self._say(finished=True)

    def end_visit(self) -> None:
        value = self.value()
        if isinstance(value, Timeline):
            self._show(value)
        self.line.home(False)  # the start is to be seen where the whole has no room
        self._say(finished=True)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.line.setReadOnly(read_only)
        self.preset_button.setVisible(not read_only)
        self.calendar_button.setVisible(not read_only)

    def _show(self, value: Any) -> None:
        words = self._words(value)
        if words != self.line.text():
            self.line.setText(words)
            self.line.home(False)
        self._say(finished=True)

    # ---- reading

    def _reading(self) -> Reading:
        return read_timeline(self.line.text(), self.around.action_year)

    def _words(self, value: Timeline | Unread | None) -> str:
        words = format_timeline(value)
        return self.around.number(words) if isinstance(value, Timeline) else words

    def _say(self, *, finished: bool) -> None:
        """What was read; problems only once the typing rests, or they would flicker."""
        reading = self._reading()
        if isinstance(reading.value, Unread):
            if finished:
                self.note.say("circle-alert", "danger", reading.problem, reading.suggestions)
            else:
                self.note.quiet()
        elif outside := outside_year(reading.value, self.around.action_year):
            read = f"อ่านว่า {self._words(reading.value)} · " if not self._written(reading) else ""
            self.note.say("triangle-alert", "amber", f"{read}{outside}")
        elif reading.value is None or self._written(reading):
            self.note.quiet()
        else:
            self.note.say("check", "good", f"อ่านว่า {self._words(reading.value)}")

    def _written(self, reading: Reading) -> bool:
        """Whether the line says what was read just as it is written out."""
        return self._words(reading.value) == self.line.text().strip()

    def _on_typed(self) -> None:
        self._say(finished=False)
        self._touched()

    def take(self, words: str) -> None:
        """Put a suggestion or preset in the place of what is typed."""
        self.line.setFocus()
        self.line.selectAll()
        self.line.insert(words)  # so that the box can undo it
        self._say(finished=True)
        self._decided()

    # ---- presets and calendar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt and not self._read_only:
            self.open_presets()
            return
        super().keyPressEvent(event)

    def presets_menu(self) -> QMenu:
        """The usual timelines of the year: the whole, halves, quarters; months in a menu."""
        menu = QMenu(self)
        named = presets(self.around.action_year)
        for place, (label, value) in enumerate(named[:_RANGES]):
            if place in (1, 3):
                menu.addSeparator()
            self._offer(menu, label, value)
        menu.addSeparator()
        months = menu.addMenu("รายเดือน")
        for label, value in named[_RANGES:]:
            self._offer(months, label, value)
        menu.addSeparator()
        menu.addAction(icon("calendar"), "เลือกวันจากปฏิทิน…", self.open_calendar)
        return menu

    def open_presets(self) -> None:
        """Show the presets under the line, the first one chosen."""
        menu = self.presets_menu()
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))

    def _offer(self, menu: QMenu, label: str, value: Timeline) -> None:
        menu.addAction(self.around.number(label), lambda: self.take(self._words(value)))

    def open_calendar(self) -> CalendarPopup:
        """Ask for the first day, then for the last."""
        value = self.value()
        first = value.first_day() if isinstance(value, Timeline) else None
        popup = self._calendar(first or self._usual_day(), "วันเริ่มต้น")
        # The first calendar must be gone before the second comes, or it takes it along.
        popup.chosen.connect(lambda day: QTimer.singleShot(0, self, lambda: self._ask_end(day)))
        return popup

    def _usual_day(self) -> date:
        """Today where the year in hand is running, else its first day."""
        first, last = fiscal_year_span(self.around.action_year)
        today = date.today()
        return today if first <= today <= last else first

    def _ask_end(self, start: date) -> None:
        value = self.value()
        last = value.last_day() if isinstance(value, Timeline) else None
        popup = self._calendar(max(start, last or start), "วันสิ้นสุด")
        popup.chosen.connect(lambda end: self._take_days(start, end))

    def _take_days(self, start: date, end: date) -> None:
        start, end = min(start, end), max(start, end)
        self.take(self._words(Timeline(TimePoint.of(start), TimePoint.of(end))))

    def _calendar(self, day: date | None, title: str) -> CalendarPopup:
        popup = CalendarPopup(day, self.around.digits, title, self)
        popup.show_below(self.line)
        return popup

    def _button(self, sign: str, words: str, tip: str) -> QPushButton:
        button = QPushButton(icon(sign), words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(tip)
        return button
