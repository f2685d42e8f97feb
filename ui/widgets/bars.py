"""Bars across the content: good news that goes away by itself, and banners that stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.theme import GRID, ICON_SIZE, set_role
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel

SHOWN_FOR = 8_000
"""Milliseconds that good news stays."""

Step = tuple[str, Callable[[], None]]
"""The word on a button and what it does."""


class NoticeBar(QFrame):
    """Good news over the lower edge of its parent; it never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "notice")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self._row.setSpacing(GRID)
        self._row.addWidget(self._text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        return tuple(self._buttons)

    def tell(self, text: str, *steps: Step) -> None:
        """Show ``text`` for a while, with a button for each step."""
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [self._button(step) for step in steps]
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._settle()
        self._timer.start(SHOWN_FOR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def _button(self, step: Step) -> QPushButton:
        word, act = step
        button = QPushButton(word, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: (self.hide(), act()))
        self._row.addWidget(button)
        button.show()  # a hidden one has no part in the bar's size
        return button

    def _settle(self) -> None:
        around = self.parentWidget().rect()
        width = min(self.sizeHint().width(), around.width() - 4 * GRID)
        self.resize(width, self.sizeHint().height())
        left = (around.width() - width) // 2
        self.move(left, around.height() - self.height() - 2 * GRID)


class Banner(QFrame):
    """A bar that stays until its reason is gone: amber to look at, red to mend."""

    def __init__(self, role: str, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role)
        picture = Sign(sign, role, ICON_SIZE, self)
        self.label = WrapLabel(parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID + 4, GRID // 2, GRID, GRID // 2)
        self._row.setSpacing(GRID)
        self._row.addWidget(picture)
        self._row.addWidget(self.label, 1)

    def tell(self, text: str) -> None:
        """What the bar says from now on."""
        self.label.setText(text)
        self.setAccessibleName(text)

    def offer(self, word: str, act: Callable[[], None]) -> QPushButton:
        """Add a button."""
        button = QPushButton(word, self)
        button.clicked.connect(lambda: act())
        self._row.addWidget(button)
        return button


class ElidedLabel(QLabel):
    """One line that gives way in the middle where it is too long; the whole is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(GRID * 8)

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        self.style().drawItemText(
            painter,
            room,
            Qt.AlignmentFlag.AlignVCenter,
            self.palette(),
            True,
            shown,
            self.foregroundRole(),
        )
