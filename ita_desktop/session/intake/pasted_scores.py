"""A pasted table of scores: what each row and column is taken for, and the values that follow."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.exchange.pasted_cells import read_cells
from ita_desktop.exchange.pasted_tables import read_table
from ita_desktop.model.catalogue import Catalogue, tool_of
from ita_desktop.model.score_reading import looks_like_score, read_score, score_problem
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.intake.pasted_score_columns import (
    Rows,
    heading_count,
    score_columns,
    upright,
)
from ita_desktop.session.intake.pasted_score_rows import UNKNOWN, Match, matched_rows, names_score
from ita_desktop.session.scores.catalogues import year_catalogue
from ita_desktop.session.scores.score_views import ScoreRow, code_in
from ita_desktop.session.scores.scores import ScoreKey

__all__ = ["PastedScores", "ReadValue", "block_of_scores", "read_scores", "read_values"]


@dataclass(frozen=True, slots=True)
class PastedScores:
    """A table with what was understood of it. ``columns`` gives each column's year (พ.ศ.), 0 for
    one without scores; ``matches`` what each row is of, None for a row without any score."""

    rows: Rows
    year: int
    columns: tuple[int, ...]
    matches: tuple[Match | None, ...]

    def with_column(self, at: int, year: int) -> PastedScores:
        """With another year for a column; no year has two columns."""
        years = [0 if one == year else one for one in self.columns]
        years[at] = year
        return dataclasses.replace(self, columns=tuple(years))

    def with_match(self, at: int, code: str) -> PastedScores:
        """With a row taken for another score, as the clerk chose."""
        chosen = Match(code, True, "เลือกเอง") if code else Match(told="ไม่ใช้แถวนี้")
        matches = [*self.matches]
        matches[at] = chosen
        return dataclasses.replace(self, matches=tuple(matches))


@dataclass(frozen=True, slots=True)
class ReadValue:
    """One cell understood: the score it fills, or in ``problem`` why it fills none."""

    row: int
    column: int
    text: str
    key: ScoreKey | None = None
    value: Decimal | None = None
    problem: str = ""


def block_of_scores(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a block that holds nothing but scores, dashes and empty cells; else ()."""
    cells = read_cells(text)
    whole = [cell for row in cells for cell in row]
    if any(cell for cell in whole) and all(looks_like_score(cell) for cell in whole):
        return cells
    return ()


def read_scores(text: str, html: str, snapshot: Snapshot, year: int) -> PastedScores:
    """What is understood of a table on the clipboard; ``year`` (พ.ศ.) is the one in hand."""
    rows = read_table(text, html)
    catalogue = year_catalogue(snapshot, year)
    if rows:
        across = [names_score(cell, catalogue) for cell in rows[0]]
        down = [names_score(row[0], catalogue) for row in rows]
        rows = tuple(tuple(row) for row in upright(rows, across, down))
    columns = score_columns(rows, year)
    first = next((one for one in columns if one), year)
    known = year_catalogue(snapshot, year if year in columns else first)
    return PastedScores(rows, known.year, columns, _matches(rows, columns, known))


def _matches(rows: Rows, columns: Sequence[int], catalogue: Catalogue) -> tuple[Match | None, ...]:
    """A match for each row that says something in a column of scores."""
    held = [
        at
        for at in range(heading_count(rows), len(rows))
        if any(rows[at][place] for place, year in enumerate(columns) if year)
    ]
    labels = [
        [cell for cell, year in zip(rows[at], columns, strict=True) if not year] for at in held
    ]
    found = dict(zip(held, matched_rows(labels, catalogue), strict=True))
    return tuple(found.get(at) for at in range(len(rows)))


def read_values(pasted: PastedScores, snapshot: Snapshot) -> tuple[ReadValue, ...]:
    """Every cell in a column of scores, in reading order; nothing of it is left out silently.

    Where two rows are of the same score, the first fills it. An empty cell or a dash fills nothing
    and is no problem.
    """
    known = {
        year: year_catalogue(snapshot, year) for year in {*pasted.columns, pasted.year} if year
    }
    filled: dict[ScoreKey, int] = {}
    found: list[ReadValue] = []
    for at, match in enumerate(pasted.matches):
        if match is None or (not match.code and match != UNKNOWN):
            continue
        for column, year in enumerate(pasted.columns):
            text = pasted.rows[at][column] if year else ""
            if not text or (read := read_score(text)) == read_score(""):
                continue
            key = _key(match.code, year, pasted.year, known)
            problem = read.problem or (score_problem(read.value) if read.value is not None else "")
            if not match.code:
                problem = problem or UNKNOWN.told
            elif key is None:
                problem = problem or f"ปี {year} ไม่มีข้อที่ข้อความตรงกัน"
            elif key in filled and not problem:
                problem = f"ซ้ำกับแถวที่ {filled[key] + 1}"
            if problem:
                found.append(ReadValue(at, column, text, problem=problem))
                continue
            assert key is not None
            filled[key] = at
            found.append(ReadValue(at, column, text, key, read.value))
    return tuple(found)


def _key(code: str, year: int, own_year: int, known: Mapping[int, Catalogue]) -> ScoreKey | None:
    """Where a row's score of a year is kept; None where that year has no such question."""
    if not code:
        return None
    item = known[own_year].item(code)
    tool = tool_of(code)
    if year == own_year or item is None or tool is None or not known[year].items_of(tool):
        return (year, code)
    other = code_in(ScoreRow(code, code, item=item), known[year], own=False)
    return (year, other) if other else None
