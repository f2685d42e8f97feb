"""Results of a round asked of divisions by command, and what they send back taken in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.commands.arguments import Commands, round_month, year_number
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai, to_thai_but_codes

if TYPE_CHECKING:
    from ita_desktop.session.session import Session


def declare_request(commands: Commands) -> None:
    """The words of the command."""
    words = commands.add_parser("request", help="ทำแบบขอผลการดำเนินการรายรอบ แยกตามสำนัก/กอง")
    words.add_argument("file", metavar="แฟ้มงาน", type=Path)
    words.add_argument("--round", metavar="เดือน", required=True, help="รอบ 3, 6, 9 หรือ 12 เดือน")
    words.add_argument("--division", metavar="สำนัก/กอง", help="เฉพาะสำนัก/กองนี้ (ปกติทำทุกแห่ง)")
    words.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่ดำเนินการ")
    words.add_argument("--to", metavar="โฟลเดอร์", type=Path, required=True)
    words.add_argument("--as", dest="kind", metavar="pdf|xlsx", help="เฉพาะ PDF หรือเฉพาะ Excel")
    words.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")


def write_requests(chosen: argparse.Namespace) -> int:
    """``request FILE --round 6 --to FOLDER``: a PDF and a workbook for each division."""
    from ita_desktop.session.opening import open_to_read
    from ita_desktop.session.rounds.requests import all_asked, division_named, make_requests

    with closing(open_to_read(chosen.file)) as session:
        year = session.year(year_number(chosen.year))
        month, kinds = round_month(chosen.round), _kinds(chosen.kind)
        snapshot = session.snapshot
        only = [division_named(snapshot, chosen.division).id] if chosen.division else []
        asked = all_asked(snapshot, year, month, only)
        written = make_requests(session, asked, chosen.to, kinds=kinds, overwrite=chosen.force)
    for path in written:
        print(f"ทำแบบขอผลแล้ว: {path}")
    return 0


def import_answers(session: Session, sources: Sequence[Path], *, check: bool) -> None:
    """Take filled requests in, as one edit. All that hinders is told, and then nothing is brought
    in: UserError."""
    from ita_desktop.session.rounds.answers import plan_answers, refused_error, take_answers

    found = plan_answers(session, sources)
    for one in found.refused:
        print(one.words, file=sys.stderr)
    if found.refused:
        raise refused_error(found)
    print(f"{found.rounds} จาก{found.senders}: {found.counts_words}")
    for group in found.groups:
        print(f"- {group.name}")
        for view in group.views:
            mark = " (มีมากกว่าหนึ่งฝ่ายกรอก รวมไว้ด้วยกัน)" if view.proposal.collides else ""
            before = "" if view.proposal.ours is None else f"{_line(view.ours)} → "
            print(to_thai_but_codes(f"    {view.label}{mark}: {before}{_line(view.theirs)}"))
    if found.groups and not check:
        edit = take_answers(session, found)
        session.flush()  # told only once it stands in the file
        print(to_thai(f"รับเข้าแล้ว {len(edit.changes)} มาตรการ"))


def _line(words: str) -> str:
    return " / ".join(line.strip() for line in words.split("\n"))


def _kinds(typed: str | None) -> tuple[str, ...]:
    from ita_desktop.session.rounds.requests import KINDS

    if typed is None:
        return KINDS
    suffix = f".{typed.lower().lstrip('.')}"
    if suffix not in KINDS:
        raise UserError(f"ทำแบบขอผลเป็นแฟ้มชนิด “{typed}” ไม่ได้", "ใช้ --as pdf หรือ --as xlsx")
    return (suffix,)
