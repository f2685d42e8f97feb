"""Numbers as an office types and prints them: ``๑,๒๕๐,๐๐๐``, ``1250000.50``, ``50,000 บาท``."""

from __future__ import annotations

import re
from decimal import Decimal

from ita_desktop.thai.dates import Misread
from ita_desktop.thai.digits import like_typed, to_arabic, to_thai
from ita_desktop.thai.text import clean

_MOST_DIGITS = 18
_NUMBER = re.compile(
    r"(?P<sign>[-+\u2212\u2013]?)\s*(?P<whole>\d[\d,]*|(?=\.))(?:\.(?P<part>\d*))?"
)
_UNIT = re.compile(r"\s*(?:บาท(?:ถ้วน)?|คะแนน|คน|ครั้ง|ราย|เรื่อง|ฉบับ|แห่ง|โครงการ|%|\.?\s*-)$")
_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+")
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]+")


def read_number(text: str) -> Decimal | Misread:
    """The number typed, in either kind of digits, with or without commas at the thousands.

    A unit behind it (``บาท``, ``คน``, ``.-``) is taken off. Decimals stay as many as were typed.
    Misplaced commas are told with what they may mean, never set right silently.
    """
    typed = to_arabic(clean(text))
    bare = _UNIT.sub("", typed) or typed
    match = _NUMBER.fullmatch(bare)
    if match is None or not (match["whole"] or match["part"]):
        return Misread(text, f"“{clean(text)}” ไม่ใช่จำนวน", _pointed(bare, text))
    whole, part = match["whole"], match["part"] or ""
    digits = whole.replace(",", "")
    if len(digits) + len(part) > _MOST_DIGITS:
        return Misread(text, to_thai(f"จำนวนยาวเกิน {_MOST_DIGITS} หลัก ตรวจตัวเลขอีกครั้ง"))
    sign = "-" if match["sign"] not in ("", "+") else ""
    value = Decimal(f"{sign}{digits or '0'}" + (f".{part}" if part else ""))
    if "," in whole and not _GROUPS.fullmatch(whole):
        meant = like_typed(format_number(value), text)
        return Misread(text, "เครื่องหมายจุลภาคไม่ตรงหลักพัน", (meant,))
    return value


def format_number(value: Decimal) -> str:
    """A number with commas at the thousands: ``1,250,000.00``."""
    return f"{value:,f}"


def is_dash(text: str) -> bool:
    """Whether the text is a dash, by which an office says that there is no number."""
    return _DASHES.fullmatch(text.strip()) is not None


def _pointed(bare: str, typed: str) -> tuple[str, ...]:
    """What ``1.250.000`` or ``1 250 000`` may mean."""
    if re.fullmatch(r"\d{1,3}(?:(?:\.\d{3}){2,}|(?: \d{3})+)", bare):
        meant = Decimal(re.sub("[. ]", "", bare))
        return (like_typed(format_number(meant), typed),)
    return ()
