"""The program's features as commands, for those who need no window.

A mistake gets one Thai line on standard error with problem and remedy, and exit code 2.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from ita_desktop.cli_copy import declare_copy, write_copy
from ita_desktop.cli_import import bring_in, declare_import
from ita_desktop.cli_workbook import declare_workbook, write_workbook
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Digits, to_arabic

MISTAKE = 2
OUR_FAULT = 1

_log = logging.getLogger(__name__)


def is_command(words: Sequence[str]) -> bool:
    """Whether the words of the command line name a command rather than a file to open."""
    return bool(words) and (words[0] in COMMANDS or words[0] in ("-h", "--help", "--version"))


def run(words: Sequence[str]) -> int:
    """Carry out one command; the exit code."""
    return guarded(lambda: _carry_out(words))


def guarded(work: Callable[[], int]) -> int:
    """The work's exit code, with every failure told in Thai and none as a traceback."""
    _speak_utf8()
    try:
        return work()
    except UserError as error:
        print(f"{error.problem} — {error.remedy}", file=sys.stderr)
        return MISTAKE
    except KeyboardInterrupt:
        print("ยกเลิกแล้ว — ไม่มีแฟ้มใดค้างอยู่ครึ่งเดียว", file=sys.stderr)
        return MISTAKE
    except Exception:
        from ita_desktop.logs import start_log

        log = start_log()
        _log.exception("the command failed")
        print(
            f"โปรแกรมขัดข้อง งานที่บันทึกแล้วยังอยู่ครบ — รายละเอียดอยู่ใน {log} โปรดส่งให้ผู้ดูแลโปรแกรม",
            file=sys.stderr,
        )
        return OUR_FAULT


def window_path(words: Sequence[str]) -> str:
    """The file to open in the window, or empty. Raises UserError for more than one word."""
    if len(words) > 1 or (words and words[0].startswith("-")):
        known = ", ".join(COMMANDS)
        raise UserError(
            f"ไม่รู้จักคำสั่ง “{' '.join(words)}”", f"พิมพ์ชื่อแฟ้มงานเพียงแฟ้มเดียว หรือใช้คำสั่ง: {known}"
        )
    return words[0] if words else ""


def need_display() -> None:
    """Raise UserError where no window can be opened."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not shown and "QT_QPA_PLATFORM" not in os.environ:
        raise UserError(
            "เครื่องนี้ไม่มีจอแสดงผล จึงเปิดหน้าต่างไม่ได้",
            "ใช้คำสั่ง export แฟ้มงาน --all --to โฟลเดอร์ เพื่อทำเอกสารทั้งหมดแทน",
        )


class _Parser(argparse.ArgumentParser):
    """argparse, saying in Thai what is wrong with the command."""

    def error(self, message: str) -> NoReturn:
        raise UserError(_in_thai(message), f"ดูวิธีใช้ด้วย {self.prog} --help")


def _in_thai(message: str) -> str:
    _, _, names = message.partition(": ")
    if message.startswith("the following arguments are required"):
        return f"คำสั่งยังขาด {names}"
    if message.startswith("unrecognized arguments"):
        return f"ไม่รู้จัก {names}"
    if message.startswith("one of the arguments"):
        wanted = message.removeprefix("one of the arguments ").removesuffix(" is required")
        return f"ต้องระบุอย่างใดอย่างหนึ่ง: {wanted.replace(' ', ' หรือ ')}"
    if "not allowed with argument" in message:
        return f"ใช้ร่วมกันไม่ได้: {message.removeprefix('argument ')}"
    return f"คำสั่งไม่ถูกต้อง ({message})"


def _parser() -> argparse.ArgumentParser:
    from ita_desktop import __version__

    parser = _Parser(
        prog="main.py",
        description="จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) และเอกสารที่ต้องใช้",
        epilog="เรียกโดยไม่มีคำสั่ง หรือระบุเพียงชื่อแฟ้มงาน จะเปิดหน้าต่างโปรแกรม",
    )
    parser.add_argument("--version", action="version", version=f"ITA Desktop {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="คำสั่ง", required=True)

    new = commands.add_parser("new", help="สร้างแฟ้มงานใหม่")
    new.add_argument("file", metavar="แฟ้มงาน", type=Path)
    new.add_argument("--sample", action="store_true", help="ใส่ข้อมูลหน่วยงานตัวอย่าง")
    new.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่ดำเนินการ")
    new.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")

    documents = commands.add_parser("documents", help="แสดงรหัสและชื่อเอกสารที่ทำได้")
    documents.add_argument("file", metavar="แฟ้มงาน", type=Path)

    export = commands.add_parser("export", help="ส่งออกเอกสารเป็น PDF หรือ Word")
    export.add_argument("file", metavar="แฟ้มงาน", type=Path)
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument("--document", metavar="รหัสเอกสาร", help="เอกสารที่ต้องการ เช่น report")
    which.add_argument("--all", action="store_true", help="ทุกเอกสาร")
    export.add_argument("--layout", metavar="รหัสแบบตาราง", help="เช่น result-outcome")
    export.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่ดำเนินการ")
    export.add_argument("--digits", metavar="thai|arabic", help="เลขไทยหรือเลขอารบิก")
    export.add_argument(
        "--to",
        metavar="ปลายทาง",
        required=True,
        type=Path,
        help="ชื่อแฟ้มที่ลงท้ายด้วย .pdf หรือ .docx ถ้าใช้ --all ให้ระบุโฟลเดอร์",
    )
    export.add_argument(
        "--as", metavar="pdf|docx", dest="kind", help="ชนิดของแฟ้มเมื่อใช้ --all (ปกติเป็น pdf)"
    )
    export.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")
    declare_workbook(commands)
    declare_import(commands)
    declare_copy(commands)
    return parser


def _carry_out(words: Sequence[str]) -> int:
    chosen = _parser().parse_args(words)
    return COMMANDS[chosen.command](chosen)


def _new(chosen: argparse.Namespace) -> int:
    from uuid import uuid4

    from ita_desktop.session.opening import new_file

    if chosen.sample and chosen.year is not None:
        raise UserError(
            "หน่วยงานตัวอย่างมีปีงบประมาณของตัวอย่างเองอยู่แล้ว", "ใช้ --sample หรือ --year อย่างใดอย่างหนึ่ง"
        )
    path = new_file(
        chosen.file,
        sample=chosen.sample,
        action_year=_year_number(chosen.year),
        overwrite=chosen.force,
        new_id=lambda: str(uuid4()),
    )
    print(f"สร้างแฟ้มงานแล้ว: {path}")
    return 0


def _documents(chosen: argparse.Namespace) -> int:
    from ita_desktop.session.opening import open_to_read
    from ita_desktop.session.papers.exporting import all_documents

    with closing(open_to_read(chosen.file)):
        for document_id, title in all_documents():
            print(f"{document_id}\t{title}")
    return 0


def _export(chosen: argparse.Namespace) -> int:
    from ita_desktop.session.opening import open_to_read
    from ita_desktop.session.papers.exporting import export_all, export_document
    from ita_desktop.session.papers.signing import changed_hint

    if chosen.all and chosen.layout is not None:
        raise UserError(
            "--layout ใช้กับเอกสารฉบับเดียว ใช้ร่วมกับ --all ไม่ได้", "ระบุ --document รหัสเอกสาร แทน --all"
        )
    suffix = _kind(chosen)
    with closing(open_to_read(chosen.file)) as session:
        year = session.year(_year_number(chosen.year))
        if chosen.all:
            written = export_all(
                session, year, chosen.to, _digits(chosen), chosen.force, suffixes=(suffix,)
            )
        else:
            written = (
                export_document(
                    session,
                    year,
                    chosen.document,
                    chosen.to,
                    layout=chosen.layout or "",
                    digits=_digits(chosen),
                    overwrite=chosen.force,
                ),
            )
        for path in written:
            print(f"ส่งออกแล้ว: {path}")
        hint = "" if chosen.all else changed_hint(session, year, chosen.document)
    if hint:
        print(hint)
    return 0


def _kind(chosen: argparse.Namespace) -> str:
    """The suffix of all the documents, as ``--as`` says."""
    from ita_desktop.session.papers.exporting import PDF, SUFFIXES

    if chosen.kind is None:
        return PDF
    if not chosen.all:
        raise UserError("--as ใช้ได้เมื่อส่งออกทุกเอกสาร (--all)", "ตั้งชื่อแฟ้มหลัง --to ให้ลงท้ายด้วย .docx แทน")
    suffix = f".{chosen.kind.lower().lstrip('.')}"
    if suffix not in SUFFIXES:
        raise UserError(f"ทำเอกสารเป็นแฟ้มชนิด “{chosen.kind}” ไม่ได้", "ใช้ --as pdf หรือ --as docx")
    return suffix


def _digits(chosen: argparse.Namespace) -> Digits | None:

    if chosen.digits is None:
        return None
    try:
        return Digits(chosen.digits)
    except ValueError:
        raise UserError(
            f"ไม่รู้จักชนิดตัวเลข “{chosen.digits}”", "ใช้ --digits thai หรือ --digits arabic"
        ) from None


def _year_number(typed: str | None) -> int | None:

    if typed is None:
        return None
    digits = to_arabic(typed).strip()
    if not digits.isdecimal() or not 2500 <= int(digits) <= 2700:
        raise UserError(f"“{typed}” ไม่ใช่ปีงบประมาณ", "พิมพ์ปี พ.ศ. สี่หลัก เช่น --year 2569")
    return int(digits)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


COMMANDS = {
    "new": _new,
    "documents": _documents,
    "export": _export,
    "workbook": write_workbook,
    "import": bring_in,
    "copy": write_copy,
}
"""Every command by its word. One stands here from the day it works."""
