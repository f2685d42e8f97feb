"""What stands in the place of the analyses while the year has no issues."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.thai.digits import to_thai
from ui.widgets.buttons import push
from ui.widgets.empty_page import EmptyPage

_WORDS = (
    "การวิเคราะห์ทำเป็นรายประเด็น แต่ละประเด็นรวมข้อคำถามและข้อ OIT เรื่องเดียวกันไว้ด้วยกัน"
    " เลือกว่าจะใช้ประเด็นใด แล้วแก้ชื่อหรือย้ายข้อได้ในหน้าบัญชี ITA"
)


class EmptyIssues(EmptyPage):
    """``source_wanted`` tells the year whose issues are to be taken over, 0 for the indicators."""

    source_wanted = Signal(int)
    catalogue_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("search-check", "", _WORDS, parent=parent)

    def offer(self, year: int, sources: Sequence[tuple[int, int]], indicators: int) -> None:
        """Offer years, each with how many issues it has, and the indicators of the year."""
        self.title.setText(to_thai(f"ยังไม่มีประเด็นการวิเคราะห์ของปี {year}"))
        self.drop_steps()
        for source, count in sources:
            words = to_thai(f"ใช้ประเด็นของปี {source} ({count} ประเด็น)")
            self._add(words, lambda one=source: self.source_wanted.emit(one))
        if indicators:
            words = to_thai(f"ใช้ตัวชี้วัดเป็นประเด็น ({indicators} ประเด็น)")
            self._add(words, lambda: self.source_wanted.emit(0))
        self._add("กำหนดประเด็นเองในบัญชี ITA", self.catalogue_wanted.emit)

    def _add(self, words: str, act: Callable[[], None]) -> None:
        self.add_step(push(words, "copy", act, role="" if self.buttons else "primary"))
