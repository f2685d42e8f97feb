"""The page of comments in the sidebar: there where there are comments, or may be some soon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from ita_desktop.model.records import Comment
from ita_desktop.session.review.comments import count_open
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai

PAGE = "comments"


class CommentsEntry:
    """The last line of the sidebar. It is taken out rather than hidden: keys find hidden ones."""

    def __init__(self, sidebar: QListWidget) -> None:
        self._sidebar = sidebar
        items = (sidebar.item(row) for row in range(sidebar.count()))
        self.item = next((one for one in items if one.data(Qt.ItemDataRole.UserRole) == PAGE), None)
        self._title = self.item.text() if self.item is not None else ""

    def bring(self, name: str) -> None:
        """Put the entry in where its page is asked for by name."""
        if name == PAGE and self.item is not None and self._sidebar.row(self.item) < 0:
            self._sidebar.addItem(self.item)

    def show(self, session: Session) -> None:
        """Show or hide the entry, with the number of comments that are not settled yet."""
        sidebar, item = self._sidebar, self.item
        if item is None:
            return
        snapshot = session.snapshot
        wanted = bool(snapshot.tables[Comment] or session.store.facts.sent)
        row = sidebar.row(item)
        if wanted and row < 0:
            sidebar.addItem(item)
        elif not wanted and row >= 0 and sidebar.currentRow() != row:
            sidebar.takeItem(row)
        left = count_open(snapshot)
        item.setText(to_thai(f"{self._title} ({left})") if left else self._title)
