"""Measures from elsewhere: what Ctrl+V does on their list, and tables of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.errors import UserError
from ita_desktop.model.own_fields import own_fields
from ita_desktop.model.records import Measure
from ita_desktop.session.intake.pasting import add_pasted_list, add_read, pasted_tables
from ita_desktop.session.intake.table_choice import FoundTable
from ita_desktop.session.intake.word_import import word_tables
from ita_desktop.storage.backup_names import Reason
from ita_desktop.thai.digits import to_thai
from ui.dialogs import tell_problem
from ui.widgets.intake.paste_table import MeasureTableDialog
from ui.workspace import Workspace


def paste_measures(
    parent: QWidget, workspace: Workspace, data: QMimeData, after: Measure | None
) -> tuple[Measure, ...]:
    """The measures added, none where nothing was pasted or the clerk has thought better of it.

    Lines become titles; the columns of a table are matched first.
    """
    session = workspace.session
    html = data.html() if data.hasHtml() else ""
    found = pasted_tables(data.text(), html, own_fields(session.snapshot))
    if not found:
        return ()
    if all(one.table.width == 1 for one in found):
        lines = (row[0] for one in found for row in one.table.rows)
        words = "\n".join(lines) if html else data.text()
        if "\n" in words.strip():
            workspace.backups.before(Reason.IMPORT)
        return add_pasted_list(session, workspace.year, words, after)
    return _ask(parent, workspace, found, after, "วางตารางมาตรการ", "วาง")


def import_word(parent: QWidget, workspace: Workspace, path: Path) -> tuple[Measure, ...]:
    """The measures added at the end from a table of a Word file; what hinders is told."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        found = word_tables(path, workspace.session.snapshot)
    except UserError as problem:
        QGuiApplication.restoreOverrideCursor()
        tell_problem(parent, problem)
        return ()
    QGuiApplication.restoreOverrideCursor()
    return _ask(parent, workspace, found, None, f"นำเข้าตารางจาก {path.name}", "นำเข้า")


def _ask(
    parent: QWidget,
    workspace: Workspace,
    found: Sequence[FoundTable],
    after: Measure | None,
    title: str,
    verb: str,
) -> tuple[Measure, ...]:
    """Let the clerk match the columns and look; then add what was read, in one edit."""
    session, year = workspace.session, workspace.year
    dialog = MeasureTableDialog(found, session, year, title, parent)
    try:
        if not dialog.exec():
            return ()
        name = to_thai(f"{verb}มาตรการ {len(dialog.read.measures)} รายการ")
        workspace.backups.before(Reason.IMPORT)
        return add_read(session, dialog.read, after, name)
    finally:
        dialog.deleteLater()
