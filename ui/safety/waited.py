"""Work that must be over before the next step: the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.waiting import progress_dialog

T = TypeVar("T")

QUIETLY = 0.25
"""Seconds that are waited without a word: most backups take less."""

_LOOK_EVERY = 50
"""Milliseconds between two looks whether the work is done."""


def waited(parent: QWidget | None, words: str, job: Callable[[], T], *, skip: str = "") -> T | None:
    """What ``job`` gave, done in a thread; its exceptions come through.

    Where it lasts, ``words`` are shown over ``parent`` and nothing else can be done in it. With
    ``skip`` there is a button of that name that goes on at once: None, and the work ends by itself.
    """
    results: list[T] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            results.append(job())
        except Exception as error:
            errors.append(error)

    thread = Thread(target=run, name="waited-for", daemon=True)
    thread.start()
    thread.join(QUIETLY)
    if thread.is_alive() and not _shown(parent, words, thread, skip):
        return None
    if errors:
        raise errors[0]
    return results[0]


def _shown(parent: QWidget | None, words: str, thread: Thread, skip: str) -> bool:
    """Wait behind a dialog; whether the work was waited for to its end."""
    dialog = progress_dialog(parent, words)
    if skip:
        dialog.setCancelButtonText(skip)
    else:
        dialog.setCancelButton(None)
    loop = QEventLoop()
    look = QTimer(dialog)
    skipped: list[bool] = []

    def on_look() -> None:
        if not thread.is_alive():
            loop.quit()
        elif not dialog.isVisible():  # Escape hides it
            dialog.show()

    if skip:
        dialog.canceled.connect(lambda: (skipped.append(True), loop.quit()))
    look.timeout.connect(on_look)
    look.start(_LOOK_EVERY)
    dialog.show()
    loop.exec()
    over = not skipped  # before the dialog is closed: closing it says cancelled too
    look.stop()
    dialog.hide()
    dialog.deleteLater()
    return over
