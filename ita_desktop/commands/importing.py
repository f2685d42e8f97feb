"""The commands that bring in what other programs have made."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ita_desktop.commands.arguments import Commands, year_number
from ita_desktop.commands.requesting import import_answers
from ita_desktop.commands.workbooks import import_workbook
from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai

if TYPE_CHECKING:
    from ita_desktop.session.session import Session


def declare_import(commands: Commands) -> None:
    """The words of the command."""
    bring = commands.add_parser("import", help="นำข้อมูลจากแฟ้มอื่นเข้าแฟ้มงาน")
    bring.add_argument("file", metavar="แฟ้มงาน", type=Path)
    bring.add_argument(
        "sources",
        metavar="แฟ้มที่นำเข้า",
        type=Path,
        nargs="+",
        help=f"{' หรือ '.join(IMPORTERS)} (แบบรายงานผลที่สำนัก/กองส่งกลับ ระบุได้หลายแฟ้ม)",
    )
    bring.add_argument("--check", action="store_true", help="บอกว่าจะนำเข้าอะไร โดยยังไม่นำเข้า")
    bring.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่จะใส่มาตรการจากแฟ้ม Word")
    bring.add_argument("--table", metavar="ลำดับ", help="ตารางที่เท่าไรในแฟ้ม Word (ปกติเลือกให้)")


def bring_in(chosen: argparse.Namespace) -> int:
    """``import FILE SOURCE``: the importer of the source's kind tells what is brought in; filled
    requests are taken in together."""
    from ita_desktop.session.holding import open_or_read

    importers = [_importer(source) for source in chosen.sources]
    answers = _all_requests(chosen.sources)
    with closing(open_or_read(chosen.file)) as opened:
        if opened.session.read_only and not chosen.check:
            raise UserError(
                f"นำเข้าแฟ้มงาน “{chosen.file.name}” ไม่ได้: {opened.why_read_only}",
                "ปิดแฟ้มงานนั้นในโปรแกรมอื่นก่อน แล้วลองอีกครั้ง",
            )
        if answers:
            import_answers(opened.session, chosen.sources, check=chosen.check)
        else:
            chosen.source = chosen.sources[0]
            importers[0](opened.session, chosen)
        opened.session.flush()
    return 0


def _importer(source: Path) -> Importer:
    importer = IMPORTERS.get(source.suffix.lower())
    if importer is None:
        known = " หรือ ".join(IMPORTERS)
        raise UserError(
            f"นำเข้าแฟ้มชนิด “{source.suffix or source.name}” ไม่ได้",
            f"ระบุแฟ้มที่ลงท้ายด้วย {known}",
        )
    return importer


def _all_requests(sources: Sequence[Path]) -> bool:
    """Whether the files are filled requests. Raises UserError for several files of other kinds."""
    from ita_desktop.session.rounds.answers import is_request_file

    filled = [one.suffix.lower() == ".xlsx" and is_request_file(one) for one in sources]
    if len(sources) > 1 and not all(filled):
        other = next(one.name for one, answer in zip(sources, filled, strict=True) if not answer)
        raise UserError(
            f"นำเข้าหลายแฟ้มพร้อมกันได้เฉพาะแบบรายงานผลของสำนัก/กอง แต่ “{other}” ไม่ใช่", "นำเข้าแฟ้มนั้นทีละแฟ้ม"
        )
    return all(filled)


def _import_word(session: Session, chosen: argparse.Namespace) -> None:
    from ita_desktop.session.intake.import_words import report_lines
    from ita_desktop.session.intake.pasting import add_read, read_measures
    from ita_desktop.session.intake.read_words import counts_words
    from ita_desktop.session.intake.word_import import chosen_table, word_tables

    year = session.year(year_number(chosen.year))
    found = word_tables(chosen.source, session.snapshot)
    table = chosen_table(found, chosen.table)
    read = read_measures(session, year, table.table, table.headings, table.columns)
    told = list(report_lines(found, table, read, session.snapshot, year))
    if not chosen.check:
        add_read(session, read)
        session.flush()  # told only once it stands in the file
        counts = counts_words(read) or "ไม่มีมาตรการ"
        told.append(f"นำเข้าแล้ว: {counts} ในปีงบประมาณ พ.ศ. {to_thai(str(year.action_year))}")
    print("\n".join(told))


Importer = Callable[["Session", argparse.Namespace], None]

IMPORTERS: Mapping[str, Importer] = MappingProxyType(
    {".docx": _import_word, ".xlsx": import_workbook}
)
"""Who brings in which kind of file, by the end of its name. An importer is given the open file and
the words of the command (``source``; ``check``: only tell what would be brought in); it prints what
it does, and raises UserError with nothing brought in where it cannot."""
