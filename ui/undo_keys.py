"""Who gets Ctrl+Z: the text box in hand while it has something to undo, then the session."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_TextBox = QLineEdit | QPlainTextEdit | QTextEdit


class UndoKeys(QObject):
    """Keeps text boxes that have nothing to undo from swallowing the keys of the menu."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        # Only the widget in hand is watched: a filter over every event would cost each of them.
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, _TextBox):
            new.installEventFilter(self)

    def eventFilter(  # noqa: N802
        self, watched: QObject, event: QEvent
    ) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QWidget):
            assert isinstance(event, QKeyEvent)
            wants = _wants(event)
            if wants and watched is QApplication.focusWidget():
                can_undo, can_redo = can_do(watched)
                if not (can_undo if wants == "undo" else can_redo):
                    event.ignore()
                    return True
        return False


def can_do(widget: QWidget | None) -> tuple[bool, bool]:
    """Whether a widget is a text box with something to undo, and to redo."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable(), widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        document = widget.document()
        return document.isUndoAvailable(), document.isRedoAvailable()
    return False, False


def undo_in(widget: QWidget | None) -> bool:
    """Undo in the text box in hand; False where it has nothing to undo."""
    return _do(widget, can_do(widget)[0], lambda box: box.undo())


def redo_in(widget: QWidget | None) -> bool:
    """Redo in the text box in hand; False where it has nothing to redo."""
    return _do(widget, can_do(widget)[1], lambda box: box.redo())


def _do(widget: QWidget | None, can: bool, act: Callable[[_TextBox], None]) -> bool:
    if can and isinstance(widget, _TextBox):
        act(widget)
    return can


def _wants(event: QKeyEvent) -> str:
    pressed = QKeySequence(event.keyCombination()).toString()
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    if event.matches(QKeySequence.StandardKey.Redo) or pressed in ("Ctrl+Y", "Ctrl+Shift+Z"):
        return "redo"
    return ""
