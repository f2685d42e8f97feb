"""The card of one document: a picture of its first page, what it is, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.session.checking import Readiness
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.labels import WrapLabel

PICTURE = QSize(76, 108)
"""Logical pixels the picture of a page fits into: an A4 page upright."""

_SMALL_PICTURE = QSize(40, 56)


class DocumentCard(QFrame):
    """A click chooses the document, a click on its state asks for what is missing."""

    chosen = Signal(str)
    state_clicked = Signal(str)

    def __init__(self, readiness: Readiness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = readiness.kind.id
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page: QPixmap | None = None
        self._room = PICTURE
        self.title = WrapLabel(readiness.kind.title)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.purpose = WrapLabel(readiness.kind.purpose, "hint")
        self.state = QPushButton()
        self.state.setCheckable(True)
        set_role(self.state, "quiet")
        self.state.clicked.connect(lambda: self.state_clicked.emit(self.document))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.purpose)
        words.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID + GRID // 2)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.show_state(readiness)
        self._show_page()

    def show_state(self, readiness: Readiness) -> None:
        """Say in words and with a sign how far the document is."""
        words, sign, role = state_of(readiness)
        self.state.setText(f" {words}")
        self.state.setIcon(icon(sign, role))
        self.state.setEnabled(bool(readiness.findings))
        self.state.setToolTip("ดูว่าขาดอะไรและอยู่ที่ใด" if readiness.findings else "")
        self.state.setAccessibleName(f"{readiness.kind.short_title}: {words}")
        self.setAccessibleName(f"{readiness.kind.title} {words}")

    def show_picture(self, image: QImage) -> None:
        """Show the first page on white paper; the image's ratio of pixels is kept."""
        page = QPixmap(image.size())
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.drawImage(page.rect(), image)
        painter.end()
        page.setDevicePixelRatio(image.devicePixelRatio())
        self._page = page
        self._show_page()

    def set_compact(self, compact: bool) -> None:
        """Leave room for many cards: a smaller picture, the purpose as a tooltip only."""
        self.purpose.setHidden(compact)
        self.setToolTip(self.purpose.text() if compact else "")
        self._room = _SMALL_PICTURE if compact else PICTURE
        self._show_page()

    def _show_page(self) -> None:
        self.picture.setFixedSize(self._room + QSize(2, 2))
        if self._page is None:
            self.picture.setPixmap(icon("file-text", "hint").pixmap(QSize(28, 28)))
            return
        ratio = self._page.devicePixelRatio()
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(self._page.scaled(self._room * ratio, *modes))
        set_role(self.picture, "paper")

    def mark(self, chosen: bool) -> None:
        """Say whether this is the document in hand."""
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.document)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.document)
            return
        super().keyPressEvent(event)


def state_of(readiness: Readiness) -> tuple[str, str, str]:
    """Words, icon and colour role of how far a document is."""
    missing, doubtful = readiness.missing, len(readiness.findings) - readiness.missing
    words = f"ขาด {missing} รายการ" if missing else "พร้อม"
    if doubtful:
        words += f" · ควรดู {doubtful} รายการ"
    sign = ("circle-dashed", "amber") if missing else ("circle-check", "good")
    return to_thai(words), *sign
