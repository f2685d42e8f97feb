"""Choosing one of a few: buttons side by side that are one stop for Tab."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.model.fields import Field
from ita_desktop.thai.digits import to_arabic
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.editors.editor import Editor
from ui.widgets.flow import FlowLayout


def label_of(choice: Enum) -> str:
    """The Thai word of a choice."""
    return str(getattr(choice, "label", choice.value))


class ChoiceEditor(Editor):
    """Arrow keys go from one to the next and choose.

    Delete or a second click takes the choice back where the field may be without one. A digit
    chooses by number, a letter by the first letter of the words.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        assert field.choices is not None
        self._chosen: Enum | None = None
        self.buttons: dict[Enum, QPushButton] = {}
        flow = FlowLayout(self, GRID // 2)
        flow.setContentsMargins(0, 0, 0, 0)
        for choice in field.choices:
            button = QPushButton(f" {label_of(choice)}")  # as ui.widgets.buttons does
            button.setCheckable(True)
            button.setAutoDefault(False)
            set_role(button, "segment")
            self._named(button, label_of(choice))
            button.installEventFilter(self)
            button.clicked.connect(lambda _=False, c=choice: self._on_clicked(c))
            self.buttons[choice] = button
            flow.addWidget(button)
        self._mark()

    def value(self) -> Enum | None:
        return self._chosen

    def inputs(self) -> list[QWidget]:
        if not self.buttons:
            return []
        first = next(iter(self.buttons.values()))
        return [self.buttons[self._chosen] if self._chosen else first]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        keys = Qt.Key
        if event.key() in (keys.Key_Right, keys.Key_Down, keys.Key_Left, keys.Key_Up):
            self._step(watched, 1 if event.key() in (keys.Key_Right, keys.Key_Down) else -1)
            return True
        if event.key() in (keys.Key_Delete, keys.Key_Backspace) and self.field.optional:
            self._choose(None)
            return True
        if event.key() in (keys.Key_Return, keys.Key_Enter) and isinstance(watched, QPushButton):
            watched.click()
            return True
        named = self._named_by(event.text())
        if named is not None:
            self.buttons[named].setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose(named)
            return True
        return super().eventFilter(watched, event)

    def _named_by(self, typed: str) -> Enum | None:
        """The choice of that number, or the next one that begins with that letter."""
        order = list(self.buttons)
        number = to_arabic(typed)
        if len(number) == 1 and number.isdecimal():
            return order[int(number) - 1] if 0 < int(number) <= len(order) else None
        if not typed.strip():
            return None
        start = order.index(self._chosen) + 1 if self._chosen else 0
        for choice in (*order[start:], *order[:start]):
            if label_of(choice).casefold().startswith(typed.casefold()):
                return choice
        return None

    def _step(self, button: QObject, direction: int) -> None:
        order = list(self.buttons.values())
        at = order.index(button) + direction  # type: ignore[arg-type]
        if self._chosen is None and direction > 0:
            at -= 1  # nothing chosen yet: the first arrow takes the button in focus
        if 0 <= at < len(order):
            order[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose(list(self.buttons)[at])

    def _on_clicked(self, choice: Enum) -> None:
        taken_back = choice is self._chosen and self.field.optional
        self._choose(None if taken_back else choice)

    def _choose(self, choice: Enum | None) -> None:
        changed = choice is not self._chosen
        self._chosen = choice
        self._mark()
        if changed:
            self._decided()

    def _mark(self) -> None:
        for choice, button in self.buttons.items():
            chosen = choice is self._chosen
            button.setChecked(chosen)
            button.setIcon(icon("check", "accent") if chosen else icon("circle", "hint"))

    def _show(self, value: Any) -> None:
        self._chosen = value
        self._mark()
