"""A file that somebody else is at work on: the banner that says so, and trying again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ita_desktop.session.holding import COPY_TO_READ, Opened, open_or_read
from ui.dialogs import ask
from ui.frame import Frame
from ui.paper import Paper
from ui.reviewing.acts import Reviewing
from ui.settings import my_name
from ui.widgets.bars import Banner
from ui.years.acts import steps_on_opening


def open_for(settings: QSettings, path: Path, *, take: bool, review: bool) -> Opened:
    """Open a file in the name of who works at this computer; see :func:`open_or_read`."""
    return open_or_read(path, take=take, review=review, who=my_name(settings))


def banners_of(
    window: Frame, opened: Opened, paper: Paper, reviewing: Reviewing
) -> Iterator[QWidget]:
    """What is to be said over the pages of a file as long as it is open."""
    if opened.why_read_only == COPY_TO_READ:
        yield reviewing.reading_banner(opened)
    elif opened.why_read_only and opened.holding is None:
        yield read_only_banner(window, opened, paper.save_copy)
    elif opened.session.store.facts.sent:
        yield reviewing.review_banner()
    yield from steps_on_opening(window)


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
