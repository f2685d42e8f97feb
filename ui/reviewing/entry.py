"""The page of comments in the sidebar: there where there are comments, or may be some soon."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidgetItem

from ita_desktop.model.records import Comment
from ita_desktop.session.comments import count_open
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai


def show_comments(item: QListWidgetItem, session: Session, title: str) -> None:
    """Show or hide the entry, with the number of comments that are not settled yet."""
    snapshot = session.snapshot
    item.setHidden(not (snapshot.tables[Comment] or session.store.facts.sent))
    left = count_open(snapshot)
    item.setText(to_thai(f"{title} ({left})") if left else title)
