"""The menu of a text box, in Thai."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

_K = QKeySequence.StandardKey


def edit_menu(box: QPlainTextEdit | QLineEdit) -> QMenu:
    """Undo, redo, cut, copy, paste and select all, each enabled where it can do something."""
    if isinstance(box, QLineEdit):
        undo, redo = box.isUndoAvailable(), box.isRedoAvailable()
        selected, text = box.hasSelectedText(), box.text()
    else:
        document = box.document()
        undo, redo = document.isUndoAvailable(), document.isRedoAvailable()
        selected, text = box.textCursor().hasSelection(), box.toPlainText()
    writable = not box.isReadOnly()
    pasted = writable and bool(QGuiApplication.clipboard().text())
    menu = QMenu(box)
    rows = (
        ("เลิกทำ", box.undo, _K.Undo, writable and undo),
        ("ทำซ้ำ", box.redo, _K.Redo, writable and redo),
        None,
        ("ตัด", box.cut, _K.Cut, writable and selected),
        ("คัดลอก", box.copy, _K.Copy, selected),
        ("วาง", box.paste, _K.Paste, pasted),
        None,
        ("เลือกทั้งหมด", box.selectAll, _K.SelectAll, bool(text)),
    )
    for row in rows:
        if row is None:
            menu.addSeparator()
            continue
        words, act, key, enabled = row
        action = menu.addAction(words, act)
        action.setShortcut(QKeySequence(key))
        action.setEnabled(enabled)
    return menu
