"""Moving and selecting by Thai words: what Ctrl+arrows and the double click do in text boxes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.widgets.text.breaks import word_breaks

_K = QKeySequence.StandardKey

_MOVES = (
    (_K.MoveToNextWord, 1, False, False),
    (_K.MoveToPreviousWord, -1, False, False),
    (_K.SelectNextWord, 1, True, False),
    (_K.SelectPreviousWord, -1, True, False),
    (_K.DeleteEndOfWord, 1, True, True),
    (_K.DeleteStartOfWord, -1, True, True),
)


def word_move(event: QKeyEvent) -> tuple[int, bool, bool] | None:
    """What a key asks of words: direction, whether it selects, whether it deletes; or None."""
    for key, direction, selects, deletes in _MOVES:
        if event.matches(key):
            return direction, selects, deletes
    return None


def next_word(text: str, place: int, direction: int) -> int:
    """Where the next word of one line begins, or the one before ``place``."""
    edges = [edge for edge in word_breaks().edges(text) if not text[edge : edge + 1].isspace()]
    if direction > 0:
        at = bisect_right(edges, place)
        return edges[at] if at < len(edges) else len(text)
    at = bisect_left(edges, place) - 1
    return edges[at] if at >= 0 else 0


def word_at(text: str, place: int) -> tuple[int, int]:
    """Start and end of the word of one line around ``place``, without spaces around it."""
    edges = word_breaks().edges(text)
    at = min(bisect_right(edges, place), len(edges) - 1)
    start, end = edges[max(0, at - 1)], edges[at]
    word = text[start:end]
    return start, start + len(word.rstrip()) if word.strip() else end


def kept_place(before: str, after: str, place: int) -> int:
    """Where a cursor stands in a text that was changed in one stretch: between the same letters, or
    behind what was put there."""
    longest = min(len(before), len(after))
    start = next((at for at in range(longest) if before[at] != after[at]), longest)
    rest = longest - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    if place <= start:
        return place
    if place >= len(before) - end:
        return place + len(after) - len(before)
    return len(after) - end
