"""How a row of the list of measures is painted: number, mark, title in two lines, status."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ita_desktop.session.measure_views import Filled
from ui.theme import GRID, colours
from ui.widgets.measures.measure_rows import UNTITLED, MeasureRow
from ui.widgets.row_ground import has_keys, paint_ground
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.word_elide import word_lines

_MARK = 12
"""Logical pixels across the mark."""

_LINES = 2
_PAD = 6

_Index = QModelIndex | QPersistentModelIndex


class MeasureDelegate(QStyledItemDelegate):
    """Paints the rows of one list; as tall as its words need."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._cut: dict[tuple[str, int, str], list[str]] = {}
        word_breaks().ready.connect(self.cut_again)

    def cut_again(self) -> None:
        """Cut the titles anew: words have become known, or the type has changed."""
        self._cut.clear()
        self._view.scheduleDelayedItemsLayout()
        self._view.viewport().update()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = _row(index)
        room = self._view.viewport().width()
        lines = len(self._lines(row, self._text_width(room)))
        lines += 1 if row.status else 0
        return QSize(GRID * 10, max(lines, 1) * self._view.fontMetrics().height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = _row(index)
        scheme = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, focused=has_keys(option))
        metrics = self._view.fontMetrics()
        line = metrics.height()
        top, left = option.rect.top() + _PAD, option.rect.left() + GRID
        middle = top + line / 2
        mark = QRectF(left, middle - _MARK / 2, _MARK, _MARK)
        paint_mark(painter, mark, row.filled)
        left += _MARK + GRID // 2
        number = QRect(left, top, self._number_width(), line)
        painter.setFont(self._view.font())
        painter.setPen(QColor(scheme.accent))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, align, row.number)
        left = number.right() + GRID
        width = self._text_width(option.rect.width())
        painter.setPen(QColor(scheme.text if row.title else scheme.hint))
        painter.setFont(self._title_font(row))
        for words in self._lines(row, width):
            painter.drawText(QPoint(left, top + metrics.ascent()), words)
            top += line
        if row.status:
            painter.setFont(self._view.font())
            painter.setPen(QColor(scheme.hint))
            words = metrics.elidedText(row.status, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QPoint(left, top + metrics.ascent()), words)
        painter.restore()

    def _title_font(self, row: MeasureRow) -> QFont:
        font = QFont(self._view.font())
        font.setItalic(not row.title)
        return font

    def _lines(self, row: MeasureRow, width: int) -> list[str]:
        font = self._title_font(row)
        key = (row.title, width, font.toString())
        if key not in self._cut:
            if len(self._cut) > 2_000:
                self._cut.clear()
            metrics = QFontMetrics(font)
            self._cut[key] = word_lines(row.title or UNTITLED, metrics, width, _LINES)
        return self._cut[key]

    def _number_width(self) -> int:
        numbers = [one.number for one in getattr(self._view.model(), "rows", ())]
        longest = max((len(one) for one in numbers), default=1)
        return self._view.fontMetrics().horizontalAdvance("๘" * max(longest, 2)) + 1

    def _text_width(self, width: int) -> int:
        taken = GRID + _MARK + GRID // 2 + self._number_width() + GRID
        return max(40, width - taken - GRID)


def paint_mark(painter: QPainter, place: QRectF, filled: Filled) -> None:
    """● all, ◐ partly, ○ nothing yet: the shape says it as well as the colour."""
    scheme = colours()
    roles = {Filled.ALL: scheme.good, Filled.PARTLY: scheme.amber, Filled.NOTHING: scheme.hint}
    ink = QColor(roles[filled])
    ring = place.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(ink if filled is Filled.ALL else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if filled is Filled.PARTLY:
        painter.setBrush(ink)
        painter.drawPie(ring, 90 * 16, 180 * 16)


def _row(index: _Index) -> MeasureRow:
    row: MeasureRow = index.data(Qt.ItemDataRole.UserRole)
    return row
