"""One editor for each kind of field."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ita_desktop.model.fields import Field, Kind
from ui.widgets.choice_editor import ChoiceEditor
from ui.widgets.editor import Editor
from ui.widgets.link_editor import LinkEditor
from ui.widgets.text_editors import FlagEditor, IntegerEditor, TextEditor


def make_editor(field: Field, parent: QWidget | None = None) -> Editor | None:
    """The editor of a field's kind; None for kinds that a page edits in its own way."""
    match field.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return TextEditor(field, parent)
        case Kind.INTEGER:
            return IntegerEditor(field, parent)
        case Kind.FLAG:
            return FlagEditor(field, parent)
        case Kind.CHOICE:
            return ChoiceEditor(field, parent)
        case Kind.LINK:
            return LinkEditor(field, parent)
        case _:
            return None
