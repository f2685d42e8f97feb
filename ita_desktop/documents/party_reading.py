"""Typed or pasted words read as parties responsible: taken apart, and found in the registers."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from ita_desktop.documents.division_names import plain_name, usual_names
from ita_desktop.documents.people import ALL_DIVISIONS, responsible_text
from ita_desktop.model.records import Division, Person, Position
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    FreeText,
    OrderRef,
    PersonRef,
    PositionRef,
    Responsible,
)
from ita_desktop.thai.text import clean

_ALL = (ALL_DIVISIONS, "ทุกส่วนราชการ", "ทุกกอง", "ทุกสำนักและกอง", "ทุกหน่วยงาน", "ทุกสำนัก/ทุกกอง")
_ORDER = re.compile(
    r"^(?P<who>คณะกรรมการ|คณะ\S*?|[^()\d๐-๙]{2,60}?(?=\s*ตามคำสั่ง))?\s*(?:ตาม)?\s*"
    r"(?P<order>คำสั่ง(?P<office>(?:(?!ที่).){0,60}))?\s*(?:ที่)?\s*"
    r"(?P<number>[0-9๐-๙]{1,5}\s*/\s*[0-9๐-๙]{2,4})"
    r"\s*(?P<date>ลงวันที่\s*[0-9๐-๙]{1,2}\s*[^\s0-9๐-๙]+\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{2,4})?"
    r"\s*(?:เรื่อง\s*)?(?P<subject>.*)$"
)
_OFFICES = ("เทศบาล", "องค์การบริหารส่วน", "อบต", "ทต", "ทม", "สำนัก", "กอง")
_MARKER = re.compile(r"^\s*(?:[0-9๐-๙]{1,2}[.)]|[-•–▪●])\s*")
_BEGINS = r"(?:สำนัก|กอง|หน่วยตรวจสอบ|ทุกสำนัก|ทุกกอง|ทุกส่วน)"
_TOGETHER = re.compile(rf"\s*(?:และ|/)\s*(?={_BEGINS})|\s*[,،、;]\s*")
_SIDE_BY_SIDE = re.compile(rf"{_TOGETHER.pattern}|\s+(?={_BEGINS})")
_GOES_ON = re.compile(rf"(?:ที่\s*[0-9๐-๙]|เรื่อง|ลงวันที่|\(|เทศบาล|อบต|องค์การบริหาร|และ(?!{_BEGINS}))")
_OWN_LINE = re.compile(r"ที่\s*[0-9๐-๙]|เรื่อง|ลงวันที่|\(")
_SOMEBODY = re.compile(rf"{_BEGINS}|นาย|นาง|ผู้|ปลัด|รอง|หัวหน้า|คณะ|เจ้าหน้าที่|นัก|งาน|ฝ่าย|ทุก")
_NOTED = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<note>.*)\)$")
_OF_OFFICE = re.compile(r"(?:ของ)?(?:เทศบาล|อบต|องค์การบริหารส่วนตำบล|ทต\.|ทม\.)[^()]*$")


def read_parties(pasted: str, snapshot: Snapshot) -> tuple[Responsible, ...]:
    """Everyone that pasted words name, each once, in order. What the registers do not know stays
    as words; an order by its number is one of this office's."""
    names = split_parties(pasted, snapshot)
    return tuple(dict.fromkeys(exact_choice(name, snapshot) for name in names))


def exact_choice(typed: str, snapshot: Snapshot) -> Responsible:
    """The party whose very name was typed, perhaps with a note in brackets, else an order, else
    the words themselves."""
    known = dict(_known(snapshot))
    words = clean(typed)
    found = known.get(plain_name(words)) or known.get(_short_division(words))
    if found is not None:
        return found
    noted = _NOTED.match(words)
    if noted is not None:
        found = known.get(plain_name(noted["name"])) or known.get(_short_division(noted["name"]))
        if found is None:
            found = read_order(noted["name"])
        if found is not None:
            return with_note(found, noted["note"])
    return read_order(words) or FreeText(words)


def with_note(party: Responsible, note: str) -> Responsible:
    """The party with a note more; free text says it in brackets."""
    words = clean(note)
    if isinstance(party, FreeText):
        return FreeText(f"{party.text} ({words})") if words else party
    return dataclasses.replace(party, note=" ".join(filter(None, (party.note, words))))


def read_order(typed: str) -> OrderRef | None:
    """``คำสั่งที่ ๑๕๖/๒๕๖๘ เรื่อง …`` as an order, or None.

    Its date, and who was appointed where that is no คณะกรรมการ, become the note. An order of
    another kind of agency is none of the office's own.
    """
    match = _ORDER.match(clean(typed))
    if match is None or (match["who"] and not match["order"]):
        return None
    office = (match["office"] or "").strip()
    if office and not office.startswith(_OFFICES):
        return None
    who = "" if match["who"] in (None, "คณะกรรมการ", "คณะกรรมการตาม") else match["who"]
    who = who.removesuffix("ตาม")
    note = " ".join(filter(None, (who, clean(match["date"] or ""))))
    return OrderRef(re.sub(r"\s", "", match["number"]), match["subject"].strip(), note)


def split_parties(pasted: str, snapshot: Snapshot | None = None) -> list[str]:
    """Pasted names, one a line or parted by commas, without list markers.

    A line that only goes on with the one above (the rest of a division's name, an order's number
    or subject, a note in brackets) is joined to it; ``snapshot`` tells which names are known.
    """
    known = {key for key, _ in _known(snapshot)} if snapshot is not None else set()
    known |= usual_names().keys()
    lines: list[str] = []
    for line in pasted.split("\n"):
        words = clean(_MARKER.sub("", line)).strip()
        marked = _MARKER.match(line) is not None
        if not words:
            continue
        if lines and not marked and _is_rest(lines[-1], words, known):
            apart = " " if _OWN_LINE.match(words) or read_order(lines[-1]) else ""
            lines[-1] = f"{lines[-1]}{apart}{words}"
        else:
            lines.append(words)
    return [name for line in lines for name in _names(line, known)]


def _is_rest(above: str, words: str, known: set[str]) -> bool:
    """Whether a line only goes on with the one above it."""
    if above.count("(") > above.count(")"):
        return True
    if plain_name(above + words) in known:
        return True
    if plain_name(words) in known or _short_division(words) in known:
        return False
    order = read_order(above)
    if order is not None and order.subject and not _SOMEBODY.match(words):
        return True
    return bool(_GOES_ON.match(words))


def _names(line: str, known: set[str]) -> Iterator[str]:
    """The names of one line: parted outside brackets, an order and a known name kept whole."""
    if plain_name(line) in known or read_order(line) is not None:
        yield line
        return
    start = depth = 0
    place = 0
    while place < len(line):
        depth += (line[place] == "(") - (line[place] == ")")
        apart = _SIDE_BY_SIDE if re.match(_BEGINS, line[start:place]) else _TOGETHER
        match = apart.match(line, place) if depth <= 0 else None
        if match and match.end() > match.start() and not line[start:place].startswith("ทุก"):
            yield from _said(line[start:place])
            start = place = match.end()
        else:
            place += 1
    yield from _said(line[start:])


def _said(words: str) -> Sequence[str]:
    return [clean(words)] if clean(words) else []


def _known(snapshot: Snapshot) -> Iterator[tuple[str, Responsible]]:
    """Everyone of the registers by the names they go by; the surest name comes last and wins."""
    divisions = snapshot.of(Division)
    short = [_short_division(one.name) for one in divisions]
    for division, name in zip(divisions, short, strict=True):
        if name and short.count(name) == 1:
            yield name, DivisionRef(division.id)
    for division in divisions:
        for words in filter(None, (division.short_name, division.name)):
            yield plain_name(words), DivisionRef(division.id)
    for words in _ALL:
        yield plain_name(words), AllDivisions()
    for position in snapshot.of(Position):
        if position.title:
            yield plain_name(position.title), PositionRef(position.id)
    for person in snapshot.of(Person):
        party = PersonRef(person.id)
        for words in filter(None, (person.full_name, responsible_text(snapshot, party))):
            yield plain_name(words), party


def _short_division(words: str) -> str:
    """A division's name without the office it is of: ``สำนักงานปลัดเทศบาล`` is ``สำนักปลัด``."""
    name = plain_name(words).replace("สำนักงานปลัด", "สำนักปลัด")
    return _OF_OFFICE.sub("", name) if name.startswith(("สำนัก", "กอง")) else name
