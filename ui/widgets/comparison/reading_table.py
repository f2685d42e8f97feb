"""A table to read: rows as high as their words, cut between words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ita_desktop.thai.digits import to_thai
from ui.widgets.text.breaks import word_breaks

NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReadingTable(QTableWidget):
    """``stretched`` are the columns that share the room; the others have their width set."""

    def __init__(self, name: str, heads: tuple[str, ...], stretched: tuple[int, ...]) -> None:
        super().__init__(0, len(heads))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.name_columns(heads)
        for column in stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        word_breaks().ready.connect(self._break_words)

    def name_columns(self, heads: tuple[str, ...]) -> None:
        """Say anew what the columns are."""
        self.setHorizontalHeaderLabels([to_thai(one) for one in heads])

    def put(self, row: int, column: int, text: str) -> QTableWidgetItem:
        """Show a text, breakable between words, whole in its tooltip."""
        item = QTableWidgetItem(word_breaks().shown(text))
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        self.setItem(row, column, item)
        return item

    def _break_words(self) -> None:
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None:
                    text = item.data(Qt.ItemDataRole.AccessibleTextRole)
                    item.setText(word_breaks().shown(text))
