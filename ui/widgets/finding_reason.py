"""Why a finding is left as it is: asked for in a small window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ita_desktop.model.findings import Finding
from ui.widgets.comments.comment_dialog import WriteDialog


def ask_reason(parent: QWidget, finding: Finding) -> str | None:
    """The reason as typed, or None where the clerk thought better of it."""
    dialog = WriteDialog(
        finding.remedy,
        finding.problem,
        parent=parent,
        title="เหตุผลที่ปล่อยไว้",
        placeholder="เช่น เป็นชื่อหน่วยงานข้างเคียง ไม่ใช่ชื่อหน่วยงานของเรา",
    )
    try:
        return dialog.box.text().strip() if dialog.exec() else None
    finally:
        dialog.deleteLater()
