"""What the window does with its open file among colleagues; each dialog loads when it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu

from ita_desktop.errors import UserError
from ui.choosing import choose_file, same_file
from ui.dialogs import choose_act, tell_problem
from ui.frame import Frame
from ui.icons import icon

if TYPE_CHECKING:
    from ita_desktop.session.holding import Opened
    from ui.widgets.bars import Banner


class Reviewing(QObject):
    """Acts on the window's open file."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def fill(self, menu: QMenu) -> tuple[QAction, ...]:
        """Add the acts to a menu; those that need an open file."""
        rows = (
            ("ส่งสำเนา…", "send", self.send),
            ("รวมสำเนาที่ได้คืน…", "git-merge", self.merge),
            ("ประวัติการแก้ไข…", "history", self.show_history),
            ("ชื่อผู้ปฏิบัติงาน…", "user", self.change_name),
        )
        actions = []
        for words, sign, act in rows:
            action = QAction(icon(sign), words, self)
            action.triggered.connect(lambda _on=False, one=act: one())
            menu.addAction(action)
            actions.append(action)
        return tuple(actions[:-1])  # a name can be said at any time

    def answer(self, act: str, record_id: str) -> None:
        """What a page wants done: ``send`` or ``history``."""
        if act == "send":
            self.send()
        elif act == "history":
            self.show_history(record_id)

    # ---- acts

    def send(self) -> None:
        """Write a copy for somebody else."""
        from ui.reviewing.names import ask_name
        from ui.reviewing.sending import SendDialog

        window = self._window
        if window.workspace is None:
            return
        window.commit_typing()
        if ask_name(window, window.workspace):
            self._show(SendDialog(window.workspace, window.settings, window))

    def merge(self, path: Path | None = None) -> None:
        """Compare a copy that came back, and take over what the clerk accepts."""
        from ui.reviewing.merging import merge_copy

        window = self._window
        if window.workspace is None:
            return
        window.commit_typing()
        session = window.workspace.session
        chosen = path or choose_file(window, session.path.parent, "เลือกสำเนาที่ได้คืน")
        if chosen is None:
            return
        try:
            merge_copy(window, window.workspace, chosen)
        except UserError as problem:
            tell_problem(window, problem)

    def show_history(self, record_id: str = "") -> None:
        """Show who changed what and when: in the file, or in one record."""
        from ui.reviewing.history import HistoryDialog

        window = self._window
        if window.workspace is None:
            return
        window.commit_typing()
        self._show(HistoryDialog(window.workspace, record_id, window))

    def change_name(self) -> None:
        """Ask who works at this computer."""
        from ui.reviewing.names import change_name

        change_name(self._window, self._window.settings, self._window.workspace)

    def take_dropped(self, path: Path) -> None:
        """A file was let fall on the window: open it, or take it for a copy that came back."""
        window = self._window
        workspace = window.workspace
        if workspace is None or same_file(path, workspace.session.path):
            window.open_path(path)
            return
        act = choose_act(
            window,
            f"ทำอะไรกับแฟ้ม “{path.name}”",
            "ถ้าเป็นสำเนาที่ส่งไปแล้วได้คืน ให้เลือกรวมเข้ากับแฟ้มที่เปิดอยู่ จะได้ดูก่อนว่ามีอะไรเปลี่ยน",
            ("เปิดแฟ้มนี้", "รวมเข้ากับแฟ้มที่เปิดอยู่"),
        )
        if act == 0:
            window.open_path(path)
        elif act == 1:
            self.merge(path)

    # ---- banners of a copy that was sent

    def reading_banner(self, opened: Opened) -> Banner:
        """Says that the file is a copy, and offers to review it."""
        from ui.widgets.bars import Banner

        banner = Banner("amber", "info")
        office = opened.session.snapshot.office.full_name
        banner.tell(f"สำเนาเพื่ออ่านของ{office} ถ้าจะให้ความเห็นหรือเสนอการแก้ไข ให้กด “เริ่มตรวจทาน”")
        banner.offer("เริ่มตรวจทาน", lambda: self.begin_review(opened.session.path))
        return banner

    def review_banner(self) -> Banner:
        """Says what becomes of what is changed in a copy."""
        from ui.widgets.bars import Banner

        banner = Banner("amber", "message-square")
        banner.tell(
            "กำลังตรวจทานสำเนา ทุกอย่างที่แก้คือข้อเสนอ เมื่อเสร็จ ให้ปิดแฟ้ม แล้วส่งคืนผู้ส่งโดยคัดลอกแฟ้มนี้กลับไป"
        )
        banner.offer("ดูความเห็น", self._show_comments)
        return banner

    def begin_review(self, path: Path) -> None:
        """Open the copy to work in it, in the name of the reviewer."""
        from ui.reviewing.names import ask_name

        window = self._window
        if window.workspace is not None and ask_name(window, window.workspace):
            window.open_path(path, review=True)

    def _show_comments(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.show_page("comments")

    @staticmethod
    def _show(dialog: QDialog) -> None:
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()
