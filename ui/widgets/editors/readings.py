"""What an editor says right below itself: how it read what was typed, or why it could not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import GRID, set_role
from ui.widgets.flow import FlowLayout
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel

_SIGN = 16


class ReadingNote(QWidget):
    """A line with a sign and words, and suggestions as buttons under it."""

    taken = Signal(str)
    """A suggestion was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.sign = Sign(size=_SIGN)
        self.sign.setFixedSize(_SIGN, _SIGN + 4)
        self.words = WrapLabel()
        line = QHBoxLayout()
        line.setSpacing(GRID // 2)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.suggestions: list[QPushButton] = []
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, GRID // 2)
        self._flow.setContentsMargins(_SIGN + GRID // 2, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 4)
        layout.addLayout(line)
        layout.addWidget(self._buttons)
        self.hide()

    def say(self, sign: str, role: str, words: str, suggestions: Sequence[str] = ()) -> None:
        """Show words in a role's colour; without words, nothing."""
        said = (sign, role, words, tuple(suggestions))
        if said == self._shown:
            return
        self._shown = said
        self.setVisible(bool(words))
        self.sign.show_sign(sign, role)
        set_role(self.words, role)
        self.words.setText(words)
        for button in self.suggestions:
            button.hide()
            button.deleteLater()
        self.suggestions = [self._button(one) for one in suggestions]
        self._buttons.setVisible(bool(suggestions))

    def quiet(self) -> None:
        """Say nothing."""
        self.say("info", "hint", "")

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(f"ใช้ {words}")
        set_role(button, "suggestion")
        button.setToolTip("คลิกเพื่อใช้ข้อความนี้")
        button.clicked.connect(lambda: self.taken.emit(words))
        self._flow.addWidget(button)
        button.show()
        return button
