"""The list of offers under a box being typed in; the box keeps the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import GRID, colours

_ROW = 32
_MOST_ROWS = 8
_DETAIL = Qt.ItemDataRole.UserRole


class SuggestionList(QListWidget):
    """Lies over the window as a child of it, so that no focus is ever taken."""

    taken = Signal(int)

    def __init__(self, box: QWidget) -> None:
        super().__init__(box.window())
        self._box = box
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(OfferDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.itemEntered.connect(self.setCurrentItem)
        self.itemPressed.connect(lambda item: self.taken.emit(self.row(item)))
        self.hide()

    def offer(self, offers: Sequence[tuple[str, str]], *, chosen: int) -> None:
        """Show offers (words, kind), with one of them chosen; without any, go away."""
        self.clear()
        for words, kind in offers:
            item = QListWidgetItem(words, self)
            item.setData(_DETAIL, kind)
            item.setSizeHint(QSize(GRID * 10, _ROW))
        if not offers:
            self.hide()
            return
        self.setCurrentRow(chosen)
        self._place()
        self.show()
        self.raise_()

    def step(self, direction: int) -> None:
        """Choose the next offer, or the one before; round at the ends."""
        if self.count():
            self.setCurrentRow((self.currentRow() + direction) % self.count())

    def _place(self) -> None:
        window = self._box.window()
        if self.parent() is not window:
            self.setParent(window)
        height = min(self.count(), _MOST_ROWS) * _ROW + 8
        below = self._box.mapTo(window, QPoint(0, self._box.height() + 2))
        room = window.height() - below.y() - GRID
        top = below.y()
        if room < min(height, 3 * _ROW) or (room < height and below.y() > window.height() * 2 // 3):
            above = self._box.mapTo(window, QPoint(0, 0)).y() - 2
            height = min(height, above - GRID)
            top = above - height
        else:
            height = min(height, room)
        width = max(self._box.width(), GRID * 36)
        left = max(GRID, min(below.x(), window.width() - width - GRID))
        self.setGeometry(QRect(left, top, min(width, window.width() - 2 * GRID), height))


class OfferDelegate(QStyledItemDelegate):
    """The words on the left, their kind (user data) in grey on the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index) -> None:  # type: ignore[no-untyped-def]
        scheme = colours()
        room = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent_soft))
            painter.drawRoundedRect(room, 4, 4)
        inner = room.adjusted(GRID, 0, -GRID, 0)
        kind = str(index.data(_DETAIL))
        align = Qt.AlignmentFlag
        painter.setPen(QColor(scheme.hint))
        painter.drawText(inner, int(align.AlignRight | align.AlignVCenter), kind)
        inner.setRight(inner.right() - option.fontMetrics.horizontalAdvance(kind) - GRID * 2)
        words = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setPen(QColor(scheme.text))
        painter.drawText(inner, int(align.AlignLeft | align.AlignVCenter), words)
        painter.restore()
