"""Last year's Word file: its tables found, the one of measures first."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.exchange.word_tables import WORD_SUFFIX, read_word_file
from ita_desktop.session.pasted_columns import Own
from ita_desktop.session.table_choice import FoundTable, found_tables

__all__ = ["WORD_SUFFIX", "word_tables"]


def word_tables(path: Path, own: Own = ()) -> tuple[FoundTable, ...]:
    """The tables of a Word file, those that go on with each other as one.

    Raises UserError where the file cannot be read, or holds no table.
    """
    found = found_tables(read_word_file(path), own)
    if not found:
        raise UserError(
            f"ไม่พบตารางในแฟ้ม “{path.name}”",
            "เลือกแฟ้มที่มีตารางมาตรการหรือรายงานผล หากในแฟ้มเป็นภาพสแกน ให้ใช้แฟ้ม Word ต้นฉบับแทน",
        )
    return found
