"""References (อ้างอิงจาก …): codes of the year's questions, items and indicators.

Questions and items are numbered anew every year, so a reference carries its year (พ.ศ.).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ReferenceKind(Enum):
    """What a reference points at; the value is the prefix of its code."""

    IIT_QUESTION = "I"  # คำถามแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน
    EIT_QUESTION = "E"  # คำถามแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก
    OIT_ITEM = "O"  # ข้อของแบบตรวจการเปิดเผยข้อมูลสาธารณะ
    INDICATOR = "indicator"  # ตัวชี้วัดที่
    SUBINDICATOR = "subindicator"  # ตัวชี้วัดย่อยที่


@dataclass(frozen=True)
class Reference:
    """One reference: its kind, its number in Arabic digits (``10``, ``9.1``), its year (พ.ศ.)."""

    kind: ReferenceKind
    number: str
    year: int | None = None


@dataclass(frozen=True)
class UnreadReference:
    """A piece of what was typed that could not be read: kept word for word."""

    text: str
