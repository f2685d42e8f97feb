"""A table of measures in a layout: heading rows with merged groups, one row a measure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ita_desktop.documents.blocks import (
    Align,
    Cell,
    Column,
    Paragraph,
    Row,
    Source,
    Table,
    Text,
    bold,
)
from ita_desktop.documents.columns import Place, cell_of
from ita_desktop.documents.context import Context
from ita_desktop.documents.layouts import Grouping, Layout
from ita_desktop.model.records import Measure
from ita_desktop.model.values import TableSize

NO_INDICATOR = "ไม่ระบุตัวชี้วัด"


def measure_table(context: Context, layout: Layout) -> Table:
    """The table of the year's measures."""
    columns = tuple(
        Column(share=column.share, align=column.align, heading=column.heading)
        for column in layout.columns
    )
    size = context.setup.table_size or TableSize.NORMAL
    return Table(columns, header_rows(layout), _rows(context, layout), size=size.points)


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


def _rows(context: Context, layout: Layout) -> tuple[Row, ...]:
    rows: list[Row] = []
    tool = indicator = None
    for number, measure in numbered(context.measures, layout.grouping):
        above: list[Text] = []
        if layout.grouping is Grouping.INDICATOR:
            if measure.tool and measure.tool is not tool:
                above.append((bold(measure.tool.label),))
            if measure.indicator != indicator:
                above.append((bold(measure.indicator or NO_INDICATOR),))
            tool, indicator = measure.tool, measure.indicator
        cells = tuple(
            cell_of(Place(context, measure, number, column, () if place else tuple(above)))
            for place, column in enumerate(layout.columns)
        )
        rows.append(Row(cells, source=Source(measure.id)))
    return tuple(rows)


def numbered(measures: tuple[Measure, ...], grouping: Grouping) -> Iterator[tuple[int, Measure]]:
    """Measures in printing order, each with its number: from 1 within each indicator's group."""
    number = 0
    indicator = None
    for measure in ordered(measures, grouping):
        number += 1
        if grouping is Grouping.INDICATOR and measure.indicator != indicator:
            number, indicator = 1, measure.indicator
        yield number, measure


def ordered(measures: tuple[Measure, ...], grouping: Grouping) -> tuple[Measure, ...]:
    """Measures in printing order: as the office ordered them, gathered by the grouping.

    Groups stand in the order in which their first measure stands.
    """
    if grouping is Grouping.NONE:
        return measures
    first: dict[tuple[object, str], int] = {}
    tools: dict[object, int] = {}
    for place, measure in enumerate(measures):
        first.setdefault((measure.tool, measure.indicator), place)
        tools.setdefault(measure.tool, place)
    return tuple(
        sorted(measures, key=lambda one: (tools[one.tool], first[one.tool, one.indicator]))
    )
