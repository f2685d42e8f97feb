"""One register of the office: its entries in order, and the form of the one in hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.checks.measures.own_fields import own_field_findings
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import (
    Division,
    Measure,
    OwnField,
    OwnLayout,
    Person,
    Position,
    Record,
)
from ita_desktop.session.own_fields import deleted_words, usage_words
from ita_desktop.session.registers import add_entry, delete_entry, move_entry
from ui.theme import GRID, section_title
from ui.widgets.buttons import push, tool
from ui.widgets.editors.acting_editor import ActingEditor
from ui.widgets.editors.link_editor import record_name
from ui.widgets.forms.form import FormPlan, RecordForm
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole

_LIST_WIDTH = GRID * 36
_FIRST_STEP_WIDTH = GRID * 64

_SHORT: dict[type[Any], str] = {OwnField: "ช่อง"}
"""What an entry is called on the button that adds one, where its title is too long for it."""

_FIRST_STEPS: dict[type[Any], str] = {
    Division: "กดปุ่มเพิ่ม แล้วพิมพ์ชื่อทีละสำนัก/กอง เช่น สำนักปลัด กองคลัง กองช่าง"
    " จากนั้นเลือกเป็นผู้รับผิดชอบของมาตรการได้ทันที",
    Position: "กดปุ่มเพิ่ม แล้วพิมพ์ชื่อตำแหน่งที่ลงนามหรือรับผิดชอบ เช่น ปลัดเทศบาล ผู้อำนวยการกองคลัง",
    Person: "กดปุ่มเพิ่ม แล้วพิมพ์ชื่อและเลือกตำแหน่ง เริ่มจากผู้ที่ลงนามในเอกสาร ถ้ายังไม่มีตำแหน่ง ให้เพิ่มตำแหน่งก่อน",
    OwnField: "กดปุ่มเพิ่ม พิมพ์ชื่อช่อง และเลือกว่าเป็นข้อความ รายการ จำนวน หรือวันที่"
    " ช่องจะขึ้นในแบบกรอกมาตรการทันที และเลือกเป็นคอลัมน์ของตารางได้",
}
"""What the first entry of a register is, and what it is for."""


class EntryList(QListWidget):
    """The entries' names. Alt+↑/↓ moves, Delete deletes, Insert adds, Enter goes to the form."""

    def __init__(self, register: Register) -> None:
        super().__init__(register)
        self._register = register
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        register = self._register
        match event.key():
            case Qt.Key.Key_Up if alt:
                register.move_entry(-1)
            case Qt.Key.Key_Down if alt:
                register.move_entry(1)
            case Qt.Key.Key_Delete:
                register.delete()
            case Qt.Key.Key_Insert:
                register.add()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                register.form.focus_first()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()


class Register(QWidget):
    """A list beside a form, of divisions, positions, people or the office's own fields."""

    def __init__(
        self, workspace: Workspace, kind: type[Any], hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = kind
        self.list = EntryList(self)
        self.list.setAccessibleName(f"รายการ{kind.TITLE}")
        makers = {one.name: ActingEditor for one in fields_of(kind) if one.kind is Kind.ACTING}
        self.form = RecordForm(workspace, kind, FormPlan(makers=makers, findings=self._found), self)
        what = _SHORT.get(kind, kind.TITLE)
        self.add_button = push(f"เพิ่ม{what}", "plus", self.add, role="primary")
        self.up = tool("arrow-up", "เลื่อนขึ้น (Alt+↑)", lambda: self.move_entry(-1))
        self.down = tool("arrow-down", "เลื่อนลง (Alt+↓)", lambda: self.move_entry(1))
        self.trash = tool("trash-2", "ลบ (Delete)", self.delete)
        self._empty = _first_step(kind)
        self._lay_out(hint)
        self.list.currentItemChanged.connect(self._on_chosen)
        workspace.changed.connect(self._on_changed)
        read_only = workspace.session.read_only
        for button in (self.add_button, self.up, self.down, self.trash):
            button.setEnabled(not read_only)
        self._fill()
        self.list.setCurrentRow(0)

    # ---- what the hand does

    @property
    def entry(self) -> Any:
        """The entry in hand, or None."""
        item = self.list.currentItem()
        if item is None:
            return None
        return self._workspace.session.snapshot.get(self._kind, item.data(_ID))

    def add(self) -> None:
        """A new entry behind the one in hand, ready to be typed."""
        if self._workspace.session.read_only:
            return
        self.form.flush()
        entry = add_entry(self._workspace.session, self._kind, self.entry)
        self.show_entry(entry.id, "")
        self.form.focus_first()

    def move_entry(self, step: int) -> None:
        """Move the entry in hand up or down."""
        entry = self.entry
        if entry is None or self._workspace.session.read_only:
            return
        place = self.list.currentRow() + step
        if 0 <= place < self.list.count():
            move_entry(self._workspace.session, entry, place)
            self.show_entry(entry.id, "", focus=False)

    def delete(self) -> None:
        """Delete the entry in hand; it can be undone, and the window says so."""
        entry = self.entry
        if entry is None or self._workspace.session.read_only:
            return
        place = self.list.currentRow()
        self.form.flush()
        told = f"ลบ {record_name(entry)} แล้ว"
        if isinstance(entry, OwnField):
            told = deleted_words(self._workspace.session.snapshot, entry)
        delete_entry(self._workspace.session, entry)
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self._workspace.notice(told, undo=True)

    def show_entry(self, record_id: str, field: str, *, focus: bool = True) -> None:
        """Turn to an entry, and to a field of it."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == record_id:
                self.list.setCurrentRow(row)
        if field and focus:
            self.form.go_to(field)

    # ---- inner workings

    def _lay_out(self, hint: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        buttons.addWidget(self.add_button, 1)
        self.add_button.setMaximumWidth(_LIST_WIDTH - 4 * GRID)
        for one in (self.up, self.down, self.trash):
            buttons.addWidget(one)
        buttons.addStretch(0)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(3 * GRID, 0, GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(WrapLabel(hint, "hint"))
        column.addLayout(buttons)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self.form, 1)
        row.addStretch(0)

    def _fill(self) -> None:
        """Show the entries as they are, the one in hand staying in hand."""
        entries = self._workspace.session.snapshot.of(self._kind)
        held = self.list.currentItem().data(_ID) if self.list.currentItem() else ""
        self.list.blockSignals(True)
        if [self.list.item(row).data(_ID) for row in range(self.list.count())] != [
            one.id for one in entries
        ]:
            self.list.clear()
            for one in entries:
                item = QListWidgetItem(self.list)
                item.setData(_ID, one.id)
        for row, one in enumerate(entries):
            item = self.list.item(row)
            item.setText(self._words(one))
            item.setToolTip(item.text())
            if one.id == held:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self.list.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        for button in (self.up, self.down, self.trash):
            button.setVisible(bool(entries))
        self.form.setVisible(bool(entries))
        # Without entries there is no form beside the list: its room is for the first step.
        self._left.setMinimumWidth(_LIST_WIDTH)
        self._left.setMaximumWidth(_LIST_WIDTH if entries else _FIRST_STEP_WIDTH)
        self._on_chosen()

    def _words(self, entry: Any) -> str:
        name = record_name(entry)
        if isinstance(entry, Person):
            position = self._workspace.session.snapshot.get(Position, entry.position_id)
            return f"{name}\n{position.title}" if position else name
        if isinstance(entry, OwnField):
            return f"{name}\n{usage_words(self._workspace.session.snapshot, entry)}"
        return name

    def _found(self, record: Record) -> Iterable[Finding]:
        snapshot = self._workspace.session.snapshot
        return own_field_findings(snapshot, record) if isinstance(record, OwnField) else ()

    def _on_chosen(self) -> None:
        entry = self.entry
        shown = self.form.record
        if entry is None or shown is None or shown.id != entry.id:
            self.form.set_record(entry)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if self._kind in kinds or Position in kinds:
            self._fill()
        elif self._kind is OwnField and kinds & {Measure, OwnLayout}:
            self._fill()
            self.form.set_record(self.entry)


def _first_step(kind: type[Any]) -> QWidget:
    """What stands in the place of the list while it has no entry."""
    title = QLabel(f"ยังไม่มี{kind.TITLE}")
    section_title(title)
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, GRID, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(title)
    column.addWidget(WrapLabel(_FIRST_STEPS[kind]))
    column.addStretch(1)
    return box
