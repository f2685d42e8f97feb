"""One list of the catalogue of a year, and the form of the entry in hand."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.checks.scores.catalogue import catalogue_findings
from ita_desktop.errors import UserError
from ita_desktop.model.catalogue import Catalogue
from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import CatalogueYear, Record, RequiredElement
from ita_desktop.model.values import PaperKind
from ita_desktop.session.scores.catalogue_edits import (
    add_entry,
    delete_entry,
    key_words,
    next_key,
    rename_entry,
    restore_entry,
    shipped_entry,
)
from ui.theme import GRID, section_title
from ui.widgets.buttons import push, tool
from ui.widgets.catalogues.catalogue_list import EntryList
from ui.widgets.catalogues.catalogue_parts import UNCERTAIN, Part, entries, entry_words
from ui.widgets.editors.editor import Surroundings
from ui.widgets.editors.references_box import ReferencesEditor
from ui.widgets.forms.form import FormPlan, RecordForm
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit
from ui.workspace import Workspace

_KEYS = frozenset({"code", "number", "order"})
"""Fields that make the key of an entry: changed above the form, not in it."""


_FIRST = ("words", "title", "name")
"""The field that is typed first of a new entry, by whichever it has."""


class _CodesEditor(ReferencesEditor):
    """Codes of the year of the catalogue, whatever year's scores are in hand."""

    def __init__(self, field: Field, year: Callable[[], int]) -> None:
        super().__init__(field)
        self._year = year

    def set_around(self, around: Surroundings) -> None:
        super().set_around(dataclasses.replace(around, score_year=self._year()))


class CatalogueRegister(QWidget):
    """A list beside a form; ``counted`` tells that what it holds has changed."""

    counted = Signal()

    def __init__(self, workspace: Workspace, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.part = part
        self._catalogue = Catalogue(0)
        acts = {Qt.Key.Key_Delete: self.delete, Qt.Key.Key_Insert: self.add}
        enter = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self._enter_form)
        self.list = EntryList({**acts, **enter})
        self.list.setAccessibleName(f"รายการ{part.title}")
        makers = {"codes": lambda field: _CodesEditor(field, lambda: self._catalogue.year)}
        plan = FormPlan(hidden=_KEYS, findings=self._findings, makers=makers)
        self.form = RecordForm(workspace, part.kind, plan, self)
        self.key = ThaiLineEdit()
        self.key.setMaximumWidth(GRID * 12)
        self.key.setAccessibleName("รหัสหรือลำดับ")
        self.key.editingFinished.connect(self._on_key)
        self.problem = WrapLabel(role="danger")
        self.problem.hide()
        self.state = QLabel()
        section_title(self.state)
        self.sign = Sign("", "amber")
        self.add_button = push("เพิ่ม", "plus", self.add, role="primary")
        self.restore_button = push(
            "คืนรายการที่มากับโปรแกรม", "rotate-ccw", self.restore, tip="ทิ้งที่แก้ไว้ในรายการนี้ เลิกทำได้"
        )
        self.trash = tool("trash-2", "ลบรายการนี้ (Delete)", self.delete)
        self._empty = WrapLabel(f"ยังไม่มี{part.title}ของปีนี้ กดปุ่มเพิ่มเพื่อเริ่ม", "hint")
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._show_entry())

    # ---- what the page tells

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Show the entries of a year; the one in hand stays in hand."""
        self._catalogue = catalogue
        self.list.show_entries(entries(catalogue, self.part))
        self._show_entry()

    def show_entry(self, record_id: str, field: str) -> None:
        """Turn to an entry, and to a field of it."""
        place = self.list.place_of(record_id)
        if place < 0:
            return
        self.list.setCurrentRow(place)
        if field in self.form.rows:
            self.form.go_to(field)
        else:
            self.list.setFocus()

    # ---- what the hand does

    @property
    def entry(self) -> Any:
        """The entry in hand, or None."""
        return self._workspace.session.snapshot.get(self.part.kind, self.list.held_id)

    @property
    def free(self) -> bool:
        """Whether entries may be added and taken away."""
        return not self._workspace.session.read_only and self.part.kind is not CatalogueYear

    def add(self) -> None:
        """A new entry under the next free key."""
        if not self.free or not self._catalogue.year:
            return
        self.form.flush()
        values: dict[str, object] = {}
        if self.part.kind is RequiredElement:
            values["paper"] = getattr(self.entry, "paper", PaperKind.PLAN)
        typed = (
            "" if self.part.kind is RequiredElement
            else next_key(self._catalogue, self.part.kind, self.part.tool)
        )  # fmt: skip
        session, year = self._workspace.session, self._catalogue.year
        made = add_entry(session, self.part.kind, year, typed, **values)
        self.show_entry(made.id, "")
        self.form.go_to(next(name for name in _FIRST if name in self.form.rows))

    def delete(self) -> None:
        """Delete the entry in hand; the window offers to undo it."""
        entry = self.entry
        if entry is None or not self.free:
            return
        place = self.list.currentRow()
        self.form.flush()
        words = " ".join(entry_words(entry).split())[:40]
        delete_entry(self._workspace.session, entry)
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self._workspace.notice(f"ลบ {words} แล้ว", undo=True)

    def restore(self) -> None:
        """Put the entry in hand back as it ships."""
        self.form.flush()
        if self.entry is not None:
            restore_entry(self._workspace.session, self.entry)
            self._workspace.notice("คืนรายการที่มากับโปรแกรมแล้ว", undo=True)

    def _on_key(self) -> None:
        """Another key was typed: the entry goes under it, or is told why not."""
        entry = self.entry
        if entry is None or not self.free or self.key.text().strip() == key_words(entry):
            self.problem.hide()
            return
        self.form.flush()
        try:
            moved = rename_entry(self._workspace.session, self.entry, self.key.text())
        except UserError as problem:
            self.problem.setText(f"{problem.problem} · {problem.remedy}")
            self.problem.show()
            return
        self.problem.hide()
        self.show_entry(moved.id, "")

    # ---- inner workings

    def _enter_form(self) -> None:
        self.form.focus_first()

    def _findings(self, record: Record) -> Iterable[Finding]:
        found = catalogue_findings(self._workspace.session.snapshot, self._catalogue.year)
        return [one for one in found if one.record_id == record.id]

    def _show_entry(self) -> None:
        entry = self.entry
        if entry != self.form.record or entry is None:
            self.form.set_record(entry)
        self._head.setVisible(entry is not None)
        self._empty.setVisible(entry is None)
        self.form.setVisible(entry is not None)
        self.counted.emit()
        if entry is None:
            return
        self.problem.hide()
        keyed = self.part.kind not in (CatalogueYear, RequiredElement)
        self.key.setVisible(keyed)
        self.key.setText(key_words(entry) if keyed else "")
        self.key.setReadOnly(not self.free)
        self.sign.show_sign(
            *(("circle-check", "good") if entry.certain else ("circle-dashed", "amber"))
        )
        self.state.setText("ยืนยันแล้ว" if entry.certain else UNCERTAIN)
        shipped = shipped_entry(entry)
        differs = shipped is not None and shipped != entry
        self.restore_button.setVisible(differs)
        self.restore_button.setEnabled(not self._workspace.session.read_only)
        self.trash.setVisible(self.free)
        self.add_button.setVisible(self.free)

    def _lay_out(self) -> None:
        left = QWidget(self)
        alone = self.part.kind is CatalogueYear  # one entry needs no list
        if alone:
            left.hide()
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * GRID, 0, GRID, 2 * GRID)
        column.setSpacing(GRID)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self.trash)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        head.setSpacing(GRID)
        head.addWidget(self.key)
        head.addWidget(self.sign)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.restore_button)
        right = QWidget()
        below = QVBoxLayout(right)
        below.setContentsMargins(GRID if alone else 0, 0, 0, 0)
        below.setSpacing(GRID)
        below.addWidget(self._head)
        self.problem.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        below.addWidget(self.problem)
        below.addWidget(self._empty)
        below.addWidget(self.form, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([GRID * 40, GRID * 60])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
