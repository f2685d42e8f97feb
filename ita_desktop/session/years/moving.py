"""A measure of one year's work made ready for another: years in what was typed moved on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.values import (
    FreeText,
    Item,
    Items,
    Monitoring,
    OrderRef,
    OwnValue,
    Responsible,
)
from ita_desktop.thai.dates import BUDDHIST_OFFSET
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread
from ita_desktop.thai.year_shifting import shift_years


@dataclass(slots=True)
class Mover:
    """Moves the years (พ.ศ.) of a year's work ``by`` years; ``count`` is how many it has moved.

    Other years stay: they are not the work's.
    """

    by: int
    years: frozenset[int]
    count: int = 0

    def measure(self, measure: Measure) -> Measure:
        """The measure with the years in all its texts, dates and timelines moved."""
        values: dict[str, Any] = {}
        for field in fields_of(Measure):
            before = getattr(measure, field.name)
            after = self._value(field, before)
            if after != before:
                values[field.name] = after
        return dataclasses.replace(measure, **values)

    def text(self, text: str) -> str:
        """A text with its years moved."""
        moved = shift_years(text, self.by, self.years)
        self.count += moved.count
        return moved.text

    def _value(self, field: Field, value: Any) -> Any:
        act = self._acts.get(field.kind)
        return act(value) if act is not None and value else value

    @property
    def _acts(self) -> dict[Kind, Callable[[Any], Any]]:
        return {
            Kind.TEXT: self.text,
            Kind.LONG_TEXT: self.text,
            Kind.ITEMS: self._items,
            Kind.TIMELINE: self._timeline,
            Kind.MONITORING: self._monitoring,
            Kind.RESPONSIBLE: lambda all_of: tuple(map(self._responsible, all_of)),
            Kind.OWN_VALUES: lambda held: tuple(OwnValue(o.field_id, self._own(o)) for o in held),
        }

    def _items(self, items: Items) -> Items:
        return tuple(Item(self.text(one.text), self._items(one.items)) for one in items)

    def _responsible(self, one: Responsible) -> Responsible:
        """What was typed moves; an order keeps its number and subject until another is made."""
        if isinstance(one, OrderRef):
            return one
        if isinstance(one, FreeText):
            return FreeText(self.text(one.text))
        return dataclasses.replace(one, note=self.text(one.note))

    def _monitoring(self, monitoring: Monitoring) -> Monitoring:
        return dataclasses.replace(monitoring, note=self.text(monitoring.note))

    def _own(self, own: OwnValue) -> Any:
        if isinstance(own.value, str):
            return self.text(own.value)
        if isinstance(own.value, tuple):
            return self._items(own.value)
        return self._day(own.value) if isinstance(own.value, date) else own.value

    def _timeline(self, timeline: Timeline | Unread) -> Timeline | Unread:
        if isinstance(timeline, Unread):
            return Unread(self.text(timeline.text))
        start, end = self._point(timeline.start), self._point(timeline.end)
        try:
            moved = Timeline(start, end)
        except ValueError:  # only its start belongs to the work's years
            return timeline
        self.count += (start != timeline.start) + (end != timeline.end)
        return moved

    def _point(self, point: TimePoint | None) -> TimePoint | None:
        if point is None or point.year + BUDDHIST_OFFSET not in self.years:
            return point
        year = point.year + self.by
        try:
            return TimePoint(year, point.month, point.day)
        except ValueError:  # 29 February
            return TimePoint(year, point.month, (point.day or 1) - 1)

    def _day(self, day: date) -> date:
        moved = self._point(TimePoint.of(day))
        if moved is None or moved.year == day.year:
            return day
        self.count += 1
        return moved.first_day()


def mover_between(year: YearWork, other: YearWork) -> Mover:
    """What moves the years that one year's work speaks of to those of another."""
    around = (year.action_year - 1, year.action_year, year.action_year + 1)
    by = other.action_year - year.action_year
    return Mover(by, frozenset((*around, year.score_year, year.assessment_year)))
