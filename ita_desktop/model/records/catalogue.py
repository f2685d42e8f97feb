"""The ITA catalogue of a year as the office's file holds it: lists that the office may correct.

``source`` says where an entry comes from, ``certain`` whether a text confirms it. Years are พ.ศ. of
the assessment. Ids follow from the year and the code, so that two copies agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from ita_desktop.model.fields import (
    choice,
    flag,
    integer,
    items,
    long_text,
    number,
    references,
    text,
)
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.records.record import Record
from ita_desktop.model.references import Reference, UnreadReference
from ita_desktop.model.values import Items, PaperKind, Tool


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueYear(Record):
    """บัญชี ITA ของปีหนึ่ง: item numbers of the two papers, and which lists are complete."""

    TABLE: ClassVar[str] = "catalogue_year"
    TITLE: ClassVar[str] = "บัญชี ITA ประจำปี"

    year: int = integer("ปีของการประเมิน", shown=False)
    plan_item: str = text("ข้อ OIT ของมาตรการ", example="O34")
    report_item: str = text("ข้อ OIT ของรายงานผล", example="O35")
    iit_complete: bool = flag("รายการข้อคำถาม IIT ครบแล้ว")
    eit_complete: bool = flag("รายการข้อคำถาม EIT ครบแล้ว")
    oit_complete: bool = flag("รายการข้อ OIT ครบแล้ว")
    source: str = long_text("แหล่งที่มา")
    certain: bool = flag("ยืนยันแล้ว")

    @staticmethod
    def key(year: int) -> Id:
        """The id of a year's catalogue."""
        return key_id("catalogue", year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """ตัวชี้วัดหนึ่งตัว of a year."""

    TABLE: ClassVar[str] = "indicator"
    TITLE: ClassVar[str] = "ตัวชี้วัด"

    year: int = integer("ปีของการประเมิน", shown=False)
    number: int = integer("ตัวชี้วัดที่")
    name: str = text("ชื่อตัวชี้วัด")
    tool: Tool = choice("แบบวัด", Tool, Tool.IIT)
    source: str = long_text("แหล่งที่มา")
    certain: bool = flag("ยืนยันแล้ว")

    @staticmethod
    def key(year: int, number: int) -> Id:
        """The id of a year's indicator."""
        return key_id("indicator", year, number)

    @property
    def full_name(self) -> str:
        """``ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ``"""
        return f"ตัวชี้วัดที่ {self.number} {self.name}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueItem(Record):
    """ข้อคำถาม IIT, EIT หรือข้อ OIT of a year, and wordings to propose where it scores lowest."""

    TABLE: ClassVar[str] = "catalogue_item"
    TITLE: ClassVar[str] = "ข้อคำถามหรือข้อ OIT"

    year: int = integer("ปีของการประเมิน", shown=False)
    code: str = text("รหัส", example="I4")
    words: str = long_text("ข้อความ")
    sub_items: Items = items("ประเด็นย่อย")
    indicator: int = integer("ตัวชี้วัดที่", hint="๐ คือไม่ทราบ")
    sub_indicator: str = text("ตัวชี้วัดย่อยที่", example="9.1")
    finding: str = long_text("ถ้อยคำเสนอ: ประเด็นที่พบ", hint="ใช้เมื่อข้อนี้ได้คะแนนน้อยที่สุด")
    advice: str = long_text("ถ้อยคำเสนอ: แนวทางการยกระดับ", hint="ใช้เมื่อข้อนี้ได้คะแนนน้อยที่สุด")
    source: str = long_text("แหล่งที่มา")
    certain: bool = flag("ยืนยันแล้ว")

    @staticmethod
    def key(year: int, code: str) -> Id:
        """The id of a year's item."""
        return key_id("item", year, code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Record):
    """ประเด็นการวิเคราะห์ of a year: a title, and the questions and OIT items that belong to it."""

    TABLE: ClassVar[str] = "issue"
    TITLE: ClassVar[str] = "ประเด็นการวิเคราะห์"

    year: int = integer("ปีของการประเมิน", shown=False)
    number: int = integer("ประเด็นที่")
    title: str = text("ชื่อประเด็น")
    codes: tuple[Reference | UnreadReference, ...] = references(
        "ข้อคำถามและข้อ OIT", example="I1-I3, O7-O10"
    )
    source: str = long_text("แหล่งที่มา")
    certain: bool = flag("ยืนยันแล้ว")

    @staticmethod
    def key(year: int, number: int) -> Id:
        """The id of a year's issue."""
        return key_id("issue", year, number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Record):
    """ระดับผลการประเมิน of a year. The first level, by ``order``, whose demands are met holds."""

    TABLE: ClassVar[str] = "level"
    TITLE: ClassVar[str] = "ระดับผลการประเมิน"

    year: int = integer("ปีของการประเมิน", shown=False)
    order: int = integer("ลำดับ")
    name: str = text("ชื่อระดับ")
    least: Decimal | None = number("คะแนนรวมขั้นต่ำ", example="๘๕")
    least_tools: Decimal | None = number(
        "คะแนนขั้นต่ำของทุกแบบวัด", hint="เว้นว่างไว้ ถ้าไม่กำหนด", example="๘๕"
    )
    eit_parts: bool = flag("นับ EIT แยกส่วนที่ 1 และส่วนที่ 2")
    source: str = long_text("แหล่งที่มา")
    certain: bool = flag("ยืนยันแล้ว")

    @staticmethod
    def key(year: int, order: int) -> Id:
        """The id of a year's level."""
        return key_id("level", year, order)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredElement(Record):
    """องค์ประกอบที่ต้องมี in the plan or the report of a year: without one the item scores 0."""

    TABLE: ClassVar[str] = "required_element"
    TITLE: ClassVar[str] = "องค์ประกอบที่ต้องมี"

    year: int = integer("ปีของการประเมิน", shown=False)
    slug: str = text("รหัสองค์ประกอบ", shown=False)
    paper: PaperKind = choice("เอกสาร", PaperKind, PaperKind.PLAN)
    words: str = long_text("องค์ประกอบ")
    source: str = long_text("แหล่งที่มา")
    certain: bool = flag("ยืนยันแล้ว")

    @staticmethod
    def key(year: int, paper: PaperKind, slug: str) -> Id:
        """The id of a year's required element."""
        return key_id("element", year, paper.value, slug)
