"""Work that may last: done in a thread, with progress and a way out after the first second."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

PATIENCE = 1_000
"""Milliseconds before progress is shown."""

Cancelled = Callable[[], bool]
Progress = Callable[[int], None]
Work = Callable[[Cancelled, Progress], Any]


class _Voice(QObject):
    """Brings a thread's news to the interface thread."""

    progressed = Signal(int)
    finished = Signal()


def wait_for(parent: QWidget, words: str, work: Work, counted: str = "") -> Any:
    """What ``work`` returns, or None where the clerk cancelled it; its exceptions come through.

    ``work`` is called in a thread with a question whether to stop and a teller of progress;
    ``counted`` says the progress, e.g. ``จัดหน้าแล้ว {} หน้า``.
    """
    voice = _Voice()
    dialog = progress_dialog(parent, words)
    loop = QEventLoop()
    stop = Event()
    results: list[Any] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            results.append(work(stop.is_set, voice.progressed.emit))
        except Exception as error:
            errors.append(error)
        voice.finished.emit()

    dialog.canceled.connect(stop.set)
    if counted:
        voice.progressed.connect(lambda done: dialog.setLabelText(counted.format(done)))
    voice.finished.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    thread = Thread(target=run, name="waited-for", daemon=True)
    thread.start()
    loop.exec()
    thread.join()
    given_up = stop.is_set()  # before the dialog is closed: closing it says cancelled too
    dialog.close()
    dialog.deleteLater()
    if given_up:
        return None
    if errors:
        raise errors[0]
    return results[0]


def progress_dialog(parent: QWidget, words: str, total: int = 0) -> QProgressDialog:
    """A dialog that shows itself once work has lasted a second; ``total`` 0 is not known."""
    dialog = QProgressDialog(words, "ยกเลิก", 0, total, parent)
    dialog.setWindowTitle("โปรดรอสักครู่")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(PATIENCE)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    dialog.setMinimumWidth(360)
    dialog.setValue(0)
    return dialog
