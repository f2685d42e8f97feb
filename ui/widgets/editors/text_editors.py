"""Editors of plain values: text, whole numbers, yes or no."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field, Kind
from ita_desktop.thai.dates import BUDDHIST_OFFSET
from ita_desktop.thai.digits import to_arabic
from ui.theme import GRID
from ui.widgets.editors.editor import Editor
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit, ThaiTextBox


def example_words(field: Field) -> str:
    """The field's example as a placeholder says it."""
    return f"เช่น {field.example}" if field.example else ""


class TextEditor(Editor):
    """One line of text (it wraps where it is long), or several."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        long = field.kind is Kind.LONG_TEXT
        self.box = ThaiTextBox(one_line=not long, least=2 if long else 1)
        self.box.set_placeholder(example_words(field))
        self._named(self.box)
        self.box.textChanged.connect(self._touched)
        self.box.entered.connect(lambda: self.focusNextPrevChild(True))
        _only(self, self.box)
        self.setFocusProxy(self.box)

    def value(self) -> str:
        return self.box.text()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.box.setReadOnly(read_only)

    def end_visit(self) -> None:
        self.box.forget_undo()

    def focus_field(self, *, backwards: bool = False) -> None:
        super().focus_field(backwards=backwards)
        self.box.moveCursor(QTextCursor.MoveOperation.End)

    def _show(self, value: Any) -> None:
        self.box.set_text(str(value))


class IntegerEditor(Editor):
    """A whole number, in either kind of digits; a field called a year is one of พ.ศ."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._last = 0
        self.is_year = field.name.endswith("year")
        self.line = ThaiLineEdit()
        self.line.setMaximumWidth(GRID * 20)
        self.line.setPlaceholderText(example_words(field) or ("พ.ศ." if self.is_year else ""))
        self._named(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.problem = WrapLabel(role="danger")
        self.problem.hide()
        _only(self, self.line, self.problem)
        self.setFocusProxy(self.line)

    def value(self) -> int:
        number = self._number()
        return self._last if number is None else number

    def end_visit(self) -> None:
        if self._number() is not None:
            self._show(self.value())

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.line.setReadOnly(read_only)

    def _number(self) -> int | None:
        """What stands there, 0 for nothing, None for what is no number."""
        digits = to_arabic(self.line.text()).replace("พ.ศ.", "").replace(",", "").strip()
        if not digits:
            return 0
        if not digits.isdecimal() or len(digits) > 9:
            return None
        number = int(digits)
        if self.is_year and len(digits) == 2:
            return 2500 + number
        if self.is_year and 1900 <= number < 2400:
            return number + BUDDHIST_OFFSET  # typed as ค.ศ.
        return number

    def _on_typed(self) -> None:
        readable = self._number() is not None
        self.problem.setVisible(not readable)
        self.problem.setText("พิมพ์เป็นตัวเลข เช่น ๒๕๖๙" if self.is_year else "พิมพ์เป็นตัวเลข")
        if readable:
            self._touched()

    def _show(self, value: Any) -> None:
        self._last = int(value)
        shown = f"พ.ศ. {value}" if self.is_year else str(value)
        self.line.setText(self.around.number(shown) if value else "")
        self.problem.hide()


class FlagEditor(Editor):
    """Yes or no; its label stands beside the box, not above."""

    names_itself = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.check = QCheckBox(field.label)
        self._named(self.check)
        self.check.toggled.connect(self._decided)
        _only(self, self.check)
        self.setFocusProxy(self.check)

    def value(self) -> bool:
        return self.check.isChecked()

    def _show(self, value: Any) -> None:
        self.check.setChecked(bool(value))


def _only(editor: QWidget, *widgets: QWidget) -> None:
    layout = QVBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID // 2)
    for one in widgets:
        layout.addWidget(one)
