"""Thai text boxes: one that wraps and grows with its text, and a plain one-line edit."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ita_desktop.thai.text import clean
from ui.theme import set_role
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.line_marks import LineMarks
from ui.widgets.text.thai_layout import ThaiLayout
from ui.widgets.text.word_marks import WordMarks
from ui.widgets.text.word_moves import kept_place, next_word, word_at, word_move

_FRAME = 8
"""Logical pixels of border and padding above and below, as the style sheet has them."""

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def carries_files(source: QMimeData) -> bool:
    """Whether a hand brings files: those are for the window to open, not for a box to type."""
    return any(url.isLocalFile() for url in source.urls())


class ThaiTextBox(QPlainTextEdit):
    """Wraps at Thai words and is as high as its text, from ``least`` to ``most`` lines.

    ``bare`` leaves the border to what is around it. With ``one_line`` there is no line end in it:
    Enter emits ``entered`` and pasted lines are joined. Tab goes on to the next field; Ctrl+Z
    that finds nothing to undo here goes to the window.
    """

    entered = Signal()

    def __init__(
        self,
        *,
        one_line: bool = False,
        least: int = 1,
        most: int = 14,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self._frame = 0 if bare else _FRAME
        if bare:
            set_role(self, "bare")
        self._lines = (least, most)
        self._placeholder = ""
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(3)
        self._layout = ThaiLayout(document, self)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.marks = WordMarks(self)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        word_breaks().ready.connect(self._on_words_known)
        self._fit()

    # ---- what it holds

    def text(self) -> str:
        """The text as it is stored: cleaned."""
        return clean(self.toPlainText())

    def set_text(self, text: str) -> None:
        """Show another text; what was typed before can no longer be undone here. Where the box is
        in hand, the cursor stays between the same words."""
        before = self.toPlainText()
        if text == before:
            return
        place = kept_place(before, text, self.textCursor().position())
        self.setPlainText(text)
        self.marks.forget_typing()
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)

    def set_placeholder(self, text: str) -> None:
        """What belongs here, in grey while the box is empty."""
        self._placeholder = text
        self.setPlaceholderText(word_breaks().shown(text))

    def forget_undo(self) -> None:
        """The visit is over: from now on the window undoes it."""
        self.document().clearUndoRedoStacks()

    def select_word(self, place: int) -> None:
        """Select the Thai word around a place of the text."""
        block = self.document().findBlock(place)
        start, end = word_at(block.text(), place - block.position())
        cursor = self.textCursor()
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # ---- size

    def sizeHint(self) -> QSize:
        return QSize(240, self._fitting_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._fitting_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fitting_height(self) -> int:
        line = QFontMetricsF(self.font()).lineSpacing()
        margins = 2 * self.document().documentMargin()
        least, most = (line * lines + margins for lines in self._lines)
        return ceil(min(max(self._layout.height(), least), most)) + self._frame

    def _fit(self) -> None:
        height = self._fitting_height()
        if height != self.height():
            self.setFixedHeight(height)
        most = QFontMetricsF(self.font()).lineSpacing() * self._lines[1]
        over = self._layout.height() > most + 2 * self.document().documentMargin() + 1
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if over else policy.ScrollBarAlwaysOff
        )

    def _on_words_known(self) -> None:
        self._layout.lay_again()
        self.setPlaceholderText(word_breaks().shown(self._placeholder))
        self._fit()

    # ---- hands

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) and not self._can_undo():
                event.ignore()
                return False
            if event.matches(QKeySequence.StandardKey.Redo) and not self._can_redo():
                event.ignore()
                return False
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "marks"):
            self.marks.paint_again()  # while the box is being made it has none yet
        if event.type() is QEvent.Type.FontChange:
            self.document().setDefaultFont(self.font())
            self._fit()
        return super().event(event)

    def _can_undo(self) -> bool:
        return not self.isReadOnly() and self.document().isUndoAvailable()

    def _can_redo(self) -> bool:
        return not self.isReadOnly() and self.document().isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_line and event.key() in _RETURNS:
            self.entered.emit()
            return
        move = word_move(event)
        if move is None:
            super().keyPressEvent(event)
            return
        self._move_by_word(*move)

    def _move_by_word(self, direction: int, selects: bool, deletes: bool) -> None:
        cursor = self.textCursor()
        modes = QTextCursor.MoveMode
        if deletes and self.isReadOnly():
            return
        if not (deletes and cursor.hasSelection()):
            block = cursor.block()
            place = next_word(block.text(), cursor.positionInBlock(), direction)
            mode = modes.KeepAnchor if selects else modes.MoveAnchor
            if place == cursor.positionInBlock():  # at the end of a line: over it
                side = QTextCursor.MoveOperation.Right
                other = QTextCursor.MoveOperation.Left
                cursor.movePosition(side if direction > 0 else other, mode)
            else:
                cursor.setPosition(block.position() + place, mode)
        if deletes:
            cursor.removeSelectedText()
        self.setTextCursor(cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)  # so that a third click takes the paragraph
        if event.button() is Qt.MouseButton.LeftButton:
            self.select_word(self.cursorForPosition(event.position().toPoint()).position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()  # the form scrolls
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.marks.told(event):
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.marks.show_menu(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        return source.hasText() and not carries_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        if carries_files(source) or self.take_pasted(source.text()):
            return
        text = clean(source.text())
        self.insertPlainText(" ".join(text.split("\n")) if self._one_line else text)
        self.ensureCursorVisible()

    def take_pasted(self, text: str) -> bool:
        """For boxes that make something of pasted text: True where it was taken."""
        del text
        return False


class ThaiLineEdit(QLineEdit):
    """A one-line edit that knows Thai words, cleans what is pasted and lets the window undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = LineMarks(self)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.marks.told(event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = word_move(event)
        if move is None:
            super().keyPressEvent(event)
            return
        direction, selects, deletes = move
        if deletes and self.isReadOnly():
            return
        place = next_word(self.text(), self.cursorPosition(), direction)
        if not (deletes and self.hasSelectedText()):
            self.cursorForward(selects, place - self.cursorPosition())
        if deletes:
            self.del_()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        start, end = word_at(self.text(), self.cursorPositionAt(event.position().toPoint()))
        self.setSelection(start, end - start)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carries_files(event.mimeData()):
            event.ignore()
            return
        super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if carries_files(event.mimeData()):
            event.ignore()
            return
        super().dropEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.marks.show_menu(event)
