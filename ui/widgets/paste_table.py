"""The dialog that matches the columns of a pasted table to the fields of a measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.records import Measure
from ita_desktop.session.pasted_columns import Own, heading_rows, matched_columns, targets
from ita_desktop.session.pasted_rows import unclear
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, colours, section_title, set_role
from ui.widgets.breaks import word_breaks
from ui.widgets.labels import WrapLabel
from ui.widgets.measure_rows import UNTITLED

_MOST_ROWS = 50
"""Rows of the table shown; all of them are added."""

_MOST_HEADINGS = 3
_COLUMN = GRID * 26

Rows = Sequence[Sequence[str]]
Make = Callable[[Rows, Sequence[str]], Sequence[Measure]]
Sum = Callable[[Measure], str]


class PasteTableDialog(QDialog):
    """``columns`` and ``body`` are what was decided, once it is accepted."""

    def __init__(
        self,
        rows: Rows,
        make: Make,
        summary: Sum,
        parent: QWidget | None = None,
        own: Own = (),
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._own = own
        self._make = make
        self._summary = summary
        self.setWindowTitle("วางตารางมาตรการ")
        self.setModal(True)
        self.headings = QComboBox()
        self.headings.setAccessibleName("จำนวนแถวหัวตาราง")
        names = ("ไม่มีแถวหัวตาราง", *(f"{count} แถวแรก" for count in range(1, _MOST_HEADINGS + 1)))
        self.headings.addItems([to_thai(name) for name in names[: len(rows)]])
        self.boxes = [self._box(place) for place in range(len(rows[0]))]
        self.table = self._make_table()
        self.told = WrapLabel()
        self.warned = WrapLabel(role="amber")
        self.result_list = QListWidget()
        self.result_list.setAccessibleName("มาตรการที่จะเพิ่ม")
        self.result_list.setWordWrap(True)
        self.result_list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.result_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button = QPushButton()
        set_role(self.add_button, "primary")
        self.add_button.setDefault(True)
        self.cancel_button = QPushButton("ยกเลิก")
        self._lay_out()
        found = heading_rows(rows, own)
        self.headings.setCurrentIndex(found)
        self._propose(found)
        self.headings.currentIndexChanged.connect(self._propose)
        self.resize(GRID * 112, GRID * 78)

    @property
    def columns(self) -> tuple[str, ...]:
        """The target of each column."""
        return tuple(box.currentData() for box in self.boxes)

    @property
    def body(self) -> Rows:
        """The rows below the headings."""
        return self._rows[self.headings.currentIndex() :]

    # ---- building

    def _box(self, place: int) -> QComboBox:
        box = QComboBox()
        for target in targets(self._own):
            box.addItem(target.label, target.name)
        box.setAccessibleName(to_thai(f"คอลัมน์ที่ {place + 1} ใส่ในช่อง"))
        box.currentIndexChanged.connect(lambda _index, at=place: self._on_chosen(at))
        return box

    def _make_table(self) -> QTableWidget:
        shown = self._rows[:_MOST_ROWS]
        table = QTableWidget(len(shown) + 1, len(self.boxes))
        table.setAccessibleName("ตารางที่วาง")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        line = self.fontMetrics().height()
        for column, box in enumerate(self.boxes):
            table.setCellWidget(0, column, box)
            longest = max(len(row[column]) for row in shown)
            table.setColumnWidth(column, GRID * 18 if longest < 12 else _COLUMN)
        table.setRowHeight(0, GRID * 5)
        for place, row in enumerate(shown, start=1):
            lines = max(self._lines(cell) for cell in row)
            table.setRowHeight(place, min(lines, 3) * line + GRID)
            for column, cell in enumerate(row):
                item = QTableWidgetItem(word_breaks().shown(cell))
                item.setToolTip(cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                table.setItem(place, column, item)
        return table

    def _lines(self, cell: str) -> int:
        room = _COLUMN - GRID * 2
        metrics = self.fontMetrics()
        return sum(1 + metrics.horizontalAdvance(line) // room for line in cell.split("\n"))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        whole.setSpacing(GRID)
        size = to_thai(f"พบตาราง {len(self._rows)} แถว {len(self.boxes)} คอลัมน์")
        whole.addWidget(WrapLabel(f"{size} เลือกด้านบนของแต่ละคอลัมน์ว่าเป็นช่องใดของมาตรการ"))
        row = QHBoxLayout()
        label = QLabel("แถวหัวตาราง")
        label.setBuddy(self.headings)
        row.addWidget(label)
        row.addWidget(self.headings)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addWidget(self.table, 3)
        section_title(self.told)
        whole.addWidget(self.told)
        whole.addWidget(self.warned)
        whole.addWidget(self.result_list, 2)
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        buttons.addButton(self.add_button, roles.AcceptRole)
        buttons.addButton(self.cancel_button, roles.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)

    # ---- deciding

    def _propose(self, headings: int) -> None:
        """Match the columns anew, the first rows being headings."""
        found = matched_columns(self._rows, headings, self._own)
        for box, name in zip(self.boxes, found, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(name)))
            box.blockSignals(False)
        self._show_result()

    def _on_chosen(self, place: int) -> None:
        """No field is filled from two columns: the other one is left out."""
        name = self.columns[place]
        for at, box in enumerate(self.boxes):
            if name and at != place and box.currentData() == name:
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
        self._show_result()

    def _show_result(self) -> None:
        self._paint_rows()
        measures = self._make(self.body, self.columns)
        self.result_list.clear()
        for number, measure in enumerate(measures, start=1):
            words = f"{to_thai(str(number))}. {measure.name or UNTITLED}"
            more = self._summary(measure)
            shown = f"{words}\n{more}" if more else words
            self.result_list.addItem(QListWidgetItem(word_breaks().shown(shown)))
        count = len(measures)
        self.told.setText(
            to_thai(f"จะเพิ่ม {count} มาตรการ") if count else "ยังไม่มีอะไรให้เพิ่ม เลือกคอลัมน์ก่อน"
        )
        self.add_button.setText(to_thai(f"เพิ่ม {count} มาตรการ") if count else "เพิ่ม")
        self.add_button.setEnabled(bool(count))
        self._warn(measures)

    def _warn(self, measures: Sequence[Measure]) -> None:
        found = unclear(measures)
        words = []
        if "title" not in self.columns:
            words.append("ยังไม่ได้เลือกคอลัมน์ชื่อมาตรการ")
        if found.timelines:
            words.append(f"ระยะเวลาอ่านไม่ออก {found.timelines} ช่อง")
        if found.references:
            words.append(f"รหัสอ้างอิงอ่านไม่ออก {found.references} รหัส")
        if found.timelines or found.references:
            words.append("โปรแกรมจะเก็บไว้ตามที่พิมพ์ ให้แก้ภายหลังได้")
        self.warned.setText(to_thai(" · ".join(words)))
        self.warned.setVisible(bool(words))

    def _paint_rows(self) -> None:
        """Headings and columns left out are grey."""
        headings, scheme = self.headings.currentIndex(), colours()
        for place in range(1, self.table.rowCount()):
            for column, name in enumerate(self.columns):
                item = self.table.item(place, column)
                heading = place <= headings
                font = item.font()
                font.setBold(heading)
                item.setFont(font)
                item.setForeground(QColor(scheme.text if name and not heading else scheme.hint))
                item.setBackground(QColor(scheme.window if heading else scheme.surface))
