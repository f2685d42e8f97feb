"""What can be done with the document in hand."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import GRID
from ui.widgets.buttons import push
from ui.widgets.flow import FlowLayout
from ui.workspace import Workspace

_ACTS = (
    ("export", "ส่งออก PDF…", "file-down", "ส่งออกเอกสารนี้เป็นแฟ้ม PDF (Ctrl+E)"),
    (
        "export-word",
        "ส่งออก Word…",
        "file-text",
        "ส่งออกเอกสารนี้เป็นแฟ้ม Word ไว้แก้ไขต่อ (Ctrl+Shift+E)",
    ),
    ("print", "พิมพ์…", "printer", "พิมพ์เอกสารนี้ (Ctrl+P)"),
    ("view", "เปิดดู", "external-link", "เปิดในโปรแกรมอ่าน PDF ของเครื่อง"),
    ("export-all", "ส่งออกทุกฉบับ…", "folder-open", "ส่งออกเอกสารทุกฉบับของปีนี้ลงในโฟลเดอร์เดียว"),
)


class DocumentBar(QWidget):
    """Buttons, over as many lines as the page needs; the window does what they ask."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(self, GRID)
        flow.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
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
            if name != "export-all":  # stands by the page's title: it is of all documents
                flow.addWidget(button)
