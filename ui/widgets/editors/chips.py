"""A chip: one thing of several, with a cross to take it off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.icons import icon
from ui.theme import GRID, set_role

_HEIGHT = 28
_CROSS = 14


class Chip(QFrame):
    """Reached by click or by the arrow keys of the box it stands in, not by Tab."""

    keyed = Signal(QKeyEvent)
    opened = Signal()
    """Asked to be edited: by a double click."""
    removed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        set_role(self, "chip")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(words)
        self.setAccessibleDescription("กด Enter เพื่อแก้ไข กด Delete เพื่อนำออก Alt+← Alt+→ เพื่อย้าย")
        self.setToolTip(f"{words}\nดับเบิลคลิกเพื่อแก้ไขหรือใส่หมายเหตุในวงเล็บ")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cross = QToolButton()
        self.cross.setIcon(icon("x", "hint"))
        self.cross.setIconSize(QSize(_CROSS, _CROSS))
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setAccessibleName(f"นำ {words} ออก")
        self.cross.setToolTip("นำออก")
        self.cross.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 2, 0, GRID // 2, 0)
        layout.setSpacing(GRID // 4)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.cross)
        self._elide()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.words)
        cross = self.cross.sizeHint().width() if not self.cross.isHidden() else 0
        return QSize(words + cross + GRID * 3, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(GRID * 10, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
            self._elide()

    def _elide(self) -> None:
        room = max(self.label.width(), GRID * 4)
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.label.setText(shown)
