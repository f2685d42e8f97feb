"""The lines of the page ตรวจทาน in a tree that keeps its place while they change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from ui.widgets.findings.line_delegate import LINE, LineDelegate, line_of
from ui.widgets.findings.lines import ACT_WORDS, BACK, LEAVE, MEND, Line
from ui.widgets.text.breaks import word_breaks

Key = tuple[str, ...]

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ACT_KEYS = {MEND: "Ctrl+Enter", LEAVE: "Delete", BACK: "Ctrl+Enter"}


class LineTree(QTreeView):
    """``wanted`` tells the line somebody wants to go to, ``acted`` an act and its line. Headings
    open and close."""

    wanted = Signal(object)
    acted = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._open: dict[Key, bool] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self._painter = LineDelegate(self)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expanded.connect(lambda index: self._remember(index, True))
        self.collapsed.connect(lambda index: self._remember(index, False))
        word_breaks().ready.connect(self._look_anew)

    # ---- what it shows

    @property
    def line(self) -> Line | None:
        """The line in hand."""
        index = self.currentIndex()
        return line_of(index) if index.isValid() else None

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines as they stand, headings with what is below them."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on; place, selection and what is open stay."""
        if tuple(lines) == self._lines:
            return
        held, place = self._keys_from_hand(), self.verticalScrollBar().value()
        self._lines = tuple(lines)
        self.setUpdatesEnabled(False)
        self._model.clear()
        self._model.appendColumn([_item(line) for line in lines])
        for index in self._indexes():
            line = line_of(index)
            if line.lines and self._open.get(line.key, line.head and not line.shut):
                self.setExpanded(index, True)
        self._take_in_hand(held)
        self.verticalScrollBar().setValue(place)
        self.setUpdatesEnabled(True)

    def go_to(self, key: Key) -> bool:
        """Take the line of that key in hand; False where there is none."""
        for index in self._indexes():
            if line_of(index).key == key:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        return False

    def open_group(self, key: Key) -> None:
        """Open a heading and take it in hand."""
        if self.go_to(key):
            self.expand(self.currentIndex())
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.line
        if line is not None and event.key() in _ENTER:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            first = next((act for act in line.acts if act != LEAVE), "")
            if not held:
                self._go(self.currentIndex())
            elif first:
                self.acted.emit(first, line)
            event.accept()
            return
        if line is not None and event.key() == Qt.Key.Key_Delete:
            if LEAVE in line.acts:
                self.acted.emit(LEAVE, line)
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        act = self._painter.act_at(index, event.position().toPoint()) if index.isValid() else ""
        pointed = (line_of(index).key, act) if act else None
        if pointed != self._painter.pointed:
            self._painter.pointed = pointed
            self.viewport().update()
        shape = Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if act := self._painter.act_at(index, at):
            self.acted.emit(act, line_of(index))
        else:
            self._go(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self.line
        if line is None or line.head:
            return
        menu = QMenu(self)
        menu.addAction("ไปที่ช่องนี้\tEnter").triggered.connect(lambda: self.wanted.emit(line))
        for act in line.acts:
            chosen = menu.addAction(f"{ACT_WORDS[act]}\t{ACT_KEYS[act]}")
            chosen.triggered.connect(lambda _on=False, one=act: self.acted.emit(one, line))
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(place.center())
        menu.exec(at)
        menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # rows of another height

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._look_anew()

    # ---- inner workings

    def _go(self, index: QModelIndex) -> None:
        line = line_of(index)
        if line.lines:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.wanted.emit(line)

    def _remember(self, index: QModelIndex, shown: bool) -> None:
        self._open[line_of(index).key] = shown

    def _indexes(self, above: QModelIndex | None = None) -> Iterator[QModelIndex]:
        """Every item in order, headings before what is below them."""
        parent = above if above is not None else QModelIndex()
        for row in range(self._model.rowCount(parent)):
            index = self._model.index(row, 0, parent)
            yield index
            yield from self._indexes(index)

    def _keys_from_hand(self) -> list[Key]:
        """The keys from the line in hand downward, then those above it, nearest first."""
        current = self.currentIndex()
        if not current.isValid():
            return []
        keys = [line_of(index).key for index in self._indexes()]
        at = keys.index(line_of(current).key)
        return [*keys[at:], *reversed(keys[:at])]

    def _take_in_hand(self, wanted: Sequence[Key]) -> None:
        places = {line_of(index).key: index for index in self._indexes()}
        found = next((places[key] for key in wanted if key in places), None)
        if found is not None:
            self.setCurrentIndex(found)
        elif places:
            first = next(iter(places.values()))
            below = self._model.index(0, 0, first)
            self.setCurrentIndex(below if self.isExpanded(first) else first)

    def _look_anew(self) -> None:
        if hasattr(self, "_painter"):
            self._painter.forget()
            self.scheduleDelayedItemsLayout()


def _item(line: Line) -> QStandardItem:
    item = QStandardItem(line.title)
    item.setFlags(_FLAGS)
    item.setData(line, LINE)
    item.setData(line.spoken, Qt.ItemDataRole.AccessibleTextRole)
    if not line.head:
        told = "\n".join(filter(None, (line.title, line.place, line.more, line.state)))
        item.setToolTip(told)
    if line.lines:
        item.appendRows([_item(one) for one in line.lines])
    return item
