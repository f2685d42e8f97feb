"""The scores of two years: figures, how they changed in words, and a bar of each year."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from ita_desktop.model.score_changes import ScoreChange
from ita_desktop.model.score_names import short_name
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import FULL, TARGET
from ita_desktop.session.years.comparing import ScoresCompared
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ui.theme import GRID, colours
from ui.widgets.comparison.reading_table import NUMBERS, ReadingTable

_NAME, _BEFORE, _AFTER, _CHANGE, _BARS = range(5)
_BOTH = Qt.ItemDataRole.UserRole
_BAR = 7
"""Logical pixels that a bar is high."""


class ScoreTable(ReadingTable):
    """Rows of the whole, the tools and the indicators."""

    def __init__(self) -> None:
        super().__init__("คะแนนสองปี", ("รายการ", "", "", "เปลี่ยนแปลง", ""), (_NAME,))
        self.setItemDelegateForColumn(_BARS, _Bars(self))
        for column, width in ((_BEFORE, 10), (_AFTER, 10), (_CHANGE, 14), (_BARS, 32)):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width * GRID)

    def show_scores(self, found: ScoresCompared) -> None:
        """Show the scores of two years."""
        before, after = f"ปี {found.before}", f"ปี {found.after}"
        bars = f"□ {found.before}  ■ {found.after}  ┆ เป้าหมาย {TARGET}"
        self.name_columns(("รายการ", before, after, "เปลี่ยนแปลง", bars))
        for column in (_BEFORE, _AFTER, _CHANGE):
            self.horizontalHeaderItem(column).setTextAlignment(NUMBERS)
        self.setRowCount(len(found.changes))
        for row, one in enumerate(found.changes):
            name = f"{short_name(one.code)} {one.name}".rstrip()
            words = (to_thai_but_codes(name), _score(one.before), _score(one.after))
            for column, text in enumerate((*words, change_mark(one))):
                item = self.put(row, column, text)
                if column:
                    item.setTextAlignment(NUMBERS)
            if one.by:
                role = colours().good if one.by > 0 else colours().amber
                self.item(row, _CHANGE).setForeground(QBrush(QColor(role)))
            bar = self.put(row, _BARS, "")
            bar.setToolTip(" · ".join((words[1], words[2], change_mark(one))))
            bar.setData(_BOTH, (one.before, one.after))


class _Bars(QStyledItemDelegate):
    """Two bars from nothing to the full score, that of the earlier year hollow, and a line where
    the target is."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        values = index.data(_BOTH)
        if not values:
            return
        room = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
        scheme = colours()
        painter.save()
        top = room.center().y() - _BAR - 1
        for place, value in enumerate(values):
            if value is None:
                continue
            width = room.width() * float(min(max(value, Decimal(0)), FULL) / FULL)
            bar = QRectF(room.left(), top + place * (_BAR + 2), max(width, 1), _BAR)
            painter.setPen(QPen(QColor(scheme.accent), 1))
            painter.setBrush(QColor(scheme.accent if place else scheme.surface))
            painter.drawRect(bar)
        painter.setPen(QPen(QColor(scheme.amber), 1, Qt.PenStyle.DashLine))
        target = room.left() + room.width() * float(TARGET / FULL)
        painter.drawLine(round(target), round(room.top()), round(target), round(room.bottom()))
        painter.restore()


def change_mark(change: ScoreChange) -> str:
    """``▲ เพิ่ม ๙.๕๖``, ``▼ ลด ๑.๐๐``, ``เท่าเดิม``, or ``-`` where one year is not known."""
    by = change.by
    if by is None:
        return "-"
    if not by:
        return "เท่าเดิม"
    return to_thai(f"{'▲ เพิ่ม' if by > 0 else '▼ ลด'} {score_words(abs(by))}")


def _score(value: Decimal | None) -> str:
    return to_thai(score_words(value)) if value is not None else "-"
