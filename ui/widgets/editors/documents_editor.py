"""Which documents, and in which order: a list to tick and to move."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.model.fields import Field
from ui.theme import GRID
from ui.widgets.buttons import push
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.readings import ReadingNote
from ui.widgets.flow import FlowLayout

_ID = Qt.ItemDataRole.UserRole
_ALL = tuple(one.id for one in DOCUMENTS if not one.bundle)
_TITLES = tuple((one.id, one.short_title) for one in DOCUMENTS)


class _Parts(QListWidget):
    """``moved`` tells that a row was put elsewhere, by dragging or with Alt and an arrow."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.model().rowsMoved.connect(lambda *_: self.moved.emit())

    def step(self, direction: int) -> None:
        """Put the row in hand one place up or down."""
        place = self.currentRow()
        to = place + direction
        if place >= 0 and 0 <= to < self.count():
            before = to + 1 if direction > 0 else to
            self.model().moveRow(QModelIndex(), place, QModelIndex(), before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in arrows:
            self.step(arrows[Qt.Key(event.key())])
            event.accept()
            return
        super().keyPressEvent(event)


class DocumentsEditor(Editor):
    """What is ticked is bound, in the order of the list. Empty stands for every document in the
    usual order; ids of documents nobody knows are kept."""

    names_itself = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._others: tuple[str, ...] = ()
        self.list = _Parts()
        self._named(self.list)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.moved.connect(self._on_moved)
        self.up = push("เลื่อนขึ้น", "arrow-up", lambda: self.list.step(-1), role="quiet")
        self.down = push("เลื่อนลง", "arrow-down", lambda: self.list.step(1), role="quiet")
        self.up.setToolTip("Alt+↑ หรือลากด้วยเมาส์")
        self.down.setToolTip("Alt+↓ หรือลากด้วยเมาส์")
        self.reset = push("ทุกฉบับตามลำดับปกติ", "undo-2", self._on_reset, role="quiet")
        self.note = ReadingNote()
        buttons = QWidget()
        flow = FlowLayout(buttons, GRID // 2)
        flow.setContentsMargins(0, 0, 0, 0)
        for one in (self.up, self.down, self.reset):
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.list)
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.setFocusProxy(self.list)
        self.set_value(())

    def value(self) -> tuple[str, ...]:
        ticked = self._ticked()
        return () if ticked == _ALL and not self._others else (*ticked, *self._others)

    def inputs(self) -> list[QWidget]:
        reset = [] if self.reset.isHidden() else [self.reset]
        return [self.list, self.up, self.down, *reset]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _ticked(self) -> tuple[str, ...]:
        ticked = Qt.CheckState.Checked
        return tuple(str(one.data(_ID)) for one in self._items() if one.checkState() is ticked)

    def _show(self, value: Any) -> None:
        wanted = tuple(one for one in value if one in _ALL)
        self._others = tuple(one for one in value if one not in _ALL)
        shown = wanted or (() if self._others else _ALL)
        if self._ticked() != shown or not self.list.count():
            self._fill(shown)
        self.note.quiet()
        self._show_reset()

    def _fill(self, shown: tuple[str, ...]) -> None:
        titles = dict(_TITLES)
        self.list.blockSignals(True)
        self.list.clear()
        for one in (*shown, *(one for one in _ALL if one not in shown)):
            item = QListWidgetItem(titles[one], self.list)
            item.setData(_ID, one)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            ticked = Qt.CheckState.Checked if one in shown else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth() + GRID)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if self._showing:
            return
        if not self._ticked():
            self.list.blockSignals(True)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.blockSignals(False)
            self.note.say("circle-alert", "danger", "เล่มต้องมีเอกสารอย่างน้อยหนึ่งฉบับ")
            return
        self._change()

    def _on_moved(self) -> None:
        if not self._showing:
            self._change()

    def _on_reset(self) -> None:
        self._showing = True
        self._others = ()
        self._fill(_ALL)
        self._showing = False
        self._change()

    def _change(self) -> None:
        """Every tick and every move is undone by itself."""
        self.note.quiet()
        self._show_reset()
        self.stepped.emit()
        self._decided()
        self.stepped.emit()

    def _show_reset(self) -> None:
        self.reset.setHidden(self.value() == ())
