"""What words of several commands mean."""

from __future__ import annotations

import argparse
from typing import Any, TypeAlias

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_arabic

Commands: TypeAlias = "argparse._SubParsersAction[Any]"
"""Where a command declares its words."""


def year_number(typed: str | None) -> int | None:
    """The fiscal year typed (พ.ศ.), in any digits. Raises UserError for what is none."""
    if typed is None:
        return None
    digits = to_arabic(typed).strip()
    if not digits.isdecimal() or not 2500 <= int(digits) <= 2700:
        raise UserError(f"“{typed}” ไม่ใช่ปีงบประมาณ", "พิมพ์ปี พ.ศ. สี่หลัก เช่น --year 2569")
    return int(digits)


def round_month(typed: str) -> int:
    """The months of a round typed, in any digits. Raises UserError for a round there is not."""
    from ita_desktop.session.rounds.requests import require_round

    digits = to_arabic(typed).strip()
    if not digits.isdecimal():
        raise UserError(f"“{typed}” ไม่ใช่รอบการรายงาน", "พิมพ์จำนวนเดือน เช่น --round 6")
    return require_round(int(digits))
