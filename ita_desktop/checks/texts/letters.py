"""Letters that do not belong where they stand: Latin inside Thai words, both kinds of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.texts.faults import HANGING, Fault, TextFacts, replaced
from ita_desktop.model.findings import Severity
from ita_desktop.thai.digits import address_places, to_arabic, to_thai

_LATIN = re.compile(
    rf"[A-Za-z](?:(?<=[ก-๎][a-wyz])(?=[ก-ฮเ-ไ])|(?<![A-Za-z].)(?=[{HANGING}])|(?<=[เ-ไ].)(?![A-Za-z])"
    r"|(?<=[๐-๙][ol])(?![A-Za-z])"
    r"|(?<=[ัิ-ฺ็-๎][a-wyz])(?![A-Za-z0-9๐-๙-]))"
)
"""Latin letters in the place of Thai ones; ``x`` between words is a sign of measure. What stands
before one is asked behind it, which is quicker."""

_BEFORE, _AFTER = re.compile("[ก-๎๐-๙]{0,10}$"), re.compile("[ก-๎]{0,6}")
_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,:/-][0-9๐-๙]+)*")
_THAI, _ARABIC = re.compile("[๐-๙]"), re.compile("[0-9]")
_RINGED = re.compile("๐[0-9]{1,2}")
"""A zero struck for the letter of a code, which is told as a damaged code."""

_FOREIGN = re.compile(r"[A-Za-z][\s./:_+-]?$")
_CALLED = re.compile(r"(?:สายด่วน|โทร(?:ศัพท์|สาร)?|หมายเลข|เบอร์|รหัสไปรษณีย์)[^0-9๐-๙\n]{0,20}$")
"""What stands before a number that is dialled, or written as it is printed elsewhere."""


def latin_in_words(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``ประชาชu``: a Latin letter struck or scanned in the place of a Thai one."""
    for found in _LATIN.finditer(text):
        before, after = _BEFORE.search(text[: found.start()]), _AFTER.match(text, found.end())
        around = f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"
        yield Fault(
            Severity.NOTE,
            "latin-in-word",
            f"มีอักษรอังกฤษ “{found[0]}” อยู่ใน “{around.lstrip(HANGING)}”",
            "พิมพ์ตัวนั้นใหม่เป็นอักษรไทย หรือเว้นวรรคหน้าและหลังคำอังกฤษ",
            span=found.span(),
        )


def mixed_digits(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """Both kinds of digits in the numbers of one text.

    Addresses, codes, what is dialled and what belongs to a foreign word are let be.
    """
    if not (_THAI.search(text) and _ARABIC.search(text)):
        return
    addresses = address_places(text)
    held = [
        found
        for found in _NUMBER.finditer(text)
        if not any(start <= found.start() < end for start, end in addresses)
        and not _RINGED.fullmatch(found[0])
        and not _spared(text, found)
    ]
    thai = sum(_THAI.search(found[0]) is not None for found in held)
    arabic = sum(_ARABIC.search(found[0]) is not None for found in held)
    if not thai or not arabic:
        return
    to_arabics = arabic > thai
    odd = _THAI if to_arabics else _ARABIC
    wrong = [found for found in held if odd.search(found[0])]
    mended = text
    for found in reversed(wrong):
        right = to_arabic(found[0]) if to_arabics else to_thai(found[0])
        mended = replaced(mended, *found.span(), right)
    first = wrong[0]
    kind, other = ("เลขไทย", "เลขอารบิก") if to_arabics else ("เลขอารบิก", "เลขไทย")
    both = _THAI.search(first[0]) and _ARABIC.search(first[0])
    told = f"มีทั้ง{other}และ{kind}" if both else f"พิมพ์เป็น{kind} แต่เลขอื่นในข้อความเป็น{other}"
    yield Fault(
        Severity.NOTE,
        "mixed-digits",
        f"“{first[0]}” {told}",
        "ใช้เลขแบบเดียวกันทั้งข้อความ เวลาพิมพ์ โปรแกรมแปลงให้เป็นแบบเดียวกันอยู่แล้ว",
        mended,
        first.span(),
    )


def _spared(text: str, found: re.Match[str]) -> bool:
    """Whether a number is part of a code or a foreign word, or is one to dial."""
    before, after = text[: found.start()], text[found.end() : found.end() + 1]
    foreign = after.isascii() and after.isalpha()
    return foreign or bool(_FOREIGN.search(before[-3:]) or _CALLED.search(before[-40:]))
