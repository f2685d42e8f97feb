"""A text beside another one: the words in which it differs stand out."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import set_role
from ui.widgets.text.breaks import word_breaks

_NARROWEST = 80
"""Logical pixels."""

_BREAK = "\u200b"


class MarkedLabel(QLabel):
    """One line of text, broken between words; what ``other`` does not have is bold and underlined,
    so that it is not told by colour alone. ``role`` is one of the style sheet's."""

    def __init__(self, text: str, other: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain, self._other = text, other
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(_NARROWEST)
        self.setAccessibleName(text)
        set_role(self, role)
        word_breaks().ready.connect(self._show)
        self._show()

    @property
    def plain(self) -> str:
        """The text without marks."""
        return self._plain

    @property
    def marked(self) -> tuple[str, ...]:
        """What stands out, in order."""
        return tuple(words for words, own in _runs(self._plain, self._other) if own)

    def _show(self) -> None:
        shown = (
            f"<b><u>{_shown(words)}</u></b>" if own else _shown(words)
            for words, own in _runs(self._plain, self._other)
        )
        self.setText(_BREAK.join(shown))


def _shown(words: str) -> str:
    return escape(word_breaks().shown(words))


def _runs(text: str, other: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether the other text lacks it."""
    ours, theirs = _words(text), _words(other)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    runs = (
        ("".join(ours[a:b]), tag != "equal") for tag, a, b, _c, _d in matcher.get_opcodes() if b > a
    )
    return list(runs)


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise(word_breaks().edges(text))]
