"""What was found, record by record, as a tree; with ticks while other words are to replace it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ita_desktop.session.searching.replacing import after_words, doubt_words, fixed_words
from ita_desktop.session.searching.searching import Found, Hit, SearchResult
from ui.finding.hit_delegate import PIECES, HitDelegate, Line
from ui.theme import GRID

_HIT = Qt.ItemDataRole.UserRole
_DOUBTED = Qt.ItemDataRole.UserRole + 2
_FLAGS = Qt.ItemFlag
_FIRST_COLUMN = 0.36

Key = tuple[str, str, tuple[int | str, ...], int]
"""What tells one place from another: record, field, path in it, letter."""


class HitTree(QTreeWidget):
    """``wanted`` tells the hit somebody wants to go to; ``ticked`` that the ticks have changed."""

    wanted = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[QTreeWidgetItem] = []
        self._decided: dict[Key, bool] = {}
        self.setColumnCount(2)
        self.setHeaderLabels(["รายการและช่อง", "ข้อความ"])
        self.setAccessibleName("ที่พบ")
        self.setItemDelegate(HitDelegate(self))
        self.setIndentation(2 * GRID)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._on_changed)
        self.itemActivated.connect(self._on_activated)

    @property
    def hit(self) -> Hit | None:
        """The hit in hand; of a record in hand its first."""
        item = self.currentItem()
        if item is not None and item.childCount():
            item = item.child(0)
        return hit_of(item) if item is not None else None

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """The hits with a tick."""
        return tuple(hit_of(row) for row in self.rows if _on(row))

    @property
    def doubtful(self) -> int:
        """How many places had better be looked at first, and have no tick."""
        return sum(row.data(0, _DOUBTED) is True and not _on(row) for row in self.rows)

    def show_found(self, result: SearchResult, new: str | None, action_year: int) -> None:
        """Show what was found; with ``new`` words, empty to take the old ones away, each place as
        it would be, and a tick to take away. ``action_year`` (พ.ศ.) is that of the work in
        hand. The place in hand stays."""
        held = key_of(self.hit) if self.hit is not None else None
        self.blockSignals(True)
        self.clear()
        self.rows = []
        heads = [self._head(found, new, action_year) for found in result.records]
        self.addTopLevelItems(heads)
        self.expandAll()
        for head in heads:  # only now: each of these would lay out anew what was added since
            head.setFirstColumnSpanned(True)
        self.blockSignals(False)
        again = next((row for row in self.rows if key_of(hit_of(row)) == held), None)
        if again is not None or self.rows:
            self.setCurrentItem(again or self.rows[0])
        self.ticked.emit()

    def forget_ticks(self) -> None:
        """Other words are sought: what was ticked for those before counts no more."""
        self._decided.clear()

    def go_to(self, key: Key) -> None:
        """Take the hit of that place in hand."""
        for row in self.rows:
            if key_of(hit_of(row)) == key:
                self.setCurrentItem(row)
                self.scrollToItem(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar sets and takes a tick, in whichever column one has clicked."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            if item.flags() & _FLAGS.ItemIsUserCheckable:
                item.setCheckState(0, _state(not _on(item)))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setColumnWidth(0, round(self.viewport().width() * _FIRST_COLUMN))

    # ---- inner workings

    def _head(self, found: Found, new: str | None, action_year: int) -> QTreeWidgetItem:
        head = QTreeWidgetItem([found.name.replace("\n", " ")])
        head.setToolTip(0, found.name)
        head.setFlags(_FLAGS.ItemIsEnabled | _FLAGS.ItemIsSelectable)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        for hit in found.hits:
            self._add_hit(head, hit, found, new, action_year)
        if any(row.flags() & _FLAGS.ItemIsUserCheckable for row in _children(head)):
            head.setFlags(head.flags() | _FLAGS.ItemIsUserCheckable | _FLAGS.ItemIsAutoTristate)
        return head

    def _add_hit(
        self, head: QTreeWidgetItem, hit: Hit, found: Found, new: str | None, action_year: int
    ) -> None:
        lead, tail = hit.around
        lines: list[Line] = [(lead, hit.found, tail)]
        why = ""
        item = QTreeWidgetItem(head)
        item.setData(0, _HIT, hit)
        item.setFlags(_FLAGS.ItemIsEnabled | _FLAGS.ItemIsSelectable)
        if new is not None and not (why := fixed_words(hit, new)):
            why = doubt_words(hit, new, found, action_year)
            lines.append(after_words(hit, new))
            item.setFlags(item.flags() | _FLAGS.ItemIsUserCheckable)
            item.setData(0, _DOUBTED, bool(why))
            ticked = self._decided.get(key_of(hit), not why)
            item.setCheckState(0, _state(ticked))
        place = f"{hit.text.label} {hit.text.where}".rstrip()
        item.setText(0, f"{place}\n{why}" if why else place)
        item.setToolTip(0, item.text(0))
        item.setData(1, PIECES, tuple(lines))
        item.setToolTip(1, hit.text.words)
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, "\n".join(map("".join, lines)))
        self.rows.append(item)

    def _on_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        if item.data(0, _HIT) is not None:
            self._decided[key_of(hit_of(item))] = _on(item)
        self.ticked.emit()

    def _on_activated(self, _item: QTreeWidgetItem, _column: int) -> None:
        if self.hit is not None:
            self.wanted.emit(self.hit)


def hit_of(row: QTreeWidgetItem) -> Hit:
    """The hit that a row below a record stands for."""
    hit = row.data(0, _HIT)
    assert isinstance(hit, Hit)
    return hit


def key_of(hit: Hit) -> Key:
    """What tells a hit from the others, whatever else changes."""
    return (hit.record.id, hit.text.field, hit.text.path, hit.start)


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item.child(at) for at in range(item.childCount())]


def _on(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
