"""Which divisions answer for a measure, by whatever names they are named."""

from __future__ import annotations

from ita_desktop.model.ids import Id
from ita_desktop.model.records import Division, Measure, Person, Position
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
from ita_desktop.thai.text import fold


def divisions_of(snapshot: Snapshot, measure: Measure) -> tuple[Division, ...]:
    """The divisions responsible for a measure, in the order of the register: those named, all of
    them for ทุกสำนัก/กอง, and those that the people and positions named belong to."""
    named: set[Id] = set()
    for party in measure.responsible:
        named |= _divisions(snapshot, party)
    return tuple(one for one in snapshot.of(Division) if one.id in named)


def measures_of(snapshot: Snapshot, year_id: Id, division_id: Id) -> tuple[Measure, ...]:
    """The measures of a year for which a division is responsible, alone or with others; those for
    which no division is where ``division_id`` is empty."""
    found = []
    for measure in snapshot.measures(year_id):
        ids = [one.id for one in divisions_of(snapshot, measure)]
        if division_id in ids or (not division_id and not ids):
            found.append(measure)
    return tuple(found)


def _divisions(snapshot: Snapshot, party: Responsible) -> set[Id]:
    match party:
        case DivisionRef(division_id):
            return {division_id}
        case AllDivisions():
            return {one.id for one in snapshot.each(Division)}
        case PositionRef(position_id):
            return _of_position(snapshot, position_id)
        case PersonRef(person_id):
            person = snapshot.get(Person, person_id)
            if person is None:
                return set()
            own = {person.division_id} - {""}
            return own or _of_position(snapshot, person.position_id)
        case FreeText(words):
            names = {
                fold(name): one.id
                for one in snapshot.each(Division)
                for name in (one.name, one.short_name)
                if name
            }
            held = names.get(fold(words))
            return {held} if held else set()
        case OrderRef():
            return set()


def _of_position(snapshot: Snapshot, position_id: Id) -> set[Id]:
    position = snapshot.get(Position, position_id)
    return {position.division_id} - {""} if position else set()
