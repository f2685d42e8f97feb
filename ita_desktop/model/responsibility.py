"""Which divisions answer for a measure, by whatever names they are named."""

from __future__ import annotations

from collections.abc import Set

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


class Responsibility:
    """Who answers for what in one snapshot; reads the registers once for many measures."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._divisions = snapshot.of(Division)
        self._all = frozenset(one.id for one in self._divisions)
        self._named = {
            fold(name): one.id
            for one in self._divisions
            for name in (one.name, one.short_name)
            if name
        }

    def of(self, measure: Measure) -> tuple[Division, ...]:
        """The divisions responsible for a measure, in the order of the register: those named, all
        for ทุกสำนัก/กอง, and those that the people and positions named belong to."""
        named: set[Id] = set()
        for party in measure.responsible:
            named |= self._ids(party)
        return tuple(one for one in self._divisions if one.id in named)

    def _ids(self, party: Responsible) -> Set[Id]:
        match party:
            case DivisionRef(division_id):
                return {division_id}
            case AllDivisions():
                return self._all
            case PositionRef(position_id):
                return self._of_position(position_id)
            case PersonRef(person_id):
                person = self._snapshot.get(Person, person_id)
                if person is None:
                    return set()
                own = {person.division_id} - {""}
                return own or self._of_position(person.position_id)
            case FreeText(words):
                return {self._named.get(fold(words), "")} - {""}
            case OrderRef():
                return set()

    def _of_position(self, position_id: Id) -> set[Id]:
        position = self._snapshot.get(Position, position_id)
        return {position.division_id} - {""} if position else set()


def divisions_of(snapshot: Snapshot, measure: Measure) -> tuple[Division, ...]:
    """The divisions responsible for a measure, in the order of the register."""
    return Responsibility(snapshot).of(measure)


def measures_of(snapshot: Snapshot, year_id: Id, division_id: Id) -> tuple[Measure, ...]:
    """The measures of a year for which a division is responsible, alone or with others."""
    responsibility = Responsibility(snapshot)
    return tuple(
        measure
        for measure in snapshot.measures(year_id)
        if any(one.id == division_id for one in responsibility.of(measure))
    )
