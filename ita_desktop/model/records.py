"""Every record an office file holds, each field declared once.

``TABLE`` is the table in the file, ``TITLE`` the Thai word that forms and findings use.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ita_desktop.model.fields import (
    acting,
    choice,
    day,
    flag,
    integer,
    items,
    link,
    long_text,
    monitoring,
    own_texts,
    picture,
    rank,
    references,
    responsible,
    signers,
    text,
    timeline,
)
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.references import Reference, UnreadReference
from ita_desktop.model.values import (
    Acting,
    AgencyKind,
    Items,
    Monitoring,
    OwnText,
    PageTurn,
    Responsible,
    Signer,
    Status,
    TableSize,
    Tool,
)
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timeline_styles import TimelineStyle
from ita_desktop.thai.timelines import Timeline, Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What an office file holds one row of: an id of its own, and declared fields."""

    TABLE: ClassVar[str]
    TITLE: ClassVar[str]

    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """หน่วยงาน: one per file."""

    TABLE: ClassVar[str] = "office"
    TITLE: ClassVar[str] = "หน่วยงาน"

    id: Id = key_id("office")
    kind: AgencyKind = choice(
        "ประเภทหน่วยงาน", AgencyKind, AgencyKind.MUNICIPALITY, needed=("office",)
    )
    name: str = text(
        "ชื่อหน่วยงาน",
        hint="เฉพาะชื่อ ไม่ต้องพิมพ์คำว่าเทศบาลตำบลหรือ อบต.",
        example="ศรีสำราญ",
        needed=("office",),
    )
    short_name: str = text("ชื่อย่อ", hint="ใช้ในที่แคบ เช่น หัวตาราง", example="ทต.ศรีสำราญ")
    district: str = text("อำเภอ", example="เมือง", needed=("office",))
    province: str = text("จังหวัด", needed=("office",))
    address: str = long_text("ที่อยู่", hint="เลขที่ หมู่ ถนน ตำบล และรหัสไปรษณีย์")
    telephone: str = text("โทรศัพท์", example="๐ ๔๔๐๐ ๐๐๐๐")
    email: str = text("ไปรษณีย์อิเล็กทรอนิกส์", example="saraban@example.go.th")
    website: str = text("เว็บไซต์", example="www.example.go.th")
    executive_title: str = text("ตำแหน่งผู้บริหารสูงสุด", hint="เว้นว่างไว้ โปรแกรมจะเรียกตามประเภทหน่วยงานให้")
    garuda: str = picture("ตราครุฑ", hint="แฟ้มภาพ PNG, JPEG หรือ SVG ของหน่วยงานเอง")

    @property
    def full_name(self) -> str:
        """ประเภทและชื่อหน่วยงาน, e.g. ``เทศบาลตำบลศรีสำราญ``."""
        return f"{self.kind.label}{self.name}"

    @property
    def place(self) -> str:
        """``อำเภอ… จังหวัด…``, or as much of it as is known."""
        district = f"อำเภอ{self.district}" if self.district else ""
        province = f"จังหวัด{self.province}" if self.province else ""
        return " ".join(part for part in (district, province) if part)

    @property
    def executive(self) -> str:
        """ตำแหน่งผู้บริหารสูงสุด, typed or following from the kind of agency."""
        if self.executive_title:
            return self.executive_title
        if self.kind is AgencyKind.SAO:
            return f"นายก{self.full_name}"
        return f"นายกเทศมนตรี{self.kind.label.removeprefix('เทศบาล')}{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division(Record):
    """สำนัก/กอง"""

    TABLE: ClassVar[str] = "division"
    TITLE: ClassVar[str] = "สำนัก/กอง"

    rank: str = rank()
    name: str = text("ชื่อสำนัก/กอง", example="กองคลัง", needed=("office",))
    short_name: str = text("ชื่อย่อ", hint="ถ้าเว้นว่าง จะพิมพ์ชื่อเต็ม")
    telephone: str = text("โทรศัพท์")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """ตำแหน่ง: kept apart from the person who holds it."""

    TABLE: ClassVar[str] = "position"
    TITLE: ClassVar[str] = "ตำแหน่ง"

    rank: str = rank()
    title: str = text("ชื่อตำแหน่ง", example="หัวหน้าสำนักปลัดเทศบาล", needed=("office",))
    division_id: Id = link("สังกัด", "division")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """บุคลากร"""

    TABLE: ClassVar[str] = "person"
    TITLE: ClassVar[str] = "บุคลากร"

    rank: str = rank()
    prefix: str = text("คำนำหน้า", example="นาย")
    first_name: str = text("ชื่อ", needed=("office",))
    last_name: str = text("นามสกุล", needed=("office",))
    position_id: Id = link("ตำแหน่ง", "position")
    division_id: Id = link("สังกัด", "division")
    acting: tuple[Acting, ...] = acting("รักษาการในตำแหน่งอื่น", hint="เช่น รักษาราชการแทนปลัดเทศบาล")

    @property
    def full_name(self) -> str:
        """คำนำหน้า ชื่อ และนามสกุล"""
        return f"{self.prefix}{self.first_name} {self.last_name}".strip()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReport(Record):
    """รายงานผลรายรอบ of one measure after so many months of the action year."""

    TABLE: ClassVar[str] = "round_report"
    TITLE: ClassVar[str] = "รายงานผลรายรอบ"

    measure_id: Id = link("มาตรการ", "measure", shown=False)
    month: int = integer("รอบ (เดือน)")
    reported: date | None = day("วันที่รายงาน")
    status: Status | None = choice("สถานะ", Status)
    status_reason: str = long_text("เหตุผลที่ไม่สามารถดำเนินการได้")
    results: Items = items("ผลการดำเนินการ")
    outputs: Items = items("ผลผลิต")
    outcomes: Items = items("ผลลัพธ์หรือความสำเร็จ")
    recommendations: Items = items("ข้อเสนอแนะ")
    note: str = long_text("หมายเหตุ")

    @staticmethod
    def key(measure_id: Id, month: int) -> Id:
        """The id of a measure's report of one round."""
        return key_id("round", measure_id, month)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSetup(Record):
    """ค่าของเอกสารฉบับหนึ่งในปีหนึ่ง. None means: as the layout or the document says."""

    TABLE: ClassVar[str] = "document_setup"
    TITLE: ClassVar[str] = "การตั้งค่าเอกสาร"

    year_id: Id = link("งานประจำปี", "year_work", shown=False)
    document: str = text("เอกสาร", shown=False)
    layout: str = text("แบบตาราง")
    digits: Digits | None = choice("ตัวเลข", Digits)
    spare_codes: bool = flag("คงเลขอารบิกในรหัส เช่น O34")
    orientation: PageTurn | None = choice("แนวกระดาษ", PageTurn)
    table_size: TableSize | None = choice("ขนาดอักษรในตาราง", TableSize)
    timeline_style: TimelineStyle | None = choice("รูปแบบระยะเวลา", TimelineStyle)
    cover: bool = flag("มีปก", default=True)
    round: int = integer("รอบการรายงาน (เดือน)", hint="๐ คือผลทั้งปี")
    number: str = text("เลขที่หนังสือ", hint="เว้นว่างไว้ จะพิมพ์เป็นจุดไข่ปลา")
    dated: date | None = day("วันที่", hint="เว้นว่างไว้ จะพิมพ์เป็นจุดไข่ปลา")
    signers: tuple[Signer, ...] = signers("ผู้ลงนาม")
    texts: tuple[OwnText, ...] = own_texts("ข้อความเฉพาะฉบับนี้")

    @staticmethod
    def of(year_id: Id, document: str) -> DocumentSetup:
        """An untouched set-up."""
        return DocumentSetup(
            id=key_id("setup", year_id, document), year_id=year_id, document=document
        )


RECORDS: tuple[type[Record], ...] = (
    Office,
    Division,
    Position,
    Person,
    YearWork,
    Measure,
    RoundReport,
    DocumentSetup,
)
"""Every kind of record; a kind stands after those its links point to."""
