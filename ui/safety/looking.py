"""Backups are opened and compared in a thread: the newest wish wins."""

from __future__ import annotations

from threading import Lock, Thread

from PySide6.QtCore import QObject, Signal

from ita_desktop.errors import UserError
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.safety.restoring import look
from ita_desktop.storage.backup_names import Backup


class Looker(QObject):
    """``looked`` brings the backup and its Looked, or the UserError that says why not."""

    looked = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._wanted: tuple[Backup, Snapshot] | None = None
        self._at_work = False

    def ask(self, backup: Backup, now: Snapshot) -> None:
        """Compare a backup with the records as they are; what was asked before is dropped."""
        with self._lock:
            self._wanted = backup, now
            if self._at_work:
                return
            self._at_work = True
        Thread(target=self._work, name="look-at-backup", daemon=True).start()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        with self._lock:
            self._wanted = None

    def _work(self) -> None:
        while True:
            with self._lock:
                wanted, self._wanted = self._wanted, None
                self._at_work = wanted is not None
            if wanted is None:
                return
            backup, now = wanted
            try:
                answer: object = look(backup, now)
            except UserError as problem:
                answer = problem
            except Exception as error:  # shown like any other: the list must go on
                answer = UserError(f"เปิดแฟ้มสำรองนี้ไม่ได้ ({error})", "เลือกแฟ้มสำรองอื่น")
            try:
                self.looked.emit(backup, answer)
            except RuntimeError:  # the window is gone
                return
