"""Levels that do not fit the figure they stand beside: ``๗๙.๑๐ อยู่ในระดับผ่าน``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.checks.texts.faults import Fault, TextFacts
from ita_desktop.model.findings import Severity
from ita_desktop.thai.digits import to_arabic

_BOUNDS = (
    ("ผ่านดีเยี่ยม", Decimal(95), Decimal(101)),
    ("ผ่านดี", Decimal(85), Decimal(101)),
    ("ผ่าน", Decimal(85), Decimal(101)),
    ("ต้องปรับปรุงโดยด่วน", Decimal(0), Decimal(70)),
    ("ต้องปรับปรุง", Decimal(70), Decimal(85)),
)
"""The least total of each level and the one from which it is too much, since the assessment of
2566; before that levels were letters."""

_STATED = re.compile(
    r"(?<![0-9๐-๙])(?P<value>[0-9๐-๙]{2,3}[.][0-9๐-๙]{2})(?![0-9๐-๙])(?:\s*คะแนน)?"
    r"\s*(?:และ|ซึ่ง|ผล)?\s*(?:อยู่)?(?:ใน)?\s*ระดับ\s*[“\"]?"
    rf"(?P<level>{'|'.join(one[0] for one in _BOUNDS)})"
    r"(?!เกณฑ์)"
)


def levels_of_figures(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """A total and the level said to follow from it, where that level has no such total."""
    if "ระดับ" not in text:
        return
    for found in _STATED.finditer(text):
        value = Decimal(to_arabic(found["value"]))
        _name, least, most = next(one for one in _BOUNDS if one[0] == found["level"])
        if least <= value < most:
            continue
        fitting = [name for name, low, high in reversed(_BOUNDS) if low <= value < high]
        yield Fault(
            Severity.LOOK_AT,
            "figure-level",
            f"{found['value']} คะแนน ไม่อยู่ในระดับ “{found['level']}”",
            f"ตรวจคะแนนกับระดับ คะแนนเท่านี้อยู่ในระดับ {' หรือ '.join(fitting)}",
            span=found.span("level"),
        )
