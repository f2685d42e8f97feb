"""Measured words → lines of a given width, and how a justified line is stretched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import add, itemgetter
from typing import NamedTuple, TypeAlias

from ita_desktop.documents.blocks import Align
from ita_desktop.render.pdf.words import Word, torn

_WIDEST_SPACE = 300.0
"""ไทยกระจาย: a space grows by at most 0.3 em; wider gaps break text extraction."""
_WIDEST_GLYPH = 0.03
"""Glyphs are widened to at most 103 %."""
_WIDEST_GAP = 20.0
"""Between clusters at most 0.02 em is added; what then is left over stays ragged."""
_EPSILON = 1e-3
_width = itemgetter(0)
_gap = itemgetter(1)


class Stretch(NamedTuple):
    """How a line is justified: added to each space and cluster (1/1000 em), and glyph width."""

    space: float
    scale: float
    gap: float


class Label(NamedTuple):
    """What hangs in front of a line: its words, and where they start (points)."""

    words: tuple[Word, ...]
    x: float


class Line(NamedTuple):
    """One line, placed in its galley. Lengths are points below and right of the galley's corner."""

    words: tuple[Word, ...]
    x: float
    top: float
    bottom: float
    baseline: float
    size: float
    stretch: Stretch | None
    label: Label | None
    stays: bool
    """Whether a page should not begin with this line (widows and orphans)."""

    @property
    def text(self) -> str:
        """The line as it should be read back, label first."""
        label = words_text(self.label.words) + " " if self.label else ""
        return label + words_text(self.words)


def words_text(words: tuple[Word, ...]) -> str:
    """The text of the words of one line, without the white at its end."""
    return "".join(word.text + " " * word.spaces for word in words).rstrip(" ")


def words_width(words: tuple[Word, ...]) -> float:
    """Width of words on one line, without the white at its end, in 1/1000 em."""
    return sum(word.width + word.gap for word in words) - words[-1].gap if words else 0.0


Broken: TypeAlias = tuple[tuple[Word, ...], float, bool]
"""Words that stand on one line, their width in 1/1000 em, and whether a paragraph ends here."""


def break_line(words: tuple[Word, ...], first_room: float, room: float) -> list[Broken]:
    """Fill lines with words, the first of ``first_room``, the others of ``room`` (1/1000 em).

    Words too wide for a line are torn. There is always one line, if only an empty one.
    """
    widths = list(map(_width, words))
    narrow = min(first_room, room)
    if widths and max(widths) > narrow + _EPSILON:
        words = tuple(_narrow(words, narrow))
        widths = list(map(_width, words))
    # Where each word starts and ends on one endless line; a line's end is then looked up.
    starts = list(accumulate(map(add, widths, map(_gap, words)), initial=0.0))
    ends = list(map(add, starts, widths))
    count = len(words)
    lines: list[Broken] = []
    start = 0
    reach = first_room + _EPSILON
    while start < count:
        origin = starts[start]
        end = max(bisect_right(ends, origin + reach, start), start + 1)
        lines.append((words[start:end], ends[end - 1] - origin, end == count))
        start = end
        reach = room + _EPSILON
    return lines or [((), 0.0, True)]


def _narrow(words: tuple[Word, ...], room: float) -> Iterable[Word]:
    for word in words:
        if word.width > room + _EPSILON:
            yield from torn(word, room)
        else:
            yield word


def balanced_room(words: tuple[Word, ...], room: float) -> float:
    """The smallest room (1/1000 em) that needs no more lines: centred lines of like length."""
    return room_for(words, len(break_line(words, room, room)), room)


def room_for(words: tuple[Word, ...], lines: int, most: float) -> float:
    """About the smallest room (1/1000 em) up to ``most`` in which words take ``lines`` lines."""
    low = max(map(_width, words), default=0.0)
    if lines < 2 or low >= most:
        return most
    high = most
    while high - low > most / 64:
        middle = (low + high) / 2
        if len(break_line(words, middle, middle)) > lines:
            low = middle
        else:
            high = middle
    return high


def stretched(line: Broken, room: float) -> Stretch | None:
    """How to justify a line to ``room`` (1/1000 em): spaces first, then glyphs, then gaps."""
    words, width, ends = line
    rest = room - width
    if ends or rest <= 0 or not words:
        return None
    *inner, last = words
    spaces = sum(word.spaces + word.inner_spaces for word in inner) + last.inner_spaces
    clusters = sum(word.clusters + word.spaces for word in inner) + last.clusters
    space = min(_WIDEST_SPACE, rest / spaces) if spaces else 0.0
    rest -= space * spaces
    scale = 1.0
    if rest > _EPSILON:
        share = min(_WIDEST_GLYPH, rest / width)
        scale += share
        rest -= width * share
    gap = min(_WIDEST_GAP, rest / (clusters - 1)) if rest > _EPSILON and clusters > 1 else 0.0
    # What is added between glyphs is drawn through the same scale as the glyphs.
    return Stretch(space / scale, scale, gap / scale)


def offset(align: Align, width: float, room: float) -> float:
    """How far right of its room's left edge a line of this width starts (same unit)."""
    if align is Align.CENTER:
        return max((room - width) / 2, 0.0)
    if align is Align.RIGHT:
        return max(room - width, 0.0)
    return 0.0
