"""Names as they are printed: who is responsible, who signs."""

from __future__ import annotations

from ita_desktop.documents.blocks import Signature
from ita_desktop.model.ids import Id
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
    Signer,
)

ALL_DIVISIONS = "ทุกสำนัก/กอง"
GONE = "(ถูกลบออกจากทะเบียนแล้ว)"


def responsible_text(snapshot: Snapshot, one: Responsible) -> str:
    """One responsible party as printed, with its note in brackets."""
    match one:
        case DivisionRef(division_id, note):
            division = snapshot.get(Division, division_id)
            words = division.name if division else GONE
        case AllDivisions(note):
            words = ALL_DIVISIONS
        case PersonRef(person_id, note):
            words = _person_text(snapshot, person_id)
        case PositionRef(position_id, note):
            position = snapshot.get(Position, position_id)
            words = position.title if position else GONE
        case OrderRef(number, subject, note):
            words = f"คณะกรรมการตามคำสั่ง{snapshot.office.full_name} ที่ {number}"
            words += f" เรื่อง {subject}" if subject else ""
        case FreeText(words):
            note = ""
    return f"{words} ({note})" if note else words


def _person_text(snapshot: Snapshot, person_id: Id) -> str:
    person = snapshot.get(Person, person_id)
    if person is None:
        return GONE
    position = snapshot.get(Position, person.position_id)
    return f"{person.full_name} {position.title}" if position else person.full_name


def signature_of(snapshot: Snapshot, signer: Signer, closing: str = "") -> Signature:
    """The signature block of a signer; acting titles stand on a line of their own."""
    person = snapshot.get(Person, signer.person_id)
    position = snapshot.get(Position, signer.position_id)
    name = signer.name or (person.full_name if person else "")
    lines: tuple[str, ...] = tuple(line for line in signer.position.splitlines() if line)
    if not lines and person and signer.acting and position:
        own = snapshot.get(Position, person.position_id)
        held = (own.title,) if own else ()
        lines = (*held, f"{signer.acting}{position.title}")
    elif not lines and position:
        lines = (position.title,)
    elif not lines and person:
        own = snapshot.get(Position, person.position_id)
        lines = (own.title,) if own else ()
    return Signature(name=name, position=lines, closing=closing)
