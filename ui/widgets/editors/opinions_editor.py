"""The editor of opinions under a memo: who is asked, in which words, on how many lines."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.people import opinion_of
from ita_desktop.documents.signers import usual_chain
from ita_desktop.model.fields import Field
from ita_desktop.model.values import Opinion
from ita_desktop.thai.text import clean
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.buttons import tool
from ui.widgets.editors.editor import Surroundings
from ui.widgets.editors.link_editor import QuietCombo
from ui.widgets.editors.rows_editor import RowsEditor, ValueRow, words_combo
from ui.widgets.editors.signers_editor import SignerRow

LEADS = ("ความเห็น", "ความเห็น/คำสั่ง", "คำสั่ง", "ความเห็นเสนอ")
"""Words an opinion's title usually begins with; the position follows."""

_MOST_LINES = 8


class OpinionRow(ValueRow):
    """One level of the chain. An empty title is made from the position, and shown in grey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around: Surroundings | None = None
        self.signer = SignerRow(typing=False)
        self.title = words_combo(())
        self.title.setAccessibleName("คำนำของความเห็น")
        self.title.setMinimumContentsLength(8)
        self.title.setCompleter(None)  # a shorter title than those offered can be meant
        self.lines = QuietCombo()
        self.lines.setMinimumContentsLength(4)
        self.lines.setSizePolicy(
            self.lines.sizePolicy().Policy.Fixed, self.lines.sizePolicy().Policy.Fixed
        )
        self.lines.setAccessibleName("จำนวนบรรทัดที่เว้นให้เขียน")
        self.lines.setToolTip("จำนวนบรรทัดที่เว้นให้เขียนความเห็น")
        self.type_more = tool("pencil", "พิมพ์ชื่อหรือตำแหน่งเอง", self.signer.show_typing)
        below = QHBoxLayout()
        below.setSpacing(GRID // 2)
        below.addWidget(self.title, 1)
        below.addWidget(self.lines)
        below.addWidget(self.type_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.signer)
        column.addLayout(below)
        self.signer.changed.connect(self._on_signer)
        self.signer.typed.connect(self.typed)
        self.title.editTextChanged.connect(lambda _text: self.typed.emit())
        self.lines.activated.connect(lambda _row: self.changed.emit())

    def value(self) -> Opinion:
        lines = self.lines.currentData()
        return Opinion(
            signer=self.signer.value(),
            title=clean(self.title.currentText()),
            lines=Opinion().lines if lines is None else int(lines),
        )

    def show_value(self, value: Opinion, around: Surroundings) -> None:
        self._around = around
        self.signer.show_value(value.signer, around)
        self._show_lines(value.lines)
        usual = opinion_of(around.snapshot, Opinion(value.signer)).title
        asked = usual.removeprefix("ความเห็น/คำสั่ง").removeprefix("ความเห็น")
        offers = [f"{lead}{asked}" for lead in LEADS] if asked else []
        self.title.blockSignals(True)
        if [self.title.itemText(at) for at in range(self.title.count())] != offers:
            self.title.clear()
            self.title.addItems(offers)
        if clean(self.title.currentText()) != value.title:
            self.title.setEditText(value.title)
            self.title.lineEdit().setCursorPosition(0)
        self.title.lineEdit().setPlaceholderText(usual)
        self.title.blockSignals(False)

    def inputs(self) -> list[QWidget]:
        return [*self.signer.inputs(), self.title, self.lines, self.type_more]

    def _on_signer(self) -> None:
        if self._around is not None:
            self.show_value(self.value(), self._around)
        self.changed.emit()

    def _show_lines(self, lines: int) -> None:
        assert self._around is not None
        self.lines.blockSignals(True)
        self.lines.clear()
        for count in sorted({*range(1, _MOST_LINES + 1), lines}):
            self.lines.addItem(self._around.number(f"{count} บรรทัด"), count)
        self.lines.setCurrentIndex(self.lines.findData(lines))
        self.lines.blockSignals(False)


class OpinionsEditor(RowsEditor):
    """Opinions from the nearest superior up to whoever decides."""

    names_itself = True
    add_words = "เพิ่มความเห็น"
    numbered = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.usual = QPushButton(icon("users", "accent"), "ใช้ลำดับชั้นตามปกติของหน่วยงาน")
        self.usual.setToolTip("หัวหน้าสำนักปลัด รองปลัด ปลัด และผู้บริหารสูงสุด ตามทะเบียนบุคลากร")
        set_role(self.usual, "quiet")
        self.usual.clicked.connect(self._on_usual)
        self.below.insertWidget(1, self.usual)

    def make_row(self) -> ValueRow:
        return OpinionRow()

    def empty_value(self) -> Any:
        return Opinion()

    def inputs(self) -> list[QWidget]:
        return [*super().inputs(), *([] if self.usual.isHidden() else [self.usual])]

    def _set(self, values: list[Any]) -> None:
        super()._set(values)
        self.usual.setHidden(bool(values))

    def _on_usual(self) -> None:
        self.stepped.emit()
        self._set(list(usual_chain(self.around.snapshot)))
        self._decided()
        self.stepped.emit()
        self.rows[0].inputs()[0].setFocus()
