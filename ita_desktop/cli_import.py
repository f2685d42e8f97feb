"""The commands that bring in what other programs have made."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from ita_desktop.cli_workbook import import_workbook
from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from ita_desktop.session.session import Session


Parser = TypeVar("Parser", bound=argparse.ArgumentParser)


def declare_import(commands: argparse._SubParsersAction[Parser]) -> None:
    """The words of the command."""
    bring = commands.add_parser("import", help="นำข้อมูลจากแฟ้มอื่นเข้าแฟ้มงาน")
    bring.add_argument("file", metavar="แฟ้มงาน", type=Path)
    bring.add_argument("source", metavar="แฟ้มที่นำเข้า", type=Path, help=" หรือ ".join(IMPORTERS))
    bring.add_argument("--check", action="store_true", help="บอกว่าจะนำเข้าอะไร โดยยังไม่นำเข้า")


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
        importer(opened.session, chosen)
        opened.session.flush()
    return 0


Importer = Callable[["Session", argparse.Namespace], None]

IMPORTERS: Mapping[str, Importer] = MappingProxyType({".xlsx": import_workbook})
"""Who brings in which kind of file, by the end of its name. An importer is given the open file and
the words of the command (``source``; ``check``: only tell what would be brought in); it prints what
it does, and raises UserError with nothing brought in where it cannot."""
