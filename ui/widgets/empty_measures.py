"""What stands in the place of the list while there is no measure yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import GRID, page_title, set_role
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import WrapLabel
from ui.widgets.sign import Sign

_WORDS = (
    "หน้านี้เก็บมาตรการ โครงการ และกิจกรรมทั้งหมดของปี กรอกครั้งเดียว"
    " แล้วโปรแกรมนำไปจัดพิมพ์ลงตารางของเอกสารทุกฉบับให้เอง"
)
_TIP = (
    "มีแฟ้ม Word ของปีก่อน ให้นำเข้าทั้งตาราง หรือลากแฟ้มมาวางบนหน้าต่างนี้"
    " ส่วนตารางใน Excel หรือหน้าเว็บ ให้คัดลอกทั้งตาราง แล้ววางที่หน้านี้ (Ctrl+V)"
)


class EmptyMeasures(QWidget):
    """Says what the page is for and offers the first step."""

    add_wanted = Signal()
    paste_wanted = Signal()
    word_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title = QLabel("ยังไม่มีมาตรการในปีนี้")
        page_title(title)
        self.add_button = QPushButton(icon("plus", "on_accent"), "เพิ่มมาตรการแรก")
        set_role(self.add_button, "primary")
        self.add_button.setToolTip("เพิ่มมาตรการแรก (Ctrl+N)")
        self.add_button.clicked.connect(self.add_wanted)
        self.paste_button = QPushButton("วางตารางจาก Word/Excel")
        self.paste_button.setToolTip("วางตารางหรือรายการที่คัดลอกไว้ (Ctrl+V)")
        self.paste_button.clicked.connect(self.paste_wanted)
        self.word_button = QPushButton(icon("folder-input"), "นำเข้าตารางจาก Word")
        self.word_button.setToolTip("อ่านตารางจากแฟ้ม Word ของปีก่อน (Ctrl+I)")
        self.word_button.clicked.connect(self.word_wanted)
        inner = QWidget()
        inner.setMaximumWidth(GRID * 66)
        column = QVBoxLayout(inner)
        column.setSpacing(GRID * 2)
        column.addWidget(Sign("list-checks", "accent", GRID * 6))
        column.addWidget(title)
        column.addWidget(WrapLabel(_WORDS))
        steps = QWidget()
        flow = FlowLayout(steps, GRID)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.add_button, self.word_button, self.paste_button):
            flow.addWidget(button)
        column.addWidget(steps)
        column.addWidget(WrapLabel(_TIP, "hint"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        whole.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 4)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(3)

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing where nothing can be changed."""
        self.add_button.setEnabled(not read_only)
        self.paste_button.setEnabled(not read_only)
        self.word_button.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)
