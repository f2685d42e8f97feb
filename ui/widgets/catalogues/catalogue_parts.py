"""The lists a year's catalogue is made of, and how an entry of each is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ita_desktop.model.catalogue import Catalogue, tool_of
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Indicator,
    Issue,
    Level,
    RequiredElement,
)
from ita_desktop.model.values import Tool

UNCERTAIN = "ยังไม่ยืนยัน"


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the catalogue: its name, its word, the kind of its entries, of which tool."""

    name: str
    title: str
    kind: type[Any]
    tool: Tool | None = None


PARTS: tuple[Part, ...] = (
    Part("year", "ทั่วไป", CatalogueYear),
    Part("indicators", "ตัวชี้วัด", Indicator),
    Part("iit", "ข้อคำถาม IIT", CatalogueItem, Tool.IIT),
    Part("eit", "ข้อคำถาม EIT", CatalogueItem, Tool.EIT),
    Part("oit", "ข้อ OIT", CatalogueItem, Tool.OIT),
    Part("issues", "ประเด็นวิเคราะห์", Issue),
    Part("levels", "ระดับ", Level),
    Part("elements", "องค์ประกอบที่ต้องมี", RequiredElement),
)


def entries(catalogue: Catalogue, part: Part) -> tuple[Any, ...]:
    """The entries of one list, in order."""
    if part.kind is CatalogueItem:
        return tuple(one for one in catalogue.items if tool_of(one.code) is part.tool)
    lists: dict[type[Any], tuple[Any, ...]] = {
        CatalogueYear: (catalogue.head,) if catalogue.head else (),
        Indicator: catalogue.indicators,
        Issue: catalogue.issues,
        Level: catalogue.levels,
        RequiredElement: catalogue.elements,
    }
    return lists[part.kind]


def entry_words(entry: Any) -> str:
    """An entry in one line: its key and what it is about."""
    match entry:
        case CatalogueItem():
            return f"{entry.code}  {' '.join(entry.words.split())}"
        case Indicator():
            return f"{entry.number}  {entry.name} ({entry.tool.value})"
        case Issue():
            return f"{entry.number}  {entry.title}"
        case Level():
            return f"{entry.order}  {entry.name}"
        case RequiredElement():
            return f"{entry.paper.label}: {' '.join(entry.words.split())}"
    return "เลขข้อและความครบถ้วนของรายการ"
