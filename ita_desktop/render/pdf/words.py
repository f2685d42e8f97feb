"""Runs of text → measured words: what a line is filled with.

A word is a stretch that a line does not tear, measured in 1/1000 em so that one measure serves
every size. It may change style in its middle and take single characters from a fallback font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from ita_desktop.documents.blocks import Run, Text
from ita_desktop.render.pdf.font import ClusterFont, FontFamily
from ita_desktop.thai.words import Breaker, Segment, emergency_parts

Ink = tuple[tuple[ClusterFont, bytes], ...]
"""Codes to show, font by font, two bytes a code."""

_UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00a0\u00ad\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_WHITE = (
    "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"


_KEPT_WORDS = 200_000


class Word(NamedTuple):
    """A measured stretch and the white after it; widths in 1/1000 em."""

    width: float
    gap: float
    """Width of the spaces after the word, which a line's end swallows."""
    ink: Ink
    gap_ink: Ink
    spaces: int
    """How many spaces the gap holds."""
    inner_spaces: int
    """Spaces inside the word (พ.ศ. ๒๕๖๙), which may be stretched but not broken."""
    clusters: int
    text: str
    font: ClusterFont | None
    """The font of all its codes and its gap's, if it is one."""
    codes: bytes
    """The codes of ink and gap, one after the other."""


class MeasuredText(NamedTuple):
    """Text between forced line breaks as words, and what no font can print."""

    lines: tuple[tuple[Word, ...], ...]
    missing: str
    """Characters without a glyph, each once, in the order of the text."""


def clean(text: str) -> str:
    """The text as paper can show it: no control characters, no half characters.

    Tabs and odd spaces become spaces, every kind of line end a newline; a lone surrogate, which is
    half a character, becomes U+FFFD, which is then reported like any missing character.
    """
    if _UNPRINTABLE.search(text) is None:
        return text
    return _UNPRINTABLE.sub(_printable, text.replace("\r\n", "\n").replace("\r", "\n"))


def _printable(match: re.Match[str]) -> str:
    character = match.group()
    if character in _WHITE:
        return " "
    if character in _LINE_ENDS:
        return "\n"
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""


class Measurer:
    """Turns runs into measured words, remembering every word it has met in each style."""

    def __init__(self, family: FontFamily, breaker: Breaker) -> None:
        self._family = family
        self._breaker = breaker
        self._known: dict[tuple[bool, bool], dict[int, Word]] = {}
        self._held: list[Segment] = []
        self._absent: dict[str, str] = {}

    def measure(self, runs: Text) -> MeasuredText:
        """The words of a paragraph, one tuple for each forced line."""
        runs = tuple(Run(clean(run.text), run.bold, run.italic) for run in runs if run.text)
        if len({(run.bold, run.italic) for run in runs}) <= 1:
            bold, italic = (runs[0].bold, runs[0].italic) if runs else (False, False)
            whole = "".join(run.text for run in runs)
            lines = tuple(self.plain(line, bold, italic) for line in whole.split("\n"))
        else:
            lines = tuple(self._mixed(line) for line in _forced_lines(runs))
        if len(lines) > 1:
            lines = (*(self._spaced(line) for line in lines[:-1]), lines[-1])
        return MeasuredText(lines, self._missing(lines))

    def _spaced(self, line: tuple[Word, ...]) -> tuple[Word, ...]:
        """A forced line with a space at its end, so that whoever reads on hears two words."""
        if not line or line[-1].spaces:
            return line
        *others, last = line
        gap, gap_ink = self._spaces(1, bold=False, italic=False)
        spaced = _word(last.width, gap, last.ink, gap_ink, 1, last.clusters, last.text)
        return (*others, spaced)

    def missing_in(self, text: str) -> str:
        """Characters of a text without a glyph, each once."""
        return "".join(dict.fromkeys(self._family.missing(clean(text))))

    def read(self, runs: Text) -> None:
        """Find the words of a paragraph, ahead of measuring them."""
        for line in clean("".join([run.text for run in runs])).split("\n"):
            self._breaker.segments(line)

    def plain(self, line: str, bold: bool = False, italic: bool = False) -> tuple[Word, ...]:
        """The words of one line in one style."""
        known = self._known.get((bold, italic))
        if known is None:
            known = self._known[bold, italic] = {}
        segments = self._breaker.segments(line)
        words = list(map(known.get, map(id, segments)))
        if not all(words):
            self._learn(known, segments, bold, italic)
            words = list(map(known.get, map(id, segments)))
        return cast(tuple[Word, ...], tuple(words))

    def _learn(
        self, known: dict[int, Word], segments: tuple[Segment, ...], bold: bool, italic: bool
    ) -> None:
        """Measure segments. Found again by identity, which is quick and safe as they are held."""
        if len(known) > _KEPT_WORDS:
            known.clear()
            self._held.clear()
            self._known = {(bold, italic): known}
        for segment in segments:
            if id(segment) not in known:
                run = Run(segment.text, bold, italic)
                known[id(segment)] = self._word((run,), segment.spaces)
                self._held.append(segment)

    def _mixed(self, runs: Text) -> tuple[Word, ...]:
        """The words of one line whose style changes, also in the middle of a word."""
        line = "".join(run.text for run in runs)
        words: list[Word] = []
        position = 0
        for segment in self._breaker.segments(line):
            start = max(line.find(segment.text, position), position)
            position = start + len(segment.text)
            words.append(self._word(tuple(_cut(runs, start, position)), segment.spaces))
        return tuple(words)

    def _word(self, runs: Text, spaces: int) -> Word:
        width, clusters = 0.0, 0
        ink: list[tuple[ClusterFont, bytes]] = []
        text = "".join(run.text for run in runs)
        for run in runs:
            for font, part in self._family.split(run.text, run.bold, run.italic):
                shaped = font.shape(part)
                width += shaped.width
                clusters += shaped.clusters
                ink.append((font, shaped.codes))
        bold, italic = (runs[-1].bold, runs[-1].italic) if runs else (False, False)
        gap, gap_ink = self._spaces(spaces, bold, italic)
        self._note_missing(text)
        return _word(width, gap, tuple(ink), gap_ink, spaces, clusters, text)

    def _spaces(self, count: int, bold: bool, italic: bool) -> tuple[float, Ink]:
        if not count:
            return 0.0, ()
        (font, _), *_ = self._family.split(" ", bold, italic)
        shaped = font.shape(" ")
        return shaped.width * count, ((font, shaped.codes * count),)

    def _note_missing(self, text: str) -> None:
        missing = "".join(dict.fromkeys(self._family.missing(text)))
        if missing:
            self._absent[text] = missing

    def _missing(self, lines: tuple[tuple[Word, ...], ...]) -> str:
        if not self._absent:
            return ""
        found = (self._absent.get(word.text, "") for line in lines for word in line)
        return "".join(dict.fromkeys("".join(found)))


def torn(word: Word, room: float) -> Iterator[Word]:
    """A word wider than ``room`` (1/1000 em) in pieces: where it hurts least, else by clusters."""
    clusters = list(_clusters(word))
    position = 0
    for part in emergency_parts(word.text):
        end, length = position, 0
        while end < len(clusters) and length < len(part):
            length += len(clusters[end].text)
            end += 1
        pieces = clusters[position:end]
        position = end
        if sum(piece.width for piece in pieces) > room:
            yield from pieces
        elif pieces:
            yield _joined(pieces)
    yield from clusters[position:]


def _joined(pieces: list[Word]) -> Word:
    """Clusters as one word again; spaces at its end become its gap."""
    body = list(pieces)
    while len(body) > 1 and body[-1].text == " ":
        body.pop()
    gap = pieces[len(body) :]
    return _word(
        sum(piece.width for piece in body),
        sum(piece.width for piece in gap) + pieces[-1].gap,
        tuple(ink for piece in body for ink in piece.ink),
        tuple(ink for piece in gap for ink in piece.ink) + pieces[-1].gap_ink,
        len(gap) + pieces[-1].spaces,
        len(body),
        "".join(piece.text for piece in body),
    )


def _word(
    width: float, gap: float, ink: Ink, gap_ink: Ink, spaces: int, clusters: int, text: str
) -> Word:
    shown = ink + gap_ink
    fonts = {font for font, _ in shown}
    font = fonts.pop() if len(fonts) == 1 else None
    codes = b"".join(codes for _, codes in shown)
    inner = text.count(" ")
    return Word(width, gap, ink, gap_ink, spaces, inner, clusters, text, font, codes)


def _clusters(word: Word) -> Iterator[Word]:
    """The clusters of a word as words of their own; marks stay with what carries them."""
    pieces: list[Word] = []
    for font, codes in word.ink:
        start, width, text = 0, 0.0, ""
        for at in range(0, len(codes), 2):
            code = int.from_bytes(codes[at : at + 2], "big")
            meaning = font.text_of(code)
            if at and not leans_back(meaning):
                pieces.append(_piece(font, codes[start:at], width, text))
                start, width, text = at, 0.0, ""
            width += font.advance(code)
            text += meaning
        pieces.append(_piece(font, codes[start:], width, text))
    if pieces:
        last = pieces[-1]
        pieces[-1] = _word(last.width, word.gap, last.ink, word.gap_ink, word.spaces, 1, last.text)
    yield from pieces


def _piece(font: ClusterFont, codes: bytes, width: float, text: str) -> Word:
    return _word(width, 0.0, ((font, codes),), (), 0, 1, text)


def leans_back(text: str) -> bool:
    """Whether a code's text belongs to the cluster before it: a mark, or the vowel ำ."""
    first = text[:1]
    return (
        first == "\u0e31"
        or "\u0e33" <= first <= "\u0e3a"
        or "\u0e47" <= first <= "\u0e4e"
        or "\u0300" <= first <= "\u036f"
    )


def _forced_lines(runs: Text) -> Iterator[Text]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.bold, run.italic))
        for other in others:
            yield tuple(line)
            line = [Run(other, run.bold, run.italic)]
    yield tuple(line)


def _cut(runs: Text, start: int, end: int) -> Iterator[Run]:
    """The runs between two places of their joined text."""
    position = 0
    for run in runs:
        first, last = max(start - position, 0), min(end - position, len(run.text))
        if first < last:
            yield Run(run.text[first:last], run.bold, run.italic)
        position += len(run.text)
