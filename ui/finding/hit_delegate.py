"""How one hit is painted: the text around it with the words marked, and below it as it would be."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import GRID, colours

PIECES = Qt.ItemDataRole.UserRole + 1
"""The lines of a cell: each what stands before the words, the words, and what stands behind."""

Line = tuple[str, str, str]

_PAD = 5
_LEAD = 0.45
"""The part of a line that what stands before the words may take."""
_ARROW = "→ "

_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Paints cells that hold :data:`PIECES`, others as usual; never told by colour alone: the
    words found are bold, the new ones bold and underlined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = len(index.siblingAtColumn(1).data(PIECES) or ())
        return QSize(GRID * 10, max(lines, 1) * option.fontMetrics.lineSpacing() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        lines: tuple[Line, ...] = index.data(PIECES) or ()
        if not lines:
            return
        painter.save()
        painter.setClipRect(option.rect)
        room = QRectF(option.rect).adjusted(GRID // 2, 0, -GRID // 2, 0)
        line_height = QFontMetricsF(option.font).height()
        top = room.center().y() - line_height * len(lines) / 2
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        for place, line in enumerate(lines):
            at = QRectF(room.left(), top + place * line_height, room.width(), line_height)
            _paint_line(painter, option.font, at, line, new=place > 0, chosen=chosen)
        painter.restore()


def _paint_line(
    painter: QPainter, font: QFont, room: QRectF, line: Line, *, new: bool, chosen: bool
) -> None:
    scheme = colours()
    plain, bold = QFontMetricsF(font), QFont(font)
    bold.setBold(True)
    bold.setUnderline(new)
    heavy = QFontMetricsF(bold)
    lead, words, tail = line
    left = room.left()
    arrow = plain.horizontalAdvance(_ARROW)
    if new:
        painter.setFont(font)
        painter.setPen(QColor(scheme.accent))
        painter.drawText(QRectF(left, room.top(), arrow, room.height()), _ALIGN, _ARROW)
    left += arrow
    width = room.width() - arrow
    lead = plain.elidedText(lead, Qt.TextElideMode.ElideLeft, width * _LEAD)
    words = heavy.elidedText(words, Qt.TextElideMode.ElideMiddle, width * (1 - _LEAD))
    soft = scheme.surface if chosen else scheme.accent_soft
    pieces = (
        (lead, font, plain, ""),
        (words, bold, heavy, soft if new else scheme.amber_soft),
        (tail, font, plain, ""),
    )
    for text, kind, metrics, ground in pieces:
        advance = metrics.horizontalAdvance(text)
        at = QRectF(left, room.top(), advance, room.height())
        if at.right() > room.right():
            at.setRight(room.right())
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, at.width())
        if ground and text:
            painter.fillRect(at, QColor(ground))
        painter.setFont(kind)
        painter.setPen(QColor(scheme.text))
        painter.drawText(at.adjusted(0, 0, 2, 0), _ALIGN, text)
        left += advance
        if left >= room.right():
            return


_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
