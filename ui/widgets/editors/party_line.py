"""The line in which a responsible party is typed, with what it may mean offered below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.documents.parties import Choice
from ita_desktop.documents.party_reading import split_parties
from ui.theme import set_role
from ui.widgets.editors.suggestion_list import SuggestionList
from ui.widgets.text.textboxes import ThaiLineEdit

Offering = Callable[[str, bool], list[Choice]]
"""What to offer for what is typed; with True, everything where nothing is typed."""

_K = Qt.Key


class PartyLine(ThaiLineEdit):
    """``chosen`` carries an offer taken, ``finished`` words that no offer was taken for."""

    chosen = Signal(object)
    finished = Signal(str)
    pasted = Signal(list)
    emptied = Signal()
    """Backspace on the empty line."""
    left_to = Signal(int)
    """From the empty line to the last chip (-1) or the first one (0)."""
    onward = Signal()
    """Enter on the empty line."""
    focused = Signal(bool)

    def __init__(self, anchor: QWidget, offering: Offering) -> None:
        super().__init__()
        set_role(self, "bare")
        self._anchor = anchor
        self._offering = offering
        self._list: SuggestionList | None = None
        self.offers: list[Choice] = []
        self.textEdited.connect(lambda _text: self.offer(everything=False))

    @property
    def highlighted(self) -> Choice | None:
        """The offer Enter would take."""
        shown = self._list is not None and self._list.isVisible()
        return self.offers[self._list.currentRow()] if shown and self._list else None

    def offer(self, *, everything: bool) -> None:
        """Offer what is typed may mean."""
        self.offers = self._offering(self.text().strip(), everything)
        if self._list is None:
            self._list = SuggestionList(self._anchor)
            self._list.taken.connect(self._take_row)
        self._list.offer([(one.words, one.kind) for one in self.offers], chosen=0)

    def take_typed(self) -> None:
        """Give what is typed as it stands, and be empty."""
        self.close_list()
        typed = self.text().strip()
        self.clear()
        if typed:
            self.finished.emit(typed)

    def close_list(self) -> None:
        """Offer nothing more."""
        if self._list is not None:
            self._list.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()
        self.focused.emit(False)

    def event(self, event: QEvent) -> bool:
        # Tab goes on to the next field before it is a key press: take what is highlighted first.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            offered = self.highlighted if self.text() else None
            if event.key() == _K.Key_Tab and offered is not None:
                self._take(offered)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        key, offered = Qt.Key(event.key()), self.highlighted
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._paste()
        if key in (_K.Key_Return, _K.Key_Enter):
            self._enter(offered)
            return True
        if key in (_K.Key_Down, _K.Key_Up):
            self._step(1 if key is _K.Key_Down else -1, offered)
            return True
        if key is _K.Key_Escape and offered is not None:
            self.close_list()
            return True
        if self.text() or event.modifiers():
            return False
        if key is _K.Key_Backspace:
            self.emptied.emit()
        elif key in (_K.Key_Left, _K.Key_Home):
            self.left_to.emit(-1 if key is _K.Key_Left else 0)
        else:
            return False
        return True

    def _enter(self, offered: Choice | None) -> None:
        if offered is not None:
            self._take(offered)
        elif self.text():
            self.take_typed()
        else:
            self.onward.emit()

    def _step(self, direction: int, offered: Choice | None) -> None:
        if offered is None and direction > 0:
            self.offer(everything=True)
        elif offered is not None and self._list is not None:
            self._list.step(direction)

    def _take_row(self, row: int) -> None:
        if 0 <= row < len(self.offers):
            self._take(self.offers[row])

    def _take(self, choice: Choice) -> None:
        self.close_list()
        self.clear()
        self.chosen.emit(choice)

    def _paste(self) -> bool:
        names = split_parties(QApplication.clipboard().text())
        if len(names) < 2 or self.text():
            return False
        self.pasted.emit(names)
        return True
