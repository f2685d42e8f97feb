"""What is found in the fields of a form, said below them and marked in their words as one types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ita_desktop.checks.texts.reading import ABOUT_ALL
from ita_desktop.model.findings import Finding
from ita_desktop.model.own_fields import with_value
from ita_desktop.model.records import LeftFinding, OwnWording, Record
from ita_desktop.session.checking.leaving import may_be_left
from ita_desktop.session.checking.texts import typed_texts
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.marking import MarkedBox, Place, boxes_in, places_of
from ui.widgets.finding_reason import leave_finding
from ui.widgets.forms.form_plan import FormPlan
from ui.widgets.forms.form_rows import FieldRow, sign_of
from ui.widgets.text.word_marks import WordMark
from ui.workspace import Workspace

REST = 300
"""Milliseconds after the last key until the texts of the form are read."""

_CONCERNED = frozenset({LeftFinding, OwnWording})
"""Kinds of record that decide what is told beside the record of the form."""


class FormFindings(QObject):
    """Findings of the record as it stands in the form, saved or not. Nothing is read while keys are
    struck, and nothing is said of a word that is still being typed."""

    def __init__(
        self,
        workspace: Workspace,
        plan: FormPlan,
        rows: Callable[[], Mapping[str, FieldRow]],
        form: QWidget,
        flush: Callable[[], None],
    ) -> None:
        super().__init__(form)
        self._workspace = workspace
        self._plan = plan
        self._rows = rows
        self._form = form
        self._flush = flush
        self._record: Record | None = None
        self._marked: set[MarkedBox] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._look)
        workspace.changed.connect(self._on_changed)

    def add(self, row: FieldRow) -> None:
        """A row was made."""
        row.editor.typed.connect(self._rest.start)
        for told in (row, row.editor):
            told.mend_wanted.connect(self.mend)
            told.leave_wanted.connect(self.leave)

    def show(self, record: Record) -> None:
        """Say what is found in a record, and in what is typed into its form."""
        self._record = record
        self._rest.stop()
        typed = self._typed(record)
        found = [(one.field, one) for one in self._plan.findings(record)]
        found += typed_texts(self._workspace.session.snapshot, self._workspace.year, typed)
        marks: dict[MarkedBox, list[WordMark]] = defaultdict(list)
        for name, row in self._rows().items():
            own = [(to, one) for to, one in found if to == name or to.startswith(f"{name}:")]
            shown = [(to, one) for to, one in own if not self._held_back(one, row.editor)]
            row.show_findings([one for to, one in shown if to == name])
            row.editor.show_parts([(to, one) for to, one in shown if to != name])
            for _to, one in shown:
                for box, start, end in self._places(one, row.editor):
                    marks[box].append(self._mark(one, start, end))
        for box in self._marked | set(marks):
            box.marks.show(marks.get(box, ()))
        self._marked = set(marks)

    def mend(self, finding: Finding) -> None:
        """Make the repair of a finding; what is being typed is saved first."""
        self._flush()
        self._workspace.mend(finding)

    def leave(self, finding: Finding) -> None:
        """Ask why a finding is to be left as it is, and leave it."""
        self._flush()
        leave_finding(self._form, self._workspace, finding)

    # ---- inner workings

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds & _CONCERNED:
            self._look()

    def _look(self) -> None:
        if self._record is not None:
            self.show(self._record)

    def _typed(self, record: Record) -> Record:
        """The record with what is typed and not saved yet."""
        for row in self._rows().values():
            if row.editor.pending:
                record = with_value(record, row.editor.field, row.editor.value())
        return record

    def _held_back(self, finding: Finding, editor: Editor) -> bool:
        """Whether it is about what is still being typed: it is told once the cursor goes on."""
        if finding.spot is None:
            return False
        if finding.code in ABOUT_ALL:
            at_hand = [box for box in boxes_in(editor) if box.marks.typing]
        else:
            places = self._places(finding, editor)
            at_hand = [box for box, start, end in places if box.marks.half_typed(start, end)]
        for box in at_hand:
            once = Qt.ConnectionType.SingleShotConnection
            box.cursorPositionChanged.connect(lambda *_: self._rest.start(), once)
        return bool(at_hand)

    def _places(self, finding: Finding, editor: Editor) -> list[Place]:
        return list(places_of(finding.spot, editor)) if finding.spot is not None else []

    def _mark(self, finding: Finding, start: int, end: int) -> WordMark:
        told = " · ".join(filter(None, (finding.problem, finding.remedy)))
        acts: list[tuple[str, Callable[[], object]]] = []
        if finding.right_words is not None:
            right = finding.right_words
            words = f"แก้เป็น “{right}”" if right else f"ตัด “{finding.words}” ออก"
            acts.append((words, lambda: self.mend(finding)))
        if may_be_left(finding):
            acts.append(("ปล่อยไว้…", lambda: self.leave(finding)))
        return WordMark(start, end, sign_of(finding)[1], told, tuple(acts))
