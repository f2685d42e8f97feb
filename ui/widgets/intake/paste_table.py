"""The dialog that turns a table, pasted or of a Word file, into measures: columns are matched to
fields, and every row is shown as it was understood before anything is added."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.own_fields import own_fields
from ita_desktop.model.records import Division, YearWork
from ita_desktop.session.intake.pasted_columns import columns_of
from ita_desktop.session.intake.pasted_rows import ReadRows
from ita_desktop.session.intake.pasting import read_measures
from ita_desktop.session.intake.read_words import counts_words, notices
from ita_desktop.session.intake.table_choice import FoundTable, best_table
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.lists import joined
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import deciding
from ui.widgets.intake.column_matcher import ColumnMatcher
from ui.widgets.intake.read_preview import ReadPreview
from ui.widgets.text.labels import WrapLabel

_MOST_HEADINGS = 5
_WIDTH, _HEIGHT = GRID * 150, GRID * 86
_MOST_NAMED = 6
"""New divisions named; more are counted."""


class MeasureTableDialog(QDialog):
    """``read`` is what is to be added, once the dialog is accepted."""

    def __init__(
        self,
        found: Sequence[FoundTable],
        session: Session,
        year: YearWork,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._session = session
        self._year = year
        self._own = own_fields(session.snapshot)
        self.read = ReadRows()
        self.setWindowTitle(title)
        self.setModal(True)
        self.tables = QComboBox()
        self.tables.setAccessibleName("ตารางในแฟ้ม")
        self.tables.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tables.setMinimumContentsLength(20)
        self.tables.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for one in found:
            self.tables.addItem(one.label if one.measures else f"{one.label} (ไม่ใช่มาตรการ)")
        self.headings = QComboBox()
        self.headings.setAccessibleName("จำนวนแถวหัวตาราง")
        self.matcher = ColumnMatcher(self._own)
        self.preview = ReadPreview(session.snapshot, year)
        self.result_list = self.preview.list
        self.told = WrapLabel()
        self.warned = WrapLabel(role="amber")
        self.divisions = QCheckBox()
        self.divisions.setChecked(True)
        self.completing = QCheckBox("เติมช่องที่ยังว่างของมาตรการชื่อเดียวกันที่มีอยู่ แทนการเพิ่มเป็นรายการใหม่")
        self.completing.setChecked(True)
        self.add_button = QPushButton()
        set_role(self.add_button, "primary")
        self.add_button.setDefault(True)
        self.cancel_button = QPushButton("ยกเลิก")
        self._lay_out()
        self.tables.setCurrentIndex(best_table(found))
        self._show_table()
        self.tables.currentIndexChanged.connect(lambda _index: self._show_table())
        self.headings.currentIndexChanged.connect(lambda _index: self._on_headings())
        self.matcher.chosen.connect(self._show_result)
        for box in (self.completing, self.divisions):
            box.toggled.connect(lambda _on: self._show_result())
        self._fit()

    @property
    def table(self) -> FoundTable:
        """The table in hand."""
        return self._found[max(self.tables.currentIndex(), 0)]

    @property
    def boxes(self) -> list[QComboBox]:
        """The box over each column."""
        return self.matcher.boxes

    @property
    def columns(self) -> tuple[str, ...]:
        """The target of each column."""
        return self.matcher.columns

    # ---- building

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID + GRID // 2)
        whole.setSpacing(GRID)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        if len(self._found) > 1:
            row.addWidget(_label("ตาราง", self.tables))
            row.addWidget(self.tables, 1)
            row.addSpacing(GRID)
        row.addWidget(_label("แถวหัวตาราง", self.headings))
        row.addWidget(self.headings)
        if len(self._found) == 1:
            row.addStretch(1)
        whole.addLayout(row)
        whole.addWidget(
            WrapLabel("เลือกเหนือแต่ละคอลัมน์ว่าเป็นช่องใดของมาตรการ แล้วตรวจแต่ละมาตรการด้านล่าง", "hint")
        )
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID // 2)
        section_title(self.told)
        column.addWidget(self.told)
        column.addWidget(self.preview, 1)
        self.matcher.setMinimumHeight(GRID * 11)
        self.preview.setMinimumHeight(GRID * 9)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.matcher)
        parts.addWidget(below)
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 3)
        parts.setSizes([GRID * 28, GRID * 42])
        whole.addWidget(parts, 1)
        whole.addWidget(self.warned)
        whole.addWidget(self.completing)
        whole.addWidget(self.divisions)
        whole.addWidget(deciding(self, self.add_button, self.cancel_button))

    def _fit(self) -> None:
        """As large as is good, and never larger than the screen."""
        room = self.screen().availableGeometry().size()
        self.resize(min(_WIDTH, room.width() - GRID * 4), min(_HEIGHT, room.height() - GRID * 6))

    # ---- deciding

    def _show_table(self) -> None:
        """Another table was chosen: match its columns anew."""
        rows = self.table.table.rows
        names = ("ไม่มี", *(f"{count} แถวแรก" for count in range(1, _MOST_HEADINGS + 1)))
        self.headings.blockSignals(True)
        self.headings.clear()
        self.headings.addItems([to_thai(name) for name in names[: len(rows)]])
        self.headings.setCurrentIndex(min(self.table.headings, self.headings.count() - 1))
        self.headings.blockSignals(False)
        self.matcher.show_table(self.table)
        chooser = (self.tables,) if len(self._found) > 1 else ()
        order = (*chooser, self.headings, *self.boxes, self.result_list, self.preview.detail)
        for one, following in pairwise(
            (*order, self.completing, self.divisions, self.add_button, self.cancel_button)
        ):
            QWidget.setTabOrder(one, following)
        self._show_result()

    def _on_headings(self) -> None:
        count = self.headings.currentIndex()
        self.matcher.propose(columns_of(self.table.table, count, self._own))
        self._show_result()

    def _show_result(self) -> None:
        headings = self.headings.currentIndex()
        self.matcher.paint(headings)
        self.read = read_measures(
            self._session,
            self._year,
            self.table.table,
            headings,
            self.columns,
            register=self.divisions.isChecked(),
            complete=self.completing.isChecked(),
        )
        self.preview.show_read(self.read)
        counts = counts_words(self.read)
        year = to_thai(f"ในปีงบประมาณ พ.ศ. {self._year.action_year}")
        self.told.setText(f"จะ{counts} {year}" if counts else "ยังไม่มีอะไรให้เพิ่ม เลือกคอลัมน์ก่อน")
        self.add_button.setText(counts or "เพิ่ม")
        self.add_button.setEnabled(bool(counts))
        said = notices(self.read, self.columns, self._year, self._own)
        self.warned.setText(" · ".join(said))
        self.warned.setVisible(bool(said))
        if self.divisions.isChecked():
            self._offer(self.read.divisions)
        if self.completing.isChecked():
            self.completing.setVisible(any(one.completes for one in self.read.measures))

    def _offer(self, divisions: Sequence[Division]) -> None:
        """Offer the divisions that no register knows yet."""
        names = [one.name for one in divisions[:_MOST_NAMED]]
        more = len(divisions) - len(names)
        said = joined(names) + (to_thai(f" และอีก {more} แห่ง") if more else "")
        self.divisions.setText(f"เพิ่มลงทะเบียนสำนัก/กองด้วย: {said}")
        self.divisions.setToolTip(joined([one.name for one in divisions]))
        self.divisions.setVisible(bool(divisions))


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(buddy)
    return label
