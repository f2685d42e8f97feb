"""A filled request read: what a division says of each of its measures, and every cell that is bad.

Measures are found by their key, whatever they are called by now. A cell that stands as it was sent
says nothing; what is read is held against the file by whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ita_desktop.errors import UserError
from ita_desktop.exchange.requests.columns import (
    DATE_COLUMN,
    DATE_MARK,
    GIVEN,
    HEADING_ROW,
    MARK,
    filled_columns,
    heading_of,
)
from ita_desktop.exchange.workbook.bad_cells import BadCell, thai_digits
from ita_desktop.exchange.workbook.cells import Cell, digest, one_line
from ita_desktop.exchange.workbook.columns import Column, place_of_record, read_cell
from ita_desktop.exchange.workbook.kept import Kept, unpacked
from ita_desktop.exchange.workbook.names import Names
from ita_desktop.exchange.workbook.opening import PlainSheet, first_cells, read_sheets
from ita_desktop.exchange.workbook.plain import read_date_cell
from ita_desktop.exchange.workbook.writing import HIDDEN
from ita_desktop.model.fields import field_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Measure, RoundReport, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.text import fold


@dataclass(frozen=True, slots=True)
class RequestMark:
    """Of what a request was made: the action year (พ.ศ.), the round in months, the division's id
    and name, the file's lineage and its office."""

    action_year: int
    month: int
    division_id: Id
    lineage: str
    division: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a row says: the values of the cells that were filled since the request was sent.

    ``seen`` is the digest of every cell as it was sent, empty where nobody knows.
    """

    measure: Measure
    row: int
    values: Mapping[str, Any]
    seen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RequestReading:
    """A filled request; nothing of one with ``bad`` cells is to be taken over."""

    mark: RequestMark
    reported: date | None
    answers: tuple[Answer, ...]
    bad: tuple[BadCell, ...]


def is_request(data: bytes) -> bool:
    """Whether a workbook is a request. Raises UserError where it is no workbook."""
    return any(one.startswith(f"{MARK}:") for one in first_cells(data))


def read_request(data: bytes, snapshot: Snapshot) -> RequestReading:
    """What a filled request says to an office.

    Raises UserError where it is none, and where its year's work or round cannot be told.
    """
    sheets = read_sheets(data)
    sheet = next((one for one in sheets if _mark_words(one).startswith(f"{MARK}:")), None)
    if sheet is None:
        raise UserError("แฟ้มนี้ไม่ใช่แบบรายงานผลของโปรแกรม", "ใช้สมุดงานที่โปรแกรมทำให้ในการขอผลจากสำนัก/กอง")
    hidden = next((one for one in sheets if one.title == HIDDEN), PlainSheet(HIDDEN, ()))
    mark = _mark(_mark_words(sheet), hidden)
    year = next((one for one in snapshot.years if one.action_year == mark.action_year), None)
    if year is None:
        held = ", ".join(str(one.action_year) for one in snapshot.years)
        raise UserError(
            thai_digits(f"แบบรายงานนี้เป็นของปีงบประมาณ {mark.action_year} ซึ่งไม่มีในแฟ้มงานที่เปิดอยู่"),
            thai_digits(f"เปิดแฟ้มงานที่มีปีนั้น ปีที่มีในแฟ้มนี้: {held}"),
        )
    return _Reader(sheet, hidden, snapshot, year, mark).reading()


def _mark_words(sheet: PlainSheet) -> str:
    return sheet.rows[0][1][0].text if sheet.rows and sheet.rows[0][1] else ""


def _mark(words: str, hidden: PlainSheet) -> RequestMark:
    told = [one.text for one in hidden.rows[0][1]] if hidden.rows else []
    division, office = (*told[1:3], "", "")[:2]
    try:
        _mark_word, year, month, division_id, lineage = words.split(":", 4)
        return RequestMark(int(year), int(month), division_id, lineage, division, office)
    except ValueError as error:
        raise UserError(
            "อ่านไม่ได้ว่าแบบรายงานนี้เป็นของปีและรอบใด แถวที่ซ่อนไว้ถูกแก้ไข",
            "ทำแบบขอผลใหม่จากโปรแกรม แล้วคัดลอกผลที่กรอกไว้มาวาง",
        ) from error


class _Reader:
    """Goes through the rows of one sheet."""

    def __init__(
        self,
        sheet: PlainSheet,
        hidden: PlainSheet,
        snapshot: Snapshot,
        year: YearWork,
        mark: RequestMark,
    ) -> None:
        self._sheet = sheet
        self._snapshot = snapshot
        self._year = year
        self._mark = mark
        self._names = Names(snapshot)
        self._kept = {
            cells[0].text: unpacked(one.text for one in cells[1:])
            for _number, cells in hidden.rows[1:]
            if cells and cells[0].text
        }
        self._columns = self._found_columns()
        self._bad: list[BadCell] = []

    def reading(self) -> RequestReading:
        answers: list[Answer] = []
        seen: dict[Id, int] = {}
        for number, cells in self._rows():
            measure = self._measure(number, cells)
            if measure is None:
                continue
            if measure.id in seen:
                problem = f"มาตรการซ้ำกับแถวที่ {seen[measure.id]}"
                self._tell(number, 1, cells, problem, "ลบแถวที่ซ้ำออก ให้เหลือมาตรการละแถว")
                continue
            seen[measure.id] = number
            answers.append(self._answer(number, cells, measure))
        reported = self._reported()
        return RequestReading(self._mark, reported, tuple(answers), tuple(self._bad))

    def _found_columns(self) -> dict[int, Column]:
        """The columns to be filled by their place, from 0, by hidden names or else by headings."""
        columns = filled_columns(self._snapshot)
        names = {one.name: one for one in columns}
        headings = {fold(heading_of(one)): one for one in columns}
        first = self._sheet.rows[0][1]
        found = {at: names[one.text] for at, one in enumerate(first) if one.text in names}
        if not found:
            for _number, cells in self._sheet.rows[1:]:
                said = {
                    at: headings[fold(one.text)]
                    for at, one in enumerate(cells)
                    if fold(one.text) in headings
                }
                if len(said) >= len(columns) // 2:
                    found = said
                    break
        missing = [heading_of(one) for one in columns if one not in found.values()]
        if missing:
            words = ", ".join(f"“{one}”" for one in missing)
            raise UserError(
                f"แบบรายงานนี้ไม่มีคอลัมน์ {words}",
                "คืนคอลัมน์ที่ลบไป หรือทำแบบขอผลใหม่จากโปรแกรม",
            )
        return found

    def _rows(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Rows below the headings in which something stands."""
        for number, cells in self._sheet.rows[1:]:
            if number > HEADING_ROW + 1 and any(one.text or one.fault for one in cells):
                yield number, cells

    def _measure(self, number: int, cells: Sequence[Cell]) -> Measure | None:
        """The measure that a row is about: by its hidden key, else by its title."""
        key = cells[0].text if cells else ""
        held = self._snapshot.get(Measure, key)
        if held is not None and held.year_id == self._year.id:
            return held
        said = any(cells[at].text for at in self._columns if at < len(cells))
        title = cells[2].text.split("\n")[0] if len(cells) > 2 else ""
        measures = self._snapshot.measures(self._year.id)
        by_title = {fold(one_line(one.title)): one for one in measures if one.title}
        if not key and fold(one_line(title)) in by_title:
            return by_title[fold(one_line(title))]
        if not said:
            return None
        meant = by_title.get(nearest(fold(one_line(title)), by_title, limit=0.3))
        hint = f"น่าจะเป็น “{meant.title}” " if meant is not None else ""
        gone = "ถูกลบออกจากแฟ้มงานแล้ว หรือเป็นของแฟ้มงานอื่น" if key else "ไม่มีในแฟ้มงาน"
        self._tell(
            number,
            2,
            cells,
            f"ไม่พบมาตรการของแถวนี้ ({gone})",
            f"{hint}คืนแถวเดิมในแบบ หรือพิมพ์ผลนี้ในโปรแกรมเอง แล้วล้างช่องที่กรอกในแถวนี้",
        )
        return None

    def _answer(self, number: int, cells: Sequence[Cell], measure: Measure) -> Answer:
        kept = self._kept.get(measure.id, Kept())
        report = RoundReport.of(measure.id, self._mark.month)
        place = place_of_record(self._names, report)
        values: dict[str, Any] = {}
        for at, column in self._columns.items():
            cell = cells[at] if at < len(cells) else Cell()
            seen = kept.seen.get(column.name)
            as_sent = seen == digest(cell.text) or (seen is None and not cell.text)
            if as_sent and not cell.fault:
                continue
            try:
                values[column.name] = read_cell(RoundReport, column, cell, place)
            except UserError as wrong:
                self._tell(number, at, cells, wrong.problem, wrong.remedy)
        return Answer(measure, number, values, kept.seen)

    def _reported(self) -> date | None:
        """The day of the report, where one was given."""
        for number, cells in self._sheet.rows[1:]:
            if cells and cells[0].text == DATE_MARK and len(cells) > DATE_COLUMN:
                cell = cells[DATE_COLUMN]
                if not cell.text:
                    return None
                try:
                    place = place_of_record(self._names, self._year)
                    return read_date_cell(field_of(RoundReport, "reported"), cell, place)
                except UserError as wrong:
                    self._tell(number, DATE_COLUMN, cells, wrong.problem, wrong.remedy)
        return None

    def _tell(self, number: int, at: int, cells: Sequence[Cell], problem: str, remedy: str) -> None:
        column = self._columns.get(at)
        heading = heading_of(column) if column else ""
        if at <= len(GIVEN) and not column:
            heading = "วันที่รายงาน" if cells and cells[0].text == DATE_MARK else GIVEN[at - 1][1]
        text = cells[at].text or cells[at].fault if at < len(cells) else ""
        said = (thai_digits(problem), thai_digits(remedy))
        self._bad.append(BadCell(self._sheet.title, number, at, heading, text, *said))
