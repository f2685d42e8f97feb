"""Scores by name: what a score is called, and what a code of one means."""

from __future__ import annotations

import re

from ita_desktop.model.catalogue import Catalogue, tool_of
from ita_desktop.model.scoring import TOTAL
from ita_desktop.model.values import Tool

_INDICATOR = re.compile(r"indicator-([0-9]+)(?:\.([12]))?")
_PART = re.compile(r"EIT\.([12])")
_TOOLS = {tool.value for tool in Tool}


def short_name(code: str) -> str:
    """``ภาพรวม``, ``IIT``, ``EIT ส่วนที่ 1``, ``ตัวชี้วัดที่ 6 ส่วนที่ 1``, ``I4``."""
    if code == TOTAL:
        return "ภาพรวม"
    if match := _PART.fullmatch(code):
        return f"EIT ส่วนที่ {match[1]}"
    if match := _INDICATOR.fullmatch(code):
        return f"ตัวชี้วัดที่ {match[1]}" + (f" ส่วนที่ {match[2]}" if match[2] else "")
    return code


def score_name(code: str) -> str:
    """``คะแนนภาพรวม``, ``คะแนน IIT``: the short name as the name of a score."""
    name = short_name(code)
    return f"คะแนน {name}" if name[:1].isascii() else f"คะแนน{name}"


def full_name(code: str, catalogue: Catalogue) -> str:
    """The short name with the indicator's name or the question's wording, as far as known."""
    number = indicator_of(code)
    if number and (indicator := catalogue.indicator(number)):
        name = f"ตัวชี้วัดที่ {number}"
        return short_name(code).replace(name, f"{name} {indicator.name}".rstrip())
    item = catalogue.item(code)
    return f"{code} {item.words}".rstrip() if item else short_name(code)


def indicator_of(code: str) -> int:
    """The number of the indicator whose score, or part of it, a code means; 0 for other codes."""
    match = _INDICATOR.fullmatch(code)
    return int(match[1]) if match else 0


def known_code(code: str) -> bool:
    """Whether a code is one that scores are kept under."""
    is_sum = code == TOTAL or code in _TOOLS or _PART.fullmatch(code) is not None
    return is_sum or indicator_of(code) > 0 or tool_of(code) is not None
