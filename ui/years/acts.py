"""What the window does with the years of its open file; each dialog loads when it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai
from ui.dialogs import choose_act, open_folder, tell_problem
from ui.frame import Frame
from ui.settings import flag

if TYPE_CHECKING:
    from ui.workspace import Workspace


def begin_next(window: Frame) -> bool:
    """Ask which measures come along, and begin the year after the one in hand; whether it was."""
    from ita_desktop.session.session import read_only_error
    from ita_desktop.session.years.beginning import begin_next_year
    from ita_desktop.storage.backup_names import Reason
    from ui.years.next_steps import PLAN
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
        workspace.backups.before(Reason.NEXT_YEAR)
        begun = begin_next_year(session, workspace.year, dialog.chosen, dialog.wordings_chosen)
    except UserError as problem:
        tell_problem(window, problem)
        return False
    finally:
        dialog.deleteLater()
    workspace.choose_year(begun.work)
    workspace.choose_document(PLAN)
    _show_steps(window)
    workspace.notice(begun_words(begun), undo=True)
    return True


def steps_on_opening(window: Frame) -> Iterator[QWidget]:
    """The bar of what comes next, for a file whose year was begun and is not under way yet, unless
    it was closed."""
    from ita_desktop.session.years.beginning import lately_begun

    workspace = window.workspace
    if workspace is None or workspace.session.read_only:
        return
    hidden = flag(window.settings, _closed_key(workspace), False)
    if not hidden and lately_begun(workspace.session.snapshot, workspace.year):
        yield _steps(window, workspace)


def _show_steps(window: Frame) -> None:
    """The bar of what comes next, in the place of the one of another year."""
    from ui.years.next_steps import NextSteps

    workspace, desk = window.workspace, window.desk
    if workspace is None or desk is None:
        return
    for old in desk.findChildren(NextSteps):
        old.end()
    desk.banners.addWidget(_steps(window, workspace))


def _steps(window: Frame, workspace: Workspace) -> QWidget:
    from ui.years.next_steps import NextSteps

    key, settings = _closed_key(workspace), window.settings
    acts = (lambda: paste_scores(window), lambda: find_gaps(window))
    bar = NextSteps(workspace, *acts, window.desk)
    bar.closed.connect(lambda: settings.setValue(key, True))
    return bar


def _closed_key(workspace: Workspace) -> str:
    """Under which it is remembered that the bar of this file and year was closed."""
    return f"next-steps-closed/{workspace.session.store.facts.lineage}-{workspace.year.action_year}"


def paste_scores(window: Frame) -> None:
    """Turn to the scores and show the table that was copied, where one was."""
    from ui.pages.scores import ScoresPage

    workspace, desk = window.workspace, window.desk
    if workspace is None or desk is None:
        return
    desk.show_page("scores")
    page = desk.page
    page.setFocus()
    if isinstance(page, ScoresPage) and not page.pasting.paste_table():
        workspace.notice("คัดลอกตารางคะแนนจากเว็บไซต์ Excel หรือ Word แล้วกด Ctrl+V ที่หน้านี้")


def find_gaps(window: Frame) -> bool:
    """Show what scored below the target and has no measure; whether measures were added."""
    from ita_desktop.session.scores.analysis_views import year_scores
    from ita_desktop.session.session import read_only_error
    from ita_desktop.session.years.proposals import add_proposed
    from ui.years.gaps_dialog import GapsDialog

    workspace = window.workspace
    if workspace is None:
        return False
    window.commit_typing()
    session = workspace.session
    year = workspace.year.score_year
    if not year_scores(session.snapshot, year).typed:
        workspace.show_page("scores")
        workspace.notice(to_thai(f"ยังไม่มีคะแนนของปี {year} วางหรือพิมพ์คะแนนที่หน้านี้ก่อน"))
        return False
    dialog = GapsDialog(session.snapshot, workspace.year, window)
    try:
        if not dialog.exec():
            return False
        if session.read_only:
            raise read_only_error()
        made = add_proposed(session, workspace.year, dialog.chosen)
    except UserError as problem:
        tell_problem(window, problem)
        return False
    finally:
        dialog.deleteLater()
    workspace.show_page("measures")
    workspace.show_place(made[0].id, "title")
    workspace.notice(to_thai(f"เพิ่มมาตรการ {len(made)} รายการแล้ว"), undo=True)
    return True


def split(window: Frame) -> bool:
    """Split the year in hand off into a file of its own; whether it was."""
    from ita_desktop.session.years.splitting import (
        Split,
        proposed_split_name,
        remove_year,
        split_off,
    )
    from ita_desktop.storage.backup_names import Reason
    from ui.choosing import choose_place
    from ui.waiting import Cancelled, Progress, wait_for

    workspace = window.workspace
    if workspace is None or window.desk is None:
        return False
    window.commit_typing()
    session, work = workspace.session, workspace.year
    named = to_thai(f"ปีงบประมาณ {work.action_year}")
    take_out = len(session.snapshot.years) > 1 and not session.read_only
    if take_out:
        question = f"แยก{named} เป็นแฟ้มใหม่ แล้วทำอย่างไรกับปีนี้ในแฟ้มที่เปิดอยู่"
        more = "หน่วยงาน บุคลากร คะแนน แบบตาราง และถ้อยคำจะอยู่ในทั้งสองแฟ้ม การนำออกเลิกทำได้"
        act = choose_act(window, question, more, ("เก็บไว้ในแฟ้มนี้ด้วย", "นำออกจากแฟ้มนี้"))
        if act < 0:
            return False
        take_out = act == 1
    proposed = session.path.with_name(proposed_split_name(session, work))
    target = choose_place(window, proposed, f"แยก{named} เป็นแฟ้มใหม่")
    if target is None:
        return False

    def write(_cancelled: Cancelled, _progress: Progress) -> Split:
        # The dialog has asked before a file of that name is overwritten.
        return split_off(session, work, target, overwrite=True)

    try:
        made: Split | None = wait_for(window, "กำลังเขียนแฟ้มใหม่…", write)
        if made is None:
            return False
        if take_out:
            workspace.backups.before(Reason.SPLIT)
            remove_year(session, work)
    except UserError as problem:
        tell_problem(window, problem)
        return False
    words = f"แยก{named} ({made.measures} มาตรการ) ไปไว้ใน “{target.name}” แล้ว"
    if made.missing:
        words += f" · ภาพหรือแฟ้มแนบ {made.missing} รายการหายไปจากแฟ้มเดิม"
    steps = (
        ("เปิดแฟ้มใหม่", lambda: window.open_path(target)),
        ("เปิดโฟลเดอร์", lambda: open_folder(target.parent)),
    )
    undo = (("เลิกทำการนำออก", window.undo),) if take_out else ()
    window.desk.notices.tell(to_thai(words), *steps, *undo)
    return True
