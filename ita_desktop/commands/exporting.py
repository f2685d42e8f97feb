"""The commands ``documents`` and ``export``: finished documents as PDF or for Word."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from ita_desktop.commands.arguments import Commands, round_month, year_number
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Digits


def declare_documents(commands: Commands) -> None:
    """The words of the command that lists them."""
    documents = commands.add_parser("documents", help="แสดงรหัสและชื่อเอกสารที่ทำได้")
    documents.add_argument("file", metavar="แฟ้มงาน", type=Path)


def declare_export(commands: Commands) -> None:
    """The words of the command that writes them."""
    export = commands.add_parser("export", help="ส่งออกเอกสารเป็น PDF หรือ Word")
    export.add_argument("file", metavar="แฟ้มงาน", type=Path)
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument("--document", metavar="รหัสเอกสาร", help="เอกสารที่ต้องการ เช่น report")
    which.add_argument("--all", action="store_true", help="ทุกเอกสาร")
    export.add_argument("--layout", metavar="รหัสแบบตาราง", help="เช่น result-outcome")
    export.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่ดำเนินการ")
    export.add_argument(
        "--round", metavar="เดือน", help="รายงานผลเฉพาะรอบ 3, 6, 9 หรือ 12 เดือน (ปกติตามที่ตั้งไว้)"
    )
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


def list_documents(chosen: argparse.Namespace) -> int:
    """Print id and title of every document."""
    from ita_desktop.session.opening import open_to_read
    from ita_desktop.session.papers.exporting import all_documents

    with closing(open_to_read(chosen.file)):
        for document_id, title in all_documents():
            print(f"{document_id}\t{title}")
    return 0


def export(chosen: argparse.Namespace) -> int:
    """Write one document or all, and say where."""
    from ita_desktop.session.checking.readiness import readiness
    from ita_desktop.session.checking.rows import open_errors, open_errors_words
    from ita_desktop.session.opening import open_to_read
    from ita_desktop.session.papers.exporting import export_all, export_document
    from ita_desktop.session.papers.signing import changed_hint

    if chosen.all and chosen.layout is not None:
        raise UserError(
            "--layout ใช้กับเอกสารฉบับเดียว ใช้ร่วมกับ --all ไม่ได้", "ระบุ --document รหัสเอกสาร แทน --all"
        )
    if chosen.all and chosen.round is not None:
        raise UserError("--round ใช้ร่วมกับ --all ไม่ได้", "ระบุ --document report แทน --all")
    suffix = _kind(chosen)
    month = round_month(chosen.round) if chosen.round is not None else None
    with closing(open_to_read(chosen.file)) as session:
        year = session.year(year_number(chosen.year))
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
                    month=month,
                    overwrite=chosen.force,
                ),
            )
        for path in written:
            print(f"ส่งออกแล้ว: {path}")
        hint = "" if chosen.all else changed_hint(session, year, chosen.document)
        document = "" if chosen.all else chosen.document
        documents = readiness(session.snapshot, year)
        errors = len(open_errors(session.snapshot, year, documents, document))
    if errors:
        told = open_errors_words(errors, every=chosen.all)
        print(f"{told} ดูได้ด้วยคำสั่ง check", file=sys.stderr)
    if hint:
        print(hint)
    return 0


def _kind(chosen: argparse.Namespace) -> str:
    """The suffix of all the documents, as ``--as`` says."""
    from ita_desktop.session.papers.suffixes import PDF, SUFFIXES

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
