"""The closed set of blocks that every document is made of.

A document is a frozen value: it is described here and drawn elsewhere. Renderers turn blocks into
PDF, Word or plain text; each has one ``case`` per block. Lengths are millimetres, type sizes are
points of TH Sarabun, unless a name says otherwise. All text is final: digits are converted and
list labels are written out before a renderer sees them.
"""

from __future__ import annotations

from ita_desktop.documents.blocks.document import Block, Document, Section
from ita_desktop.documents.blocks.figures import Chart, ChartKind, Photo, PhotoGrid, Series
from ita_desktop.documents.blocks.letters import (
    Cover,
    Emblem,
    HeadLine,
    MemoHead,
    OpinionBlock,
    Rule,
    Signature,
)
from ita_desktop.documents.blocks.pages import (
    Contents,
    Orientation,
    PageBreak,
    PageNumbers,
    PageSetup,
    Space,
)
from ita_desktop.documents.blocks.tables import Cell, Column, Row, Table
from ita_desktop.documents.blocks.texts import (
    BODY_SIZE,
    Align,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Source,
    Text,
    bold,
    text,
)

__all__ = [
    "BODY_SIZE",
    "Align",
    "Block",
    "Cell",
    "Chart",
    "ChartKind",
    "Column",
    "Contents",
    "Cover",
    "Document",
    "Emblem",
    "HeadLine",
    "Heading",
    "ListBlock",
    "ListItem",
    "MemoHead",
    "OpinionBlock",
    "Orientation",
    "PageBreak",
    "PageNumbers",
    "PageSetup",
    "Paragraph",
    "Photo",
    "PhotoGrid",
    "Row",
    "Rule",
    "Run",
    "Section",
    "Series",
    "Signature",
    "Source",
    "Space",
    "Table",
    "Text",
    "bold",
    "text",
]
