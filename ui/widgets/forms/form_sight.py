"""What of a form is in sight: the field in hand, its label, and what is said below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.theme import GRID

_AROUND = GRID * 3
"""Logical pixels of the neighbours that stay visible above and below."""

_SETTLING = 800
"""Milliseconds in which a form that was just filled may still change its heights."""

_MOVED = (QEvent.Type.Move, QEvent.Type.Resize)
_BY_HAND = (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)


class Settling(QObject):
    """Keeps a field in sight while the form around it settles: texts find their heights only after
    a record was put in. A hand that scrolls or types ends it, and so does time."""

    def __init__(self, form: QScrollArea, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self._done = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(lambda: bring_in_sight(form, row))
        for widget in (row, form.viewport(), QApplication.focusWidget() or row):
            widget.installEventFilter(self)
        self._again.start(0)
        QTimer.singleShot(_SETTLING, self, self.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if self._done:
            return False
        if kind in _BY_HAND:
            self.end()
        elif kind in _MOVED and watched is self._row:
            self._again.start(0)
        return False

    def end(self) -> None:
        """From now on the form stays where it is."""
        self._done = True
        self._again.stop()
        self.deleteLater()  # which takes it off everything it watches


def bring_in_sight(form: QScrollArea, row: QWidget) -> None:
    """Scroll to a field; of one taller than the form its label comes first."""
    now = QApplication.focusWidget()
    room = form.viewport().height() - 4 * GRID
    if now is None or not row.isAncestorOf(now):
        form.ensureWidgetVisible(row, 0, _AROUND)
    elif row.height() > room and now.mapTo(row, QPoint(0, now.height())).y() < room:
        top = row.mapTo(form.widget(), QPoint(0, 0)).y()
        form.verticalScrollBar().setValue(top - GRID)
    else:
        keep_in_sight(form, row)


def keep_in_sight(form: QScrollArea, row: QWidget) -> None:
    """The field in hand has grown: it stays visible, or as much as there is room for around what is
    typed in."""
    now = QApplication.focusWidget()
    room = form.viewport().height() - 2 * _AROUND
    if now is None or row.height() < room or not row.isAncestorOf(now):
        form.ensureWidgetVisible(row, 0, _AROUND)
        return
    while (around := now.parentWidget()) is not None and around.height() < room:
        now = around
    form.ensureWidgetVisible(now, 0, max(_AROUND, min((room - now.height()) // 2, 3 * _AROUND)))
