"""How far each round of a year's work is: who was asked, who has reported, how long there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ita_desktop.model.ids import Id
from ita_desktop.model.records import Division, Measure, ReportingRound, RoundReport, YearWork
from ita_desktop.model.responsibility import Responsibility, divisions_of
from ita_desktop.model.rounds import (
    asked_in,
    due_date,
    every_round,
    is_reported,
    report_of,
    round_end,
    round_of,
    rounds_of,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai

NOBODY = "ไม่ได้ระบุสำนัก/กอง"
"""What stands for the division of measures for which none is responsible."""


@dataclass(frozen=True, slots=True)
class DivisionState:
    """What one division was asked for in a round; ``division`` None for measures of none.

    ``missing`` are the ids of the measures it has not reported yet.
    """

    division: Division | None
    asked: tuple[Id, ...]
    missing: tuple[Id, ...]

    @property
    def name(self) -> str:
        return self.division.name if self.division else NOBODY

    @property
    def reported(self) -> int:
        """Of how many measures it has reported."""
        return len(self.asked) - len(self.missing)


@dataclass(frozen=True, slots=True)
class RoundState:
    """How far a round is on a day. ``missing`` are measures of which somebody has not reported."""

    round: ReportingRound
    end: date
    due: date
    today: date
    asked: tuple[Id, ...]
    missing: tuple[Id, ...]
    divisions: tuple[DivisionState, ...]
    past: bool = False
    """Whether a later round has ended too: nobody waits for this one any more."""

    @property
    def month(self) -> int:
        return self.round.month

    @property
    def reported(self) -> int:
        """Of how many measures everybody has reported."""
        return len(self.asked) - len(self.missing)

    @property
    def done(self) -> bool:
        return bool(self.asked) and not self.missing

    @property
    def late(self) -> bool:
        """Whether results that are due have not come."""
        return bool(self.missing) and self.today > self.due and not self.past

    @property
    def ended(self) -> bool:
        """Whether the round is over, so that results can be asked for."""
        return self.today > self.end

    @property
    def count_words(self) -> str:
        """``รายงานแล้ว ๓ จาก ๑๒ มาตรการ``"""
        if not self.asked:
            return "ไม่มีมาตรการที่ต้องรายงานในรอบนี้"
        return to_thai(f"รายงานแล้ว {self.reported} จาก {len(self.asked)} มาตรการ")

    @property
    def due_words(self) -> str:
        """``กำหนดส่ง ๑๕ เมษายน ๒๕๖๙``"""
        return to_thai(f"กำหนดส่ง {format_date(self.due)}")

    @property
    def left_words(self) -> str:
        """``เหลืออีก ๑๒ วัน``, ``เลยกำหนด ๓ วัน``; that all has come where it has; nothing where
        nothing is asked for."""
        if not self.missing:
            return "ครบแล้ว" if self.asked else ""
        return "พ้นรอบแล้ว" if self.past else days_words(self.due, self.today)


def round_name(month: int) -> str:
    """``รอบ ๖ เดือน``"""
    return to_thai(f"รอบ {month} เดือน")


def days_words(due: date, today: date) -> str:
    """How many days there are to a day, or since it."""
    days = (due - today).days
    if days == 0:
        return "ครบกำหนดวันนี้"
    return to_thai(f"เหลืออีก {days} วัน" if days > 0 else f"เลยกำหนด {-days} วัน")


def round_states(snapshot: Snapshot, year: YearWork, today: date) -> tuple[RoundState, ...]:
    """Every round that the year uses, in its order."""
    look = _Look(snapshot, year, today)
    return tuple(look.state(one) for one in look.used)


def round_state(snapshot: Snapshot, year: YearWork, month: int, today: date) -> RoundState:
    """One round, used or not."""
    return _Look(snapshot, year, today).state(round_of(snapshot, year, month))


def is_missing(snapshot: Snapshot, measure: Measure, month: int, division_id: Id = "") -> bool:
    """Whether a round still waits for what a division, or any that is responsible, has to say."""
    if not asked_in(measure, month):
        return False
    report = report_of(snapshot, measure.id, month)
    asked = [one.id for one in divisions_of(snapshot, measure)]
    if division_id:
        return division_id in asked and not is_reported(measure, report, month, division_id)
    return any(not is_reported(measure, report, month, one) for one in asked or [""])


def place_of_report(snapshot: Snapshot, report_id: Id) -> tuple[Measure, int] | None:
    """The measure and the round that an id of a report stands for, in the file or not yet."""
    held = snapshot.find(report_id)
    if held is not None and not isinstance(held, RoundReport):
        return None
    return places_of_reports(snapshot).get(report_id)


def places_of_reports(snapshot: Snapshot) -> Mapping[Id, tuple[Measure, int]]:
    """The same of every id that a report of the file's measures has or would have."""
    found: dict[Id, tuple[Measure, int]] = {}
    for year in snapshot.years:
        months = [one.month for one in every_round(snapshot, year)]
        for measure in snapshot.measures(year.id):
            for month in months:
                found[RoundReport.key(measure.id, month)] = (measure, month)
    for report in snapshot.each(RoundReport):
        owner = snapshot.get(Measure, report.measure_id)
        if owner is not None:
            found[report.id] = (owner, report.month)
    return found


class _Look:
    """One year's work on one day, read once for all its rounds."""

    def __init__(self, snapshot: Snapshot, year: YearWork, today: date) -> None:
        self._year, self._today = year, today
        self.used = rounds_of(snapshot, year)
        self._divisions = snapshot.of(Division)
        responsibility = Responsibility(snapshot)
        self._measures = [(one, responsibility.of(one)) for one in snapshot.measures(year.id)]
        self._reports = {(one.measure_id, one.month): one for one in snapshot.each(RoundReport)}

    def state(self, one: ReportingRound) -> RoundState:
        """How far a round is."""
        month = one.month
        asked: list[Id] = []
        missing: list[Id] = []
        of_division: dict[Id, tuple[list[Id], list[Id]]] = {}
        for measure, divisions in self._measures:
            if not asked_in(measure, month):
                continue
            asked.append(measure.id)
            report = self._reports.get((measure.id, month))
            for division_id in [each.id for each in divisions] or [""]:
                theirs, waiting = of_division.setdefault(division_id, ([], []))
                theirs.append(measure.id)
                if not is_reported(measure, report, month, division_id):
                    waiting.append(measure.id)
                    if measure.id not in missing[-1:]:
                        missing.append(measure.id)
        states = tuple(
            DivisionState(each, tuple(found[0]), tuple(found[1]))
            for each in (*self._divisions, None)
            if (found := of_division.get(each.id if each else ""))
        )
        year = self._year
        later = (each.month for each in self.used if each.month > month)
        past = any(round_end(year.action_year, each) < self._today for each in later)
        days = (round_end(year.action_year, month), due_date(year, one), self._today)
        return RoundState(one, *days, tuple(asked), tuple(missing), states, past)
