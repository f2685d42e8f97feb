"""What a form is made of: the rows of the declared fields in groups, the office's own below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.model.fields import Field, fields_of
from ita_desktop.model.layouts import own_field_id
from ita_desktop.model.records import Record
from ui.theme import GRID
from ui.widgets.buttons import push
from ui.widgets.editors.editors import make_editor
from ui.widgets.forms.form_plan import FormPlan, Group
from ui.widgets.forms.form_rows import FieldRow, group_heading
from ui.widgets.text.labels import WrapLabel

_SPACING = GRID + GRID // 2
_HINT = "ต้องการกรอกอย่างอื่น เช่น งบประมาณ หรือรหัสโครงการ เพิ่มเป็นช่องของหน่วยงานเองได้"


class FormBody(QWidget):
    """``rows`` by the name of the field, in the order of the form. ``made`` is told each new row.

    The office adds and deletes fields of its own while the form is open: :meth:`show_own`.
    """

    def __init__(
        self, kind: type[Record], plan: FormPlan, made: Callable[[FieldRow], None]
    ) -> None:
        super().__init__()
        self._plan = plan
        self._made = made
        self.rows: dict[str, FieldRow] = {}
        self._headings: list[tuple[QWidget, list[FieldRow]]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, 0, GRID * 2, GRID * 4)
        layout.setSpacing(_SPACING)
        declared = {
            one.name: one for one in fields_of(kind) if one.shown and one.name not in plan.hidden
        }
        for group in self._groups(declared):
            made_rows = [row for name in group.fields if (row := self._row(declared[name]))]
            if made_rows and group.title:
                heading = group_heading(group.title)
                layout.addWidget(heading)
                self._headings.append((heading, made_rows))
            for row in made_rows:
                layout.addWidget(row)
        self._own = QWidget(self)
        self._own_rows = QVBoxLayout()
        self._own_rows.setSpacing(_SPACING)
        self._lay_out_own()
        layout.addWidget(self._own)
        layout.addStretch(1)
        self._own.setVisible(plan.manage_own is not None)

    def show_own(self, fields: Sequence[Field]) -> bool:
        """Show these fields of the office's own; whether any row was made anew."""
        held = [row.editor.field for name, row in self.rows.items() if own_field_id(name)]
        if held == list(fields):
            return False
        kept = {one.name: self.rows[one.name] for one in fields if one in held}
        for one in held:
            row = self.rows.pop(one.name)
            self._own_rows.removeWidget(row)
            if one.name not in kept:
                row.hide()
                row.deleteLater()
        for one in fields:
            if one.name in kept:
                self.rows[one.name] = kept[one.name]
            if shown := kept.get(one.name) or self._row(one):
                self._own_rows.addWidget(shown)
        self._own.setVisible(bool(fields) or self._plan.manage_own is not None)
        return True

    def show_headings(self) -> None:
        """Put away the headings of groups of which no row is shown."""
        for heading, rows in self._headings:
            heading.setHidden(all(row.isHidden() for row in rows))

    def _lay_out_own(self) -> None:
        column = QVBoxLayout(self._own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addWidget(group_heading("ข้อมูลเพิ่มเติมของหน่วยงาน"))
        column.addLayout(self._own_rows)
        manage = self._plan.manage_own
        if manage is not None:
            column.addWidget(WrapLabel(_HINT, "hint"))
            self.manage = push("เพิ่มหรือแก้ช่องข้อมูล…", "plus", manage, role="quiet")
            column.addWidget(self.manage, 0, Qt.AlignmentFlag.AlignLeft)

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
        row = FieldRow(editor)
        self.rows[declared.name] = row
        self._made(row)
        return row
