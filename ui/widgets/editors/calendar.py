"""A calendar of the Buddhist era: Qt's own knows neither พ.ศ. nor Thai digits."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.thai.dates import BUDDHIST_OFFSET, format_date
from ita_desktop.thai.digits import Digits, convert
from ita_desktop.thai.months import month_name
from ui.icons import icon
from ui.theme import GRID, colours, set_role

_WEEKDAYS = ("อา", "จ", "อ", "พ", "พฤ", "ศ", "ส")
_WEEKDAY_NAMES = ("อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์")
_CELL = (40, 32)
"""Width and height of a day, logical pixels."""


class MonthDays(QWidget):
    """The days of one month; arrows, PageUp and PageDown, Home and End move the day."""

    chosen = Signal(object)
    """The day taken, by click or Enter."""
    moved = Signal(object)
    """The day the cursor has gone to."""

    def __init__(self, day: date, digits: Digits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self._digits = digits
        self.setFixedSize(_CELL[0] * 7, _CELL[1] * 7)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.go_to(day)

    def go_to(self, day: date) -> None:
        """Move the cursor to a day."""
        self.day = day
        weekday = _WEEKDAY_NAMES[(day.weekday() + 1) % 7]
        self.setAccessibleName(f"วัน{weekday}ที่ {convert(format_date(day), self._digits)}")
        self.update()
        self.moved.emit(day)

    def shift_months(self, months: int) -> None:
        """The same day so many months on, or the month's last one."""
        number = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(number, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self.go_to(date(year, month + 1, min(self.day.day, last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        days = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_Up: -7, keys.Key_Down: 7}
        months = {keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        key = Qt.Key(event.key())
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in days:
            self.go_to(self.day + timedelta(days[key]))
        elif key in months:
            self.shift_months(months[key] * (12 if far else 1))
        elif key == keys.Key_Home:
            self.go_to(self.day.replace(day=1))
        elif key == keys.Key_End:
            self.go_to(self.day.replace(day=calendar.monthrange(self.day.year, self.day.month)[1]))
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if day := self.day_at(event.position().toPoint()):
            self.go_to(day)
            self.chosen.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.shift_months(-1 if event.angleDelta().y() > 0 else 1)

    def day_at(self, place: QPoint) -> date | None:
        """The day shown at a place, or None."""
        return next((day for day, rect in self._cells() if rect.contains(place)), None)

    def rect_of(self, wanted: date) -> QRect:
        """Where a day of the month is drawn."""
        return next((rect for day, rect in self._cells() if day == wanted), QRect())

    def _cells(self) -> list[tuple[date, QRect]]:
        first = self.day.replace(day=1)
        start = first - timedelta((first.weekday() + 1) % 7)
        cells = []
        for at in range(42):
            row, column = divmod(at, 7)
            rect = QRect(column * _CELL[0], (row + 1) * _CELL[1], *_CELL)
            cells.append((start + timedelta(at), rect))
        return cells

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(scheme.hint))
        for column, name in enumerate(_WEEKDAYS):
            painter.drawText(QRect(column * _CELL[0], 0, *_CELL), middle, name)
        today = QDate.currentDate().toPython()
        for day, rect in self._cells():
            inner = rect.adjusted(3, 1, -3, -1)
            painter.setPen(QColor(scheme.text if day.month == self.day.month else scheme.border))
            if day == self.day:
                painter.setBrush(QColor(scheme.accent))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(inner, 4, 4)
                painter.setPen(QColor(scheme.on_accent))
            elif day == today:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QColor(scheme.accent))
                painter.drawRoundedRect(inner, 4, 4)
            painter.drawText(rect, middle, convert(str(day.day), self._digits))


class CalendarPopup(QFrame):
    """A month to choose a day from; it closes itself. ``title`` says what the day is for."""

    chosen = Signal(object)

    def __init__(
        self,
        day: date | None = None,
        digits: Digits = Digits.THAI,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "popup")
        self._digits = digits
        self.month = QLabel()
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self.month.font()
        font.setBold(True)
        self.month.setFont(font)
        self.days = MonthDays(day or QDate.currentDate().toPython(), digits)
        self.days.moved.connect(self._name_month)
        self.days.chosen.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(self._turn("chevron-left", "เดือนก่อน (PageUp)", -1))
        head.addWidget(self.month, 1)
        head.addWidget(self._turn("chevron-right", "เดือนถัดไป (PageDown)", 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID // 2)
        if title:
            words = QLabel(title)
            set_role(words, "hint")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(words)
        layout.addLayout(head)
        layout.addWidget(self.days)
        self._name_month(self.days.day)
        self.setFocusProxy(self.days)

    def show_below(self, widget: QWidget) -> None:
        """Open under a widget, moved so that all of it is on the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.days.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _turn(self, sign: str, words: str, months: int) -> QPushButton:
        button = QPushButton(icon(sign), "")
        set_role(button, "quiet")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.days.shift_months(months))
        return button

    def _name_month(self, day: date) -> None:
        words = f"{month_name(day.month)} {day.year + BUDDHIST_OFFSET}"
        self.month.setText(convert(words, self._digits))

    def _choose(self, day: date) -> None:
        self.close()  # first: whoever hears of the day may open another one
        self.chosen.emit(day)
