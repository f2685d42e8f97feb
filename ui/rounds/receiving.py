"""Filled requests taken back: what each division sent, beside what is here, before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ita_desktop.session.review.merge_views import ProposalView
from ita_desktop.session.rounds.answers import Answers, plan_answers, refused_error, take_answers
from ita_desktop.session.session import read_only_error
from ita_desktop.storage.backup_names import Reason
from ita_desktop.thai.digits import to_thai
from ui.dialogs import resize_within_screen
from ui.reviewing.merge_tree import MergeTree
from ui.reviewing.proposal_detail import ProposalDetail, SideWords
from ui.theme import GRID, section_title, set_role
from ui.waiting import Cancelled, Progress, wait_for
from ui.widgets.buttons import deciding, push
from ui.widgets.read_table import read_table
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_COLLISION = "มีมากกว่าหนึ่งฝ่ายกรอกช่องนี้ ถ้ารับ จะรวมไว้ด้วยกันตามที่แสดง"
_SIDES = SideWords(
    ours="ในแฟ้มงานตอนนี้",
    theirs="เมื่อรับแล้วจะเป็น",
    take="รับ",
    keep="คงของเดิมไว้",
    collision=_COLLISION,
)


class AnswersDialog(QDialog):
    """Accepted only where nothing is refused and something is wanted; ``tree.accepted`` is what
    was decided."""

    def __init__(self, found: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self.setWindowTitle("รับผลที่สำนัก/กองส่งกลับ")
        self.setModal(True)
        self.told = WrapLabel()
        section_title(self.told)
        self.more = WrapLabel(role="hint")
        self.more.hide()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._whole.setSpacing(GRID)
        self._whole.addWidget(self.told)
        self._whole.addWidget(self.more)
        self.no = push("ยกเลิก", "x", self.reject)
        if found.refused:
            self._show_refused()
        elif found.groups:
            self._show_groups()
        else:
            self._show_nothing()
        tall = bool(found.refused or found.groups)
        resize_within_screen(self, GRID * 132, GRID * (80 if tall else 24))

    # ---- what hinders

    def _show_refused(self) -> None:
        problem = refused_error(self._found)
        set_role(self.told, "danger")
        self.told.setText(problem.problem)
        self._tell_more(problem.remedy)
        rows = [
            (
                one.file,
                one.cell.address if one.cell else "",
                one.cell.heading if one.cell else "",
                one.problem,
                one.remedy,
            )
            for one in self._found.refused
        ]
        heads = ("แฟ้ม", "ช่อง", "หัวคอลัมน์", "ปัญหา", "วิธีแก้")
        self.table = read_table("เรื่องที่ต้องแก้", heads, rows, (26, 7, 16, 36, 0))
        self._whole.addWidget(self.table, 1)
        self.copy = push("คัดลอกรายการ", "copy", self._copy, role="primary")
        self._close_with(self.copy)

    def _copy(self) -> None:
        """The list as lines, to be sent to whoever filled the requests in."""
        QGuiApplication.clipboard().setText("\n".join(one.words for one in self._found.refused))
        self.copy.setText(" คัดลอกแล้ว")

    # ---- what would be taken

    def _show_groups(self) -> None:
        found = self._found
        self.told.setText(f"ผล{found.rounds} จาก{found.senders}")
        self._tell_more(f"{found.counts_words} · รับแล้วเลิกทำได้ในครั้งเดียว")
        self.tree = MergeTree(found.groups, collides=_COLLISION, take_all=True)
        self.tree.setAccessibleName("ผลที่ส่งกลับ")
        self.detail = ProposalDetail(_SIDES)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.tree)
        halves.addWidget(self.detail)
        halves.setSizes([GRID * 56, GRID * 72])
        self._whole.addWidget(halves, 1)
        self.ok = push("", "check", self.accept, role="primary")
        self.ok.setDefault(True)
        self._whole.addWidget(deciding(self, self.ok, self.no))
        self.tree.view_changed.connect(self._show_view)
        self.tree.ticked.connect(self._count)
        self.detail.decided.toggled.connect(self.tree.accept_current)
        self._show_view(self.tree.view)
        self._count()

    def _show_view(self, view: ProposalView | None) -> None:
        self.detail.show_view(view, accepted=self.tree.is_accepted())
        self.detail.setEnabled(self.tree.view is not None or view is None)

    def _count(self) -> None:
        accepted = self.tree.accepted
        reports = len({one.record_id for one in accepted})
        words = to_thai(f"รับผล {reports} มาตรการ ({len(accepted)} ช่อง)") if accepted else "รับผล"
        self.ok.setText(f" {words}")
        self.ok.setAccessibleName(words)
        self.ok.setEnabled(bool(accepted))
        self.detail.decide(self.tree.is_accepted())

    def _show_nothing(self) -> None:
        found = self._found
        self.told.setText(found.counts_words)
        self._tell_more(f"อ่านแบบรายงาน{found.rounds} จาก{found.senders}แล้ว ทุกช่องตรงกับในแฟ้มงาน")
        self._whole.addStretch(1)
        self._close_with()

    def _tell_more(self, words: str) -> None:
        self.more.setText(words)
        self.more.show()

    def _close_with(self, *buttons: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.no.setText(" ปิด")
        self.no.setAccessibleName("ปิด")
        row.addWidget(self.no)
        self._whole.addLayout(row)


def receive_answers(parent: QWidget, workspace: Workspace, paths: Sequence[Path]) -> bool:
    """Show what filled requests bring, and take over what the clerk accepts; whether anything was.

    Raises UserError where the file is read-only.
    """
    session = workspace.session
    if session.read_only:
        raise read_only_error()

    def work(_cancelled: Cancelled, _progress: Progress) -> Answers:
        return plan_answers(session, paths)

    found: Answers | None = wait_for(parent, "กำลังอ่านแบบรายงาน…", work)
    if found is None:
        return False
    dialog = AnswersDialog(found, parent)
    try:
        if not dialog.exec():
            return False
        accepted = dialog.tree.accepted
    finally:
        dialog.deleteLater()
    workspace.backups.before(Reason.IMPORT)
    edit = take_answers(session, found, accepted)
    words = to_thai(f"รับผล {len(edit.changes)} มาตรการจาก{found.senders}แล้ว")
    workspace.notice(words, undo=True)
    return True
