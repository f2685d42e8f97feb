"""Whom and what a cell names, one a line: responsible parties, acting titles, signers, opinions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ita_desktop.documents.party_reading import exact_choice, split_parties
from ita_desktop.documents.people import ALL_DIVISIONS
from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import Cell, one_line
from ita_desktop.exchange.workbook.names import Names, Place, plain_name
from ita_desktop.model.fields import Field
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Person, Position
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    Acting,
    AllDivisions,
    DivisionRef,
    FreeText,
    Opinion,
    OrderRef,
    PersonRef,
    PositionRef,
    Responsible,
    Signer,
)
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.text import fold

_NOTED = re.compile(r"^(?P<words>.+?)\s*\((?P<note>[^()]+)\)$")
_LINES = re.compile(r"^(?P<count>[0-9]{1,3})\s*บรรทัด$")
BAR = " | "
"""Between the parts of one line."""


def write_responsible(_field: Field, parties: tuple[Responsible, ...], place: Place) -> str:
    """Each party by its name on a line of its own, a note in brackets behind it."""
    return "\n".join(_party(place.names, one) for one in parties)


def _party(names: Names, one: Responsible) -> str:
    match one:
        case FreeText(words):
            return one_line(words)
        case DivisionRef(record_id, note):
            words = names.name_of("division", record_id)
        case PersonRef(record_id, note):
            words = names.name_of("person", record_id)
        case PositionRef(record_id, note):
            words = names.name_of("position", record_id)
        case AllDivisions(note):
            words = ALL_DIVISIONS
        case OrderRef(number, subject, note):
            words = f"คำสั่งที่ {number}" + (f" เรื่อง {subject}" if subject else "")
    return one_line(f"{words} ({note})" if note else words)


def read_responsible(_field: Field, cell: Cell, place: Place) -> tuple[Responsible, ...]:
    """The parties named, as typed where the registers know no such name."""
    found: list[Responsible] = []
    for line in filter(None, map(one_line, cell.text.split("\n"))):
        party = _read_party(line, place.snapshot)
        if isinstance(party, FreeText):
            pieces = [_read_party(one, place.snapshot) for one in split_parties(line)]
            known = any(not isinstance(one, FreeText) for one in pieces)
            found += pieces if known else [party]
        else:
            found.append(party)
    return tuple(found)


def _read_party(line: str, snapshot: Snapshot) -> Responsible:
    party = exact_choice(line, snapshot)
    match = _NOTED.match(line)
    if match is None or not isinstance(party, FreeText | OrderRef):
        return party
    note = match["note"]
    match exact_choice(match["words"], snapshot):
        case DivisionRef(record_id):
            return DivisionRef(record_id, note)
        case PersonRef(record_id):
            return PersonRef(record_id, note)
        case PositionRef(record_id):
            return PositionRef(record_id, note)
        case AllDivisions():
            return AllDivisions(note)
        case OrderRef(number, subject):
            return OrderRef(number, subject, note)
    return party


def write_acting(_field: Field, values: tuple[Acting, ...], place: Place) -> str:
    """``รักษาราชการแทน | ปลัดเทศบาล``, one a line."""
    names = ((one.words, place.names.name_of("position", one.position_id)) for one in values)
    return "\n".join(_joined(pair) for pair in names)


def read_acting(_field: Field, cell: Cell, place: Place) -> tuple[Acting, ...]:
    """The positions acted in; the words before the title may be parted from it by a bar or not."""
    found: list[Acting] = []
    titles = {fold(plain_name(one)): one.id for one in place.snapshot.of(Position)}
    titles.pop("", None)
    for line in filter(None, map(one_line, cell.text.split("\n"))):
        words, bar, title = (part.strip() for part in line.partition("|"))
        if not bar:
            ends = [one for one in titles if fold(line).endswith(one)]
            title = line[len(line) - len(max(ends, key=len, default="")) :]
            words = line.removesuffix(title).strip() if ends else ""
        held = titles.get(fold(title))
        if held is None:
            raise UserError(
                f"ไม่พบตำแหน่งใน “{line}”",
                f"พิมพ์เช่น รักษาราชการแทน{BAR}ปลัดเทศบาล โดยมีตำแหน่งนั้นในแผ่น “{Position.TITLE}”",
            )
        found.append(Acting(held, words) if words else Acting(held))
    return tuple(found)


def write_signers(_field: Field, values: tuple[Signer, ...], place: Place) -> str:
    """``ชื่อ | ตำแหน่ง | คำรักษาการ``, one a line."""
    return "\n".join(_joined(_signer(one, place.names)) for one in values)


def read_signers(_field: Field, cell: Cell, place: Place) -> tuple[Signer, ...]:
    """The signers: people and positions of the registers where they are known, else as typed."""
    lines = filter(None, map(one_line, cell.text.split("\n")))
    return tuple(_read_signer(_parts(line, 3), place.snapshot) for line in lines)


def write_opinions(_field: Field, values: tuple[Opinion, ...], place: Place) -> str:
    """``หัวข้อ | ชื่อ | ตำแหน่ง | คำรักษาการ | ๓ บรรทัด``, one a line."""
    return "\n".join(
        _joined((one.title, *_signer(one.signer, place.names), f"{one.lines} บรรทัด"))
        for one in values
    )


def read_opinions(_field: Field, cell: Cell, place: Place) -> tuple[Opinion, ...]:
    """The chain of opinions; what a line leaves out at its end is as in a new one."""
    found: list[Opinion] = []
    for line in filter(None, map(one_line, cell.text.split("\n"))):
        parts = [part.strip() for part in line.split("|")]
        count = _LINES.match(to_arabic(parts[-1]))
        title, *named = _parts(BAR.join(parts[:-1] if count else parts), 4)
        signer = _read_signer(named, place.snapshot)
        found.append(Opinion(signer, title, int(count["count"]) if count else Opinion().lines))
    return tuple(found)


def _signer(one: Signer, names: Names) -> tuple[str, str, str]:
    name = one.name or names.name_of("person", one.person_id)
    return name, one.position or names.name_of("position", one.position_id), one.acting


def _read_signer(parts: list[str], snapshot: Snapshot) -> Signer:
    name, position, acting = parts
    person = _known(snapshot.of(Person), name)
    held = _known(snapshot.of(Position), position)
    return Signer(
        person_id=person,
        position_id=held,
        acting=acting,
        name="" if person else name,
        position="" if held else position,
    )


def _known(records: Iterable[Person | Position], name: str) -> Id:
    wanted = fold(name)
    return next((one.id for one in records if wanted and fold(plain_name(one)) == wanted), "")


def _joined(parts: Iterable[str]) -> str:
    """The parts with bars between them; empty ones at the end are left out."""
    return BAR.join(map(one_line, parts)).rstrip(BAR)


def _parts(line: str, count: int) -> list[str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) > count:
        raise UserError(
            f"“{line}” มีเครื่องหมาย | มากเกินไป", f"คั่นด้วย | ไม่เกิน {count} ส่วน หนึ่งคนต่อหนึ่งบรรทัด"
        )
    return [*parts, *[""] * (count - len(parts))]
