"""Tables copied from Word, Excel or a browser, as rows of cleaned cells.

The HTML that these programs put on the clipboard knows cells of several lines; plain text with tabs
is read where there is none.
"""

from __future__ import annotations

import csv
from html.parser import HTMLParser

from ita_desktop.thai.text import clean

Rows = tuple[tuple[str, ...], ...]

_LINE_ENDS = ("p", "div", "br", "li")


def read_table(text: str, html: str = "") -> Rows:
    """The rows of a pasted table, all of the same length; text without tabs is one column.

    Rows without any words are left out. An HTML table wins over text.
    """
    rows = _from_html(html) if "<t" in html.lower() else []
    if not rows:
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        if "\t" in lines:
            rows = list(csv.reader(lines.splitlines(keepends=True), delimiter="\t"))
        else:
            rows = [[line] for line in lines.split("\n")]
    cleaned = [[clean(cell) for cell in row] for row in rows]
    width = max((len(row) for row in cleaned), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in cleaned if any(row))


def _from_html(html: str) -> list[list[str]]:
    reader = _TableReader()
    reader.feed(html)
    return reader.rows


class _TableReader(HTMLParser):
    """Collects the cells of every table met; a merged cell stands in its first place."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._words = []
            if not self.rows:
                self.rows.append([])
            across = next((value for name, value in attrs if name == "colspan"), None)
            self._across = int(across) if across and across.isdecimal() else 1
        elif tag == "br" and self._words is not None:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        elif tag in _LINE_ENDS and self._words is not None:
            self._words.append("\n")

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(" ".join(data.split()) if data.strip() else " ")

    def _end_cell(self) -> None:
        if self._words is not None:
            text = "".join(self._words)
            lines = [line.strip() for line in text.split("\n")]
            self.rows[-1].append("\n".join(line for line in lines if line))
            self.rows[-1].extend([""] * (min(self._across, 40) - 1))
            self._words = None
