"""The line over a form: what is in hand, and how far it is filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.session.measure_views import Filled
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.measures.measure_delegate import paint_mark

_MARK = 14
"""Logical pixels across the mark."""


class FilledHead(QWidget):
    """Says what is in hand and how far it is filled; stays while the form below it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        section_title(self.title)
        self.mark = FilledMark()
        self.state = QLabel()
        set_role(self.state, "hint")
        row = self._row = QHBoxLayout()
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

    def add_mark(self, mark: QWidget) -> None:
        """Put a small button at the right end."""
        self._row.addWidget(mark)

    def tell(self, title: str, filled: Filled, state: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.mark.show_filled(filled)
        self.state.setText(state)


class MeasureHead(FilledHead):
    """The line over a measure, with the way to its pictures: ``evidence_wanted``."""

    evidence_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = 0
        self.evidence = push("", "image", self.evidence_wanted.emit, role="quiet")
        self._row.insertWidget(1, self.evidence)

    def show_pictures(self, count: int) -> None:
        """Say how many pictures of evidence the measure has."""
        self._pictures = count
        self._show_link()

    def tell(self, title: str, filled: Filled, state: str) -> None:
        super().tell(title, filled, state)
        self.mark.setToolTip(state)
        self._show_link()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_link()

    def _show_link(self) -> None:
        """Where there is little room the number of pictures stands alone beside its sign; where
        there is least, the state is told by its mark."""
        count = self._pictures
        words = to_thai(f"ภาพหลักฐาน {count} ภาพ") if count else "เพิ่มภาพ"
        short = to_thai(str(count)) if count else ""
        self.evidence.setText(f" {words}")
        self.state.show()
        if not self._fits():
            self.evidence.setText(f" {short}".rstrip())
            self.state.setVisible(self._fits())
        self.evidence.setAccessibleName(words)
        self.evidence.setToolTip(words)

    def _fits(self) -> bool:
        self._row.invalidate()
        return self._row.sizeHint().width() <= self.width()


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
