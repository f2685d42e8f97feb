"""Where the cells of a table's heading lie when it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from PySide6.QtCore import QRect

from ita_desktop.model.layouts import LayoutColumn

_NARROWEST = 26
"""Logical pixels of a column that can still be taken hold of."""
_GRIP = 5
"""Logical pixels on either side of a border that take hold of it."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One cell of the heading: where it lies, its words, and the columns it stands over."""

    rect: QRect
    words: str
    places: tuple[int, ...]


@dataclass(frozen=True)
class HeadRow:
    """The heading of a table in a box. ``shares`` are parts of the width, about 1 together.

    No column is drawn narrower than ``least`` logical pixels, as far as the width allows.
    """

    columns: tuple[LayoutColumn, ...]
    shares: tuple[float, ...]
    box: QRect
    least: int = _NARROWEST

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """The borders of the columns in logical pixels, one more than there are columns."""
        count, width = len(self.shares), self.box.width()
        least = min(self.least, width // max(count, 1))
        spare = width - least * count
        whole = sum(self.shares) or 1.0
        wanted = [max(0.0, share / whole * width - least) for share in self.shares]
        over = sum(wanted) or 1.0
        edges, reached = [self.box.left()], float(self.box.left())
        for one in wanted:
            reached += least + spare * one / over
            edges.append(round(reached))
        return tuple(edges)

    @cached_property
    def cells(self) -> tuple[HeadCell, ...]:
        """One row of cells, or two where neighbouring columns share a heading."""
        top, height, edges = self.box.top(), self.box.height(), self.edges
        grouped = any(column.group for column in self.columns)
        upper = height * 2 // 5 if grouped else 0
        cells: list[HeadCell] = []
        at = 0
        for group, members in groupby(self.columns, key=lambda column: column.group):
            places = tuple(range(at, at + len(list(members))))
            at = places[-1] + 1
            if group:
                left, right = edges[places[0]], edges[at]
                cells.append(HeadCell(QRect(left, top, right - left, upper), group, places))
            lowered = upper if group else 0
            for place in places:
                width = edges[place + 1] - edges[place]
                rect = QRect(edges[place], top + lowered, width, height - lowered)
                cells.append(HeadCell(rect, self.columns[place].heading, (place,)))
        return tuple(cells)

    def cell_at(self, x: int, y: int) -> HeadCell | None:
        """The cell under a point."""
        return next((one for one in self.cells if one.rect.contains(x, y)), None)

    def place_at(self, x: int) -> int | None:
        """The column under ``x``."""
        edges = self.edges
        return next((at for at in range(len(edges) - 1) if edges[at] <= x < edges[at + 1]), None)

    def border_at(self, x: int) -> int | None:
        """The column whose right border lies at ``x``; the table's own right border is none."""
        inner = range(1, len(self.columns))
        return next((at - 1 for at in inner if abs(self.edges[at] - x) <= _GRIP), None)

    def nearest_border(self, x: int) -> int:
        """The column before which something dropped at ``x`` goes."""
        return min(range(len(self.edges)), key=lambda at: abs(self.edges[at] - x))

    def sized(self, place: int, x: int, least: float, most: float) -> tuple[float, ...]:
        """The shares with the right border of a column at ``x``, the others in what is left."""
        width = max(self.edges[-1] - self.edges[0], 1)
        share = min(max((x - self.edges[place]) / width, least), most)
        rest = 1.0 - self.shares[place]
        factor = (1.0 - share) / rest if rest > 0 else 1.0
        return tuple(share if at == place else one * factor for at, one in enumerate(self.shares))


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring places as (first, last)."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
