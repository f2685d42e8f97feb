"""Which score a row of a pasted table is of: by its code, its number and name, or its wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.model.catalogue import Catalogue, tool_of
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.score_names import indicator_of
from ita_desktop.model.scoring import TOTAL, indicator_code, part_code
from ita_desktop.model.values import Tool
from ita_desktop.thai.lists import joined
from ita_desktop.thai.nearness import likeness, nearest
from ita_desktop.thai.text import fold

_CODE = re.compile(r"([ieo]) ?([0-9]{1,3})(?![0-9.])\s*[.:)]?\s*(.*)", re.S)
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*([0-9]{1,2})(?![0-9.])\s*[.:)]?\s*(.*)", re.S)
_NUMBER = re.compile(r"([0-9]{1,2})[.)]?")
_LED = re.compile(r"([0-9]{1,2})[.)]?\s+(\D.*)", re.S)
_PART = re.compile(r"(?:ส่วน(?:ที่)?|part)\s*([12])(?![0-9])")
_TOOL = re.compile(r"(?<![a-z])(iit|eit|oit)(?![a-z])")
_TOOL_WORDS = (
    ("ผู้มีส่วนได้ส่วนเสียภายใน", Tool.IIT),
    ("ผู้มีส่วนได้ส่วนเสียภายนอก", Tool.EIT),
    ("การเปิดเผยข้อมูลสาธารณะ", Tool.OIT),
)
_WHOLE = re.compile(r"ภาพรวม|คะแนนรวม|รวมทั้งสิ้น|คะแนนเฉลี่ยรวม|^(?:คะแนน)?\s*ita$|^รวม$|^คะแนน ita")
_WHOLE_LONGEST = 60
_SAME = 0.8
"""Likeness at which two wordings are taken for the same."""
_LIKE = 0.5
"""Likeness at which one may be meant."""


@dataclass(frozen=True, slots=True)
class Match:
    """The score a row is of, "" where that is not known; ``sure`` is False for what should be
    looked at, ``told`` says in Thai how it was found, or why not."""

    code: str = ""
    sure: bool = True
    told: str = ""


UNKNOWN = Match(sure=False, told="ไม่รู้ว่าเป็นคะแนนของข้อใด")


def matched_rows(labels: Sequence[Sequence[str]], catalogue: Catalogue) -> tuple[Match, ...]:
    """What each row is of, by the cells beside its scores; rows in their order.

    ส่วนที่ 1 or 2 alone belongs to the indicator or tool in the row above.
    """
    found: list[Match] = []
    above = ""
    for cells in labels:
        match = _matched([fold(cell) for cell in cells if cell.strip()], catalogue, above)
        if indicator_of(match.code) or match.code in {tool.value for tool in Tool}:
            above = match.code.rsplit(".", 1)[0] if indicator_of(match.code) else match.code
        found.append(match)
    return tuple(found)


def names_score(cell: str, catalogue: Catalogue) -> bool:
    """Whether a cell by itself names a score."""
    return bool(cell.strip()) and bool(_matched([fold(cell)], catalogue, "").code)


def _matched(cells: list[str], catalogue: Catalogue, above: str) -> Match:
    if not cells:
        return UNKNOWN
    words = " ".join(cells)
    return (
        _by_code(cells, catalogue)
        or _part_alone(words, above)
        or _indicator(cells, catalogue)
        or _sum(words)
        or _damaged(cells, catalogue)
        or _by_name(cells, catalogue)
        or _by_wording(cells, catalogue)
        or UNKNOWN
    )


def _by_code(cells: list[str], catalogue: Catalogue) -> Match | None:
    for at, cell in enumerate(cells):
        match = _CODE.fullmatch(cell)
        if match is None:
            continue
        code = f"{match[1].upper()}{int(match[2])}"
        said = match[3] or " ".join(one for place, one in enumerate(cells) if place > at)
        return _confirmed(code, said, catalogue)
    return None


def _confirmed(code: str, said: str, catalogue: Catalogue) -> Match:
    """A code held against the wording beside it: numbers change from year to year."""
    item, tool = catalogue.item(code), tool_of(code)
    if item is None:
        complete = tool is not None and catalogue.complete(tool)
        told = f"ไม่มีข้อ {code} ในบัญชี ITA ปี {catalogue.year}" if complete else "ตามรหัส"
        return Match(code, not complete, told)
    if said and likeness(said, fold(item.words)) < _LIKE:
        other, like = _nearest_item(said, catalogue, tool)
        if other and other != code and like >= _SAME:
            return Match(code, False, f"รหัส {code} แต่ข้อความตรงกับ {other}")
    return Match(code, True, "ตามรหัส")


def _part_alone(words: str, above: str) -> Match | None:
    part = _PART.search(words)
    if part is None or not above or len(words) > 20 or _TOOL.search(words):
        return None
    number = indicator_of(above)
    if number:
        return Match(indicator_code(number, int(part[1])), True, "ตามแถวข้างบน")
    return Match(part_code(int(part[1])), True, "ตามแถวข้างบน") if above == "EIT" else None


def _indicator(cells: list[str], catalogue: Catalogue) -> Match | None:
    """``ตัวชี้วัดที่ 4 …``, or a number with an indicator's name beside it."""
    words = " ".join(cells)
    part = _PART.search(words)
    if match := _INDICATOR.match(words):
        number, name = int(match[1]), match[2]
        if not catalogue.indicators or catalogue.indicator(number):
            code = indicator_code(number, int(part[1]) if part else 0)
            agrees = _names(name, number, catalogue) or not name.strip() or part is not None
            return Match(code, agrees, "ตามเลขตัวชี้วัด")
    numbered = _NUMBER.fullmatch(cells[0]) and len(cells) > 1
    led = None if numbered else _LED.fullmatch(words)
    if numbered or led:
        number = int((led or _NUMBER.fullmatch(cells[0]))[1])  # type: ignore[index]
        name = led[2] if led else " ".join(cells[1:])
        if _names(name, number, catalogue):
            return Match(indicator_code(number), True, "ตามเลขและชื่อตัวชี้วัด")
    return None


def _names(name: str, number: int, catalogue: Catalogue) -> bool:
    """Whether a name, perhaps misread, is that of the indicator of a number."""
    indicator = catalogue.indicator(number)
    if indicator is None or not name.strip():
        return False
    plain = name.replace(" ", "")
    return bool(nearest(plain, [fold(indicator.name).replace(" ", "")], limit=0.45))


def _sum(words: str) -> Match | None:
    tool = _TOOL.search(words)
    part = _PART.search(words)
    if tool is not None and len(words) <= 2 * _WHOLE_LONGEST:
        name = tool[1].upper()
        if part is not None and name == "EIT":
            return Match(part_code(int(part[1])), True, "ตามชื่อแบบวัด")
        return Match(name, True, "ตามชื่อแบบวัด")
    for said, one in _TOOL_WORDS:
        if said in words and len(words) <= _WHOLE_LONGEST:
            return Match(one.value, True, "ตามชื่อแบบวัด")
    if _WHOLE.search(words) and len(words) <= _WHOLE_LONGEST:
        return Match(TOTAL, True, "ตามชื่อ")
    return None


def _damaged(cells: list[str], catalogue: Catalogue) -> Match | None:
    """A code that scanning has damaged (``○15``, ``17``), where the wording beside it agrees."""
    first, *rest = cells[0].split(" ", 1)
    said = " ".join([*rest, *cells[1:]])
    problems = read_references(first, None).problems
    for code in (one for problem in problems for one in problem.suggestions):
        item = catalogue.item(code)
        if item is not None and likeness(said, fold(item.words)) >= _LIKE:
            return Match(code, False, f"“{first}” น่าจะเป็น {code}")
    return None


def _by_name(cells: list[str], catalogue: Catalogue) -> Match | None:
    """An indicator's name without its number."""
    names = {fold(one.name).replace(" ", ""): one.number for one in catalogue.indicators}
    for cell in cells:
        plain = cell.replace(" ", "")
        if near := nearest(plain, names, limit=0.2):
            return Match(indicator_code(names[near]), near == plain, "ตามชื่อตัวชี้วัด")
    return None


def _by_wording(cells: list[str], catalogue: Catalogue) -> Match | None:
    words = max(cells, key=len)
    code, like = _nearest_item(words, catalogue, None)
    if not code or like < _LIKE:
        return None
    item = catalogue.item(code)
    said = fold(item.words) if item else ""
    same = [one.code for one in catalogue.items if fold(one.words) == said]
    if len(same) > 1:
        return Match(code, False, f"ข้อความเดียวกันกับ {joined([one for one in same if one != code])}")
    return Match(code, like >= _SAME, "ตามข้อความ")


def _nearest_item(words: str, catalogue: Catalogue, tool: Tool | None) -> tuple[str, float]:
    """The item whose wording is most like the words, and how much."""
    best, most = "", 0.0
    for item in catalogue.items:
        if tool is None or tool_of(item.code) is tool:
            like = likeness(words, fold(item.words))
            if like > most:
                best, most = item.code, like
    return best, most
