"""Content that others have changed, taken as it is: asked for, backed up before."""

from __future__ import annotations

from ita_desktop.errors import UserError
from ita_desktop.session.safety.backup_views import trouble_words
from ita_desktop.storage.backup_names import Reason
from ui.dialogs import ask, tell_problem
from ui.frame import Frame
from ui.safety.putting_back import tell_soon
from ui.workspace import Workspace


def accept_content(window: Frame, workspace: Workspace) -> bool:
    """Ask, back the file up as it lies, and go on from it; whether that was done.

    A file that could only be read until then is opened anew, so that every page can be written.
    """
    session = workspace.session
    if not ask(
        window,
        "ใช้เนื้อหาที่เปลี่ยนไปนี้ต่อหรือไม่",
        "โปรแกรมจะเก็บแฟ้มสำรองของแฟ้มตามที่เป็นอยู่ก่อน แล้วบันทึกงานต่อจากเนื้อหาที่เห็นอยู่นี้"
        " โปรดตรวจข้อมูลให้แน่ใจก่อน ประวัติการแก้ไขจะบันทึกไว้ว่าใครยอมรับเมื่อใด",
        yes="ใช้เนื้อหานี้ต่อ",
    ):
        return False
    reading = session.doubted
    outcome = workspace.backups.before(Reason.ACCEPT)
    if not outcome.made and not ask(
        window,
        "เก็บแฟ้มสำรองไม่สำเร็จ ใช้เนื้อหานี้ต่อหรือไม่",
        trouble_words(outcome),
        yes="ใช้ต่อโดยไม่มีแฟ้มสำรอง",
    ):
        return False
    try:
        session.accept_content()
    except UserError as problem:
        tell_problem(window, problem)
        return False
    if not reading:
        workspace.notice("ใช้เนื้อหาปัจจุบันต่อแล้ว")
        return True
    path = session.path
    if window.close_file() and window.open_path(path) and window.workspace is not None:
        tell_soon(window.workspace, "ใช้เนื้อหาปัจจุบันต่อแล้ว แก้ไขและบันทึกได้ตามปกติ")
    return False  # the banner went with the window's old content
