"""One line of text that is read as something else: a number, a date."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.thai.dates import Misread
from ita_desktop.thai.number_reading import is_dash
from ita_desktop.thai.text import clean
from ita_desktop.thai.timelines import Unread
from ui.theme import GRID
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.readings import ReadingNote
from ui.widgets.text.textboxes import ThaiLineEdit

KEPT = "จะเก็บและพิมพ์ตามที่พิมพ์ไว้"
"""What is said of words in a field that keeps them, although they are no number or date."""


class ReadLineEditor(Editor):
    """What cannot be read stays in the box with a word on why; a field that keeps unread text keeps
    it, any other keeps the value it had."""

    shows_readings = True

    def __init__(self, field: Field, example: str, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._last: Any = None
        self.line = ThaiLineEdit()
        self.line.setPlaceholderText(f"เช่น {example}")
        self.line.setMaximumWidth(GRID * 32)
        self._named(self.line)
        self.note = ReadingNote()
        self._row = QHBoxLayout()
        self._row.setSpacing(GRID // 2)
        self._row.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(self._row)
        layout.addWidget(self.note)
        self.line.textEdited.connect(self._on_typed)
        self.note.taken.connect(self._take)
        self.setFocusProxy(self.line)

    @abstractmethod
    def _read_words(self, words: str) -> Any:
        """What the words mean, or a Misread."""

    @abstractmethod
    def _words_of(self, value: Any) -> str:
        """A value as it is shown, in Arabic digits."""

    def value(self) -> Any:
        read = self._read()
        if not isinstance(read, Misread):
            return read
        return Unread(clean(read.text)) if self.field.keeps_unread else self._last

    def end_visit(self) -> None:
        if not isinstance(self._read(), Misread):
            self._show(self.value())

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.line.setReadOnly(read_only)

    def _read(self) -> Any:
        words = self.line.text()
        return self._read_words(words) if words.strip() else None

    def _on_typed(self) -> None:
        read = self._read()
        self._tell(read)
        if self.field.keeps_unread or not isinstance(read, Misread):
            self._touched()

    def _tell(self, read: Any) -> None:
        if not isinstance(read, Misread) or (self.field.keeps_unread and is_dash(read.text)):
            self.note.quiet()
        elif self.field.keeps_unread:
            self.note.say("triangle-alert", "amber", f"{read.problem} {KEPT}", read.suggestions)
        else:
            self.note.say("circle-alert", "danger", read.problem, read.suggestions)

    def _take(self, words: str) -> None:
        self.line.setText(words)
        self._on_typed()
        self.flush()
        self.line.setFocus()

    def _show(self, value: Any) -> None:
        if isinstance(value, Unread):
            self.line.setText(value.text)
        else:
            self._last = value
            self.line.setText("" if value is None else self.around.number(self._words_of(value)))
        self._tell(self._read())
