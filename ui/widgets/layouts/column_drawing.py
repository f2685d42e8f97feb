"""How a table's heading is painted: in full to be arranged, or tiny to be recognised."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, MIDDLE, colours
from ui.widgets.layouts.column_geometry import HeadCell, HeadRow, runs
from ui.widgets.text.word_elide import word_lines

_PAD = 3
"""Logical pixels between a heading and the border of its cell."""
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | MIDDLE)


def paint_heading(
    painter: QPainter, row: HeadRow, held: Collection[int], gone: Collection[int]
) -> None:
    """The cells with their words; ``held`` columns are in hand, ``gone`` ones show nothing."""
    scheme = colours()
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    for cell in row.cells:
        lost = len(cell.places) == 1 and cell.places[0] in gone
        fill = scheme.amber_soft if lost else scheme.surface
        if set(cell.places) <= set(held):
            fill = scheme.accent_soft
        painter.fillRect(cell.rect, QColor(fill))
        painter.setPen(QPen(QColor(scheme.hint), 1))
        painter.drawRect(cell.rect)
        painter.setPen(QColor(scheme.amber if lost else scheme.text))
        _paint_words(painter, cell)


def paint_held(painter: QPainter, row: HeadRow, held: Sequence[int], *, focused: bool) -> None:
    """A frame around the columns in hand."""
    painter.setPen(QPen(QColor(colours().accent), 3 if focused else 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for first, last in runs(held):
        places = set(range(first, last + 1))
        cells = [one.rect for one in row.cells if set(one.places) <= places]
        # Where only some columns under a shared heading are in hand, each is framed by itself.
        whole = all(set(one.places) <= places for one in row.cells if places & set(one.places))
        frames = [reduce(QRect.united, cells)] if whole else cells
        for rect in frames:
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


def paint_drop(painter: QPainter, row: HeadRow, before: int) -> None:
    """The line at which columns being dragged would be put."""
    x = min(max(row.edges[before], row.box.left() + 1), row.box.right() - 1)
    painter.setPen(QPen(QColor(colours().accent), 4))
    painter.drawLine(x, row.box.top() - 3, x, row.box.bottom() + 1)


def paint_ruler(painter: QPainter, row: HeadRow, height: int, sized: int | None) -> None:
    """Above each column its part of the width; ``sized`` is the one whose border is held."""
    scheme, metrics = colours(), painter.fontMetrics()
    for place, column in enumerate(row.columns):
        by_hand = column.share is not None or place == sized
        share = row.shares[place] if place == sized else column.share
        words = to_thai(f"{round((share or 0) * 100)}%") if by_hand else "ตามข้อความ"
        room = QRect(row.edges[place], 0, row.edges[place + 1] - row.edges[place], height - 2)
        if metrics.horizontalAdvance(words) > room.width():
            words = "…" if by_hand else "•"
        painter.setPen(QColor(scheme.accent if by_hand else scheme.hint))
        painter.drawText(room, _CENTRE, words)
    painter.setPen(QPen(QColor(scheme.border), 1))
    for edge in row.edges:
        painter.drawLine(edge, GRID // 2, edge, height - 2)


def paint_tiny(
    painter: QPainter, columns: Sequence[LayoutColumn], shares: Sequence[float], box: QRect
) -> None:
    """The layout as a little table without words."""
    scheme = colours()
    painter.save()
    painter.fillRect(box, QColor(scheme.surface))
    if not columns:
        painter.setPen(QPen(QColor(scheme.hint), 1, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        painter.restore()
        return
    head = QRect(box.left(), box.top(), box.width(), box.height() * 2 // 5)
    row = HeadRow(tuple(columns), tuple(shares), head, least=6)
    painter.setPen(QPen(QColor(scheme.border), 2))
    for left, right in pairwise(row.edges):
        _paint_strokes(
            painter, QRect(left, head.bottom(), right - left, box.bottom() - head.bottom())
        )
    painter.setPen(QPen(QColor(scheme.hint), 1))
    for cell in row.cells:
        painter.fillRect(cell.rect, QColor(scheme.accent_soft))
        painter.drawRect(cell.rect)
    for edge in row.edges:
        painter.drawLine(edge, head.bottom(), edge, box.bottom())
    painter.drawLine(row.edges[0], box.bottom(), row.edges[-1], box.bottom())
    painter.restore()


def _paint_strokes(painter: QPainter, room: QRect) -> None:
    """Grey lines that stand for words."""
    length = room.width() - GRID
    y = room.top() + GRID // 2
    for part in (1.0, 0.6, 0.85, 0.4):
        if length >= 3 and y < room.bottom() - 1:
            left = room.left() + GRID // 2
            painter.drawLine(left, y, left + round(length * part), y)
        y += GRID // 2


def _paint_words(painter: QPainter, cell: HeadCell) -> None:
    """The words in the middle of their cell, cut where they do not fit."""
    metrics = painter.fontMetrics()
    room = cell.rect.adjusted(_PAD, 2, -_PAD, -2)
    lines = _lines(cell.words, metrics, room)
    top = room.top() + (room.height() - len(lines) * metrics.lineSpacing()) // 2
    for line in lines:
        painter.drawText(
            QRect(room.left(), top, room.width(), metrics.lineSpacing()), _CENTRE, line
        )
        top += metrics.lineSpacing()


def _lines(words: str, metrics: QFontMetrics, room: QRect) -> list[str]:
    most = max(1, room.height() // metrics.lineSpacing())
    lines: list[str] = []
    for part in words.split("\n"):
        if len(lines) < most:
            lines += word_lines(part, metrics, max(room.width(), GRID), most - len(lines))
    return lines
