"""The command that takes what other programs wrote into an office file, by the kind of file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from ita_desktop.errors import UserError


def add_import(words: argparse.ArgumentParser) -> None:
    """The words of the command."""
    words.add_argument("file", metavar="แฟ้มงาน", type=Path)
    words.add_argument("source", metavar="แฟ้มที่นำเข้า", type=Path, help=", ".join(IMPORTERS))
    words.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่จะใส่มาตรการ")
    words.add_argument("--table", metavar="ลำดับ", help="ตารางที่เท่าไรในแฟ้ม Word (ปกติเลือกให้)")
    words.add_argument("--dry-run", action="store_true", help="แสดงสิ่งที่อ่านได้ โดยยังไม่นำเข้า")


def run_import(chosen: argparse.Namespace, year: int | None) -> int:
    """Take the source in by its kind. Raises UserError for a kind that is not read."""
    suffix = chosen.source.suffix.lower()
    if suffix not in IMPORTERS:
        raise UserError(
            f"นำเข้าแฟ้มชนิด “{suffix or chosen.source.name}” ไม่ได้",
            f"ใช้แฟ้มชนิด {' หรือ '.join(IMPORTERS)}",
        )
    return IMPORTERS[suffix](chosen, year)


def _import_word(chosen: argparse.Namespace, action_year: int | None) -> int:
    from ita_desktop.model.own_fields import own_fields
    from ita_desktop.session.holding import open_or_read
    from ita_desktop.session.import_words import report_lines
    from ita_desktop.session.pasting import add_read, read_measures
    from ita_desktop.session.session import read_only_error
    from ita_desktop.session.word_import import chosen_table, word_tables

    opened = open_or_read(chosen.file)
    try:
        session = opened.session
        if session.read_only and not chosen.dry_run:
            raise UserError(opened.why_read_only, read_only_error().remedy)
        year = session.year(action_year)
        own = own_fields(session.snapshot)
        found = word_tables(chosen.source, own)
        table = chosen_table(found, chosen.table)
        read = read_measures(session, year, table.table, table.headings, table.columns)
        told = list(report_lines(found, table, read, session.snapshot, year, own))
        if chosen.dry_run:
            told.append("ยังไม่ได้นำเข้า (--dry-run)")
        else:
            made = add_read(session, year, read)
            session.flush()
            told.append(f"นำเข้ามาตรการแล้ว {len(made)} รายการ ในปีงบประมาณ พ.ศ. {year.action_year}")
    finally:
        opened.close()
    print("\n".join(told))
    return 0


IMPORTERS: dict[str, Callable[[argparse.Namespace, int | None], int]] = {".docx": _import_word}
"""What takes in each kind of file, by the end of its name."""
