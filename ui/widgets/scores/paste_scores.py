"""The dialog that shows what a pasted table of scores was taken for, before anything is filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.catalogue import Catalogue
from ita_desktop.model.score_names import full_name
from ita_desktop.model.score_reading import score_words
from ita_desktop.session.intake.pasted_scores import Match, PastedScores, ReadValue
from ita_desktop.session.scores.scores import ScoreKey
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ui.theme import GRID, colours, section_title, set_role
from ui.widgets.buttons import deciding
from ui.widgets.scores.score_choice import NOT_USED, ScoreChoiceDelegate, score_choices
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from decimal import Decimal

_NAMES = GRID * 40
_TEXT = GRID * 26
_FIGURES = GRID * 17
_WIDEST = GRID * 150

Read = Callable[[PastedScores], Sequence[ReadValue]]
Held = Callable[[ScoreKey], "Decimal | None"]


class PasteScoresDialog(QDialog):
    """``values`` are what was decided, once it is accepted. ``read`` tells what a table fills,
    ``held`` what a score is now; ``years`` may be chosen for a column."""

    def __init__(
        self,
        pasted: PastedScores,
        catalogue: Catalogue,
        years: Sequence[int],
        read: Read,
        held: Held,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pasted = pasted
        self._catalogue = catalogue
        self._read = read
        self._held = held
        self._years = sorted({*years, *(one for one in pasted.columns if one)}, reverse=True)
        self.read_values: tuple[ReadValue, ...] = ()
        self.setWindowTitle("วางตารางคะแนน")
        self.setModal(True)
        self.choices = score_choices(catalogue)
        self.boxes = [self._box(at) for at in range(len(pasted.columns))]
        self.table = self._make_table()
        self.only_open = QCheckBox("แสดงเฉพาะแถวที่ต้องดู")
        self.only_open.toggled.connect(lambda _on: self._hide_rows())
        self.told = WrapLabel()
        section_title(self.told)
        self.warned = WrapLabel(role="amber")
        self.problems = QListWidget()
        self.problems.setAccessibleName("สิ่งที่ไม่ได้ใส่")
        self.problems.setMaximumHeight(GRID * 14)
        self.problems.itemActivated.connect(self._go_to_problem)
        self.problems.itemClicked.connect(self._go_to_problem)
        self.add_button = QPushButton()
        set_role(self.add_button, "primary")
        self.add_button.setDefault(True)
        self.cancel_button = QPushButton("ยกเลิก")
        self._lay_out()
        self._show()
        columns = sum(self.table.columnWidth(at) for at in range(self.table.columnCount()))
        self.resize(min(max(columns + GRID * 8, GRID * 100), _WIDEST), GRID * 80)

    @property
    def values(self) -> dict[ScoreKey, Decimal | None]:
        """What is to be filled, by year and code."""
        return {one.key: one.value for one in self.read_values if one.key and not one.problem}

    def choose(self, row: int, code: str) -> None:
        """Take a row for another score, "" for none."""
        self.pasted = self.pasted.with_match(row, code)
        self._show()

    # ---- building

    def _box(self, at: int) -> QComboBox:
        box = QComboBox()
        box.addItem("ไม่ใช้คอลัมน์นี้", 0)
        for year in self._years:
            box.addItem(to_thai(f"ปี {year}"), year)
        box.setCurrentIndex(max(0, box.findData(self.pasted.columns[at])))
        box.setAccessibleName(to_thai(f"คอลัมน์ที่ {at + 1} เป็นคะแนนของปี"))
        box.activated.connect(lambda _index: self._on_column(at))
        return box

    def _make_table(self) -> QTableWidget:
        rows = self.pasted.rows
        table = QTableWidget(len(rows) + 1, len(self.boxes) + 1)
        table.setAccessibleName("ตารางที่วาง")
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed
        )
        table.setItemDelegateForColumn(0, ScoreChoiceDelegate(self.choices, table))
        table.cellClicked.connect(lambda row, column: self._on_clicked(row, column))
        table.itemChanged.connect(self._on_chosen)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(0, _NAMES)
        head = QTableWidgetItem("เป็นคะแนนของ (คลิกเพื่อเลือกใหม่)")
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        table.setItem(0, 0, head)
        table.setRowHeight(0, GRID * 5)
        for at, box in enumerate(self.boxes):
            table.setCellWidget(0, at + 1, box)
            longest = max((len(row[at]) for row in rows), default=0)
            table.setColumnWidth(at + 1, _FIGURES if longest < 16 else _TEXT)
        flags = Qt.ItemFlag
        for place, row in enumerate(rows, start=1):
            name = QTableWidgetItem()
            if self.pasted.matches[place - 1] is None:
                name.setFlags(flags.ItemIsEnabled)
            table.setItem(place, 0, name)
            table.setRowHeight(place, GRID * 4)
            for at, cell in enumerate(row, start=1):
                item = QTableWidgetItem(word_breaks().shown(" ".join(cell.split())))
                item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable)
                table.setItem(place, at, item)
        return table

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        whole.setSpacing(GRID)
        size = to_thai(f"พบตาราง {len(self.pasted.rows)} แถว {len(self.boxes)} คอลัมน์")
        whole.addWidget(WrapLabel(f"{size} ตรวจว่าแต่ละแถวเป็นคะแนนของข้อใด และแต่ละคอลัมน์เป็นของปีใด"))
        whole.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.only_open)
        whole.addLayout(row)
        whole.addWidget(self.warned)
        whole.addWidget(self.problems)
        whole.addWidget(deciding(self, self.add_button, self.cancel_button))

    # ---- deciding

    def _on_column(self, at: int) -> None:
        self.pasted = self.pasted.with_column(at, self.boxes[at].currentData())
        for box, year in zip(self.boxes, self.pasted.columns, strict=True):
            box.setCurrentIndex(max(0, box.findData(year)))
        self._show()

    def _on_clicked(self, row: int, column: int) -> None:
        item = self.table.item(row, 0)
        if row and not column and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.editItem(item)

    def _on_chosen(self, item: QTableWidgetItem) -> None:
        code = item.data(Qt.ItemDataRole.UserRole)
        match = self.pasted.matches[item.row() - 1] if item.row() and not item.column() else None
        if match is not None and code is not None and code != match.code:
            self.choose(item.row() - 1, code)

    def _go_to_problem(self, item: QListWidgetItem) -> None:
        row, column = item.data(Qt.ItemDataRole.UserRole)
        self.table.setCurrentCell(row + 1, column + 1)
        self.table.scrollToItem(self.table.item(row + 1, column + 1))

    # ---- showing

    def _show(self) -> None:
        self.read_values = tuple(self._read(self.pasted))
        self.table.blockSignals(True)
        for at, match in enumerate(self.pasted.matches):
            self._show_match(at, match)
        self._show_cells()
        self.table.blockSignals(False)
        self._show_result()
        self._hide_rows()

    def _show_match(self, at: int, match: Match | None) -> None:
        item, scheme = self.table.item(at + 1, 0), colours()
        if match is None:
            item.setText("")
            item.setBackground(QColor(scheme.window))
            return
        dropped = not match.code and match.sure
        name = full_name(match.code, self._catalogue) if match.code else ""
        item.setText(to_thai_but_codes(name) or (NOT_USED if dropped else "— เลือกข้อ —"))
        item.setData(Qt.ItemDataRole.UserRole, match.code)
        item.setToolTip("\n".join(filter(None, (name, match.told))))
        ink = scheme.hint if dropped else scheme.text if match.sure else scheme.amber
        item.setForeground(QColor(ink))
        item.setBackground(QColor(scheme.surface if match.sure else scheme.amber_soft))

    def _show_cells(self) -> None:
        scheme = colours()
        by_cell = {(one.row, one.column): one for one in self.read_values}
        for at, row in enumerate(self.pasted.rows):
            for column in range(len(row)):
                item = self.table.item(at + 1, column + 1)
                value = by_cell.get((at, column))
                used = bool(self.pasted.columns[column]) and self.pasted.matches[at] is not None
                wrong = value is not None and bool(value.problem)
                item.setForeground(
                    QColor(scheme.danger if wrong else scheme.text if used else scheme.hint)
                )
                item.setBackground(QColor(scheme.danger_soft if wrong else scheme.surface))
                item.setToolTip(self._told(value) if value else row[column])
                right = Qt.AlignmentFlag.AlignRight if self.pasted.columns[column] else None
                item.setTextAlignment((right or Qt.AlignmentFlag.AlignLeft) | _MIDDLE)

    def _told(self, value: ReadValue) -> str:
        if value.problem or value.key is None:
            return value.problem
        held = self._held(value.key)
        if held is None or held == value.value:
            return ""
        return f"แทนคะแนนเดิม {score_words(held)}"

    def _show_result(self) -> None:
        values = self.values
        years = to_thai(" ".join(str(one) for one in sorted({year for year, _ in values})))
        replaced = sum(
            (held := self._held(key)) is not None and held != value for key, value in values.items()
        )
        said = f"จะใส่คะแนน {len(values)} ค่า ปี {years}" if values else "ยังไม่มีคะแนนให้ใส่"
        self.told.setText(to_thai(f"{said} · แทนค่าเดิม {replaced} ค่า" if replaced else said))
        self.add_button.setText(to_thai(f"ใส่ {len(values)} ค่า") if values else "ใส่")
        self.add_button.setEnabled(bool(values))
        unsure = sum(
            one is not None and bool(one.code) and not one.sure for one in self.pasted.matches
        )
        self.warned.setText(to_thai(f"เดาไว้ {unsure} แถว (พื้นเหลือง) โปรดตรวจก่อนใส่"))
        self.warned.setVisible(bool(unsure))
        wrong: dict[tuple[int, str], list[ReadValue]] = {}
        for one in self.read_values:
            if one.problem:
                wrong.setdefault((one.row, one.problem), []).append(one)
        self.problems.clear()
        for (row, problem), cells in wrong.items():
            where = to_thai(f"ไม่ได้ใส่: แถวที่ {row + 1}")
            texts = "" if problem.startswith("“") else " ".join(f"“{one.text}”" for one in cells)
            words = " ".join(filter(None, (where, texts, to_thai_but_codes(problem))))
            item = QListWidgetItem(word_breaks().shown(words), self.problems)
            item.setData(Qt.ItemDataRole.UserRole, (row, cells[0].column))
        self.problems.setVisible(bool(wrong))

    def _hide_rows(self) -> None:
        wrong = {one.row for one in self.read_values if one.problem}
        only = self.only_open.isChecked()
        for at, match in enumerate(self.pasted.matches):
            looked_at = at in wrong or (match is not None and not match.sure)
            self.table.setRowHidden(at + 1, only and not looked_at)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
