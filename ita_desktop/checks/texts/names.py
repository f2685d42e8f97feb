"""The office's own name and place, misspelt in free text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.checks.texts.faults import (
    FOLLOWING,
    HANGING,
    Fault,
    TextFacts,
    replaced,
    says_any,
)
from ita_desktop.checks.texts.grown_names import cut_name, grown_name
from ita_desktop.model.findings import Severity
from ita_desktop.thai.nearness import slip_distance

_SHORTEST = 4
"""Characters of a name from which a near word is taken for it."""

_SURE = 7
"""Characters of a name from which one letter wrong in a shared beginning is a slip, not a place."""

_BEGINNINGS = (
    *"บ้าน บาง หนอง ทุ่ง โคก ห้วย คลอง ท่า ดอน วัง นา โนน เมือง แม่ ป่า เขา สวน ศรี".split(),
    *"ปาก สาม บึง ลาด หัว ดง ไร่".split(),
)
"""How the names of many places begin: two that differ only behind that are often two places."""

_RUN = re.compile(r"\s*([ก-๎]+(?: [ก-๎]+)?)")
_PLACES = (
    (
        re.compile(r"(?:ตำบล|เทศบาลเมือง|เทศมนตรีเมือง|(?<![ก-๎])อบต\.|(?<![ก-๎.])ทต\.|(?<![ก-๎.])ต\.)"),
        ("ตำบล", "เมือง", "ต."),
        "name",
        "ชื่อหน่วยงาน",
    ),
    (re.compile(r"(?:อำเภอ|(?<![ก-๎.])อ\.)"), ("อำเภอ", "อ."), "district", "ชื่ออำเภอ"),
    (re.compile(r"(?:จังหวัด|(?<![ก-๎.])จ\.)"), ("จังหวัด", "จ."), "province", "ชื่อจังหวัด"),
)
"""What leads to a name (and, quicker to look for, what is in it), its field, and its label."""

_ANOTHER = re.compile(r"(?:กับ|และ|หรือ|ระหว่าง|จาก|ด้วย|ที่|แห่ง|,)\s*$")
"""What stands before the name of an agency that is not the one speaking."""


@dataclass(frozen=True, slots=True)
class _Near:
    """A word near a name: how many characters it takes of the text, and what is wrong in it."""

    words: str
    sure: bool
    severity: Severity = Severity.MUST_MEND


def misspelt_names(text: str, facts: TextFacts) -> Iterator[Fault]:
    """The office's name, district or province a letter or two away from the record's, or, behind
    the kind of the agency, with a syllable too many or only its end."""
    for lead, signs, field, label in _PLACES:
        name = getattr(facts, field)
        if len(name) < _SHORTEST or not says_any(text, signs):
            continue
        for found in lead.finditer(text):
            run = _RUN.match(text, found.end())
            if run is None:
                continue
            near = _near(run[1], name)
            if near is None and field == "name" and _of_ours(text[: found.end()], facts):
                near = _other_length(run[1], name)
            if near is None:
                continue
            start = run.start(1)
            end = start + len(near.words)
            yield Fault(
                near.severity,
                f"misspelt-{field}",
                f"“{found[0]}{near.words}” ไม่ตรงกับ{label}ที่บันทึกไว้ คือ “{name}”",
                f"แก้เป็น “{found[0]}{name}” ถ้าหมายถึงที่เดียวกัน",
                replaced(text, start, end, name) if near.sure else None,
                (found.start(), end),
            )


def _of_ours(before: str, facts: TextFacts) -> bool:
    """Whether the name of an agency of the office's own kind follows, and no other is meant."""
    kind = facts.kind.label
    return before.endswith(kind) and not _ANOTHER.search(before[: -len(kind)][-40:])


@lru_cache(maxsize=4096)
def _near(run: str, name: str) -> _Near | None:
    """The start of a run of Thai letters that is nearly a name, unless it is that name."""
    if run.startswith(name):
        doubled = run[len(name) :]
        marks = len(doubled) - len(doubled.lstrip(HANGING))
        if not marks and doubled[:1] == name[-1] and _ends(doubled[1:]):
            marks = 1
        return _Near(run[: len(name) + marks], _ends(doubled[marks:])) if marks else None
    if run.startswith(FOLLOWING) or run.replace(" ", "").startswith(name):
        return None
    begins, begun = _beginning(name), _beginning(run)
    own = len(name) - (len(begins) if begun else 0)
    limit = 1 if own < 5 else 2 if own < 10 else 3
    if begins and begun and begins != begun:
        if len(name) < _SURE:
            return None
        limit = 1
    found: list[tuple[int, bool, int, str]] = []
    for length in range(max(2, len(name) - limit), min(len(run), len(name) + limit) + 1):
        words, rest = run[:length], run[length:]
        if (rest[:1] and rest[0] in HANGING) or words.endswith(" "):
            continue
        distance, ends = slip_distance(words, name), _ends(rest)
        if distance <= (limit if ends else 1):
            found.append((distance, not ends, abs(length - len(name)), words))
    if not found:
        return None
    _distance, open_end, _, words = min(found)
    return _Near(words, sure=not open_end)


@lru_cache(maxsize=4096)
def _other_length(run: str, name: str) -> _Near | None:
    """The name with a syllable behind it or inside it, or without its beginning."""
    words = grown_name(run, name) or cut_name(run, name)
    return _Near(words, sure=False, severity=Severity.LOOK_AT) if words else None


def _ends(rest: str) -> bool:
    """Whether a name may end where this goes on."""
    return not rest or rest.startswith((" ", *FOLLOWING))


def _beginning(words: str) -> str:
    """How a name begins that many places share (บ้าน หนอง), or ""."""
    return next((one for one in _BEGINNINGS if words.startswith(one)), "")
