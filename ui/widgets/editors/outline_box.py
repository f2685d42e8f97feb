"""An outline, such as the sections of an announcement: headings, words that lead in, items two
deep. The text they make is told and taken as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.documents.outlines import OutlineSection, outline_text, parse_outline
from ita_desktop.documents.wordings import unknown_fields
from ita_desktop.model.fields import Field, Kind
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.editors.list_editor import ListEditor
from ui.widgets.text.textboxes import ThaiTextBox


class _Items(ListEditor):
    """A list that leaves saving to the outline around it: ``touched`` tells every change."""

    touched = Signal()

    def _touched(self) -> None:
        if not self._showing:
            self.touched.emit()

    def _decided(self) -> None:
        self._touched()


class _Section(QFrame):
    """One section: its heading, its lead-in, its items."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        name = to_thai(f"ส่วนที่ {number}")
        self.heading = ThaiTextBox(one_line=True, most=3)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.set_placeholder("หัวข้อ (ถ้ามี)")
        self.heading.setAccessibleName(f"{name} หัวข้อ")
        self.lead = ThaiTextBox(most=6)
        self.lead.set_placeholder("ข้อความนำ (ถ้ามี)")
        self.lead.setAccessibleName(f"{name} ข้อความนำ")
        self.items = _Items(Field("items", f"{name} ข้อย่อย", Kind.ITEMS))
        self.up = tool("arrow-up", "ย้ายส่วนนี้ขึ้น", lambda: None)
        self.off = tool("x", "ลบส่วนนี้", lambda: None)
        for one in (self.up, self.off):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.off, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.lead)
        column.addWidget(self.items)

    def value(self) -> OutlineSection:
        """What stands in the boxes."""
        lead = tuple(one for line in self.lead.text().splitlines() if (one := line.strip()))
        return OutlineSection(self.heading.text(), lead, self.items.value())

    def show_value(self, section: OutlineSection) -> None:
        """Fill the boxes."""
        self.heading.set_text(section.heading)
        self.lead.set_text("\n".join(section.lead))
        if self.items.value() != section.items:
            self.items.set_value(section.items)

    def inputs(self) -> list[QWidget]:
        """What Tab stops at."""
        return [self.heading, self.lead, *(row.box for row in self.items.rows)]


class OutlineBox(QWidget):
    """Speaks like a text box: ``textChanged`` tells every change, ``left`` that the hand is off."""

    textChanged = Signal()  # noqa: N815
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: list[_Section] = []
        self._at: ThaiTextBox | None = None
        self._quiet = False
        self._read_only = False
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID // 2)
        self.more = push("เพิ่มส่วนใหม่", "plus", self._on_more, role="quiet", color_role="accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._column)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self.set_text("")

    # ---- like a text box

    def text(self) -> str:
        """The outline as text."""
        return outline_text([one.value() for one in self.sections])

    def set_text(self, text: str) -> None:
        """Show another outline; nothing is told."""
        wanted = parse_outline(text)
        if outline_text(wanted) == self.text() and self.sections:
            return
        self._show(wanted)

    def replace_all(self, text: str) -> None:
        """Another outline by the clerk's wish."""
        self._show(parse_outline(text))
        self.textChanged.emit()

    def put_in(self, words: str) -> None:
        """Put words where the cursor stood last."""
        box = self._at or self.sections[0].heading
        box.insertPlainText(words)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        self._read_only = read_only
        self.more.setHidden(read_only)
        for one in self.sections:
            self._allow(one)

    def inputs(self) -> list[QWidget]:
        """What Tab stops at."""
        return [*(one for section in self.sections for one in section.inputs()), self.more]

    def forget_undo(self) -> None:
        """The visit is over: from now on the window undoes it."""
        for one in self.sections:
            one.heading.forget_undo()
            one.lead.forget_undo()
            for row in one.items.rows:
                row.box.forget_undo()

    def mark_unknown(self) -> None:
        """Redden the boxes that name a field nobody knows."""
        for section in self.sections:
            for box in (section.heading, section.lead):
                _redden(box, bool(unknown_fields(box.text())))
            listed = " ".join(text for _level, text in section.items.lines())
            _redden(section.items.frame, bool(unknown_fields(listed)))

    # ---- inner workings

    def _show(self, sections: Sequence[OutlineSection]) -> None:
        wanted = list(sections) or [OutlineSection()]
        self._quiet = True
        while len(self.sections) > len(wanted):
            last = self.sections.pop()
            if self._at is not None and last.isAncestorOf(self._at):
                self._at = None
            self._column.removeWidget(last)
            last.hide()
            last.deleteLater()
        while len(self.sections) < len(wanted):
            self._add()
        for one, section in zip(self.sections, wanted, strict=True):
            one.show_value(section)
        for one in self.sections:
            self._allow(one)
        self._quiet = False

    def _add(self) -> None:
        section = _Section(len(self.sections) + 1)
        section.heading.textChanged.connect(self._on_changed)
        section.lead.textChanged.connect(self._on_changed)
        section.items.touched.connect(self._on_changed)
        section.items.stepped.connect(self.left)
        section.up.clicked.connect(lambda _on=False, one=section: self._move(one, -1))
        section.off.clicked.connect(lambda _on=False, one=section: self._move(one, 0))
        self._column.addWidget(section)
        self.sections.append(section)

    def _allow(self, section: _Section) -> None:
        section.heading.setReadOnly(self._read_only)
        section.lead.setReadOnly(self._read_only)
        section.items.set_read_only(self._read_only)
        section.up.setHidden(self._read_only or section is self.sections[0])
        section.off.setHidden(self._read_only or len(self.sections) == 1)

    def _on_changed(self) -> None:
        if not self._quiet:
            self.textChanged.emit()

    def _on_more(self) -> None:
        self.left.emit()
        self._show([*(one.value() for one in self.sections), OutlineSection()])
        self.sections[-1].heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, section: _Section, step: int) -> None:
        """A section one place up, or off (0)."""
        self.left.emit()
        at = self.sections.index(section)
        values = [one.value() for one in self.sections]
        if step:
            values[at + step], values[at] = values[at], values[at + step]
        else:
            values.pop(at)
        self._show(values)
        self.textChanged.emit()
        self.left.emit()

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        was_mine = any(old in (one.heading, one.lead) for one in self.sections)
        if was_mine and now is not None and now is not old:
            self.left.emit()
        if isinstance(now, ThaiTextBox) and self.isAncestorOf(now):
            self._at = now


def _redden(widget: QWidget, wrong: bool) -> None:
    state = "danger" if wrong else ""
    if (widget.property("state") or "") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
