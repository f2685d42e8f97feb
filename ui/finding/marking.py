"""The words that were found, selected in the field they stand in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ita_desktop.session.searching.searching import Hit
from ui.widgets.editors.editor import editor_around


def mark_hit(now: QWidget | None, hit: Hit) -> bool:
    """Select the words of a hit in the editor around ``now``, the widget in hand; False where it
    does not show them as text."""
    editor = editor_around(now)
    if editor is None:
        return False
    boxes = (*editor.findChildren(QPlainTextEdit), *editor.findChildren(QLineEdit))
    for box in boxes:
        if box.isVisible() and _text(box) == hit.text.words:
            _select(box, hit.start, hit.end)
            return True
    return False


def _text(box: QPlainTextEdit | QLineEdit) -> str:
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()


def _select(box: QPlainTextEdit | QLineEdit, start: int, end: int) -> None:
    widget: QWidget = box
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(box, QLineEdit):
        box.setSelection(start, end - start)
        return
    cursor = box.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
