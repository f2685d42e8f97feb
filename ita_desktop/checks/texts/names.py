"""The office's own name and place, misspelt in free text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.checks.texts.faults import FOLLOWING, HANGING, Fault, TextFacts, replaced
from ita_desktop.model.findings import Severity
from ita_desktop.thai.nearness import edit_distance

_SHORTEST = 4
"""Characters of a name from which a near word is taken for it."""

_BEGINNINGS = (
    *"บ้าน บาง หนอง ทุ่ง โคก ห้วย คลอง ท่า ดอน วัง นา โนน เมือง แม่ ป่า เขา สวน ศรี".split(),
    *"ปาก สาม บึง ลาด หัว ดง ไร่".split(),
)
"""How the names of many places begin: two that differ only behind that are often two places."""

_RUN = re.compile(r"\s*([ก-๎]+(?: [ก-๎]+)?)")
_PLACES = (
    (
        re.compile(r"(?:ตำบล|เทศบาลเมือง|เทศมนตรีเมือง|(?<![ก-๎])อบต\.|(?<![ก-๎.])ทต\.)"),
        "name",
        "ชื่อหน่วยงาน",
    ),
    (re.compile(r"(?:อำเภอ|(?<![ก-๎.])อ\.)"), "district", "ชื่ออำเภอ"),
    (re.compile(r"(?:จังหวัด|(?<![ก-๎.])จ\.)"), "province", "ชื่อจังหวัด"),
)


@dataclass(frozen=True, slots=True)
class _Near:
    """A word near a name: how many characters it takes of the text, and what is wrong in it."""

    words: str
    distance: int
    sure: bool


def misspelt_names(text: str, facts: TextFacts) -> Iterator[Fault]:
    """The office's name, district or province a letter or two away from the record's."""
    for lead, field, label in _PLACES:
        name = getattr(facts, field)
        if len(name) < _SHORTEST:
            continue
        for found in lead.finditer(text):
            run = _RUN.match(text, found.end())
            if run is None or _half_typed(run[1], text[run.end() :], name):
                continue
            if (near := _near(run[1], name)) is None:
                continue
            start = run.start(1)
            end = start + len(near.words)
            yield Fault(
                Severity.MUST_MEND,
                f"misspelt-{field}",
                f"“{found[0]}{near.words}” ไม่ตรงกับ{label}ที่บันทึกไว้ คือ “{name}”",
                f"แก้เป็น “{found[0]}{name}” ถ้าหมายถึงที่เดียวกัน",
                replaced(text, start, end, name) if near.sure else None,
                (found.start(), end),
            )


@lru_cache(maxsize=4096)
def _near(run: str, name: str) -> _Near | None:
    """The start of a run of Thai letters that is nearly a name, unless it is that name."""
    if run.startswith((name, *FOLLOWING)) or run.replace(" ", "").startswith(name):
        return None
    begins, begun = _beginning(name), _beginning(run)
    if begins and begun and begins != begun:
        return None
    own = len(name) - (len(begins) if begun else 0)
    limit = 1 if own < 5 else 2 if own < 10 else 3
    found: list[tuple[int, bool, int, str]] = []
    for length in range(max(2, len(name) - limit), min(len(run), len(name) + limit) + 1):
        words, rest = run[:length], run[length:]
        if (rest[:1] and rest[0] in HANGING) or words.endswith(" "):
            continue
        distance = edit_distance(words, name)
        ends = not rest or rest.startswith((" ", *FOLLOWING))
        if distance <= (limit if ends else 1):
            found.append((distance, not ends, abs(length - len(name)), words))
    if not found:
        return None
    distance, open_end, _, words = min(found)
    return _Near(words, distance, sure=not open_end)


def _half_typed(run: str, rest: str, name: str) -> bool:
    """Whether a text ends with the start of the name, more than a mark short of it."""
    left = name.removeprefix(run)
    return not rest.strip() and name != left and any(char not in HANGING for char in left)


def _beginning(words: str) -> str:
    """How a name begins that many places share (บ้าน หนอง), or ""."""
    return next((one for one in _BEGINNINGS if words.startswith(one)), "")
