"""What a workbook would bring in, before it does: counts and changes, or every cell to mend."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QSplitter,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.session.intake.workbooks import Import, bad_cells_error, lost_words, told_changes
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ui.dialogs import open_in_system
from ui.theme import GRID, colours, section_title, set_role
from ui.widgets.read_table import read_table
from ui.widgets.text.labels import WrapLabel

_TOP = Qt.AlignmentFlag.AlignTop
_MOST_SHOWN = 500
"""Rows of a list; more than that nobody reads."""


class ImportDialog(QDialog):
    """Accepted only for a workbook without a bad cell that brings something."""

    def __init__(self, found: Import, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self.setWindowTitle(f"นำเข้าจาก “{found.path.name}”")
        self.setModal(True)
        self.told = WrapLabel()
        section_title(self.told)
        self.more = WrapLabel(role="hint")
        self.lost = WrapLabel(role="amber")
        self.buttons = QDialogButtonBox()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._whole.setSpacing(GRID)
        self._whole.addWidget(self.told)
        self._whole.addWidget(self.more)
        if found.reading.bad:
            self._show_bad()
        else:
            self._show_clean()
        self._whole.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.resize(GRID * 124, GRID * 76)

    # ---- cells to mend

    def _show_bad(self) -> None:
        problem = bad_cells_error(self._found)
        set_role(self.told, "danger")
        self.told.setText(problem.problem)
        self.more.setText(problem.remedy)
        bad = self._found.reading.bad
        rows = [
            (
                one.sheet,
                one.address,
                one.heading,
                " ".join(one.text.split()),
                one.problem,
                one.remedy,
            )
            for one in bad
        ]
        widths = (16, 8, 20, 20, 30, 0)
        heads = ("แผ่น", "ช่อง", "หัวคอลัมน์", "ในช่องพิมพ์ว่า", "ปัญหา", "วิธีแก้")
        self.table = read_table("ช่องที่ต้องแก้", heads, rows, widths)
        self._whole.addWidget(self.table, 1)
        self.copy = self._button("คัดลอกรายการ", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        opened = self._button("เปิดสมุดงานใน Excel", QDialogButtonBox.ButtonRole.ActionRole)
        opened.clicked.connect(lambda: open_in_system(self._found.path))
        self.copy.setDefault(True)
        self._button("ปิด", QDialogButtonBox.ButtonRole.RejectRole)

    def _copy(self) -> None:
        """The list as lines, to be sent to whoever filled in the workbook."""
        lines = [one.words for one in self._found.reading.bad]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText("คัดลอกแล้ว")

    # ---- what would be brought in

    def _show_clean(self) -> None:
        found = self._found
        nothing = not found.reading.changes
        self.told.setText(
            "ข้อมูลในสมุดงานเหมือนกับในแฟ้มงานแล้ว ไม่มีอะไรต้องนำเข้า" if nothing else found.counts_words
        )
        lines = (*found.told, "นำเข้าแล้วเลิกทำได้ในครั้งเดียว") if not nothing else found.told
        self.more.setText("\n".join(lines))
        self.more.setVisible(bool(lines))
        if found.reading.lost:
            lost = lost_words(found.reading)
            count = to_thai(f"ภาพและแฟ้มแนบ {len(lost)} รายการไม่ได้มากับสมุดงาน ใส่ใหม่ได้ในโปรแกรม:")
            shown = " · ".join(lost[:6]) + (" …" if len(lost) > 6 else "")
            self.lost.setText(f"{count} {shown}")
            self._whole.addWidget(self.lost)
        self.counts = self._counts_table()
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.counts)
        if not nothing:
            self.changes = self._changes_table()
            halves.addWidget(self.changes)
            halves.setSizes([GRID * 52, GRID * 72])
            self.counts.currentCellChanged.connect(lambda row, *_: self._show_kind(row))
        self._whole.addWidget(halves, 1)
        if nothing:
            self._button("ปิด", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
            return
        self.ok = self._button("นำเข้า", QDialogButtonBox.ButtonRole.AcceptRole)
        set_role(self.ok, "primary")
        self.ok.setDefault(True)
        self._button("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)

    def _changes_table(self) -> QTableWidget:
        told = told_changes(self._found)
        self._titles = [one.title for one in told[:_MOST_SHOWN]]
        rows = [
            (
                "แก้ไข" if one.labels else "เพิ่ม",
                to_thai_but_codes(f"{one.title}: {one.name}"),
                " · ".join(one.labels),
            )
            for one in told[:_MOST_SHOWN]
        ]
        if len(told) > _MOST_SHOWN:
            rows.append(("", to_thai(f"และอีก {len(told) - _MOST_SHOWN} รายการ"), ""))
        heads = ("จะทำ", "รายการ", "ช่องที่เปลี่ยน")
        table = read_table("รายการที่จะเพิ่มและแก้ไข", heads, rows, (9, 0, 22))
        for at, one in enumerate(told[:_MOST_SHOWN]):
            role = colours().amber if one.labels else colours().good
            table.item(at, 0).setForeground(QColor(role))
        return table

    def _counts_table(self) -> QTableWidget:
        reading = self._found.reading
        self._kinds = [
            one for one in reading.counts if one.new or one.changed or one.unchanged or one.left
        ]
        left = sum(one.left for one in reading.counts)
        rows = [_count_row("ทั้งหมด", reading.new, reading.changed, reading.unchanged, left)]
        rows += (
            _count_row(one.kind.TITLE, one.new, one.changed, one.unchanged, one.left)
            for one in self._kinds
        )
        heads = ("ชนิดข้อมูล", "ใหม่", "แก้ไข", "เหมือนเดิม", "คงไว้")
        table = read_table("จำนวนแยกตามชนิดข้อมูล", heads, rows, (0, 6, 7, 11, 7))
        table.horizontalHeaderItem(4).setToolTip("มีในแฟ้มงานแต่ไม่มีในสมุดงาน คงไว้ตามเดิม")
        for row in range(table.rowCount()):
            for column in range(1, table.columnCount()):
                table.item(row, column).setTextAlignment(_TOP | Qt.AlignmentFlag.AlignHCenter)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setCurrentCell(0, 0)
        return table

    def _show_kind(self, row: int) -> None:
        """Show the changes of the kind in hand, or all of them."""
        title = self._kinds[row - 1].kind.TITLE if row > 0 else ""
        for at, one in enumerate(self._titles):
            self.changes.setRowHidden(at, bool(title) and one != title)

    # ---- building

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(words)
        self.buttons.addButton(button, role)
        return button


def _count_row(title: str, *numbers: int) -> tuple[str, ...]:
    return (title, *(to_thai(f"{number:,}") if number else "-" for number in numbers))
