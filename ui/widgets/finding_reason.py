"""Why a finding is left as it is: asked for in a small window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ita_desktop.model.findings import Finding
from ita_desktop.session.checking.leaving import leave
from ita_desktop.session.session import read_only_error
from ui.widgets.comments.comment_dialog import WriteDialog
from ui.workspace import Workspace

_TOLD = "เหตุผลที่ปล่อยไว้ตามเดิม เก็บไว้ในแฟ้มงานและแสดงในหน้าตรวจทาน กด “ตรวจอีก” ได้ทุกเมื่อ"


def leave_finding(parent: QWidget, workspace: Workspace, finding: Finding) -> None:
    """Ask for the reason and leave a finding as it is."""
    session = workspace.session
    if session.read_only:
        workspace.notice(read_only_error().problem)
    elif (reason := ask_reason(parent, finding)) is not None:
        leave(session, finding, reason, session.who)
        workspace.notice("ปล่อยไว้ตามเดิมแล้ว", undo=True)


def ask_reason(parent: QWidget, finding: Finding) -> str | None:
    """The reason as typed, or None where the clerk thought better of it."""
    dialog = WriteDialog(
        _TOLD,
        finding.problem,
        parent=parent,
        title="เหตุผลที่ปล่อยไว้",
        placeholder="เช่น ตรงตามคำสั่งต้นฉบับ หรือหมายถึงหน่วยงานข้างเคียง",
    )
    try:
        return dialog.box.text().strip() if dialog.exec() else None
    finally:
        dialog.deleteLater()
