"""What can be done with the document in hand."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.export_choices import EXPORT_ALL
from ui.icons import icon
from ui.theme import GRID
from ui.widgets.buttons import push
from ui.widgets.flow import FlowLayout
from ui.workspace import Workspace

_ACTS = (
    ("export", "PDF…", "file-down", "ส่งออกเอกสารนี้เป็นแฟ้ม PDF (Ctrl+E)"),
    (
        "export-word",
        "Word…",
        "file-text",
        "ส่งออกเอกสารนี้เป็นแฟ้ม Word ไว้แก้ไขต่อ (Ctrl+Shift+E)",
    ),
    ("print", "พิมพ์…", "printer", "พิมพ์เอกสารนี้ (Ctrl+P)"),
    ("view", "เปิดดู", "external-link", "เปิดในโปรแกรมอ่าน PDF ของเครื่อง"),
)


class DocumentBar(QWidget):
    """Buttons, over as many lines as the page needs; the window does what they ask."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(self, GRID)
        flow.setContentsMargins(0, 0, 0, 0)
        for name, words, sign, tip in _ACTS:
            button = push(
                words,
                sign,
                lambda one=name: workspace.paper_wanted.emit(one),
                role="primary" if name == "export" else "",
                tip=tip,
            )
            button.setAccessibleName(words.rstrip("…"))
            self.buttons[name] = button
            flow.addWidget(button)


def export_all_button(workspace: Workspace) -> QPushButton:
    """The button for all documents at once, with a menu of what they may be written as."""
    button = push("ส่งออกทุกฉบับ", "folder-open", lambda: None)
    button.setToolTip("ส่งออกเอกสารทุกฉบับของปีนี้ลงในโฟลเดอร์เดียว")
    menu = QMenu(button)
    for name, words, sign in EXPORT_ALL:
        action = menu.addAction(icon(sign), words)
        action.triggered.connect(lambda _on=False, one=name: workspace.paper_wanted.emit(one))
    button.setMenu(menu)
    return button
