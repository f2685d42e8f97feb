"""Announced counts (``๖ ด้าน ดังนี้``) that differ from what follows."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_desktop.checks.texts.faults import Fault, says_any
from ita_desktop.model.findings import Severity
from ita_desktop.model.values import Items
from ita_desktop.thai.digits import to_arabic

_UNIT = (
    "ด้าน|ประการ|ข้อ|ขั้นตอน|ขั้น|หัวข้อ|ประเด็น|รูปแบบ|ช่องทาง|วิธี|หมวด|ส่วน|ไตรมาส|แนวทาง|มาตรการ"
    "|เรื่อง|รายการ|ระยะ|รุ่น|กลุ่ม|ประเภท|กิจกรรม|โครงการ|องค์ประกอบ|บริการ|กระบวนงาน|หลักสูตร|ฝ่าย|ครั้ง"
)
_LEAD = "ดังนี้|ดังต่อไปนี้|ได้แก่|ประกอบด้วย|คือ"
_LEADS = tuple(_LEAD.split("|"))
_ANNOUNCED = re.compile(
    rf"(?<![0-9๐-๙.,/])(?P<count>[0-9๐-๙]{{1,2}})\s*(?P<unit>{_UNIT})(?:หลัก|สำคัญ)?[^0-9๐-๙]{{0,24}}?(?:{_LEAD})"
    rf"(?P<after>[\s:：]*)"
)
_MARKED = re.compile(r"\s*(?P<mark>#+|-{1,2}(?!-))?\s*(?P<words>.*)")
_HEAD = re.compile(r"\s*(?:ข้อ\s*)?(?P<number>[0-9๐-๙]{1,2})[.)]\s*(?![0-9๐-๙])\S")
_NUMBERED = re.compile(r"(?:^|[\s(])([0-9๐-๙]{1,2})[.)]\s*(?![0-9๐-๙])")

_LEAST = 3
"""Numbers that make a row in which one may be missing."""


@dataclass(frozen=True, slots=True)
class _Announced:
    """How many of what a text announces, where it does, and the text behind that."""

    words: str
    count: int
    rest: str
    span: tuple[int, int]


def counts_in_text(text: str) -> Iterator[Fault]:
    """A count with its numbered items in the same text: ``๕ ขั้นตอน ได้แก่ ๑. … ๒. …``."""
    for one in _announced(text):
        numbers = _row(one.rest)
        if len(numbers) >= 2 and len(numbers) != one.count:
            yield _differs(one, len(numbers))


def counts_in_lines(text: str) -> Iterator[Fault]:
    """A count at the end of a line against the marked lines one deeper that follow it."""
    if "\n" not in text or not says_any(text, _LEADS):
        return
    lines = text.split("\n")
    marked = [_MARKED.match(line) for line in lines]
    depths = [
        len(one["mark"]) if one and one["mark"] and "-" in one["mark"] else 0 for one in marked
    ]
    start = 0
    for place, line in enumerate(lines):
        for one in _announced(line):
            if one.rest.strip():
                continue
            deeper = depths[place] + 1
            follow = 0
            for depth, other in zip(depths[place + 1 :], lines[place + 1 :], strict=True):
                if other.strip() and depth < deeper:
                    break
                follow += depth == deeper
            if follow and follow != one.count:
                at = (start + one.span[0], start + one.span[1])
                yield _differs(dataclasses.replace(one, span=at), follow)
        start += len(line) + 1


def counts_in_items(items: Items) -> Iterator[tuple[str, Fault]]:
    """A count at the end of an item against its sub-items, or against the items behind it; each
    fault with the text of its item."""
    for place, item in enumerate(items):
        for one in _announced(item.text):
            if one.rest.strip():
                continue
            below = [inner.text for inner in item.items if inner.text.strip()]
            behind = [other.text for other in items[place + 1 :] if other.text.strip()]
            follow = below or (behind if place == 0 and not any(i.items for i in items) else [])
            if follow and len(follow) != one.count:
                yield item.text, _differs(one, len(follow))


def numbering_gaps(texts: Sequence[str]) -> Iterator[Fault]:
    """Numbers typed in one text or at the head of its lines that leave one out or come twice."""
    for text in texts:
        if text.count(".") + text.count(")") < _LEAST:
            continue
        heads = list(_NUMBERED.finditer(text))
        numbers = [int(to_arabic(found[1])) for found in heads]
        if len(numbers) < _LEAST or numbers[0] != 1:
            continue
        for head, (before, after) in zip(heads[1:], pairwise(numbers), strict=True):
            if after not in (before + 1, 1):
                yield _gap(before, after, head.span(1))
                break


def gaps_in_items(items: Items) -> Iterator[tuple[str, Fault]]:
    """Numbers typed at the head of items that leave one out; each fault with its item's text."""
    texts = [one.text for one in items if one.text.strip()]
    heads = [(one, _HEAD.match(one)) for one in texts] if len(texts) >= _LEAST else []
    if heads and all(head for _text, head in heads):
        numbers = [int(to_arabic(head["number"])) for _text, head in heads if head]
        for (text, head), (before, after) in zip(heads[1:], pairwise(numbers), strict=True):
            if head and numbers[0] == 1 and after not in (before + 1, 1):
                yield text, _gap(before, after, head.span("number"))
                break
    for one in items:
        if one.items:
            yield from gaps_in_items(one.items)


def _gap(before: int, after: int, span: tuple[int, int]) -> Fault:
    return Fault(
        Severity.LOOK_AT,
        "numbering-gap",
        f"เลขข้อกระโดดจาก {before} เป็น {after}",
        f"ตรวจว่าขาดข้อ {before + 1} หรือพิมพ์เลขผิด",
        span=span,
    )


def _announced(text: str) -> Iterator[_Announced]:
    if not says_any(text, _LEADS):
        return
    for found in _ANNOUNCED.finditer(text):
        words = f"{found['count']} {found['unit']}"
        count, place = int(to_arabic(found["count"])), (found.start("count"), found.end("unit"))
        yield _Announced(words, count, text[found.end() :], place)


def _row(text: str) -> list[int]:
    """The numbers 1, 2, 3 … that head items in a text, as far as they go."""
    row: list[int] = []
    for found in _NUMBERED.finditer(text):
        number = int(to_arabic(found[1]))
        if number == len(row) + 1:
            row.append(number)
    return row


def _differs(one: _Announced, there: int) -> Fault:
    return Fault(
        Severity.LOOK_AT,
        "announced-count",
        f"บอกไว้ว่า “{one.words}” แต่มี {there}",
        f"แก้จำนวนเป็น {there} หรือเพิ่มรายการให้ครบ {one.count}",
        span=one.span,
    )
