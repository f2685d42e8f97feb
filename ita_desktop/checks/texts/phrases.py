"""Words struck twice, and advice or an order where a result belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.texts.faults import HANGING, Fault, TextFacts, replaced
from ita_desktop.model.findings import Severity

_TWICE = re.compile(r"(?<![^\s(])(?P<once>[ก-๎][ก-๎ฯ ]{3,80}?[ก-๎ฯ])(?P<gap>\s?)(?P=once)(?!ๆ|ละ)")
_THAI = re.compile(r"[ก-๎\s]{10,}")
_LEAST = 5
"""Letters of words told as struck twice."""

_LEAST_APART = 10
"""Letters of words told as struck twice with a space between: ``๖ ครั้ง ครั้งสุดท้าย`` is right."""

_ADVICE = re.compile(
    r"\s*(?:[0-9๐-๙]{1,2}[.)]\s*)?(?P<words>(?:หน่วยงาน|เทศบาล|อบต\.|เจ้าหน้าที่)?\s?(?:ควร|ต้อง)(?!เสีย|การ)|ให้มีการ)"
)


def words_twice(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """The same words twice in a row, five letters at least, from a space or the beginning on."""
    if not any(map(_comes_again, _THAI.findall(text))):
        return
    for found in _TWICE.finditer(text):
        once = found["once"].strip()
        after = text[found.end() : found.end() + 1]
        short = len(once) < _LEAST_APART and found["gap"]
        if short or once[0] in HANGING or len(set(once)) < 3 or (after and after in HANGING):
            continue
        start, end = found.span()
        yield Fault(
            Severity.LOOK_AT,
            "words-twice",
            f"พิมพ์ “{once}” ซ้ำสองครั้งติดกัน",
            "ลบคำที่ซ้ำ",
            replaced(text, start, end, found["once"]),
            (start, end),
        )


def _comes_again(thai: str) -> bool:
    """Whether any word of a passage begins as something else in it does: mostly none, and quick."""
    return any(thai.count(word[:_LEAST]) > 1 for word in thai.split())


def advice_for_results(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``ควรมีการ…``, ``หน่วยงานต้อง…``, ``ให้มีการ…`` at the head of what was done."""
    if found := _ADVICE.match(text):
        yield Fault(
            Severity.LOOK_AT,
            "result-is-advice",
            f"“{found['words'].strip()}…” เป็นคำแนะนำหรือคำสั่ง ไม่ใช่ผลการดำเนินการ",
            "เขียนว่าทำอะไรไปแล้ว เมื่อใด",
            span=found.span("words"),
        )
