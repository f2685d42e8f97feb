"""The filter over the list of measures: words, status, what is missing, division."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.model.records import Division
from ita_desktop.model.values import Status
from ita_desktop.session.measure_views import MeasureFilter
from ita_desktop.session.rounds.states import round_name
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit

_TYPING = 150
"""Milliseconds after which a pause in typing filters."""

Choice = tuple[str, Any]
"""What stands in the menu, and the value it chooses."""


class MeasureFilterBar(QWidget):
    """Tells ``changed`` with the MeasureFilter wanted."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = MeasureFilter()
        self._needed: Sequence[Field] = ()
        self._divisions: Sequence[Division] = ()
        self._rounds: Sequence[int] = ()
        self.line = ThaiLineEdit()
        self.line.setPlaceholderText("ค้นหาในมาตรการ")
        self.line.setAccessibleName("ค้นหาในมาตรการ")
        self.line.setToolTip("พิมพ์คำที่ต้องการหา เลขไทยหรืออารบิกก็ได้ (Ctrl+F)\nกด Ctrl+F อีกครั้งเพื่อค้นทั้งแฟ้ม")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.button = QToolButton()
        self.button.setIcon(icon("funnel"))
        self.button.setAccessibleName("กรองมาตรการ")
        self.button.setToolTip("กรองตามสถานะ สิ่งที่ยังขาด หรือสำนัก/กอง")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setCheckable(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        self.told = WrapLabel(role="hint")
        self.clear_button = QPushButton("เลิกกรอง")
        set_role(self.clear_button, "quiet")
        self.clear_button.setToolTip("แสดงทุกมาตรการ (Esc ในช่องค้นหา)")
        self.clear_button.clicked.connect(self.clear)
        self._below = QWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING)
        self._timer.timeout.connect(self._on_text)
        self._lay_out()

    @property
    def wanted(self) -> MeasureFilter:
        """What is asked for now."""
        return self._wanted

    def set_needed(self, needed: Sequence[Field]) -> None:
        """The fields that can be missing for the document in hand."""
        self._needed = needed

    def set_divisions(self, divisions: Sequence[Division]) -> None:
        """The divisions to choose from."""
        self._divisions = divisions
        gone = self._wanted.division not in {"", *(one.id for one in divisions)}
        if gone:
            self._choose(replace(self._wanted, division=""))

    def set_rounds(self, months: Sequence[int]) -> None:
        """The rounds to choose from."""
        self._rounds = months
        if self._wanted.unreported not in {0, *months}:
            self._choose(replace(self._wanted, unreported=0))

    def tell(self, shown: int, whole: int) -> None:
        """Say how many are shown of how many, and what that hinders."""
        self.button.setChecked(replace(self._wanted, text="").on)
        self._below.setVisible(self._wanted.on)
        words = [f"แสดง {shown} จาก {whole}", *self._words(), "ระหว่างกรอง ย้ายลำดับไม่ได้"]
        self.told.setText(to_thai(" · ".join(words)) if self._wanted.on else "")

    def clear(self) -> None:
        """Show everything again."""
        self._timer.stop()
        self.line.blockSignals(True)
        self.line.setText("")
        self.line.blockSignals(False)
        self._choose(MeasureFilter())

    def choose(self, **values: Any) -> None:
        """Set one condition, by the name of MeasureFilter."""
        self._choose(replace(self._wanted, **values))

    # ---- inner workings

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.told, 1)
        below.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self._below)
        self._below.hide()

    def _on_text(self) -> None:
        self._choose(replace(self._wanted, text=self.line.text().strip()))

    def _choose(self, wanted: MeasureFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit(wanted)

    def _choices(self) -> tuple[tuple[str, str, list[Choice]], ...]:
        """Heading, condition and choices of each part of the menu."""
        statuses: list[Choice] = [(one.label, one) for one in Status]
        missing: list[Choice] = [(f"ยังขาด{one.label}", one.name) for one in self._needed]
        divisions: list[Choice] = [(one.name, one.id) for one in self._divisions]
        rounds: list[Choice] = [(f"ยังไม่รายงาน{round_name(one)}", one) for one in self._rounds]
        return (
            ("สถานะ", "status", [("ทุกสถานะ", None), *statuses, ("ยังไม่ระบุสถานะ", "")]),
            (
                "สิ่งที่ยังขาด",
                "missing",
                [("ไม่ว่าครบหรือไม่", ""), ("ยังกรอกไม่ครบ", "any"), *missing],
            ),
            ("สำนัก/กองที่รับผิดชอบ", "division", [("ทุกสำนัก/กอง", ""), *divisions]),
            ("การรายงานรายรอบ", "unreported", [("ไม่ว่ารายงานแล้วหรือไม่", 0), *rounds]),
        )

    def _fill(self) -> None:
        self.menu.clear()
        for heading, name, choices in self._choices():
            now = getattr(self._wanted, name)
            part = self.menu.addMenu(heading)
            group = QActionGroup(part)
            for words, value in choices:
                action = part.addAction(words)
                action.setCheckable(True)
                action.setChecked(value == now)
                group.addAction(action)
                action.triggered.connect(lambda _on, n=name, v=value: self.choose(**{n: v}))
        self.menu.addSeparator()
        self.menu.addAction("เลิกกรอง").triggered.connect(self.clear)
        self.menu.actions()[-1].setEnabled(self._wanted.on)

    def _words(self) -> list[str]:
        """The conditions in words."""
        words: list[str] = []
        for _heading, name, (nothing, *choices) in self._choices():
            now = getattr(self._wanted, name)
            if now != nothing[1]:
                words.extend(label for label, value in choices if value == now)
        return words
