"""Dragging an item of a list: where it would be put, and the line that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import GRID, set_role


class DropMark(QFrame):
    """A line between two rows of the frame it lies in."""

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        set_role(self, "drop")
        self.hide()

    def show_before(self, rows: Sequence[QWidget], place: int) -> None:
        """Show that something would be put before the row at ``place``."""
        width = self.parentWidget().width()
        self.setGeometry(GRID, max(0, _edge(rows, place) - 1), width - 2 * GRID, 2)
        self.show()
        self.raise_()


def drop_place(
    frame: QWidget, rows: Sequence[QWidget], places: Sequence[int], pointer: QPoint
) -> int:
    """Which of the places (before which row) lies nearest to the pointer, a place on the screen."""
    y = frame.mapFromGlobal(pointer).y()
    return min(places, key=lambda place: abs(_edge(rows, place) - y))


def _edge(rows: Sequence[QWidget], before: int) -> int:
    """The upper edge of a row, or the lower one of the last, in the frame's pixels."""
    return rows[before].y() if before < len(rows) else rows[-1].geometry().bottom() + 1
