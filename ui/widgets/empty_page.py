"""What stands in the place of a page's content while there is none: what it is for, first steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import GRID, page_title
from ui.widgets.flow import FlowLayout
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel


class EmptyPage(QWidget):
    """A sign, a title, a few ``words``, the buttons of the first steps, and a tip below them."""

    def __init__(
        self, sign: str, title: str, words: str, tip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = QLabel(title)
        page_title(self.title)
        self.words = WrapLabel(words)
        self.buttons: list[QPushButton] = []
        steps = QWidget()
        self._steps = FlowLayout(steps, GRID)
        self._steps.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setMaximumWidth(GRID * 66)
        column = QVBoxLayout(inner)
        column.setSpacing(GRID * 2)
        column.addWidget(Sign(sign, "accent", GRID * 6))
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(steps)
        if tip:
            column.addWidget(WrapLabel(tip, "hint"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        whole.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 4)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(3)

    def add_step(self, button: QPushButton) -> QPushButton:
        """Offer one more first step."""
        self.buttons.append(button)
        self._steps.addWidget(button)
        return button

    def drop_steps(self) -> None:
        """Offer none any more."""
        for button in self.buttons:
            self._steps.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing where nothing can be changed."""
        for button in self.buttons:
            button.setEnabled(not read_only)
