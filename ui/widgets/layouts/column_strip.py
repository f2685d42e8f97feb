"""The heading of a table as it will be printed, to be arranged by hand.

A click takes a column in hand, dragging it moves it, dragging a border sets a width. With the keys:
←/→ choose (with Shift several), Alt+←/→ or Alt+↑/↓ move, Delete deletes, Insert adds, Enter types
the heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, colours
from ui.widgets.layouts.column_drawing import paint_drop, paint_heading, paint_held, paint_ruler
from ui.widgets.layouts.column_geometry import HeadRow

RULER = GRID * 3
_HEAD = GRID * 13
_LEAST, _MOST = 0.03, 0.9
"""Parts of the table's width that a hand can give a column."""

_STEPS: Mapping[int, int] = MappingProxyType(
    {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Down: 1,
    }
)
_EMPTY = "ยังไม่มีคอลัมน์  กด “เพิ่มคอลัมน์” แล้วเลือกสิ่งที่จะให้แสดงในตาราง"


class ColumnStrip(QWidget):
    """Shows columns and tells what the hand wants done with them; it changes nothing itself.

    ``chosen`` the places in hand; ``move_wanted`` places and the place they go before;
    ``share_wanted`` a place and its part of the width, None for as the text needs.
    """

    chosen = Signal(object)
    move_wanted = Signal(object, int)
    share_wanted = Signal(int, object)
    delete_wanted = Signal()
    add_wanted = Signal()
    heading_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[LayoutColumn, ...] = ()
        self._shares: tuple[float, ...] = ()
        self._gone: frozenset[int] = frozenset()
        self._read_only = False
        self.selected: tuple[int, ...] = ()
        """The places in hand, rising."""
        self._current = self._anchor = 0
        self._pressed: tuple[int, int] | None = None
        """Where the mouse went down: its x, and the column there."""
        self._sized: int | None = None
        """The column whose right border is held."""
        self._before: tuple[float, ...] = ()
        """The shares as they were when the border was taken hold of."""
        self._dropped: int | None = None
        """The column before which what is dragged would go."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(RULER + _HEAD + 3)
        self.setAccessibleName("หัวตาราง")

    # ---- what it shows

    @property
    def row(self) -> HeadRow:
        """The heading as it is drawn now."""
        return HeadRow(self._columns, self._shares, QRect(2, RULER, self.width() - 5, _HEAD))

    def show_columns(
        self, columns: Sequence[LayoutColumn], shares: Sequence[float], gone: Sequence[int] = ()
    ) -> None:
        """Show columns, how wide each is drawn, and which of them show a deleted field."""
        self._columns, self._shares = tuple(columns), tuple(shares)
        self._gone = frozenset(gone)
        kept = tuple(place for place in self.selected if place < len(columns))
        if kept != self.selected or (columns and not kept):
            self.select(kept or ((len(columns) - 1,) if columns else ()))
        self.update()

    def select(self, places: Sequence[int]) -> None:
        """Take columns in hand."""
        self.selected = tuple(sorted(places))
        if self.selected and self._current not in self.selected:
            self._current = self._anchor = self.selected[-1]
        self._describe()
        self.update()
        self.chosen.emit(self.selected)

    def set_read_only(self, read_only: bool) -> None:
        """Show only; columns can still be looked at one by one."""
        self._read_only = read_only

    def sizeHint(self) -> QSize:
        return QSize(GRID * 60, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(GRID * 30, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, row = QPainter(self), self.row
        if not self._columns:
            painter.setPen(QPen(QColor(colours().hint), 1, Qt.PenStyle.DashLine))
            painter.drawRect(row.box)
            painter.drawText(row.box, int(Qt.AlignmentFlag.AlignCenter), _EMPTY)
            return
        paint_ruler(painter, row, RULER, self._sized)
        paint_heading(painter, row, self.selected, self._gone)
        paint_held(painter, row, self.selected, focused=self.hasFocus())
        if self._dropped is not None:
            paint_drop(painter, row, self._dropped)

    # ---- hands

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.row.place_at(event.pos().x())
            if place is not None:
                QToolTip.showText(event.globalPos(), self._told(place), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x, y = round(event.position().x()), round(event.position().y())
        border, place = self.row.border_at(x), self.row.place_at(x)
        if border is not None and not self._read_only:
            self._sized, self._before = border, self._shares
            self._go_to(border)
        elif place is not None:
            self._pressed = (x, place)
            cell = self.row.cell_at(x, y)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._go_to(place, extend=True)
            elif cell is not None and len(cell.places) > 1:
                self._current = self._anchor = place
                self.select(cell.places)
            elif place not in self.selected:
                self._go_to(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        if self._sized is not None:
            self._shares = self.row.sized(self._sized, x, _LEAST, _MOST)
            self.update()
        elif self._pressed is not None:
            far = abs(x - self._pressed[0]) >= QApplication.startDragDistance()
            if not self._read_only and (self._dropped is not None or far):
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._dropped = self.row.nearest_border(x)
                self.update()
        elif self._columns and not self._read_only:
            shapes = Qt.CursorShape
            held = self.row.border_at(x) is not None
            self.setCursor(shapes.SplitHCursor if held else shapes.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        sized, dropped, pressed = self._sized, self._dropped, self._pressed
        self._sized = self._dropped = self._pressed = None
        self.unsetCursor()
        self.update()
        if sized is not None:
            if self._shares != self._before:
                self.share_wanted.emit(sized, round(self._shares[sized], 2))
        elif dropped is not None:
            self.move_wanted.emit(self.selected, dropped)
        elif pressed is not None and not event.modifiers():
            cell = self.row.cell_at(round(event.position().x()), round(event.position().y()))
            if cell is not None and len(cell.places) == 1:  # of several in hand only this one
                self._go_to(cell.places[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        border = self.row.border_at(round(event.position().x()))
        if self._read_only or not self._columns:
            return
        if border is not None:
            self.share_wanted.emit(border, None)
        else:
            self.heading_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, mods = Qt.Key, Qt.KeyboardModifier
        key, last = event.key(), len(self._columns) - 1
        extend = bool(event.modifiers() & mods.ShiftModifier)
        if key in _STEPS and event.modifiers() & mods.AltModifier:
            self._move_by(_STEPS[key])
        elif key in _STEPS and self._columns:
            self._go_to(min(max(self._current + _STEPS[key], 0), last), extend=extend)
        elif key in (keys.Key_Home, keys.Key_End) and self._columns:
            self._go_to(0 if key == keys.Key_Home else last, extend=extend)
        elif key == keys.Key_A and event.modifiers() & mods.ControlModifier:
            self.select(range(len(self._columns)))
        elif key in (keys.Key_Delete, keys.Key_Backspace) and not self._read_only:
            self.delete_wanted.emit()
        elif key == keys.Key_Insert and not self._read_only:
            self.add_wanted.emit()
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_F2) and not self._read_only:
            self.heading_wanted.emit()
        else:
            super().keyPressEvent(event)

    # ---- inner workings

    def _go_to(self, place: int, *, extend: bool = False) -> None:
        self._current = place
        if not extend:
            self._anchor = place
        first, last = sorted((self._anchor, place))
        self.select(range(first, last + 1))

    def _move_by(self, step: int) -> None:
        if self._read_only or not self.selected:
            return
        before = self.selected[0] - 1 if step < 0 else self.selected[-1] + 2
        if 0 <= before <= len(self._columns):
            self.move_wanted.emit(self.selected, before)

    def _told(self, place: int) -> str:
        column = self._columns[place]
        return " · ".join(filter(None, (column.group, " ".join(column.heading.split()))))

    def _describe(self) -> None:
        told = " ".join(self._told(place) for place in self.selected)
        place = f"คอลัมน์ที่ {self.selected[0] + 1} จาก {len(self._columns)}" if told else _EMPTY
        self.setAccessibleDescription(to_thai(f"{place} {told}".strip()))
