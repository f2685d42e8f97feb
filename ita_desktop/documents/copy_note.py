"""ใบปะหน้าสำเนา: what lies beside a copy of the office file that is handed to somebody.

It says what the copy holds, of what moment, and its fingerprint, so that whoever gets the stick
knows what it is before opening it, and whoever doubts it can compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ita_desktop.documents.blocks import (
    Cell,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    bold,
    text,
)
from ita_desktop.documents.prose import paragraphs, subtitle, title
from ita_desktop.documents.saraban import PARAGRAPH_GAP, REPORT_PORTRAIT
from ita_desktop.model.records import (
    Comment,
    Evidence,
    Measure,
    Office,
    RoundReport,
    Score,
    SignedCopy,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai

TITLE = "ใบปะหน้าสำเนาแฟ้มงาน ITA"

_COUNTED = (
    (Measure, "มาตรการ", "มาตรการ"),
    (RoundReport, "รายงานผลตามรอบ", "รายการ"),
    (Score, "คะแนน ITA", "ค่า"),
    (Evidence, "ภาพหลักฐาน", "ภาพ"),
    (SignedCopy, "เอกสารฉบับลงนามที่เก็บไว้", "ฉบับ"),
    (Comment, "ความเห็นของผู้ตรวจ", "ข้อ"),
)

_HOW_TO_READ = (
    "เปิดแฟ้มนี้ด้วยโปรแกรม ITA Desktop สำเนาจะเปิดให้อ่านอย่างเดียวก่อน ถ้าต้องการให้ความเห็นหรือเสนอการแก้ไข"
    "ให้กด “เริ่มตรวจทาน” เมื่อเสร็จแล้วส่งแฟ้มเดิมกลับคืนผู้ส่ง",
    "ผู้ส่งเปิดแฟ้มงานของตน แล้วเลือกเมนู แฟ้ม → รวมสำเนาที่ได้คืน เพื่อดูและเลือกรับการแก้ไขทีละรายการ",
)


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the note says of a copy beside what the records say themselves.

    ``fingerprint`` is the SHA-256 of the content, in hexadecimal; ``photos`` and ``history`` tell
    whether they came along; ``size`` is in bytes.
    """

    file_name: str
    made: date
    fingerprint: str
    size: int
    receiver: str = ""
    sender: str = ""
    photos: bool = True
    history: bool = False


def copy_note(snapshot: Snapshot, facts: CopyFacts) -> Document:
    """The note of a copy that holds ``snapshot``: one page."""
    office = snapshot.office
    blocks = (
        *title((TITLE, office.full_name)),
        _table(_facts(office, facts)),
        subtitle("ในสำเนานี้มี"),
        _table(_contents(snapshot, facts)),
        subtitle("วิธีใช้"),
        *paragraphs(_HOW_TO_READ),
    )
    section = Section(REPORT_PORTRAIT, blocks)
    return Document("copy-note", f"{TITLE} {office.full_name}", office.full_name, (section,))


def note_text(snapshot: Snapshot, facts: CopyFacts) -> str:
    """The same as plain text, lines ending as Windows' Notepad likes them."""
    office = snapshot.office
    lines = [TITLE, office.full_name, ""]
    lines += [f"{label}: {words}" for label, words in _facts(office, facts)]
    lines += ["", "ในสำเนานี้มี"]
    lines += [f"- {label} {words}" for label, words in _contents(snapshot, facts)]
    lines += ["", "วิธีใช้", *(f"- {line}" for line in _HOW_TO_READ), ""]
    return "\r\n".join(lines)


def spoken_size(size: int) -> str:
    """Bytes as people say them, in Thai digits: ``๑.๒ เมกะไบต์``."""
    kilobytes = size / 1000
    words = f"{kilobytes / 1000:.1f} เมกะไบต์" if kilobytes >= 1000 else f"{kilobytes:.0f} กิโลไบต์"
    return to_thai(words)


def _facts(office: Office, facts: CopyFacts) -> tuple[tuple[str, str], ...]:
    lines = (
        ("ชื่อแฟ้ม", facts.file_name),
        ("ขนาด", spoken_size(facts.size)),
        ("วันที่ทำสำเนา", to_thai(format_date(facts.made))),
        ("ผู้ส่ง", facts.sender),
        ("ส่งถึง", facts.receiver),
        ("พื้นที่", office.place),
        ("ลายนิ้วมือของเนื้อหา (SHA-256)", _in_groups(facts.fingerprint)),
    )
    return tuple((label, words) for label, words in lines if words)


def _contents(snapshot: Snapshot, facts: CopyFacts) -> tuple[tuple[str, str], ...]:
    years = ", ".join(str(one.action_year) for one in reversed(snapshot.years))
    lines = [("งานของปีงบประมาณ พ.ศ.", to_thai(years) or "-")]
    for kind, label, unit in _COUNTED:
        count = len(snapshot.tables[kind])
        if count:
            lines.append((label, to_thai(f"{count} {unit}") + _left_out(kind, facts)))
    lines.append(("ประวัติการแก้ไข", "รวมมาด้วย" if facts.history else "ไม่ได้รวมมา"))
    return tuple(lines)


def _left_out(kind: type, facts: CopyFacts) -> str:
    return " (ไม่ได้ส่งตัวภาพมาด้วย เพื่อให้แฟ้มเล็ก)" if kind is Evidence and not facts.photos else ""


def _in_groups(fingerprint: str) -> str:
    return " ".join(fingerprint[at : at + 8] for at in range(0, len(fingerprint), 8))


def _table(lines: Sequence[tuple[str, str]]) -> Table:
    rows = tuple(
        Row((Cell((Paragraph((bold(label),)),)), Cell((Paragraph(text(words)),))))
        for label, words in lines
    )
    columns = (Column(0.34, heading="รายการ"), Column(0.66, heading="รายละเอียด"))
    return Table(columns, (), rows, space_before=PARAGRAPH_GAP)
