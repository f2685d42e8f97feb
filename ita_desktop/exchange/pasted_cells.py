"""A block of cells copied from a spreadsheet, each in its place: empty cells count."""

from __future__ import annotations

from ita_desktop.thai.text import clean


def read_cells(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the block, as long as the longest; the line end after the last row is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    rows = [[clean(cell) for cell in line.split("\t")] for line in lines]
    width = max(len(row) for row in rows)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)
