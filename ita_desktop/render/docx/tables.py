"""Tables: widths as in the PDF, heading rows that repeat, merged cells, rows that may split."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.documents.blocks import (
    BODY_SIZE,
    Align,
    ListBlock,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
)
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.markup import Element, el, points
from ita_desktop.render.docx.pieces import Grid, Piece, Words, section_body
from ita_desktop.render.docx.styles import (
    CAPTION,
    TABLE_HEADING,
    TABLE_LIST,
    TABLE_STYLES,
    TABLE_TEXT,
    nearest,
)
from ita_desktop.render.docx.texts import list_words, look_of
from ita_desktop.render.docx.wardrobe import TABLE_STYLE
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM
from ita_desktop.render.pdf.table_cells import Place, cell_alignment, column_count, grid
from ita_desktop.render.pdf.table_set import ABOVE, BELOW, padding_of


def table_pieces(
    block: Table, desk: Desk, width: float, tick: Callable[[], None]
) -> Iterator[Piece]:
    """The caption, if there is one, and the table in ``width`` millimetres."""
    if block.caption:
        aside = desk.aside((bold(block.caption),), block.size, width)
        look = dataclasses.replace(
            CAPTION.look, size=block.size, left=aside, right=aside, before=block.space_before
        )
        yield Words(CAPTION, look, desk.plain(block.caption))
    area = width * POINTS_PER_MM
    edges = _edges(desk.tables.widths(block, area, tick))
    made = _Making(block, desk, edges, padding_of(block, area)).table(tick)
    yield Grid(made, 0.0 if block.caption else block.space_before, block.space_after)


def _edges(widths: tuple[float, ...]) -> tuple[int, ...]:
    """Where the columns begin and end, in whole twips that add up."""
    edges, at = [0], 0.0
    for width in widths:
        at += width
        edges.append(points(at))
    return tuple(edges)


class _Spot(NamedTuple):
    """A place of the grid in one of the rows it covers; ``first`` is where its content stands."""

    place: Place
    first: bool


def _spots(rows: tuple[Row, ...], columns: int) -> list[list[_Spot]]:
    """Every row's places from left to right, those of cells merged from above among them."""
    found: list[list[_Spot]] = [[] for _ in rows]
    for at, places in enumerate(grid(rows, columns)):
        for place in places:
            for down in range(place.rows):
                found[at + down].append(_Spot(place, not down))
    return [sorted(spots, key=lambda spot: spot.place.column) for spots in found]


@dataclass(frozen=True, slots=True)
class _Making:
    """One table being made: where its columns end (twips), the padding of its cells (points)."""

    block: Table
    desk: Desk
    edges: tuple[int, ...]
    padding: float

    def table(self, tick: Callable[[], None]) -> Element:
        """``w:tbl``"""
        made = el(
            "tbl",
            self._properties(),
            el("tblGrid", *(el("gridCol", w=end - start) for start, end in pairwise(self.edges))),
        )
        count = column_count(self.block)
        body = self.block.rows or (Row((None,) * count),)
        for rows, heading in ((self.block.header, True), (body, False)):
            for row, spots in zip(rows, _spots(rows, count), strict=True):
                tick()
                made.append(
                    el(
                        "tr",
                        el("trPr", el("tblHeader")) if heading else None,
                        *(self._cell(spot, row, heading=heading) for spot in spots),
                    )
                )
        return made

    def _properties(self) -> Element:
        beside = points(self.padding)
        around = {"top": points(ABOVE), "left": beside, "bottom": points(BELOW), "right": beside}
        return el(
            "tblPr",
            el("tblStyle", val=TABLE_STYLE),
            el("tblW", w=self.edges[-1], type="dxa"),
            el("tblInd", w=0, type="dxa"),
            el("tblLayout", type="fixed"),
            el("tblCellMar", *(el(side, w=wide, type="dxa") for side, wide in around.items())),
            el("tblLook", val="0020", firstRow=1, noHBand=1, noVBand=1),
        )

    def _cell(self, spot: _Spot, row: Row, *, heading: bool) -> Element:
        place = spot.place
        wide = self.edges[place.column + place.columns] - self.edges[place.column]
        given = el(
            "tcPr",
            el("tcW", w=wide, type="dxa"),
            el("gridSpan", val=place.columns) if place.columns > 1 else None,
            el("vMerge", val="restart" if spot.first else "continue") if place.rows > 1 else None,
            el("vAlign", val="center") if heading else None,
        )
        words = list(self._content(place, wide, heading=heading)) if spot.first else []
        if not words:
            style = TABLE_HEADING if heading else TABLE_TEXT
            words = [Words(style, dataclasses.replace(style.look, size=self.block.size))]
        if row.keep_with_next:
            words = [
                dataclasses.replace(one, look=dataclasses.replace(one.look, keep_next=True))
                for one in words
            ]
        return el("tc", given, *section_body(words, self.desk.wardrobe, None))

    def _content(self, place: Place, wide: int, *, heading: bool) -> Iterator[Words]:
        room = (wide / 20 - 2 * self.padding) / POINTS_PER_MM
        columns = self.block.columns
        known = place.columns == 1 and place.column < len(columns)
        column = columns[place.column].align if known else Align.LEFT
        for block in place.cell.content:
            size = self.block.size if block.size == BODY_SIZE else block.size
            if isinstance(block, ListBlock):
                yield from list_words(block, self.desk, room, size, TABLE_LIST)
            elif heading:
                yield self._heading(block, size, room)
            else:
                align = cell_alignment(block.align, column, heading=False)
                look = dataclasses.replace(look_of(block), size=size, align=align)
                yield Words(nearest(look, TABLE_STYLES), look, self.desk.runs(block.text))

    def _heading(self, block: Paragraph, size: float, room: float) -> Words:
        """A column's heading: bold, and its lines of like length."""
        text = tuple(Run(run.text, True, run.italic) for run in block.text)
        align = cell_alignment(block.align, Align.CENTER, heading=True)
        aside = self.desk.aside(text, size, room) if align is Align.CENTER else 0.0
        look = dataclasses.replace(
            TABLE_HEADING.look,
            size=size,
            align=align,
            left=aside,
            right=aside,
            before=block.space_before,
            after=block.space_after,
        )
        return Words(TABLE_HEADING, look, self.desk.runs(text, bold=True))
