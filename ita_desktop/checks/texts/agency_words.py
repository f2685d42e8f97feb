"""Words of the other kind of agency: พนักงานเทศบาล in an อบต., พนักงานส่วนตำบล in a municipality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ita_desktop.checks.texts.faults import FOLLOWING, Fault, TextFacts, replaced, says_any
from ita_desktop.model.findings import Severity
from ita_desktop.model.values import AgencyKind

_OF_SAO = r"\s?(?:อบต\.|องค์การบริหารส่วนตำบล)"
_NO_OFFICE = "(?<!สำนัก)(?<!สำนักงาน)"
_SAO = (
    (rf"พนักงาน(?:ส่วนตำบล|{_OF_SAO})", "พนักงานเทศบาล"),
    (r"ข้อบัญญัติ(?!\s?ท้องถิ่น|กรุงเทพ|จังหวัด|องค์การบริหารส่วนจังหวัด)", "เทศบัญญัติ"),
    (rf"สภา{_OF_SAO}", "สภาเทศบาล"),
    (rf"สำนัก(?:งาน)?ปลัด{_OF_SAO}", "สำนักปลัดเทศบาล"),
    (rf"{_NO_OFFICE}ปลัด{_OF_SAO}", "ปลัดเทศบาล"),
    (rf"นายก{_OF_SAO}", "นายกเทศมนตรี"),
)
"""What an อบต. says (a pattern), and what a municipality says for it."""

_MUNICIPAL = (
    ("พนักงานเทศบาล", "พนักงานส่วนตำบล"),
    (r"เทศบัญญัติ", "ข้อบัญญัติ"),
    (r"สภาเทศบาล", "สภาองค์การบริหารส่วนตำบล"),
    (r"สำนักปลัดเทศบาล", "สำนักปลัด"),
    (f"{_NO_OFFICE}ปลัดเทศบาล", "ปลัดองค์การบริหารส่วนตำบล"),
    (r"นายกเทศมนตรี", "นายกองค์การบริหารส่วนตำบล"),
)
"""What a municipality says (a pattern), and what an อบต. says for it."""

_SAO_SIGNS = ("ส่วนตำบล", "อบต.", "ข้อบัญญัติ")
_MUNICIPAL_SIGNS = ("เทศบาล", "เทศบัญญัติ", "เทศมนตรี")
"""What is in whatever the patterns of an อบต. and of a municipality find."""

_CALLED = (
    *((kind.label, kind.label) for kind in AgencyKind),
    *((short, AgencyKind.SAO.label) for short in ("อบต.", "อบต. ")),
    *((short, AgencyKind.MUNICIPALITY.label) for short in ("ทต.", "ทต. ")),
)
"""What kinds of agency are called, and which kind is meant."""

_BUILDING = re.compile(r"(?:ประกาศ|คำสั่ง)(?:ของ)?\s?(สำนักงาน|ที่ทำการ)(?=เทศบาล|องค์การบริหารส่วนตำบล)")
_ISSUED = ("ประกาศ", "คำสั่ง")

_AGENCY = re.compile(r"(?:องค์การบริหารส่วนตำบล|เทศบาล(?:ตำบล|เมือง|นคร))\s?(?P<name>[ก-๎]{2,})")
_OWN_VERBS = tuple(one for one in FOLLOWING if one not in ("ใกล้", "อื่น"))
_REACH = 60
"""Characters before a word in which the agency is looked for that it belongs to."""

_THEIRS = re.compile(
    r"[ก-๎]{0,12}?\s?(?:ของ|จาก|สังกัด|แห่ง)\s?(?:อบต\.|องค์การบริหารส่วนตำบล|เทศบาล(?:ตำบล|เมือง|นคร))\s?"
    r"(?P<name>[ก-๎]{3,})"
)


@lru_cache(maxsize=4)
def _rules(kind: AgencyKind) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What another kind says, and what this one says for it."""
    if kind is AgencyKind.SAO:
        return tuple((re.compile(theirs), ours) for theirs, ours in _MUNICIPAL)
    return tuple((re.compile(theirs), ours) for theirs, ours in _SAO)


def other_kinds_words(text: str, facts: TextFacts) -> Iterator[Fault]:
    """Staff, laws and posts by the names they have in the other kind of agency.

    A post of another agency (``นายกเทศมนตรีตำบล…`` with another name) is let be, and so is what
    stands beside the word of this kind (``เทศบัญญัติ/ข้อบัญญัติ``).
    """
    theirs = _MUNICIPAL_SIGNS if facts.kind is AgencyKind.SAO else _SAO_SIGNS
    if not says_any(text, theirs):
        return
    for pattern, ours in _rules(facts.kind):
        for found in pattern.finditer(text):
            rest = text[found.end() :]
            before = text[: found.start()]
            if (
                _of_another(rest, found[0], facts.name)
                or _beside(ours, before, rest)
                or _by_another(before, facts)
            ):
                continue
            yield Fault(
                Severity.MUST_MEND,
                "other-agency-kind",
                f"“{found[0]}” เป็นคำของหน่วยงานอีกประเภท {facts.kind.label}ใช้ “{ours}”",
                f"แก้เป็น “{ours}”",
                replaced(text, found.start(), found.end(), ours),
                found.span(),
            )


def other_kind_of_self(text: str, facts: TextFacts) -> Iterator[Fault]:
    """The office's own name behind the name of another kind of agency."""
    if len(facts.name) < 3 or facts.name not in text:
        return
    for kind, label in _CALLED:
        wrong = f"{kind}{facts.name}"
        start = text.find(wrong)
        if label == facts.kind.label or start < 0 or text[:start].endswith(("นายก", "ปลัด", "สภา")):
            continue
        yield Fault(
            Severity.MUST_MEND,
            "own-kind",
            f"“{wrong}” ไม่ตรงกับหน่วยงานที่บันทึกไว้ คือ “{facts.full_name}”",
            f"แก้เป็น “{facts.full_name}”",
            replaced(text, start, start + len(wrong), facts.full_name),
            (start, start + len(wrong)),
        )


def issuing_building(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``ประกาศสำนักงานเทศบาล…``: the agency issues, not its office building."""
    if not says_any(text, _ISSUED):
        return
    for found in _BUILDING.finditer(text):
        start, end = found.span(1)
        yield Fault(
            Severity.LOOK_AT,
            "issuing-building",
            f"“{found[0]}…” ผู้ออกคือหน่วยงาน ไม่ใช่{found[1]}",
            f"ตัดคำว่า “{found[1]}” ออก",
            replaced(text, start, end, ""),
            found.span(),
        )


def _of_another(rest: str, words: str, name: str) -> bool:
    """Whether a post or a council is said to be of an agency that is not this one."""
    if not words.startswith(("นายก", "ปลัด", "สภา", "สำนัก")):
        theirs = _THEIRS.match(rest)
        return theirs is not None and not theirs["name"].startswith((name, *FOLLOWING))
    bare = rest.lstrip().removeprefix("ตำบล").removeprefix("เมือง")
    named = rest.startswith(("ตำบล", "เมือง", "นคร")) or words.endswith(("ส่วนตำบล", "อบต."))
    another = re.match(r"[ก-๎]{3}", bare) and not bare.startswith((name, *FOLLOWING))
    return named and bool(another)


def _by_another(before: str, facts: TextFacts) -> bool:
    """Whether the sentence speaks of another agency: one that is not this one stands before."""
    named = list(_AGENCY.finditer(before[-_REACH:]))
    return bool(named) and not named[-1]["name"].startswith((facts.name, *_OWN_VERBS))


def _beside(ours: str, before: str, after: str) -> bool:
    """Whether the word of this kind stands before or after, with no more than a joint between."""
    return bool(
        re.search(rf"{ours}\s*(?:/|,|หรือ|และ)\s*$", before)
        or re.match(rf"\s*(?:/|,|หรือ|และ)\s*{ours}", after)
    )
