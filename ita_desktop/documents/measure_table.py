"""Tables of measures in a layout: heading rows with merged groups, one row a measure."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import groupby

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Source,
    Table,
    bold,
    text,
)
from ita_desktop.documents.columns import Place, cell_of
from ita_desktop.documents.context import Context
from ita_desktop.documents.grouping import Placed, placed
from ita_desktop.documents.layouts import Layout
from ita_desktop.documents.saraban import PARAGRAPH_GAP
from ita_desktop.model.layouts import GroupPlace
from ita_desktop.model.values import TableSize

NO_COLUMNS = "(แบบตารางนี้ยังไม่มีคอลัมน์)"


def measure_tables(context: Context, layout: Layout) -> tuple[Block, ...]:
    """The year's measures as one table, or as one under the name of each group.

    A layout without columns says so in the table's place: it is told as a finding too.
    """
    if not layout.columns:
        return (Paragraph(text(NO_COLUMNS), align=Align.CENTER),)
    found = placed(context.measures, layout, context.snapshot, context.catalogue)
    if layout.group_place is not GroupPlace.TABLES:
        return (_table(context, layout, found),)
    blocks: list[Block] = []
    for table in _split(found):
        if table[0].begins:
            blocks.append(
                Heading(
                    table[0].begins,
                    level=2,
                    align=Align.LEFT,
                    space_before=2 * PARAGRAPH_GAP if blocks else PARAGRAPH_GAP,
                    source=Source(table[0].measure.id),
                )
            )
        blocks.append(_table(context, layout, table))
    return tuple(blocks)


def _split(found: Sequence[Placed]) -> list[list[Placed]]:
    tables: list[list[Placed]] = []
    for one in found:
        if one.begins or not tables:
            tables.append([])
        tables[-1].append(one)
    return tables


def _table(context: Context, layout: Layout, found: Sequence[Placed]) -> Table:
    columns = tuple(
        Column(
            share=column.share,
            align=Align(column.align.value),
            heading=" ".join(column.heading.split()),
        )
        for column in layout.columns
    )
    size = context.setup.table_size or TableSize.NORMAL
    return Table(
        columns,
        header_rows(layout),
        _rows(context, layout, found),
        size=size.points,
        alike=layout.id,
    )


def header_rows(layout: Layout) -> tuple[Row, ...]:
    """One heading row, or two where neighbouring columns share a group heading."""
    if not any(column.group for column in layout.columns):
        return (Row(tuple(_heading(column.heading) for column in layout.columns)),)
    upper: list[Cell | None] = []
    lower: list[Cell | None] = []
    for group, members in groupby(layout.columns, key=lambda column: column.group):
        together = list(members)
        if not group:
            upper.extend(_heading(column.heading, rowspan=2) for column in together)
            lower.extend(None for _ in together)
            continue
        upper.append(_heading(group, colspan=len(together)))
        upper.extend(None for _ in together[1:])
        lower.extend(_heading(column.heading) for column in together)
    return Row(tuple(upper)), Row(tuple(lower))


def _heading(words: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    paragraph = Paragraph((bold(words),), align=Align.CENTER)
    return Cell((paragraph,), colspan=colspan, rowspan=rowspan)


def _rows(context: Context, layout: Layout, found: Sequence[Placed]) -> tuple[Row, ...]:
    rows: list[Row] = []
    groups: list[int] = []  # the group each row belongs to: no cell is merged over its end
    for one in found:
        group = (groups[-1] if groups else 0) + bool(one.begins)
        if layout.group_place is GroupPlace.BAND:
            rows += [_band(name, len(layout.columns)) for name in one.begins]
        in_cell = layout.group_place is GroupPlace.CELL
        above = tuple((bold(name),) for name in one.begins) if in_cell else ()
        first = _first_of_words(layout)
        cells = tuple(
            cell_of(
                Place(context, one.measure, one.number, column, above if place == first else ())
            )
            for place, column in enumerate(layout.columns)
        )
        rows.append(Row(cells, source=Source(one.measure.id)))
        groups += [group] * (len(rows) - len(groups))
    for place, column in enumerate(layout.columns):
        if column.merged:
            rows = _merged(rows, groups, place)
    return tuple(rows)


def _first_of_words(layout: Layout) -> int:
    """The first column that shows more than a number."""
    return next((at for at, one in enumerate(layout.columns) if one.field != "number"), 0)


def _band(name: str, columns: int) -> Row:
    cell = Cell((Paragraph((bold(name),)),), colspan=columns)
    return Row((cell, *(None for _ in range(columns - 1))), keep_with_next=True)


def _merged(rows: list[Row], groups: list[int], place: int) -> list[Row]:
    """The rows with neighbouring cells of one column that say the same made one."""
    merged: list[Row] = []
    pairs = zip(rows, groups, strict=True)
    for _, found in groupby(pairs, key=lambda pair: (pair[1], _words(pair[0].cells[place]))):
        together = [row for row, _ in found]
        first = together[0].cells[place]
        if first is None or first.colspan > 1 or len(together) == 1 or not first.content:
            merged += together
            continue
        tall = dataclasses.replace(first, rowspan=len(together))
        merged += [
            dataclasses.replace(
                row, cells=(*row.cells[:place], tall if not at else None, *row.cells[place + 1 :])
            )
            for at, row in enumerate(together)
        ]
    return merged


def _words(cell: Cell | None) -> object:
    return None if cell is None else (cell.colspan, cell.content)
