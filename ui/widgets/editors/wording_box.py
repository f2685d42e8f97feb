"""One wording: its text to be changed, fields to be put in, and which layer of it is in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.outlines import outline_text, parse_outline
from ita_desktop.documents.wordings import (
    FIELD_LABELS,
    UNKNOWN_FIELD,
    Wording,
    WordingForm,
    unknown_fields,
)
from ita_desktop.model.findings import Finding
from ita_desktop.model.values import OwnText
from ita_desktop.thai.text import clean
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.editors.outline_box import OutlineBox
from ui.widgets.flow import FlowLayout
from ui.widgets.forms.form_rows import FindingLines
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiTextBox

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the focus leaves a box for a moment only."""

_LONGEST = 42
"""Letters of a value that the list of fields shows."""


class PlainBox(ThaiTextBox):
    """The text of a wording that is lines or paragraphs; ``left`` tells that the hand went on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(least=1, most=8)
        self.set_placeholder("เว้นว่างไว้ จะไม่พิมพ์ข้อความนี้")

    def replace_all(self, text: str) -> None:
        """Another text by the clerk's wish."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def put_in(self, words: str) -> None:
        """Put words where the cursor stands."""
        self.insertPlainText(words)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        self.setReadOnly(read_only)

    def inputs(self) -> list[QWidget]:
        """What Tab stops at."""
        return [self]

    def mark_unknown(self) -> None:
        """Redden the box where it names a field nobody knows."""
        state = "danger" if unknown_fields(self.text()) else ""
        if (self.property("state") or "") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


class WordingBox(QWidget):
    """Typing makes a text of this document alone; ``every_year``, ``here_only`` and
    ``shipped_again`` ask that it be kept elsewhere."""

    touched = Signal()
    left = Signal()
    every_year = Signal()
    here_only = Signal()
    shipped_again = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = wording
        self._shipped = self._plain(wording.text)
        self._office: str | None = None
        self._unknown: tuple[Finding, ...] = ()
        self._found: tuple[Finding, ...] = ()
        self._values: dict[str, str] | None = None
        self._read_only = False
        self._outlined = wording.form is WordingForm.OUTLINE
        name = QLabel(wording.label)
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        self.state = QLabel()
        self.box: PlainBox | OutlineBox = OutlineBox() if self._outlined else PlainBox()
        self.box.setAccessibleName(wording.label)
        self.box.textChanged.connect(self._on_changed)
        self.box.left.connect(self.left)
        name.setBuddy(self.box.inputs()[0])
        self.insert = _quiet("plus", "แทรกช่องเติม")
        self.insert.setToolTip("ช่องที่โปรแกรมเติมให้ตามข้อมูลของหน่วยงานและของปี")
        self.insert.setMenu(QMenu(self.insert))
        self.keep = _quiet("calendar", "ใช้ทุกปี")
        self.keep.setToolTip("ให้เป็นถ้อยคำของหน่วยงาน ใช้กับเอกสารนี้ทุกปี")
        self.keep.clicked.connect(lambda _on=False: self.every_year.emit())
        self.only_here = _quiet("file-text", "เฉพาะฉบับนี้")
        self.only_here.setToolTip("ใช้กับฉบับของปีนี้เท่านั้น ปีอื่นกลับไปใช้ข้อความของโปรแกรม")
        self.only_here.clicked.connect(lambda _on=False: self.here_only.emit())
        self.reset = _quiet("undo-2", "กลับไปใช้ข้อความเดิม")
        self.reset.clicked.connect(self._on_reset)
        self.shipped = WrapLabel("", "hint")
        self.told = FindingLines()
        head = QHBoxLayout()
        head.addWidget(name)
        head.addWidget(self.state, 1, Qt.AlignmentFlag.AlignRight)
        steps = QWidget()
        flow = FlowLayout(steps, GRID // 2)
        flow.setContentsMargins(0, 0, 0, 0)
        for one in (self.insert, self.keep, self.only_here, self.reset):
            one.setAccessibleName(f"{wording.label} {one.text()}")
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(2)
        column.addLayout(head)
        if wording.hint:
            column.addWidget(WrapLabel(wording.hint, "hint"))
        column.addWidget(self.box)
        column.addWidget(self.told)
        column.addWidget(steps)
        column.addWidget(self.shipped)
        self.set_values({})
        self.show_text(None)

    @property
    def text(self) -> str:
        """The text as it now stands."""
        return self.box.text()

    @property
    def own(self) -> OwnText | None:
        """The text of this document alone, or None where it is the office's or as shipped."""
        text = self.text
        return None if text == self._inherited else OwnText(self.wording.name, text)

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is said of fields nobody knows."""
        return tuple(one.problem for one in self._unknown)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what else is found in the text; fields nobody knows the box finds itself."""
        self._found = tuple(one for one in findings if one.code != UNKNOWN_FIELD)
        self._tell()

    def show_text(self, own: OwnText | None) -> None:
        """Show the text of this document, or the one below it."""
        self.box.set_text(self._inherited if own is None else own.text)
        self._show_state()

    def set_office(self, text: str | None) -> None:
        """The office's text for every year; None for none."""
        plain = None if text is None else self._plain(text)
        if plain == self._office:
            return
        own = self.own
        self._office = plain
        self.show_text(own)

    def set_values(self, values: Mapping[str, str]) -> None:
        """What the fields would be filled with, for the list to pick from."""
        if values == self._values:
            return
        self._values = dict(values)
        menu = self.insert.menu()
        menu.clear()
        for name, label in FIELD_LABELS.items():
            filled = _short(values.get(name, ""))
            action = menu.addAction(f"{label}  —  {filled}" if filled else label)
            action.setToolTip(f"{{{name}}}")
            action.triggered.connect(lambda _=False, one=name: self.put_in(one))

    def put_in(self, name: str) -> None:
        """Put a field where the cursor stands."""
        self.box.put_in(f"{{{name}}}")

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        self._read_only = read_only
        self.box.set_read_only(read_only)
        for one in (self.insert, self.keep, self.only_here, self.reset):
            one.setEnabled(not read_only)

    def inputs(self) -> list[QWidget]:
        """What Tab stops at."""
        buttons = (self.insert, self.keep, self.only_here, self.reset)
        return [*self.box.inputs(), *(one for one in buttons if not one.isHidden())]

    # ---- inner workings

    @property
    def _inherited(self) -> str:
        return self._shipped if self._office is None else self._office

    def _plain(self, text: str) -> str:
        if self.wording.form is WordingForm.OUTLINE:
            return outline_text(parse_outline(text))
        return clean(text)

    def _on_changed(self) -> None:
        self._show_state()
        self.touched.emit()

    def _on_reset(self) -> None:
        self.left.emit()  # what was typed before is a step of its own
        if self.own is None:
            self.shipped_again.emit()
            return
        self.box.replace_all(self._inherited)
        self.box.inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _show_state(self) -> None:
        own, office = self.own is not None, self._office is not None
        self.state.setText(
            "เฉพาะฉบับนี้" if own else "ถ้อยคำของหน่วยงาน ใช้ทุกปี" if office else "ตามแบบของโปรแกรม"
        )
        set_role(self.state, "accent" if own or office else "hint")
        self.keep.setVisible(own)
        self.only_here.setVisible(office and not own)
        self.reset.setVisible(own or office)
        back = "กลับไปใช้ข้อความของหน่วยงาน" if own and office else "กลับไปใช้ข้อความเดิม"
        self.reset.setText(back)
        self.shipped.setVisible((own or office) and not self._outlined)
        below, lead = (self._office, "ข้อความของหน่วยงาน") if own and office else (None, "ข้อความเดิม")
        self.shipped.setText(f"{lead}: {below or self.wording.text or '(ไม่มี)'}")
        self.box.mark_unknown()
        self._unknown = unknown_fields(self.text)
        self._tell()

    def _tell(self) -> None:
        self.told.show_findings((*self._unknown, *self._found))


def _short(value: str) -> str:
    """A value on one line of the list; what is not known yet says so."""
    if value and not value.strip("."):
        return "(ยังไม่มีข้อมูล)"
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


def _quiet(icon_name: str, words: str) -> QPushButton:
    button = QPushButton(icon(icon_name, "accent"), words)
    button.setAutoDefault(False)
    set_role(button, "quiet")
    return button
