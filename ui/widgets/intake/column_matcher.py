"""A table as it came, under a row of boxes that say which field each column fills."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ita_desktop.session.intake.pasted_columns import NUMBER, Own, targets
from ita_desktop.session.intake.table_choice import FoundTable
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, colours
from ui.widgets.text.breaks import word_breaks

_MOST_ROWS = 60
"""Rows of the table shown; all of them are read."""

_MOST_LINES = 3
"""Lines of a cell shown; the whole is its tooltip."""

_WIDEST, _LEAST, _NARROW = GRID * 34, GRID * 22, GRID * 15
"""Logical pixels of a column: where there is room, where there is little, for short words."""

_ONLY_ONE = ("title", NUMBER)
"""Targets that only one column can have."""


class ColumnMatcher(QTableWidget):
    """``chosen`` tells that the target of a column was changed by hand."""

    chosen = Signal()

    def __init__(self, own: Own = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets = targets(own)
        self.boxes: list[QComboBox] = []
        self.setAccessibleName("ตารางต้นฉบับ")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setFixedHeight(GRID * 5)
        header.setMinimumSectionSize(_NARROW)
        header.setHighlightSections(False)
        for view in (self, header):  # Tab walks the boxes, not the cells
            view.setTabKeyNavigation(False)
        header.sectionResized.connect(lambda *_: self._place_boxes())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._place_boxes())
        word_breaks().ready.connect(self._show_words)
        self._cells: dict[tuple[int, int], str] = {}
        self._short: list[bool] = []

    @property
    def columns(self) -> tuple[str, ...]:
        """The target of each column."""
        return tuple(box.currentData() for box in self.boxes)

    def show_table(self, found: FoundTable) -> None:
        """Show another table; its columns are matched as the program proposes."""
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        rows = found.table.rows[:_MOST_ROWS]
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(found.table.width)
        self.setHorizontalHeaderLabels([""] * found.table.width)
        self.boxes = [self._box(place) for place in range(found.table.width)]
        self._cells = {
            (row, at): cell for row, cells in enumerate(rows) for at, cell in enumerate(cells)
        }
        self._short = [max(len(row[at]) for row in rows) < 12 for at in range(found.table.width)]
        for place in self._cells:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            item.setToolTip(self._cells[place])
            self.setItem(*place, item)
        for row, at, down, across in found.table.spans():
            if row < len(rows):
                self.setSpan(row, at, min(down, len(rows) - row), across)
        self._show_words()
        self._share_room()
        self.propose(found.columns)

    def propose(self, columns: tuple[str, ...]) -> None:
        """Match the columns, without telling."""
        for box, name in zip(self.boxes, columns, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(name)))
            box.blockSignals(False)
        self._place_boxes()

    def paint(self, headings: int) -> None:
        """Headings and columns left out are grey."""
        scheme = colours()
        for row, at in self._cells:
            item, heading = self.item(row, at), row < headings
            font = item.font()
            font.setBold(heading)
            item.setFont(font)
            used = bool(self.boxes[at].currentData()) and not heading
            item.setForeground(QColor(scheme.text if used else scheme.hint))
            item.setBackground(QColor(scheme.window if heading else scheme.surface))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A box that gets the focus is brought into sight; the wheel over one scrolls nothing."""
        if event.type() is QEvent.Type.FocusIn and watched in self.boxes and self.rowCount():
            at = self.boxes.index(watched)  # type: ignore[arg-type]
            self.scrollTo(self.model().index(0, at))
            self._place_boxes()
        if event.type() is QEvent.Type.Wheel and watched in self.boxes:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_boxes()

    def _box(self, place: int) -> QComboBox:
        box = QComboBox(self.horizontalHeader().viewport())
        for target in self._targets:
            box.addItem(target.label, target.name)
        box.setAccessibleName(to_thai(f"คอลัมน์ที่ {place + 1} ใส่ในช่อง"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        longest = max(box.fontMetrics().horizontalAdvance(one.label) for one in self._targets)
        box.view().setMinimumWidth(longest + GRID * 5)
        box.installEventFilter(self)
        box.currentIndexChanged.connect(lambda _index, at=place: self._on_chosen(at))
        box.show()
        return box

    def _on_chosen(self, place: int) -> None:
        """Titles and numbers come from one column: the other one is left out."""
        name = self.columns[place]
        for at, box in enumerate(self.boxes):
            if name in _ONLY_ONE and at != place and box.currentData() == name:
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
        self.chosen.emit()

    def _place_boxes(self) -> None:
        header = self.horizontalHeader()
        for at, box in enumerate(self.boxes):
            left = header.sectionViewportPosition(at)
            box.setGeometry(left + 2, 3, header.sectionSize(at) - 4, header.height() - 6)
            box.setToolTip(box.currentText())

    def _show_words(self) -> None:
        for place, cell in self._cells.items():
            self.item(*place).setText(word_breaks().shown(cell))

    def _share_room(self) -> None:
        """Columns as wide as there is room for, rows as high as their words, up to a few lines."""
        narrow = sum(self._short)
        room = self.viewport().width() - narrow * _NARROW
        share = room // max(len(self._short) - narrow, 1)
        for at, short in enumerate(self._short):
            self.setColumnWidth(at, _NARROW if short else min(max(share, _LEAST), _WIDEST))
        lines: dict[int, int] = {}
        for (row, at), cell in self._cells.items():
            if self.columnSpan(row, at) == 1:
                lines[row] = max(lines.get(row, 1), self._lines(cell, self.columnWidth(at)))
        height = self.fontMetrics().height()
        for row, count in lines.items():
            self.setRowHeight(row, min(count, _MOST_LINES) * height + GRID)
        self._place_boxes()

    def _lines(self, cell: str, width: int) -> int:
        metrics, room = self.fontMetrics(), width - GRID * 2
        return sum(1 + metrics.horizontalAdvance(line) // room for line in cell.split("\n"))
