"""Words marked in a one-line edit, as :mod:`.word_marks` does it in boxes of several lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.text.word_marks import WordMark, show_menu, tell_marks, wavy


class LineMarks(QObject):
    """The marks of one line. They go once the text changes, and come back when it is read anew."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._held: tuple[WordMark, ...] = ()
        self._typed_at: int | None = None
        line.textEdited.connect(self._on_typed)
        line.textChanged.connect(lambda _text: self.show(()))
        line.cursorPositionChanged.connect(self._on_moved)

    @property
    def shown(self) -> tuple[WordMark, ...]:
        """The marks as they stand now."""
        return self._held

    def show(self, marks: Sequence[WordMark]) -> None:
        """Mark these words and no others."""
        if tuple(marks) == self._held:
            return
        self._held = tuple(marks)
        here = self._line.cursorPosition()
        kind = QInputMethodEvent.AttributeType.TextFormat
        looks: list[tuple[int, int, QTextCharFormat]] = [
            (one.start - here, one.end - one.start, wavy(one.role)) for one in self._held
        ]
        ranges = [QInputMethodEvent.Attribute(kind, *look) for look in looks]
        # A line edit takes looks for parts of its text from input methods alone.
        QApplication.sendEvent(self._line, QInputMethodEvent("", ranges))

    def at(self, place: int) -> tuple[WordMark, ...]:
        """The marks at a place of the text."""
        return tuple(one for one in self._held if one.start <= place <= one.end)

    @property
    def typing(self) -> bool:
        """Whether the cursor stands where something was just typed."""
        return self._typed_at is not None and self._line.hasFocus()

    def half_typed(self, start: int, end: int) -> bool:
        """Whether words are being typed just now: the cursor still stands in them or behind."""
        return self.typing and start <= self._line.cursorPosition() <= end

    def told(self, event: QHelpEvent) -> bool:
        """Show what is wrong with the words under the mouse; False where nothing is."""
        marks = self.at(self._line.cursorPositionAt(event.pos())) if self._held else ()
        return tell_marks(marks, event, self._line)

    def show_menu(self, event: QContextMenuEvent) -> None:
        """Show the menu of the line, with what can be done about the words under the mouse, or at
        the cursor where a key asked for it."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        line = self._line
        place = line.cursorPositionAt(event.pos()) if by_mouse else line.cursorPosition()
        show_menu(line, self.at(place), event)

    def _on_typed(self, _text: str) -> None:
        self._typed_at = self._line.cursorPosition()

    def _on_moved(self, _old: int, new: int) -> None:
        if self._typed_at != new:
            self._typed_at = None
