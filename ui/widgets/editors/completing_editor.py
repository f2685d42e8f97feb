"""A line of text that completes from names the office has: titles of issues, indicators."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ita_desktop.model.catalogue import catalogue_of
from ita_desktop.model.fields import Field
from ita_desktop.thai.text import fold
from ui.icons import icon
from ui.theme import GRID
from ui.widgets.editors.editor import Surroundings
from ui.widgets.editors.suggestion_list import SuggestionList
from ui.widgets.editors.text_editors import TextEditor

Offer = tuple[str, str]
"""Words to take over, and what they are."""

_K = Qt.Key


def issue_offers(around: Surroundings) -> tuple[Offer, ...]:
    """The titles of the issues of the year of the scores."""
    issues = catalogue_of(around.snapshot, around.score_year).issues
    return tuple((one.title, around.number(f"ประเด็นที่ {one.number}")) for one in issues)


def indicator_offers(around: Surroundings) -> tuple[Offer, ...]:
    """The indicators of the year of the scores, number and name."""
    indicators = catalogue_of(around.snapshot, around.score_year).indicators
    return tuple((around.number(one.full_name), one.tool.value) for one in indicators)


class CompletingEditor(TextEditor):
    """Typing offers what fits, ↓ and the button everything; Enter or a click takes an offer."""

    def __init__(
        self,
        field: Field,
        offers: Callable[[Surroundings], Sequence[Offer]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(field, parent)
        self._offers = offers
        self._list: SuggestionList | None = None
        self.offered: list[Offer] = []
        self.button = QToolButton()
        self.button.setIcon(icon("chevron-down", "hint"))
        self.button.setToolTip("เลือกจากบัญชี ITA (↓)")
        self.button.setAccessibleName(f"เลือก{field.label}จากบัญชี ITA")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._on_button)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.removeWidget(self.box)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.box, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._on_text)

    @property
    def highlighted(self) -> Offer | None:
        """The offer Enter would take."""
        shown = self._list is not None and self._list.isVisible()
        return self.offered[self._list.currentRow()] if shown and self._list else None

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.button.setVisible(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.box and event.type() is QEvent.Type.FocusOut:
            self.close_list()
        if watched is self.box and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._took(event)
        return super().eventFilter(watched, event)

    def offer(self, *, everything: bool) -> None:
        """Offer what fits what is typed; with ``everything`` the whole list."""
        words = [] if everything else fold(self.box.text()).split()
        known = self._offers(self.around)
        typed = fold(self.box.text())
        self.offered = [
            one
            for one in known
            if all(word in fold(f"{one[0]} {one[1]}") for word in words)
            and (everything or fold(one[0]) != typed)
        ]
        if self._list is None:
            self._list = SuggestionList(self.box)
            self._list.taken.connect(self._take)
        self._list.offer(self.offered, chosen=0)

    def close_list(self) -> None:
        """Offer nothing more."""
        if self._list is not None:
            self._list.hide()

    def _took(self, event: QKeyEvent) -> bool:
        key, offered = Qt.Key(event.key()), self.highlighted
        if self._read_only or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in (_K.Key_Return, _K.Key_Enter, _K.Key_Tab) and offered is not None:
            assert self._list is not None
            self._take(self._list.currentRow())
            return key != _K.Key_Tab
        if key in (_K.Key_Down, _K.Key_Up):
            if offered is not None and self._list is not None:
                self._list.step(1 if key == _K.Key_Down else -1)
            elif key == _K.Key_Down:
                self.offer(everything=True)
            return True
        if key == _K.Key_Escape and offered is not None:
            self.close_list()
            return True
        return False

    def _on_button(self) -> None:
        shown = self._list is not None and self._list.isVisible()
        self.box.setFocus()
        self.close_list() if shown else self.offer(everything=True)

    def _on_text(self) -> None:
        if self._showing or not self.box.hasFocus():
            return
        if self.box.text():
            self.offer(everything=False)
        else:
            self.close_list()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.offered):
            words = self.offered[row][0]
            self.close_list()
            self.box.selectAll()
            self.box.insertPlainText(words)  # so that the box itself can undo it
            self.close_list()
            self.flush()
