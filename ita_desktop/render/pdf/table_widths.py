"""How wide each column of a table becomes.

Columns with a share get it. The others share what is left such that the table becomes about as low
as it can: nothing is torn that need not be, short columns stay on few lines, long text gets the
rest. Widths move in steps, so that an edit of a few words leaves the table as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_STEP = 4.0
"""Points by which widths differ."""
_LOOKED_AT = 240
"""Rows that decide, evenly taken from a long table."""
_ROUNDS = 40
_RAGGED = 8.0
"""Points by which lines fall short of their room: half a word."""
_MOVES = 60
_WORTH_IT = 0.001
"""Share of the height that a move of width must save."""
_SHARPNESS = 8.0
"""How nearly a row is as high as its highest cell alone: cells of like height count too."""
_ROOT = 1 / _SHARPNESS
_LEAST_SHARE = 0.03


class Demand(NamedTuple):
    """What a cell asks of its column, in points with padding."""

    least: float
    natural: float
    area: float
    forced: int
    indent: float = 0.0
    """Points that every line loses to labels beside it."""

    def lines(self, width: float, padding: float) -> float:
        """About how many lines the cell takes in a column of ``width`` points."""
        room = max(width - padding - self.indent - _RAGGED, _STEP)
        return max(self.area / room, float(self.forced))


def column_widths(
    total: float,
    shares: Sequence[float | None],
    rows: Sequence[Sequence[tuple[int, Demand]]],
    padding: float,
) -> tuple[float, ...]:
    """The widths in points of all columns, together ``total``.

    ``rows`` hold (column, demand) of every cell that covers one column.
    """
    count = len(shares)
    given = [max(share, 0.0) if share is not None else None for share in shares]
    fixed = sum(share for share in given if share is not None)
    auto = [column for column, share in enumerate(given) if share is None]
    if not auto:
        if fixed <= 0:
            return tuple(total / count for _ in shares)
        return tuple(total * (share or 0.0) / fixed for share in given)
    # Shares that leave nothing for the other columns are taken as parts of the whole.
    most = 1.0 - max(0.1, _LEAST_SHARE * len(auto))
    factor = min(1.0, most / fixed) if fixed > 0 else 0.0
    room = total * (1.0 - fixed * factor)
    found = _automatic(room, auto, rows, padding)
    return tuple(
        found[column] if share is None else total * share * factor
        for column, share in enumerate(given)
    )


def _automatic(
    room: float,
    columns: Sequence[int],
    rows: Sequence[Sequence[tuple[int, Demand]]],
    padding: float,
) -> dict[int, float]:
    least = dict.fromkeys(columns, room * _LEAST_SHARE)
    natural = dict.fromkeys(columns, padding)
    for row in rows:
        for column, demand in row:
            if column in least:
                least[column] = max(least[column], demand.least)
                natural[column] = max(natural[column], demand.natural)
    wanted = sum(least.values())
    if wanted >= room:
        return _squeezed(room, least)
    if sum(natural.values()) <= room:
        spare = room - sum(natural.values())
        whole = sum(natural.values())
        return {column: natural[column] + spare * natural[column] / whole for column in columns}
    looked_at = rows[:: max(1, len(rows) // _LOOKED_AT)]
    widths = _stepped(room, _lowest(room, least, natural, looked_at, padding), least)
    return _lowered(widths, least, looked_at, padding)


def _lowest(
    room: float,
    least: dict[int, float],
    natural: dict[int, float],
    rows: Sequence[Sequence[tuple[int, Demand]]],
    padding: float,
) -> dict[int, float]:
    """Widths between ``least`` and ``natural`` that make the sum of the rows' heights small.

    In each round every column gets width by how much the height of rows hangs on it: that of a row
    is a soft maximum over its cells, so cells a little lower than the highest count too.
    """
    spare = room - sum(least.values())
    widths = {column: low + spare / len(least) for column, low in least.items()}
    cells = [
        [(column, each.area, float(each.forced), each.indent) for column, each in row]
        for row in ([cell for cell in row if cell[0] in least] for row in rows)
    ]
    for _ in range(_ROUNDS):
        pull = dict.fromkeys(least, 1e-9)
        for row in cells:
            heights: list[tuple[int, float]] = []
            highest = 0.0
            for column, area, forced, indent in row:  # Demand.lines, without a call
                spared = widths[column] - padding - indent - _RAGGED
                height = area / (spared if spared > _STEP else _STEP)
                if height < forced:
                    height = forced
                if height > highest:
                    highest = height
                heights.append((column, height))
            if highest <= 1.0:
                continue
            for column, height in heights:
                pull[column] += height * (height / highest) ** 6
        weights = {column: widths[column] * (pull[column] ** 0.5) for column in least}
        aimed = _bounded(room, weights, least, natural)
        widths = {column: (widths[column] + aimed[column]) / 2 for column in least}
    return widths


def _lowered(
    widths: dict[int, float],
    least: dict[int, float],
    rows: Sequence[Sequence[tuple[int, Demand]]],
    padding: float,
) -> dict[int, float]:
    """The widths after moving step by step from the column that misses it least to the one that
    gains most, as long as the rows become lower for it."""
    asked: dict[int, dict[int, Demand]] = {column: {} for column in widths}
    for index, row in enumerate(rows):
        for column, demand in row:
            if column in asked:
                asked[column][index] = demand
    known: dict[tuple[int, float], dict[int, float]] = {}

    def powers(column: int, width: float) -> dict[int, float]:
        found = known.get((column, width))
        if found is None:
            found = known[column, width] = {
                index: float(demand.lines(width, padding) ** _SHARPNESS)
                for index, demand in asked[column].items()
            }
        return found

    def change(totals: list[float], column: int, width: float) -> float:
        now, then = powers(column, widths[column]), powers(column, width)
        before = sum([totals[index] ** _ROOT for index in then])
        after = sum([max(totals[i] - now[i] + power, 1.0) ** _ROOT for i, power in then.items()])
        return float(after - before)

    widths = dict(widths)
    totals = [1.0 for _ in rows]
    for column, width in widths.items():
        for index, power in powers(column, width).items():
            totals[index] += power
    worth = sum(total**_ROOT for total in totals) * _WORTH_IT
    for _ in range(_MOVES):
        giving = [column for column in widths if widths[column] - _STEP >= least[column]]
        losses = {column: change(totals, column, widths[column] - _STEP) for column in giving}
        gains = {column: change(totals, column, widths[column] + _STEP) for column in widths}
        pairs = [(a, b) for a in giving for b in widths if a != b]
        if not pairs:
            break
        cost, giver, taker = min((losses[a] + gains[b], a, b) for a, b in pairs)
        if cost > -worth:
            break
        for column, width in ((giver, widths[giver] - _STEP), (taker, widths[taker] + _STEP)):
            now, then = powers(column, widths[column]), powers(column, width)
            for index, power in then.items():
                totals[index] = max(totals[index] - now[index] + power, 1.0)
            widths[column] = width
    return widths


def _bounded(
    room: float, weights: dict[int, float], least: dict[int, float], natural: dict[int, float]
) -> dict[int, float]:
    """``room`` dealt out by weight, no column under its least or, while others ask, over its
    natural width."""
    found: dict[int, float] = {}
    free = dict(weights)
    rest = room
    while free:
        whole = sum(free.values())
        bound = {}
        for column, weight in free.items():
            width = rest * weight / whole
            if width < least[column]:
                bound[column] = least[column]
        if not bound:
            over = {
                column: natural[column]
                for column, weight in free.items()
                if rest * weight / whole > max(natural[column], least[column])
            }
            if len(over) == len(free):
                over = {}
            bound = {column: max(width, least[column]) for column, width in over.items()}
        if not bound:
            found.update({column: rest * weight / whole for column, weight in free.items()})
            break
        for column, width in bound.items():
            found[column] = width
            rest -= width
            del free[column]
        if rest <= 0:
            for column in free:
                found[column] = least[column]
            break
    scale = room / sum(found.values())
    return {column: width * scale for column, width in found.items()}


def _stepped(room: float, widths: dict[int, float], least: dict[int, float]) -> dict[int, float]:
    """Widths in whole steps; the widest column takes what is left over."""
    widest = max(widths, key=lambda column: (widths[column] - least[column], -column))
    stepped = {}
    for column, width in widths.items():
        steps = round(width / _STEP)
        if steps * _STEP < least[column]:
            stepped[column] = least[column]
        else:
            stepped[column] = steps * _STEP
    stepped[widest] += room - sum(stepped.values())
    return stepped if stepped[widest] >= least[widest] else widths


def _squeezed(room: float, least: dict[int, float]) -> dict[int, float]:
    """More asked than there is: the narrow columns get theirs, the wide ones share the rest."""
    found: dict[int, float] = {}
    rest = room
    waiting = sorted(least, key=lambda column: (least[column], column))
    while waiting:
        fair = rest / len(waiting)
        column = waiting.pop(0)
        found[column] = min(least[column], fair)
        rest -= found[column]
    if rest > 0:
        share = rest / len(found)
        found = {column: width + share for column, width in found.items()}
    return found
