"""What stands in the place of the analyses while the year has no issues."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, page_title, set_role
from ui.widgets.labels import WrapLabel
from ui.widgets.sign import Sign

_WORDS = (
    "การวิเคราะห์ทำเป็นรายประเด็น แต่ละประเด็นรวมข้อคำถามและข้อ OIT เรื่องเดียวกันไว้ด้วยกัน"
    " เลือกว่าจะใช้ประเด็นใด แล้วแก้ชื่อหรือย้ายข้อได้ในหน้าบัญชี ITA"
)


class EmptyIssues(QWidget):
    """``source_wanted`` tells the year whose issues are to be taken over, 0 for the indicators."""

    source_wanted = Signal(int)
    catalogue_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        page_title(self.title)
        self.buttons: list[QPushButton] = []
        self._steps = QVBoxLayout()
        self._steps.setSpacing(GRID)
        inner = QWidget()
        inner.setMaximumWidth(GRID * 66)
        column = QVBoxLayout(inner)
        column.setSpacing(GRID * 2)
        column.addWidget(Sign("search-check", "accent", GRID * 6))
        column.addWidget(self.title)
        column.addWidget(WrapLabel(_WORDS))
        column.addLayout(self._steps)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        whole.addStretch(2)
        whole.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def offer(self, year: int, sources: Sequence[tuple[int, int]], indicators: int) -> None:
        """Offer years, each with how many issues it has, and the indicators of the year."""
        self.title.setText(to_thai(f"ยังไม่มีประเด็นการวิเคราะห์ของปี {year}"))
        for button in self.buttons:
            self._steps.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for source, count in sources:
            words = to_thai(f"ใช้ประเด็นของปี {source} ({count} ประเด็น)")
            self._add(words, lambda one=source: self.source_wanted.emit(one))
        if indicators:
            words = to_thai(f"ใช้ตัวชี้วัดเป็นประเด็น ({indicators} ประเด็น)")
            self._add(words, lambda: self.source_wanted.emit(0))
        self._add("กำหนดประเด็นเองในบัญชี ITA", self.catalogue_wanted.emit)

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing where nothing can be changed."""
        for button in self.buttons:
            button.setEnabled(not read_only)

    def _add(self, words: str, act: object) -> None:
        first = not self.buttons
        button = QPushButton(f" {words}" if first else words)
        button.setAccessibleName(words)
        if first:
            button.setIcon(icon("copy", "on_accent"))
            set_role(button, "primary")
        button.clicked.connect(lambda _on=False: act())  # type: ignore[operator]
        self.buttons.append(button)
        self._steps.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
