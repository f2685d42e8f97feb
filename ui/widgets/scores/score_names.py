"""The names beside the sheet of scores: code and wording of each row, with marks to fold by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ita_desktop.session.scores.score_views import ScoreRow
from ui.icons import icon_pixmap
from ui.theme import GRID, colours
from ui.widgets.text.word_elide import word_lines

_STEP = GRID * 2
"""Logical pixels by which a row stands in under the one it folds under."""

_MARK = 14
NARROWEST = GRID * 28
_LINE = 1.5


class ScoreNames(QHeaderView):
    """``fold_wanted`` tells the row whose mark was clicked, or that was clicked twice."""

    fold_wanted = Signal(int)

    def __init__(self, number: Callable[[object], str], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._number = number
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("ชื่อตัวชี้วัดและข้อคำถาม")
        self._folded: frozenset[str] = frozenset()

    def show_folded(self, folded: frozenset[str]) -> None:
        """Which rows are folded."""
        self._folded = folded
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, super().sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        row = self._row(section)
        if row is not None and row.folds and event.position().x() < self._left(row) + GRID * 2:
            self.fold_wanted.emit(section)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        row = self._row(section)
        if row is not None and row.folds and event.position().x() >= self._left(row) + GRID * 2:
            self.fold_wanted.emit(section)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.viewport().update()
        return done

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        row = self._row(logicalIndex)
        if row is None or rect.isEmpty():
            return
        scheme = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._has_current(logicalIndex)
        painter.fillRect(rect, QColor(row_ground(row, chosen)))
        painter.setPen(QPen(QColor(scheme.border), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if chosen:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(scheme.accent)
            )
        left = self._left(row)
        if row.folds:
            name = "chevron-right" if row.key in self._folded else "chevron-down"
            ratio = self.devicePixelRatioF()
            top = rect.top() + (rect.height() - _MARK) // 2
            painter.drawPixmap(left, top, icon_pixmap(name, _MARK, "hint", ratio))
        self._words(painter, rect.adjusted(left + _MARK + 4, 0, -GRID // 2, 0), row)
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, row: ScoreRow) -> None:
        scheme = colours()
        bold = QFont(self.font())
        bold.setBold(True)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(bold)
        painter.setPen(QColor(scheme.accent if row.item is not None else scheme.text))
        label = self._number(row.label)
        painter.drawText(room, align, label)
        taken = QFontMetrics(bold).horizontalAdvance(label) + GRID
        rest = QRectF(room).adjusted(taken, 0, 0, 0)
        if rest.width() < GRID * 4 or not row.words:
            return
        font = QFont(self.font())
        font.setBold(row.depth == 0 and bool(row.folds))
        painter.setFont(font)
        plain = row.item is not None or row.folds
        painter.setPen(QColor(scheme.text if plain else scheme.hint))
        said = self._number(row.words)
        [words] = word_lines(said, QFontMetrics(font), int(rest.width()), most=1) or [""]
        painter.drawText(rest, align, words)

    def _left(self, row: ScoreRow) -> int:
        return GRID // 2 + row.depth * _STEP

    def _row(self, section: int) -> ScoreRow | None:
        model = self.model()
        if model is None or section < 0:
            return None
        found: ScoreRow | None = model.headerData(
            section, Qt.Orientation.Vertical, Qt.ItemDataRole.UserRole
        )
        return found

    def _has_current(self, section: int) -> bool:
        view = self.parentWidget()
        current = view.currentIndex() if isinstance(view, QAbstractItemView) else QModelIndex()
        return current.isValid() and current.row() == section


def row_ground(row: ScoreRow, chosen: bool = False) -> str:
    """The colour a row lies on: tools and indicators stand out from their questions."""
    scheme = colours()
    if chosen:
        return scheme.accent_soft
    if row.depth == 0:
        return scheme.hover
    return scheme.window if row.folds else scheme.surface
