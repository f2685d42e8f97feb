"""What stands where in a request: the columns a division fills, their places and headings."""

from __future__ import annotations

from ita_desktop.exchange.workbook.columns import Column, columns_of
from ita_desktop.model.records import RoundReport
from ita_desktop.model.rounds import RESULTS
from ita_desktop.model.snapshot import Snapshot

MARK = "ita-request"
"""What the hidden first row begins with, before the year, the round, the division and the file."""

DATE_MARK = "reported"
"""What the hidden column says beside the day of the report."""

GIVEN = (("number", "ที่", 5), ("measure", "มาตรการ โครงการ หรือกิจกรรม", 40), ("when", "ระยะเวลา", 14))
"""Columns that are told and locked: name, heading, width in letters."""

HEADINGS = {"status_reason": "เหตุผลที่ดำเนินการไม่ได้", "recommendations": "ปัญหา อุปสรรค และข้อเสนอแนะ"}
WIDTHS = {
    "status": 17,
    "status_reason": 20,
    "results": 42,
    "outputs": 22,
    "outcomes": 30,
    "recommendations": 26,
    "note": 14,
}
NAMES_ROW, TITLE_ROW, DATE_ROW, HEADING_ROW, FIRST_ROW = 0, 1, 4, 5, 6
"""Rows, from 0: hidden names, title with two lines below it, the day, headings, first measure."""

DATE_COLUMN = 3
"""The column of the day, from 0."""


def filled_columns(snapshot: Snapshot) -> tuple[Column, ...]:
    """The columns a division fills, in their order."""
    columns = {one.name: one for one in columns_of(snapshot, RoundReport)}
    return tuple(columns[name] for name in RESULTS)


def heading_of(column: Column) -> str:
    """What stands over a column."""
    return HEADINGS.get(column.name, column.heading)
