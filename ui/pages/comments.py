"""ความเห็น: what readers of the file said about it, by record; answered and settled here."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.records import Comment
from ita_desktop.session.review.comments import (
    CommentGroup,
    answer_comment,
    comment_groups,
    count_open,
    delete_comment,
    field_label,
    reword_comment,
    settle_comment,
)
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, page_title, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.comments.comment_card import CommentCard
from ui.widgets.comments.comment_dialog import WriteDialog, write_comment
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_PORTION = 60
"""Comments shown before somebody asks for more."""

_NONE_AT_ALL = (
    "ยังไม่มีความเห็น คลิกขวาที่ชื่อช่องในแบบกรอก แล้วเลือก “ให้ความเห็น…” หรือกดปุ่มด้านบนเพื่อให้ความเห็นต่อทั้งแฟ้ม"
)
_NONE_OPEN = "ความเห็นทุกข้อจัดการแล้ว"


class CommentsPage(QWidget):
    """``cards`` by the id of the comment, in the order they are listed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._most = _PORTION
        self._stale = True
        self.cards: dict[str, CommentCard] = {}
        self.open_button, self.all_button = QPushButton(), QPushButton()
        group = QButtonGroup(self)
        for button in (self.open_button, self.all_button):
            button.setCheckable(True)
            set_role(button, "segment")
            button.clicked.connect(lambda _on=False: self._begin())
            group.addButton(button)
        self.open_button.setChecked(True)
        self.add_button = push("ให้ความเห็นต่อทั้งแฟ้ม…", "message-square-plus", self._add)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh_if_seen)
        workspace.changed.connect(lambda _kinds: self._soon())
        self.refresh()

    def show_place(self, record_id: str, _field: str) -> None:
        """Bring a comment into sight, settled or not."""
        if record_id not in self.cards:
            self.all_button.setChecked(True)
            self._most = len(self._workspace.session.snapshot.tables[Comment])
            self.refresh()
        if card := self.cards.get(record_id):
            QTimer.singleShot(0, card, lambda: self.scroll.ensureWidgetVisible(card))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """List the comments anew; the place stays."""
        self._stale = False
        session = self._workspace.session
        every = len(session.snapshot.tables[Comment])
        left = count_open(session.snapshot)
        self.open_button.setText(to_thai(f"ยังไม่จัดการ ({left})"))
        self.all_button.setText(to_thai(f"ทั้งหมด ({every})"))
        self.add_button.setEnabled(not session.read_only)
        place = self.scroll.verticalScrollBar().value()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * GRID, 0, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        self.cards = {}
        groups = comment_groups(session.snapshot, only_open=self.open_button.isChecked())
        for group in groups:
            if len(self.cards) < self._most:
                self._add_group(column, group)
        if not groups:
            column.addSpacing(2 * GRID)
            column.addWidget(WrapLabel(_NONE_OPEN if every else _NONE_AT_ALL, "hint"))
        shown = len(self.cards)
        rest = sum(len(group.comments) for group in groups) - shown
        if rest:
            words = to_thai(f"แสดงอีก {rest} ข้อ")
            column.addWidget(
                push(words, "chevron-down", self._show_more), 0, Qt.AlignmentFlag.AlignLeft
            )
        column.addStretch(1)
        self.scroll.setWidget(inner)
        self.scroll.verticalScrollBar().setValue(place)

    # ---- inner workings

    def _lay_out(self) -> None:
        title = WrapLabel("ความเห็น")
        page_title(title)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.open_button)
        row.addWidget(self.all_button)
        row.addStretch(1)
        row.addWidget(self.add_button)
        head = QVBoxLayout()
        head.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        head.setSpacing(GRID)
        head.addWidget(title)
        head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.scroll, 1)

    def _add_group(self, column: QVBoxLayout, group: CommentGroup) -> None:
        session = self._workspace.session
        heading = WrapLabel(group.name)
        section_title(heading)
        column.addSpacing(GRID)
        column.addWidget(heading)
        for comment in group.comments:
            card = CommentCard(
                comment,
                field_label(session.snapshot, comment),
                here=group.here and bool(group.record_id),
                read_only=session.read_only,
            )
            card.acted.connect(lambda act, one=comment: self._act(act, one))
            self.cards[comment.id] = card
            column.addWidget(card)

    def _act(self, act: str, comment: Comment) -> None:
        session = self._workspace.session
        if act == "go":
            self._workspace.show_place(comment.about_id, comment.field)
        elif act == "settle":
            settle_comment(session, comment, not comment.settled)
        elif act == "delete":
            delete_comment(session, comment)
            self._workspace.notice("ลบความเห็นแล้ว", undo=True)
        elif act == "answer":
            words = self._ask("คำชี้แจง", comment, comment.answer)
            if words is not None:
                answer_comment(session, comment, words)
        elif act == "reword":
            words = self._ask("แก้ความเห็น", comment, comment.words)
            if words is not None:
                reword_comment(session, comment, words)

    def _ask(self, title: str, comment: Comment, text: str) -> str | None:
        """What is to stand there instead; None where the clerk thought better of it."""
        label = field_label(self._workspace.session.snapshot, comment)
        answering = title == "คำชี้แจง"
        dialog = WriteDialog(
            comment.words if answering else label or "ความเห็น",
            "",
            parent=self,
            title=title,
            text=text,
            placeholder="ได้แก้ไขอย่างไร หรือเหตุใดจึงคงไว้" if answering else "พิมพ์ความเห็น",
        )
        try:
            return dialog.box.text() if dialog.exec() else None
        finally:
            dialog.deleteLater()

    def _add(self) -> None:
        write_comment(self, self._workspace, None)

    def _begin(self) -> None:
        self._most = _PORTION
        self.scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def _show_more(self) -> None:
        self._most += _PORTION * 4
        self.refresh()

    def _soon(self) -> None:
        # Not at once: the card that was clicked must outlive its click.
        self._stale = True
        self._later.start(0)

    def _refresh_if_seen(self) -> None:
        if self.isVisible() and self._stale:
            self.refresh()
