"""Who is responsible, held against the register of divisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ita_desktop.checks.noting import noted
from ita_desktop.checks.same import Same
from ita_desktop.documents.division_names import plain_name
from ita_desktop.documents.people import GONE, responsible_text
from ita_desktop.model.findings import Finding, Repair, Severity, Spot
from ita_desktop.model.records import Division, Measure, Person, Position, Record, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import DivisionRef, FreeText, PersonRef, PositionRef, Responsible
from ita_desktop.thai.nearness import edit_distance

_DIVISION = re.compile(r"(?:สำนัก|กอง|หน่วยตรวจสอบ)(?!งานเขต|ทุน|กำลัง|ร้อย|พัน|บิน)\S")
_ELSEWHERE = re.compile(r"จังหวัด|อำเภอ|ป\.ป\.ช|ก\.พ\.ร|คณะกรรมการ|เลขาธิการ|กระทรวง|สำนักงาน(?!ปลัด)")
_ANY = re.compile(r"ที่เกี่ยวข้อง|ต่าง|เจ้าของ|ทุก|ทั้ง|ผู้|ใด|อื่น")
"""What makes the word for a division mean any of them."""

_JOINED = re.compile(r"\s*(?:และ|ร่วมกับ|กับ|,|/|\s)\s*(?=สำนัก|กอง|หน่วยตรวจสอบ)|\s*[,/]\s*")
_SHORTEST = 7
"""Characters of a name's start by which offices call a division for short."""

_NOTE = re.compile(r"\s*\(.*\)$")
_GOES_ON = ("เทศบาล", "อบต", "องค์การ", "ฝ่าย", "งาน", "โดย", "ฯ")
_NEAR = 0.3
"""The share of a name's characters by which a typed one may differ to be taken for it."""


def responsible_findings(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """Divisions responsible that the register does not have, or has no more."""
    names = tuple(
        name
        for division in snapshot.of(Division)
        for name in (division.name, division.short_name)
        if name
    )
    full = tuple(division.name for division in snapshot.of(Division) if division.name)
    gone: dict[type[Record], frozenset[str]] = {
        kind: frozenset(snapshot.tables[kind]) for kind in (Division, Position, Person)
    }
    return tuple(
        finding
        for measure in snapshot.measures(year.id)
        for finding in (
            *(_unknown(Same(measure), names, full) if names else ()),
            *_gone(measure, snapshot, gone),
        )
    )


@lru_cache(maxsize=4096)
def _unknown(
    same: Same[Measure], names: tuple[str, ...], full: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Typed divisions that are none of the office's, the nearest of them named."""
    known = {plain_name(one) for one in names}
    found: list[Finding] = []
    for party in same.record.responsible:
        if not isinstance(party, FreeText):
            continue
        for words in _JOINED.split(party.text):
            name = _NOTE.sub("", words).strip()
            other = _ELSEWHERE.search(name) or _ANY.search(name)
            if not _DIVISION.match(name) or other or _is_known(name, known):
                continue
            near = _nearest(name, full)
            remedy = f"น่าจะเป็น “{near}”" if near else "เพิ่มในทะเบียนสำนัก/กอง หรือเลือกจากทะเบียน"
            start = party.text.index(name)
            mended = f"{party.text[:start]}{near}{party.text[start + len(name) :]}"
            found.append(
                noted(
                    Severity.LOOK_AT,
                    "responsible-unknown",
                    f"“{name}” ไม่มีในทะเบียนสำนัก/กองของหน่วยงาน",
                    remedy,
                    same.record.id,
                    "responsible",
                    Repair(party.text, mended) if near else None,
                    Spot(party.text, start, start + len(name)),
                )
            )
    return tuple(found)


def _is_known(name: str, known: set[str]) -> bool:
    """Whether a name is one of the register, its start, or goes on after it (``กองคลังเทศบาล…``)."""
    plain = plain_name(name).replace("สำนักงานปลัด", "สำนักปลัด")
    return any(
        plain == one
        or (one.startswith(plain) and len(plain) >= _SHORTEST)
        or (plain.startswith(one) and plain[len(one) :].startswith(_GOES_ON))
        for one in known
    )


def _nearest(name: str, names: tuple[str, ...]) -> str:
    distances = sorted((edit_distance(name, one), one) for one in names)
    if not distances:
        return ""
    distance, best = distances[0]
    return best if distance <= _NEAR * len(best) else ""


def _gone(
    measure: Measure, snapshot: Snapshot, held: Mapping[type[Record], frozenset[str]]
) -> Iterator[Finding]:
    """Parties that were taken out of the registers since: they print as that."""
    for party in measure.responsible:
        if not _is_gone(party, held):
            continue
        told = responsible_text(snapshot, party)
        yield noted(
            Severity.LOOK_AT,
            "responsible-gone",
            f"ผู้รับผิดชอบรายหนึ่งถูกลบออกจากทะเบียนแล้ว จะพิมพ์ว่า “{told or GONE}”",
            "เลือกผู้รับผิดชอบใหม่",
            measure.id,
            "responsible",
        )


def _is_gone(party: Responsible, held: Mapping[type[Record], frozenset[str]]) -> bool:
    match party:
        case DivisionRef(division_id):
            return division_id not in held[Division]
        case PersonRef(person_id):
            return person_id not in held[Person]
        case PositionRef(position_id):
            return position_id not in held[Position]
    return False
