"""The document in hand: a picture of its first page, what it is, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.session.checking.readiness import Readiness
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.documents.document_list import state_of
from ui.widgets.text.labels import WrapLabel

PICTURE = QSize(60, 84)
"""Logical pixels the picture of a page fits into: an A4 page upright."""


class DocumentHead(QFrame):
    """``state_clicked`` asks for what is missing, or that it be put away again."""

    state_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._document = ""
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(PICTURE + QSize(2, 2))
        self.title = WrapLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.purpose = WrapLabel("", "hint")
        self.state = QPushButton()
        self.state.setCheckable(True)
        set_role(self.state, "quiet")
        self.state.clicked.connect(lambda _on=False: self.state_clicked.emit())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.purpose)
        words.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        row.setSpacing(GRID + GRID // 2)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_document(self, readiness: Readiness) -> None:
        """Say what the document is, and in words and with a sign how far it is."""
        kind = readiness.kind
        if kind.id != self._document:
            self._document = kind.id
            self.title.setText(kind.title)
            self.purpose.setText(kind.purpose)
            self._show_no_picture()
        words, sign, role = state_of(readiness)
        self.state.setText(f" {words}")
        self.state.setIcon(icon(sign, role))
        self.state.setEnabled(bool(readiness.findings))
        self.state.setToolTip("ดูว่าต้องแก้ไขอะไรและอยู่ที่ใด" if readiness.findings else "")
        self.state.setAccessibleName(f"{kind.short_title}: {words}")
        self.setAccessibleName(f"{kind.title} {words}")

    def show_picture(self, document: str, image: QImage) -> None:
        """Show the first page on white paper, if it is that of the document shown."""
        if document != self._document:
            return
        page = QPixmap(image.size())
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.drawImage(page.rect(), image)
        painter.end()
        page.setDevicePixelRatio(image.devicePixelRatio())
        self.picture.setPixmap(page)
        set_role(self.picture, "paper")

    def _show_no_picture(self) -> None:
        self.picture.setPixmap(icon("file-text", "hint").pixmap(QSize(28, 28)))
        set_role(self.picture, "")
