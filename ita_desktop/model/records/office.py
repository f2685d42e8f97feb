"""The office and its registers: หน่วยงาน สำนัก/กอง ตำแหน่ง บุคลากร."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ita_desktop.model.fields import acting, choice, link, long_text, picture, rank, text
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.records.record import Record
from ita_desktop.model.values import Acting, AgencyKind
from ita_desktop.thai.digits import Digits


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
    digits: Digits | None = choice(
        "ตัวเลขในเอกสาร", Digits, hint="ใช้กับเอกสารทุกฉบับที่ไม่ได้เลือกไว้เอง ไม่เลือกคือเลขไทย"
    )
    seal: str = picture("ตราหน่วยงาน", hint="พิมพ์บนปกแทนตราครุฑ เว้นว่างไว้ ปกจะใช้ตราครุฑ")

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
    short_name: str = text("ชื่อย่อ", hint="ใช้ค้นหาตอนเลือกผู้รับผิดชอบ")
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
