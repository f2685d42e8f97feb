"""Lines that name what the measures below them belong to: a tool, an indicator, an issue."""

from __future__ import annotations

import re
from typing import Any

from ita_desktop.documents.grouping import issue_caption
from ita_desktop.model.catalogue import Catalogue
from ita_desktop.model.values import Tool
from ita_desktop.thai.text import fold

_TOOL = re.compile(
    r"^(?:แบบวัด|แบบตรวจ|เครื่องมือ)?\s*[^\n]{0,60}?\b(?P<tool>IIT|EIT|OIT|IT)\b[^\n]{0,60}$", re.I
)
_TOOL_NAMES = (
    ("ผู้มีส่วนได้ส่วนเสียภายใน", Tool.IIT),
    ("ผู้มีส่วนได้ส่วนเสียภายนอก", Tool.EIT),
    ("เปิดเผยข้อมูลสาธารณะ", Tool.OIT),
)
_INDICATOR = re.compile(r"^ตัวชี้วัด(?!ย่อย).*$")
_ISSUE = re.compile(r"^(?:ประเด็น|ด้าน|มิติ|หมวด)(?:ที่)?\s*[0-9๐-๙]{1,2}[.:]?(?:\s*\S.*)?$")
_ISSUE_ACROSS = re.compile(r"^(?:ประเด็น|ด้าน|มิติ|หมวด|กลุ่ม|กลไก|กระบวนการ).*$")
_UNNAMED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("ไม่ระบุแบบวัด", {"tool": None}),
    ("ไม่ระบุตัวชี้วัด", {"indicator": ""}),
    ("ไม่ระบุประเด็น", {"issue": ""}),
)
"""What documents say over measures that belong to no group."""

_NUMBERED = re.compile(r"^ประเด็น(?:ที่)?\s*[0-9๐-๙]{1,2}\s*[.:]?\s*(?P<title>.+)$", re.S)
DOUBTED = "doubted"
"""Beside a group whose name is damaged: what it was taken for, in Thai."""

_INLINE = re.compile(r"(?<=\S)\s+(?=[1๑][.)]\s*[^\s0-9๐-๙])")
_LONGEST = 160
_LONGEST_TOOL = 90


def names_group(words: str, *, across: bool = False) -> bool:
    """Whether a line only names a tool (``แบบวัด IIT``), an indicator or an issue."""
    return bool(group_of(words, None, across=across))


def group_of(words: str, catalogue: Catalogue | None, *, across: bool = False) -> dict[str, Any]:
    """The field that a line names and its value; {} where it names no group. ``across`` is a cell
    over the whole table, which may name an issue without a number."""
    line = " ".join(words.split())
    if "\n" in words.strip() or len(line) > _LONGEST:
        return {}
    if _INDICATOR.match(line):
        return {"indicator": line}
    for said, value in _UNNAMED:
        if line == said:
            return dict(value)
    if _ISSUE.match(line) or (across and _ISSUE_ACROSS.match(line)):
        return {"issue": issue_of(line, catalogue)}
    if len(line) <= _LONGEST_TOOL and line.startswith(("แบบ", "เครื่องมือ", "IIT", "EIT", "OIT")):
        if match := _TOOL.match(line):
            name = match["tool"].upper()
            if name == "IT":
                return {"tool": Tool.IIT, DOUBTED: f"“{line}” น่าจะเป็น {Tool.IIT.label}"}
            return {"tool": Tool[name]}
        for name, tool in _TOOL_NAMES:
            if name in line:
                return {"tool": tool}
    return {}


def split_group(cell: str) -> str:
    """The cell with a line of its own for a group that the first item stands right behind."""
    first, newline, rest = cell.partition("\n")
    parts = _INLINE.split(first, maxsplit=1)
    return f"{parts[0]}\n{parts[1]}{newline}{rest}" if names_group(parts[0]) and parts[1:] else cell


def issue_of(words: str, catalogue: Catalogue | None) -> str:
    """The title of an issue: its number is left out where the catalogue gives it back in print."""
    line = " ".join(words.split())
    match = _NUMBERED.match(line)
    if match is None or catalogue is None:
        return line
    title = match["title"].strip()
    same = fold(issue_caption(title, catalogue)).replace(" ", "") == fold(line).replace(" ", "")
    return title if same else line
