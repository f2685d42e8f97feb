"""The options of one document, each kept in its set-up."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from enum import Enum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.checks.papers.lacking import paper_findings
from ita_desktop.documents.build import kind_of, setup_of
from ita_desktop.documents.layouts import layouts_in
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import DocumentSetup, OwnLayout, Record
from ita_desktop.model.rounds import rounds_of
from ita_desktop.model.values import MemoBody
from ita_desktop.session.papers.document_options import usual_choices, usual_signer, wording_values
from ita_desktop.session.papers.own_wordings import (
    office_texts,
    use_every_year,
    use_here_only,
    use_shipped,
)
from ui.theme import GRID
from ui.widgets.editors.choice_editor import label_of
from ui.widgets.editors.documents_editor import DocumentsEditor
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.editors import make_editor
from ui.widgets.editors.layout_editor import LayoutEditor
from ui.widgets.editors.option_editor import OptionEditor
from ui.widgets.editors.signers_editor import SignersEditor
from ui.widgets.editors.wording_box import WordingBox
from ui.widgets.editors.wordings_editor import WordingsEditor
from ui.widgets.forms.form import FormPlan, Group, Maker, RecordForm
from ui.widgets.forms.form_sight import Settling
from ui.workspace import Workspace

GROUPS = (
    Group("เอกสารในเล่ม", ("parts",)),
    Group("ตัวเลขและแบบตาราง", ("digits", "spare_codes", "layout")),
    Group(
        "หน้ากระดาษ",
        ("orientation", "table_size", "timeline_style", "pictures_per_page", "cover", "round"),
    ),
    Group("เลขที่ วันที่ และผู้ลงนาม", ("division_id", "number", "dated", "signers")),
    Group("ความเห็นตามลำดับชั้น", ("opinions",)),
    Group("ถ้อยคำในเอกสาร", ("memo_body", "texts")),
)

MEMO_BODIES = (
    (None, "ตามปกติ"),
    (MemoBody.HEADED, "มีหัวข้อ (เรื่องเดิม … ข้อพิจารณา)"),
    (MemoBody.FREE, "ย่อหน้าต่อเนื่อง"),
)
"""The bodies of a memo, in words that fit a narrow form."""

ROUNDS = (
    (0, "ผลทั้งปี"),
    (3, "รอบ ๓ เดือน"),
    (6, "รอบ ๖ เดือน"),
    (9, "รอบ ๙ เดือน"),
    (12, "รอบ ๑๒ เดือน"),
)
"""What a report may tell of: the months after which the round ended, 0 for the whole year."""


class DocumentOptions(QWidget):
    """A form of the document's set-up; what is left to the document says what it leads to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        makers: dict[str, Maker] = {
            one.name: _usual_or_one for one in fields_of(DocumentSetup) if one.kind is Kind.CHOICE
        }
        makers |= {
            "layout": LayoutEditor,
            "round": _round,
            "memo_body": _memo_body,
            "parts": _parts,
            "texts": WordingsEditor,
        }
        plan = FormPlan(GROUPS, makers=makers, findings=self._found)
        self.form = RecordForm(workspace, DocumentSetup, plan)
        self._document = workspace.document
        self.setMinimumWidth(GRID * 44)
        body = self.form.body.layout()
        assert body is not None
        body.setContentsMargins(2, 0, GRID, GRID * 4)
        layout = self.form.editors["layout"]
        assert isinstance(layout, LayoutEditor)
        layout.edit_wanted.connect(self._arrange)
        self._texts.every_year.connect(self._use_every_year)
        self._texts.here_only.connect(self._use_here_only)
        self._texts.shipped_again.connect(self._use_shipped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def show_setup(self, setup: DocumentSetup) -> None:
        """Show the options of one document."""
        layout = self.form.editors["layout"]
        assert isinstance(layout, LayoutEditor)
        if setup.document != self._document:
            self._document = setup.document
            self.form.flush()  # what is being typed belongs to the document before
        workspace = self._workspace
        snapshot, year = workspace.session.snapshot, workspace.year
        layouts = layouts_in(snapshot, setup.document)
        layout.set_layouts(layouts, {one.id for one in snapshot.of(OwnLayout)})
        kind = kind_of(setup.document)
        for name, row in self.form.rows.items():
            row.setVisible(name in kind.options)
        self.form.body.show_headings()
        texts = self._texts
        texts.set_wordings(kind.all_wordings)
        texts.set_office(office_texts(snapshot, kind))
        texts.set_values(wording_values(snapshot, year, setup))
        texts.show_printed(setup)
        signers = self.form.editors["signers"]
        assert isinstance(signers, SignersEditor)
        signers.set_usual(usual_signer(snapshot, year, setup))
        self._show_rounds({0, setup.round, *(one.month for one in rounds_of(snapshot, year))})
        usual = usual_choices(snapshot, year, setup)
        for name, editor in self.form.editors.items():
            if isinstance(editor, OptionEditor) and None in editor.buttons:
                found = usual.get(name)
                if found and not found.by_layout:
                    editor.set_usual(found.choice)
                    continue
                editor.set_usual(None)
                words = f"ตามแบบตาราง ({_short(found.choice)})" if found else "ตามปกติ"
                editor.set_words(None, words)
        if setup != self.form.record:
            self.form.set_record(setup)

    def _show_rounds(self, months: set[int]) -> None:
        """Offer only the rounds that the year uses, and the one chosen."""
        rounds = self.form.editors["round"]
        assert isinstance(rounds, OptionEditor)
        for month, button in rounds.buttons.items():
            button.setHidden(month not in months)

    def _arrange(self, layout_id: str) -> None:
        """Go to where layouts are arranged."""
        record = self.form.record
        if layout_id:
            self._workspace.show_place(layout_id)
        elif isinstance(record, DocumentSetup):
            self._workspace.show_page(f"layouts/{record.document}")

    def go_to(self, field: str) -> None:
        """Put the cursor into one option."""
        name, _, part = field.partition(":")
        if name in kind_of(self._document).options:
            self.form.go_to(name)
        box = self._texts.go_to(part) if part else None
        if box is not None:
            Settling(self.form, box)

    @property
    def _texts(self) -> WordingsEditor:
        texts = self.form.editors["texts"]
        assert isinstance(texts, WordingsEditor)
        return texts

    def _found(self, record: Record) -> Iterable[Finding]:
        """What is said below the options themselves."""
        if not isinstance(record, DocumentSetup):
            return ()
        workspace = self._workspace
        snapshot, kind = workspace.session.snapshot, kind_of(record.document)
        found = paper_findings(snapshot, workspace.year, kind)
        # What is left to be written by hand is told by the hints.
        told = (one for one in found if one.severity is not Severity.NOTE)
        return tuple(one for one in told if one.record_id == record.id)

    def _setup(self) -> DocumentSetup:
        workspace = self._workspace
        return setup_of(workspace.session.snapshot, workspace.year, self._document)

    def _use_every_year(self, box: WordingBox) -> None:
        use_every_year(self._workspace.session, self._setup(), box.wording, box.text)

    def _use_here_only(self, box: WordingBox) -> None:
        use_here_only(self._workspace.session, self._setup(), box.wording, box.text)

    def _use_shipped(self, box: WordingBox) -> None:
        use_shipped(self._workspace.session, self._setup(), box.wording)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()


def _short(choice: Enum) -> str:
    """The word of a choice without what its label adds in brackets."""
    return label_of(choice).split(" (")[0]


def _usual_or_one(field: Field) -> Editor | None:
    if field.choices is None:
        return make_editor(field)
    options = [(one, label_of(one)) for one in field.choices]
    return OptionEditor(field, [(None, "ตามปกติ"), *options])


def _parts(field: Field) -> Editor:
    return DocumentsEditor(dataclasses.replace(field, hint="ติ๊กฉบับที่จะรวม ลากเพื่อเรียงลำดับ"))


def _memo_body(field: Field) -> Editor:
    return OptionEditor(field, MEMO_BODIES)


def _round(field: Field) -> Editor:
    return OptionEditor(dataclasses.replace(field, label="ผลของรอบใด", hint=""), ROUNDS)
