"""Tables of HTML as Word, Excel and browsers put it on the clipboard."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ita_desktop.exchange.tables import GridCell, indented
from ita_desktop.thai.text import clean

_BLOCKS = ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = ("style", "script", "title", "head", "del")
_MOST_MERGED = 40
_MOST_BEFORE = 6
_LENGTH = r"(?P<{}>-?[\d.]+)(?P<{}_unit>pt|px|in|cm|mm)"
_MARGIN = re.compile(r"margin-left:\s*" + _LENGTH.format("left", "left"), re.I)
_FIRST = re.compile(r"text-indent:\s*" + _LENGTH.format("left", "left"), re.I)
_TWIPS = (("pt", 20.0), ("px", 15.0), ("in", 1440.0), ("cm", 567.0), ("mm", 56.7))

Attrs = list[tuple[str, str | None]]


@dataclass
class HtmlTable:
    """One table met: its rows, how many of them its program calls headings, the words before it."""

    rows: list[list[GridCell]] = field(default_factory=list)
    headings: int = 0
    before: tuple[str, ...] = ()


def html_tables(html: str) -> list[HtmlTable]:
    """Every table of the HTML in order, a table inside a cell behind the one around it."""
    if "<t" not in html.lower():
        return []
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.tables


@dataclass
class _Lines:
    """The lines of a cell, or of what stands between tables; markers of lists written out."""

    lines: list[tuple[float, str]] = field(default_factory=list)
    words: str = ""
    depth: float = 0.0
    marker: str = ""
    """The number or bullet of the last item of a list."""

    lists: list[int] = field(default_factory=list)
    """The lists open here: the number of the last item, -1 for bullets."""

    def end_line(self) -> None:
        words = re.sub(" +", " ", self.words).strip(" ")
        if words:
            self.lines.append((self.depth, words))
        self.words = ""

    def begin_block(self, tag: str, attrs: Attrs) -> None:
        if self.marker and self.words.strip() == self.marker and tag in ("p", "div"):
            return  # the first paragraph of an item stands behind its number
        self.end_line()
        if tag in ("ul", "ol"):
            self.lists.append(-1 if tag == "ul" else int(_number(attrs, "start", 9999)) - 1)
        style = next((value or "" for key, value in attrs if key == "style"), "")
        deep = _twips(_MARGIN, style) + _twips(_FIRST, style)
        self.depth = 360.0 * max(0, len(self.lists) - 1) + (deep if tag != "li" else 0.0)
        if tag == "li" and self.lists:
            if self.lists[-1] < 0:
                self.marker = "-"
            else:
                self.lists[-1] += 1
                counted = [str(number) for number in self.lists if number >= 0]
                self.marker = ".".join(counted) + ("" if len(counted) > 1 else ".")
            self.words = f"{self.marker} "

    def end_block(self, tag: str) -> None:
        self.end_line()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        self.depth = 360.0 * max(0, len(self.lists) - 1)

    def text(self) -> str:
        self.end_line()
        return indented(self.lines)


@dataclass
class _Open:
    """A table being read."""

    table: HtmlTable
    taken: dict[int, int] = field(default_factory=dict)
    """How many rows more a cell from above takes, by column."""
    row: list[GridCell] | None = None
    cell: _Lines | None = None
    across: int = 1
    down: int = 1
    heads: bool = False
    """Whether ``<thead>`` is open."""


class _TableReader(HTMLParser):
    """Collects the cells of every table met."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[HtmlTable] = []
        self._open: list[_Open] = []
        self._between = _Lines()
        self._unseen = 0

    @property
    def _words(self) -> _Lines | None:
        return self._open[-1].cell if self._open else self._between

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        here = self._open[-1] if self._open else None
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._begin_table()
        elif tag == "thead" and here:
            here.heads = True
        elif tag == "tr":
            self._end_row()
            if not self._open:  # rows copied without their table
                self._begin_table()
            self._open[-1].row = []
        elif tag in ("td", "th"):
            self._begin_cell(attrs)
        elif tag == "br" and self._words is not None:
            self._words.end_line()
        elif tag in _BLOCKS and self._words is not None:
            self._words.begin_block(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            self._end_row()
            if self._open:
                self._open.pop()
            self._between = _Lines()
        elif tag == "thead" and self._open:
            self._end_row()
            here = self._open[-1]
            here.heads = False
            here.table.headings = len(here.table.rows)
        elif tag == "tr":
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in _BLOCKS and self._words is not None:
            self._words.end_block(tag)

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._unseen:
            self._words.words += re.sub(r"\s+", " ", data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._end_row()
            self._open.pop()

    def _begin_table(self) -> None:
        if self._words is not None:
            self._words.end_line()
        said = [clean(words) for _, words in self._between.lines]
        table = HtmlTable(before=tuple(filter(None, said))[-_MOST_BEFORE:])
        self.tables.append(table)
        self._open.append(_Open(table))

    def _begin_cell(self, attrs: Attrs) -> None:
        self._end_cell()
        if not self._open:
            self._begin_table()
        here = self._open[-1]
        if here.row is None:
            here.row = []
        here.cell = _Lines()
        here.across, here.down = _number(attrs, "colspan"), _number(attrs, "rowspan")

    def _end_cell(self) -> None:
        here = self._open[-1] if self._open else None
        if here is None or here.cell is None or here.row is None:
            return
        at = _fill(here)
        here.row.append(GridCell(here.cell.text(), at, here.across))
        if here.down > 1:
            for column in range(at, at + here.across):
                here.taken[column] = here.down - 1
        here.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        here = self._open[-1] if self._open else None
        if here is None or here.row is None:
            return
        while True:
            at = _fill(here)
            following = [column for column, rows in here.taken.items() if rows > 0 and column >= at]
            if not following:
                break
            for column in range(at, min(following)):
                here.row.append(GridCell("", column))
        here.table.rows.append(here.row)
        here.row = None


def _fill(here: _Open) -> int:
    """Set the cells that go on from above where the row stands; the first place that is free."""
    assert here.row is not None
    at = here.row[-1].at + here.row[-1].across if here.row else 0
    while here.taken.get(at, 0) > 0:
        here.taken[at] -= 1
        here.row.append(GridCell("", at, from_above=True))
        at += 1
    return at


def _number(attrs: Attrs, name: str, most: int = _MOST_MERGED) -> int:
    value = next((value for key, value in attrs if key == name), None)
    return max(1, min(int(value), most)) if value and value.isdecimal() else 1


def _twips(pattern: re.Pattern[str], style: str) -> float:
    match = pattern.search(style)
    if match is None:
        return 0.0
    try:
        return float(match["left"]) * dict(_TWIPS)[match["left_unit"].lower()]
    except ValueError:
        return 0.0
