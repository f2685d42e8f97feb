"""The list of documents in the order of the work: what each is called, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.documents.kinds import Stage
from ita_desktop.session.checking.readiness import Readiness
from ita_desktop.thai.digits import to_thai
from ui.icons import icon_pixmap
from ui.theme import GRID, MIDDLE, colours
from ui.widgets.row_ground import has_keys, paint_ground

_SIGN = 16
"""Logical pixels of the sign before a name."""

_PAD = 3
_WIDE = GRID * 44
"""Logical pixels from which the state stands beside the name instead of under it."""

_ID = Qt.ItemDataRole.UserRole
_STATE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class DocumentList(QListWidget):
    """``chosen`` tells the id of the document taken in hand, ``hit`` of one that was clicked,
    ``entered`` of one on which Enter was pressed. A ``whole`` list is as tall as its rows."""

    chosen = Signal(str)
    hit = Signal(str)
    entered = Signal(str)

    def __init__(
        self,
        documents: Sequence[Readiness],
        parent: QWidget | None = None,
        *,
        whole: bool = False,
    ) -> None:
        super().__init__(parent)
        self._quiet = False
        self._whole = whole
        self._items: dict[str, QListWidgetItem] = {}
        self.setAccessibleName("เอกสารทุกฉบับ")
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(GRID * 24)
        ordered = sorted(documents, key=lambda one: list(Stage).index(one.kind.stage))
        for stage, group in groupby(ordered, key=lambda one: one.kind.stage):
            heading = QListWidgetItem(stage.value, self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for one in group:
                item = QListWidgetItem(self)
                item.setData(_ID, one.kind.id)
                self._items[one.kind.id] = item
        self.show_states(documents)
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(self._on_clicked)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the documents as they stand."""
        return tuple(self._items)

    def show_states(self, documents: Sequence[Readiness]) -> None:
        """Say how far each document is."""
        for one in documents:
            item = self._items[one.kind.id]
            words, sign, role = state_of(one)
            item.setText(one.kind.short_title)
            item.setData(_STATE, (words, sign, role))
            item.setToolTip(f"{one.kind.title}\n{one.kind.purpose}")
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{one.kind.short_title} {words}".strip()
            )

    def state_words(self, document: str) -> str:
        """What is said of a document's state."""
        return str(self._items[document].data(_STATE)[0])

    def select(self, document: str) -> None:
        """Show which document is in hand."""
        self._quiet = True
        self.setCurrentItem(self._items[document])
        self._quiet = False
        self.scrollToItem(self._items[document])

    def whole_height(self) -> int:
        """Logical pixels at which nothing has to be scrolled."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return rows + 2 * self.frameWidth() + GRID

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if item := self.currentItem():
                self.entered.emit(item.data(_ID))
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() >= _WIDE) != (event.oldSize().width() >= _WIDE):
            self.doItemsLayout()  # rows of another height
            if item := self.currentItem():
                self.scrollToItem(item)
        if self._whole:
            if event.size().width() != event.oldSize().width():
                self.setFixedHeight(self.whole_height())
            self.updateGeometries()  # else it may scroll by what it lacked before

    def _on_clicked(self, item: QListWidgetItem) -> None:
        if item.data(_ID):
            self.hit.emit(item.data(_ID))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._quiet:
            self.chosen.emit(item.data(_ID))


def state_of(readiness: Readiness) -> tuple[str, str, str]:
    """Words, icon and colour role of how far a document is."""
    words = readiness.words
    if readiness.doubtful:  # both counts fit into a narrow list
        words = words.removesuffix(" รายการ")
        words += to_thai(f" · ควรตรวจดู {readiness.doubtful}")
    sign = ("circle-check", "good") if readiness.ready else ("circle-dashed", "amber")
    return words, *sign


class _Painter(QStyledItemDelegate):
    """Name in bold, the state under it, or beside it where there is room; headings in the accent's
    colour."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = self._view.fontMetrics().height()
        if not index.data(_ID):
            return QSize(GRID * 10, line + GRID)
        lines = 1 if self._wide else 2
        return QSize(GRID * 10, lines * line + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_ID):
            self._document(painter, option, index)
        else:
            self._heading(painter, option.rect, str(index.data()))
        painter.restore()

    @property
    def _wide(self) -> bool:
        return self._view.viewport().width() >= _WIDE

    def _heading(self, painter: QPainter, place: QRect, words: str) -> None:
        painter.setFont(self._bold())
        painter.setPen(QColor(colours().accent))
        room = place.adjusted(GRID, 0, -GRID, -2)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    def _document(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        scheme = colours()
        paint_ground(painter, option, focused=has_keys(option))
        state, sign, role = index.data(_STATE)
        place, line = option.rect, self._view.fontMetrics().height()
        left, top = place.left() + GRID, place.top() + _PAD
        ratio = self._view.devicePixelRatioF()
        pixmap = icon_pixmap(sign, _SIGN, role, ratio)
        painter.drawPixmap(left, top + (line - _SIGN) // 2, pixmap)
        left += _SIGN + GRID
        room = QRect(left, top, place.right() - GRID - left, line)
        beside = self._view.fontMetrics().horizontalAdvance(state) + GRID if self._wide else 0
        align = Qt.AlignmentFlag.AlignLeft | MIDDLE
        painter.setFont(self._bold())
        painter.setPen(QColor(scheme.text))
        metrics = painter.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        name = metrics.elidedText(str(index.data()), elide, room.width() - beside)
        painter.drawText(room, align, name)
        painter.setFont(self._view.font())
        painter.setPen(QColor(scheme.amber if role == "amber" else scheme.hint))
        if self._wide:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | MIDDLE, state)
        else:
            words = self._view.fontMetrics().elidedText(state, elide, room.width())
            painter.drawText(room.translated(0, line), align, words)

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setBold(True)
        return font
