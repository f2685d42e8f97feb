"""Every repair that can be made, each shown before it is: what stands there, what would."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.findings import Finding, Repair, Spot
from ita_desktop.session.checking.repairing import repair_pieces
from ita_desktop.session.checking.rows import FoundRow
from ita_desktop.thai.digits import to_thai
from ui.finding.hit_delegate import PIECES, HitDelegate, Line
from ui.theme import GRID
from ui.widgets.buttons import deciding, push
from ui.widgets.text.labels import WrapLabel

_FINDING = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_FIRST_COLUMN = 0.4

_MOST_LETTERS = 40
"""Of the words that are marked: longer ones are cut in the middle, and look alike before and
after."""


class RepairDialog(QDialog):
    """``chosen`` are the findings whose repair is ticked; all are at first."""

    def __init__(self, rows: Sequence[FoundRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("แก้ให้ทั้งหมดที่แก้ได้")
        self.resize(GRID * 112, GRID * 66)
        self.tree = _Repairs(rows)
        self.every = QCheckBox("เลือกทั้งหมด")
        self.every.setChecked(True)
        self.every.clicked.connect(self.tree.tick_all)
        self.tree.itemChanged.connect(lambda *_: self._count())
        self.ok = push("", "check", self.accept, role="primary")
        buttons = deciding(self, self.ok, push("ยกเลิก", "x", self.reject))
        told = WrapLabel("ติ๊กออกสิ่งที่ไม่ต้องการให้แก้ แก้แล้วเลิกทำได้ทั้งหมดในครั้งเดียว", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(told)
        column.addWidget(self.tree, 1)
        column.addWidget(self.every)
        column.addWidget(buttons)
        self._count()

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """The findings to mend."""
        return tuple(one.data(0, _FINDING) for one in self.tree.items if one.checkState(0) == _ON)

    def _count(self) -> None:
        count = len(self.chosen)
        words = to_thai(f"แก้ {count} แห่ง")
        self.ok.setText(f" {words}")
        self.ok.setAccessibleName(words)
        self.ok.setEnabled(count > 0)
        self.every.setChecked(count == len(self.tree.items))


def _shown(repair: Repair, spot: Spot | None) -> tuple[Line, Line]:
    """The passage before and after; of long words only the letters that change are apart."""
    long = spot is not None and spot.end - spot.start > _MOST_LETTERS
    return repair_pieces(repair, None if long else spot)


class _Repairs(QTreeWidget):
    """A line for each repair with a tick: where it is, and the words before and after."""

    def __init__(self, rows: Sequence[FoundRow]) -> None:
        super().__init__()
        self.items: list[QTreeWidgetItem] = []
        self.setColumnCount(2)
        self.setHeaderLabels(["รายการและช่อง", "ข้อความเดิม และที่จะแก้เป็น"])
        self.setAccessibleName("สิ่งที่แก้ให้ได้")
        self.setRootIsDecorated(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setItemDelegate(HitDelegate(self))
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(True)
        for row in rows:
            repair = row.finding.repair
            if repair is None:
                continue
            lines = _shown(repair, row.finding.spot)
            item = QTreeWidgetItem(self, [row.place])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, _ON)
            item.setData(0, _FINDING, row.finding)
            item.setToolTip(0, f"{row.place}\n{row.problem}")
            item.setData(1, PIECES, lines)
            item.setToolTip(1, f"{repair.old}\n→ {repair.new}")
            spoken = f"{repair.old} แก้เป็น {repair.new}"
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.items.append(item)
        if self.items:
            self.setCurrentItem(self.items[0])

    def tick_all(self, on: bool) -> None:
        """Set every tick, or take it away."""
        for item in self.items:
            item.setCheckState(0, _ON if on else _OFF)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            item.setCheckState(0, _OFF if item.checkState(0) == _ON else _ON)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setColumnWidth(0, round(self.viewport().width() * _FIRST_COLUMN))
