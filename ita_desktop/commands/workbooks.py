"""The office as an Excel workbook by command: written out, and brought in again."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.commands.arguments import Commands

if TYPE_CHECKING:
    from ita_desktop.session.session import Session


def declare_workbook(commands: Commands) -> None:
    """The words of the command that writes one."""
    words = commands.add_parser("workbook", help="ส่งออกข้อมูลทั้งแฟ้มงานเป็น Excel")
    words.add_argument("file", metavar="แฟ้มงาน", type=Path)
    words.add_argument("target", metavar="สมุดงาน.xlsx", type=Path)
    words.add_argument("--template", action="store_true", help="แบบฟอร์มเปล่าสำหรับกรอกใน Excel")
    words.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")


def write_workbook(chosen: argparse.Namespace) -> int:
    """Write the whole office, or the empty form."""
    from ita_desktop.session.intake.workbooks import export_workbook
    from ita_desktop.session.opening import open_to_read

    with closing(open_to_read(chosen.file)) as session:
        path = export_workbook(
            session, chosen.target, template=chosen.template, overwrite=chosen.force
        )
    print(f"ส่งออกแล้ว: {path}")
    return 0


def import_workbook(session: Session, chosen: argparse.Namespace) -> None:
    """Bring a workbook in. Every bad cell is told, and then nothing is brought in: UserError."""
    from ita_desktop.session.intake.workbooks import (
        bad_cells_error,
        bring_in,
        lost_words,
        plan_import,
    )

    found = plan_import(session, chosen.source)
    for one in found.reading.bad:
        print(one.words, file=sys.stderr)
    if found.reading.bad:
        raise bad_cells_error(found)
    print("\n".join((found.counts_words, *found.told)))
    for line in lost_words(found.reading):
        print(f"ภาพหรือแฟ้มแนบที่ไม่ได้มาด้วย: {line}")
    if not found.reading.changes:
        print("ไม่มีอะไรต้องนำเข้า")
    elif not chosen.check:
        bring_in(session, found)
        session.flush()  # told only once it stands in the file
        print(f"นำเข้าแล้ว: {chosen.source}")
