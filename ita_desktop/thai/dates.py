"""Dates of the Buddhist era (พุทธศักราช).

Inside the program a date is a :class:`datetime.date` of the common era; พ.ศ. is made here, at the
edges. Fiscal year N runs from 1 October N−1 to 30 September N (พ.ร.บ. วิธีการงบประมาณ พ.ศ. ๒๕๖๑).
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import Enum

from ita_desktop.thai.digits import like_typed
from ita_desktop.thai.months import month_name, nearest_month
from ita_desktop.thai.time_tokens import Kind, Token, tokens

BUDDHIST_OFFSET = 543
"""พ.ศ. less ค.ศ."""

_FIRST_YEAR, _LAST_YEAR = 2440, 2600


class DateStyle(Enum):
    """How a date is printed."""

    FULL = "full"  # 3 เมษายน 2566
    WITH_ERA = "with-era"  # 31 มีนาคม พ.ศ. 2566
    SHORT = "short"  # 3 เม.ย. 66


@dataclass(frozen=True)
class Misread:
    """What was typed and could not be read: what is wrong with it, and what it may mean."""

    text: str
    problem: str
    suggestions: tuple[str, ...] = ()


def format_date(date: datetime.date, style: DateStyle = DateStyle.FULL) -> str:
    """The date in พ.ศ. with Arabic digits; the document turns them into its own kind."""
    year = date.year + BUDDHIST_OFFSET
    if style is DateStyle.SHORT:
        return f"{date.day} {month_name(date.month, short=True)} {year % 100:02d}"
    era = "พ.ศ. " if style is DateStyle.WITH_ERA else ""
    return f"{date.day} {month_name(date.month)} {era}{year}"


def fiscal_year(date: datetime.date) -> int:
    """The fiscal year (ปีงบประมาณ พ.ศ.) a day lies in."""
    return date.year + BUDDHIST_OFFSET + (date.month >= 10)


def fiscal_year_span(year: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of fiscal year ``year`` (พ.ศ.)."""
    common = year - BUDDHIST_OFFSET
    return datetime.date(common - 1, 10, 1), datetime.date(common, 9, 30)


def buddhist_year(digits: str, *, common_era: bool = False) -> int | None:
    """The year (พ.ศ.) that typed digits mean, or None: 66 is 2566, and under 2400 is ค.ศ."""
    if not digits.isdecimal() or len(digits) not in (2, 4):
        return None
    number = int(digits)
    if len(digits) == 2:
        return 2000 + number + BUDDHIST_OFFSET if common_era else 2500 + number
    if common_era or number < 2400:
        return number + BUDDHIST_OFFSET if number < 2400 else None
    return number


def split_numeric(text: str) -> tuple[str, str, str]:
    """Day, month and year, as typed, of 31/3/2566 or 2023-03-31."""
    first, month, last = re.split(r"[/.-]", text)
    return (last, month, first) if len(first) == 4 else (first, month, last)


def read_date(text: str) -> datetime.date | Misread:
    """The date typed, in any usual form; a day that no calendar has is refused, never bent.

    Reads ``31 มีนาคม 2566``, ``๓ เดือน เมษายน พ.ศ. ๒๕๖๖``, ``31 มี.ค. 66``, ``31/3/2566``,
    ``31-03-66``, years in พ.ศ. or ค.ศ., either kind of digits. Two-digit years are 25xx.
    """
    found = [token for token in tokens(text) if token.kind is not Kind.FILLER]
    if not found:
        return Misread(text, "ยังไม่ได้กรอกวันที่ พิมพ์เช่น 31 มีนาคม 2566")
    common_era = any(token.kind is Kind.COMMON for token in found)
    named_era = common_era or any(token.kind is Kind.BUDDHIST for token in found)
    found = [token for token in found if token.kind not in (Kind.COMMON, Kind.BUDDHIST)]
    parts = _parts(found)
    if parts is None:
        return Misread(text, f"อ่านวันที่ “{text.strip()}” ไม่ออก พิมพ์เช่น 31 มีนาคม 2566")
    day, month, year = parts
    problems: list[str] = []
    number = int(month.text) if month.kind is Kind.NUMBER else month.number
    right_month: int | None = number if 1 <= number <= 12 else None
    if month.kind is Kind.UNKNOWN:
        right_month = nearest_month(month.text)
    if month.kind is Kind.UNKNOWN or right_month is None:
        problems.append(month_problem(month.text, right_month))
    right_year = buddhist_year(year, common_era=common_era)
    if named_era and not common_era and len(year) == 4 and int(year) < 2400:
        problems.append(f"ปี พ.ศ. {year} ไม่ถูกต้อง น่าจะเป็น {int(year) + BUDDHIST_OFFSET}")
    elif right_year is None or not _FIRST_YEAR <= right_year <= _LAST_YEAR:
        right_year = None
        problems.append(f"ปี “{year}” ไม่ใช่ปี พ.ศ. ที่ใช้ได้")
    if wrong_day := day_problem(int(day), right_month, right_year):
        problems.insert(0, wrong_day)
    suggestions: tuple[str, ...] = ()
    if right_month and right_year:
        last = calendar.monthrange(right_year - BUDDHIST_OFFSET, right_month)[1]
        nearby = min(max(int(day), 1), last)
        date = datetime.date(right_year - BUDDHIST_OFFSET, right_month, nearby)
        if not problems:
            return date
        suggestions = (like_typed(format_date(date), text),)
    return Misread(text, " และ".join(problems), suggestions)


def day_problem(day: int, month: int | None, year: int | None) -> str:
    """What is wrong with a day, or ""; its month and year (พ.ศ.) may be unknown."""
    if not 1 <= day <= 31:
        return f"ไม่มีวันที่ {day} ในปฏิทิน"
    if month is None:
        return ""
    leap_year = 2024
    last = calendar.monthrange(year - BUDDHIST_OFFSET if year else leap_year, month)[1]
    if day <= last:
        return ""
    which = f"{month_name(month)} {year}" if year else month_name(month)
    return f"เดือน{which} ไม่มีวันที่ {day} (มีถึงวันที่ {last})"


def month_problem(typed: str, meant: int | None) -> str:
    """What is wrong with a month typed by a wrong name or number."""
    if typed.isdecimal():
        return f"ไม่มีเดือนที่ {int(typed)}"
    guess = f" น่าจะเป็น “{month_name(meant)}”" if meant else ""
    return f"ไม่รู้จักเดือน “{typed}”{guess}"


def _parts(found: list[Token]) -> tuple[str, Token, str] | None:
    """The day's digits, the month's token and the year's digits, or None."""
    kinds = [token.kind for token in found]
    if kinds == [Kind.NUMERIC_DATE]:
        day, month, year = split_numeric(found[0].text)
        return day, Token(Kind.NUMBER, month), year
    if len(found) != 3 or kinds[0] is not Kind.NUMBER or kinds[2] is not Kind.NUMBER:
        return None
    if kinds[1] not in (Kind.MONTH, Kind.UNKNOWN) or len(found[0].text) > 2:
        return None
    return found[0].text, found[1], found[2].text
