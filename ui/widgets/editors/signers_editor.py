"""The editor of signers."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.model.records import Person, Position
from ita_desktop.model.values import Signer
from ita_desktop.thai.text import clean
from ui.theme import GRID
from ui.widgets.editors.editor import Surroundings
from ui.widgets.editors.link_editor import QuietCombo, fill_with_records
from ui.widgets.editors.rows_editor import RowsEditor, ValueRow, words_combo
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit

ACTING_WORDS = ("รักษาราชการแทน", "รักษาการในตำแหน่ง", "ปฏิบัติราชการแทน", "ทำการแทน")
"""ถ้อยคำตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ และที่แก้ไขเพิ่มเติม"""


class SignerRow(ValueRow):
    """A person, the position signed in and the acting words; typed text wins over both.

    Without ``typing`` the lines for typed text stand there only where something was typed.
    """

    def __init__(self, parent: QWidget | None = None, *, typing: bool = True) -> None:
        super().__init__(parent)
        self._typing = typing
        self.person = QuietCombo()
        self.person.setAccessibleName("ผู้ลงนาม")
        self.position = QuietCombo()
        self.position.setAccessibleName("ตำแหน่งที่ลงนาม")
        self.acting = words_combo(("", *ACTING_WORDS))
        self.acting.setAccessibleName("ถ้อยคำการรักษาราชการ")
        self.acting.lineEdit().setPlaceholderText("รักษาราชการแทน… (ถ้ามี)")
        for combo in (self.person, self.position, self.acting):
            combo.setMinimumContentsLength(8)
        self.name = _line("ชื่อที่พิมพ์เอง (แทนชื่อที่เลือก)")
        self.title = _line("ตำแหน่งที่พิมพ์เอง (แทนตำแหน่งที่เลือก)")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 2)
        layout.addWidget(self.person, 0, 0)
        layout.addWidget(self.acting, 0, 1)
        layout.addWidget(self.position, 1, 0, 1, 2)
        layout.addWidget(self.name, 2, 0)
        layout.addWidget(self.title, 2, 1)
        for combo in (self.person, self.position):
            combo.activated.connect(lambda _row: self.changed.emit())
        self.acting.editTextChanged.connect(lambda _text: self.typed.emit())
        for line in (self.name, self.title):
            line.textEdited.connect(lambda _text: self.typed.emit())

    def value(self) -> Signer:
        return Signer(
            person_id=str(self.person.currentData() or ""),
            position_id=str(self.position.currentData() or ""),
            acting=clean(self.acting.currentText()),
            name=clean(self.name.text()),
            position=clean(self.title.text()),
        )

    def show_value(self, value: Signer, around: Surroundings) -> None:
        fill_with_records(self.person, around, Person.TABLE, value.person_id, "เลือกผู้ลงนาม")
        own = "ตามตำแหน่งของผู้ลงนาม"
        fill_with_records(self.position, around, Position.TABLE, value.position_id, own)
        self.acting.blockSignals(True)
        if clean(self.acting.currentText()) != value.acting:
            self.acting.setEditText(value.acting)
            self.acting.lineEdit().setCursorPosition(0)
        self.acting.blockSignals(False)
        for line, words in ((self.name, value.name), (self.title, value.position)):
            if clean(line.text()) != words:
                line.setText(words)
            line.setVisible(self._typing or bool(words) or line.hasFocus())

    def show_typing(self) -> None:
        """Offer the lines for typed text."""
        self._typing = True
        self.name.show()
        self.title.show()

    def inputs(self) -> list[QWidget]:
        typed = [line for line in (self.name, self.title) if not line.isHidden()]
        return [self.person, self.acting, self.position, *typed]


class SignersEditor(RowsEditor):
    """Signers in the order in which they sign."""

    add_words = "เพิ่มผู้ลงนาม"
    numbered = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.usual = WrapLabel("", "hint")
        self.usual.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.usual)

    def set_usual(self, words: str) -> None:
        """Say who signs while nobody is named here; "" says nothing."""
        self.usual.setText(f"เว้นว่างไว้ ผู้ลงนามคือ {words}" if words else "")
        self.usual.setVisible(bool(words))

    def make_row(self) -> ValueRow:
        return SignerRow()

    def empty_value(self) -> Any:
        return Signer()


def _line(words: str) -> ThaiLineEdit:
    line = ThaiLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    return line
