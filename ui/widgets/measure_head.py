"""The line over the form of a measure: its number and how far it is filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.session.measure_views import Filled
from ui.theme import GRID, section_title, set_role
from ui.widgets.measure_delegate import paint_mark

_MARK = 14
"""Logical pixels across the mark."""


class MeasureHead(QWidget):
    """Says which measure is in hand; stays while the form below it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        section_title(self.title)
        self.mark = FilledMark()
        self.state = QLabel()
        set_role(self.state, "hint")
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 2, GRID + 4, GRID * 2, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.title, 1)
        row.addWidget(self.mark)
        row.addWidget(self.state)
        line = QFrame()
        set_role(line, "line")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(line)

    def tell(self, title: str, filled: Filled, state: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.mark.show_filled(filled)
        self.state.setText(state)


class FilledMark(QWidget):
    """● ◐ or ○."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = Filled.NOTHING
        self.setFixedSize(QSize(_MARK, _MARK))

    def show_filled(self, filled: Filled) -> None:
        """Show how far something is filled."""
        self._filled = filled
        self.setAccessibleName(filled.value)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()), self._filled)
