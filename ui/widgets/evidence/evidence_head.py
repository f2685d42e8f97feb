"""What stands over and around the list of evidence: acts, the filter, problems, the empty page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.empty_page import EmptyPage
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel

_WORDS = (
    "หน้านี้เก็บภาพถ่ายของสิ่งที่ได้ดำเนินการ พร้อมคำบรรยาย เลือกภาพจากโทรศัพท์หรือกล้องได้ทีละหลายภาพ"
    " โปรแกรมหมุนภาพให้ตรงและย่อให้พอดีกับการพิมพ์ แล้วจัดลงหน้ากระดาษให้เอง"
)
_TIP = "ลากแฟ้มภาพจากโฟลเดอร์มาวางที่นี่ก็ได้ หรือคัดลอกภาพแล้ววาง (Ctrl+V)"
_MOST_PROBLEMS = 4


class EmptyEvidence(EmptyPage):
    """Says what the page is for and offers the first step."""

    add_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("image", "ยังไม่มีภาพหลักฐานในปีนี้", _WORDS, _TIP, parent)
        self.add_button = self.add_step(
            push("เพิ่มภาพ…", "plus", self.add_wanted.emit, role="primary")
        )
        self.paste_button = self.add_step(
            push("วางภาพที่คัดลอกไว้", "clipboard-paste", self.paste_wanted.emit)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)


class ProblemBox(QFrame):
    """What could not be brought in, until the clerk has read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "amber")
        self.words = WrapLabel("", "amber")
        close = tool("x", "ปิดข้อความนี้", self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(Sign("triangle-alert", "amber", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, problems: Sequence[UserError]) -> None:
        """Show these; with none, go away."""
        lines = [f"{one.problem} · {one.remedy}" for one in problems[:_MOST_PROBLEMS]]
        if len(problems) > _MOST_PROBLEMS:
            lines.append(to_thai(f"และอีก {len(problems) - _MOST_PROBLEMS} แฟ้ม"))
        self.words.setText("\n".join(lines))
        self.setVisible(bool(lines))


class EvidenceBar(QWidget):
    """The acts on the list. ``acted`` tells which: add, paste, up, down or delete."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = push("เพิ่มภาพ…", "plus", lambda: self.acted.emit("add"), role="primary")
        self.add_button.setToolTip("เลือกแฟ้มภาพ ทีละหลายภาพได้ (Ctrl+N)")
        signs = (
            ("paste", "clipboard-paste", "วางภาพที่คัดลอกไว้ (Ctrl+V)"),
            ("up", "arrow-up", "เลื่อนขึ้น (Alt+↑)"),
            ("down", "arrow-down", "เลื่อนลง (Alt+↓)"),
            ("delete", "trash-2", "ลบภาพ (Delete)"),
        )
        self.buttons = {
            name: tool(sign, words, lambda one=name: self.acted.emit(one))  # type: ignore[misc]
            for name, sign, words in signs
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.add_button, 1)
        for button in self.buttons.values():
            row.addWidget(button)
