"""What the rules of free text give, and what they have to know of the office and its year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_desktop.model.findings import Severity
from ita_desktop.model.records import Office, YearWork
from ita_desktop.model.values import AgencyKind

FOLLOWING = (
    *"มี ได้ ให้ ใน ที่ และ หรือ เป็น จะ จัด โดย เพื่อ ตาม อำเภอ จังหวัด เรื่อง ประจำ พ.ศ.".split(),
    *"ปี ทราบ ร่วม ทั้ง ทุก".split(),
    *"ซึ่ง ต้อง ไม่ กับ จาก ของ แล้ว ครบ มาก ลง รับ ออก ดำเนิน กำหนด ประกาศ นี้ นั้น ควร อื่น ใกล้ ทำ ขอ".split(),
    *"เมื่อ ดัง เขต ด้วย สามารถ ถึง เห็น แจ้ง มอบ ประชุม อนุมัติ สั่ง พิจารณา".split(),
    *"ต่อ อย่าง คือ ผู้ รอง เสนอ แต่ง แก่ ตรวจ เข้า นำ เผย รายงาน".split(),
)
"""Words that follow the name of an agency or a place without a space, as a start."""

HANGING = "ะาำๅ" + "".join(map(chr, (0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F))))
"""Vowels and marks that no word begins with: they lean on the letter before them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in one text; ``new`` is the whole text mended, where that is safe.

    ``span`` is where the wrong words stand in the text, first character and the one behind the
    last; None where the whole text is meant.
    """

    severity: Severity
    code: str
    problem: str
    remedy: str = ""
    new: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What texts are held against. Years are พ.ศ.; names as the office typed them."""

    kind: AgencyKind
    name: str
    district: str
    province: str
    action_year: int
    score_year: int
    assessment_year: int
    divisions: tuple[str, ...] = ()

    @staticmethod
    def of(office: Office, year: YearWork, divisions: Iterable[str] = ()) -> TextFacts:
        """The facts of one year's work; ``divisions`` are the names of the register."""
        return TextFacts(
            office.kind,
            office.name.strip(),
            office.district.strip(),
            office.province.strip(),
            year.action_year,
            year.score_year,
            year.assessment_year,
            tuple(name.strip() for name in divisions if name.strip()),
        )

    @property
    def full_name(self) -> str:
        """ประเภทและชื่อหน่วยงาน"""
        return f"{self.kind.label}{self.name}"

    @property
    def years(self) -> tuple[int, ...]:
        """The three years of the work, each once, oldest first."""
        return tuple(sorted({self.action_year, self.score_year, self.assessment_year}))


def says_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of a few words stands in a text: quicker than a pattern that seeks them all, and
    asked before one that needs any of them."""
    for sign in signs:  # noqa: SIM110  a generator costs more than the search
        if sign in text:
            return True
    return False


def replaced(text: str, start: int, end: int, words: str) -> str:
    """The text with other words in one place."""
    return text[:start] + words + text[end:]
