"""Where words stand on the pages of a finished PDF: looked for in what PDFium reads of them.

Pages print other digits than were typed, break lines, and may hold only a part of a text; so
letters are compared without spaces and with one kind of digits, first in all of their passage, then
in as much of it as stands around them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
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

_NONE = 1_000
"""The rank of words that were not found."""

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


def word_boxes(
    data: bytes, wanted: Sequence[Wanted], cancelled: Callable[[], bool] = lambda: False
) -> list[tuple[Box, ...]]:
    """For each of ``wanted`` the boxes of its words, one a line; none where they are not found.

    Once ``cancelled`` comes true what is left is not looked for.
    """
    import pypdfium2

    if not any(one.anchors for one in wanted):
        return [() for _ in wanted]
    with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(data)) as document:
        found = _on_one_page(document, wanted, cancelled)
        unsure = [at for at, (rank, _) in enumerate(found) if rank and _more(wanted[at], rank)]
        over = _over_pages(document, [wanted[at] for at in unsure], cancelled)
    better = dict(zip(unsure, over, strict=True))
    return [tuple(better.get(at) or boxes) for at, (_, boxes) in enumerate(found)]


class _Page:
    """What PDFium reads on one page: its letters in reading order, without spaces. Where the ink of
    one lies is only asked for where that matters, which is slow."""

    def __init__(self, number: int, height: float, text: pypdfium2.PdfTextPage) -> None:
        self._number = number
        self._height = height
        self._text = text
        read: str = text.get_text_range()
        plain = _plain(read)
        held = [at for at, sign in enumerate(read) if sign.isprintable() and not sign.isspace()]
        self._places = held
        self.read = "".join([plain[at] for at in held])
        ends = [at for at, sign in enumerate(read) if sign == "\n"]
        self._lines = [bisect_right(ends, at) for at in held]

    def box(self, letter: int) -> Box:
        """Where a letter stands."""
        left, low, right, high = self._text.get_charbox(self._places[letter])
        return Box(self._number, left, self._height - high, right, self._height - low)

    def boxes(self, start: int, end: int) -> list[tuple[int, Box]]:
        """Where letters stand, each with its line."""
        return [(self._lines[at], self.box(at)) for at in range(start, end)]


@contextmanager
def _opened(document: pypdfium2.PdfDocument, number: int) -> Iterator[_Page]:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        yield _Page(number, page.get_height(), text)


def _on_one_page(
    document: pypdfium2.PdfDocument, wanted: Sequence[Wanted], cancelled: Callable[[], bool]
) -> list[tuple[int, list[Box]]]:
    """Words that stand on one page with as much around them as any page has; 0 before those whose
    whole passage is there, more the less of it is."""
    best: list[tuple[int, list[Box]]] = [(_NONE, []) for _ in wanted]
    for number, those in sorted(_by_page(wanted).items()):
        if cancelled():
            break
        with _opened(document, number) as page:
            for at in those:
                rank, boxes = best[at]
                for here, words in _ranked(page, wanted[at], number):
                    if here < rank:
                        rank, boxes = here, []
                    if here == rank:
                        boxes = [*boxes, *words]
                best[at] = rank, boxes
    return [(rank, list(dict.fromkeys(boxes))) for rank, boxes in best]


def _more(one: Wanted, rank: int) -> bool:
    """Whether to look over all pages at once for words found with such a rank."""
    return rank == _NONE or len({anchor.page for anchor in one.anchors}) > 1


def _ranked(page: _Page, one: Wanted, number: int) -> Iterator[tuple[int, list[Box]]]:
    """Where the words stand on a page inside their anchors, with the rank of what told them."""
    before, words, after = _parts(one.spot)
    anchors = [anchor for anchor in one.anchors if anchor.page == number]
    for rank, (lead, sought) in enumerate(_contexts(before, words, after)):
        inside = False
        for at in _all(page.read, sought):
            boxes = page.boxes(at + lead, at + lead + len(words))
            if all(any(_inside(box, anchor) for anchor in anchors) for _, box in boxes):
                inside = True
                yield rank, list(_lines(boxes))
        if inside:
            return


def _over_pages(
    document: pypdfium2.PdfDocument, wanted: Sequence[Wanted], cancelled: Callable[[], bool]
) -> list[list[Box]]:
    """Words that go on on another page, or that only stand out in what their anchors hold."""
    read = ["" for _ in wanted]
    held: list[list[tuple[int, Box]]] = [[] for _ in wanted]
    for number, those in sorted(_by_page(wanted).items()):
        if cancelled():
            break
        with _opened(document, number) as page:
            letters = page.boxes(0, len(page.read))
            for at in those:
                anchors = [anchor for anchor in wanted[at].anchors if anchor.page == number]
                for sign, letter in zip(page.read, letters, strict=True):
                    if any(_inside(letter[1], anchor) for anchor in anchors):
                        read[at] += sign
                        held[at].append(letter)
    found: list[list[Box]] = []
    for at, one in enumerate(wanted):
        before, words, after = _parts(one.spot)
        starts = _starts(read[at], before, words, after)
        found.append([box for s in starts for box in _lines(held[at][s : s + len(words)])])
    return found


def _by_page(wanted: Sequence[Wanted]) -> dict[int, list[int]]:
    """Which of ``wanted`` have anchors on which page."""
    found: dict[int, list[int]] = {}
    for at, one in enumerate(wanted):
        for page in {anchor.page for anchor in one.anchors}:
            found.setdefault(page, []).append(at)
    return found


def _lines(letters: Sequence[tuple[int, Box]]) -> Iterator[Box]:
    """One box for each line."""
    lines: dict[tuple[int, int], list[Box]] = {}
    for line, box in letters:
        lines.setdefault((box.page, line), []).append(box)
    for boxes in lines.values():
        yield Box(
            boxes[0].page,
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )


def _plain(text: str) -> str:
    """The text with one kind of digits and no capitals, letter for letter."""
    plain = to_arabic(text).casefold()
    return plain if len(plain) == len(text) else to_arabic(text)


def _inside(box: Box, anchor: Anchor) -> bool:
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return (
        anchor.top - _SLACK <= down <= anchor.bottom + _SLACK
        and anchor.left - _SLACK <= across <= anchor.right + _SLACK
    )


def _parts(spot: Spot) -> tuple[str, str, str]:
    """The passage before the words, the words, and what comes behind, as pages are read."""
    passage = spot.passage
    return (
        _squeezed(passage[: spot.start]),
        _squeezed(spot.words),
        _squeezed(passage[spot.end :]),
    )


def _squeezed(text: str) -> str:
    return "".join(sign for sign in _plain(text) if sign.isprintable() and not sign.isspace())


def _starts(read: str, before: str, words: str, after: str) -> list[int]:
    """Where the words begin in what was read; empty where it is not sure."""
    if not words:
        return []
    for lead, sought in _contexts(before, words, after):
        if found := _all(read, sought):
            return [at + lead for at in found]
    alone = _all(read, words)
    return alone if len(alone) == 1 else []


def _contexts(before: str, words: str, after: str) -> Iterator[tuple[int, str]]:
    """The words within more and less of what stands around them, and how much leads them in."""
    if not words:
        return
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
