"""Values that fields hold: lists, responsible parties, monitoring, signers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from ita_desktop.model.ids import Id


class AgencyKind(Enum):
    """ประเภทหน่วยงาน"""

    MUNICIPALITY = "เทศบาลตำบล"
    TOWN = "เทศบาลเมือง"
    SAO = "องค์การบริหารส่วนตำบล"

    @property
    def label(self) -> str:
        return self.value


class Tool(Enum):
    """แบบวัด"""

    IIT = "IIT"
    EIT = "EIT"
    OIT = "OIT"

    @property
    def label(self) -> str:
        return f"แบบวัด {self.value}"


class Status(Enum):
    """สถานะการดำเนินการ"""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    DONE = "done"
    CANNOT = "cannot be done"

    @property
    def label(self) -> str:
        return {
            Status.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
            Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
            Status.DONE: "ดำเนินการแล้วเสร็จ",
            Status.CANNOT: "ไม่สามารถดำเนินการได้",
        }[self]


class PageTurn(Enum):
    """แนวกระดาษของเอกสาร"""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"

    @property
    def label(self) -> str:
        return {PageTurn.PORTRAIT: "แนวตั้ง", PageTurn.LANDSCAPE: "แนวนอน"}[self]


class TableSize(Enum):
    """ขนาดอักษรในตาราง, in points of TH Sarabun"""

    NORMAL = "16"
    SMALL = "15"
    SMALLER = "14"

    @property
    def label(self) -> str:
        return {
            TableSize.NORMAL: "๑๖ พอยต์ (ปกติ)",
            TableSize.SMALL: "๑๕ พอยต์",
            TableSize.SMALLER: "๑๔ พอยต์ (ประหยัดหน้า)",
        }[self]

    @property
    def points(self) -> float:
        return float(self.value)


class Urgency(Enum):
    """ความเร่งด่วนของประเด็น, as the plan of measures must tell it."""

    URGENT = "urgent"
    DEVELOP = "develop"
    KEEP = "keep"

    @property
    def label(self) -> str:
        return {
            Urgency.URGENT: "ต้องแก้ไขโดยเร่งด่วน",
            Urgency.DEVELOP: "ต้องพัฒนาให้ดีขึ้น",
            Urgency.KEEP: "รักษาระดับไว้",
        }[self]


class PaperKind(Enum):
    """เอกสารที่ต้องเผยแพร่: the plan of measures, or the report of their results"""

    PLAN = "plan"
    REPORT = "report"

    @property
    def label(self) -> str:
        return {PaperKind.PLAN: "มาตรการ", PaperKind.REPORT: "รายงานผล"}[self]


class MemoBody(Enum):
    """รูปแบบเนื้อความของบันทึกข้อความ"""

    HEADED = "headed"
    FREE = "free"

    @property
    def label(self) -> str:
        return {
            MemoBody.HEADED: "แยกหัวข้อ (เรื่องเดิม ข้อเท็จจริง ข้อกฎหมาย ข้อพิจารณา)",
            MemoBody.FREE: "ย่อหน้าต่อเนื่อง",
        }[self]


class PicturesPerPage(Enum):
    """จำนวนภาพต่อหน้า"""

    TWO = "2"
    FOUR = "4"

    @property
    def label(self) -> str:
        return {PicturesPerPage.TWO: "๒ ภาพ", PicturesPerPage.FOUR: "๔ ภาพ"}[self]


class OwnKind(Enum):
    """ชนิดของช่องข้อมูลที่หน่วยงานเพิ่มเอง"""

    TEXT = "text"
    ITEMS = "items"
    NUMBER = "number"
    DATE = "date"

    @property
    def label(self) -> str:
        return {
            OwnKind.TEXT: "ข้อความ",
            OwnKind.ITEMS: "รายการเป็นข้อ ๆ",
            OwnKind.NUMBER: "จำนวน",
            OwnKind.DATE: "วันที่",
        }[self]


@dataclass(frozen=True, slots=True)
class Item:
    """หัวข้อในรายการ: its text and, one level down, its sub-items."""

    text: str
    items: tuple[Item, ...] = ()


Items: TypeAlias = tuple[Item, ...]


def plain_items(*texts: str) -> Items:
    """A flat list of items."""
    return tuple(Item(text) for text in texts)


@dataclass(frozen=True, slots=True)
class DivisionRef:
    """สำนัก/กอง ที่รับผิดชอบ"""

    division_id: Id
    note: str = ""


@dataclass(frozen=True, slots=True)
class AllDivisions:
    """ทุกสำนัก/กอง"""

    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonRef:
    """บุคคลที่รับผิดชอบ"""

    person_id: Id
    note: str = ""


@dataclass(frozen=True, slots=True)
class PositionRef:
    """ตำแหน่งที่รับผิดชอบ, whoever holds it"""

    position_id: Id
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrderRef:
    """คณะกรรมการตามคำสั่ง: number as ``๑๕๖/๒๕๖๘`` and the order's subject."""

    number: str
    subject: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FreeText:
    """ผู้รับผิดชอบที่พิมพ์เอง"""

    text: str


Responsible: TypeAlias = DivisionRef | AllDivisions | PersonRef | PositionRef | OrderRef | FreeText


@dataclass(frozen=True, slots=True)
class Monitoring:
    """การกำกับติดตาม: rounds after so many months (3, 6, 9, 12), or every quarter, and a note."""

    months: tuple[int, ...] = ()
    quarterly: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Acting:
    """รักษาการ: the words used (``รักษาราชการแทน``) and the position acted in."""

    position_id: Id
    words: str = "รักษาราชการแทน"


@dataclass(frozen=True, slots=True)
class Signer:
    """ผู้ลงนาม: a person in a position, or acting in it; typed text wins over what is linked."""

    person_id: Id = ""
    position_id: Id = ""
    acting: str = ""
    """The acting words, e.g. ``รักษาราชการแทน``; empty where the person holds the position."""
    name: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """ความเห็นหนึ่งลำดับชั้น under a memo: its title, who gives it, dotted lines to write on.

    An empty ``title`` is made from the position of ``signer``.
    """

    signer: Signer = Signer()
    title: str = ""
    lines: int = 3


OwnContent: TypeAlias = str | Items | Decimal | date
"""What a field added by the office may hold, by its kind."""


@dataclass(frozen=True, slots=True)
class OwnValue:
    """ค่าของช่องที่หน่วยงานเพิ่มเอง: the field's id and what it holds; empty ones are left out."""

    field_id: Id
    value: OwnContent


@dataclass(frozen=True, slots=True)
class OwnText:
    """ข้อความเฉพาะของเอกสาร: the name of a wording and the text that replaces it."""

    name: str
    text: str
