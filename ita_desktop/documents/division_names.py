"""Names that divisions of local governments bear, for those that no register knows yet."""

from __future__ import annotations

import re

from ita_desktop.thai.text import clean, fold

USUAL = (
    "สำนักปลัด",
    "สำนักปลัดเทศบาล",
    "สำนักปลัดองค์การบริหารส่วนตำบล",
    "สำนักปลัด อบต.",
    "สำนักช่าง",
    "กองคลัง",
    "กองช่าง",
    "กองช่างสุขาภิบาล",
    "กองสาธารณสุข",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองการศึกษา",
    "กองการศึกษา ศาสนา และวัฒนธรรม",
    "กองการศึกษา ศาสนาและวัฒนธรรม",
    "กองสวัสดิการสังคม",
    "กองการแพทย์",
    "กองการประปา",
    "กองการเจ้าหน้าที่",
    "กองวิชาการและแผนงาน",
    "กองยุทธศาสตร์และงบประมาณ",
    "กองส่งเสริมการเกษตร",
    "หน่วยตรวจสอบภายใน",
)
"""Divisions as the structure of municipalities and subdistrict organisations usually names them."""

_DIVISION = re.compile(r"(?:สำนัก|กอง|หน่วยตรวจสอบ)[^\s()/,0-9๐-๙]{1,60}")
_OTHERS = ("สำนักงานคณะกรรมการ", "กองทุน", "กองบัญชาการ", "กองกำลัง", "สำนักข่าว")


def usual_names() -> dict[str, str]:
    """The usual names by their letters alone: a name may have been broken over two lines."""
    return {plain_name(name): name for name in USUAL}


def plain_name(words: str) -> str:
    """A name folded, its spaces gone."""
    return fold(words).replace(" ", "")


def division_name(words: str) -> str:
    """The name of a division that words are; empty for words that are none."""
    name = " ".join(clean(words).split())
    usual = usual_names().get(plain_name(name))
    if usual is not None:
        return usual
    return name if _DIVISION.fullmatch(name) and not name.startswith(_OTHERS) else ""
