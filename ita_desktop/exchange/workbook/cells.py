"""One cell of a workbook: what is written into it, and what was found in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from ita_desktop.thai.text import clean

Written: TypeAlias = str | int | Decimal
"""What goes into a cell: text, or a number that can be reckoned with."""

YES, NO = "ใช่", "ไม่ใช่"

MOST_LETTERS = 32_000
"""Excel holds 32,767 letters in a cell; some room is left for what says that there is more."""

CUT_OFF = "…(ยาวเกินช่องของ Excel ส่วนที่เหลืออยู่ในแฟ้มงาน)"

_MOST_DIGITS = 15
"""Digits that Excel keeps of a number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, as cleaned text; ``day`` where Excel holds a date in it, ``fault``
    the sign of a formula that failed, such as ``#REF!``."""

    text: str = ""
    day: date | None = None
    fault: str = ""


def text_of(written: Written) -> str:
    """What is written, as the text it will be found as."""
    if isinstance(written, Decimal):
        return f"{written:f}"
    return fitting(written) if isinstance(written, str) else str(written)


def fitting(text: str) -> str:
    """The text as a cell can hold it."""
    cleaned = clean(text)
    if len(cleaned) <= MOST_LETTERS:
        return cleaned
    return clean(cleaned[:MOST_LETTERS]) + CUT_OFF


def reckonable(number: Decimal) -> Written:
    """A number as a number where Excel keeps all its digits, else as text."""
    _sign, digits, exponent = number.as_tuple()
    plain = isinstance(exponent, int) and -10 <= exponent <= 0
    return number if plain and len(digits) <= _MOST_DIGITS else f"{number:f}"


def digest(text: str) -> str:
    """A short fingerprint of a cell's cleaned text: a cell that has it stands as it was written."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]


def one_line(text: str) -> str:
    """The text on one line, runs of spaces as one."""
    return " ".join(clean(text).split())
