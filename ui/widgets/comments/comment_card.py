"""One comment as it is listed: who, when, what; the answer; and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ita_desktop.model.records import Comment
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.comments.comment_dialog import comment_head
from ui.widgets.text.labels import WrapLabel


class CommentCard(QFrame):
    """``acted`` tells what is wanted: ``go``, ``answer``, ``settle``, ``reword`` or ``delete``."""

    acted = Signal(str)

    def __init__(
        self,
        comment: Comment,
        label: str,
        *,
        here: bool,
        read_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.comment = comment
        set_role(self, "card")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        words = label or ("ทั้งรายการ" if comment.about_id else "")
        if words:
            about = QLabel(words)
            font = about.font()
            font.setBold(True)
            about.setFont(font)
            head.addWidget(about)
        head.addWidget(WrapLabel(comment_head(comment), "hint"), 1)
        self.settled = QCheckBox("จัดการแล้ว")
        self.settled.setChecked(comment.settled)
        self.settled.setEnabled(not read_only)
        self.settled.toggled.connect(lambda _on: self.acted.emit("settle"))
        head.addWidget(self.settled, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        said = WrapLabel(comment.words, "hint" if comment.settled else "")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(said)
        if comment.answer:
            answer = QHBoxLayout()
            answer.setSpacing(GRID)
            lead = QLabel("คำชี้แจง")
            set_role(lead, "hint")
            answer.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
            answer.addWidget(WrapLabel(comment.answer, "accent"), 1)
            column.addLayout(answer)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        if here:
            self.go = push(
                "ไปที่ช่องนี้" if label else "ไปที่รายการ",
                "arrow-right",
                lambda: self.acted.emit("go"),
                role="quiet",
                color_role="accent",
            )
            row.addWidget(self.go)
        if not read_only:
            self.answer = push(
                "แก้คำชี้แจง…" if comment.answer else "ชี้แจง…",
                "pencil",
                lambda: self.acted.emit("answer"),
                role="quiet",
                color_role="accent",
            )
            row.addWidget(self.answer)
            row.addStretch(1)
            self.more = tool("ellipsis", "แก้หรือลบความเห็นนี้", self._show_more)
            row.addWidget(self.more)
        else:
            row.addStretch(1)
        if row.count() > 1:
            column.addLayout(row)

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, sign, act in (
            ("แก้ความเห็น…", "pencil", "reword"),
            ("ลบความเห็น", "trash-2", "delete"),
        ):
            action = menu.addAction(icon(sign), words)
            action.triggered.connect(lambda _on=False, one=act: self.acted.emit(one))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
