"""One layout being arranged: its heading as a strip, what is said of it below, the paper beside."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.checks.papers.layouts import layout_findings
from ita_desktop.documents.layouts import Layout
from ita_desktop.model.fields import Field
from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.model.records import OwnLayout, Record
from ita_desktop.session.papers.layout_trial import drawn_shares, width_words
from ita_desktop.session.papers.layouts import add_field_column, paper_words, title_taken
from ui.settings import remember_splitter, restore_splitter
from ui.theme import GRID, section_title, set_role
from ui.widgets.bars import ElidedLabel
from ui.widgets.buttons import push, tool
from ui.widgets.editors.choice_editor import label_of
from ui.widgets.editors.columns_editor import ColumnsEditor
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.option_editor import OptionEditor
from ui.widgets.editors.title_editor import TitleEditor
from ui.widgets.forms.form import FormPlan, Group, RecordForm
from ui.widgets.layouts.column_strip import ColumnStrip
from ui.widgets.layouts.layout_preview import LayoutPreview
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_SPLITTER = "layouts"
_ROOM_FOR_PAPER = GRID * 80
"""Logical pixels under which the paper gives way to the form."""

GROUPS = (
    Group("คอลัมน์ที่เลือก", ("columns",)),
    Group(
        "ทั้งตาราง",
        (
            *("digits", "orientation", "grouping", "group_place"),
            *("list_style", "timeline_style"),
        ),
    ),
    Group("ชื่อ", ("title",)),
)


class LayoutBench(QWidget):
    """Shows a layout of whatever kind; only one of the office's own can be changed.

    ``copy_wanted`` asks for an own copy of a built-in one, ``use_wanted`` that the document be
    printed in it.
    """

    copy_wanted = Signal()
    use_wanted = Signal()

    def __init__(
        self, workspace: Workspace, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self._layout: Layout | None = None
        self.title = ElidedLabel()
        section_title(self.title)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.rename = tool("pencil", "เปลี่ยนชื่อ", lambda: self.form.go_to("title"))
        self.used = QLabel()
        set_role(self.used, "accent")
        self.use_button = push("ใช้แบบนี้", "check", self.use_wanted.emit, role="primary")
        self.copy_button = push("ทำสำเนาเพื่อแก้ไข", "copy", self.copy_wanted.emit, role="primary")
        self.otherwise = WrapLabel(role="amber")
        self.strip = ColumnStrip()
        self.add_button = push("เพิ่มคอลัมน์", "plus", self.pick)
        self.left = tool("arrow-left", "ย้ายไปทางซ้าย (Alt+←)", lambda: self.columns.step(-1))
        self.right = tool("arrow-right", "ย้ายไปทางขวา (Alt+→)", lambda: self.columns.step(1))
        self.trash = tool("trash-2", "ลบคอลัมน์ (Delete)", lambda: self.columns.delete())
        self.widths = WrapLabel(role="hint")
        self.fixed = _fixed_words()
        self.form = RecordForm(workspace, OwnLayout, self._plan())
        self.preview = LayoutPreview(workspace)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._lay_out()
        self.strip.add_wanted.connect(self.pick)
        self.columns.field_wanted.connect(self._on_field)
        self.columns.columns_shown.connect(self._on_columns)

    @property
    def columns(self) -> ColumnsEditor:
        """The editor of the columns."""
        return self._columns

    def show_layout(
        self, layout: Layout | None, own: OwnLayout | None, used: str, otherwise: str
    ) -> None:
        """Show a layout; ``own`` is its record where it is the office's own. ``used`` says which
        document is printed in it, ``otherwise`` what that has chosen against it."""
        self._layout = layout
        if layout is None:
            return
        self.title.setText(layout.title)
        self.used.setText(used)
        self.used.setVisible(bool(used))
        self.use_button.setVisible(not used or bool(otherwise))
        self.use_button.setText(" ให้เอกสารเป็นไปตามแบบนี้" if used else " ใช้แบบนี้")
        paper = paper_words(self._workspace.year, layout.document)
        self.use_button.setToolTip(f"พิมพ์{paper}ด้วยแบบตารางนี้")
        self.otherwise.setText(otherwise)
        self.otherwise.setVisible(bool(otherwise))
        self._stack.setCurrentIndex(0 if own is not None else 1)
        self._show_tools(own is not None)
        if own is not None:
            self.form.set_record(own)
        else:
            self.form.set_record(None)
            self.strip.show_columns(layout.columns, self._draw(layout.columns))
            self.widths.setText(width_words(layout.columns)[0])
        self.preview.show_layout(layout)

    def pick(self) -> None:
        """Open the list of what a column can show."""
        if self.form.record is not None and not self._workspace.session.read_only:
            self.columns.pick(self.strip)  # under it, so that columns are seen to arrive

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= _ROOM_FOR_PAPER)
        self._hint.setVisible(self.add_button.isVisibleTo(self) and self.width() >= _ROOM_FOR_PAPER)

    # ---- inner workings

    def _plan(self) -> FormPlan:
        def title(field: Field) -> Editor:
            return TitleEditor(field, self._title_problem)

        def columns(field: Field) -> Editor:
            self._columns = ColumnsEditor(field, self.strip, self._draw)
            return self._columns

        def digits(field: Field) -> Editor:
            assert field.choices is not None
            choices = [(one, label_of(one)) for one in field.choices]
            return OptionEditor(field, [(None, "ตามเอกสาร"), *choices])

        def found(record: Record) -> Sequence[object]:
            snapshot = self._workspace.session.snapshot
            return layout_findings(snapshot, record) if isinstance(record, OwnLayout) else ()

        makers = {"title": title, "columns": columns, "digits": digits}
        shown = {"group_place": lambda layout: layout.grouping.value != "none"}
        return FormPlan(GROUPS, makers=makers, findings=found, shown_when=shown)

    def _title_problem(self, title: str) -> str:
        record = self.form.record
        if not title.strip():
            return "ตั้งชื่อแบบตาราง"
        taken = title_taken(self._workspace.session.snapshot, title, record.id if record else "")
        return f"มีแบบตารางชื่อ “{title}” อยู่แล้ว ตั้งชื่ออื่น" if taken else ""

    def _draw(self, columns: Sequence[LayoutColumn]) -> Sequence[float]:
        if self._layout is None:
            return ()
        layout = dataclasses.replace(self._layout, columns=tuple(columns))
        return drawn_shares(self._workspace.session.snapshot, self._workspace.year, layout)

    def _on_columns(self, columns: Sequence[LayoutColumn]) -> None:
        words, worth_a_look = width_words(columns)
        self.widths.setText(words)
        set_role(self.widths, "amber" if worth_a_look else "hint")
        for button in (self.left, self.right, self.trash):
            button.setEnabled(bool(columns))

    def _on_field(self, label: str, kind: object, place: int) -> None:
        record = self.form.record
        if isinstance(record, OwnLayout):
            self.form.flush()
            fresh = self.form.record
            assert isinstance(fresh, OwnLayout)
            add_field_column(self._workspace.session, fresh, place, label, kind)  # type: ignore[arg-type]
            self.strip.select((place,))

    def _show_tools(self, own: bool) -> None:
        free = own and not self._workspace.session.read_only
        tools = (self.add_button, self.left, self.right, self.trash, self._hint, self.rename)
        for one in tools:
            one.setVisible(own)
            one.setEnabled(free)
        self._hint.setVisible(own and self.width() >= _ROOM_FOR_PAPER)
        self.strip.set_read_only(not free)
        self.copy_button.setVisible(not own)
        self.copy_button.setEnabled(not self._workspace.session.read_only)
        self.use_button.setEnabled(not self._workspace.session.read_only)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.title)
        head.addWidget(self.rename)
        head.addStretch(1)
        for one in (self.used, self.copy_button, self.use_button):
            head.addWidget(one)
        tools = QHBoxLayout()
        tools.setSpacing(GRID // 2)
        for one in (self.add_button, self.left, self.right, self.trash):
            tools.addWidget(one)
        self._hint = WrapLabel(
            "ลากหัวคอลัมน์เพื่อสลับที่ · ลากเส้นคั่นเพื่อปรับความกว้าง · Shift+คลิก เลือกหลายคอลัมน์", "hint"
        )
        tools.addSpacing(GRID)
        tools.addWidget(self._hint, 1)
        tools.addStretch(0)
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.fixed)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.preview)
        self.splitter.setChildrenCollapsible(False)
        self._stack.setMinimumWidth(GRID * 40)
        self.preview.setMinimumWidth(GRID * 32)
        if not restore_splitter(self._settings, _SPLITTER, self.splitter):
            self.splitter.setSizes([GRID * 58, GRID * 58])
        self.splitter.splitterMoved.connect(
            lambda *_: remember_splitter(self._settings, _SPLITTER, self.splitter)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.otherwise)
        column.addLayout(tools)
        column.addWidget(self.strip)
        column.addWidget(self.widths)
        column.addWidget(self.splitter, 1)


def _fixed_words() -> QWidget:
    """What stands in the place of the form of a built-in layout."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(GRID, GRID * 2, GRID * 2, 0)
    column.setSpacing(GRID)
    title = QLabel("แบบตารางของโปรแกรม")
    section_title(title)
    column.addWidget(title)
    column.addWidget(
        WrapLabel(
            "หัวตารางเป็นไปตามแบบที่หน่วยงานทั่วไปใช้พิมพ์ จึงแก้ไขไม่ได้ ถ้าต้องการสลับคอลัมน์ เปลี่ยนหัวตาราง"
            " หรือเพิ่มคอลัมน์ กด “ทำสำเนาเพื่อแก้ไข” แล้วจัดในสำเนาได้ทุกอย่าง"
        )
    )
    column.addStretch(1)
    return box
