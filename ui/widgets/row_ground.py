"""What a row of a list lies on: hovered, chosen, in focus; the same in every list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme import colours

_BAR = 3
"""Logical pixels of the bar before a chosen row."""


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, focused: bool) -> None:
    """Paint the ground of a row; ``focused`` where the keys go to it."""
    scheme = colours()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    place = QRectF(option.rect).adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen or hovered:
        painter.setBrush(QColor(scheme.accent_soft if chosen else scheme.hover))
        painter.drawRoundedRect(place, 4, 4)
    if chosen:
        painter.setBrush(QColor(scheme.accent))
        painter.drawRoundedRect(place.adjusted(0, 4, _BAR - place.width(), -4), 1.5, 1.5)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(scheme.accent), 1.5))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def has_keys(option: QStyleOptionViewItem) -> bool:
    """Whether a row is the current one of a list that has the focus."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus) and option.widget.hasFocus()
