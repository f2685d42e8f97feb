"""A form made of the declared fields of a record, bound to the open office file."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ita_desktop.model.own_fields import own_fields, value_of
from ita_desktop.model.records import Measure, OwnField, Record
from ita_desktop.session.changing import change_field
from ui.widgets.comments.comment_marks import CommentMarks
from ui.widgets.editors.editor import Editor
from ui.widgets.forms.form_body import FormBody
from ui.widgets.forms.form_findings import FormFindings
from ui.widgets.forms.form_plan import REGISTERS, FormPlan, Group, Maker, surroundings, untouched
from ui.widgets.forms.form_rows import FieldRow
from ui.widgets.forms.form_sight import Settling, bring_in_sight, keep_in_sight
from ui.widgets.forms.form_walk import leave, step_to_next
from ui.workspace import Workspace

__all__ = ["FormPlan", "Group", "Maker", "RecordForm", "surroundings"]


class RecordForm(QScrollArea):
    """One scroll of headed groups; every change is saved through the session.

    Tab walks every field; Ctrl+Enter goes to the next one that is still empty.
    """

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
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.comments = CommentMarks(workspace, lambda: self.rows, self)
        self.findings = FormFindings(workspace, self._plan, lambda: self.rows, self, self.flush)
        self.body = FormBody(kind, self._plan, self._on_made)
        self.setWidget(self.body)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_to_missing)
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._look_around())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self.set_read_only(workspace.session.read_only)
        self._show_own()
        self.set_record(None)

    # ---- what pages ask

    @property
    def record(self) -> Record | None:
        """The record shown, as the file holds it now."""
        return self._record

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Every row by the name of its field, in the order of the form."""
        return self.body.rows

    @property
    def editors(self) -> dict[str, Editor]:
        """Every editor by the name of its field, in the order of the form."""
        return {name: row.editor for name, row in self.rows.items()}

    def set_record(self, record: Record | None) -> None:
        """Show another record; what was being typed into the one before is saved first."""
        self.flush()
        same = record is not None and self._record is not None and record.id == self._record.id
        self._record = record
        self.comments.show_record(record)
        self._stored = record is not None and self._in_file(record.id) is not None
        self.body.setVisible(record is not None)
        if record is None:
            return
        self._look_around()
        for editor in self.editors.values():
            held = value_of(record, editor.field)
            if not same or editor.value() != held:
                editor.set_value(held)
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
        Settling(self, row)

    def go_to_missing(self) -> bool:
        """Put the cursor into the next field that is still empty; False where none is."""
        names = list(self.rows)
        here = names.index(self._visited.field.name) if self._visited else -1
        self.flush()
        for name in (*names[here + 1 :], *names[: here + 1]):
            row = self.rows[name]
            missing = any(one.code.startswith("missing-") for one in row.findings)
            if missing and not row.isHidden() and row.editor is not self._visited:
                self.go_to(name)
                return True
        return False

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

    # ---- rows

    def _on_made(self, row: FieldRow) -> None:
        editor = row.editor
        editor.edited.connect(lambda value: self._on_edited(editor, value))
        editor.stepped.connect(lambda: self._on_stepped(editor))
        row.grew.connect(lambda: self._on_grew(row))
        self.findings.add(row)
        self.comments.add(row)

    def _show_own(self) -> None:
        """Rows for the fields that the office has now; new ones show what the record holds."""
        snapshot = self._workspace.session.snapshot
        fields = own_fields(snapshot) if self._kind is Measure else ()
        if self.body.show_own(fields):
            self._look_around()
            self.set_read_only(self._workspace.session.read_only)
            if self._visited not in self.editors.values():
                self._visited, self._visit = None, ""
            self.comments.show_record(self._record)
            if self._record is not None:
                self._show_values(self._record)

    def _show_values(self, record: Record) -> None:
        """What the record holds, in every editor that is not being typed into."""
        for editor in self.editors.values():
            held = value_of(record, editor.field)
            if not editor.pending and editor.value() != held:
                editor.set_value(held)

    # ---- the open file

    def _in_file(self, record_id: str) -> Record | None:
        return self._workspace.session.snapshot.get(self._kind, record_id)

    def _on_edited(self, editor: Editor, value: object) -> None:
        record = self._record
        if record is None or (self._stored and self._in_file(record.id) is None):
            return  # deleted meanwhile: typing does not bring it back
        visit = self._visit if editor is self._visited else ""
        field, session = editor.field, self._workspace.session
        along = self._plan.along(record, field.name, value)
        self._record = change_field(
            session, record, field, value, name=editor.act, visit=visit, along=along
        )
        self._stored = True
        self._show_state()

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if OwnField in kinds:
            self._show_own()
        record = self._record
        if record is None:
            return
        if self._kind not in kinds:
            if kinds & REGISTERS:
                self._look_around()
                self._show_state()
            return
        fresh = self._in_file(record.id)
        if fresh is None and (fresh := untouched(record)) is not None:
            self._stored = False
        if fresh is None:
            return  # the page shows another one, or none
        self._record = fresh
        if kinds & REGISTERS:
            self._look_around()
        self._show_values(fresh)
        self._show_state()

    def _look_around(self) -> None:
        around = surroundings(self._workspace)
        for editor in self.editors.values():
            editor.set_around(around)

    def _show_state(self) -> None:
        """Findings, and which fields the record asks for."""
        if self._record is None:
            return
        self.findings.show(self._record)
        for name, row in self.rows.items():
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
        self._workspace.attend(self._plan.printed(self._record), editor.field.name)
        bring_in_sight(self, self.rows[editor.field.name])

    def _new_visit(self, editor: Editor) -> str:
        """A name for one visit to a field: what is saved under it is undone as one."""
        return f"{self._record.id if self._record else ''}/{editor.field.name}/{next(self._visits)}"

    def _on_stepped(self, editor: Editor) -> None:
        if editor is self._visited:
            self._workspace.session.leave_visit()
            self._visit = self._new_visit(editor)

    def _on_grew(self, row: FieldRow) -> None:
        if row.editor is self._visited:
            keep_in_sight(self, row)

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
        if now is None or editor is None:
            return super().focusNextPrevChild(forward)
        walkable = [row.editor for row in self.rows.values() if _walkable(row)]
        if step_to_next(now, editor, walkable, forward=forward):
            return True
        return leave(self, forward=forward)


def _walkable(row: FieldRow) -> bool:
    return not row.isHidden() and row.editor.isEnabled()
