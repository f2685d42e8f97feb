"""References typed as codes; damaged ones stay as typed, with the likely repair as a button."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import (
    Reference,
    ReferenceProblem,
    UnreadReference,
    format_references,
)
from ui.theme import GRID
from ui.widgets.editors.code_chips import CodeChips
from ui.widgets.editors.editor import Editor, Surroundings
from ui.widgets.editors.readings import ReadingNote
from ui.widgets.editors.text_editors import example_words
from ui.widgets.text.textboxes import ThaiTextBox

References = tuple[Reference | UnreadReference, ...]


class ReferencesEditor(Editor):
    """Codes of the score year, in one line that wraps."""

    shows_readings = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._kept: References = ()
        self._kept_text = ""
        self.box = ThaiTextBox(one_line=True)
        self.box.set_placeholder(example_words(field))
        self._named(self.box)
        self.note = ReadingNote()
        self.problems: list[ReadingNote] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self.box)
        self._column.addWidget(self.note)
        self.chips = CodeChips()
        self._column.addWidget(self.chips)
        self.box.textChanged.connect(self._on_typed)
        self.box.entered.connect(lambda: self.focusNextPrevChild(True))
        self.setFocusProxy(self.box)

    def value(self) -> References:
        if self.box.text() == self._kept_text:
            return self._kept  # each with the year it was read in
        return read_references(self.box.text(), self.around.score_year).values

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        self.chips.show_codes(self.value(), around)

    def flush(self) -> None:
        super().flush()
        self._say(finished=True)

    def end_visit(self) -> None:
        self._show(self.value())
        self.box.forget_undo()

    def focus_field(self, *, backwards: bool = False) -> None:
        super().focus_field(backwards=backwards)
        self.box.moveCursor(QTextCursor.MoveOperation.End)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.box.setReadOnly(read_only)

    def _show(self, value: Any) -> None:
        showing, self._showing = self._showing, True
        self._kept = value
        self.box.set_text(format_references(value))
        self._kept_text = self.box.text()
        self._showing = showing
        self._say(finished=True)

    def _on_typed(self) -> None:
        if not self._showing:
            self._say(finished=False)
        self._touched()

    def _say(self, *, finished: bool) -> None:
        values = self.value()
        shown = format_references(values)
        read = not any(isinstance(one, UnreadReference) for one in values)
        if values and read and shown != self.box.text():
            self.note.say("check", "good", f"อ่านว่า {shown}")
        else:
            self.note.quiet()
        self.chips.show_codes(values, self.around)
        found = _problems(values) if finished else []
        while len(self.problems) < len(found):
            self._add_problem()
        for place, note in enumerate(self.problems):
            if place < len(found):
                _, problem = found[place]
                note.say("triangle-alert", "amber", problem.problem, problem.suggestions)
            else:
                note.quiet()

    def _add_problem(self) -> None:
        note = ReadingNote()
        place = len(self.problems)
        note.taken.connect(lambda words: self._mend(place, words))
        self.problems.append(note)
        self._column.addWidget(note)

    def _mend(self, place: int, words: str) -> None:
        """Put a suggestion in the place of one damaged piece."""
        values = self.value()
        at, _ = _problems(values)[place]
        read = read_references(words, self.around.score_year).values
        self._show((*values[:at], *read, *values[at + 1 :]))
        self.box.setFocus()
        self._decided()


def _problems(values: References) -> list[tuple[int, ReferenceProblem]]:
    """What is wrong with each unread piece, and its place among the values."""
    found: list[tuple[int, ReferenceProblem]] = []
    for at, value in enumerate(values):
        if isinstance(value, UnreadReference):
            read = read_references(value.text, None)
            problem = read.problems[0] if read.problems else None
            told = problem or ReferenceProblem(value.text, f"อ่านรหัส “{value.text}” ไม่ออก")
            found.append((at, told))
    return found
