"""The layouts of a document, each with a tiny drawing of its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.documents.layouts import Layout
from ui.icons import icon_pixmap
from ui.theme import GRID, MIDDLE, colours
from ui.widgets.layouts.column_drawing import paint_tiny
from ui.widgets.text.word_elide import word_lines

_ENTRY = Qt.ItemDataRole.UserRole
_ROW = GRID * 10
_DRAWING = QSize(GRID * 8, GRID * 5)
_SIGN = 16


@dataclass(frozen=True, slots=True)
class LayoutEntry:
    """One line of the list: how wide its columns are drawn, whether it is the office's own, and
    whether the document is printed in it."""

    layout: Layout
    shares: tuple[float, ...]
    own: bool
    used: bool

    @property
    def words(self) -> str:
        """What is said under its title."""
        if self.used:
            return "ใช้อยู่"
        return "ของหน่วยงาน" if self.own else "ของโปรแกรม"


class LayoutList(QListWidget):
    """Alt+↑/↓ moves, Delete deletes, Ctrl+D copies, Insert adds, Enter goes to the name."""

    acted = Signal(str)
    """``up``, ``down``, ``delete``, ``copy``, ``add`` or ``name``."""
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("แบบตาราง")
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current_id))

    @property
    def current_id(self) -> str:
        """The id of the layout in hand."""
        entry = self.entry(self.currentRow())
        return entry.layout.id if entry else ""

    def entry(self, row: int) -> LayoutEntry | None:
        """The entry of a row."""
        item = self.item(row)
        return item.data(_ENTRY) if item is not None else None

    def show_entries(self, entries: Sequence[LayoutEntry]) -> None:
        """Show these; the one in hand stays in hand."""
        held = self.current_id
        self.blockSignals(True)
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        while self.count() < len(entries):
            QListWidgetItem(self).setSizeHint(QSize(GRID * 20, _ROW))
        for row, entry in enumerate(entries):
            item = self.item(row)
            item.setData(_ENTRY, entry)
            item.setText(entry.layout.title)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, entry.words)
            if entry.layout.id == held:
                self.setCurrentRow(row)
        self.blockSignals(False)
        if self.current_id != held:
            self.chosen.emit(self.current_id)

    def choose(self, layout_id: str) -> None:
        """Take a layout in hand."""
        for row in range(self.count()):
            entry = self.entry(row)
            if entry is not None and entry.layout.id == layout_id:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, mods = Qt.Key, event.modifiers()
        alt = mods & Qt.KeyboardModifier.AltModifier
        acts = {
            keys.Key_Delete: "delete",
            keys.Key_Insert: "add",
            keys.Key_Return: "name",
            keys.Key_Enter: "name",
            keys.Key_F2: "name",
        }
        if alt and event.key() in (keys.Key_Up, keys.Key_Down):
            self.acted.emit("up" if event.key() == keys.Key_Up else "down")
        elif event.key() == keys.Key_D and mods & Qt.KeyboardModifier.ControlModifier:
            self.acted.emit("copy")
        elif event.key() in acts:
            self.acted.emit(acts[keys(event.key())])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self.itemAt(self.viewport().mapFromGlobal(event.globalPos()))
            self.setToolTip(item.text() if item is not None else "")
        return super().event(event)


class _EntryDelegate(QStyledItemDelegate):
    """The drawing on the left, the title and what is said of it on the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(_ENTRY)
        if not isinstance(entry, LayoutEntry):
            return
        scheme, metrics = colours(), option.fontMetrics
        room = option.rect.adjusted(2, 2, -2, -2)
        painter.save()
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent_soft if chosen else scheme.hover))
            painter.drawRoundedRect(room, 4, 4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        top = room.top() + (room.height() - _DRAWING.height()) // 2
        box = QRect(room.left() + GRID, top, _DRAWING.width(), _DRAWING.height())
        paint_tiny(painter, entry.layout.columns, entry.shares, box)
        left = box.right() + GRID + GRID // 2
        width = room.right() - left - GRID // 2
        font = painter.font()
        font.setBold(entry.used)
        painter.setFont(font)
        lines = word_lines(entry.layout.title, painter.fontMetrics(), width, 2)
        line = metrics.lineSpacing()
        y = room.top() + (room.height() - line * (len(lines) + 1)) // 2
        painter.setPen(QColor(scheme.text))
        for words in lines:
            painter.drawText(QRect(left, y, width, line), int(MIDDLE), words)
            y += line
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(scheme.accent if entry.used else scheme.hint))
        if entry.used:
            ratio = painter.device().devicePixelRatio()
            sign = icon_pixmap("check", _SIGN, "accent", ratio)
            painter.drawPixmap(left, y + (line - _SIGN) // 2, sign)
            left, width = left + _SIGN + 4, width - _SIGN - 4
        said = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, y, width, line), int(MIDDLE), said)
        painter.restore()
