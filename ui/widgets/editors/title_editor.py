"""A name that nothing else in the file may bear."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ita_desktop.model.fields import Field
from ui.widgets.editors.readings import ReadingNote
from ui.widgets.editors.text_editors import TextEditor


class TitleEditor(TextEditor):
    """A name that is taken, or none at all, stays in the box with a word on it; the record keeps
    the name it had. ``problem`` says what is wrong with a name, or ""."""

    def __init__(
        self, field: Field, problem: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        self._problem = problem
        self._last = ""
        self.note: ReadingNote | None = None
        super().__init__(field, parent)
        self.note = ReadingNote()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.note)

    def value(self) -> str:
        typed = super().value()
        return self._last if self._problem(typed) else typed

    def end_visit(self) -> None:
        super().end_visit()
        self._last = self.value()

    def _touched(self) -> None:
        problem = self._problem(self.box.text())
        if self.note is not None and not self._showing:
            self.note.say("circle-alert", "danger", problem)
        if not problem:
            super()._touched()

    def _show(self, value: object) -> None:
        self._last = str(value)
        super()._show(value)
        if self.note is not None:
            self.note.quiet()
