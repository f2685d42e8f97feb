"""The words of a Word file as a reader sees them: changes accepted, numbers written out.

What is deleted or moved away is left out, what is inserted stays; text boxes, pictures and notes
are left out, they belong to no cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ita_desktop.exchange.tables import indented
from ita_desktop.exchange.word_numbers import WordNumbers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = (
    "del",
    "moveFrom",
    "drawing",
    "pict",
    "object",
    "rPr",
    "pPr",
    "sdtPr",
    "tblPr",
    "instrText",
)
_SYMBOLS = {0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0xA8: "□", 0x6F: "□", 0xA7: "-", 0xB7: "-", 0xD8: "-"}
"""Marks of Wingdings and Symbol by their place, as met in tables of offices."""

_LEADING_TAB = 720.0
"""Twips from one of Word's tabs to the next, where nothing else is set."""


@dataclass(frozen=True, slots=True)
class WordText:
    """Reads cells and paragraphs; each paragraph must be read once and in order, for its number."""

    numbers: WordNumbers

    def cell(self, container: Any) -> str:
        """The lines of a cell, spaces before those set deeper."""
        lines = [line for one in blocks(container) for line in self._block(one)]
        return indented([(depth, words) for depth, words in lines if words.strip()])

    def paragraph(self, paragraph: Any) -> str:
        """A paragraph on one line."""
        return " ".join(words for _, words in self._paragraph(paragraph)).strip()

    def _block(self, block: Any) -> Iterator[tuple[float, str]]:
        if block.tag == f"{W}p":
            yield from self._paragraph(block)
            return
        for row in table_rows(block):  # a table inside a cell: a line for each of its rows
            cells = (self.cell(cell) for cell in row_cells(row))
            said = (" ".join(cell.split("\n")).strip() for cell in cells)
            yield 0.0, " ".join(filter(None, said))

    def _paragraph(self, paragraph: Any) -> Iterator[tuple[float, str]]:
        label = self.numbers.label(paragraph)
        words = "".join(_said(paragraph))
        if not words.strip():
            # A number alone is said only where it stands for itself, as in a column of numbers.
            if label.text not in ("", "-"):
                yield label.depth or 0.0, label.text
            return
        first, *others = words.split("\n")
        tabs = len(first) - len(first.lstrip("\t")) if not label.text else 0
        depth = (label.depth or 0.0) + tabs * _LEADING_TAB
        lead = f"{label.text} " if label.text else ""
        yield depth, lead + (first.lstrip() if lead else first.lstrip("\t"))
        yield from ((depth, one) for one in others)


def blocks(container: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body or cell, those inside content controls too."""
    for one in container:
        if one.tag in (f"{W}p", f"{W}tbl"):
            yield one
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from blocks(one)


def table_rows(table: Any) -> Iterator[Any]:
    """The rows of a table that are not deleted."""
    for one in table:
        if one.tag == f"{W}tr":
            properties = one.find(f"{W}trPr")
            if properties is None or properties.find(f"{W}del") is None:
                yield one
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from table_rows(one)


def row_cells(row: Any) -> Iterator[Any]:
    """The cells of a row."""
    for one in row:
        if one.tag == f"{W}tc":
            yield one
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from row_cells(one)


def _said(element: Any) -> Iterator[str]:
    """The words of a paragraph; a line break is ``\\n``, a tab ``\\t``."""
    for one in element:
        name = one.tag.removeprefix(W) if isinstance(one.tag, str) else ""
        if name in _GONE:
            continue
        if name == "t":
            yield one.text or ""
        elif name == "tab":
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            yield _symbol(one.get(f"{W}char", ""))
        elif name.startswith("{http://schemas.openxmlformats.org/markup-compatibility"):
            # Two ways to say the same: both are pictures or text boxes where they differ.
            continue
        else:
            yield from _said(one)


def _symbol(code: str) -> str:
    try:
        return _SYMBOLS.get(int(code, 16) & 0xFF, "")
    except ValueError:
        return ""
