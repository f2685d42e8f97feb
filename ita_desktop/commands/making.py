"""The command ``new``: a new office file."""

from __future__ import annotations

import argparse
from pathlib import Path

from ita_desktop.commands.arguments import Commands, year_number
from ita_desktop.errors import UserError


def declare_new(commands: Commands) -> None:
    """The words of the command."""
    new = commands.add_parser("new", help="สร้างแฟ้มงานใหม่")
    new.add_argument("file", metavar="แฟ้มงาน", type=Path)
    new.add_argument("--sample", action="store_true", help="ใส่ข้อมูลหน่วยงานตัวอย่าง")
    new.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่ดำเนินการ")
    new.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")


def make_new(chosen: argparse.Namespace) -> int:
    """Make the file and say where."""
    from uuid import uuid4

    from ita_desktop.session.opening import new_file

    if chosen.sample and chosen.year is not None:
        raise UserError(
            "หน่วยงานตัวอย่างมีปีงบประมาณของตัวอย่างเองอยู่แล้ว", "ใช้ --sample หรือ --year อย่างใดอย่างหนึ่ง"
        )
    path = new_file(
        chosen.file,
        sample=chosen.sample,
        action_year=year_number(chosen.year),
        overwrite=chosen.force,
        new_id=lambda: str(uuid4()),
    )
    print(f"สร้างแฟ้มงานแล้ว: {path}")
    return 0
