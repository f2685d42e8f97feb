"""The list of entries of the catalogue, each with a sign that says whether it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.icons import icon
from ui.theme import GRID
from ui.widgets.catalogues.catalogue_parts import UNCERTAIN, entry_words

ID = Qt.ItemDataRole.UserRole
"""Where an item keeps the id of its entry."""

_SIGN = 14

Acts = Mapping[Qt.Key, Callable[[], None]]


class EntryList(QListWidget):
    """``acts`` are what keys do: Delete, Insert, Enter."""

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(_SIGN, _SIGN))
        self.setMinimumWidth(GRID * 26)

    @property
    def held_id(self) -> str:
        """The id of the entry in hand, or empty."""
        item = self.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def show_entries(self, found: tuple[Any, ...]) -> None:
        """Show these; the one in hand stays in hand where it is still there."""
        held, place = self.held_id, self.currentRow()
        self.blockSignals(True)
        if [self.item(row).data(ID) for row in range(self.count())] != [one.id for one in found]:
            self.clear()
            for one in found:
                item = QListWidgetItem()
                item.setData(ID, one.id)
                item.setSizeHint(QSize(GRID * 10, GRID * 4))
                _show(item, one)
                self.addItem(item)
        for row, one in enumerate(found):
            _show(self.item(row), one)
            if one.id == held:
                self.setCurrentRow(row)
        if found and self.currentRow() < 0:
            self.setCurrentRow(min(max(place, 0), len(found) - 1))
        self.blockSignals(False)

    def place_of(self, record_id: str) -> int:
        """The row of an entry, or -1."""
        rows = range(self.count())
        return next((row for row in rows if self.item(row).data(ID) == record_id), -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (act := self._acts.get(Qt.Key(event.key()))) is not None:
            act()
            event.accept()
            return
        super().keyPressEvent(event)


def _show(item: QListWidgetItem, entry: Any) -> None:
    words = entry_words(entry)
    item.setText(words)
    sign = ("circle-check", "good") if entry.certain else ("circle-dashed", "amber")
    item.setIcon(icon(*sign))
    sure = "ยืนยันแล้ว" if entry.certain else UNCERTAIN
    item.setToolTip(f"{words}\n{sure}\n{entry.source}".strip())
