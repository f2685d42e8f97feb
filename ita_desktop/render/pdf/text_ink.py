"""Lines of text as PDF operators.

The white at a line's end is shown too: whoever copies or hears the text gets two words there.

Positions come in points right of and below the page's upper left corner; PDF counts upward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter

from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.lines import Label, Line, Stretch
from ita_desktop.render.pdf.words import Word, leans_back

_FONT, _CODES = (itemgetter(Word._fields.index(name)) for name in ("font", "codes"))


class TextInk:
    """Collects the operators of one text object."""

    def __init__(self, height: float, in_document: Callable[[ClusterFont], FontInDocument]) -> None:
        self._height = height
        self._in_document = in_document
        self._text: list[str] = []
        self._font: tuple[ClusterFont, float] | None = None

    def label(self, line: Line, x: float, y: float) -> None:
        """Show what hangs in front of a line whose galley's corner stands at ``x``, ``y``."""
        if line.label is not None:
            up = self._height - y - line.baseline
            self._show_label(line.label, line.size, x, x + line.x, up)

    def line(self, line: Line, x: float, y: float) -> None:
        """Show a line without its label; its galley's corner stands at ``x``, ``y``."""
        if not line.words:
            return
        up = self._height - y - line.baseline
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
        self._show(shown, size, f"1 0 0 1 {start:.2f} {up:.2f} Tm")
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
        if words:
            self._show_words(words, size, x, self._height - y)

    def _show_words(self, words: tuple[Word, ...], size: float, x: float, up: float) -> None:
        font = words[0].font
        if font is None or len(set(map(_FONT, words))) > 1:
            self._show(_ink_of(words), size, f"1 0 0 1 {x:.2f} {up:.2f} Tm")
            return
        self._flush(font, size, f"1 0 0 1 {x:.2f} {up:.2f} Tm", list(map(_CODES, words)))

    def _show(self, ink: Iterable[tuple[ClusterFont, bytes]], size: float, move: str) -> None:
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


def _ink_of(words: tuple[Word, ...]) -> Iterable[tuple[ClusterFont, bytes]]:
    for word in words:
        yield from word.ink
        yield from word.gap_ink
