"""Taking back a copy: what its reader changed, beside what was sent and what is here now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.records import Comment
from ita_desktop.session.review.merge_views import ProposalView, base_words, proposal_groups
from ita_desktop.session.review.returning import Returned, TakenOver, look_at, take_over
from ita_desktop.session.session import read_only_error
from ita_desktop.thai.digits import to_thai
from ui.reviewing.merge_tree import MergeTree
from ui.reviewing.proposal_detail import ProposalDetail
from ui.theme import GRID, section_title, set_role
from ui.widgets.comments.comment_dialog import said_comments
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace


def merge_copy(parent: QWidget, workspace: Workspace, path: Path) -> TakenOver | None:
    """Show what came back, and take over what the clerk accepts; None where nothing was.

    Raises UserError where the copy cannot be opened, is of other work, or nothing can be changed.
    """
    session = workspace.session
    if session.read_only:
        raise read_only_error()
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        returned = look_at(session, path)
    finally:
        QApplication.restoreOverrideCursor()
    dialog = MergeDialog(workspace, returned, parent)
    try:
        if not dialog.exec():
            return None
        accepted = dialog.tree.accepted
    finally:
        dialog.deleteLater()
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        done = take_over(session, returned, accepted, workspace.backups)
    finally:
        QApplication.restoreOverrideCursor()
    workspace.notice(told(returned, len(accepted), done), undo=done.edit is not None)
    return done


def told(returned: Returned, accepted: int, done: TakenOver) -> str:
    """What was taken over, in one sentence."""
    parts = [f"รับการแก้ไข {accepted} รายการ"] if accepted else []
    if returned.comments:
        parts.append(f"ความเห็น {len(returned.comments)} ข้อ")
    if done.brought:
        parts.append(f"ภาพและเอกสาร {done.brought} รายการ")
    words = f"รวมจาก “{returned.path.name}” แล้ว: {' '.join(parts)}" if parts else "ไม่ได้รับอะไรเข้ามา"
    if done.missing:
        words += f" (ไม่มีภาพในสำเนา {done.missing} ภาพ)"
    if not done.safety.made:
        words += " (สำรองข้อมูลก่อนรวมไม่สำเร็จ)"
    return to_thai(words)


class MergeDialog(QDialog):
    """``tree.accepted`` is what was decided, once it is accepted."""

    def __init__(
        self, workspace: Workspace, returned: Returned, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.returned = returned
        self.setWindowTitle("รวมสำเนาที่ได้คืน")
        groups = proposal_groups(workspace.session.snapshot, returned, returned.proposals)
        self.tree = MergeTree(groups)
        self.detail = ProposalDetail()
        self.only_colliding = QCheckBox("แสดงเฉพาะที่ชนกัน")
        self.quiet_button = QPushButton("รับทั้งหมดที่ไม่ชนกัน")
        self.none_button = QPushButton("ไม่รับเลย")
        for button in (self.quiet_button, self.none_button):
            button.setAutoDefault(False)
        self.ok = QPushButton()
        set_role(self.ok, "primary")
        self.ok.setDefault(True)
        something = bool(returned.proposals or returned.comments)
        self.cancel = QPushButton("ยกเลิก" if something else "ปิด")
        self._lay_out()
        self.tree.view_changed.connect(self._show)
        self.tree.ticked.connect(self._count)
        self.detail.decided.toggled.connect(self.tree.accept_current)
        self.only_colliding.toggled.connect(self.tree.show_only_colliding)
        self.quiet_button.clicked.connect(self.tree.accept_quiet)
        self.none_button.clicked.connect(self.tree.accept_none)
        self.ok.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._show(self.tree.view)
        self._count()
        width, height = (138, 82) if returned.proposals else (80, 36)
        self.resize(GRID * width, GRID * height)

    # ---- inner workings

    def _lay_out(self) -> None:
        returned = self.returned
        title = WrapLabel(returned.path.name)
        section_title(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(title)
        whole.addWidget(WrapLabel(base_words(returned.base), "hint" if returned.base else "amber"))
        if returned.changed:
            words = "เนื้อหาในสำเนาถูกแก้ไขจากนอกโปรแกรม หรือแฟ้มเสียหาย โปรดตรวจทีละรายการก่อนรับ"
            whole.addWidget(WrapLabel(words, "danger"))
        whole.addWidget(WrapLabel(self._summary()))
        if returned.proposals:
            whole.addWidget(self._body(), 1)
        else:
            comments = [one.theirs for one in returned.comments if one.theirs is not None]
            whole.addWidget(said_comments([one for one in comments if isinstance(one, Comment)]))
            whole.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        if returned.proposals:
            buttons.addWidget(self.quiet_button)
            buttons.addWidget(self.none_button)
            if returned.colliding and returned.quiet:
                buttons.addWidget(self.only_colliding)
        buttons.addStretch(1)
        ends = QDialogButtonBox()
        if returned.proposals or returned.comments:
            ends.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        ends.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addWidget(ends)
        whole.addLayout(buttons)

    def _body(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.detail)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([GRID * 52, GRID * 82])
        return splitter

    def _summary(self) -> str:
        returned = self.returned
        parts = []
        if returned.proposals:
            parts.append(f"มีการแก้ไข {len(returned.proposals)} รายการ")
            colliding = len(returned.colliding)
            if colliding:
                parts.append(f"ในจำนวนนี้ {colliding} รายการชนกับที่แก้ไว้ที่นี่ ต้องเลือกเอง")
            else:
                parts.append("ไม่มีรายการใดชนกับที่แก้ไว้ที่นี่")
        if returned.comments:
            parts.append(f"มีความเห็นใหม่ {len(returned.comments)} ข้อ จะเข้ามาพร้อมกัน")
        return to_thai(" · ".join(parts) or "สำเนานี้ไม่มีอะไรใหม่ แฟ้มที่เปิดอยู่มีครบแล้ว")

    def _show(self, view: ProposalView | None) -> None:
        self.detail.show_view(view, accepted=self.tree.is_accepted())
        self.detail.setEnabled(self.tree.view is not None or view is None)

    def _count(self) -> None:
        count = len(self.tree.accepted)
        comments = len(self.returned.comments)
        if count:
            self.ok.setText(to_thai(f"รับ {count} รายการ"))
        else:
            self.ok.setText("รับความเห็น" if comments else "รับ")
        self.ok.setEnabled(bool(count or comments))
        self.detail.decide(self.tree.is_accepted())
