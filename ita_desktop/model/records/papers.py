"""How documents are made: their set-ups, and the office's own wordings, layouts and fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ita_desktop.model.fields import (
    attachment,
    choice,
    columns,
    day,
    documents,
    flag,
    integer,
    link,
    long_text,
    opinions,
    own_texts,
    rank,
    signers,
    text,
)
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.layouts import Grouping, GroupPlace, LayoutColumn, ListStyle
from ita_desktop.model.records.record import Record
from ita_desktop.model.values import (
    MemoBody,
    Opinion,
    OwnKind,
    OwnText,
    PageTurn,
    PicturesPerPage,
    Signer,
    TableSize,
)
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timeline_styles import TimelineStyle


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
    division_id: Id = link("ส่วนราชการเจ้าของเรื่อง", "division")
    memo_body: MemoBody | None = choice("รูปแบบเนื้อความ", MemoBody)
    signers: tuple[Signer, ...] = signers("ผู้ลงนาม")
    opinions: tuple[Opinion, ...] = opinions(
        "ความเห็นตามลำดับชั้น", hint="เรียงจากผู้บังคับบัญชาชั้นต้นจนถึงผู้สั่งการ"
    )
    pictures_per_page: PicturesPerPage | None = choice("จำนวนภาพต่อหน้า", PicturesPerPage)
    parts: tuple[str, ...] = documents("เอกสารในเล่ม", hint="เว้นว่างไว้ จะรวมทุกฉบับตามลำดับ")
    texts: tuple[OwnText, ...] = own_texts("ข้อความเฉพาะฉบับนี้")

    @staticmethod
    def of(year_id: Id, document: str) -> DocumentSetup:
        """An untouched set-up."""
        return DocumentSetup(
            id=key_id("setup", year_id, document), year_id=year_id, document=document
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWording(Record):
    """ถ้อยคำของหน่วยงาน in the place of a shipped wording, in every year; without it, as shipped."""

    TABLE: ClassVar[str] = "own_wording"
    TITLE: ClassVar[str] = "ถ้อยคำของหน่วยงาน"

    name: str = text("ชื่อถ้อยคำ", shown=False)
    words: str = long_text("ถ้อยคำ")

    @staticmethod
    def key(name: str) -> Id:
        """The id of the office's text for the wording of that name."""
        return key_id("wording", name)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField(Record):
    """ช่องข้อมูลที่หน่วยงานเพิ่มเอง to its measures."""

    TABLE: ClassVar[str] = "own_field"
    TITLE: ClassVar[str] = "ช่องของหน่วยงาน"

    rank: str = rank()
    label: str = text("ชื่อช่อง", example="งบประมาณ ปี ๒๕๖๙ (บาท)", needed=("office",))
    kind: OwnKind = choice("ชนิดข้อมูล", OwnKind, OwnKind.TEXT)
    hint: str = text("คำแนะนำใต้ชื่อช่อง")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLayout(Record):
    """แบบตารางที่หน่วยงานจัดเอง for one document."""

    TABLE: ClassVar[str] = "own_layout"
    TITLE: ClassVar[str] = "แบบตารางของหน่วยงาน"

    rank: str = rank()
    title: str = text("ชื่อแบบตาราง", needed=("office",))
    document: str = text("เอกสาร", shown=False)
    columns: tuple[LayoutColumn, ...] = columns("คอลัมน์")
    grouping: Grouping = choice("จัดกลุ่มตาม", Grouping, Grouping.NONE)
    group_place: GroupPlace = choice("ชื่อกลุ่มอยู่ที่", GroupPlace, GroupPlace.CELL)
    list_style: ListStyle = choice("รูปแบบรายการ", ListStyle, ListStyle.NUMBER)
    digits: Digits | None = choice("ตัวเลข", Digits)
    orientation: PageTurn = choice("แนวกระดาษ", PageTurn, PageTurn.LANDSCAPE)
    timeline_style: TimelineStyle = choice("รูปแบบระยะเวลา", TimelineStyle, TimelineStyle.SHORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy(Record):
    """ฉบับที่ลงนามแล้ว: a document frozen as it was signed.

    ``pdf``, ``said`` and ``scan`` are SHA-256 of attachments kept in the file: the PDF, what its
    blocks said (plain text, one line a block), and a scan of the signed paper.
    """

    TABLE: ClassVar[str] = "signed_copy"
    TITLE: ClassVar[str] = "ฉบับที่ลงนามแล้ว"

    year_id: Id = link("งานประจำปี", "year_work", shown=False)
    document: str = text("เอกสาร", shown=False)
    signed: date | None = day("วันที่ลงนาม")
    number: str = text("เลขที่")
    pdf: str = attachment("เอกสาร PDF", shown=False)
    said: str = attachment("ข้อความ", shown=False)
    scan: str = attachment("ภาพสแกนฉบับลงนาม")
    note: str = long_text("หมายเหตุ")
