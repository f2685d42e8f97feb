"""Whom typed words may mean as responsible: divisions, positions, people, orders, free text."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.party_reading import read_order
from ita_desktop.documents.people import ALL_DIVISIONS
from ita_desktop.model.records import Division, Person, Position
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    FreeText,
    PersonRef,
    PositionRef,
    Responsible,
)
from ita_desktop.thai.text import clean, fold

_MOST = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One offer: the words, what kind it is, and the party; None asks for an order's number."""

    words: str
    kind: str
    party: Responsible | None


def known_choices(snapshot: Snapshot) -> tuple[tuple[Choice, tuple[str, ...]], ...]:
    """Every party of the registers, each with the words it is found by."""
    found: list[tuple[Choice, tuple[str, ...]]] = [
        (Choice(ALL_DIVISIONS, "ทุกหน่วย", AllDivisions()), (ALL_DIVISIONS, "ทุกส่วนราชการ", "ทุกกอง"))
    ]
    for division in snapshot.of(Division):
        choice = Choice(division.name, Division.TITLE, DivisionRef(division.id))
        found.append((choice, (division.name, division.short_name)))
    for position in snapshot.of(Position):
        choice = Choice(position.title, Position.TITLE, PositionRef(position.id))
        found.append((choice, (position.title,)))
    for person in snapshot.of(Person):
        held = snapshot.get(Position, person.position_id)
        words = f"{person.full_name} · {held.title}" if held else person.full_name
        choice = Choice(words, Person.TITLE, PersonRef(person.id))
        found.append((choice, (person.full_name, person.first_name, person.last_name)))
    return tuple(found)


def choices_for(typed: str, snapshot: Snapshot) -> list[Choice]:
    """What to offer for what is typed, best first: names that begin with it, then that hold it."""
    wanted = fold(typed)
    begins: list[Choice] = []
    holds: list[Choice] = []
    for choice, names in known_choices(snapshot):
        folded = [fold(name) for name in names if name]
        if any(name.startswith(wanted) for name in folded):
            begins.append(choice)
        elif any(wanted in name for name in folded):
            holds.append(choice)
    found = [*begins, *holds][:_MOST]
    order = read_order(typed)
    if order is not None:
        words = f"ตามคำสั่งที่ {order.number}"
        words += f" เรื่อง {order.subject}" if order.subject else ""
        return [Choice(words, "คำสั่ง", order), *found, *_own_words(typed)]
    if not wanted or any(wanted in word for word in ("ตามคำสั่งที่", "คณะกรรมการตามคำสั่ง")):
        found.append(Choice("ตามคำสั่งที่ …", "คำสั่ง", None))
    return [*found, *_own_words(typed)]


def _own_words(typed: str) -> list[Choice]:
    words = clean(typed)
    return [Choice(f"“{words}”", "พิมพ์เอง", FreeText(words))] if words else []
