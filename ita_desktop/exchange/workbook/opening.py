"""An .xlsx file as sheets of cells: what was typed, cleaned, and where it stands."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar
from xml.etree.ElementTree import ParseError

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import NO, YES, Cell
from ita_desktop.exchange.workbook.columns import sheet_title
from ita_desktop.exchange.workbook.kept import Kept, unpacked
from ita_desktop.exchange.workbook.read_me import READ_ME
from ita_desktop.exchange.workbook.writing import CHOICES, FIRST_ROW, HIDDEN, MARK
from ita_desktop.model.ids import Id
from ita_desktop.model.records import RECORDS, Record
from ita_desktop.thai.dates import BUDDHIST_OFFSET, format_date
from ita_desktop.thai.text import clean

T = TypeVar("T")

MOST_ROWS = 50_000
"""Rows of a sheet beyond which no office's records lie."""

_MOST_EMPTY = 2_000
"""Empty rows in a row after which a sheet counts as ended."""

_MOST_COLUMNS = 300
MOST_BYTES = 200_000_000
"""Of a workbook unpacked: more is no office's, and might fill the memory."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as Excel counts (from 1), its record's id or empty, its cells by column
    (from 1; the hidden first column left aside)."""

    number: int
    record_id: Id
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one kind of record: the name and heading of each column, and its rows."""

    kind: type[Record]
    title: str
    names: Mapping[int, str]
    headings: Mapping[int, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as it was found; ``edit`` is the file's last edit when it was written."""

    sheets: tuple[Sheet, ...]
    kept: Mapping[tuple[str, Id], Kept] = field(default_factory=dict)
    edit: str = ""
    strange: tuple[str, ...] = ()
    """Sheets that are none of the program's."""


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A sheet of whatever kind: its name, and every row with something in it by its number."""

    title: str
    rows: tuple[tuple[int, list[Cell]], ...]


def read_book(data: bytes) -> Book:
    """The workbook. Raises UserError where it is none, or has no sheet of ours."""
    return _opened(data, _book)


def read_sheets(data: bytes) -> tuple[PlainSheet, ...]:
    """Every sheet of a workbook. Raises UserError where it is none."""
    return _opened(
        data,
        lambda book: tuple(PlainSheet(one.title, tuple(_rows(one))) for one in book.worksheets),
    )


def first_cells(data: bytes) -> tuple[str, ...]:
    """What stands in the first cell of every sheet. Raises UserError where it is no workbook."""
    return _opened(data, lambda book: tuple(map(_first_cell, book.worksheets)))


def _first_cell(sheet: Any) -> str:
    rows = sheet.iter_rows(max_row=1, max_col=1)
    return next((_cell(one).text for row in rows for one in row), "")


def _opened(data: bytes, read: Callable[[Any], T]) -> T:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _look_inside(data)
    try:
        with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as book:
            return read(book)
    except (
        *(zipfile.BadZipFile, InvalidFileException, ParseError, EOFError),
        *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError),
    ) as error:
        raise _unreadable() from error


def _look_inside(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(one.file_size for one in parts.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise _unreadable() from error
    if size > MOST_BYTES:
        raise UserError("แฟ้ม Excel นี้ใหญ่เกินไป", "ลบแผ่นและแถวที่ไม่เกี่ยวข้องออก แล้วบันทึกใหม่")


def _unreadable() -> UserError:
    return UserError(
        "เปิดแฟ้มนี้เป็นสมุดงาน Excel ไม่ได้ แฟ้มอาจเสีย มีรหัสผ่าน หรือเป็น Excel รุ่นเก่า (.xls)",
        "เปิดใน Excel แล้วบันทึกเป็น “Excel Workbook (*.xlsx)” โดยไม่ใส่รหัสผ่าน แล้วนำเข้าใหม่",
    )


def _book(book: Any) -> Book:
    kinds = {kind.TABLE: kind for kind in RECORDS}
    titles = {sheet_title(kind): kind for kind in RECORDS}
    sheets: dict[type[Record], Sheet] = {}
    kept: dict[tuple[str, Id], Kept] = {}
    edit, strange = "", []
    for sheet in book.worksheets:
        rows = _rows(sheet)
        if sheet.title == HIDDEN:
            edit, kept = _hidden(rows)
            continue
        first = next(rows, (1, []))[1]
        mark = first[0].text if first else ""
        kind = kinds.get(mark.removeprefix(f"{MARK}:")) or titles.get(sheet.title)
        if kind is None:
            strange += [] if sheet.title in (READ_ME, CHOICES) else [sheet.title]
        elif kind in sheets:
            raise UserError(
                f"แผ่น “{sheets[kind].title}” และแผ่น “{sheet.title}” เป็นข้อมูลชนิดเดียวกัน",
                "ย้ายแถวมารวมในแผ่นเดียว แล้วลบอีกแผ่น",
            )
        else:
            sheets[kind] = _sheet(kind, sheet.title, first, mark, rows)
    if not sheets:
        raise UserError(
            "ไม่พบแผ่นข้อมูลของโปรแกรมในสมุดงานนี้",
            "ใช้สมุดงานที่ส่งออกจากโปรแกรม หรือบันทึกแบบฟอร์ม Excel เปล่าจากเมนูแฟ้มมากรอก",
        )
    ordered = tuple(sheets[kind] for kind in RECORDS if kind in sheets)
    return Book(ordered, kept, edit, tuple(strange))


def _sheet(
    kind: type[Record],
    title: str,
    first: list[Cell],
    mark: str,
    rows: Iterable[tuple[int, list[Cell]]],
) -> Sheet:
    """A sheet of ours. Where the hidden row of names is gone, the headings stand in the first."""
    names = {at: one.text for at, one in enumerate(first) if at and one.text}
    headings = names
    found: list[Row] = []
    marked = mark.startswith(f"{MARK}:")
    for number, cells in rows:
        if marked and number < FIRST_ROW + 1:
            headings = {at: one.text for at, one in enumerate(cells) if at and one.text}
            continue
        filled = {at: one for at, one in enumerate(cells) if at and (one.text or one.fault)}
        record_id = cells[0].text if cells else ""
        if filled or record_id:
            found.append(Row(number, record_id, filled))
    return Sheet(kind, title, names if marked else {}, headings, tuple(found))


def _hidden(rows: Iterable[tuple[int, list[Cell]]]) -> tuple[str, dict[tuple[str, Id], Kept]]:
    edit, kept = "", {}
    for number, cells in rows:
        texts = [one.text for one in cells]
        if number == 1:
            edit = texts[2] if len(texts) > 2 else ""
        elif len(texts) > 2:
            kept[texts[0], texts[1]] = unpacked(texts[2:])
    return edit, kept


def _rows(sheet: Any) -> Iterator[tuple[int, list[Cell]]]:
    """Every row with something in it, with its number."""
    empty = 0
    for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), start=1):
        cells = [_cell(one) for one in row]
        if any(one.text or one.fault for one in cells):
            empty = 0
            yield number, cells
            continue
        empty += 1
        if number == 1:
            yield number, cells
        if empty > _MOST_EMPTY:
            return
        if number > MOST_ROWS:
            raise UserError(f"แผ่น “{sheet.title}” มีแถวมากเกินไป", "ลบแถวที่ไม่เกี่ยวข้องออก แล้วบันทึกใหม่")


def _cell(found: Any) -> Cell:
    value = found.value
    if value is None:
        return Cell()
    if found.data_type == "e":
        return Cell(fault=str(value))
    match value:
        case bool():
            return Cell(YES if value else NO)
        case datetime.datetime():
            return _day(value.date())
        case datetime.date():
            return _day(value)
        case int() | float():
            return Cell(_number(value, str(getattr(found, "number_format", "") or "")))
    return Cell(clean(str(value)))


def _day(day: datetime.date) -> Cell:
    """A date of Excel's; one typed in พ.ศ. into a calendar of ค.ศ. is brought back."""
    if day.year > 2400:
        try:
            day = day.replace(year=day.year - BUDDHIST_OFFSET)
        except ValueError:  # the 29th of February, which that year has not
            day = day.replace(year=day.year - BUDDHIST_OFFSET, day=28)
    return Cell(format_date(day), day)


def _number(value: float, number_format: str) -> str:
    """A number with the decimals that its cell shows."""
    number = Decimal(repr(value))
    number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    decimals = number_format.partition(".")[2]
    places = len(decimals) - len(decimals.lstrip("0"))
    if "%" in number_format:
        places = 0
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent < places:
        number = number.quantize(Decimal(1).scaleb(-places))
    return f"{number:f}"
