"""Backups of the open file whose callers may be windows: they go on answering while they wait."""

from __future__ import annotations

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from ita_desktop.session.backups import Backups, Outcome
from ita_desktop.storage.backup_names import Reason
from ui.safety.waited import waited


class WindowBackups(Backups):
    """:class:`Backups`, waited for without a frozen window."""

    def before(self, reason: Reason) -> Outcome:
        """Back up before a bulk act. What an unchanged file's last good backup holds already is
        not backed up again before an import."""
        last = self.last
        if reason is Reason.IMPORT and last is not None and last.good and not self._changed:
            return last
        made = self._answering(lambda: super(WindowBackups, self).before(reason))
        assert made is not None
        return made

    def leave(self) -> Outcome | None:
        """:meth:`close` with a way out: None also where the clerk would not wait."""
        return self._answering(self.close, skip="ปิดโดยไม่รอ")

    def _answering(self, job, *, skip: str = ""):  # type: ignore[no-untyped-def]
        app = QApplication.instance()
        if not isinstance(app, QApplication) or QThread.currentThread() is not app.thread():
            return job()
        return waited(app.activeWindow(), "กำลังเก็บแฟ้มสำรอง…", job, skip=skip)
