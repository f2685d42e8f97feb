"""The sidebar: the pages of an open file, in order, each with its keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.icons import icon
from ui.theme import GRID, ICON_SIZE
from ui.workspace import Workspace

MOST_KEYS = 9
"""Pages that Ctrl and a digit turn to; there are no more digits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the sidebar: made when first looked at."""

    name: str
    title: str
    sign: str
    make: Callable[[Workspace], QWidget]
    paper: bool = True
    """Whether the preview stands beside it."""
    wide_paper: bool = False
    """Whether the preview is the greater part."""
    document: str = ""
    """The document that the page fills, which the preview turns to; "" for the one in hand."""


def make_sidebar(pages: tuple[Entry | None, ...], parent: QWidget) -> QListWidget:
    """The list of pages; a None stands for a line between them."""
    bar = QListWidget(parent)
    bar.setObjectName("sidebar")
    bar.setAccessibleName("หน้าต่าง ๆ ของแฟ้มงาน")
    bar.setFixedWidth(GRID * 26)
    bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    bar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar.setFrameShape(QListWidget.Shape.NoFrame)
    bar.setUniformItemSizes(False)
    place = 0
    for entry in pages:
        if entry is None:
            line = QListWidgetItem(bar)
            line.setFlags(Qt.ItemFlag.NoItemFlags)
            line.setSizeHint(QSize(10, 2 * GRID + 1))
            continue
        item = QListWidgetItem(icon(entry.sign, "sidebar_text"), entry.title, bar)
        item.setData(Qt.ItemDataRole.UserRole, entry.name)
        item.setSizeHint(QSize(10, GRID * 5))
        place += 1
        keys = f" (Ctrl+{place})" if place <= MOST_KEYS else ""
        item.setToolTip(f"{entry.title}{keys}")
    return bar
