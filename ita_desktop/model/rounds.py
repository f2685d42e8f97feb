"""รอบการรายงาน of a year's work: when each ends and is due, and which measures it asks for."""

from __future__ import annotations

import calendar
import datetime

from ita_desktop.model.ids import Id
from ita_desktop.model.records import Measure, ReportingRound, RoundReport, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import AllDivisions, DivisionRef
from ita_desktop.thai.dates import fiscal_year_span

MONTHS = (3, 6, 9, 12)
"""Months of the fiscal year after which a round may end."""

LAST = 12
"""The month of the round that ends with the year: it asks for every measure."""

RESULTS = (
    "status",
    "status_reason",
    "results",
    "outputs",
    "outcomes",
    "recommendations",
    "note",
)
"""The fields of a report that tell what came of the measure."""


def every_round(snapshot: Snapshot, year: YearWork) -> tuple[ReportingRound, ...]:
    """Every round there may be in a year, used or not, as the file holds it or untouched."""
    held = {one.month: one for one in snapshot.of(ReportingRound) if one.year_id == year.id}
    months = sorted({*MONTHS, *held})
    return tuple(held.get(one) or ReportingRound.of(year.id, one) for one in months)


def rounds_of(snapshot: Snapshot, year: YearWork) -> tuple[ReportingRound, ...]:
    """The rounds that a year's work uses, in their order."""
    return tuple(one for one in every_round(snapshot, year) if one.used)


def round_of(snapshot: Snapshot, year: YearWork, month: int) -> ReportingRound:
    """The round after so many months, used or not."""
    fresh = ReportingRound.of(year.id, month)
    return snapshot.get(ReportingRound, fresh.id) or fresh


def round_end(action_year: int, month: int) -> datetime.date:
    """The last day of the round after so many months of a fiscal year (พ.ศ.): 1 October begins
    month 1, so that 6 months end on 31 March and 12 on 30 September."""
    first, _last = fiscal_year_span(action_year)
    months = first.month - 1 + max(month, 1) - 1
    year, number = first.year + months // 12, months % 12 + 1
    return datetime.date(year, number, calendar.monthrange(year, number)[1])


def due_date(year: YearWork, one: ReportingRound) -> datetime.date:
    """The day by which results are to be sent in."""
    if one.due is not None:
        return one.due
    return round_end(year.action_year, one.month) + datetime.timedelta(days=max(one.days, 0))


def says_something(report: RoundReport | None) -> bool:
    """Whether anything was reported."""
    return report is not None and any(getattr(report, name) for name in RESULTS)


def report_of(snapshot: Snapshot, measure_id: Id, month: int) -> RoundReport | None:
    """What was reported of a measure in a round, or None."""
    return snapshot.get(RoundReport, RoundReport.key(measure_id, month))


def reported_by(report: RoundReport | None, division_id: Id = "") -> bool:
    """Whether a division has reported; without a division, whether anybody has.

    A report that names nobody is everybody's.
    """
    if report is None or not says_something(report):
        return False
    if not report.reporters or not division_id:
        return True
    return any(
        isinstance(one, AllDivisions)
        or (isinstance(one, DivisionRef) and one.division_id == division_id)
        for one in report.reporters
    )


def is_reported(
    measure: Measure, report: RoundReport | None, month: int, division_id: Id = ""
) -> bool:
    """Whether a measure is reported in a round, by a division or by anybody.

    In the round that ends the year its own results are a report, where it has no other.
    """
    if month == LAST and not says_something(report):
        return bool(measure.results or measure.outcomes or measure.status_reason)
    return reported_by(report, division_id)


def asked_in(measure: Measure, month: int) -> bool:
    """Whether a round asks for a measure: the last one does for each, others for those that are
    monitored then, or of which the plan does not say when."""
    monitoring = measure.monitoring
    if month == LAST or not (monitoring.months or monitoring.quarterly):
        return True
    return month in monitoring.months or (monitoring.quarterly and month in MONTHS)


def carried_on(before: RoundReport, month: int) -> RoundReport:
    """A report that begins with all that an earlier one of the same measure says."""
    fresh = RoundReport.of(before.measure_id, month)
    values = {one: getattr(before, one) for one in RESULTS}
    return RoundReport(id=fresh.id, measure_id=fresh.measure_id, month=month, **values)
