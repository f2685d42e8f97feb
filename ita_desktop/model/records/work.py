"""One year's work: its three years, the measures, and pictures of what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ita_desktop.model.fields import (
    choice,
    integer,
    items,
    link,
    long_text,
    monitoring,
    own_values,
    picture,
    rank,
    references,
    responsible,
    text,
    timeline,
)
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.records.record import Record
from ita_desktop.model.references import Reference, UnreadReference
from ita_desktop.model.values import Items, Monitoring, OwnValue, Responsible, Status, Tool
from ita_desktop.thai.timelines import Timeline, Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWork(Record):
    """งานของหนึ่งปี, keyed by its action year. All three years are พ.ศ."""

    TABLE: ClassVar[str] = "year_work"
    TITLE: ClassVar[str] = "งานประจำปี"

    action_year: int = integer("ปีงบประมาณที่ดำเนินการ", hint="ปีที่ปฏิบัติตามมาตรการ", needed=("office",))
    score_year: int = integer(
        "ปีของผลคะแนน", hint="ปีของผลการประเมิน ITA ที่นำมาวิเคราะห์", needed=("office",)
    )
    assessment_year: int = integer(
        "ปีของการประเมิน", hint="ปีของรอบที่จะนำเอกสารขึ้นเผยแพร่", needed=("office",)
    )

    @staticmethod
    def of(action_year: int) -> YearWork:
        """A year's work with the usual years: scores of the year before, assessed the same year."""
        return YearWork(
            id=key_id("year", action_year),
            action_year=action_year,
            score_year=action_year - 1,
            assessment_year=action_year,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """มาตรการ โครงการ หรือกิจกรรม of one year's work."""

    TABLE: ClassVar[str] = "measure"
    TITLE: ClassVar[str] = "มาตรการ"

    year_id: Id = link("งานประจำปี", "year_work", shown=False)
    rank: str = rank()
    title: str = long_text(
        "มาตรการ โครงการ หรือกิจกรรม",
        hint="บอกสิ่งที่จะทำ ไม่ใช่ข้อคำถามของแบบวัด",
        example="มาตรการควบคุมการยืมทรัพย์สินของราชการ",
        needed=("plan", "report"),
    )
    sub_measures: Items = items("มาตรการย่อย", hint="ถ้ามีหลายข้อในมาตรการเดียว")
    tool: Tool | None = choice("แบบวัด", Tool)
    indicator: str = text("ตัวชี้วัด", example="ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ")
    issue: str = text("ประเด็นที่ต้องยกระดับ", example="กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ")
    references: tuple[Reference | UnreadReference, ...] = references(
        "อ้างอิง", hint="รหัสข้อคำถามหรือข้อ OIT ของปีคะแนน", example="i10, O24"
    )
    guideline: Items = items("แนวทางการปฏิบัติ")
    steps: Items = items("ขั้นตอนหรือวิธีการปฏิบัติ", needed=("plan", "report"))
    responsible: tuple[Responsible, ...] = responsible(
        "ผู้รับผิดชอบ", hint="เลือกสำนัก/กอง บุคคล ตำแหน่ง หรือพิมพ์เอง", needed=("plan", "report")
    )
    timeline: Timeline | Unread | None = timeline(
        "ระยะเวลาดำเนินการ", example="ต.ค. ๖๗ - ก.ย. ๖๘", needed=("plan", "report")
    )
    monitoring: Monitoring = monitoring("การกำกับติดตาม", Monitoring(), needed=("plan",))
    status: Status | None = choice("สถานะ", Status, needed=("report",))
    status_reason: str = long_text("เหตุผลที่ไม่สามารถดำเนินการได้")
    results: Items = items("ผลการดำเนินการ", hint="ทำอะไรไปแล้ว เมื่อใด เป็นรูปธรรม", needed=("report",))
    outputs: Items = items("ผลผลิต", hint="สิ่งที่เกิดขึ้นจากการดำเนินการ เช่น คู่มือ ประกาศ")
    outcomes: Items = items("ผลลัพธ์หรือความสำเร็จ", hint="สิ่งที่ดีขึ้นเพราะมาตรการนี้")
    recommendations: Items = items("ข้อเสนอแนะ")
    note: str = long_text("หมายเหตุ")
    own: tuple[OwnValue, ...] = own_values("ข้อมูลเพิ่มเติมของหน่วยงาน")

    @property
    def name(self) -> str:
        """What the measure is called: its title, or its first sub-measure where it has none."""
        return self.title or next((one.text for one in self.sub_measures if one.text), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """ภาพหลักฐาน of what was done, with its caption."""

    TABLE: ClassVar[str] = "evidence"
    TITLE: ClassVar[str] = "ภาพหลักฐาน"

    year_id: Id = link("งานประจำปี", "year_work", shown=False)
    rank: str = rank()
    picture: str = picture("ภาพ", hint="แฟ้มภาพ JPEG หรือ PNG", needed=("evidence",))
    caption: str = long_text(
        "คำบรรยายใต้ภาพ",
        hint="ทำอะไร ที่ใด เมื่อใด",
        example="ตรวจนับทรัพย์สินประจำปี ณ อาคารพัสดุ เมื่อวันที่ ๕ มกราคม ๒๕๖๙",
        needed=("evidence",),
    )
    measure_id: Id = link("ของมาตรการ", "measure")
