"""แฟ้มสำรองและการกู้คืน: every backup, what differs from now, and the way back to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import UserError
from ita_desktop.session.safety.backup_views import backup_words
from ita_desktop.session.safety.difference_words import differences_words
from ita_desktop.session.safety.restoring import Looked, restore
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage.backup_names import Backup
from ita_desktop.thai.digits import to_thai
from ui.dialogs import ask, tell_problem
from ui.safety.looking import Looker
from ui.safety.past_preview import PastPreview
from ui.safety.place_bar import PlaceBar
from ui.safety.waited import waited
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.difference_tree import DifferenceTree
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_BACKUP = Qt.ItemDataRole.UserRole

_EMPTY = (
    "ยังไม่มีแฟ้มสำรองของแฟ้มงานนี้ โปรแกรมจะเก็บให้เองระหว่างทำงาน ก่อนวางหรือนำเข้าข้อมูลครั้งละมาก ๆ"
    " และเมื่อปิดแฟ้มงาน หรือกด “สำรองเดี๋ยวนี้”"
)

_CHANGED = "แฟ้มสำรองนี้เสียหายหรือถูกโปรแกรมอื่นแก้ไข โปรดใช้แฟ้มสำรองอื่น หากจำเป็นต้องใช้ ให้ตรวจข้อมูลก่อน"


class BackupsDialog(QDialog):
    """``put_back`` is the backup that is to take the file's place once the dialog is closed, where
    the open file cannot be edited any more."""

    def __init__(
        self, workspace: Workspace, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("แฟ้มสำรองและการกู้คืน")
        self._workspace = workspace
        self.put_back: Backup | None = None
        self.looked: Looked | None = None
        self._looker = Looker(self)
        self._looker.looked.connect(self._on_looked)
        self.list = QListWidget(self)
        self.list.setAccessibleName("แฟ้มสำรอง")
        self.list.setMinimumWidth(GRID * 36)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.heading = WrapLabel("", parent=self)
        section_title(self.heading)
        self.told = WrapLabel("", parent=self)
        self.tree = DifferenceTree("ในแฟ้มสำรอง", "ตอนนี้", self)
        self.preview = push("ดูตัวอย่างเอกสาร…", "file-text", self._preview, parent=self)
        verb = "ใช้แฟ้มสำรองนี้แทน…" if workspace.session.doubted else "กู้คืน…"
        self.restore = push(verb, "rotate-ccw", self._restore, role="primary", parent=self)
        self.bar = PlaceBar(workspace, settings, self)
        workspace.backed_up.connect(self._on_backed_up)
        self._lay_out()
        self.fill()
        (self.list if self.list.count() else self.bar.now).setFocus()

    def fill(self) -> None:
        """List the backups anew; the one in hand stays in hand."""
        kept = self._current()
        found = waited(self, "กำลังหาแฟ้มสำรอง…", self._workspace.backups.listed) or ()
        self.list.clear()
        for backup in found:
            first, second = backup_words(backup, self._workspace.backups.places)
            item = QListWidgetItem(f"{first}\n{second}")
            item.setData(_BACKUP, backup)
            item.setToolTip(str(backup.path))
            self.list.addItem(item)
        self._stack.setCurrentIndex(1 if found else 0)
        paths = [one.path for one in found]
        if found:
            self.list.setCurrentRow(paths.index(kept.path) if kept and kept.path in paths else 0)
        else:
            self._on_chosen(None)

    # ---- inner workings

    def _current(self) -> Backup | None:
        item = self.list.currentItem()
        found = item.data(_BACKUP) if item is not None else None
        return found if isinstance(found, Backup) else None

    def _on_chosen(self, _item: QListWidgetItem | None) -> None:
        self.looked = None
        self.tree.clear()
        self.tree.hide()
        self.preview.setEnabled(False)
        self.restore.setEnabled(False)
        backup = self._current()
        if backup is None:
            return
        self.heading.setText(spoken_time(backup.taken))
        self._say("กำลังเปิดดู…", "hint")
        self._looker.ask(backup, self._workspace.session.snapshot)

    def _on_looked(self, backup: Backup, answer: object) -> None:
        current = self._current()
        if current is None or backup.path != current.path:
            return
        if isinstance(answer, UserError):
            self._say(f"{answer.problem} {answer.remedy}", "danger")
            return
        assert isinstance(answer, Looked)
        self.looked = answer
        self.preview.setEnabled(True)
        session = self._workspace.session
        can = not session.store.read_only
        self.restore.setEnabled(can and bool(answer.since or session.doubted))
        if answer.changed:
            self._say(_CHANGED, "amber")
            self.restore.setEnabled(self.restore.isEnabled() and not session.doubted)
        elif not answer.since:
            self._say("เหมือนกับข้อมูลตอนนี้ทุกรายการ", "good")
        elif session.store.read_only:
            self._say(f"{self._since(answer)} · แฟ้มงานเปิดไว้อ่านอย่างเดียว จึงกู้คืนไม่ได้", "amber")
        else:
            self._say(self._since(answer), "")
        self.tree.setVisible(bool(answer.since))
        self.tree.show_differences(answer.since, answer.snapshot, session.snapshot)

    def _since(self, looked: Looked) -> str:
        count = to_thai(str(sum(one.count for one in looked.since)))
        return f"หลังจากแฟ้มสำรองนี้มีการเปลี่ยนแปลง {count} รายการ: {differences_words(looked.since)}"

    def _say(self, words: str, role: str) -> None:
        self.told.setText(words)
        set_role(self.told, role)

    def _on_backed_up(self, _outcome: object) -> None:
        self.bar.show_trouble()
        self.fill()

    def _preview(self) -> None:
        if self.looked is not None:
            dialog = PastPreview(self._workspace, self.looked, self)
            QTimer.singleShot(0, dialog.draw)
            dialog.exec()
            dialog.deleteLater()

    def _restore(self) -> None:
        """Turn back, after a question; a file in doubt is put aside instead."""
        looked, workspace = self.looked, self._workspace
        if looked is None:
            return
        if workspace.session.doubted:
            self.put_back = looked.backup
            self.accept()
            return
        when = spoken_time(looked.backup.taken)
        if not ask(
            self,
            f"กู้คืนข้อมูลให้เป็นเหมือนเมื่อ {when} หรือไม่",
            f"{self._since(looked)}\n\nรายการเหล่านี้จะกลับเป็นเหมือนในแฟ้มสำรอง"
            " โปรแกรมจะเก็บแฟ้มสำรองของข้อมูลตอนนี้ไว้ก่อน และกด “เลิกทำ” ได้ภายหลัง",
            yes="กู้คืน",
        ):
            return
        try:
            done = restore(workspace.session, looked.backup, workspace.backups)
        except UserError as problem:
            tell_problem(self, problem)
            return
        self.accept()
        if done.edit is None:
            workspace.notice("ข้อมูลตอนนี้เหมือนกับแฟ้มสำรองนี้อยู่แล้ว จึงไม่มีอะไรเปลี่ยน")
            return
        told = to_thai(f"กู้คืนข้อมูลของ {when} แล้ว {len(done.edit.changes)} รายการ")
        if done.missing:
            told += to_thai(f" · ไม่พบภาพหรือเอกสารแนบ {done.missing} แฟ้ม")
        if not done.safety.made:
            told += " · แต่เก็บแฟ้มสำรองก่อนกู้คืนไม่สำเร็จ"
        workspace.notice(told, undo=True)

    def done(self, result: int) -> None:
        self._looker.forget()
        self._workspace.backed_up.disconnect(self._on_backed_up)
        super().done(result)

    def _lay_out(self) -> None:
        details = QWidget(self)
        column = QVBoxLayout(details)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        column.addWidget(self.told)
        column.addWidget(self.tree, 1)
        column.addStretch(0)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.preview)
        buttons.addStretch(1)
        buttons.addWidget(self.restore)
        column.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(details)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([GRID * 40, GRID * 72])
        words = WrapLabel(_EMPTY, "hint")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMargin(GRID * 6)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(words)
        self._stack.addWidget(splitter)
        close = push("ปิด", "x", partial(self.done, 0), parent=self)
        close.setAutoDefault(False)
        last = QHBoxLayout()
        last.setSpacing(GRID)
        last.addWidget(self.bar, 1)
        last.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self._stack, 1)
        whole.addLayout(last)
        for button in (self.preview, self.restore):
            button.setAutoDefault(False)
        room = self.screen().availableGeometry()
        self.resize(min(1060, room.width() - 48), min(680, room.height() - 64))
