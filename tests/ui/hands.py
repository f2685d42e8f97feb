"""Hands for tests of the window: real key events, Thai too, which qtbot.keyClicks cannot type."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    """The widget in hand."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Press and let go of a key in the widget in hand."""
    widget = focused()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))
        if QApplication.focusWidget() is not widget:
            break
    QApplication.processEvents()


def write(text: str) -> None:
    """Type text, letter by letter; ``\\n`` is Enter and ``\\t`` Tab."""
    for letter in text:
        if letter == "\n":
            press(K.Key_Return)
        elif letter == "\t":
            press(K.Key_Tab)
        else:
            press(K.Key_unknown, NONE, letter)


def paste(text: str) -> None:
    """Put text on the clipboard and press Ctrl+V."""
    QGuiApplication.clipboard().setText(text)
    press(K.Key_V, CTRL)


def show(widget: QWidget, width: int = 520, height: int = 700) -> None:
    """Show a widget as the window in hand."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    for _ in range(3):
        QApplication.processEvents()


def drop(window: QWidget, *paths: Path) -> bool:
    """Let files fall on a window; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    enter.ignore()
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))
    return enter.isAccepted()
