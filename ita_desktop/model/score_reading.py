"""Typed scores read: both kinds of digits, a sign of per cent, a dash for none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.model.scoring import FULL
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.text import clean

_NUMBER = re.compile(r"-?(?:[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})")
_COMMA = re.compile(r"([0-9]{1,3}),([0-9]{1,2})")
_AROUND = re.compile(r"^(?:ร้อยละ|คะแนน)\s*|\s*(?:%|％|คะแนน)$")
_NONE = ("", "-", "–", "—", "−", "ไม่มี", "n/a", "N/A")

DECIMALS = 2
"""Scores are published with two decimals."""


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """What was understood: a score, or none; ``problem`` says in Thai why it could not be read."""

    value: Decimal | None = None
    problem: str = ""


def read_score(text: str) -> ScoreReading:
    """The score typed: ``97.5``, ``๙๗.๕๐ %``; nothing or a dash is no score. Never raises.

    What is a number is read even where it cannot be a score: :func:`score_problem` tells that.
    """
    words = _AROUND.sub("", _AROUND.sub("", to_arabic(clean(text)).strip())).strip()
    if words in _NONE:
        return ScoreReading()
    if _NUMBER.fullmatch(words):
        return ScoreReading(Decimal(words))
    if match := _COMMA.fullmatch(words):
        return ScoreReading(problem=f"ใช้จุดแทนจุลภาค เช่น {match[1]}.{match[2]}")
    shown = words if len(words) <= 20 else f"{words[:19]}…"
    return ScoreReading(problem=f"“{shown}” ไม่ใช่ตัวเลข พิมพ์คะแนน 0 ถึง 100 เช่น 97.50")


def looks_like_score(text: str) -> bool:
    """Whether a cell holds a score or a dash, and no other words."""
    return not read_score(text).problem


def score_problem(value: Decimal) -> str:
    """Why a number cannot be a score, in Thai; "" where it can."""
    if not 0 <= value <= FULL:
        return "คะแนนต้องอยู่ระหว่าง 0 ถึง 100"
    if _places(value) > DECIMALS:
        return "คะแนนมีทศนิยมได้ไม่เกินสองตำแหน่ง"
    return ""


def score_words(value: Decimal) -> str:
    """A score with two decimals, or with all it was typed with."""
    return f"{value:.{max(_places(value), DECIMALS)}f}"


def _places(value: Decimal) -> int:
    """How many decimals say something."""
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
