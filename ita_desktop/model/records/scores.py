"""Scores of the assessment, by year, and what the office makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from ita_desktop.model.fields import choice, integer, link, long_text, number, references, text
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.records.record import Record
from ita_desktop.model.references import Reference, UnreadReference
from ita_desktop.model.values import Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreYear(Record):
    """ผลการประเมินของปีหนึ่ง: what was published of it beside the figures. ``year`` is พ.ศ."""

    TABLE: ClassVar[str] = "score_year"
    TITLE: ClassVar[str] = "ผลการประเมินประจำปี"

    year: int = integer("ปีของผลคะแนน", shown=False)
    level: str = text("ระดับผลการประเมินที่ประกาศ", hint="เว้นว่างไว้ โปรแกรมจะหาจากคะแนนให้")
    place: str = text("ลำดับที่", example="๑,๔๒๙")
    place_among: str = text("ลำดับในกลุ่มใด", example="หน่วยงานประเภทเทศบาลตำบล")
    note: str = long_text("หมายเหตุ")

    @staticmethod
    def of(year: int) -> ScoreYear:
        """A year of which nothing is known yet."""
        return ScoreYear(id=key_id("score-year", year), year=year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Record):
    """คะแนนหนึ่งค่า, keyed by its year (พ.ศ.) and code (see :mod:`ita_desktop.model.scoring`)."""

    TABLE: ClassVar[str] = "score"
    TITLE: ClassVar[str] = "คะแนน"

    year: int = integer("ปีของผลคะแนน", shown=False)
    code: str = text("รหัส", shown=False)
    value: Decimal | None = number("คะแนน")

    @staticmethod
    def of(year: int, code: str, value: Decimal | None = None) -> Score:
        """The score of that code in that year."""
        return Score(id=key_id("score", year, code), year=year, code=code, value=value)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueAnalysis(Record):
    """ผลการวิเคราะห์ของประเด็นหนึ่ง in one year's work."""

    TABLE: ClassVar[str] = "issue_analysis"
    TITLE: ClassVar[str] = "ผลการวิเคราะห์"

    year_id: Id = link("งานประจำปี", "year_work", shown=False)
    issue: int = integer("ประเด็นที่", shown=False)
    urgency: Urgency | None = choice("ความเร่งด่วน", Urgency, needed=("analysis",))
    lowest: tuple[Reference | UnreadReference, ...] = references(
        "ข้อคำถามที่ได้คะแนนน้อยที่สุด", hint="เว้นว่างไว้ โปรแกรมหาให้"
    )
    finding: str = long_text("ประเด็นที่พบ", hint="คะแนนข้อนี้บอกว่าผู้ตอบเห็นอย่างไร", needed=("analysis",))
    advice: str = long_text(
        "แนวทางการยกระดับผลการประเมิน",
        hint="หน่วยงานควรทำอะไร อ้างอิงข้อ OIT ใด",
        needed=("analysis",),
    )

    @staticmethod
    def of(year_id: Id, issue: int) -> IssueAnalysis:
        """An analysis in which nothing is written yet."""
        return IssueAnalysis(id=key_id("analysis", year_id, issue), year_id=year_id, issue=issue)
