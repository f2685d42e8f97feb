"""The rows that every engine sets, and the page it sets them on.

Official Thai of a made-up office, its phrases shuffled with a fixed seed: the same rows on every
machine and in every engine, and no two cells alike.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

TEXT = Path(__file__).resolve().parent.parent / "tests" / "files" / "running_text.txt"
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
_LONG_LATIN = re.compile(r"[!-~]{12,}")
_LEANS_BACK = re.compile("[ะ-ฺๅ-๎]")
_LEANS_FORWARD = re.compile("[เ-ไ]")


def rows(count: int) -> list[tuple[str, ...]]:
    """So many rows of six texts, the same at every call."""
    chance = random.Random(_SEED)
    phrases = _phrases()
    return [tuple(_cell(chance, phrases) for _ in HEADINGS) for _ in range(count)]


def _phrases() -> list[str]:
    """The stretches between spaces, but for web addresses: they overrun a narrow column."""
    words = TEXT.read_text(encoding="utf-8").split()
    return [word for word in words if not _LONG_LATIN.search(word)]


def _cell(chance: random.Random, phrases: list[str]) -> str:
    chosen: list[str] = []
    room = LETTERS
    while room > 0:
        phrase = phrases[int(chance.random() * len(phrases))]
        chosen.append(phrase)
        room -= len(phrase) + 1
    return cut(" ".join(chosen), LETTERS)


def cut(text: str, length: int) -> str:
    """The first ``length`` characters or a few less: no cluster is torn, no space at the end."""
    end = min(length, len(text))
    while end < len(text) and (_LEANS_BACK.match(text, end) or _LEANS_FORWARD.match(text, end - 1)):
        end -= 1
    return text[:end].rstrip()
