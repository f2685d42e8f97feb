"""Plain values in a cell: texts, numbers, dates, choices, timelines.

Each pair of functions writes a value and reads it; reading raises UserError for what it cannot be.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import (
    NO,
    YES,
    Cell,
    Written,
    one_line,
    reckonable,
)
from ita_desktop.exchange.workbook.names import Place
from ita_desktop.model.fields import Field
from ita_desktop.thai.dates import Misread, format_date, read_date
from ita_desktop.thai.digits import to_arabic, to_thai_but_codes
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.number_reading import read_number
from ita_desktop.thai.text import fold
from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timeline_styles import format_timeline
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread

_YES = (YES, "มี", "จริง", "ครบ", "yes", "true", "1", "/", "✓", "✔")
_NO = (NO, "ไม่", "ไม่มี", "ไม่ครบ", "no", "false", "0", "-")
_ERA = re.compile(r"^(?:ปี\s*)?(?:งบประมาณ\s*)?(?:พ\.?\s?ศ\.?\s*)?(?=[0-9])")
_LARGEST = 2**63


def write_text(_field: Field, value: str, _place: Place) -> str:
    return value


def read_text(_field: Field, cell: Cell, _place: Place) -> str:
    return cell.text


def read_line(_field: Field, cell: Cell, _place: Place) -> str:
    return one_line(cell.text) if "\n" in cell.text else cell.text


def write_integer(_field: Field, value: int, _place: Place) -> Written:
    return value if abs(value) < 10**15 else str(value)


def read_integer(field: Field, cell: Cell, _place: Place) -> int:
    bare = _ERA.sub("", to_arabic(one_line(cell.text)))
    found = read_number(bare)
    if isinstance(found, Misread) or found != found.to_integral_value() or abs(found) >= _LARGEST:
        raise UserError(f"“{cell.text}” ไม่ใช่จำนวนเต็ม", "พิมพ์เป็นตัวเลข เช่น 6")
    if field.name.endswith("year") and not 2500 <= found <= 2700:
        raise UserError(f"“{cell.text}” ไม่ใช่ปี พ.ศ.", "พิมพ์ปี พ.ศ. สี่หลัก เช่น 2569")
    return int(found)


def write_number(_field: Field, value: Decimal | Unread | None, _place: Place) -> Written:
    if isinstance(value, Unread):
        return value.text
    return "" if value is None else reckonable(value)


def read_number_cell(_field: Field, cell: Cell, _place: Place) -> Decimal:
    found = read_number(one_line(cell.text))
    if isinstance(found, Misread):
        raise _misread(found, "พิมพ์เป็นตัวเลข เช่น 85.50 หรือเว้นว่างไว้")
    return found


def write_flag(_field: Field, value: bool, _place: Place) -> str:
    return YES if value else NO


def read_flag(_field: Field, cell: Cell, _place: Place) -> bool:
    words = to_arabic(fold(cell.text))
    if words in _YES:
        return True
    if words in _NO:
        return False
    raise UserError(f"ไม่ทราบว่า “{cell.text}” คือ{YES}หรือ{NO}", f"เลือก “{YES}” หรือ “{NO}”")


def write_date(_field: Field, value: date | Unread | None, _place: Place) -> str:
    if isinstance(value, Unread):
        return value.text
    return format_date(value) if value else ""


def read_date_cell(_field: Field, cell: Cell, _place: Place) -> date:
    if cell.day is not None:
        return cell.day
    found = read_date(one_line(cell.text))
    if isinstance(found, Misread):
        raise _misread(found, "พิมพ์เช่น 31 มีนาคม 2569")
    return found


def choice_label(choice: Enum) -> str:
    """The Thai words by which a choice is picked."""
    return str(getattr(choice, "label", choice.value))


def write_choice(_field: Field, value: Enum | None, _place: Place) -> str:
    return choice_label(value) if value is not None else ""


def read_choice(field: Field, cell: Cell, _place: Place) -> Enum:
    labels: dict[str, Enum] = {}
    for one in field.choices or ():
        labels[fold(str(one.value))] = one
        labels[fold(choice_label(one))] = one
    words = fold(one_line(cell.text))
    if words in labels:
        return labels[words]
    meant = labels.get(nearest(words, labels, limit=0.35))
    known = ", ".join(f"“{choice_label(one)}”" for one in field.choices or ())
    hint = f"น่าจะเป็น “{choice_label(meant)}” " if meant is not None else ""
    raise UserError(f"“{cell.text}” ไม่อยู่ในรายการให้เลือก", f"{hint}เลือกจาก {known}")


def write_timeline(_field: Field, value: Timeline | Unread | None, _place: Place) -> str:
    return format_timeline(value)


def read_timeline_cell(_field: Field, cell: Cell, place: Place) -> Timeline | Unread | None:
    if cell.day is not None:
        return Timeline(TimePoint.of(cell.day), TimePoint.of(cell.day))
    reading = read_timeline(one_line(cell.text), place.action_year)
    if reading.problem:
        meant = " หรือ ".join(f"“{one}”" for one in reading.suggestions)
        remedy = f"ถ้าหมายถึง {meant} ให้พิมพ์อย่างนั้น" if meant else "พิมพ์เช่น ต.ค. 2568 - ก.ย. 2569"
        raise UserError(reading.problem, remedy)
    return reading.value


def _misread(found: Misread, usual: str) -> UserError:
    meant = " หรือ ".join(f"“{one}”" for one in found.suggestions)
    return UserError(
        to_thai_but_codes(found.problem), f"ถ้าหมายถึง {meant} ให้พิมพ์อย่างนั้น" if meant else usual
    )
