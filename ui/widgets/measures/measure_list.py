"""The list of measures: keys, dragging and the menu of the right button.

It decides nothing: what the hand asks is told as signals with the ids of the measures meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, colours
from ui.widgets.measures.measure_delegate import MeasureDelegate
from ui.widgets.measures.measure_rows import MIME, UNTITLED, MeasureRow, MeasureRows
from ui.widgets.text.word_elide import word_lines

_K = Qt.Key


class MeasureList(QListView):
    """``moved`` tells ids and the place (from 0, counted before the move) they were dropped at."""

    counted = "{} มาตรการ"
    """What several rows are called while the hand carries them."""

    add_wanted = Signal()
    delete_wanted = Signal()
    paste_wanted = Signal()
    copy_wanted = Signal()
    form_wanted = Signal()
    step_wanted = Signal(int)
    moved = Signal(list, int)
    current_changed = Signal(str)

    def __init__(self, told: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MeasureRows(told, self)
        self.setModel(self.rows)
        self._painter = MeasureDelegate(self)
        self.setItemDelegate(self._painter)
        self._drop_place = -1
        self._quiet = False
        self.make_menu: Callable[[QMenu], None] | None = None
        self.setAccessibleName("รายการมาตรการ")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.selectionModel().currentChanged.connect(self._on_current)

    # ---- what the page asks

    @property
    def current_id(self) -> str:
        """The id of the measure in hand, or empty."""
        return self.row.id if self.row else ""

    @property
    def row(self) -> MeasureRow | None:
        """The row in hand."""
        place = self.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the measures selected, in order."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.rows.rows[place].id for place in places)

    def show_rows(self, rows: Sequence[MeasureRow]) -> None:
        """Show these; selection, measure in hand and scroll stay where they still can."""
        if self.rows.same_places(rows):
            self.rows.set_rows(rows)
            return
        current, selected = self.current_id, set(self.selected_ids)
        place, scroll = self.currentIndex().row(), self.verticalScrollBar().value()
        self._quiet = True
        self.rows.set_rows(rows)
        self._quiet = False
        ids = [row.id for row in self.rows.rows]
        if current not in ids and ids:
            current = ids[min(max(place, 0), len(ids) - 1)]
            selected = {current}
        self.doItemsLayout()
        self.select(current, selected)
        self.verticalScrollBar().setValue(scroll)

    def select(self, measure_id: str, others: Sequence[str] | set[str] = ()) -> None:
        """Take a measure in hand, and select it with others."""
        place = self.rows.place_of(measure_id)
        if place < 0:
            self.current_changed.emit("")
            return
        commands = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        self._quiet = True
        model.setCurrentIndex(self.rows.index(place), commands.ClearAndSelect)
        for one in others:
            if (other := self.rows.place_of(one)) >= 0:
                model.select(self.rows.index(other), commands.Select)
        self._quiet = False
        self.current_changed.emit(measure_id)

    def show_current(self) -> None:
        """Scroll to the measure in hand."""
        self.scrollTo(self.currentIndex())

    # ---- keys and menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._wanted(event)
        if wanted is None:
            super().keyPressEvent(event)
            return
        event.accept()
        wanted()

    def _wanted(self, event: QKeyEvent) -> Callable[[], object] | None:
        standard = QKeySequence.StandardKey
        if event.matches(standard.Paste):
            return self.paste_wanted.emit
        if event.matches(standard.Copy):
            return self.copy_wanted.emit
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            steps = {_K.Key_Up: -1, _K.Key_Down: 1}
            step = steps.get(_K(event.key()))
            return (lambda: self.step_wanted.emit(step)) if step else None
        if modifiers:
            return None
        plain = {
            _K.Key_Insert: self.add_wanted.emit,
            _K.Key_Delete: self.delete_wanted.emit,
            _K.Key_Return: self.form_wanted.emit,
            _K.Key_Enter: self.form_wanted.emit,
            _K.Key_F2: self.form_wanted.emit,
        }
        return plain.get(_K(event.key()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.make_menu is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.make_menu(menu)
        menu.popup(event.globalPos())

    # ---- dragging

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """The hand carries a small label, so that the line where it would fall can be seen."""
        indexes = sorted(self.selectedIndexes(), key=lambda one: one.row())
        if not indexes or not self.rows.can_move:
            return
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData(indexes))
        drag.setPixmap(self._label(len(indexes), self.rows.rows[indexes[0].row()]))
        drag.setHotSpot(QPoint(-GRID * 2, -GRID))
        drag.exec(actions, Qt.DropAction.MoveAction)
        self._drop_place = -1
        self.viewport().update()

    def _label(self, count: int, row: MeasureRow) -> QPixmap:
        one = f"{row.number} {row.title or UNTITLED}".strip()
        words = to_thai(self.counted.format(count)) if count > 1 else one
        [words] = word_lines(words, self.fontMetrics(), GRID * 24, most=1)
        width = self.fontMetrics().horizontalAdvance(words) + GRID * 2
        ratio = self.devicePixelRatioF()
        label = QPixmap(QSize(width, self.fontMetrics().height() + GRID) * ratio)
        label.setDevicePixelRatio(ratio)
        label.fill(QColor(colours().accent))
        painter = QPainter(label)
        painter.setFont(self.font())
        painter.setPen(QColor(colours().on_accent))
        place = QRect(QPoint(0, 0), label.deviceIndependentSize().toSize())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return label

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        if self._dragged(event):
            self._drop_place = self._place_at(event.position().toPoint().y())
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            self._drop_place = -1
            event.ignore()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_place = -1
        super().dragLeaveEvent(event)
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        ids = self._dragged(event)
        place = self._place_at(event.position().toPoint().y())
        self._drop_place = -1
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if not ids:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the rows are moved here, not by Qt
        event.accept()
        self.moved.emit(ids, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_place < 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(colours().accent), 3))
        y = self._edge(self._drop_place)
        painter.drawLine(4, y, self.viewport().width() - 4, y)

    def _dragged(self, event: QDropEvent) -> list[str]:
        """The ids being dragged, where they are of this list and it may be put in order."""
        if not self.rows.can_move or not event.mimeData().hasFormat(MIME):
            return []
        data = bytes(event.mimeData().data(MIME).data()).decode()
        return [one for one in data.split("\n") if self.rows.place_of(one) >= 0]

    def _place_at(self, y: int) -> int:
        for place in range(self.rows.rowCount()):
            rect = self.visualRect(self.rows.index(place))
            if y < rect.center().y():
                return place
        return self.rows.rowCount()

    def _edge(self, place: int) -> int:
        count = self.rows.rowCount()
        if place < count:
            return max(1, self.visualRect(self.rows.index(place)).top())
        return self.visualRect(self.rows.index(count - 1)).bottom() if count else 1

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_painter"):
            self._painter.cut_again()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.current_changed.emit(self.rows.rows[current.row()].id)
