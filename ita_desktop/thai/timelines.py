"""Timelines (ช่วงระยะเวลาดำเนินการ): when a measure runs, as precisely as the office said it.

A timeline is two points in time, each known to the day, the month or the year. Years are kept in
the common era; พ.ศ. is made at the edges. Text that could not be read is kept as :class:`Unread`,
never dropped.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from enum import Enum


class Precision(Enum):
    """How precisely a point in time is known (ความละเอียด)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class TimePoint:
    """One end of a timeline: a year of the common era, perhaps a month, perhaps a day.

    A year without a month is a fiscal year (ปีงบประมาณ): ``TimePoint(2025)`` is FY2568, which
    begins on 1 October 2024. Raises ValueError for a day that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
            datetime.date(self.year - 1, 10, 1)
        month = 1 if self.month is None else self.month
        datetime.date(self.year, month, 1 if self.day is None else self.day)

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    def first_day(self) -> datetime.date:
        """The first day it may mean."""
        if self.month is None:
            return datetime.date(self.year - 1, 10, 1)
        return datetime.date(self.year, self.month, self.day or 1)

    def last_day(self) -> datetime.date:
        """The last day it may mean."""
        if self.month is None:
            return datetime.date(self.year, 9, 30)
        last = self.day or calendar.monthrange(self.year, self.month)[1]
        return datetime.date(self.year, self.month, last)

    @classmethod
    def of(cls, date: datetime.date) -> TimePoint:
        """The day itself as a point in time."""
        return cls(date.year, date.month, date.day)


@dataclass(frozen=True)
class Timeline:
    """From start to end, both included; equal ends are one point, no end is open (ตั้งแต่ …).

    Raises ValueError when neither end stands, or when the end lies before the start.
    """

    start: TimePoint | None
    end: TimePoint | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("a timeline needs a start or an end")
        if self.start and self.end and self.end.last_day() < self.start.first_day():
            raise ValueError("the end lies before the start")

    def first_day(self) -> datetime.date | None:
        return self.start.first_day() if self.start else None

    def last_day(self) -> datetime.date | None:
        return self.end.last_day() if self.end else None


@dataclass(frozen=True)
class Unread:
    """What was typed and could not be read (a timeline, a number, a date): kept word for word."""

    text: str


@dataclass(frozen=True)
class Reading:
    """What was understood of a typed timeline.

    ``value`` is None for empty text. With an :class:`Unread` value, ``problem`` says in Thai what
    is wrong and ``suggestions`` holds texts that would be read, best first.
    """

    value: Timeline | Unread | None
    problem: str = ""
    suggestions: tuple[str, ...] = ()
