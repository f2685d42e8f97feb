"""Tables copied from Word, Excel or a browser, as rows of cleaned cells.

The HTML that these programs put on the clipboard knows merged cells and cells of several lines;
plain text with tabs is read where there is none.
"""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser

from ita_desktop.thai.text import clean

Rows = tuple[tuple[str, ...], ...]

_LINE_ENDS = ("p", "div", "br", "li")
_UNSEEN = ("style", "script", "title", "head")
_MOST_MERGED = 40
_DASHES = ("-", "–", "—", "−")


def read_table(text: str, html: str = "") -> Rows:
    """The rows of a pasted table, all of the same length; text without tabs is one column.

    Rows without any words are left out, and so are columns; a cell with nothing but a dash is
    empty. An HTML table wins over text.
    """
    rows = _from_html(html) if "<t" in html.lower() else []
    if not rows:
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        rows = _from_tabs(lines) if "\t" in lines else [[line] for line in lines.split("\n")]
    cleaned = [[_cell(cell) for cell in row] for row in rows]
    width = max((len(row) for row in cleaned), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in cleaned if any(row)]
    kept = [at for at in range(width) if any(row[at] for row in full)]
    return tuple(tuple(row[at] for at in kept) for row in full)


def _cell(words: str) -> str:
    cell = clean(words)
    return "" if cell in _DASHES else cell


def _from_tabs(text: str) -> list[list[str]]:
    """Excel puts cells of several lines into quotes; a lone quote elsewhere is only a quote."""
    if text.count('"') % 2 == 0:
        try:
            return list(csv.reader(text.splitlines(keepends=True), delimiter="\t"))
        except csv.Error:
            pass
    return [line.split("\t") for line in text.split("\n")]


def _from_html(html: str) -> list[list[str]]:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """Collects the cells of every table met; a merged cell stands in its first place."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._words: list[str] | None = None
        self._across = self._down = 1
        self._taken: dict[int, int] = {}
        """How many rows more a cell from above takes, by column."""
        self._unseen = 0
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._end_row()
            self._taken = {}
        elif tag == "tr":
            self._begin_row()
        elif tag in ("td", "th"):
            self._end_cell()
            if not self._open:
                self._begin_row()
            self._words = []
            self._across = _number(attrs, "colspan")
            self._down = _number(attrs, "rowspan")
        elif tag == "br" and self._words is not None:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("tr", "table"):
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in _LINE_ENDS and self._words is not None:
            self._words.append("\n")

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._unseen:
            self._words.append(re.sub(r"\s+", " ", data))

    def _begin_row(self) -> None:
        if self._open:
            self._end_row()
        self.rows.append([])
        self._open = True

    def _end_row(self) -> None:
        self._end_cell()
        if self._open:
            row = self.rows[-1]
            for column in range(len(row), max(self._taken, default=-1) + 1):
                self._taken[column] = self._taken.get(column, 0) - 1
                row.append("")
        self._open = False

    def _end_cell(self) -> None:
        if self._words is None:
            return
        lines = (re.sub(" +", " ", line).strip() for line in "".join(self._words).split("\n"))
        row = self.rows[-1]
        self._skip_taken(row)
        for column in range(len(row), len(row) + self._across):
            if self._down > 1:
                self._taken[column] = self._down - 1
        row.append("\n".join(line for line in lines if line))
        row.extend([""] * (self._across - 1))
        self._words = None

    def _skip_taken(self, row: list[str]) -> None:
        """Leave the places free that a cell from above takes."""
        while self._taken.get(len(row), 0) > 0:
            self._taken[len(row)] -= 1
            row.append("")


def _number(attrs: list[tuple[str, str | None]], name: str) -> int:
    value = next((value for key, value in attrs if key == name), None)
    return max(1, min(int(value), _MOST_MERGED)) if value and value.isdecimal() else 1
