"""Rounds by hand: results asked of divisions, taken back, due dates; each dialog loads when needed.

Whatever is being typed is kept first.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.errors import UserError
from ui.dialogs import tell_problem
from ui.workspace import Workspace


def set_up_rounds(parent: QWidget, workspace: Workspace) -> bool:
    """Ask which rounds the year has and when results are due; whether anything changed."""
    from ita_desktop.session.rounds.setting import set_rounds
    from ui.rounds.settings_dialog import RoundsDialog

    _keep_typing(parent)
    dialog = RoundsDialog(workspace, parent)
    try:
        if not dialog.exec():
            return False
        changed = set_rounds(workspace.session, dialog.rounds)
    except UserError as problem:
        tell_problem(parent, problem)
        return False
    finally:
        dialog.deleteLater()
    if changed:
        workspace.notice("ตั้งรอบการรายงานแล้ว", undo=True)
    return changed


def ask_results(parent: QWidget, workspace: Workspace, month: int = 0) -> tuple[Path, ...]:
    """Ask which divisions, and write what asks them for their results of a round; what was
    written."""
    from ui.rounds.requesting import write_requests

    _keep_typing(parent)
    try:
        return write_requests(parent, workspace, month)
    except UserError as problem:
        tell_problem(parent, problem)
        return ()


def take_results(parent: QWidget, workspace: Workspace, paths: Sequence[Path] = ()) -> bool:
    """Take filled requests back, chosen here where none are given, once the clerk has seen what
    they bring; whether anything was."""
    from ui.choosing import choose_answers
    from ui.exporting import proposed_folder
    from ui.rounds.receiving import receive_answers

    _keep_typing(parent)
    found = tuple(paths) or choose_answers(parent, proposed_folder(workspace))
    if not found:
        return False
    try:
        return receive_answers(parent, workspace, found)
    except UserError as problem:
        tell_problem(parent, problem)
        return False


def report_of_round(parent: QWidget, workspace: Workspace, month: int) -> None:
    """Have the report and its memo tell of a round from now on, and turn to the report."""
    from ita_desktop.session.rounds.setting import tell_of_round
    from ita_desktop.session.rounds.states import round_name

    _keep_typing(parent)
    session = workspace.session
    try:
        if tell_of_round(session, workspace.year, month):
            workspace.notice(f"รายงานผลเป็นของ{round_name(month)}แล้ว", undo=True)
    except UserError as problem:
        tell_problem(parent, problem)
        return
    workspace.choose_document("report")
    workspace.show_page("documents")


def _keep_typing(parent: QWidget) -> None:
    focused = QApplication.focusWidget()
    if focused is not None and parent.isAncestorOf(focused):
        focused.clearFocus()
        focused.setFocus()
