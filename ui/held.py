"""A file that somebody else is at work on: the banner that says so, and trying again."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.session.holding import Opened
from ui.dialogs import ask
from ui.frame import Frame
from ui.widgets.bars import Banner


def read_only_banner(window: Frame, opened: Opened, save_copy: Callable[[], None]) -> Banner:
    """Says why nothing can be changed; offers a copy, and to open the file again."""
    banner = Banner("amber", "info")
    banner.tell(f"เปิดไว้อ่านอย่างเดียว: {opened.why_read_only}")
    banner.offer("บันทึกสำเนาเป็น…", save_copy)
    banner.offer("ลองเปิดอีกครั้ง", lambda: open_again(window, opened))
    return banner


def open_again(window: Frame, opened: Opened) -> None:
    """Open the file anew; from a holder who gave no sign for long it can be taken over."""
    path = opened.session.path
    quiet = opened.held is not None and opened.held.quiet
    if quiet and ask(
        window,
        "ใช้แฟ้มงานนี้แทนผู้ที่เปิดไว้หรือไม่",
        f"{opened.why_read_only} และไม่มีความเคลื่อนไหวมานานแล้ว หากเขายังใช้อยู่ งานของเขาอาจหาย",
        yes="ใช้แทน",
    ):
        window.open_path(path, take=True)
    elif window.close_file():
        window.open_path(path)
