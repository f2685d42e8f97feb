"""How a line of the page ตรวจทาน is painted: sign, what is wrong, where, what to do, its acts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.icons import icon_pixmap
from ui.theme import GRID, MIDDLE, colours
from ui.widgets.findings.lines import ACT_WORDS, MEND, Line
from ui.widgets.row_ground import paint_ground
from ui.widgets.text.word_elide import word_lines

LINE = Qt.ItemDataRole.UserRole
"""The :class:`Line` of an item."""

_SIGN = 16
_PAD = 5
_STEP = GRID * 2
"""Logical pixels that what is below something stands further in."""

_MOST_LINES = 3
_KEPT = 4_000
_NARROW, _NARROW_ACTING = GRID * 60, GRID * 96
"""Logical pixels under which what stands at the right end goes below; and where acts do too."""

_OF_PLACE = 0.72
"""The part of the line below that the place may take."""

_ELIDE = Qt.TextElideMode.ElideRight
_LEFT = Qt.AlignmentFlag.AlignLeft | MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | MIDDLE

_Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paints the lines of one tree; as tall as what is wrong needs, up to three lines."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._cut: dict[tuple[str, int, bool], list[str]] = {}
        self._heights: dict[tuple[tuple[str, ...], str, str, int], int] = {}
        self.pointed: tuple[tuple[str, ...], str] | None = None
        """The line and the act that the mouse points at."""

    def forget(self) -> None:
        """Cut the texts anew: words have become known, or the type has changed."""
        self._cut.clear()
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = line_of(index)
        metrics = self._view.fontMetrics()
        height = metrics.height()
        if line.head:
            return QSize(GRID * 10, height + 3 * _PAD)
        width = self._view.viewport().width()
        key = (line.key, line.title, line.state, width)
        if key not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            room = self._room(line, width, _depth(index))
            lines = len(self._lines(line, room, metrics)) + bool(line.place or self._more(line))
            self._heights[key] = lines * height + 2 * _PAD
        return QSize(GRID * 10, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = line_of(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, option, focused=chosen and self._view.hasFocus())
        if line.head:
            self._head(painter, option.rect, line, index)
        else:
            self._body(painter, option.rect, line, index)
        painter.restore()

    def act_at(self, index: _Index, at: QPoint) -> str:
        """The act of a line that stands at a point of the view; "" for none."""
        line = line_of(index)
        for act, place in self._act_places(line, self._view.visualRect(index)):
            if place.contains(at):
                return act
        return ""

    # ---- inner workings

    def _head(self, painter: QPainter, place: QRect, line: Line, index: _Index) -> None:
        scheme = colours()
        shown = self._view.isExpanded(_model_index(index))
        left = place.left() + GRID // 2
        self._icon(painter, "chevron-down" if shown else "chevron-right", "hint", left, place)
        left += _SIGN + GRID // 2
        self._icon(painter, *line.sign, left, place)
        left += _SIGN + GRID
        state = self._view.fontMetrics().horizontalAdvance(line.state)
        room = QRect(left, place.top(), place.right() - GRID - left, place.height())
        painter.setFont(self._view.font())
        painter.setPen(QColor(getattr(scheme, line.state_role)))
        painter.drawText(room, _RIGHT, line.state)
        painter.setFont(self._bold())
        painter.setPen(QColor(scheme.text))
        width = room.width() - state - 2 * GRID
        painter.drawText(room, _LEFT, painter.fontMetrics().elidedText(line.title, _ELIDE, width))

    def _body(self, painter: QPainter, place: QRect, line: Line, index: _Index) -> None:
        scheme, metrics = colours(), self._view.fontMetrics()
        height, depth = metrics.height(), _depth(index)
        top, left = place.top() + _PAD, place.left() + depth * _STEP + GRID
        first = QRect(place.left(), top, place.width(), height)
        if line.lines:
            shown = self._view.isExpanded(_model_index(index))
            self._icon(painter, "chevron-down" if shown else "chevron-right", "hint",
                       left - _SIGN - 2, first)  # fmt: skip
        self._icon(painter, *line.sign, left, first)
        left += _SIGN + GRID
        self._acts(painter, line, place)
        self._state(painter, line, place, height)
        painter.setFont(self._view.font())
        painter.setPen(QColor(scheme.hint if line.faded else scheme.text))
        for words in self._lines(line, self._room(line, place.width(), depth), metrics):
            painter.drawText(QPoint(left, top + metrics.ascent()), words)
            top += height
        below = QRect(left, top, place.right() - GRID - left, height)
        where = _place(line, metrics, round(below.width() * _OF_PLACE))
        painter.setPen(QColor(scheme.hint if line.faded else scheme.accent))
        painter.drawText(below, _LEFT, where)
        if more := self._more(line):
            below.setLeft(left + metrics.horizontalAdvance(f"{where}   " if where else ""))
            painter.setPen(QColor(scheme.hint))
            painter.drawText(below, _LEFT, metrics.elidedText(more, _ELIDE, below.width()))

    def _acts(self, painter: QPainter, line: Line, place: QRect) -> None:
        scheme = colours()
        for act, room in self._act_places(line, place):
            pointed = self.pointed == (line.key, act)
            painter.setPen(QPen(QColor(scheme.border), 1))
            painter.setBrush(QColor(scheme.accent_soft if pointed else scheme.surface))
            painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setFont(self._view.font())
            painter.setPen(QColor(scheme.good if act == MEND else scheme.accent))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, ACT_WORDS[act])

    def _state(self, painter: QPainter, line: Line, place: QRect, height: int) -> None:
        if not line.state or self._narrow(line):
            return
        right = place.right() - GRID - self._acts_width(line) - (GRID if line.acts else 0)
        room = QRect(place.left(), place.top() + _PAD, right - place.left(), height)
        painter.setFont(self._view.font())
        painter.setPen(QColor(getattr(colours(), line.state_role)))
        words = self._view.fontMetrics().elidedText(line.state, _ELIDE, self._state_width(line))
        painter.drawText(room, _RIGHT, words)

    def _more(self, line: Line) -> str:
        """What stands below, with what has no room at the right end."""
        state = line.state if self._narrow(line) else ""
        parts = (line.more, state) if line.place else (state, line.more)
        return " · ".join(filter(None, parts))

    def _narrow(self, line: Line) -> bool:
        least = _NARROW_ACTING if line.place else _NARROW
        return self._view.viewport().width() < least

    def _icon(self, painter: QPainter, name: str, role: str, left: int, place: QRect) -> None:
        pixmap = icon_pixmap(name, _SIGN, role, self._view.devicePixelRatioF())
        painter.drawPixmap(left, place.top() + (place.height() - _SIGN) // 2, pixmap)

    def _act_places(self, line: Line, place: QRect) -> list[tuple[str, QRect]]:
        metrics = self._view.fontMetrics()
        right, found = place.right() - GRID, []
        for act in reversed(line.acts):
            width = metrics.horizontalAdvance(ACT_WORDS[act]) + 2 * GRID
            room = QRect(right - width, place.top() + _PAD - 2, width, metrics.height() + 3)
            found.append((act, room))
            right -= width + GRID // 2
        return found

    def _acts_width(self, line: Line) -> int:
        metrics = self._view.fontMetrics()
        widths = (metrics.horizontalAdvance(ACT_WORDS[act]) + 2.5 * GRID for act in line.acts)
        return round(sum(widths))

    def _state_width(self, line: Line) -> int:
        advance = self._view.fontMetrics().horizontalAdvance(line.state) + 4
        return min(advance, round(self._view.viewport().width() * 0.34))

    def _room(self, line: Line, width: int, depth: int) -> int:
        """Logical pixels that the first line has for its words."""
        taken = depth * _STEP + GRID + _SIGN + 2 * GRID + self._acts_width(line)
        if line.state and not self._narrow(line):
            taken += self._state_width(line) + 2 * GRID
        return max(GRID * 12, width - taken)

    def _lines(self, line: Line, width: int, metrics: QFontMetrics) -> list[str]:
        key = (line.title, width, line.faded)
        if key not in self._cut:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            self._cut[key] = word_lines(line.title, metrics, width, _MOST_LINES)
        return self._cut[key]

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setBold(True)
        return font


def _place(line: Line, metrics: QFontMetrics, width: int) -> str:
    """Where it stands; a long name of the record gives way, the field does not."""
    tail = f" – {line.field}" if line.record and line.field else line.field
    room = width - metrics.horizontalAdvance(tail)
    return metrics.elidedText(line.record, _ELIDE, max(room, GRID * 6)) + tail


def line_of(index: _Index) -> Line:
    """The line that an item of the tree stands for."""
    line: Line = index.data(LINE)
    return line


def _depth(index: _Index) -> int:
    depth, above = 0, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


def _model_index(index: _Index) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())
