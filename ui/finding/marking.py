"""The words that were found, selected in the field they stand in."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ita_desktop.session.searching.searching import Hit
from ui.widgets.editors.editor import editor_around
from ui.widgets.editors.marking import select_span


def mark_hit(now: QWidget | None, hit: Hit) -> bool:
    """Select the words of a hit in the editor around ``now``, the widget in hand; False where it
    does not show them as text."""
    editor = editor_around(now)
    if editor is None:
        return False
    boxes = (*editor.findChildren(QPlainTextEdit), *editor.findChildren(QLineEdit))
    for box in boxes:
        if box.isVisible() and _text(box) == hit.text.words:
            select_span(box, hit.start, hit.end)
            return True
    return False


def _text(box: QPlainTextEdit | QLineEdit) -> str:
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
