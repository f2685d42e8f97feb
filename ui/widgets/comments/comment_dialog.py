"""Comments about one field or record, in a small window: read, and written below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.model.records import Comment, Record
from ita_desktop.session.review.comments import add_comment, open_comments
from ita_desktop.session.session import read_only_error
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai
from ui.dialogs import tell_problem
from ui.reviewing.names import ask_name
from ui.theme import GRID, section_title, set_role
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiTextBox
from ui.workspace import Workspace


def write_comment(
    parent: QWidget, workspace: Workspace, about: Record | None, field: str = "", label: str = ""
) -> bool:
    """Show the open comments about a field and let one be written; whether one was.

    The name of who writes is asked for where it is not known yet.
    """
    session = workspace.session
    there = open_comments(session.snapshot, about.id if about else "", field)
    author = ""
    if not session.read_only:
        author = ask_name(parent, workspace)
    elif not there:
        tell_problem(parent, read_only_error())
        return False
    if not author and not there:
        return False
    name = RecordNames(session.snapshot).of(about) if about is not None else "ทั้งแฟ้มงาน"
    dialog = WriteDialog(name, label, there, bool(author), parent)
    try:
        if not dialog.exec():
            return False
        words = dialog.box.text()
    finally:
        dialog.deleteLater()
    if add_comment(session, words, author, about, field) is None:
        return False
    workspace.notice("บันทึกความเห็นแล้ว", undo=True)
    return True


class WriteDialog(QDialog):
    """``box`` holds what is typed; ``title`` and ``box`` may also serve for an answer."""

    def __init__(
        self,
        name: str,
        label: str,
        there: Sequence[Comment] = (),
        writable: bool = True,
        parent: QWidget | None = None,
        *,
        title: str = "ความเห็น",
        text: str = "",
        placeholder: str = "พิมพ์ความเห็น หรือข้อที่ควรแก้ไข",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(GRID * 64)
        self.box = ThaiTextBox(least=4, most=12)
        self.box.set_text(text)
        self.box.set_placeholder(placeholder)
        self.box.setAccessibleName(title)
        self.ok = QPushButton("บันทึก")
        set_role(self.ok, "primary")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        cancel = QPushButton("ยกเลิก" if writable else "ปิด")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        heading = WrapLabel(label or name)
        section_title(heading)
        column.addWidget(heading)
        if label:
            column.addWidget(WrapLabel(name, "hint"))
        if there:
            column.addWidget(said_comments(there))
        if writable:
            column.addWidget(self.box)
        buttons = QDialogButtonBox()
        if writable:
            buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        column.addWidget(buttons)
        self.box.textChanged.connect(self._check)
        self._held = text
        self._check()
        (self.box if writable else cancel).setFocus()

    def _check(self) -> None:
        self.ok.setEnabled(self.box.text() != self._held)


def said_comments(comments: Sequence[Comment]) -> QWidget:
    """Comments one below the other, to be read; many of them scroll."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, GRID, 0)
    column.setSpacing(GRID)
    for one in comments:
        column.addWidget(WrapLabel(comment_head(one), "hint"))
        column.addWidget(WrapLabel(one.words))
        if one.answer:
            column.addWidget(WrapLabel(f"คำชี้แจง: {one.answer}", "accent"))
    column.addStretch(1)
    if len(comments) < 4 and sum(len(one.words) + len(one.answer) for one in comments) < 600:
        return inner
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setMinimumHeight(GRID * 26)
    scroll.setWidget(inner)
    return scroll


def comment_head(comment: Comment) -> str:
    """Who said it, and when."""
    when = to_thai(format_date(comment.written)) if comment.written else ""
    return " · ".join(part for part in (comment.author or "ไม่ทราบชื่อ", when) if part)
