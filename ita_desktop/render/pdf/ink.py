"""The content stream of one page: lines of text and rules as PDF operators.

Positions come in points right of and below the page's upper left corner; PDF counts upward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter

from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.lines import Label, Line, Stretch
from ita_desktop.render.pdf.words import Word, leans_back

_RULE_WIDTH = 0.5
_TOUCHING = 0.01
_FONT, _CODES = (itemgetter(Word._fields.index(name)) for name in ("font", "codes"))


class PageInk:
    """Collects what one page shows."""

    def __init__(self, height: float, in_document: Callable[[ClusterFont], FontInDocument]) -> None:
        self._height = height
        self._in_document = in_document
        self._text: list[str] = []
        self._font: tuple[ClusterFont, float] | None = None
        self._across: list[tuple[float, float, float]] = []
        self._down: dict[float, list[list[float]]] = {}

    def line(self, line: Line, x: float, y: float) -> None:
        """Show a line whose galley's corner stands at ``x``, ``y``."""
        up = self._height - y - line.baseline
        if line.label is not None:
            self._show_label(line.label, line.size, x, x + line.x, up)
        if not line.words:
            return
        if line.stretch is None:
            self._show_words(line.words, line.size, x + line.x, up)
        else:
            self._show_stretched(line.words, line.stretch, line.size, x + line.x, up)

    def _show_label(self, label: Label, size: float, x: float, end: float, up: float) -> None:
        """Show a list's label and one space as wide as the white up to the text at ``end``.

        Without it, readers take a label for a column of its own.
        """
        shown = tuple(_ink_of(label.words))
        if not shown:
            return
        start = x + label.x
        self._show(shown, size, start, up)
        *inner, last = label.words
        start += (sum(word.width + word.gap for word in inner) + last.width) * size / 1000
        font = shown[-1][0]
        space = font.shape(" ")
        wide = (end - start) / (space.width * size / 1000)
        if wide > 0:
            codes = self._in_document(font).written[space.codes]
            self._text.append(
                f"{self._select(font, size)}{wide * 100:.2f} Tz"
                f" 1 0 0 1 {start:.2f} {up:.2f} Tm({codes})Tj 100 Tz"
            )

    def words(self, words: tuple[Word, ...], size: float, x: float, y: float) -> None:
        """Show words with their baseline at ``y``."""
        self._show_words(words, size, x, self._height - y)

    def _show_words(self, words: tuple[Word, ...], size: float, x: float, up: float) -> None:
        font = words[0].font
        if font is None or len(set(map(_FONT, words))) > 1:
            self._show(_ink_of(words), size, x, up)
            return
        codes = list(map(_CODES, words))
        for _, gap in words[-1].gap_ink:
            codes[-1] = codes[-1][: -len(gap)]
        self._flush(font, size, f"1 0 0 1 {x:.2f} {up:.2f} Tm", codes)

    def _show(
        self, ink: Iterable[tuple[ClusterFont, bytes]], size: float, x: float, up: float
    ) -> None:
        move = f"1 0 0 1 {x:.2f} {up:.2f} Tm"
        codes: list[bytes] = []
        font: ClusterFont | None = None
        for each, part in ink:
            if each is not font:
                if codes and font is not None:
                    self._flush(font, size, move, codes)
                    move = ""
                    codes = []
                font = each
            codes.append(part)
        if codes and font is not None:
            self._flush(font, size, move, codes)

    def _flush(self, font: ClusterFont, size: float, move: str, codes: list[bytes]) -> None:
        shown = "".join(map(self._in_document(font).written.__getitem__, codes))
        self._text.append(f"{self._select(font, size)}{move}({shown})Tj")

    def _select(self, font: ClusterFont, size: float) -> str:
        if self._font == (font, size):
            return ""
        self._font = (font, size)
        return f"{self._in_document(font).name} {size:g} Tf "

    def _show_stretched(
        self, words: tuple[Word, ...], stretch: Stretch, size: float, x: float, up: float
    ) -> None:
        out = [f"{stretch.scale * 100:.3f} Tz", f"1 0 0 1 {x:.2f} {up:.2f} Tm"]
        font: ClusterFont | None = None
        array: list[str] = []
        added = 0.0
        begun = False
        for each, codes in _ink_of(words):
            if each is not font:
                if font is not None:
                    out.append("[" + "".join(array) + "]TJ")
                out.append(self._select(each, size))
                font, array = each, []
            for at in range(0, len(codes), 2):
                pair = codes[at : at + 2]
                text = each.text_of(int.from_bytes(pair, "big"))
                if begun and not leans_back(text):
                    added += stretch.gap
                    if added >= 0.5:
                        array.append(f"{-added:.0f}")
                    added = 0.0
                array.append(f"({self._in_document(each).written[pair]})")
                added = stretch.space if text == " " else 0.0
                begun = True
        out.append("[" + "".join(array).replace(")(", "") + "]TJ 100 Tz")
        self._text.append(" ".join(out))

    def across(self, left: float, right: float, y: float) -> None:
        """A rule from ``left`` to ``right``."""
        if self._across and self._across[-1][2] == y and self._across[-1][1] == left:
            left = self._across.pop()[0]
        self._across.append((left, right, y))

    def down(self, x: float, top: float, bottom: float) -> None:
        """A rule from ``top`` to ``bottom``; pieces that touch become one."""
        pieces = self._down.setdefault(x, [])
        for piece in reversed(pieces[-2:]):
            if piece[0] - _TOUCHING <= top <= piece[1] + _TOUCHING:
                piece[1] = max(piece[1], bottom)
                return
        pieces.append([top, bottom])

    def operators(self) -> list[str]:
        """The page's content."""
        height = self._height
        rules = [
            f"{left:.2f} {height - y:.2f} m {right:.2f} {height - y:.2f} l"
            for left, right, y in self._across
        ]
        rules += [
            f"{x:.2f} {height - top:.2f} m {x:.2f} {height - bottom:.2f} l"
            for x, pieces in self._down.items()
            for top, bottom in pieces
        ]
        content: list[str] = []
        if rules:
            content += [f"q {_RULE_WIDTH:g} w 2 J", *rules, "S Q"]
        if self._text:
            content += ["BT", *self._text, "ET"]
        return content


def _ink_of(words: tuple[Word, ...]) -> Iterable[tuple[ClusterFont, bytes]]:
    last = len(words) - 1
    for index, word in enumerate(words):
        yield from word.ink
        if word.gap_ink and index < last:
            yield from word.gap_ink
