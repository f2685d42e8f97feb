"""A list whose rows are ticked: by a click anywhere on the row, or by Space."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.theme import GRID
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.word_elide import word_lines

_TICK = 0
_LINES = 2
"""Lines a cell shows of one text; the whole is in its tooltip."""


class TickTable(QTableWidget):
    """``turned`` tells that another set is ticked. The first column holds the ticks, the columns
    ``fixed`` have their width in logical pixels, the others share what room is left."""

    turned = Signal()

    def __init__(
        self,
        name: str,
        heads: tuple[str, ...],
        rows: Sequence[tuple[str, ...]],
        fixed: dict[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(len(rows), len(heads), parent)
        self._rows = tuple(rows)
        self._able = [True] * len(rows)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(heads)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(len(heads)):
            mode = QHeaderView.ResizeMode
            held = {_TICK: 5 * GRID, **fixed}.get(column)
            header.setSectionResizeMode(column, mode.Fixed if held else mode.Stretch)
            if held:
                self.setColumnWidth(column, held)
        self.verticalHeader().setDefaultSectionSize(
            _LINES * self.fontMetrics().lineSpacing() + GRID
        )
        self._fill()
        self.itemChanged.connect(self._on_changed)
        self.cellClicked.connect(lambda row, _column: self._turn(row))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_words)
        header.sectionResized.connect(lambda *_: self._later.start(0))
        word_breaks().ready.connect(self._show_words)

    def is_ticked(self, row: int) -> bool:
        """Whether a row that may be ticked is."""
        on = self.item(row, _TICK).checkState() is Qt.CheckState.Checked
        return self._able[row] and on

    def tick(self, wanted: Callable[[int], bool]) -> None:
        """Tick the rows wanted, and no others."""
        self.blockSignals(True)
        for row, able in enumerate(self._able):
            if able:
                on = Qt.CheckState.Checked if wanted(row) else Qt.CheckState.Unchecked
                self.item(row, _TICK).setCheckState(on)
        self.blockSignals(False)
        self.viewport().update()
        self.turned.emit()

    def bar_from(self, row: int) -> None:
        """A row that cannot be ticked."""
        self.blockSignals(True)
        self._able[row] = False
        for column in range(self.columnCount()):
            self.item(row, column).setFlags(Qt.ItemFlag.ItemIsSelectable)
        self.item(row, _TICK).setData(Qt.ItemDataRole.CheckStateRole, None)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self._turn(self.currentRow())
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        for row, texts in enumerate(self._rows):
            for column, words in enumerate(("", *texts)):
                item = QTableWidgetItem()
                item.setToolTip(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                # The row is ticked by the list itself, wherever on it the click falls.
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                self.setItem(row, column, item)
            self.item(row, _TICK).setCheckState(Qt.CheckState.Checked)
            self.item(row, _TICK).setData(Qt.ItemDataRole.AccessibleTextRole, texts[0])
        self._show_words()
        if self._rows:
            self.setCurrentCell(0, _TICK)

    def _show_words(self) -> None:
        """Each cell's words in as many lines as a row has, cut between words; texts of several
        lines show one line of each."""
        blocked = self.blockSignals(True)
        for row, texts in enumerate(self._rows):
            for column, words in enumerate(texts, start=1):
                room = self.columnWidth(column) - 3 * GRID
                parts = words.split("\n")
                most = _LINES if len(parts) == 1 else 1
                lines = [
                    line
                    for one in parts
                    for line in word_lines(one, self.fontMetrics(), room, most)
                ]
                self.item(row, column).setText("\n".join(lines))
        self.blockSignals(blocked)

    def _turn(self, row: int) -> None:
        item = self.item(row, _TICK)
        if self._able[row]:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _TICK:
            self.turned.emit()
