"""Pasted lists: lines with numbers or bullets become items, their markers taken off."""

from __future__ import annotations

import re
from typing import NamedTuple

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.text import clean

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<end>[.)]?)(?P<gap>\s*)(?=\D|$)")
_BRACKETED = re.compile(r"\(\s*(?:\d{1,2}|[ก-ฮ])\s*\)\s*|[ก-ฮ]\)\s*")
# A ring or dash straight before a digit is no bullet: "○15" is a damaged O15, "-5" a figure.
_BULLET = re.compile(
    r"(?:[•●○◦▪■□◆◇➢➤✓✔‣·\uf0b7\uf0a7]|[-–—*](?![-–—*]))(?:\s+|(?=[^\d\s])|$)|o\t\s*"
)


class _Marked(NamedTuple):
    """A line: the kind of its marker ("" for none), its plain number (else 0), its text."""

    kind: str
    number: int
    rest: str


def split_items(pasted: str) -> list[tuple[int, str]]:
    """The items of a pasted list as (level, text), level 0 or 1, markers taken off.

    Markers are ``๑.`` ``๑)`` ``(๑)`` ``๑.๑`` ``(ก)`` and bullets, in either kind of digits. The
    first kind of marker met is the outer level, every other kind the inner one, unless the outer
    count goes on through it (``๑. ๒) - 4.`` are four items of one list); ``๑.๑`` is always inner
    below a ``๑.``. A line without a marker continues the item above it; where no line has a
    marker, each line is an item.
    """
    lines = [line for line in re.split(r"\r\n?|\n|\u2028|\u2029|\v", pasted) if clean(line)]
    marked = [_marker(line.strip(" \u00a0\ufeff\u200b")) for line in lines]
    if not any(one.kind for one in marked):
        return [(0, clean(line)) for line in lines]
    levels = iter(_levels([one for one in marked if one.kind]))
    items: list[tuple[int, str]] = []
    for one in marked:
        text = clean(one.rest)
        if one.kind:
            items.append((next(levels), text))
        elif items:
            level, above = items[-1]
            items[-1] = (level, f"{above} {text}".strip())
        else:
            items.append((0, text))
    kept = [(level, text) for level, text in items if text]
    orphans = next((at for at, (level, _) in enumerate(kept) if level == 0), len(kept))
    return [(0, text) for _, text in kept[:orphans]] + kept[orphans:]


def _levels(marked: list[_Marked]) -> list[int]:
    """The level of each marked line: a mixed list is flat where its count goes on."""
    levels: list[int] = []
    count = 0
    inner: set[str] = set()
    for at, one in enumerate(marked):
        if one.kind == marked[0].kind or (one.kind not in inner and _counted(marked, at, count)):
            count = one.number or count + 1
            inner.clear()
            levels.append(0)
        else:
            inner.add(one.kind)
            levels.append(1)
    return levels


def _counted(marked: list[_Marked], at: int, count: int) -> bool:
    """Whether the outer count, ``count`` so far, takes this line in as its next.

    A number must be the next one; bullets must be counted by the number after them.
    """
    if marked[at].number:
        return marked[at].number == count + 1
    after = at
    while after < len(marked) and marked[after].kind == "-":
        after += 1
    return at < after < len(marked) and marked[after].number == count + 1 + after - at


def _marker(line: str) -> _Marked:
    """What a line begins with, and the rest of it."""
    line_digits = to_arabic(line)
    if match := _BRACKETED.match(line_digits):
        number = re.search(r"\d+", match[0])
        return _Marked("(", int(number[0]) if number else 0, line[match.end() :])
    if match := _BULLET.match(line):
        return _Marked("-", 0, line[match.end() :])
    match = _NUMBER.match(line_digits)
    if not match:
        return _Marked("", 0, line)
    depth = match["number"].count(".")
    rest = line[match.end() :]
    if not depth and not match["end"]:
        return _Marked("", 0, line)
    if depth and not match["end"] and not match["gap"]:
        return _Marked("", 0, line)
    if depth and re.match(r"(?:คะแนน|บาท|ล้าน|ร้อยละ|เปอร์เซ็นต์|%|กม|ตร\.|ตาราง)", rest):
        return _Marked("", 0, line)  # a figure, not a number of an item
    if depth:
        return _Marked("1" * (depth + 1), 0, rest)
    return _Marked(f"1{match['end']}", int(match["number"]), rest)
