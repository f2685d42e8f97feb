"""What of a form is in sight: the field in hand, its label, and what is said below it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.theme import GRID

_AROUND = GRID * 3
"""Logical pixels of the neighbours that stay visible above and below."""


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
