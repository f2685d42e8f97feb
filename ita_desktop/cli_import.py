"""The commands that bring in what other programs have made, and hand it out to be filled there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from ita_desktop.session.session import Session


Parser = TypeVar("Parser", bound=argparse.ArgumentParser)


def declare_import(commands: argparse._SubParsersAction[Parser]) -> None:
    """The words of both commands."""
    book = commands.add_parser("workbook", help="ส่งออกข้อมูลทั้งแฟ้มงานเป็น Excel")
    book.add_argument("file", metavar="แฟ้มงาน", type=Path)
    book.add_argument("target", metavar="สมุดงาน.xlsx", type=Path)
    book.add_argument("--template", action="store_true", help="แบบฟอร์มเปล่าสำหรับกรอกใน Excel")
    book.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")

    bring = commands.add_parser("import", help="นำข้อมูลจากแฟ้มอื่นเข้าแฟ้มงาน")
    bring.add_argument("file", metavar="แฟ้มงาน", type=Path)
    bring.add_argument("source", metavar="แฟ้มที่นำเข้า", type=Path, help=" หรือ ".join(IMPORTERS))
    bring.add_argument("--check", action="store_true", help="บอกว่าจะนำเข้าอะไร โดยยังไม่นำเข้า")


def write_workbook(chosen: argparse.Namespace) -> int:
    """``workbook FILE OUT.xlsx``"""
    from ita_desktop.session.opening import open_to_read
    from ita_desktop.session.workbooks import export_workbook

    with closing(open_to_read(chosen.file)) as session:
        path = export_workbook(
            session, chosen.target, template=chosen.template, overwrite=chosen.force
        )
    print(f"ส่งออกแล้ว: {path}")
    return 0


def bring_in(chosen: argparse.Namespace) -> int:
    """``import FILE SOURCE``: what is brought in is told by the importer of the source's kind."""
    from ita_desktop.session.holding import open_or_read

    importer = IMPORTERS.get(chosen.source.suffix.lower())
    if importer is None:
        known = " หรือ ".join(IMPORTERS)
        raise UserError(
            f"นำเข้าแฟ้มชนิด “{chosen.source.suffix or chosen.source.name}” ไม่ได้",
            f"ระบุแฟ้มที่ลงท้ายด้วย {known}",
        )
    with closing(open_or_read(chosen.file)) as opened:
        if opened.session.read_only and not chosen.check:
            raise UserError(
                f"นำเข้าแฟ้มงาน “{chosen.file.name}” ไม่ได้: {opened.why_read_only}",
                "ปิดแฟ้มงานนั้นในโปรแกรมอื่นก่อน แล้วลองอีกครั้ง",
            )
        importer(opened.session, chosen.source, chosen.check)
        opened.session.flush()
    return 0


def _import_workbook(session: Session, source: Path, only_check: bool) -> None:
    from ita_desktop.session.workbooks import bad_cells_error, bring_in, lost_words, plan_import

    found = plan_import(session, source)
    for one in found.reading.bad:
        print(one.words, file=sys.stderr)
    if found.reading.bad:
        raise bad_cells_error(found)
    print(found.counts_words)
    for line in found.told:
        print(line)
    for line in lost_words(found.reading):
        print(f"ภาพหรือแฟ้มแนบที่ไม่ได้มาด้วย — {line}")
    if not found.reading.changes:
        print("ไม่มีอะไรต้องนำเข้า")
    elif not only_check:
        bring_in(session, found)
        print(f"นำเข้าแล้ว: {source}")


Importer = Callable[["Session", Path, bool], None]

IMPORTERS: Mapping[str, Importer] = MappingProxyType({".xlsx": _import_workbook})
"""Who brings in which kind of file, by the end of its name. An importer is given the open file,
the source, and whether only to tell what would be brought in; it prints what it does, and raises
UserError with nothing brought in where it cannot."""
