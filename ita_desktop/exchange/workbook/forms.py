"""How each kind of field is written into a cell and read from it: one line a kind.

A new field of a record has its column by itself; a new kind has its line in :data:`FORMS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook import lists, papers, people, plain, reviews
from ita_desktop.exchange.workbook.cells import (
    NO,
    YES,
    Cell,
    Written,
    one_line,
)
from ita_desktop.exchange.workbook.names import Place
from ita_desktop.model.fields import Field, Kind
from ita_desktop.model.score_names import known_code, short_name
from ita_desktop.thai.digits import to_arabic

ATTACHED = "(มีแฟ้มแนบอยู่ในแฟ้มงาน)"

_PART = re.compile(r"^(?:คะแนน\s*)?(?P<name>.+?)(?:\s*ส่วนที่\s*(?P<part>[12]))?$")


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of field stands in a cell: ``width`` in letters, ``guide`` what to type.

    ``read`` is given a cell that is not empty and raises UserError for what it cannot be. A kind
    that is ``linked`` says names of other records, which may be renamed.
    """

    write: Callable[[Field, Any, Place], Written]
    read: Callable[[Field, Cell, Place], Any]
    width: int
    guide: str = ""
    linked: bool = False
    pictured: bool = False
    """Whether the value is the fingerprint of something that only the office file holds."""


def form_of(table: str, field: Field) -> Form:
    """How a field of the records of a table stands in a cell."""
    return SPECIAL.get((table, field.name)) or FORMS[field.kind]


def _write_link(field: Field, value: str, place: Place) -> Written:
    name = place.names.name_of(field.target, value)
    if field.target == "year_work" and name.isdecimal():
        return plain.write_integer(field, int(name), place)
    return name


def _read_link(field: Field, cell: Cell, place: Place) -> str:
    return place.names.find(field.target, one_line(cell.text))


def _write_attached(_field: Field, value: str, _place: Place) -> str:
    return ATTACHED if value else ""


def _read_attached(_field: Field, cell: Cell, _place: Place) -> str:
    if cell.text == ATTACHED:  # of which office file, only the hidden sheet could tell
        return ATTACHED
    raise UserError(
        f"ใส่ภาพหรือแฟ้มแนบผ่าน Excel ไม่ได้ (พบ “{cell.text[:40]}”)",
        "เว้นช่องนี้ว่างไว้ แล้วเลือกแฟ้มภาพในโปรแกรม",
    )


def _no_cell(_field: Field, _value: Any, _place: Place) -> str:
    return ""


def _write_score_code(_field: Field, value: str, _place: Place) -> str:
    return short_name(value)


def _read_score_code(_field: Field, cell: Cell, _place: Place) -> str:
    """``ภาพรวม``, ``ตัวชี้วัดที่ 6 ส่วนที่ 1``, ``EIT ส่วนที่ 2``, ``i4`` as the code of a score."""
    words = to_arabic(one_line(cell.text))
    match = _PART.match(words)
    name = match["name"].replace(" ", "") if match else ""
    part = f".{match['part']}" if match and match["part"] else ""
    if name in ("ภาพรวม", "total"):
        code = "total"
    elif name.startswith("ตัวชี้วัด"):
        code = f"indicator-{name.removeprefix('ตัวชี้วัด').removeprefix('ที่')}{part}"
    else:
        code = f"{name.upper()}{part}"
    if not known_code(code):
        raise UserError(
            f"ไม่รู้จักรหัสคะแนน “{cell.text}”",
            "พิมพ์เช่น ภาพรวม, IIT, EIT ส่วนที่ 1, ตัวชี้วัดที่ 4, I4, O10",
        )
    return code


_LIST_GUIDE = "พิมพ์ข้อละบรรทัด (Alt+Enter ขึ้นบรรทัดใหม่) ข้อย่อยขึ้นต้นด้วย ๑.๑"
_NAMES_GUIDE = "คนหรือหน่วยละบรรทัด"

FORMS: Mapping[Kind, Form] = MappingProxyType(
    {
        Kind.TEXT: Form(plain.write_text, plain.read_line, 28),
        Kind.LONG_TEXT: Form(plain.write_text, plain.read_text, 44),
        Kind.INTEGER: Form(plain.write_integer, plain.read_integer, 12, "พิมพ์เป็นตัวเลข"),
        Kind.NUMBER: Form(plain.write_number, plain.read_number_cell, 16, "พิมพ์เป็นตัวเลข มีทศนิยมได้"),
        Kind.FLAG: Form(plain.write_flag, plain.read_flag, 12, f"เลือก {YES} หรือ {NO}"),
        Kind.DATE: Form(
            plain.write_date, plain.read_date_cell, 20, "พิมพ์วันที่เป็น พ.ศ. เช่น 31 มีนาคม 2569"
        ),
        Kind.CHOICE: Form(plain.write_choice, plain.read_choice, 24, "เลือกจากรายการ"),
        Kind.ITEMS: Form(lists.write_items, lists.read_items, 60, _LIST_GUIDE),
        Kind.TIMELINE: Form(
            plain.write_timeline,
            plain.read_timeline_cell,
            28,
            "พิมพ์ช่วงเวลาเป็น พ.ศ. เช่น ต.ค. 2568 - ก.ย. 2569",
        ),
        Kind.RESPONSIBLE: Form(
            people.write_responsible,
            people.read_responsible,
            32,
            f"{_NAMES_GUIDE} ใช้ชื่อตามทะเบียน หมายเหตุใส่ในวงเล็บต่อท้าย",
            linked=True,
        ),
        Kind.REFERENCES: Form(
            lists.write_references, lists.read_references_cell, 24, "คั่นด้วยจุลภาค เช่น I4, O10"
        ),
        Kind.MONITORING: Form(
            lists.write_monitoring,
            lists.read_monitoring,
            30,
            "เช่น รอบ 6, 12 เดือน หรือ รายไตรมาส บรรทัดอื่นเป็นข้อความประกอบ",
        ),
        Kind.PICTURE: Form(
            _write_attached, _read_attached, 26, "ภาพอยู่ในแฟ้มงาน แก้ในโปรแกรม", pictured=True
        ),
        Kind.ATTACHMENT: Form(
            _write_attached, _read_attached, 26, "แฟ้มแนบอยู่ในแฟ้มงาน แก้ในโปรแกรม", pictured=True
        ),
        Kind.LINK: Form(_write_link, _read_link, 28, "เลือกชื่อจากรายการ", linked=True),
        Kind.ACTING: Form(
            people.write_acting,
            people.read_acting,
            36,
            "ตำแหน่งละบรรทัด เช่น รักษาราชการแทน | ปลัดเทศบาล",
            linked=True,
        ),
        Kind.SIGNERS: Form(
            people.write_signers,
            people.read_signers,
            40,
            "คนละบรรทัด: ชื่อ | ตำแหน่ง | คำรักษาการ",
            linked=True,
        ),
        Kind.OPINIONS: Form(
            people.write_opinions,
            people.read_opinions,
            50,
            "ลำดับชั้นละบรรทัด: หัวข้อ | ชื่อ | ตำแหน่ง | คำรักษาการ | 3 บรรทัด",
            linked=True,
        ),
        Kind.OWN_TEXTS: Form(
            papers.write_own_texts, papers.read_own_texts, 50, "[ชื่อถ้อยคำ] แล้วข้อความในบรรทัดถัดไป"
        ),
        Kind.COLUMNS: Form(
            papers.write_columns,
            papers.read_columns,
            50,
            "คอลัมน์ละบรรทัด: หัวคอลัมน์ | ช่องข้อมูล | กว้าง 40%",
            linked=True,
        ),
        Kind.DOCUMENTS: Form(papers.write_documents, papers.read_documents, 32, "เอกสารละบรรทัด"),
        Kind.OWN_VALUES: Form(_no_cell, plain.read_text, 0),
        Kind.RANK: Form(_no_cell, plain.read_text, 0),
    }
)
"""Every kind. The office's own values have a column for each field; a rank is the order of rows."""

_DOCUMENT = Form(papers.write_document, papers.read_document, 28, "ชื่อเอกสาร")

SPECIAL: Mapping[tuple[str, str], Form] = MappingProxyType(
    {
        ("score", "code"): Form(
            _write_score_code, _read_score_code, 26, "เช่น ภาพรวม, IIT, ตัวชี้วัดที่ 4, I4, O10"
        ),
        ("document_setup", "document"): _DOCUMENT,
        ("own_layout", "document"): _DOCUMENT,
        ("signed_copy", "document"): _DOCUMENT,
        ("document_setup", "layout"): Form(
            papers.write_layout, papers.read_layout, 32, "ชื่อแบบตาราง", linked=True
        ),
        ("own_wording", "name"): Form(
            papers.write_wording, papers.read_wording, 40, "เช่น รายงานผล: หัวเรื่อง"
        ),
        ("left_finding", "about_id"): Form(
            reviews.write_record, reviews.read_record, 40, "แก้ในโปรแกรม", linked=True
        ),
        ("comment", "about"): Form(reviews.write_kind, reviews.read_kind, 24, "ชื่อแผ่น"),
        ("comment", "about_id"): Form(
            reviews.write_record, reviews.read_record, 40, "แก้ในโปรแกรม", linked=True
        ),
        ("required_element", "slug"): Form(
            plain.write_text, plain.read_line, 20, "แถวใหม่เว้นว่างไว้ โปรแกรมตั้งให้"
        ),
    }
)
"""Fields whose text is a code in the program: written by the name it has for the clerk."""
