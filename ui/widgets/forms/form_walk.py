"""Tab in a form: from input to input, from field to field, and out at both ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.editors.editor import Editor

_ONCE_ROUND = 10_000
"""More widgets than any window has: the chain is walked once at most."""


def step_to_next(now: QWidget, editor: Editor, order: Sequence[Editor], *, forward: bool) -> bool:
    """Go from the widget in hand to the next input of its editor, or to the next editor."""
    inside = editor.inputs()
    step = 1 if forward else -1
    if now in inside:
        place = inside.index(now) + step
        if 0 <= place < len(inside):
            inside[place].setFocus(_reason(forward))
            return True
    place = order.index(editor) + step if editor in order else -1
    if 0 <= place < len(order):
        order[place].focus_field(backwards=not forward)
        return True
    return False


def leave(form: QWidget, *, forward: bool) -> bool:
    """On to what stands behind the form in its window, or before it."""
    widget = form
    for _ in range(_ONCE_ROUND):
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is form:
            return False
        tabs = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        stops = tabs and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()
        if stops and not form.isAncestorOf(widget):
            widget.setFocus(_reason(forward))
            return True
    return False


def _reason(forward: bool) -> Qt.FocusReason:
    reasons = Qt.FocusReason
    return reasons.TabFocusReason if forward else reasons.BacktabFocusReason
