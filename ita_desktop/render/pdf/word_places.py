"""Where words stand on the pages of a finished PDF: looked for in what PDFium reads of them.

Pages print other digits than were typed, break lines, and may hold only a part of a text; so
letters are compared without spaces and with one kind of digits, first in all of their passage, then
in as much of it as stands around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.model.findings import Spot
from ita_desktop.render.output import Anchor
from ita_desktop.render.pdfium import ONE_AT_A_TIME
from ita_desktop.thai.digits import to_arabic

if TYPE_CHECKING:
    import pypdfium2

_AROUND = (40, 20, 10, 5)
"""Letters before and behind the words that tell them from others, the most first."""

_SLACK = 1.5
"""Points by which ink may stand out of its anchor."""


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of one line: page from 0, points from the left and upper edge of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to be looked for where their field stands."""

    spot: Spot
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter as it is compared, the line it stands on, and its ink."""

    sign: str
    line: int
    box: Box


def word_boxes(
    data: bytes, wanted: Sequence[Wanted], cancelled: Callable[[], bool] = lambda: False
) -> list[tuple[Box, ...]]:
    """For each of ``wanted`` the boxes of its words, one a line; none where they are not found.
    A text may begin on one page and go on on the next.

    Once ``cancelled`` comes true what is left is not looked for.
    """
    import pypdfium2

    read: list[list[_Letter]] = [[] for _ in wanted]
    pages = sorted({anchor.page for one in wanted for anchor in one.anchors})
    if not pages:
        return [() for _ in wanted]
    with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(data)) as document:
        for page in pages:
            if cancelled():
                break
            letters = _letters(document, page)
            for place, one in enumerate(wanted):
                here = {anchor for anchor in one.anchors if anchor.page == page}
                read[place] += [
                    letter for letter in letters if any(_inside(letter.box, a) for a in here)
                ]
    return [tuple(_boxes(letters, one.spot)) for letters, one in zip(read, wanted, strict=True)]


def _letters(document: pypdfium2.PdfDocument, number: int) -> list[_Letter]:
    """What PDFium reads on a page, in reading order, without spaces."""
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        height = page.get_height()
        read: str = text.get_text_range()
        line = 0
        letters: list[_Letter] = []
        for place, sign in enumerate(read):
            if sign == "\n":
                line += 1
            elif sign.isprintable() and not sign.isspace():
                left, low, right, high = text.get_charbox(place)
                box = Box(number, left, height - high, right, height - low)
                letters.append(_Letter(_plain(sign), line, box))
        return letters


def _plain(text: str) -> str:
    return to_arabic(text).casefold()


def _inside(box: Box, anchor: Anchor) -> bool:
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return (
        anchor.top - _SLACK <= down <= anchor.bottom + _SLACK
        and anchor.left - _SLACK <= across <= anchor.right + _SLACK
    )


def _boxes(letters: Sequence[_Letter], spot: Spot) -> Iterator[Box]:
    before, words, after = (
        _squeezed(one)
        for one in (
            spot.passage[: spot.start],
            spot.words,
            spot.passage[spot.end :],
        )
    )
    read = "".join(letter.sign for letter in letters)
    for start in _starts(read, before, words, after):
        lines: dict[tuple[int, int], list[Box]] = {}
        for letter in letters[start : start + len(words)]:
            lines.setdefault((letter.box.page, letter.line), []).append(letter.box)
        for boxes in lines.values():
            yield Box(
                boxes[0].page,
                min(box.left for box in boxes),
                min(box.top for box in boxes),
                max(box.right for box in boxes),
                max(box.bottom for box in boxes),
            )


def _squeezed(text: str) -> str:
    return "".join(sign for sign in _plain(text) if sign.isprintable() and not sign.isspace())


def _starts(read: str, before: str, words: str, after: str) -> list[int]:
    """Where the words begin in what was read; empty where it is not sure."""
    if not words:
        return []
    for context in _contexts(before, words, after):
        lead, sought = context
        if found := _all(read, sought):
            return [at + lead for at in found]
    alone = _all(read, words)
    return alone if len(alone) == 1 else []


def _contexts(before: str, words: str, after: str) -> Iterator[tuple[int, str]]:
    """The words within more and less of what stands around them, and how much leads them in."""
    yield len(before), f"{before}{words}{after}"
    for most in _AROUND:
        lead, rest = before[-most:], after[:most]
        if lead and rest:
            yield len(lead), f"{lead}{words}{rest}"
    for most in _AROUND:
        if lead := before[-most:]:
            yield len(lead), f"{lead}{words}"
        if rest := after[:most]:
            yield 0, f"{words}{rest}"


def _all(text: str, sought: str) -> list[int]:
    found: list[int] = []
    at = text.find(sought)
    while at >= 0:
        found.append(at)
        at = text.find(sought, at + len(sought))
    return found
