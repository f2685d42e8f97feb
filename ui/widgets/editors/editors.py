"""One editor for each kind of field."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ita_desktop.model.fields import Field, Kind
from ui.widgets.editors.acting_editor import ActingEditor
from ui.widgets.editors.choice_editor import ChoiceEditor
from ui.widgets.editors.date_editor import DateEditor
from ui.widgets.editors.documents_editor import DocumentsEditor
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.link_editor import LinkEditor
from ui.widgets.editors.list_editor import ListEditor
from ui.widgets.editors.monitoring_editor import MonitoringEditor
from ui.widgets.editors.number_editor import NumberEditor
from ui.widgets.editors.opinions_editor import OpinionsEditor
from ui.widgets.editors.references_box import ReferencesEditor
from ui.widgets.editors.responsible_box import ResponsibleEditor
from ui.widgets.editors.signers_editor import SignersEditor
from ui.widgets.editors.text_editors import FlagEditor, IntegerEditor, TextEditor
from ui.widgets.editors.timeline_box import TimelineEditor


def make_editor(field: Field, parent: QWidget | None = None) -> Editor | None:
    """The editor of a field's kind; None for kinds that a page edits in its own way."""
    made = EDITORS.get(field.kind)
    return made(field, parent) if made else None


EDITORS: Mapping[Kind, type[Editor]] = MappingProxyType(
    {
        Kind.TEXT: TextEditor,
        Kind.LONG_TEXT: TextEditor,
        Kind.INTEGER: IntegerEditor,
        Kind.FLAG: FlagEditor,
        Kind.NUMBER: NumberEditor,
        Kind.DATE: DateEditor,
        Kind.CHOICE: ChoiceEditor,
        Kind.ITEMS: ListEditor,
        Kind.TIMELINE: TimelineEditor,
        Kind.RESPONSIBLE: ResponsibleEditor,
        Kind.REFERENCES: ReferencesEditor,
        Kind.MONITORING: MonitoringEditor,
        Kind.LINK: LinkEditor,
        Kind.ACTING: ActingEditor,
        Kind.SIGNERS: SignersEditor,
        Kind.OPINIONS: OpinionsEditor,
        Kind.DOCUMENTS: DocumentsEditor,
    }
)
"""Pictures and a document's own texts are edited by the pages that show them (FormPlan.makers)."""
