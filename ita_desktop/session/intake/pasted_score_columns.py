"""Which columns of a pasted table hold scores, and of which year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ita_desktop.model.score_reading import read_score, score_problem
from ita_desktop.thai.digits import to_arabic

Rows = Sequence[Sequence[str]]

MOST_HEADINGS = 6
"""Rows at the top that may be headings."""

_YEAR = re.compile(r"(?<![0-9])25[5-9][0-9](?![0-9])")
_OTHER = ("น้ำหนัก", "ลำดับ", "ผลต่าง", "เปลี่ยน", "เพิ่ม", "ลด", "จำนวน", "เป้าหมาย", "ที่")
"""Words over columns of figures that are no scores."""

_SCORE = "คะแนน"
_LATEST_FIRST = 20
"""A row's number that a table copied in part may begin with."""


def year_in(text: str) -> int:
    """The one year (พ.ศ.) that a text names, or 0."""
    found = set(_YEAR.findall(to_arabic(text)))
    return int(found.pop()) if len(found) == 1 else 0


def is_score(cell: str) -> bool:
    """Whether a cell holds a number that can be a score."""
    value = read_score(cell).value
    return value is not None and not score_problem(value)


def heading_count(rows: Rows) -> int:
    """How many rows at the top hold no score at all; headings among them name columns."""
    count = 0
    for row in rows[:MOST_HEADINGS]:
        if any(is_score(cell) for cell in row):
            break
        count += 1
    return count


def score_columns(rows: Rows, year: int) -> tuple[int, ...]:
    """For each column the year (พ.ศ.) whose scores it holds, 0 where it holds none.

    Columns take the year their heading names. One column without a year is of ``year``; of
    several without, the one headed คะแนน, else the last.
    """
    headings = heading_count(rows)
    width = max((len(row) for row in rows), default=0)
    columns = [[row[at] for row in rows[headings:] if at < len(row)] for at in range(width)]
    names = [" ".join(row[at] for row in rows[:headings] if at < len(row)) for at in range(width)]
    found = [at for at in range(width) if _holds_scores(columns[at], names[at])]
    years = {at: year_in(names[at]) for at in found}
    if not any(years.values()) and found:
        chosen = next((at for at in found if _SCORE in names[at]), found[-1])
        years = {chosen: year_in(" ".join(names)) or year}
    return tuple(years.get(at, 0) for at in range(width))


def _holds_scores(cells: Sequence[str], heading: str) -> bool:
    said = [cell for cell in cells if cell]
    scores = [cell for cell in said if is_score(cell)]
    if not scores:
        return False
    if year_in(heading) or _SCORE in heading:
        return not any(word in heading for word in _OTHER[:-1])
    most = 2 * len(scores) >= len(said)
    return most and not _counts(said) and not any(word in heading for word in _OTHER)


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells only count rows: 1, 2, 3 …"""
    digits = [to_arabic(cell).strip(" .)") for cell in cells]
    if len(digits) < 2 or not all(one.isdecimal() for one in digits):
        return False
    numbers = [int(one) for one in digits]
    in_row = all(after == before + 1 for before, after in pairwise(numbers))
    return in_row and numbers[0] < _LATEST_FIRST


def upright(rows: Rows, names_row: Sequence[bool], names_column: Sequence[bool]) -> Rows:
    """The table with what scores are of going down; turned where it goes across.

    ``names_row`` says of each cell of the first row whether it names a score, ``names_column`` of
    each cell of the first column.
    """
    if sum(names_row[1:]) < 2 or sum(names_row[1:]) <= sum(names_column[1:]):
        return rows
    return tuple(zip(*rows, strict=True))
