"""Text: runs, paragraphs, headings, lists. Lengths are millimetres, sizes points of TH Sarabun."""

from __future__ import annotations

from dataclasses import dataclass
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
