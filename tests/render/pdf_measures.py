"""A finished PDF measured with other people's tools: letters and pictures by PDFium, lines by
pikepdf. Lengths are millimetres from the paper's upper left corner, sizes points."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@dataclass(frozen=True)
class Letter:
    """One letter: where it begins, where its advance ends, its baseline, its type."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class Words:
    """The letters of one baseline, from left to right, without white at either end."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def left(self) -> float:
        return self.letters[0].left

    @property
    def right(self) -> float:
        return max(letter.right for letter in self.letters)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        return self.letters[0].baseline

    @property
    def size(self) -> float:
        return self.letters[0].size

    @property
    def bold(self) -> bool:
        return "Bold" in self.letters[0].font

    def starting(self, text: str) -> Words:
        """The words from where this text begins."""
        place = self.text.index(text)
        at = 0
        for index, letter in enumerate(self.letters):
            if at >= place:
                return Words(self.letters[index:])
            at += len(letter.text)
        raise ValueError(text)


@dataclass(frozen=True)
class Box:
    """A picture or a line."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def words_on(data: bytes, page: int = 0) -> list[Words]:
    """Everything written on a page, one entry a baseline and font size, from top to bottom."""
    letters = sorted(_letters(data, page), key=lambda each: (round(each.baseline, 1), each.left))
    lines = (tuple(group) for _, group in groupby(letters, key=lambda e: round(e.baseline, 1)))
    return [Words(line) for line in (_trimmed(line) for line in lines) if line]


def line_with(data: bytes, text: str, page: int = 0) -> Words:
    """The words of a page from where this text begins on its line."""
    for words in words_on(data, page):
        if text in words.text:
            return words.starting(text)
    raise AssertionError(f"{text!r} is not on page {page + 1}")


def _trimmed(line: tuple[Letter, ...]) -> tuple[Letter, ...]:
    shown = [at for at, letter in enumerate(line) if letter.text.strip()]
    return line[shown[0] : shown[-1] + 1] if shown else ()


def _letters(data: bytes, page: int) -> Iterator[Letter]:
    document = pypdfium2.PdfDocument(data)
    try:
        target = document[page]
        height = target.get_height()
        text = target.get_textpage()
        for at in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, at)
            if pdfium.FPDFText_IsGenerated(text, at) == 1 or code in (0, 10, 13):
                continue
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(text, at, x, y)
            box = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(text, at, box)
            name = ctypes.create_string_buffer(128)
            pdfium.FPDFText_GetFontInfo(text, at, name, 128, ctypes.c_int())
            yield Letter(
                chr(code),
                x.value / MM,
                max(box.right, x.value) / MM,
                (height - y.value) / MM,
                pdfium.FPDFText_GetFontSize(text, at),
                name.value.decode(),
            )
    finally:
        document.close()


def pictures_on(data: bytes, page: int = 0) -> list[Box]:
    """The pictures of a page."""
    document = pypdfium2.PdfDocument(data)
    try:
        target = document[page]
        height = target.get_height()
        found = []
        for each in target.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
            left, low, right, high = each.get_bounds()
            found.append(Box(left / MM, (height - high) / MM, right / MM, (height - low) / MM))
        return found
    finally:
        document.close()


def strokes_on(data: bytes, page: int = 0) -> list[tuple[Box, tuple[float, ...]]]:
    """The straight lines of a page, each with its pattern: empty for an unbroken one."""
    found: list[tuple[Box, tuple[float, ...]]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        target = pdf.pages[page]
        height = float(target.MediaBox[3])
        pattern: tuple[float, ...] = ()
        kept: list[tuple[float, ...]] = []
        start = (0.0, 0.0)
        for operands, operator in pikepdf.parse_content_stream(target):
            match str(operator):
                case "q":
                    kept.append(pattern)
                case "Q":
                    pattern = kept.pop()
                case "d":
                    pattern = tuple(float(part) for part in operands[0])
                case "m":
                    start = (float(operands[0]), float(operands[1]))
                case "l":
                    end = (float(operands[0]), float(operands[1]))
                    xs, ys = sorted((start[0], end[0])), sorted((start[1], end[1]))
                    edges = (xs[0], height - ys[1], xs[1], height - ys[0])
                    found.append((Box(*(edge / MM for edge in edges)), pattern))
    return found


def dotted_on(data: bytes, page: int = 0) -> list[Box]:
    """The dotted lines of a page, from top to bottom."""
    dotted = [box for box, pattern in strokes_on(data, page) if pattern and pattern[0] == 0]
    return sorted(dotted, key=lambda box: (box.top, box.left))
