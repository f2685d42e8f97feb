"""What the window does with the years of its open file; each dialog loads when it is needed."""

from __future__ import annotations

from ita_desktop.errors import UserError
from ui.dialogs import tell_problem
from ui.frame import Frame


def begin_next(window: Frame) -> bool:
    """Ask which measures come along, and begin the year after the one in hand; whether it was."""
    from ita_desktop.session.session import read_only_error
    from ita_desktop.session.years.beginning import begin_next_year
    from ita_desktop.storage.backup_names import Reason
    from ui.years.next_year_dialog import NextYearDialog, begun_words

    workspace = window.workspace
    if workspace is None:
        return False
    window.commit_typing()
    session = workspace.session
    dialog = NextYearDialog(session.snapshot, workspace.year, window)
    try:
        if session.read_only:
            raise read_only_error()
        if not dialog.exec():
            return False
        workspace.backups.before(Reason.IMPORT)
        begun = begin_next_year(session, workspace.year, dialog.chosen)
    except UserError as problem:
        tell_problem(window, problem)
        return False
    finally:
        dialog.deleteLater()
    workspace.choose_year(begun.work)
    workspace.notice(begun_words(begun), undo=True)
    return True


def compare(window: Frame) -> None:
    """Show the year in hand beside the one before."""
    from ui.years.comparison_dialog import ComparisonDialog

    workspace = window.workspace
    if workspace is None:
        return
    window.commit_typing()
    dialog = ComparisonDialog(workspace.session.snapshot, workspace.year, window)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()
