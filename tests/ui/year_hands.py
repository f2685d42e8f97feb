"""Hands on the menu of years and on the dialogs it opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog

from ui.window import Window
from ui.years.next_year_dialog import NextYearDialog

D = TypeVar("D", bound=QDialog)


def years(window: Window) -> list[QAction]:
    """What the menu of years offers."""
    menu = window.commands.year.menu()
    return [one for one in menu.actions() if not one.isSeparator()]


def with_dialog(kind: type[D], act: Callable[[D], None]) -> None:
    """Have the dialog used by ``act`` once it stands."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(20, look)
            return
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)


def begin(window: Window, act: Callable[[NextYearDialog], None]) -> None:
    """Have the dialog of the next year opened from the menu and used by ``act``."""
    with_dialog(NextYearDialog, act)
    [action] = [one for one in years(window) if "จากปีนี้" in one.text()]
    action.trigger()
