"""The rows and cells of a table in the structure tree: ``THead`` and ``TBody``, TR, TH, TD."""

from __future__ import annotations

from ita_desktop.render.pdf.file.structure import Element, Structure
from ita_desktop.render.pdf.table_set import SetCell, SetRow
from ita_desktop.render.pdf.tagging import Tagging


class TableTags:
    """Makes the elements of a table's rows as they are shown, from top to bottom."""

    def __init__(self, structure: Structure, table: Element) -> None:
        self._structure = structure
        self._table = table
        self._groups: dict[str, Element] = {}

    def row(self, row: SetRow, *, heading: bool) -> list[Tagging]:
        """The tagging of each cell of the next row."""
        group = "THead" if heading else "TBody"
        if group not in self._groups:
            self._groups[group] = Element(self._table, group)
        element = Element(self._groups[group], "TR")
        structure, tag = self._structure, "TH" if heading else "TD"
        return [
            Tagging(structure, Element(element, tag, _attributes(cell, heading)))
            for cell in row.cells
        ]


def _attributes(cell: SetCell, heading: bool) -> str:
    if not heading and cell.columns == 1 and cell.rows == 1:
        return ""
    scope = "/Scope/Column" if heading else ""
    over = f"/ColSpan {cell.columns}" if cell.columns > 1 else ""
    down = f"/RowSpan {cell.rows}" if cell.rows > 1 else ""
    return f"<</O/Table{scope}{over}{down}>>"
