"""What is told of a workbook that cannot be taken over as it is: bad cells, missing pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_desktop.thai.digits import to_thai_but_codes


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that cannot be read: ``row`` as Excel counts, ``column`` from 1 beside the hidden
    first one, what stands there, what is wrong, what to do."""

    sheet: str
    row: int
    column: int
    heading: str
    text: str
    problem: str
    remedy: str

    @property
    def address(self) -> str:
        """``D5``"""
        letters, number = "", self.column + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{letters}{self.row}"

    @property
    def words(self) -> str:
        """The whole of it on one line."""
        where = f"แผ่น “{self.sheet}” ช่อง {self.address}"
        heading = f" ({self.heading})" if self.heading else ""
        return f"{where}{heading}: {self.problem} — {self.remedy}"


@dataclass(frozen=True, slots=True)
class Lost:
    """A picture, scan or PDF that the office file does not hold, and a workbook cannot bring."""

    sheet: str
    row: int
    heading: str


def thai_digits(sentence: str) -> str:
    """A sentence in Thai digits, with what it quotes as it was typed or is to be typed."""
    parts = re.split("(“[^”]*”)", sentence)
    return "".join(one if one.startswith("“") else to_thai_but_codes(one) for one in parts)
