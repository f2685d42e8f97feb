"""Announced counts (``๖ ด้าน ดังนี้``) that differ from what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_desktop.checks.texts.faults import Fault
from ita_desktop.model.findings import Severity
from ita_desktop.model.values import Items
from ita_desktop.thai.digits import to_arabic

_UNIT = "ด้าน|ประการ|ข้อ|ขั้นตอน|ขั้น|หัวข้อ|ประเด็น|รูปแบบ|ช่องทาง|วิธี|หมวด|ส่วน|ไตรมาส|แนวทาง|มาตรการ"
_LEAD = "ดังนี้|ดังต่อไปนี้|ได้แก่|ประกอบด้วย|คือ"
_ANNOUNCED = re.compile(
    rf"(?<![0-9๐-๙.,/])(?P<count>[0-9๐-๙]{{1,2}})\s*(?P<unit>{_UNIT})(?:หลัก|สำคัญ)?[^0-9๐-๙]{{0,24}}?(?:{_LEAD})"
    rf"(?P<after>[\s:：]*)"
)
_NUMBERED = re.compile(r"(?:^|[\s(])([0-9๐-๙]{1,2})[.)]\s*(?![0-9๐-๙])")


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
        heads = list(_NUMBERED.finditer(text))
        numbers = [int(to_arabic(found[1])) for found in heads]
        if len(numbers) < 3 or numbers[0] != 1:
            continue
        for head, (before, after) in zip(heads[1:], pairwise(numbers), strict=True):
            if after not in (before + 1, 1):
                yield Fault(
                    Severity.LOOK_AT,
                    "numbering-gap",
                    f"เลขข้อกระโดดจาก {before} เป็น {after}",
                    f"ตรวจว่าขาดข้อ {before + 1} หรือพิมพ์เลขผิด",
                    span=head.span(1),
                )
                break


def _announced(text: str) -> Iterator[_Announced]:
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
