"""What stands in the place of the list while there is no measure yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import push
from ui.widgets.empty_page import EmptyPage

_WORDS = (
    "หน้านี้เก็บมาตรการ โครงการ และกิจกรรมทั้งหมดของปี กรอกครั้งเดียว"
    " แล้วโปรแกรมนำไปจัดพิมพ์ลงตารางของเอกสารทุกฉบับให้เอง"
)
_TIP = (
    "มีแฟ้ม Word ของปีก่อน ให้นำเข้าทั้งตาราง หรือลากแฟ้มมาวางบนหน้าต่างนี้"
    " ส่วนตารางใน Excel หรือหน้าเว็บ ให้คัดลอกทั้งตาราง แล้ววางที่หน้านี้ (Ctrl+V)"
)


class EmptyMeasures(EmptyPage):
    """Says what the page is for and offers the first step."""

    add_wanted = Signal()
    paste_wanted = Signal()
    word_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("list-checks", "ยังไม่มีมาตรการในปีนี้", _WORDS, _TIP, parent)
        self.add_button = self.add_step(
            push("เพิ่มมาตรการแรก", "plus", self.add_wanted.emit, role="primary")
        )
        self.word_button = self.add_step(
            push("นำเข้าตารางจาก Word", "folder-input", self.word_wanted.emit)
        )
        self.paste_button = self.add_step(
            push("วางตารางจาก Word/Excel", "clipboard-paste", self.paste_wanted.emit)
        )
        self.add_button.setToolTip("เพิ่มมาตรการแรก (Ctrl+N)")
        self.word_button.setToolTip("อ่านตารางจากแฟ้ม Word ของปีก่อน (Ctrl+I)")
        self.paste_button.setToolTip("วางตารางหรือรายการที่คัดลอกไว้ (Ctrl+V)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)
