"""The closed union of blocks, and the document they make: what a renderer is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ita_desktop.documents.blocks.figures import Chart, PhotoGrid
from ita_desktop.documents.blocks.letters import (
    Cover,
    Emblem,
    MemoHead,
    OpinionBlock,
    Rule,
    Signature,
)
from ita_desktop.documents.blocks.pages import Contents, PageBreak, PageSetup, Space
from ita_desktop.documents.blocks.tables import Table
from ita_desktop.documents.blocks.texts import Heading, ListBlock, Paragraph

Block: TypeAlias = (
    Paragraph
    | Heading
    | ListBlock
    | Table
    | Cover
    | Emblem
    | MemoHead
    | OpinionBlock
    | Rule
    | Signature
    | Chart
    | PhotoGrid
    | Contents
    | PageBreak
    | Space
)
"""The closed union. A test fails for a renderer that forgot one of its members."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages with their own set-up: a portrait memo, a landscape table.

    ``part`` names the document that begins here, where several are bound together: its bookmark and
    its line of the table of contents.
    """

    page: PageSetup
    blocks: tuple[Block, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what a renderer is given.

    ``author`` is the office, never a user's name. ``thai_digits`` is how the renderer writes the
    page numbers it makes itself. ``words`` are the office's own names, which a line never tears.
    ``through`` is for several papers bound together: every page is counted, covers too, and the
    count stands centred at the foot of every page, in the place of the sections' own numbers.
    """

    id: str
    title: str
    author: str
    sections: tuple[Section, ...]
    thai_digits: bool = True
    words: frozenset[str] = field(default_factory=frozenset)
    through: bool = False
