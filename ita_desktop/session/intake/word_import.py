"""Last year's Word file: its tables found, the one of measures first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.exchange.word_tables import WORD_SUFFIX, read_word_file
from ita_desktop.model.own_fields import own_fields
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.intake.table_choice import FoundTable, best_table, found_tables
from ita_desktop.thai.digits import to_arabic

__all__ = ["WORD_SUFFIX", "chosen_table", "word_tables"]


def word_tables(path: Path, snapshot: Snapshot) -> tuple[FoundTable, ...]:
    """The tables of a Word file, those that go on with each other as one; the office's own fields
    are matched too.

    Raises UserError where the file cannot be read, or holds no table.
    """
    found = found_tables(read_word_file(path), own_fields(snapshot))
    if not found:
        raise UserError(
            f"ไม่พบตารางในแฟ้ม “{path.name}”",
            "เลือกแฟ้มที่มีตารางมาตรการหรือรายงานผล หากในแฟ้มเป็นภาพสแกน ให้ใช้แฟ้ม Word ต้นฉบับแทน",
        )
    return found


def chosen_table(found: Sequence[FoundTable], number: str | None) -> FoundTable:
    """The table that a typed number names, one of those put together by any of theirs; without a
    number the one that most looks like measures.

    Raises UserError where there is no such table, or none that looks like measures.
    """
    if number is None:
        table = found[best_table(found)]
        if not table.measures:
            raise UserError(
                "ไม่พบตารางมาตรการในแฟ้มนี้",
                "ระบุตารางเองด้วย --table ลำดับ หรือนำเข้าในหน้าต่างโปรแกรมแล้วเลือกคอลัมน์เอง",
            )
        return table
    digits = to_arabic(number).strip()
    wanted = int(digits) if digits.isdecimal() else 0
    for table in found:
        if table.first <= wanted <= table.last:
            return table
    raise UserError(f"ไม่มีตารางที่ “{number}” ในแฟ้มนี้", f"ระบุลำดับ 1 ถึง {found[-1].last}")
