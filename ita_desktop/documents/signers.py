"""Who signs where nobody was named, and the usual chain of opinions of each kind of office."""

from __future__ import annotations

from ita_desktop.documents.context import Context
from ita_desktop.model.records import Office, Person, Position
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import AgencyKind, Opinion, Signer


def announcing_signer(context: Context) -> Signer:
    """The last signer of the set-up; without one the executive, by name if the register has it."""
    if context.setup.signers:
        return context.setup.signers[-1]
    return signer_of_title(context.snapshot, context.office.executive)


def signer_of_title(snapshot: Snapshot, title: str) -> Signer:
    """Whoever holds the position of that title, or acts in it; else just the title."""
    for position in snapshot.of(Position):
        if position.title != title:
            continue
        for person in snapshot.of(Person):
            if person.position_id == position.id:
                return Signer(person.id, position.id)
        for person in snapshot.of(Person):
            for acting in person.acting:
                if acting.position_id == position.id:
                    return Signer(person.id, position.id, acting.words)
        return Signer(position_id=position.id)
    return Signer(position=title)


def usual_chain(snapshot: Snapshot) -> tuple[Opinion, ...]:
    """The opinions a memo of this office usually collects, from the nearest superior upward.

    Municipality: หัวหน้าสำนักปลัด รองปลัด ปลัด นายก; อบต. the same (reference papers of both).
    """
    return tuple(
        Opinion(signer_of_title(snapshot, title)) for title in chain_titles(snapshot.office)
    )


def chain_titles(office: Office) -> tuple[str, ...]:
    """The titles of the chain, from the nearest superior upward."""
    municipal = office.kind is not AgencyKind.SAO
    head = "หัวหน้าสำนักปลัดเทศบาล" if municipal else "หัวหน้าสำนักปลัด"
    return (head, f"รองปลัด{office.full_name}", f"ปลัด{office.full_name}", office.executive)
