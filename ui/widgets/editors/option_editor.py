"""One of a few values, each with its own words: buttons side by side, one stop for Tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.model.fields import Field
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.editors.editor import Editor
from ui.widgets.flow import FlowLayout

Option = tuple[Any, str]
"""A value and the words on its button."""

_ONWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class OptionEditor(Editor):
    """Always one is chosen; arrow keys go from one to the next and choose it.

    A value that no button stands for gets one of its own, so that nothing is lost. Where None
    comes to one of the others and nothing can change that, :meth:`set_usual` shows that one
    chosen instead of offering the same twice.
    """

    def __init__(
        self, field: Field, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(field, parent)
        self._chosen: Any = options[0][0]
        self._usual: Any = None
        self.buttons: dict[Any, QPushButton] = {}
        self._flow = FlowLayout(self, GRID // 2)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for value, words in options:
            self._add(value, words)
        self._mark()

    def value(self) -> Any:
        return self._chosen

    def inputs(self) -> list[QWidget]:
        return [self.buttons[self._shown]]

    def set_words(self, value: Any, words: str) -> None:
        """Say something else on a button."""
        button = self.buttons[value]
        if button.text() != f" {words}":
            button.setText(f" {words}")
            self._named(button, words)
            self.updateGeometry()

    def set_usual(self, value: Any) -> None:
        """What None comes to: that button stands for None too; None for a button of its own."""
        if value == self._usual or value not in self.buttons:
            return
        self._usual = value
        self.buttons[None].setHidden(value is not None)
        self._mark()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (*_ONWARD, *_BACK):
                self._step(1 if event.key() in _ONWARD else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()  # type: ignore[attr-defined]
                return True
        return super().eventFilter(watched, event)

    def _add(self, value: Any, words: str) -> None:
        button = QPushButton(f" {words}")  # as ui.widgets.buttons does, beside the sign
        button.setCheckable(True)
        button.setAutoDefault(False)
        set_role(button, "segment")
        self._named(button, words)
        button.installEventFilter(self)
        button.clicked.connect(lambda _=False, one=value: self._choose(one))
        self.buttons[value] = button
        self._flow.addWidget(button)

    def _step(self, direction: int) -> None:
        order = [value for value, button in self.buttons.items() if not button.isHidden()]
        at = order.index(self._shown) + direction
        if 0 <= at < len(order):
            self._choose(order[at])
            self.buttons[order[at]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, value: Any) -> None:
        changed = value != self._shown
        if changed:
            self._chosen = value
        self._mark()
        if changed:
            self._decided()

    @property
    def _shown(self) -> Any:
        """The value of the button that is chosen to the eye."""
        return self._usual if self._chosen is None else self._chosen

    def _mark(self) -> None:
        for value, button in self.buttons.items():
            chosen = value == self._shown
            button.setChecked(chosen)
            button.setIcon(icon("check", "accent") if chosen else icon("circle", "hint"))

    def _show(self, value: Any) -> None:
        if value not in self.buttons:
            self._add(value, self.around.number(value))
        self._chosen = value
        self._mark()
