"""Tables that belong together get the same column widths, as if they were one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from ita_desktop.documents.blocks import Block, Table
from ita_desktop.render.pdf.table_set import TableSetter


def in_step(
    blocks: Sequence[Block], tables: TableSetter, width: float, tick: Callable[[], None]
) -> tuple[Block, ...]:
    """The blocks, tables with the same :attr:`Table.alike` given the widths of all of them.

    ``width`` is that of the text area in points.
    """
    together: dict[tuple[object, ...], list[Table]] = {}
    for block in blocks:
        if isinstance(block, Table) and block.alike:
            together.setdefault(_key(block), []).append(block)
    shares = {
        key: _shares(found, tables, width, tick)
        for key, found in together.items()
        if len(found) > 1
    }
    return tuple(
        _with_shares(block, shares[_key(block)])
        if isinstance(block, Table) and _key(block) in shares
        else block
        for block in blocks
    )


def _key(table: Table) -> tuple[object, ...]:
    return (table.alike, table.columns, table.header, table.size)


def _shares(
    found: list[Table], tables: TableSetter, width: float, tick: Callable[[], None]
) -> tuple[float, ...]:
    rows = tuple(row for table in found for row in table.rows)
    widths = tables.widths(dataclasses.replace(found[0], rows=rows), width, tick)
    return tuple(each / width for each in widths)


def _with_shares(table: Table, shares: tuple[float, ...]) -> Table:
    pairs = zip(table.columns, shares, strict=True)
    columns = tuple(dataclasses.replace(column, share=share) for column, share in pairs)
    return dataclasses.replace(table, columns=columns)
