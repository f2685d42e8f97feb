"""แบบตาราง: how tables are laid out, and the fields that the office has added itself."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.layouts import Layout, layouts_in
from ita_desktop.model.records import OwnField, OwnLayout
from ita_desktop.session.papers.layout_trial import drawn_shares
from ita_desktop.session.papers.layouts import (
    add_layout,
    copy_layout,
    delete_layout,
    documents_with_layouts,
    is_used,
    move_layout,
    own_layouts,
    paper_words,
    told_otherwise,
    use_layout,
)
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.settings import open_settings
from ui.theme import GRID, page_title, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.flow import FlowLayout
from ui.widgets.forms.register import Register
from ui.widgets.layouts.layout_bench import LayoutBench
from ui.widgets.layouts.layout_list import LayoutEntry, LayoutList
from ui.widgets.layouts.layout_transfer import bring_layouts, send_layouts
from ui.workspace import Workspace

FIELDS = "fields"
"""The part of the page on which the office's own fields are declared."""

_FIELDS_HINT = "ข้อมูลที่หน่วยงานต้องการเก็บไว้กับมาตรการนอกจากที่มีอยู่แล้ว ใช้เป็นคอลัมน์ของตารางได้"


class LayoutsPage(QWidget):
    """The layouts of one document beside the bench on which one is arranged; or the own fields."""

    def __init__(
        self,
        workspace: Workspace,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._documents = documents_with_layouts()
        known = [kind.id for kind in self._documents]
        self.document = workspace.document if workspace.document in known else known[-1]
        """The id of the document whose layouts are shown."""
        self.list = LayoutList()
        self.bench = LayoutBench(workspace, settings or open_settings())
        self.fields = Register(workspace, OwnField, _FIELDS_HINT)
        self.buttons: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.chosen.connect(lambda _id: self._show_bench())
        self.list.acted.connect(self.act)
        self.bench.copy_wanted.connect(lambda: self.act("copy"))
        self.bench.use_wanted.connect(lambda: self.act("use"))
        workspace.changed.connect(lambda _kinds: self._on_changed())
        workspace.year_changed.connect(lambda _year: self._on_changed())
        self.setFocusProxy(self.list)
        self.show_part(self.document)

    # ---- what the window asks

    def show_part(self, part: str) -> None:
        """Turn to the layouts of a document, or to the own fields."""
        self.buttons[part].setChecked(True)
        self.bench.flush()
        if part == FIELDS:
            self._stack.setCurrentWidget(self.fields)
            return
        self._stack.setCurrentIndex(0)
        self.document = part
        self._refresh()
        used = next((one.layout.id for one in self._entries() if one.used), "")
        self.list.choose(used)
        self._show_bench()

    def show_place(self, record_id: str, field: str) -> None:
        """Go to a layout or to an own field, and to what is said of it."""
        record = self._workspace.session.snapshot.find(record_id)
        if isinstance(record, OwnField):
            self.show_part(FIELDS)
            self.fields.show_entry(record_id, field)
        elif isinstance(record, OwnLayout):
            self.show_part(record.document)
            self.list.choose(record_id)
            if field and field != "columns":
                self.bench.form.go_to(field)
            else:
                self.bench.strip.setFocus()

    # ---- what the hand does

    @property
    def layout_in_hand(self) -> Layout | None:
        """The layout in hand, as the file holds it now."""
        found = layouts_in(self._workspace.session.snapshot, self.document)
        return next((one for one in found if one.id == self.list.current_id), None)

    @property
    def own(self) -> OwnLayout | None:
        """The layout in hand where it is the office's own."""
        return self._workspace.session.snapshot.get(OwnLayout, self.list.current_id)

    def act(self, name: str) -> None:
        """An act by its name: those of the list, ``use``, ``bring``, ``send``."""
        if self._workspace.session.read_only and name not in ("name", "send"):
            return
        self.bench.flush()
        match name:
            case "add":
                self._take(add_layout(self._workspace.session, self.document, self.own))
                self.bench.pick()
            case "copy" if (layout := self.layout_in_hand) is not None:
                self._take(copy_layout(self._workspace.session, layout))
                self.bench.strip.setFocus()
            case "up" | "down" if (own := self.own) is not None:
                place = own_layouts(self._workspace.session.snapshot, self.document).index(own)
                move_layout(self._workspace.session, own, place + (1 if name == "down" else -1))
            case "delete" if (own := self.own) is not None:
                row = self.list.currentRow()
                told = delete_layout(self._workspace.session, own)
                self.list.setCurrentRow(min(row, self.list.count() - 1))
                self._workspace.notice(told, undo=True)
            case "use" if (layout := self.layout_in_hand) is not None:
                use_layout(self._workspace.session, self._workspace.year, layout)
                paper = paper_words(self._workspace.year, self.document)
                self._workspace.notice(f"{paper} พิมพ์ด้วยแบบ “{layout.title}” แล้ว", undo=True)
            case "name" if self.own is not None:
                self.bench.form.go_to("title")
            case "bring":
                bring_layouts(self, self._workspace)
            case "send":
                send_layouts(self, self._workspace, self.own)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.bench.flush()

    # ---- inner workings

    def _on_changed(self) -> None:
        if self.isVisible():  # what nobody looks at is read anew when somebody does
            self._refresh()

    def _take(self, made: OwnLayout) -> None:
        self.list.choose(made.id)

    def _entries(self) -> list[LayoutEntry]:
        snapshot, year = self._workspace.session.snapshot, self._workspace.year
        return [
            LayoutEntry(
                one,
                drawn_shares(snapshot, year, one),
                snapshot.get(OwnLayout, one.id) is not None,
                is_used(snapshot, year, one),
            )
            for one in layouts_in(snapshot, self.document)
        ]

    def _refresh(self) -> None:
        """Read the layouts anew from the open file."""
        snapshot = self._workspace.session.snapshot
        for kind in self._documents:
            count = len(layouts_in(snapshot, kind.id))
            self.buttons[kind.id].setText(to_thai(f"{kind.short_title} ({count})"))
        count = len(snapshot.of(OwnField))
        self.buttons[FIELDS].setText(to_thai(f"{OwnField.TITLE} ({count})"))
        self.list.show_entries(self._entries())
        self._show_bench()

    def _show_bench(self) -> None:
        workspace, layout, own = self._workspace, self.layout_in_hand, self.own
        if layout is None:
            return
        snapshot, year = workspace.session.snapshot, workspace.year
        paper = paper_words(year, self.document)
        used = f"{paper} พิมพ์ด้วยแบบนี้" if is_used(snapshot, year, layout) else ""
        told = told_otherwise(snapshot, year, layout) if used else ()
        otherwise = f"แต่{paper} ตั้งไว้เองต่างจากแบบนี้: {' · '.join(told)}" if told else ""
        self.bench.show_layout(layout, own, used, otherwise)
        free = not workspace.session.read_only
        siblings = own_layouts(snapshot, self.document)
        place = siblings.index(own) if own is not None else -1
        self._acts["up"].setEnabled(free and place > 0)
        self._acts["down"].setEnabled(free and 0 <= place < len(siblings) - 1)
        self._acts["delete"].setEnabled(free and own is not None)
        self._acts["copy"].setEnabled(free)
        self.add_button.setEnabled(free)

    def _lay_out(self) -> None:
        title = QLabel("แบบตาราง")
        page_title(title)
        group = QButtonGroup(self)
        parts = QWidget()
        flow = FlowLayout(parts, GRID // 2)
        flow.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(parts, 1)
        for part in (*reversed([kind.id for kind in self._documents]), FIELDS):
            button = QPushButton()
            button.setCheckable(True)
            set_role(button, "segment")
            button.clicked.connect(lambda _on, one=part: self.show_part(one))
            group.addButton(button)
            self.buttons[part] = button
            flow.addWidget(button)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side())
        across.addWidget(self.bench, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _side(self) -> QWidget:
        self.add_button = push("เพิ่มแบบตาราง", "plus", lambda: self.act("add"))
        acts = (
            ("up", "arrow-up", "เลื่อนขึ้น (Alt+↑)"),
            ("down", "arrow-down", "เลื่อนลง (Alt+↓)"),
            ("copy", "copy", "ทำสำเนา (Ctrl+D)"),
            ("delete", "trash-2", "ลบ (Delete)"),
        )
        self._acts = {
            name: tool(sign, words, lambda one=name: self.act(one)) for name, sign, words in acts
        }
        more = tool("ellipsis", "แบบตารางกับแฟ้มงานอื่น", lambda: None)
        menu = QMenu(more)
        menu.addAction(icon("folder-input"), "นำแบบตารางจากแฟ้มงานอื่น…", lambda: self.act("bring"))
        menu.addAction(icon("folder-output"), "ส่งแบบตารางไปแฟ้มงานอื่น…", lambda: self.act("send"))
        more.setMenu(menu)
        more.setPopupMode(more.ToolButtonPopupMode.InstantPopup)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        for one in self._acts.values():
            buttons.addWidget(one)
        buttons.addStretch(1)
        buttons.addWidget(more)
        side = QWidget()
        side.setFixedWidth(GRID * 34)
        column = QVBoxLayout(side)
        column.setContentsMargins(3 * GRID, GRID, GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        return side
