"""What stands on a page beside its text: its number, and how the next page begins."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.documents import saraban
from ita_desktop.documents.blocks import BODY_SIZE, PageNumbers
from ita_desktop.render.pdf.frame import Frame
from ita_desktop.render.pdf.ink import PageInk
from ita_desktop.render.pdf.lines import Line, words_width
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter
from ita_desktop.render.pdf.words import Word
from ita_desktop.thai.digits import to_thai

_PAGINATION = "/Type/Pagination"
_CATCH_WORDS = 3
"""Words of the next page that a catch-word holds, at most."""
_SHORT_WORDS = 8
"""Characters that two words must have to be enough."""
_LONGEST = 40
"""Characters after which not even a third word is added."""


def show_number(
    ink: PageInk, setter: Setter, frame: Frame, numbers: PageNumbers, number: int, *, thai: bool
) -> None:
    """The number of a page at its top, centred: ``- ๒ -``."""
    if numbers is PageNumbers.NONE:
        return
    inside = numbers is PageNumbers.IN_MARGIN
    baseline = saraban.MARGIN_NUMBER_BASELINE if inside else saraban.NUMBER_BASELINE
    words = f"- {number_text(number, thai=thai)} -"
    _show_centred(ink, setter, frame, words, baseline * POINTS_PER_MM)


def show_number_through(
    ink: PageInk, setter: Setter, frame: Frame, number: int, *, thai: bool
) -> None:
    """The number of a page of a whole volume, centred at its foot."""
    baseline = frame.height - saraban.FOOT_NUMBER_BASELINE * POINTS_PER_MM
    _show_centred(ink, setter, frame, number_text(number, thai=thai), baseline)


def number_text(number: int, *, thai: bool) -> str:
    """A number in the document's digits."""
    return to_thai(str(number)) if thai else str(number)


def _show_centred(ink: PageInk, setter: Setter, frame: Frame, text: str, baseline: float) -> None:
    words = setter.measurer.plain(text)
    left = frame.middle - words_width(words) * BODY_SIZE / 2000
    ink.artifact(_PAGINATION)
    ink.words(words, BODY_SIZE, left, baseline)
    ink.end()


def show_catch_word(ink: PageInk, setter: Setter, frame: Frame, opening: Line) -> None:
    """How the next page begins, at the foot of this one: ``/ความเห็นรองปลัด...``

    It stands on the last line of the text area, of which ``frame`` keeps the last lines free.
    """
    metrics = setter.metrics
    foot = frame.bottom + saraban.CATCH_WORD_LINES * metrics.leading * BODY_SIZE
    baseline = foot - (metrics.leading - metrics.ascent) * BODY_SIZE
    words = setter.measurer.plain(f"/{catch_words(opening)}...")
    ink.artifact(_PAGINATION)
    ink.words(words, BODY_SIZE, frame.right - words_width(words) * BODY_SIZE / 1000, baseline)
    ink.end()


def catch_words(opening: Line) -> str:
    """The first two or three words of a line, its label before them."""
    label = "".join(_texts(opening.label.words)) + " " if opening.label else ""
    taken = ""
    for count, word in enumerate(_texts(opening.words)):
        enough = count == _CATCH_WORDS or (count > 1 and len(taken.strip()) >= _SHORT_WORDS)
        if count and (enough or len(taken + word) > _LONGEST):
            break
        taken += word
    return (label + taken).strip().lstrip("-–• ")


def _texts(words: tuple[Word, ...]) -> Iterator[str]:
    """Each word with the white after it."""
    for word in words:
        yield word.text + " " * word.spaces
