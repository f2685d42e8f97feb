"""References (อ้างอิงจาก …): codes of the year's questions, items and indicators.

Questions and items are numbered anew every year, so a reference carries its year (พ.ศ.).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby


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


@dataclass(frozen=True)
class ReferenceProblem:
    """What is wrong with one piece of text, in Thai, and codes that it may mean, best first."""

    text: str
    problem: str
    suggestions: tuple[str, ...] = ()

    @property
    def suggestion(self) -> str:
        """The best suggestion, or ""."""
        return self.suggestions[0] if self.suggestions else ""


@dataclass(frozen=True)
class ReferencesReading:
    """What was understood, in the order typed, with one problem for each unread value."""

    values: tuple[Reference | UnreadReference, ...] = ()
    problems: tuple[ReferenceProblem, ...] = ()


_LABELS = {
    ReferenceKind.INDICATOR: "ตัวชี้วัดที่",
    ReferenceKind.SUBINDICATOR: "ตัวชี้วัดย่อยที่",
}


def format_reference(reference: Reference | UnreadReference) -> str:
    """The code as printed, in Arabic digits: ``O10`` or ``ตัวชี้วัดย่อยที่ 9.1``."""
    if isinstance(reference, UnreadReference):
        return reference.text
    if label := _LABELS.get(reference.kind):
        return f"{label} {reference.number}"
    return f"{reference.kind.value}{reference.number}"


def format_references(references: Iterable[Reference | UnreadReference]) -> str:
    """The codes alone, joined by commas; a row of indicators names its kind once."""
    parts: list[str] = []
    for kind, group in groupby(references, key=_kind):
        first, *others = group
        parts.append(format_reference(first))
        for other in others:
            if isinstance(other, Reference) and kind in _LABELS:
                parts.append(other.number)
            else:
                parts.append(format_reference(other))
    return ", ".join(parts)


def _kind(reference: Reference | UnreadReference) -> ReferenceKind | None:
    return reference.kind if isinstance(reference, Reference) else None
