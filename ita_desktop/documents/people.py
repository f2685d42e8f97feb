"""Names as they are printed: who is responsible, who signs."""

from __future__ import annotations

from ita_desktop.documents.blocks import OpinionBlock, Signature, Source
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Division, Person, Position
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
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


def signature_of(
    snapshot: Snapshot, signer: Signer, closing: str = "", source: Source | None = None
) -> Signature:
    """The signature block of a signer; acting titles stand on a line of their own."""
    name, position = signer_lines(snapshot, signer)
    return Signature(name=name, position=position, closing=closing, source=source)


def opinion_of(snapshot: Snapshot, opinion: Opinion, source: Source | None = None) -> OpinionBlock:
    """The block of one opinion; its title names the position where none was typed."""
    name, position = signer_lines(snapshot, opinion.signer)
    asked = _asked(snapshot, opinion.signer) or (position[0] if position else "")
    lead = "ความเห็น/คำสั่ง" if asked == snapshot.office.executive else "ความเห็น"
    title = opinion.title or f"{lead}{asked}"
    return OpinionBlock(title, max(opinion.lines, 1), name, position, source)


def _asked(snapshot: Snapshot, signer: Signer) -> str:
    """The title of the position whose opinion is asked, whoever acts in it."""
    position = snapshot.get(Position, signer.position_id)
    return position.title if position and signer.acting else ""


def signer_lines(snapshot: Snapshot, signer: Signer) -> tuple[str, tuple[str, ...]]:
    """A signer's name and the lines of the position, typed text first."""
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
    return name, lines
