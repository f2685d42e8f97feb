"""Labels that wrap Thai at words on every system."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import set_role
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.word_elide import word_lines

_NARROWEST = 80
"""Logical pixels: a label gives way this far before it pushes the window wide."""


class WrapLabel(QLabel):
    """Plain text over as many lines as it needs, broken between words.

    The marks between words are for display only: :meth:`text` and copying give the text without.
    ``role`` is one of the style sheet's (``hint``, ``amber``, ``danger`` …).
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if role:
            set_role(self, role)
        word_breaks().ready.connect(self._show)
        self.setText(text)

    def text(self) -> str:
        return self._plain

    def setText(self, text: str) -> None:  # noqa: N802
        if text != self._plain or not super().text():
            self._plain = text
            self.setAccessibleName(text)
            self._show()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        width = min(_NARROWEST, self.fontMetrics().horizontalAdvance(self._plain) + 4)
        return QSize(width, min(hint.height(), self.heightForWidth(max(self.width(), width))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText().replace("\u200b", ""))
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        super().setText(word_breaks().shown(self._plain))


class OneLine(QLabel):
    """Plain text on one line, cut at a word where there is no room; the whole is its tooltip.

    ``most`` allows it more lines before it is cut.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, *, most: int = 1) -> None:
        super().__init__(parent)
        self._plain = ""
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)
        word_breaks().ready.connect(self._cut)

    def text(self) -> str:
        return self._plain

    def setText(self, text: str) -> None:  # noqa: N802
        self._plain = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        if self.isVisible():
            self._cut()
        else:
            super().setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        lines = word_lines(self._plain, self.fontMetrics(), room, most=self._most)
        super().setText("\n".join(lines))
