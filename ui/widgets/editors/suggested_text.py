"""A text box with wordings to take over under it, and a way to keep one's own for next time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.session.scores.analysis_views import Suggestion
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.editors.text_editors import TextEditor
from ui.widgets.flow import FlowLayout
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel


class SuggestedTextEditor(TextEditor):
    """A wording is put behind what stands there, never in its place. ``store_wanted`` tells the
    code of the question whose wording the text is to become."""

    store_wanted = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._codes: tuple[str, ...] = ()
        self.buttons: list[QPushButton] = []
        self.store_button = QPushButton()
        set_role(self.store_button, "quiet")
        self.store_button.setIcon(icon("save", "accent"))
        self.store_button.setToolTip("ครั้งต่อไปที่ข้อนี้ได้คะแนนน้อย โปรแกรมจะเสนอข้อความนี้ แก้ได้ในหน้าบัญชี ITA")
        self.store_button.clicked.connect(self._on_store)
        self.toggle = QPushButton()
        set_role(self.toggle, "quiet")
        self.toggle.setCheckable(True)
        self.toggle.setIcon(icon("lightbulb", "accent"))
        self.toggle.toggled.connect(lambda on: self.list.setVisible(on))
        self.toggle.hide()
        self.list = QWidget()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        acts = QWidget()
        flow = FlowLayout(acts, GRID // 2)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.toggle)
        flow.addWidget(self.store_button)
        layout.addWidget(acts)
        layout.addWidget(self.list)
        self.box.textChanged.connect(self._look)
        self._look()

    # ---- what the page tells

    def show_suggestions(
        self, suggestions: Sequence[Suggestion], codes: Sequence[str], *, free: bool
    ) -> None:
        """Offer wordings; ``codes`` are the questions whose wording the text may become."""
        self._codes = tuple(codes)
        if tuple(suggestions) != self._suggestions:
            self._suggestions = tuple(suggestions)
            while (item := self._column.takeAt(0)) is not None:
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
            self.buttons = []
            for one in self._suggestions:
                self._column.addWidget(self._card(one))
            self.toggle.setText(to_thai(f"ถ้อยคำเสนอ {len(self.buttons)} รายการ"))
            self.toggle.setVisible(bool(self.buttons))
            # Offered at once where nothing stands yet; else they wait to be asked for.
            self.toggle.setChecked(bool(self.buttons) and not self.box.text())
            self.list.setVisible(self.toggle.isChecked())
        for button in self.buttons:
            button.setVisible(free)
        self._look()

    def inputs(self) -> list[QWidget]:
        offered = self.buttons if self.toggle.isChecked() else []
        shown = [one for one in (self.toggle, self.store_button, *offered) if not one.isHidden()]
        return [self.box, *(one for one in shown if one.isEnabled())]

    # ---- inner workings

    def _card(self, suggestion: Suggestion) -> QWidget:
        card = QFrame()
        set_role(card, "bar")
        words = WrapLabel(suggestion.text, "hint")
        button = QPushButton(icon("plus", "accent"), "แทรก")
        set_role(button, "suggestion")
        of = f"ข้อ {suggestion.code}" if suggestion.code else "ประเด็นนี้"
        button.setAccessibleName(f"แทรกถ้อยคำเสนอของ{of} ลงใน{self.field.label}")
        button.setToolTip("ต่อท้ายข้อความที่มีอยู่")
        button.clicked.connect(lambda _on=False: self.insert(suggestion.text))
        self.buttons.append(button)
        code = WrapLabel(suggestion.code or "ทั้งประเด็น", "accent")
        code.setFixedWidth(GRID * 4 if suggestion.code else GRID * 8)
        row = QHBoxLayout(card)
        row.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Sign("lightbulb", "accent"), 0, top)
        row.addWidget(code, 0, top)
        row.addWidget(words, 1)
        row.addWidget(button, 0, top)
        return card

    def insert(self, text: str) -> None:
        """Put a wording behind what stands there, on a line of its own."""
        if self._read_only or text in self.box.text():
            return
        cursor = self.box.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(f"\n{text}" if self.box.text() else text)
        self.box.setTextCursor(cursor)
        self.box.setFocus()
        self.flush()

    def _look(self) -> None:
        """Only what can be done now can be pressed."""
        text = self.box.text()
        for button, one in zip(self.buttons, self._suggestions, strict=True):
            taken = one.text in text
            button.setEnabled(not taken)
            button.setText("แทรกแล้ว" if taken else "แทรก")
            button.setIcon(icon("check", "hint") if taken else icon("plus", "accent"))
        known = {one.text for one in self._suggestions}
        wanted = bool(text) and text not in known and bool(self._codes) and not self._read_only
        self.store_button.setVisible(wanted)
        named = self._codes[0] if len(self._codes) == 1 else ""
        self.store_button.setText(f"บันทึกเป็นถ้อยคำของข้อ{named and ' '}{named or '…'}")

    def _on_store(self) -> None:
        self.flush()
        if len(self._codes) == 1:
            self.store_wanted.emit(self._codes[0])
            return
        menu = QMenu(self)
        for code in self._codes:
            menu.addAction(f"ข้อ {code}").triggered.connect(
                lambda _on=False, one=code: self.store_wanted.emit(one)
            )
        menu.exec(self.store_button.mapToGlobal(self.store_button.rect().bottomLeft()))
