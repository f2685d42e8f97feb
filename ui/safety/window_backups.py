"""Backups of the open file whose callers may be windows: they go on answering while they wait."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from ita_desktop.session.safety.backups import Backups, Outcome, Places
from ita_desktop.session.session import Session
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.backups import Taken
from ui.safety.waited import waited

T = TypeVar("T")


class WindowBackups(Backups):
    """:class:`Backups`, waited for without a frozen window."""

    def __init__(
        self, session: Session, places: Places, *, told: Callable[[Outcome], None]
    ) -> None:
        def tell(outcome: Outcome) -> None:
            with suppress(RuntimeError):  # the window is gone, and waits for no news
                told(outcome)

        super().__init__(session, places, told=tell)
        self._leaving = False

    def before(self, reason: Reason) -> Outcome:
        """Back up before a bulk act. What an unchanged file's last good backup holds already is
        not backed up again before an import."""
        last = self.last
        if reason is Reason.IMPORT and last is not None and last.good and not self._changed:
            return last
        made = _answering(lambda: super(WindowBackups, self).before(reason))
        assert made is not None
        return made

    def leave(self) -> Outcome | None:
        """:meth:`close` with a way out: None also where the clerk would not wait."""
        self._leaving = True
        return _answering(self.close, skip="ปิดโดยไม่รอ")

    def _between_edits(self, job: Callable[[], Taken]) -> Taken:
        """On leaving no edits come any more: whoever would not wait waits for no writer either."""
        return job() if self._leaving else super()._between_edits(job)


def _answering(job: Callable[[], T], *, skip: str = "") -> T | None:
    """What the job gave; waited for behind a dialog where a window asks."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or QThread.currentThread() is not app.thread():
        return job()
    return waited(app.activeWindow(), "กำลังเก็บแฟ้มสำรอง…", job, skip=skip)
