"""A form made of the declared fields of a record, bound to the open office file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field, fields_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import (
    Division,
    DocumentSetup,
    Office,
    Person,
    Position,
    Record,
    YearWork,
)
from ui.theme import GRID
from ui.widgets.editor import Editor, Surroundings
from ui.widgets.editors import make_editor
from ui.widgets.form_rows import FieldRow, group_heading
from ui.workspace import Workspace

Findings = Callable[[Record], Iterable[Finding]]
Condition = Callable[[Any], bool]
Maker = Callable[[Field], "Editor | None"]


_REGISTERS = frozenset({Office, Division, Position, Person, YearWork, DocumentSetup})
"""Kinds of record that editors look up: names, years, the kind of digits."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together under a heading."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FormPlan:
    """How a form shows a record. Everything has a default: a new field appears by itself.

    Fields no group names come last under ``rest``. ``shown_when`` hides a field (its value stays)
    until the record asks for it. ``makers`` replaces the editor of a field by name.
    """

    groups: Sequence[Group] = ()
    rest: str = "อื่น ๆ"
    hidden: frozenset[str] = frozenset()
    shown_when: Mapping[str, Condition] = field(default_factory=dict)
    makers: Mapping[str, Maker] = field(default_factory=dict)
    findings: Findings = lambda _record: ()


class RecordForm(QScrollArea):
    """One scroll of headed groups; every change is saved through the session."""

    def __init__(
        self,
        workspace: Workspace,
        kind: type[Record],
        plan: FormPlan | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = kind
        self._plan = plan or FormPlan()
        self._record: Record | None = None
        self._stored = False
        self._visited: Editor | None = None
        self._visit = ""
        self._visits = count(1)
        self.rows: dict[str, FieldRow] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._inner = QWidget()
        self._build()
        self.setWidget(self._inner)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._look_around())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self.set_read_only(workspace.session.read_only)
        self.set_record(None)

    # ---- what pages ask

    @property
    def record(self) -> Record | None:
        """The record shown, as the file holds it now."""
        return self._record

    @property
    def editors(self) -> dict[str, Editor]:
        """Every editor by the name of its field, in the order of the form."""
        return {name: row.editor for name, row in self.rows.items()}

    def set_record(self, record: Record | None) -> None:
        """Show another record; what was being typed into the one before is saved first."""
        self.flush()
        same = record is not None and self._record is not None and record.id == self._record.id
        self._record = record
        self._stored = record is not None and self._in_file(record.id) is not None
        self._inner.setVisible(record is not None)
        if record is None:
            return
        self._look_around()
        for name, editor in self.editors.items():
            if not same or editor.value() != getattr(record, name):
                editor.set_value(getattr(record, name))
        self._show_state()
        if not same:
            self._end_visit()
            self.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Save what is being typed."""
        for editor in self.editors.values():
            editor.flush()

    def go_to(self, name: str) -> None:
        """Scroll to a field and put the cursor there."""
        row = self.rows.get(name)
        if row is None:
            return
        row.show()
        row.editor.focus_field()
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, GRID * 4))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for name, row in self.rows.items():
            if not row.isHidden():
                self.go_to(name)
                return

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        for editor in self.editors.values():
            editor.set_read_only(read_only)

    # ---- building

    def _build(self) -> None:
        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(GRID * 2, 0, GRID * 2, GRID * 4)
        layout.setSpacing(GRID + GRID // 2)
        declared = {
            one.name: one
            for one in fields_of(self._kind)
            if one.shown and one.name not in self._plan.hidden
        }
        for group in self._groups(declared):
            made = [row for name in group.fields if (row := self._row(declared[name]))]
            if made and group.title:
                layout.addWidget(group_heading(group.title))
            for row in made:
                self.rows[row.editor.field.name] = row
                layout.addWidget(row)
        layout.addStretch(1)

    def _groups(self, declared: Mapping[str, Field]) -> list[Group]:
        groups = [
            Group(one.title, tuple(name for name in one.fields if name in declared))
            for one in self._plan.groups
        ]
        named = {name for group in groups for name in group.fields}
        rest = tuple(name for name in declared if name not in named)
        return [*groups, Group(self._plan.rest if groups else "", rest)]

    def _row(self, declared: Field) -> FieldRow | None:
        editor = self._plan.makers.get(declared.name, make_editor)(declared)
        if editor is None:
            return None
        editor.edited.connect(lambda value, one=editor: self._on_edited(one, value))
        editor.stepped.connect(lambda one=editor: self._on_stepped(one))
        return FieldRow(editor)

    # ---- the open file

    def _in_file(self, record_id: str) -> Record | None:
        return self._workspace.session.snapshot.get(self._kind, record_id)

    def _on_edited(self, editor: Editor, value: object) -> None:
        record = self._record
        if record is None or (self._stored and self._in_file(record.id) is None):
            return  # deleted meanwhile: typing does not bring it back
        visit = self._visit if editor is self._visited else ""
        self._record = self._workspace.session.change(
            record, visit=visit, **{editor.field.name: value}
        )
        self._stored = True
        self._show_state()

    def _on_changed(self, kinds: frozenset[type]) -> None:
        record = self._record
        if record is None:
            return
        if self._kind not in kinds:
            if kinds & _REGISTERS:
                self._look_around()
                self._show_state()
            return
        fresh = self._in_file(record.id)
        if fresh is None and isinstance(record, DocumentSetup):
            fresh = DocumentSetup.of(record.year_id, record.document)
            self._stored = False
        if fresh is None:
            return  # the page shows another one, or none
        self._record = fresh
        if kinds & _REGISTERS:
            self._look_around()
        for name, editor in self.editors.items():
            if not editor.pending and editor.value() != getattr(fresh, name):
                editor.set_value(getattr(fresh, name))
        self._show_state()

    def _look_around(self) -> None:
        around = surroundings(self._workspace)
        for editor in self.editors.values():
            editor.set_around(around)

    def _show_state(self) -> None:
        """Findings, and which fields the record asks for."""
        if self._record is None:
            return
        found = tuple(self._plan.findings(self._record))
        for name, row in self.rows.items():
            row.show_findings([one for one in found if one.field == name])
            if condition := self._plan.shown_when.get(name):
                row.setVisible(condition(self._record) or row.editor is self._visited)

    # ---- where the hand is

    def _editor_of(self, widget: QWidget | None) -> Editor | None:
        known = set(self.editors.values())
        while widget is not None:
            if widget in known:
                return widget  # type: ignore[return-value]
            widget = widget.parentWidget()
        return None

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:  # another program's window: come back to the same visit
            if self._visited is not None:
                self._visited.flush()
            return
        editor = self._editor_of(now)
        if editor is self._visited:
            return
        self._end_visit()
        if editor is None or self._record is None:
            return
        self._visited = editor
        self._visit = self._new_visit(editor)
        self._workspace.attend(self._record.id, editor.field.name)
        row = self.rows[editor.field.name]
        self.ensureWidgetVisible(row if row.height() < self.height() else now, 0, GRID * 3)

    def _new_visit(self, editor: Editor) -> str:
        """A name for one visit to a field: what is saved under it is undone as one."""
        return f"{self._record.id if self._record else ''}/{editor.field.name}/{next(self._visits)}"

    def _on_stepped(self, editor: Editor) -> None:
        if editor is self._visited:
            self._workspace.session.leave_visit()
            self._visit = self._new_visit(editor)

    def _end_visit(self) -> None:
        editor, self._visited = self._visited, None
        if editor is None:
            return
        self._visited = editor  # the last word still belongs to the visit
        editor.flush()
        self._visited = None
        self._visit = ""
        editor.end_visit()
        self._workspace.session.leave_visit()
        self._show_state()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab walks the fields in the order of the form, whatever they are made of."""
        now = QApplication.focusWidget()
        editor = self._editor_of(now)
        if editor is None:
            return super().focusNextPrevChild(forward)
        inside = editor.inputs()
        if now in inside:
            place = inside.index(now) + (1 if forward else -1)
            if 0 <= place < len(inside):
                inside[place].setFocus(_reason(forward))
                return True
        order = [row.editor for row in self.rows.values() if _walkable(row)]
        place = order.index(editor) + (1 if forward else -1) if editor in order else -1
        if 0 <= place < len(order):
            order[place].focus_field(backwards=not forward)
            return True
        return self._leave(forward)

    def _leave(self, forward: bool) -> bool:
        """On to what stands behind the form in its window, or before it."""
        widget: QWidget | None = self
        for _ in range(10_000):
            assert widget is not None
            widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
            if widget is self or widget is None:
                return False
            stops = widget.focusPolicy().value & 1 and widget.isVisible() and widget.isEnabled()
            if stops and not self.isAncestorOf(widget) and not widget.focusProxy():
                widget.setFocus(_reason(forward))
                return True
        return False


def surroundings(workspace: Workspace) -> Surroundings:
    """What editors know of the open office file."""
    snapshot, year = workspace.session.snapshot, workspace.year
    setup = snapshot.get(DocumentSetup, DocumentSetup.of(year.id, "report").id)
    around = Surroundings(snapshot, year.action_year, year.score_year)
    if setup is not None and setup.digits is not None:
        return Surroundings(snapshot, year.action_year, year.score_year, setup.digits)
    return around


def _walkable(row: FieldRow) -> bool:
    return not row.isHidden() and row.editor.isEnabled()


def _reason(forward: bool) -> Qt.FocusReason:
    reasons = Qt.FocusReason
    return reasons.TabFocusReason if forward else reasons.BacktabFocusReason
