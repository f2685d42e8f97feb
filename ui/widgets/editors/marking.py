"""Where the words of a finding stand in the text boxes of an editor: marked there, or selected."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ita_desktop.model.findings import Spot
from ui.widgets.text.textboxes import ThaiLineEdit, ThaiTextBox

MarkedBox = ThaiTextBox | ThaiLineEdit
Place = tuple[MarkedBox, int, int]
"""A box, and where in its text words begin and end."""


def boxes_in(inside: QWidget) -> Iterator[MarkedBox]:
    """The boxes shown inside a widget in which words can be marked."""
    for box in (*inside.findChildren(ThaiTextBox), *inside.findChildren(ThaiLineEdit)):
        if not box.isHidden():
            yield box


def text_in(box: MarkedBox) -> str:
    """What stands in a box, as it was typed."""
    return box.toPlainText() if isinstance(box, ThaiTextBox) else box.text()


def places_of(spot: Spot, inside: QWidget) -> Iterator[Place]:
    """Every place inside a widget that shows the words of a spot; a box may hold the passage, or a
    part of it such as a heading of an outline."""
    for box in boxes_in(inside):
        if (found := span_in(text_in(box), spot)) is not None:
            yield box, *found


def span_in(text: str, spot: Spot) -> tuple[int, int] | None:
    """Where the words of a spot stand in a text that is its passage as typed (with spaces around
    it) or a part of it; None where they are not there."""
    if (before := text.find(spot.passage)) >= 0:
        return before + spot.start, before + spot.end
    part = text.strip()
    at = spot.passage.find(part) if part else -1
    while at >= 0:
        if at <= spot.start and spot.end <= at + len(part):
            lead = text.find(part) - at
            return lead + spot.start, lead + spot.end
        at = spot.passage.find(part, at + 1)
    return None


def select_words(spot: Spot, inside: QWidget) -> bool:
    """Select the words of a spot where they are shown, and put the focus there; False where they
    are not."""
    for box, start, end in places_of(spot, inside):
        select_span(box, start, end)
        return True
    return False


def select_span(box: QPlainTextEdit | QLineEdit, start: int, end: int) -> None:
    """Select characters of a box and put the focus there."""
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(box, QLineEdit):
        box.setSelection(start, end - start)
        return
    cursor = box.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
