"""What a key means in the list editor.

Enter makes the next item and, on an empty one, un-nests it or leaves the list. Tab on an empty item
nests it, otherwise it goes on to the next field. Backspace on an empty item un-nests or deletes it.
Alt+→ and Alt+← nest and un-nest, Alt+↑ and Alt+↓ move an item with what belongs to it.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.editors.list_rows import ItemBox
from ui.widgets.editors.list_shape import Lines

_K = Qt.Key


class Act(Enum):
    """What the list does; NONE leaves the key to the text box."""

    NONE = auto()
    NEXT = auto()
    NEST = auto()
    UNNEST = auto()
    DELETE_BACK = auto()
    DELETE_FORTH = auto()
    JOIN_BACK = auto()
    JOIN_FORTH = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    ABOVE = auto()
    BELOW = auto()
    LEAVE = auto()
    LEAVE_BACK = auto()


def act_of(event: QKeyEvent, box: ItemBox, lines: Lines, at: int) -> Act:
    """The act for a key pressed in line ``at``."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.AltModifier:
        return _with_alt(event.key(), lines, at)
    shift = modifiers == Qt.KeyboardModifier.ShiftModifier
    if modifiers and not shift:
        return Act.NONE
    level, text = lines[at]
    empty = not text.strip()
    match event.key():
        case _K.Key_Return | _K.Key_Enter:
            return _enter(level, empty, last=at == len(lines) - 1)
        case _K.Key_Tab if not shift:
            return Act.NEST if empty and at and not level else Act.LEAVE
        case _K.Key_Tab | _K.Key_Backtab:
            return Act.UNNEST if empty and level else Act.LEAVE_BACK
        case _K.Key_Backspace if not shift:
            return _backspace(box, level, empty, at, len(lines))
        case _K.Key_Delete if not shift:
            return _delete(box, empty, at, len(lines))
        case _K.Key_Up if not shift and at and box.on_edge_line(-1):
            return Act.ABOVE
        case _K.Key_Down if not shift and at < len(lines) - 1 and box.on_edge_line(1):
            return Act.BELOW
    return Act.NONE


def _with_alt(key: int, lines: Lines, at: int) -> Act:
    match key:
        case _K.Key_Right:
            return Act.NEST if at and not lines[at][0] else Act.NONE
        case _K.Key_Left:
            return Act.UNNEST if lines[at][0] else Act.NONE
        case _K.Key_Up:
            return Act.MOVE_UP
        case _K.Key_Down:
            return Act.MOVE_DOWN
    return Act.NONE


def _enter(level: int, empty: bool, *, last: bool) -> Act:
    if not empty:
        return Act.NEXT
    if level:
        return Act.UNNEST
    return Act.LEAVE if last else Act.NEXT


def _backspace(box: ItemBox, level: int, empty: bool, at: int, count: int) -> Act:
    if box.selected() or box.place():
        return Act.NONE
    if empty and level:
        return Act.UNNEST
    if empty and count > 1:
        return Act.DELETE_BACK
    return Act.JOIN_BACK if at and not empty else Act.NONE


def _delete(box: ItemBox, empty: bool, at: int, count: int) -> Act:
    if box.selected() or box.place() < len(box.toPlainText()):
        return Act.NONE
    if empty and count > 1:
        return Act.DELETE_FORTH if at < count - 1 else Act.DELETE_BACK
    return Act.JOIN_FORTH if at < count - 1 else Act.NONE
