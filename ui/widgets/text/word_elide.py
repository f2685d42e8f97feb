"""Text cut to a few lines at word ends, for cells and rows of lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from ui.widgets.text.breaks import word_breaks

MORE = "…"


def word_lines(text: str, metrics: QFontMetrics, width: int, most: int = 2) -> list[str]:
    """The text in at most ``most`` lines of ``width`` logical pixels, the last elided at a word.

    Where words are not known yet, or one is wider than the line, spaces decide, then letters;
    of the last line letters alone.
    """
    rest = " ".join(text.split())
    known = word_breaks().ends(rest)
    ends: Sequence[int] = known or _spaces(rest)
    lines: list[str] = []
    start = 0
    while start < len(rest) and len(lines) < most:
        whole = rest[start:]
        if metrics.horizontalAdvance(whole) <= width:
            lines.append(whole)
            return lines
        last = len(lines) == most - 1
        if last and known is None:
            lines.append(metrics.elidedText(whole, Qt.TextElideMode.ElideRight, width))
            return lines
        room = width - metrics.horizontalAdvance(MORE) if last else width
        end = _fitting(rest, start, ends, metrics, room)
        if end is None:
            end = _fitting(rest, start, _spaces(rest), metrics, room)
        if end is None:
            if last:
                cut = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, width)
                lines.append(cut)
                return lines
            end = start + _letters(whole, metrics, width)
        lines.append(rest[start:end].rstrip() + (MORE if last else ""))
        start = end
        while start < len(rest) and rest[start] == " ":
            start += 1
    return lines


def _fitting(
    text: str, start: int, ends: Sequence[int], metrics: QFontMetrics, room: int
) -> int | None:
    found = None
    for end in ends:
        if end <= start:
            continue
        if metrics.horizontalAdvance(text[start:end].rstrip()) > room:
            break
        found = end
    return found


def _letters(text: str, metrics: QFontMetrics, width: int) -> int:
    """How many letters fit, at least one; marks stay with the letter before them."""
    count = 1
    while count < len(text) and metrics.horizontalAdvance(text[: count + 1]) <= width:
        count += 1
    while count < len(text) and text[count] in "ัิีึืฺุู็่้๊๋์ํ๎":
        count += 1
    return count


def _spaces(text: str) -> list[int]:
    return [place + 1 for place, char in enumerate(text) if char == " "] + [len(text)]
