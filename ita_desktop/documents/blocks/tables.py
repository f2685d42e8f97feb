"""Tables: columns, heading rows that repeat, cells merged over rows and columns."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks.texts import BODY_SIZE, Align, ListBlock, Paragraph, Source


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
    alike: str = ""
    """Tables of a section that name the same get the same column widths."""
    source: Source | None = None
