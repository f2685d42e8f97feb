"""Where a document speaks of the agency that makes it: its cover, its titles, who issues it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.texts.faults import FOLLOWING, Fault, TextFacts, replaced
from ita_desktop.checks.texts.names import misspelt_names
from ita_desktop.model.findings import Severity
from ita_desktop.model.values import AgencyKind

OWN_PLACES = (".agency", ".issuer", ".closing", ".sender", ".title", ".cover")
"""How wordings are called that name the agency itself and no other."""

_KINDS = "|".join(kind.label for kind in AgencyKind)
_NAMED = re.compile(rf"(?:{_KINDS})(?P<name>[ก-๎]+)")
_MAKING = re.compile(rf"(?:{_KINDS})(?P<name>[ก-๎]+?)\s*(?=จึง(?:ได้|ขอ))")
_PLACED = re.compile(
    rf"(?:{_KINDS})(?P<name>[ก-๎]+)\s*อำเภอ(?P<district>[ก-๎]+)(?:\s*จังหวัด(?P<province>[ก-๎]+))?"
)
_LABELS = (("district", "อำเภอ"), ("province", "จังหวัด"))


def another_agency(text: str, facts: TextFacts) -> Iterator[Fault]:
    """Another agency where a document names the one that makes it."""
    yield from _another(_NAMED, text, facts)


def another_maker(text: str, facts: TextFacts) -> Iterator[Fault]:
    """``เทศบาลตำบล… จึงได้จัดทำรายงานนี้``: whoever makes the document is the agency itself."""
    yield from _another(_MAKING, text, facts)


def another_place(text: str, facts: TextFacts) -> Iterator[Fault]:
    """Behind the office's own name, misspelt or not, another district or province than its own."""
    if "อำเภอ" not in text:
        return
    told = [one.span for one in misspelt_names(text, facts) if one.span]
    for found in _PLACED.finditer(text):
        ours = found["name"].startswith(facts.name) if facts.name else False
        if not ours and not _told(told, *found.span("name")):
            continue
        for field, label in _LABELS:
            right, said = getattr(facts, field), found[field] or ""
            if not right or not said or said.startswith(right):
                continue
            start, end = found.span(field)
            if _told(told, start, end):
                continue
            alone = not text[end:].strip() or text[end].isspace()
            yield Fault(
                Severity.MUST_MEND,
                f"misspelt-{field}",
                f"“{label}{said}” ไม่ตรงกับ{label}ที่บันทึกไว้ คือ “{right}”",
                f"แก้เป็น “{label}{right}”",
                replaced(text, start, end, right) if alone and field == "district" else None,
                (start - len(label), end),
            )


def _another(pattern: re.Pattern[str], text: str, facts: TextFacts) -> Iterator[Fault]:
    if not facts.name:
        return
    told = [one.span for one in misspelt_names(text, facts) if one.span]
    for found in pattern.finditer(text):
        start, end = found.start(), found.end("name")
        if found["name"].startswith((facts.name, *FOLLOWING)):
            continue
        if _told(told, start, end):
            continue
        yield Fault(
            Severity.MUST_MEND,
            "another-agency",
            f"“{text[start:end]}” ไม่ใช่หน่วยงานที่บันทึกไว้ คือ “{facts.full_name}”",
            f"แก้เป็น “{facts.full_name}”",
            span=(start, end),
        )


def _told(told: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether something was already found in a place of the text."""
    return any(first < end and start < last for first, last in told)
