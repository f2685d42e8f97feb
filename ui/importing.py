"""Files of other programs brought into the open office file: chosen from the menu, or dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ita_desktop import FILE_SUFFIX
from ita_desktop.errors import UserError
from ui.dialogs import tell_problem
from ui.frame import Frame

if TYPE_CHECKING:
    from ui.pages.measures import MeasuresPage

WORD, EXCEL = ".docx", ".xlsx"
DROPPED = (FILE_SUFFIX, WORD, EXCEL)
"""The kinds of file that the window takes when they are let fall on it."""


def ask_word(window: Frame) -> None:
    """Let the clerk choose a Word file, and take measures from one of its tables."""
    from ui.choosing import choose_word_to_read

    if not _can_take(window):
        return
    workspace = window.workspace
    folder = workspace.session.path.parent if workspace else None
    if path := choose_word_to_read(window, folder):
        take_word(window, path)


def take_word(window: Frame, path: Path) -> None:
    """Take measures from a table of a Word file, on the page of measures."""
    if not _can_take(window) or window.desk is None:
        return
    window.commit_typing()
    window.desk.show_page("measures")
    cast("MeasuresPage", window.desk.page).take_word(path)


def ask_workbook(window: Frame) -> None:
    """Let the clerk choose an Excel workbook, and bring in what it holds."""
    from ui.choosing import choose_workbook
    from ui.exporting import proposed_folder

    if not _can_take(window) or window.workspace is None:
        return
    if path := choose_workbook(window, proposed_folder(window.workspace)):
        take_workbook(window, path)


def take_workbook(window: Frame, path: Path) -> None:
    """Bring in an Excel workbook, once the clerk has seen what it brings."""
    from ita_desktop.session.rounds.answers import is_request_file
    from ui.rounds.acts import take_results
    from ui.workbooks import import_excel

    if not _can_take(window) or window.workspace is None:
        return
    window.commit_typing()
    try:
        if is_request_file(path):
            take_results(window, window.workspace, [path])
        else:
            import_excel(window, window.workspace, path)
    except UserError as problem:
        tell_problem(window, problem)


def take_dropped(
    window: Frame, paths: Sequence[Path], take_office_file: Callable[[Path], None]
) -> None:
    """Do what a file is for that was let fall on the window; of several, all workbooks that
    divisions sent back, else the first."""
    from ui.rounds.acts import take_results

    path = paths[0]
    if len(paths) > 1 and all(one.suffix.lower() == EXCEL for one in paths):
        if _can_take(window) and window.workspace is not None:
            take_results(window, window.workspace, paths)
    elif path.suffix.lower() == WORD:
        take_word(window, path)
    elif path.suffix.lower() == EXCEL:
        take_workbook(window, path)
    else:
        take_office_file(path)


def _can_take(window: Frame) -> bool:
    """Whether something can be brought in now; why not is told."""
    if window.workspace is None:
        tell_problem(
            window,
            UserError("ยังไม่ได้เปิดแฟ้มงาน จึงนำข้อมูลเข้าไม่ได้", "เปิดหรือสร้างแฟ้มงานก่อน แล้วนำเข้าอีกครั้ง"),
        )
        return False
    if window.workspace.session.read_only:
        from ita_desktop.session.session import read_only_error

        tell_problem(window, read_only_error())
        return False
    return True
