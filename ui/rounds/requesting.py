"""Asking divisions for results: which round, which of them, on paper or to be typed into."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.ids import Id
from ita_desktop.session.papers.suffixes import PDF
from ita_desktop.session.rounds.requests import EXCEL, all_asked, make_requests, request_targets
from ita_desktop.session.rounds.states import RoundState, round_name, round_states
from ita_desktop.thai.digits import to_thai
from ui.choosing import choose_folder
from ui.dialogs import open_folder, resize_within_screen
from ui.exporting import overwriting, proposed_folder
from ui.theme import GRID, section_title
from ui.waiting import Cancelled, Progress, wait_for
from ui.widgets.buttons import deciding, push
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole


class RequestDialog(QDialog):
    """:attr:`month`, :attr:`divisions` and :attr:`kinds` are what was chosen."""

    def __init__(self, workspace: Workspace, month: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session, year = workspace.session, workspace.year
        today = session.clock().date()
        self.states = {one.month: one for one in round_states(session.snapshot, year, today)}
        self.setWindowTitle("ขอผลการดำเนินการจากสำนัก/กอง")
        self.setModal(True)
        title = WrapLabel(to_thai(f"ขอผลการดำเนินการ ปีงบประมาณ พ.ศ. {year.action_year}"))
        section_title(title)
        self.round = QComboBox()
        self.round.setAccessibleName("รอบการรายงาน")
        for one in self.states.values():
            self.round.addItem(round_name(one.month), one.month)
        self.told = WrapLabel(role="hint")
        self.list = QListWidget()
        self.list.setAccessibleName("สำนัก/กองที่จะขอผล")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.missing_button = push("เฉพาะที่ยังไม่ครบ", "circle-dashed", self._only_missing)
        self.all_button = push("เลือกทั้งหมด", "list-checks", self._every)
        for button in (self.missing_button, self.all_button):
            button.setAutoDefault(False)
        self.pdf = QCheckBox("PDF (บันทึกข้อความพร้อมแบบให้เขียน)")
        self.excel = QCheckBox("Excel (ให้พิมพ์ผลแล้วส่งกลับเข้าโปรแกรมได้)")
        self.pdf.setChecked(True)
        self.excel.setChecked(True)
        self.ok = push("เลือกโฟลเดอร์และบันทึก…", "folder-output", self.accept, role="primary")
        self.ok.setDefault(True)
        self._lay_out(title)
        self.round.currentIndexChanged.connect(lambda _at: self._show_round())
        self.list.itemChanged.connect(lambda _item: self._show_state())
        for check in (self.pdf, self.excel):
            check.toggled.connect(lambda _on: self._show_state())
        self.round.setCurrentIndex(max(0, self.round.findData(month or self._due())))
        self._show_round()
        resize_within_screen(self, GRID * 76, GRID * 66)

    @property
    def month(self) -> int:
        """The round that is asked about."""
        return int(self.round.currentData() or 0)

    @property
    def divisions(self) -> tuple[Id, ...]:
        """The ids of the divisions that are asked."""
        return tuple(str(one.data(_ID)) for one in self._items() if _on(one))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of file that are written for each."""
        pairs = ((PDF, self.pdf), (EXCEL, self.excel))
        return tuple(suffix for suffix, check in pairs if check.isChecked())

    def _due(self) -> int:
        """The round that is most likely meant: the last of those that have ended, else the first
        that is not complete."""
        states = list(self.states.values())
        ended = [one.month for one in states if one.ended and not one.done]
        waiting = [one.month for one in states if not one.done]
        return ended[-1] if ended else waiting[0] if waiting else 0

    def _show_round(self) -> None:
        state = self.states.get(self.month)
        self.list.blockSignals(True)
        self.list.clear()
        for one in state.divisions if state else ():
            if one.division is None:
                continue
            words = to_thai(f"{one.name} — รายงานแล้ว {one.reported} จาก {len(one.asked)} มาตรการ")
            item = QListWidgetItem(words, self.list)
            item.setData(_ID, one.division.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(bool(one.missing)))
        self.list.blockSignals(False)
        self.told.setText(_told(state))
        self._show_state()

    def _show_state(self) -> None:
        for button in (self.all_button, self.missing_button):
            button.setEnabled(self.list.count() > 0)
        self.ok.setEnabled(bool(self.divisions and self.kinds))

    def _only_missing(self) -> None:
        state = self.states.get(self.month)
        waiting = (
            {one.division.id for one in state.divisions if one.division and one.missing}
            if (state)
            else set()
        )
        for item in self._items():
            item.setCheckState(_state(item.data(_ID) in waiting))

    def _every(self) -> None:
        for item in self._items():
            item.setCheckState(_state(True))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _lay_out(self, title: QWidget) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(QLabel("รอบ"))
        top.addWidget(self.round)
        top.addWidget(self.told, 1)
        ticks = QHBoxLayout()
        ticks.setSpacing(GRID)
        ticks.addWidget(self.all_button)
        ticks.addWidget(self.missing_button)
        ticks.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(title)
        whole.addLayout(top)
        whole.addLayout(ticks)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.pdf)
        whole.addWidget(self.excel)
        whole.addWidget(deciding(self, self.ok, push("ยกเลิก", "x", self.reject)))


def write_requests(parent: QWidget, workspace: Workspace, month: int = 0) -> tuple[Path, ...]:
    """Ask which divisions, then where to, and write; nothing where the clerk thought better.

    Raises UserError where the folder refuses.
    """
    session, year = workspace.session, workspace.year
    dialog = RequestDialog(workspace, month, parent)
    try:
        if not dialog.exec():
            return ()
        wanted, kinds = (dialog.month, dialog.divisions), dialog.kinds
    finally:
        dialog.deleteLater()
    asked = all_asked(session.snapshot, year, *wanted)
    folder = choose_folder(parent, proposed_folder(workspace), "บันทึกแบบขอผลลงในโฟลเดอร์")
    if folder is None:
        return ()
    overwrite = overwriting(parent, request_targets(asked, folder, kinds).values())
    if overwrite is None:
        return ()

    def work(cancelled: Cancelled, progress: Progress) -> tuple[Path, ...]:
        return make_requests(
            session,
            asked,
            folder,
            kinds=kinds,
            overwrite=overwrite,
            renderer=workspace.renderer,
            cancelled=cancelled,
            progress=progress,
        )

    made = wait_for(parent, "กำลังทำแบบขอผล…", work, counted="ทำแบบขอผลแล้ว {} แฟ้ม")
    written: tuple[Path, ...] = made or ()
    if written:
        workspace.notice(to_thai(f"ทำแบบขอผลแล้ว {len(written)} แฟ้ม ใน “{folder.name}”"))
        open_folder(folder)
    return written


def _told(state: RoundState | None) -> str:
    if state is None:
        return "ปีนี้ไม่ได้ใช้รอบใด ตั้งรอบการรายงานก่อน"
    if not any(one.division for one in state.divisions):
        return "ยังไม่มีมาตรการของรอบนี้ที่มีสำนัก/กองรับผิดชอบ ระบุผู้รับผิดชอบในหน้ามาตรการก่อน"
    return " · ".join(filter(None, (state.due_words, state.left_words)))


def _on(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
