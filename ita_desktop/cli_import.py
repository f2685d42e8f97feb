"""The command that takes what other programs wrote into an office file, by the kind of file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from ita_desktop.cli_workbook import import_workbook
from ita_desktop.errors import UserError


def add_import(words: argparse.ArgumentParser) -> None:
    """The words of the command."""
    words.add_argument("file", metavar="แฟ้มงาน", type=Path)
    words.add_argument("source", metavar="แฟ้มที่นำเข้า", type=Path, help=", ".join(IMPORTERS))
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


IMPORTERS: dict[str, Callable[[argparse.Namespace, int | None], int]] = {".xlsx": import_workbook}
"""What takes in each kind of file, by the end of its name."""
