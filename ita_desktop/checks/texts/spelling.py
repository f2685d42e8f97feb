"""Misspelt words of office Thai, letters spread by spaces, signs inside words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.texts.faults import HANGING, Fault, TextFacts, replaced
from ita_desktop.model.findings import Severity
from ita_desktop.thai.misspellings import misspelt

_MARKS = "[ัิ-ฺ็-๎]*"
_CLUSTER = f"[ก-ฮะาำเ-ๅ]{_MARKS}"
_SPREAD = re.compile(rf"(?<![ก-๎])(?:{_CLUSTER} ){{3,}}{_CLUSTER}(?![ก-๎])")
_VOWEL = re.compile("[ะัาำิ-ูเ-ไ]")
_APART = re.compile(f" {_CLUSTER} ")
_SIGN = re.compile(r"[|_~^\\*#<>\[\]](?<=[ก-๎].)(?=[ก-๎])")

_STRUCK = r"|~^\*"
"""Signs that are struck by mistake and mean nothing between two letters."""


def misspellings(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """Words of the list of what is often spelt wrongly."""
    for start, one in misspelt(text):
        yield Fault(
            Severity.LOOK_AT,
            "misspelling",
            f"“{one.wrong}” เขียนผิด คำที่ถูกคือ “{one.right}”",
            "แก้คำที่เขียนผิด",
            replaced(text, start, start + len(one.wrong), one.right),
            (start, start + len(one.wrong)),
        )


def spread_letters(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``ตุ ล า ค ม``: letters of one word with spaces between. ``ก ข ค ง`` is no word."""
    if not _APART.search(text):  # mostly none: quick
        return
    for found in _SPREAD.finditer(text):
        joined = found[0].replace(" ", "")
        if _VOWEL.search(joined):
            yield Fault(
                Severity.NOTE,
                "spread-letters",
                f"“{found[0]}” มีช่องว่างคั่นทุกตัวอักษร น่าจะเป็น “{joined}”",
                "ลบช่องว่างระหว่างตัวอักษร",
                replaced(text, found.start(), found.end(), joined),
                found.span(),
            )


def signs_in_words(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """Signs between two Thai letters that no word has."""
    for found in _SIGN.finditer(text):
        start, end = found.span()
        before, after = text[max(0, start - 8) : start].lstrip(HANGING), text[end : end + 8]
        yield Fault(
            Severity.NOTE,
            "sign-in-word",
            f"มีเครื่องหมาย “{found[0]}” อยู่ในคำไทย “{before}{found[0]}{after}”"
            f" น่าจะเป็น “{before}{after}”",
            "ลบเครื่องหมายหรือเว้นวรรคให้ถูก",
            replaced(text, start, end, "") if found[0] in _STRUCK else None,
            span=(start, end),
        )
