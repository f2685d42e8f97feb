"""Offices and filled requests for tests of rounds: real files, filled as a division would."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import openpyxl

from ita_desktop.exchange.requests.columns import FIRST_ROW, NAMES_ROW
from ita_desktop.exchange.requests.writing import SHEET
from ita_desktop.model.records import Measure, Record, YearWork
from ita_desktop.model.values import AllDivisions, DivisionRef, Monitoring, PersonRef, PositionRef
from ita_desktop.session.rounds.requests import EXCEL, all_asked, make_requests
from ita_desktop.session.session import Session
from tests.aids.small_office import YEAR, office_records

WORK = YearWork.of(YEAR)
SHARED = Measure(
    id="m4",
    year_id=WORK.id,
    rank="4",
    title="เผยแพร่ข้อมูลสาธารณะ",
    responsible=(AllDivisions(),),
    monitoring=Monitoring(months=(6, 12)),
)
LATE = Measure(
    id="m5",
    year_id=WORK.id,
    rank="5",
    title="ทบทวนคู่มือประชาชน",
    responsible=(PersonRef("n2"), PositionRef("p2")),
    monitoring=Monitoring(months=(12,)),
)


def round_records() -> tuple[Record, ...]:
    """The small office with a measure of every division, and one that is monitored at the end."""
    return (*office_records(), SHARED, LATE)


def two_divisions_measure(session: Session) -> Measure:
    """A measure of the secretariat and of the treasury, added to the open office."""
    both = (DivisionRef("d1"), DivisionRef("d2"))
    measure = dataclasses.replace(SHARED, id="m6", rank="6", title="ลดขั้นตอน", responsible=both)
    session.add(measure)
    return measure


def request_of(session: Session, division: str, folder: Path, month: int = 6) -> Path:
    """The workbook that asks a division, written into a folder of its own."""
    asked = all_asked(session.snapshot, WORK, month, [division])
    [path] = make_requests(session, asked, folder, kinds=(EXCEL,))
    return path


def fill(path: Path, measure_id: str, values: Mapping[str, object]) -> None:
    """Type into the cells of one measure, by the names of the fields, and save."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    names = {cell.value: cell.column for cell in sheet[NAMES_ROW + 1]}
    keys = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=FIRST_ROW + 1)}
    for name, value in values.items():
        sheet.cell(keys[measure_id], names[name]).value = value
    book.save(path)
