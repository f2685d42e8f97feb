"""แบบขอผลการดำเนินการ: a memo that asks a division for its results, and the sheet to write them on.

The sheet has the measures of that one division, each with empty boxes, or with what the file
already knows of the round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    HeadLine,
    ListBlock,
    MemoHead,
    Paragraph,
    Row,
    Section,
    Space,
    Table,
    bold,
    text,
)
from ita_desktop.documents.build import setup_of
from ita_desktop.documents.digits import in_digits
from ita_desktop.documents.lists import list_of
from ita_desktop.documents.people import responsible_text, signature_of
from ita_desktop.documents.prose import paragraphs, title
from ita_desktop.documents.saraban import LETTER, PARAGRAPH_GAP, REPORT_LANDSCAPE
from ita_desktop.model.layouts import ListStyle
from ita_desktop.model.records import Division, Measure, Position, RoundReport, YearWork
from ita_desktop.model.rounds import report_of, round_end
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import AllDivisions, Items, Signer, Status
from ita_desktop.thai.dates import fiscal_year_span, format_date
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.lists import joined
from ita_desktop.thai.timeline_styles import TimelineStyle, format_timeline

_HEADS = ("ผู้อำนวยการ", "หัวหน้า")
"""How the titles of those begin who lead a division."""

_COLUMNS = (
    ("ที่", 0.04),
    ("มาตรการ โครงการ หรือกิจกรรม", 0.25),
    ("สถานะ (ทำเครื่องหมาย ✓)", 0.17),
    ("ผลการดำเนินการ\n(ทำอะไรไปแล้ว เมื่อใด)", 0.22),
    ("ผลลัพธ์หรือความสำเร็จ", 0.16),
    ("ปัญหา อุปสรรค และข้อเสนอแนะ", 0.16),
)
_ROOM = 5
"""Empty lines of a box that is to be written on by hand."""

_SIZE = 14.0
"""Points of the sheet's type."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for: of which division, in which round, until which day."""

    year: YearWork
    month: int
    division: Division
    due: date
    measures: tuple[Measure, ...]


def request_document(snapshot: Snapshot, asked: Asked) -> Document:
    """The memo and the sheet for one division."""
    office = snapshot.office
    name = f"ขอผลการดำเนินการ รอบ {asked.month} เดือน ปีงบประมาณ พ.ศ. {asked.year.action_year}"
    document = Document(
        "request",
        f"{name} {asked.division.name}",
        office.full_name,
        (_memo(snapshot, asked), _sheet(snapshot, asked)),
        words=frozenset({office.name, office.full_name, asked.division.name} - {""}),
    )
    return in_digits(document, office.digits or Digits.THAI)


def request_name(asked: Asked) -> str:
    """What files of the request are called, without a suffix: ``ขอผลรอบ6เดือน_2569_กองคลัง``."""
    return f"ขอผลรอบ{asked.month}เดือน_{asked.year.action_year}_{asked.division.name}"


def period_words(year: YearWork, month: int) -> str:
    """``1 ตุลาคม 2568 - 31 มีนาคม 2569``"""
    first, _last = fiscal_year_span(year.action_year)
    return f"{format_date(first)} - {format_date(round_end(year.action_year, month))}"


def _memo(snapshot: Snapshot, asked: Asked) -> Section:
    office, year = snapshot.office, asked.year
    setup = setup_of(snapshot, year, "memo")
    sender = snapshot.get(Division, setup.division_id)
    telephone = (sender.telephone if sender else "") or office.telephone
    parts = (sender.name if sender else "", office.full_name)
    own = [part for part in parts if part]
    issuer = " ".join((*own, *((f"โทร. {telephone}",) if telephone else ())))
    back = sender.name if sender else "ผู้รับผิดชอบงาน ITA"
    of_year = f"ประจำปีงบประมาณ พ.ศ. {year.action_year}"
    subject = (
        "ขอให้รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
        f" รอบ {asked.month} เดือน {of_year}"
    )
    division, count = asked.division.name, len(asked.measures)
    lines = (
        f"ตามที่{office.full_name} ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {of_year}"
        f" โดย{division}เป็นผู้รับผิดชอบหรือร่วมรับผิดชอบ จำนวน {count} มาตรการ นั้น",
        f"เพื่อให้การติดตามผล รอบ {asked.month} เดือน ({period_words(year, asked.month)})"
        f" เป็นไปตามแผน จึงขอให้{division}รายงานผลการดำเนินการตามแบบรายงานที่แนบมาพร้อมนี้"
        f" และส่งคืน{back} ภายในวันที่ {format_date(asked.due)}"
        " มาตรการใดที่ไม่สามารถดำเนินการได้ ขอให้ระบุเหตุผลไว้ด้วย",
    )
    signer = setup.signers[0] if setup.signers else Signer()
    blocks: tuple[Block, ...] = (
        MemoHead(
            picture=office.garuda,
            title="บันทึกข้อความ",
            lines=(
                (HeadLine("ส่วนราชการ", issuer),),
                (HeadLine("ที่"), HeadLine("วันที่")),
                (HeadLine("เรื่อง", subject),),
            ),
        ),
        Paragraph(
            text(f"เรียน  {_addressee(snapshot, asked.division)}"), space_before=PARAGRAPH_GAP
        ),
        *paragraphs((*lines, "จึงเรียนมาเพื่อโปรดดำเนินการ")),
        signature_of(snapshot, signer),
    )
    return Section(LETTER, blocks)


def _addressee(snapshot: Snapshot, division: Division) -> str:
    """The title of whoever leads a division, or the division itself."""
    titles = (one.title for one in snapshot.of(Position) if one.division_id == division.id)
    return next((one for one in titles if one.startswith(_HEADS)), division.name)


def _sheet(snapshot: Snapshot, asked: Asked) -> Section:
    lines = (
        "แบบรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        f"รอบ {asked.month} เดือน ประจำปีงบประมาณ พ.ศ. {asked.year.action_year}",
        f"{asked.division.name} {snapshot.office.full_name}",
    )
    header = Row(tuple(_cell(Paragraph((bold(one),), align=Align.CENTER)) for one, _ in _COLUMNS))
    rows = [_row(snapshot, asked, one, at) for at, one in enumerate(asked.measures, 1)]
    signed = (
        "ลงชื่อ ................................................ ผู้รายงาน",
        "(................................................)",
        "ตำแหน่ง ................................................",
        "วันที่ ........ เดือน ........................ พ.ศ. ............",
    )
    blocks: tuple[Block, ...] = (
        *title(lines),
        Paragraph(text(f"ส่งคืนภายในวันที่ {format_date(asked.due)}"), align=Align.CENTER),
        Space(PARAGRAPH_GAP),
        Table(
            tuple(Column(share, heading=words.replace("\n", " ")) for words, share in _COLUMNS),
            (header,),
            tuple(rows),
            size=_SIZE,
        ),
        Space(2 * PARAGRAPH_GAP),
        *(
            Paragraph(
                text(line), align=Align.CENTER, left=120.0, keep_with_next=line is not signed[-1]
            )
            for line in signed
        ),
    )
    return Section(REPORT_LANDSCAPE, blocks)


def _row(snapshot: Snapshot, asked: Asked, measure: Measure, number: int) -> Row:
    report = report_of(snapshot, measure.id, asked.month) or RoundReport.of(measure.id, asked.month)
    measured = _items(measure.sub_measures)
    if measure.title:
        measured.insert(0, Paragraph((bold(measure.title),)))
    when = format_timeline(measure.timeline, TimelineStyle.SHORT, asked.year.action_year)
    if when:
        measured.append(Paragraph(text(f"ระยะเวลา {when}")))
    if others := _others(snapshot, asked.division, measure):
        measured.append(Paragraph(text(f"ร่วมกับ {others}")))
    return Row(
        (
            _cell(Paragraph(text(f"{number}."), align=Align.CENTER)),
            Cell(tuple(measured)),
            Cell(tuple(_status(report))),
            Cell(tuple(_box(report.results))),
            Cell(tuple(_box(report.outcomes))),
            Cell(tuple(_box(report.recommendations))),
        )
    )


def _others(snapshot: Snapshot, division: Division, measure: Measure) -> str:
    """Who else answers for the measure."""
    names = [responsible_text(snapshot, one) for one in measure.responsible]
    if any(isinstance(one, AllDivisions) for one in measure.responsible):
        return "ทุกสำนัก/กอง"
    return joined([one for one in names if not one.startswith(division.name)])


def _status(report: RoundReport) -> Sequence[Paragraph]:
    lines = [
        Paragraph(text(f"{'☑' if report.status is one else '☐'} {one.label}")) for one in Status
    ]
    reason = report.status_reason or "." * 28
    return (*lines, Paragraph(text(f"เพราะ {reason}")))


def _box(held: Items) -> Sequence[Paragraph | ListBlock]:
    """What is known already; else room to write."""
    return _items(held) or [Paragraph(text("\u00a0"))] * _ROOM


def _items(held: Items) -> list[Paragraph | ListBlock]:
    return list(list_of(held, ListStyle.NUMBER))


def _cell(paragraph: Paragraph) -> Cell:
    return Cell((paragraph,))
