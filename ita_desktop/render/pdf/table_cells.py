"""The cells of a table laid on its grid and measured: columns, merged ranges, galleys."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from ita_desktop.documents.blocks import (
    BODY_SIZE,
    Align,
    Cell,
    ListBlock,
    Paragraph,
    Row,
    Run,
    Table,
)
from ita_desktop.render.pdf.galley import EMPTY, Galley, stacked
from ita_desktop.render.pdf.lines import room_for
from ita_desktop.render.pdf.paragraph import (
    POINTS_PER_MM,
    Setter,
    Shape,
    natural_width,
)
from ita_desktop.render.pdf.words import MeasuredText, Word, torn
from ita_desktop.thai.dictionary import LONGEST_WORD

_WIDER_FOR_HEADING = 1.5
"""How much wider than its widest word a column gets so that its heading takes few lines."""

_LONGEST_PART = 24
"""Characters. No term is longer; what is may be torn anywhere."""


class Place(NamedTuple):
    """A cell on the grid: its first column, and how many columns and rows it really covers."""

    column: int
    columns: int
    rows: int
    cell: Cell


def grid(rows: tuple[Row, ...], columns: int) -> list[tuple[Place, ...]]:
    """Every row's cells with their places, such that all places are covered exactly once.

    A span ends where another cell stands in its way or the table ends; a place nothing covers is
    an empty cell.
    """
    placed: list[tuple[Place, ...]] = []
    covered: dict[int, int] = {}
    for index, row in enumerate(rows):
        cells = row.cells
        found: list[Place] = []
        column = 0
        while column < columns:
            if covered.get(column, 0) > index:
                column += 1
                continue
            cell = cells[column] if column < len(cells) else None
            wide = tall = 1
            if cell is not None and cell.colspan > 1:
                while (
                    wide < cell.colspan
                    and column + wide < columns
                    and (column + wide >= len(cells) or cells[column + wide] is None)
                    and covered.get(column + wide, 0) <= index
                ):
                    wide += 1
            if cell is not None and cell.rowspan > 1:
                while (
                    tall < cell.rowspan
                    and index + tall < len(rows)
                    and not any(rows[index + tall].cells[column : column + wide])
                ):
                    tall += 1
                for each in range(column, column + wide):
                    covered[each] = index + tall
            found.append(Place(column, wide, tall, cell if cell is not None else _NOTHING))
            column += wide
        placed.append(tuple(found))
    return placed


_NOTHING = Cell()


class Wording(NamedTuple):
    """A cell's measured content, before it is set to a width."""

    parts: tuple[tuple[Paragraph | ListBlock, tuple[MeasuredText, ...], float], ...]
    """Each block with its measured texts (of a list: label, text, label, text, …) and its size."""
    least: float
    """Width in points below which a word would be torn."""
    natural: float
    """Width in points in which nothing but forced lines would break."""
    area: float
    """Width in points of all lines put end to end."""
    forced: int
    """Lines there are at least."""
    indent: float
    """Points that its lines lose to labels and indents, on the average."""


class Cells:
    """Measures and sets cells for one typeface. Pure: what it makes may be kept."""

    def __init__(self, setter: Setter) -> None:
        self._setter = setter

    def read(self, cell: Cell) -> None:
        """Find the words of a cell, ahead of measuring them."""
        read = self._setter.measurer.read
        for block in cell.content:
            if isinstance(block, Paragraph):
                read(block.text)
            else:
                for item in block.items:
                    read(item.text)

    def wording(self, cell: Cell, size: float, *, heading: bool) -> Wording:
        """Measure the words of a cell in a table of a type size."""
        measure = self._setter.measurer.measure
        parts: list[tuple[Paragraph | ListBlock, tuple[MeasuredText, ...], float]] = []
        least = natural = area = lost = 0.0
        forced = 0
        for block in cell.content:
            # Paragraphs of the default size take that of their table.
            em = (size if block.size == BODY_SIZE else block.size) / 1000
            if isinstance(block, Paragraph):
                runs = (
                    tuple(Run(r.text, True, r.italic) for r in block.text)
                    if heading
                    else (block.text)
                )
                text = measure(runs)
                texts: tuple[MeasuredText, ...] = (text,)
                indent = block.left * POINTS_PER_MM
                widths = _line_widths(text)
                narrow, wide = _least_width(text), max(widths)
                if heading:
                    narrow, wide = _heading_widths(text, narrow, wide)
                least = max(least, narrow * em + indent)
                natural = max(natural, wide * em + indent)
                area += sum(widths) * em
                lost += sum(widths) * em * indent
                forced += len(widths)
            else:
                texts = tuple(
                    measured
                    for item in block.items
                    for measured in (measure((Run(item.label),)), measure(item.text))
                )
                labels = max((natural_width(text) for text in texts[::2]), default=0.0)
                deep = any(item.level for item in block.items)
                indent = block.left * POINTS_PER_MM + (labels + 300) * em * (1.6 if deep else 1)
                for text in texts[1::2]:
                    widths = _line_widths(text)
                    least = max(least, _least_width(text) * em + indent)
                    natural = max(natural, max(widths) * em + indent)
                    area += sum(widths) * em
                    lost += sum(widths) * em * indent
                    forced += len(widths)
            parts.append((block, texts, em * 1000))
        indent = lost / area if area else 0.0
        return Wording(tuple(parts), least, natural, area, max(forced, 1), indent)

    def set(self, wording: Wording, width: float, align: Align, *, heading: bool) -> Galley:
        """Set measured words to a width of text in points."""
        galleys: list[tuple[Galley, float, float]] = []
        for block, texts, size in wording.parts:
            if isinstance(block, ListBlock):
                pairs = list(zip(texts[::2], texts[1::2], strict=True))
                galley = self._setter.set_list(block, pairs, width, size)
            else:
                shape = Shape(
                    width,
                    size,
                    cell_alignment(block.align, align, heading=heading),
                    block.left * POINTS_PER_MM,
                    block.first_line * POINTS_PER_MM,
                    heading,
                )
                galley = self._setter.set(texts[0], shape, block.source)
            galleys.append((galley, block.space_before, block.space_after))
        return stacked(galleys) if galleys else EMPTY


def cell_alignment(own: Align, column: Align, *, heading: bool) -> Align:
    """Cells are never spread (ไทยกระจาย); headings are centred, others follow their column."""
    if own in (Align.CENTER, Align.RIGHT):
        return own
    if heading:
        return Align.CENTER
    return Align.LEFT if column is Align.THAI else column


def _least_width(text: MeasuredText) -> float:
    """Width in 1/1000 em that the words need. A web address and its like, which no column can be
    wide enough for, counts by the parts it may be torn into."""
    least = 0.0
    for line in text.lines:
        for word in line:
            if word[0] > least:  # no word needs more than its width
                least = max(least, _least_of(word))
    return least


def _least_of(word: Word) -> float:
    if len(word.text) <= LONGEST_WORD:
        return word.width
    return max(
        (
            part.width * min(1.0, _LONGEST_PART / len(part.text))
            for part in torn(word, inf)
            if part.text
        ),
        default=0.0,
    )


def _heading_widths(text: MeasuredText, narrow: float, wide: float) -> tuple[float, float]:
    """A column's heading may take two lines, in a narrow column three; more look torn."""
    three = max((room_for(line, 3, wide) for line in text.lines), default=narrow)
    two = max((room_for(line, 2, wide) for line in text.lines), default=wide)
    return max(narrow, min(three, narrow * _WIDER_FOR_HEADING)), max(narrow, two)


def _line_widths(text: MeasuredText) -> list[float]:
    return [sum([w[0] + w[1] for w in line]) - line[-1].gap if line else 0.0 for line in text.lines]


def column_count(table: Table) -> int:
    """Columns of the grid: those declared, or what the widest row needs; at least one."""
    if table.columns:
        return len(table.columns)
    return max((1, *(len(row.cells) for row in (*table.header, *table.rows))))
