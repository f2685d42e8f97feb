"""Bars over the page that say how the file was found; they stay until they are answered."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.errors import UserError
from ita_desktop.session.safety.doubts import Doubt
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.lists import joined
from ui.widgets.bars import Banner


def closable_banner(sign: str, words: str) -> Banner:
    """Says something that is over; goes away when the clerk has read it."""
    banner = Banner("amber", sign)
    banner.tell(words)
    banner.offer("รับทราบ", lambda: (banner.hide(), banner.deleteLater()))
    return banner


def doubt_banner(
    doubt: Doubt | UserError | None,
    accept: Callable[[], None] | None,
    backups: Callable[[], None],
    save_copy: Callable[[], None],
) -> Banner:
    """Says that the content is not what was written last, and asks what to do about it; without
    ``accept`` where nothing can be written."""
    banner = Banner("danger", "circle-alert")
    banner.tell(_doubt_words(doubt))
    if accept is not None:
        banner.offer("ใช้เนื้อหานี้ต่อ…", accept)
    banner.offer("เทียบกับแฟ้มสำรอง…", backups)
    banner.offer("บันทึกสำเนาเป็น…", save_copy)
    return banner


def unsaved_words(problem: UserError) -> str:
    """What is typed is on the screen only: why, and what to do."""
    told = f"ยังไม่ได้บันทึก: {problem.problem} {problem.remedy}"
    return told if "บนจอ" in told else f"{told} สิ่งที่พิมพ์ไว้ยังอยู่บนจอ"


def _doubt_words(doubt: Doubt | UserError | None) -> str:
    if doubt is None:
        return ""
    told = doubt.problem
    if isinstance(doubt, Doubt) and doubt.parts:
        told += f" ส่วนที่ต่าง: {joined(doubt.parts)}"
        if doubt.attachments:
            told += to_thai(f" (ภาพหรือเอกสารแนบเสียหาย {doubt.attachments} รายการ)")
    return f"{told} {doubt.remedy}"
