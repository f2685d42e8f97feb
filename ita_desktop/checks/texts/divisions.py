"""The office's divisions, called in free text by a name that is one letter wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ita_desktop.checks.texts.faults import FOLLOWING, HANGING, Fault, TextFacts, replaced
from ita_desktop.documents.division_names import USUAL
from ita_desktop.model.findings import Severity
from ita_desktop.thai.nearness import edit_distance

_LEAD = re.compile("กอง|สำนัก|หน่วยตรวจ")
_SHORTEST = 7
"""Characters of a name from which a word one letter away is taken for it."""


def misspelt_divisions(text: str, facts: TextFacts) -> Iterator[Fault]:
    """``กองสวัสดีการสังคม`` where the register has ``กองสวัสดิการสังคม``."""
    if not facts.divisions:
        return
    for lead in _LEAD.finditer(text):
        start = lead.start()
        near = _near(text[start : start + _longest(facts.divisions) + 12], facts.divisions)
        if near is None:
            continue
        wrong, right = near
        yield Fault(
            Severity.LOOK_AT,
            "misspelt-division",
            f"“{wrong}” ไม่ตรงกับชื่อสำนัก/กองที่บันทึกไว้ คือ “{right}”",
            f"แก้เป็น “{right}” ถ้าหมายถึงหน่วยเดียวกัน",
            replaced(text, start, start + len(wrong), right),
            (start, start + len(wrong)),
        )


@lru_cache(maxsize=4096)
def _near(run: str, names: tuple[str, ...]) -> tuple[str, str] | None:
    """The start of a run that is one letter from a division's name, and that name."""
    if run.startswith((*names, *USUAL)):
        return None
    for name in names:
        if len(name) < _SHORTEST:
            continue
        for length in (len(name), len(name) - 1, len(name) + 1):
            words, rest = run[:length], run[length:]
            ends = not rest or not _goes_on(rest)
            half_typed = not rest.strip() and name.startswith(words)
            if len(words) == length and ends and not half_typed and edit_distance(words, name) == 1:
                return words, name
    return None


def _goes_on(rest: str) -> bool:
    """Whether a word goes on: with a letter that begins none of the words that follow names."""
    if rest[0] in HANGING:
        return True
    return "ก" <= rest[0] <= "๎" and not rest.startswith(FOLLOWING)


def _longest(names: tuple[str, ...]) -> int:
    return max(map(len, names))
