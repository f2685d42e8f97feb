"""The rows that every engine sets, and the page it sets them on.

Official Thai of a made-up office, put together with a fixed seed: the same rows on every machine
and in every engine, and no two cells alike. Each phrase is the beginning of one and the end of
another, so that next to none comes twice; *repeating* rows shuffle the phrases as they are, as
office papers do that are written from one another.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

PHRASES = Path(__file__).resolve().parent / "phrases.txt"
"""One phrase a line, a bar between its words: the words of ``tests/files/running_text.txt``."""
FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"

HEADINGS = (
    "มาตรการ โครงการ หรือกิจกรรม",
    "ขั้นตอนหรือวิธีการปฏิบัติ",
    "ผู้รับผิดชอบ",
    "การกำกับติดตาม",
    "ผลการดำเนินการ",
    "ผลลัพธ์หรือความสำเร็จ",
)
"""Six columns of equal width."""

LETTERS = 600
"""Characters in a cell. Cut between clusters, so that a few cells have some less."""

FAMILY = "Laksaman"
FONT_SIZE = 16 / 1.504
"""Points at which Laksaman's letters are those of 16 pt TH Sarabun."""
LEADING = 21.2
"""Points from baseline to baseline."""
MARGIN = 10.0
"""Millimetres on all sides of an A4 page in landscape."""
PADDING = 1.2
"""Millimetres between a rule and the text, left and right."""

_SEED = 2569
_THAI_START, _THAI_END = re.compile("[ก-ฮเ-ไ]"), re.compile("[ก-ฮะ-ฺๅ-๎]$")
_LEANS_BACK = re.compile("[ะ-ฺๅ-๎]")
_LEANS_FORWARD = re.compile("[เ-ไ]")


def rows(count: int, *, repeating: bool = False) -> list[tuple[str, ...]]:
    """So many rows of six texts, the same at every call."""
    chance = random.Random(_SEED)
    known = PHRASES.read_text(encoding="utf-8").splitlines()
    if repeating:
        whole = [phrase.replace("|", "") for phrase in known]
        return [tuple(_cell(lambda: _any(chance, whole)) for _ in HEADINGS) for _ in range(count)]
    heads, tails = _parts(known)
    return [
        tuple(_cell(lambda: _any(chance, heads) + _any(chance, tails)) for _ in HEADINGS)
        for _ in range(count)
    ]


def _any(chance: random.Random, phrases: list[str]) -> str:
    return phrases[int(chance.random() * len(phrases))]


def _parts(phrases: list[str]) -> tuple[list[str], list[str]]:
    """Every beginning and every end of the phrases, cut between two Thai words."""
    heads: list[str] = []
    tails: list[str] = []
    for phrase in phrases:
        words = phrase.split("|")
        for place in range(1, len(words)):
            if _THAI_END.search(words[place - 1]) and _THAI_START.match(words[place]):
                heads.append("".join(words[:place]))
                tails.append("".join(words[place:]))
    return heads, tails


def _cell(phrase: Callable[[], str]) -> str:
    chosen: list[str] = []
    room = LETTERS
    while room > 0:
        chosen.append(phrase())
        room -= len(chosen[-1]) + 1
    return cut(" ".join(chosen), LETTERS)


def cut(text: str, length: int) -> str:
    """The first ``length`` characters or a few less: no cluster is torn, no space at the end."""
    end = min(length, len(text))
    while end < len(text) and (_LEANS_BACK.match(text, end) or _LEANS_FORWARD.match(text, end - 1)):
        end -= 1
    return text[:end].rstrip()
