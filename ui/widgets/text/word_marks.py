"""Words marked in a text box: a wavy line under them, what is wrong as their tooltip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from ui.theme import colours
from ui.widgets.text.edit_menu import edit_menu


@dataclass(frozen=True)
class WordMark:
    """Characters from ``start`` up to ``end``, in the colour of a ``role`` (amber, danger, hint).

    ``acts`` are what the menu at the words offers: words and what is then done.
    """

    start: int
    end: int
    role: str
    words: str
    acts: tuple[tuple[str, Callable[[], object]], ...] = ()


def wavy(role: str) -> QTextCharFormat:
    """The look of marked words."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(getattr(colours(), role)))
    return look


def tell_marks(marks: Sequence[WordMark], event: QHelpEvent, box: QWidget) -> bool:
    """Answer the mouse that rests on marks; False where it asks for something else."""
    if not marks or event.type() is not QEvent.Type.ToolTip:
        return False
    told = "\n".join(dict.fromkeys(one.words for one in marks))
    QToolTip.showText(event.globalPos(), told, box)
    return True


def show_menu(
    box: QPlainTextEdit | QLineEdit, marks: Sequence[WordMark], event: QContextMenuEvent
) -> None:
    """Show the menu of a box, what can be done about marks at its top."""
    menu = edit_menu(box)
    acts = [act for one in marks for act in one.acts]
    first = menu.actions()[0] if menu.actions() else None
    for words, act in acts:
        menu.insertAction(first, menu.addAction(words, act))
    if acts:
        menu.insertSeparator(first)
    menu.exec(event.globalPos())


class WordMarks(QObject):
    """The marks of one box. They move with the text around them, and go once a hand changes the
    words they stand under; nothing of them is part of the text or of its undo."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._held: list[tuple[WordMark, QTextCursor]] = []
        self._typed_at: int | None = None
        box.cursorPositionChanged.connect(self._on_moved)
        box.document().contentsChange.connect(self._on_changed)

    @property
    def shown(self) -> tuple[WordMark, ...]:
        """The marks as they stand now."""
        return tuple(
            WordMark(at.selectionStart(), at.selectionEnd(), one.role, one.words, one.acts)
            for one, at in self._held
        )

    def show(self, marks: Sequence[WordMark]) -> None:
        """Mark these words and no others."""
        if not marks and not self._held:
            return
        self._held = [(one, self._place(one)) for one in marks]
        self._paint()

    def paint_again(self) -> None:
        """The colours have changed."""
        if self._held:
            self._paint()

    def at(self, place: int) -> tuple[WordMark, ...]:
        """The marks at a place of the text."""
        return tuple(one for one in self.shown if one.start <= place <= one.end)

    # ---- where the hand is

    @property
    def typing(self) -> bool:
        """Whether the cursor stands where something was just typed."""
        return self._typed_at is not None and self._box.hasFocus()

    def half_typed(self, start: int, end: int) -> bool:
        """Whether words are being typed just now: the cursor still stands in them or behind."""
        return self.typing and start <= self._box.textCursor().position() <= end

    def forget_typing(self) -> None:
        """The text was put there by the program."""
        self._typed_at = None

    # ---- what the box passes on

    def told(self, event: QHelpEvent) -> bool:
        """Show what is wrong with the words under the mouse; False where nothing is."""
        marks = self.at(self._box.cursorForPosition(event.pos()).position()) if self._held else ()
        return tell_marks(marks, event, self._box)

    def show_menu(self, event: QContextMenuEvent) -> None:
        """Show the menu of the box, with what can be done about the words under the mouse, or at
        the cursor where a key asked for it."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self._box.cursorForPosition(event.pos()) if by_mouse else self._box.textCursor()
        show_menu(self._box, self.at(at.position()), event)

    # ---- inner workings

    def _place(self, mark: WordMark) -> QTextCursor:
        last = self._box.document().characterCount() - 1
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(min(mark.start, last))
        cursor.setPosition(min(mark.end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint(self) -> None:
        drawn: list[QTextEdit.ExtraSelection] = []
        for one, cursor in self._held:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor  # type: ignore[attr-defined]
            selection.format = wavy(one.role)  # type: ignore[attr-defined]
            drawn.append(selection)
        self._box.setExtraSelections(drawn)

    def _on_changed(self, place: int, _removed: int, added: int) -> None:
        if self._box.hasFocus():
            self._typed_at = place + added
        kept = [
            (one, at)
            for one, at in self._held
            if at.selectionEnd() < place or at.selectionStart() > place + added
        ]
        if len(kept) != len(self._held):
            self._held = kept
            self._paint()

    def _on_moved(self) -> None:
        if self._typed_at != self._box.textCursor().position():
            self._typed_at = None
