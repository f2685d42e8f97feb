"""The measures of a year as a list to tick, each with its state and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ita_desktop.model.ids import Id
from ita_desktop.session.years.beginning import Candidate
from ita_desktop.thai.digits import to_thai_but_codes
from ui.theme import GRID
from ui.widgets.text.word_elide import word_lines

_HEADS = ("", "มาตรการ โครงการ หรือกิจกรรม", "สถานะ", "ผลของปีนี้")
_TICK, _TITLE, _STATE, _RESULT = range(4)
_LINES = 2
"""Lines a row shows; the whole is in its tooltip."""


class MeasureChoice(QTableWidget):
    """``turned`` tells that another set is ticked. A click anywhere on a row, or Space, ticks it;
    measures that have been brought already cannot be."""

    turned = Signal()

    def __init__(self, candidates: Sequence[Candidate], parent: QWidget | None = None) -> None:
        super().__init__(len(candidates), len(_HEADS), parent)
        self._candidates = tuple(candidates)
        self.setAccessibleName("มาตรการที่จะนำไปปีใหม่")
        self.setHorizontalHeaderLabels(_HEADS)
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
        for column, width in ((_TICK, 5), (_STATE, 19)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width * GRID)
        for column in (_TITLE, _RESULT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(
            _LINES * self.fontMetrics().lineSpacing() + GRID
        )
        self._fill()
        self.itemChanged.connect(self._on_changed)
        self.cellClicked.connect(lambda row, _column: self._turn(row))

    @property
    def chosen(self) -> tuple[Id, ...]:
        """The ids of the measures that are ticked, in order."""
        return tuple(
            one.measure.id
            for row, one in enumerate(self._candidates)
            if not one.brought and self.item(row, _TICK).checkState() is Qt.CheckState.Checked
        )

    def choose(self, wanted: Callable[[Candidate], bool]) -> None:
        """Tick those wanted, and no others."""
        self.blockSignals(True)
        for row, one in enumerate(self._candidates):
            if not one.brought:
                on = Qt.CheckState.Checked if wanted(one) else Qt.CheckState.Unchecked
                self.item(row, _TICK).setCheckState(on)
        self.blockSignals(False)
        self.viewport().update()
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self._turn(self.currentRow())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def _fill(self) -> None:
        for row, one in enumerate(self._candidates):
            for column, words in enumerate(_words(one)):
                item = QTableWidgetItem()
                item.setToolTip(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                # The row is ticked by the list itself, wherever on it the click falls.
                able = Qt.ItemFlag.NoItemFlags if one.brought else Qt.ItemFlag.ItemIsEnabled
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | able)
                self.setItem(row, column, item)
            if not one.brought:
                self.item(row, _TICK).setCheckState(Qt.CheckState.Checked)
            self.item(row, _TICK).setData(Qt.ItemDataRole.AccessibleTextRole, one.measure.name)
        self._show_words()
        if self._candidates:
            self.setCurrentCell(0, _TICK)

    def _show_words(self) -> None:
        """Each cell's words in as many lines as a row has, cut between words."""
        self.blockSignals(True)
        for row, one in enumerate(self._candidates):
            for column, words in enumerate(_words(one)):
                room = self.columnWidth(column) - 2 * GRID
                lines = word_lines(words, self.fontMetrics(), room, _LINES)
                self.item(row, column).setText("\n".join(lines))
        self.blockSignals(False)

    def _turn(self, row: int) -> None:
        item = self.item(row, _TICK)
        if not self._candidates[row].brought:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _TICK:
            self.turned.emit()


def _words(one: Candidate) -> tuple[str, str, str, str]:
    status = one.measure.status
    state = "นำไปแล้ว" if one.brought else status.label if status else "ยังไม่ระบุ"
    result = to_thai_but_codes(one.result) or "ยังไม่ได้กรอกผล"
    return ("", to_thai_but_codes(one.measure.name) or "(ยังไม่มีชื่อ)", state, result)
