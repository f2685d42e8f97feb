"""A backup put where the file lies that can no longer be relied on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ita_desktop.errors import UserError
from ita_desktop.session.safety.restoring import put_in_place
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage.backup_names import Backup
from ita_desktop.storage.holder import Held, Holding, hold
from ui.dialogs import ask, tell_problem
from ui.frame import Frame
from ui.safety.banners import closable_banner
from ui.workspace import Workspace


def asked_to_put_back(parent: QWidget, file: Path, backup: Backup) -> bool:
    """Say what would happen and ask for it."""
    kept = (
        "แฟ้มที่อยู่ตอนนี้จะเก็บไว้ในโฟลเดอร์เดียวกัน โดยเติมคำว่า “เสียหาย” และวันที่ท้ายชื่อ ไม่มีสิ่งใดถูกลบ"
        if file.exists()
        else f"แฟ้มจะกลับไปอยู่ที่ {file.parent}"
    )
    return ask(
        parent,
        f"ใช้แฟ้มสำรองของ {spoken_time(backup.taken)} แทน “{file.name}” หรือไม่",
        f"{kept} สิ่งที่แก้ไขหลังจากเวลานั้นจะไม่อยู่ในแฟ้มนี้",
        yes="ใช้แฟ้มสำรองแทน",
    )


def put_back(parent: QWidget, file: Path, backup: Backup) -> Path | None:
    """Put a backup at ``file``, which nobody has open; where the old one is kept, or None where it
    could not be done, which has been told."""
    answer = hold(file)
    try:
        if isinstance(answer, Held):
            where = f"ที่เครื่อง {answer.by.computer}" if answer.by is not None else "ในโปรแกรมอื่น"
            raise UserError(
                f"แฟ้ม “{file.name}” เปิดอยู่{where} จึงยังวางแฟ้มสำรองแทนไม่ได้",
                "ปิดแฟ้มที่เครื่องนั้นก่อน แล้วลองอีกครั้ง",
            )
        return put_in_place(file, backup, datetime.now())
    except UserError as problem:
        tell_problem(parent, problem)
        return None
    finally:
        if isinstance(answer, Holding):
            answer.release()


def put_back_open_file(window: Frame, backup: Backup) -> bool:
    """Let go of the open file, put a backup in its place and open that; whether it was done."""
    if window.workspace is None:
        return False
    path = window.workspace.session.path
    if not asked_to_put_back(window, path, backup) or not window.close_file():
        return False
    kept = put_back(window, path, backup)
    if window.open_path(path) and window.desk is not None and kept is not None:
        told = f"เปิดแฟ้มสำรองของ {spoken_time(backup.taken)} แทนแล้ว"
        banner = closable_banner("info", f"{told} แฟ้มเดิมเก็บไว้ชื่อ “{kept.name}” ในโฟลเดอร์เดียวกัน")
        window.desk.banners.addWidget(banner)
    return kept is not None


def tell_soon(workspace: Workspace, words: str) -> None:
    """Tell good news about a file just opened, once its window has its size."""
    QTimer.singleShot(0, workspace, lambda: workspace.notice(words))
