"""Codes of questions and items that typing or scanning damaged: ``ข้อ ๐10``, ``แบบวัด IT``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.texts.faults import Fault, TextFacts, replaced
from ita_desktop.model.findings import Severity
from ita_desktop.thai.digits import to_arabic

_NAMED = r"(?:ข้อ(?:คำถาม)?(?:ที่)?|อ้างอิง(?:จาก)?|แบบตรวจ|แบบวัด|OIT|IIT|EIT|รหัส)\s*"
_ONE = r"[A-Za-z๐0○◯〇]?\s?[0-9๐-๙]{1,2}"
_LIST = re.compile(
    rf"{_NAMED}(?P<codes>{_ONE}(?:\s*(?:,|และ|[-–])\s*{_ONE})*)(?![0-9๐-๙]|[.,/][0-9๐-๙])"
)
_RING = re.compile(
    r"(?<![0-9๐-๙A-Za-z])(?P<wrong>(?:[๐0](?=\s?[0-9๐-๙]{2})|๐(?=[0-9])|[○◯〇])\s?(?P<number>[0-9๐-๙]{1,2}))"
    r"(?![0-9๐-๙])"
)
_SCANNED = re.compile(rf"{_NAMED}(?P<wrong>(?P<letter>[IEOieo])(?P<number>[bm]))(?![A-Za-z0-9๐-๙])")
_HALF_TOOL = re.compile(r"(?:แบบวัด|คะแนน|เครื่องมือ|ข้อคำถาม)\s*(?P<wrong>IT|it)(?![A-Za-z])")
_SIGN = re.compile(
    r"[๐0○◯〇IEOieo](?:(?<=[๐0])(?<![0-9๐-๙A-Za-z].)\s?[0-9๐-๙]|(?<=[○◯〇])|(?<=[IEOieo])[bm]"
    r"|(?<=I)T|(?<=i)t)"
)
"""What is in every code that is damaged."""

_LOOKS = str.maketrans("bm", "67")


def damaged_codes(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """A zero or a ring for O, ``eb em`` for e6 e7, ``IT`` for IIT, where a code is named."""
    if not _SIGN.search(text):
        return
    for named in _LIST.finditer(text):
        for found in _RING.finditer(text, *named.span("codes")):
            yield _damaged(text, found, f"O{int(to_arabic(found['number']))}")
    for found in _SCANNED.finditer(text):
        yield _damaged(text, found, f"{found['letter']}{found['number'].translate(_LOOKS)}")
    for found in _HALF_TOOL.finditer(text):
        yield _damaged(text, found, "IIT")


def _damaged(text: str, found: re.Match[str], right: str) -> Fault:
    start, end = found.span("wrong")
    return Fault(
        Severity.LOOK_AT,
        "damaged-code",
        f"“{found['wrong']}” ไม่ใช่รหัสที่มี น่าจะเป็น “{right}”",
        f"ถ้าหมายถึงรหัสของแบบวัดหรือแบบตรวจ แก้เป็น “{right}”",
        replaced(text, start, end, right),
        (start, end),
    )
