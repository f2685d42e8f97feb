"""A number of any size, typed in either kind of digits, shown with commas at the thousands."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from ita_desktop.model.fields import Field
from ita_desktop.thai.dates import Misread
from ita_desktop.thai.number_reading import format_number, read_number
from ui.widgets.editors.read_line import ReadLineEditor


class NumberEditor(ReadLineEditor):
    """A line that is read as a number."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, field.example or "๑,๒๕๐,๐๐๐", parent)

    def _read_words(self, words: str) -> Decimal | Misread:
        return read_number(words)

    def _words_of(self, value: Decimal) -> str:
        return format_number(value)
