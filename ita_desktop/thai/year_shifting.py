"""Years in free text moved on, as a clerk does who starts from last year's text.

Only years of the work are moved (``ปีงบประมาณ พ.ศ. ๒๕๖๘``, ``มีนาคม ๒๕๖๘``, ``ต.ค. ๖๗``,
``31/3/2568``). What names something that stays as it is keeps its year: laws and rules
(``พระราชบัญญัติ… พ.ศ. ๒๕๖๐``), numbers and dates of orders and letters (``ที่ ๑๕๖/๒๕๖๘ ลงวันที่ …``),
plans over several years (``๒๕๖๖ - ๒๕๗๐``), amounts (``2,568 บาท``) and addresses on the web.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from dataclasses import dataclass

from ita_desktop.thai.dates import BUDDHIST_OFFSET
from ita_desktop.thai.digits import address_places, like_typed, to_arabic
from ita_desktop.thai.months import MONTHS, SHORT_MONTHS


@dataclass(frozen=True, slots=True)
class Shifted:
    """The text with its years moved, and how many were."""

    text: str
    count: int = 0


_D = "[0-9๐-๙]"
_FULL = f"(?:25|๒๕){_D}{{2}}"
_BOUND = rf"(?<!{_D})(?<!{_D}[.,])"
_END = rf"(?![.,]?{_D})"
_ERA = r"(?:พ\.\s*ศ\.?\s*)?"
_MONTH = "|".join(re.escape(name).replace(r"\.", r"\.?\s?") for name in (*MONTHS, *SHORT_MONTHS))
_SPAN = (
    rf"{_BOUND}(?P<first>{_FULL})(?P<dash>\s*(?:[-–—]|ถึง)\s*(?:ปี\s*)?{_ERA})(?P<last>{_FULL}){_END}"
)
_DATE = rf"{_BOUND}(?P<dm>{_D}{{1,2}}[/.-]{_D}{{1,2}}[/.-])(?P<date>{_FULL}){_END}"
_NUMBERED = rf"{_D}+\s?/\s?(?P<numbered>{_FULL}){_END}"
_FEBRUARY = r"(?:กุมภาพันธ์|ก\.?\s?พ\.?)"
_LEAP = (
    rf"{_BOUND}(?P<leap29>29|๒๙)(?P<feb>\s*(?:เดือน\s*)?{_FEBRUARY}\s*{_ERA})"
    rf"(?P<leap>{_FULL}|{_D}{{2}}){_END}"
)
_UNIT = r"(?:บาท|คน|ราย|ครั้ง|ชุด|ฉบับ|รายการ|เรื่อง|ครัวเรือน|แห่ง|เล่ม|แผ่น|ตัว|เครื่อง|ปี|เดือน|วัน)"
_SHORT = (
    rf"(?P<before>(?:{_MONTH}|ปีงบประมาณ|ประจำปี|ปีงบ|ปี)\s*{_ERA})"
    rf"(?P<short>{_D}{{2}})(?!\s*[/.,]?{_D})(?!\s*{_UNIT})"
)
_YEAR = rf"{_BOUND}(?<!/)(?P<year>{_FULL}){_END}(?!\s*/)(?!\s*{_UNIT})"
_ANY = re.compile("|".join((_SPAN, _DATE, _NUMBERED, _LEAP, _SHORT, _YEAR)))
_LAW = re.compile(
    r"(?:พระราช(?:บัญญัติ|กำหนด|กฤษฎีกา)|พ\.\s?ร\.\s?[บกฎ]\.|รัฐธรรมนูญ|กฎกระทรวง|กฎ\s?ก\.|ระเบียบ|ข้อบังคับ"
    r"|ข้อบัญญัติ|เทศบัญญัติ|ประมวล|หลักเกณฑ์|ประกาศ|คำสั่ง|มาตรฐาน)[^\n]{0,140}พ\.\s?ศ\.\s*$"
)
_OF_A_YEAR = re.compile(r"(?:ปี(?:งบประมาณ)?|ประจำปี|" + _MONTH + r")\s*พ\.\s?ศ\.\s*$")
_DATED = re.compile(r"ลงวันที่[^\n]{0,30}$")
"""Ahead of the date of a letter or order that has been issued."""

_LONG_SPAN = 2
"""Years from first to last: a plan over so many years is no plan of the year's work."""


def shift_years(text: str, by: int, years: Collection[int]) -> Shifted:
    """The text with each of ``years`` (พ.ศ.) in it moved ``by`` years, in the digits typed."""
    count = 0

    def moved(digits: str) -> str:
        nonlocal count
        number = int(to_arabic(digits))
        year = number if number > 99 else 2500 + number
        if year not in years:
            return digits
        count += 1
        fresh = str(year + by)
        return like_typed(fresh if number > 99 else fresh[-2:], digits)

    def turn(match: re.Match[str]) -> str:
        found = match.groupdict()
        if found["first"]:
            first, last = (int(to_arabic(found[one])) for one in ("first", "last"))
            if last - first >= _LONG_SPAN:
                return match[0]
            return moved(found["first"]) + found["dash"] + moved(found["last"])
        ahead = match.string[: match.start()]
        if found["numbered"] or _DATED.search(ahead):
            return match[0]
        if found["date"]:
            return found["dm"] + moved(found["date"])
        if found["leap"]:
            return _leap_day(found["leap29"], moved(found["leap"]), found["feb"])
        if found["short"]:
            return found["before"] + moved(found["short"])
        if _LAW.search(ahead) and not _OF_A_YEAR.search(ahead):
            return match[0]
        return moved(found["year"])

    parts: list[str] = []
    for piece, spared in _pieces(text):
        parts.append(piece if spared else _ANY.sub(turn, piece))
    return Shifted("".join(parts), count)


def _leap_day(day: str, year: str, between: str) -> str:
    """29 February, or 28 where the year has none."""
    number = int(to_arabic(year))
    common = (number if number > 99 else 2500 + number) - BUDDHIST_OFFSET
    return f"{day if calendar.isleap(common) else like_typed('28', day)}{between}{year}"


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is an address, whose digits mean something else."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in address_places(text):
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    return [*pieces, (text[end:], False)]
