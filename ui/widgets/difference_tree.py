"""What differs between two states of the work: kinds, under them records, under them fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.documents.value_words import held_words
from ita_desktop.model.differences import Difference, fields_changed
from ita_desktop.model.edits import Change
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.safety.difference_words import HAPPENED, Verbs, difference_words
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID
from ui.widgets.text.breaks import word_breaks

_CHANGE = Qt.ItemDataRole.UserRole
_NOTHING = "(ว่าง)"
_MOST_LETTERS = 600
"""Letters of a value that are shown: a page of text is read elsewhere."""


class DifferenceTree(QTreeWidget):
    """Three columns: what it is, how it was, how it is. Fields are filled in when a record is
    opened."""

    def __init__(
        self,
        before: str,
        after: str,
        parent: QWidget | None = None,
        *,
        verbs: Verbs = HAPPENED,
    ) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self.setItemDelegate(_Wrapping(self))
        self._sides: tuple[Snapshot, Snapshot] | None = None
        self.setColumnCount(3)
        self.setHeaderLabels(["รายการ", before, after])
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setIndentation(2 * GRID)
        self.setAccessibleName("สิ่งที่ต่างกัน")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.itemExpanded.connect(self._fill)
        word_breaks().ready.connect(self._again)

    def show_differences(
        self, found: Sequence[Difference], before: Snapshot, after: Snapshot
    ) -> None:
        """Show what became different from ``before`` to ``after``."""
        self.clear()
        self._sides = before, after
        names = RecordNames(before), RecordNames(after)
        for one in found:
            kind = self._item(self, one.kind.TITLE, difference_words(one, self._verbs))
            for change in (*_added(one), *one.changed, *_removed(one)):
                self._record(kind, change, names)
        if len(found) == 1:
            self.topLevelItem(0).setExpanded(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            room = self.viewport().width()
            self.setColumnWidth(0, round(room * 0.38))
            self.setColumnWidth(1, round(room * 0.31))

    def _record(
        self, kind: QTreeWidgetItem, change: Change, names: tuple[RecordNames, RecordNames]
    ) -> None:
        name = names[change.after is not None].of(change.record)
        if change.before is None:
            words = ("ไม่มี", "มี")
        elif change.after is None:
            words = ("มี", "ไม่มี")
        else:
            words = ("", to_thai(f"ต่าง {len(fields_changed(change))} ช่อง"))
        item = self._item(kind, name, *words)
        item.setData(0, _CHANGE, change)
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def _fill(self, item: QTreeWidgetItem) -> None:
        change = item.data(0, _CHANGE)
        if not isinstance(change, Change) or item.childCount() or self._sides is None:
            return
        for field in fields_changed(change):
            sides = (change.before, change.after)
            words = [
                (held_words(side, record, field) or _NOTHING) if record else ""
                for record, side in zip(sides, self._sides, strict=True)
            ]
            alone = change.before is None or change.after is None
            if alone and (not field.shown or not {*words} - {"", _NOTHING}):
                continue
            self._item(item, field.label, *words)
        if not item.childCount():
            item.setChildIndicatorPolicy(
                QTreeWidgetItem.ChildIndicatorPolicy.DontShowIndicatorWhenChildless
            )

    def _item(
        self, parent: QTreeWidget | QTreeWidgetItem, name: str, *words: str
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent)
        for column, text in enumerate((name, *words)):
            short = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
            item.setText(column, word_breaks().shown(short))
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return item

    def _again(self) -> None:
        """The breaks between words are known now."""
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            for column in range(3):
                plain = item.text(column).replace("\u200b", "")
                item.setText(column, word_breaks().shown(plain))
            waiting += [item.child(at) for at in range(item.childCount())]


class _Wrapping(QStyledItemDelegate):
    """Rows as high as their longest cell needs, wrapped to its column."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        tree = self.parent()
        assert isinstance(tree, QTreeWidget)
        width, depth = tree.columnWidth(index.column()), 1
        above = index.parent()
        while above.isValid():
            above, depth = above.parent(), depth + 1
        if index.column() == 0:
            width -= depth * tree.indentation()
        room = QRect(0, 0, max(width - 2 * GRID, GRID), 100_000)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        text = str(index.data() or "")
        height = tree.fontMetrics().boundingRect(room, flags, text).height()
        return QSize(width, height + GRID + GRID // 2)


def _added(one: Difference) -> tuple[Change, ...]:
    return tuple(Change(None, record) for record in one.added)


def _removed(one: Difference) -> tuple[Change, ...]:
    return tuple(Change(record, None) for record in one.removed)
