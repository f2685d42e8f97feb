"""Pasted lists: lines with numbers or bullets become items, their markers taken off."""

from __future__ import annotations

import re

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.text import clean

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<end>[.)]?)(?P<gap>\s*)(?=\D|$)")
_BRACKETED = re.compile(r"\(\s*(?:\d{1,2}|[ก-ฮ])\s*\)\s*|[ก-ฮ]\)\s*")
# A ring or dash straight before a digit is no bullet: "○15" is a damaged O15, "-5" a figure.
_BULLET = re.compile(
    r"(?:[•●○◦▪■□◆◇➢➤✓✔‣·\uf0b7\uf0a7]|[-–—*](?![-–—*]))(?:\s+|(?=[^\d\s])|$)|o\t\s*"
)


def split_items(pasted: str) -> list[tuple[int, str]]:
    """The items of a pasted list as (level, text), level 0 or 1, markers taken off.

    Markers are ``๑.`` ``๑)`` ``(๑)`` ``๑.๑`` ``(ก)`` and bullets, in either kind of digits. The
    first kind of marker met is the outer level, every other kind the inner one; ``๑.๑`` is always
    inner below a ``๑.``. A line without a marker continues the item above it; where no line has a
    marker, each line is an item.
    """
    lines = [line for line in re.split(r"\r\n?|\n|\u2028|\u2029|\v", pasted) if clean(line)]
    marked = [_marker(line.strip(" \u00a0\ufeff\u200b")) for line in lines]
    if not any(kind for kind, _ in marked):
        return [(0, clean(line)) for line in lines]
    outer = next(kind for kind, _ in marked if kind)
    items: list[tuple[int, str]] = []
    for kind, rest in marked:
        text = clean(rest)
        if kind:
            items.append((0 if kind == outer or not items else 1, text))
        elif items:
            level, above = items[-1]
            items[-1] = (level, f"{above} {text}".strip())
        else:
            items.append((0, text))
    kept = [(level, text) for level, text in items if text]
    orphans = next((at for at, (level, _) in enumerate(kept) if level == 0), len(kept))
    return [(0, text) for _, text in kept[:orphans]] + kept[orphans:]


def _marker(line: str) -> tuple[str, str]:
    """The kind of marker a line begins with ("" for none), and the rest of the line."""
    if match := _BRACKETED.match(line):
        return "(", line[match.end() :]
    if match := _BULLET.match(line):
        return "-", line[match.end() :]
    match = _NUMBER.match(to_arabic(line))
    if not match:
        return "", line
    depth = match["number"].count(".")
    if not depth and not match["end"]:
        return "", line
    if depth and not match["end"] and not match["gap"]:
        return "", line
    if depth and re.match(r"(?:คะแนน|บาท|ล้าน|ร้อยละ|เปอร์เซ็นต์|%|กม|ตร)", line[match.end() :]):
        return "", line  # a figure, not a number of an item
    return f"{'1' * (depth + 1)}{match['end'] if not depth else ''}", line[match.end() :]
