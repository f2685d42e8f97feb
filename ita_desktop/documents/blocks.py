"""The closed set of blocks that every document is made of.

A document is a frozen value: it is described here and drawn elsewhere. Renderers turn blocks into
PDF, Word or plain text; each has one ``case`` per block. Lengths are millimetres, type sizes are
points of TH Sarabun, unless a name says otherwise. All text is final: digits are converted and
list labels are written out before a renderer sees them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

BODY_SIZE = 16.0
"""Points of TH Sarabun: the size of official correspondence, unless a block says otherwise."""


class Align(Enum):
    """Where the lines of a paragraph stand. ``THAI`` is ไทยกระจาย, for wide paragraphs only."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    THAI = "thai"


class Orientation(Enum):
    """แนวกระดาษ"""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Source:
    """The record and field that a block shows: how the preview follows the form."""

    record_id: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. Newlines in ``text`` are forced line breaks."""

    text: str
    bold: bool = False
    italic: bool = False


Text: TypeAlias = tuple[Run, ...]


def text(*parts: str | Run) -> Text:
    """Runs from plain strings and runs; empty strings are left out."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in runs if run.text)


def bold(words: str) -> Run:
    """A run in bold."""
    return Run(words, bold=True)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """ย่อหน้า. Indents are from the left edge of the text area; ``first_line`` may be negative."""

    text: Text
    align: Align = Align.LEFT
    size: float = BODY_SIZE
    left: float = 0.0
    first_line: float = 0.0
    space_before: float = 0.0
    """Points of white above, not printed at the top of a page."""
    space_after: float = 0.0
    keep_with_next: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """หัวข้อ: bold, entered in the PDF's bookmarks and structure. Level 1 is the document title."""

    lines: tuple[str, ...]
    level: int = 1
    align: Align = Align.CENTER
    size: float = BODY_SIZE
    space_before: float = 0.0
    space_after: float = 6.0
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: its printed label (``๑.``, ``-`` or empty), level 0 or 1, and text."""

    label: str
    text: Text
    level: int = 0


@dataclass(frozen=True, slots=True)
class ListBlock:
    """รายการ: labels hang in front of the text, wrapped lines align under the text."""

    items: tuple[ListItem, ...]
    size: float = BODY_SIZE
    left: float = 0.0
    align: Align = Align.LEFT
    space_before: float = 0.0
    space_after: float = 0.0
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """ช่องตาราง: paragraphs and lists, one under the other. An empty tuple is an empty cell.

    ``rowspan`` merges the cell down over following rows (which then carry ``None`` at its place),
    ``colspan`` over columns to its right (likewise ``None``).
    """

    content: tuple[Paragraph | ListBlock, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """แถว: one entry per column, ``None`` where a merged cell covers the place."""

    cells: tuple[Cell | None, ...]
    source: Source | None = None
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """``share`` is the column's part of the table width; None lets the text decide."""

    share: float | None = None
    align: Align = Align.LEFT
    heading: str = ""
    """Accessible name of the column; the printed headings are the header rows."""


@dataclass(frozen=True, slots=True)
class Table:
    """ตาราง. Heading rows repeat on every page; body rows may split at any line."""

    columns: tuple[Column, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    size: float = BODY_SIZE
    cell_padding: float = 1.2
    """Millimetres between border and text, left and right."""
    space_before: float = 0.0
    space_after: float = 0.0
    caption: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """ปก: title lines in the upper half, agency lines below, all centred on a page of its own."""

    title: tuple[str, ...]
    agency: tuple[str, ...]
    picture: str | None = None
    """SHA-256 of the office's picture (Garuda or seal), or None."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """ลงชื่อ: starts at the page centre; (name) and position lines centred under it, never torn."""

    name: str
    position: tuple[str, ...] = ()
    closing: str = ""
    """A line above the signature, e.g. the announcement's date line; empty for none."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """ขึ้นหน้าใหม่"""


@dataclass(frozen=True, slots=True)
class Space:
    """White of a height in points; dropped at the top of a page."""

    points: float


Block: TypeAlias = Paragraph | Heading | ListBlock | Table | Cover | Signature | PageBreak | Space
"""The closed union. A test fails for a renderer that forgot one of its members."""


class PageNumbers(Enum):
    """Where page numbers (``- ๒ -``) stand; none on the first page of the document.

    ``TOP_CENTER`` is that of correspondence: centred, baseline 30 mm below the top edge, and the
    first line of text then has its baseline 42 mm below the edge. ``IN_MARGIN`` is for reports:
    centred in the top margin, baseline 15 mm below the edge, the text area unchanged.
    """

    NONE = "none"
    TOP_CENTER = "top-center"
    IN_MARGIN = "in-margin"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A4 page: orientation and margins in millimetres (left, right, top, bottom)."""

    orientation: Orientation = Orientation.PORTRAIT
    left: float = 30.0
    right: float = 20.0
    top: float = 25.0
    bottom: float = 20.0
    numbers: PageNumbers = PageNumbers.TOP_CENTER


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages with their own set-up: a portrait memo, a landscape table."""

    page: PageSetup
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what a renderer is given.

    ``author`` is the office, never a user's name. ``thai_digits`` is how the renderer writes the
    page numbers it makes itself. ``words`` are the office's own names, which a line never tears.
    """

    id: str
    title: str
    author: str
    sections: tuple[Section, ...]
    thai_digits: bool = True
    words: frozenset[str] = field(default_factory=frozenset)
