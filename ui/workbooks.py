"""The office as an Excel workbook: written out, and brought in when seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ita_desktop.session.intake.workbooks import (
    Import,
    bring_in,
    make_workbook,
    plan_import,
    proposed_workbook,
)
from ita_desktop.session.papers.exporting import write_file
from ita_desktop.session.session import read_only_error
from ita_desktop.storage.backup_names import Reason
from ui.choosing import choose_excel
from ui.exporting import proposed_folder
from ui.waiting import Cancelled, Progress, wait_for
from ui.widgets.intake.import_dialog import ImportDialog
from ui.workspace import Workspace


def export_excel(parent: QWidget, workspace: Workspace, *, template: bool) -> Path | None:
    """Ask where, then write the office, or an empty form; None where the clerk thought better.

    Raises UserError where the folder refuses.
    """
    session = workspace.session
    proposed = proposed_folder(workspace) / proposed_workbook(session, template=template)
    title = "บันทึกแบบฟอร์ม Excel เปล่า" if template else "ส่งออกเป็น Excel"
    target = choose_excel(parent, proposed, title)
    if target is None:
        return None

    def work(_cancelled: Cancelled, _progress: Progress) -> bytes:
        return make_workbook(session, template=template)

    made: bytes | None = wait_for(parent, "กำลังทำสมุดงาน Excel…", work)
    if made is None:
        return None
    # The dialog has asked before a file of that name is overwritten.
    write_file(target, made, overwrite=True, office_file=session.path)
    return target


def import_excel(parent: QWidget, workspace: Workspace, path: Path) -> bool:
    """Show what a workbook would bring, and bring it in; whether anything was.

    Raises UserError where the file is read-only or the workbook cannot be opened.
    """
    session = workspace.session
    if session.read_only:
        raise read_only_error()

    def work(_cancelled: Cancelled, _progress: Progress) -> Import:
        return plan_import(session, path)

    found: Import | None = wait_for(parent, "กำลังอ่านสมุดงาน Excel…", work)
    if found is None:
        return False
    dialog = ImportDialog(found, parent)
    try:
        if not dialog.exec():
            return False
    finally:
        dialog.deleteLater()
    workspace.backups.before(Reason.IMPORT)
    bring_in(session, found)
    workspace.notice(f"นำเข้าจาก Excel แล้ว: {found.counts_words}", undo=True)
    return True
