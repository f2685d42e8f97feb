"""What was planned and not reported, reported and not planned, or reported at a strange time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ita_desktop.checks.noting import noted
from ita_desktop.checks.papers.dates import plausible
from ita_desktop.checks.texts.measures import outcome_only_rounds
from ita_desktop.documents.build import setup_of
from ita_desktop.documents.kinds import Stage
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Measure, RoundReport, YearWork
from ita_desktop.model.rounds import LAST, MONTHS, asked_in, round_end, says_something
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Monitoring, Status
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.lists import joined

_EARLY = datetime.timedelta(days=31)
"""How long before a round ends offices begin to report it."""

_MOST_LEFT = 0.5
"""The share of measures that may miss in a round before it is taken as not begun."""


def reporting_findings(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """Measures and their reports of rounds, held against each other."""
    measures = snapshot.measures(year.id)
    held: dict[str, list[RoundReport]] = {}
    for report in snapshot.each(RoundReport):
        held.setdefault(report.measure_id, []).append(report)
    reports = {one.id: sorted(held.get(one.id, ()), key=lambda two: two.month) for one in measures}
    return (
        *(finding for one in measures for finding in _contradicts(one)),
        *(
            finding
            for measure in measures
            for report in reports[measure.id]
            for finding in report_findings(report, measure, year)
        ),
        *_left_out(snapshot, year, measures, reports),
    )


def _contradicts(measure: Measure) -> Iterator[Finding]:
    """Results of what is said not to have begun."""
    if measure.status is Status.NOT_STARTED and (measure.results or measure.outcomes):
        yield noted(
            Severity.LOOK_AT,
            "results-not-begun",
            f"สถานะเป็น “{Status.NOT_STARTED.label}” แต่มีผลการดำเนินการแล้ว",
            "แก้สถานะให้ตรงกับผล หรือลบผลที่ไม่ใช่ของปีนี้",
            measure.id,
            "status",
        )


def report_findings(report: RoundReport, measure: Measure, year: YearWork) -> Iterator[Finding]:
    """What is strange about one report of a round."""
    yield from outcome_only_rounds(report)
    if report.status is Status.CANNOT and not report.status_reason.strip():
        yield noted(
            Severity.MUST_MEND,
            "cannot-without-reason",
            "ยังไม่ได้ให้เหตุผลที่ไม่สามารถดำเนินการได้",
            "พิมพ์เหตุผลไว้ใต้สถานะของรอบนี้",
            report.id,
            "status_reason",
        )
    if not asked_in(measure, report.month) and says_something(report):
        yield noted(
            Severity.LOOK_AT,
            "round-not-planned",
            f"มีรายงานรอบ {report.month} เดือน แต่มาตรการกำหนดติดตามรอบ"
            f" {_planned(measure.monitoring)} เดือน",
            "ตรวจรอบของรายงาน หรือเพิ่มรอบนี้ในการกำกับติดตาม",
            report.id,
            "month",
        )
    yield from _reported(report, year)


def _reported(report: RoundReport, year: YearWork) -> Iterator[Finding]:
    """A day of reporting that is not of this year, or long before the round has ended."""
    if report.reported is None:
        return
    first, last = plausible(year.action_year, Stage.END)
    day, end = report.reported, round_end(year.action_year, report.month)
    if not first <= day <= last:
        yield noted(
            Severity.LOOK_AT,
            "date-outside-year",
            f"รายงานเมื่อ {format_date(day)} ไม่น่าเป็นรายงานของปีงบประมาณ พ.ศ. {year.action_year}",
            f"ตรวจปีของวันที่ ควรอยู่ระหว่าง {format_date(first)} ถึง {format_date(last)}",
            report.id,
            "reported",
        )
    elif day < end - _EARLY:
        yield noted(
            Severity.LOOK_AT,
            "reported-before-round",
            f"รายงานเมื่อ {format_date(day)} แต่รอบ {report.month} เดือน สิ้นสุด {format_date(end)}",
            "ตรวจวันที่รายงานและรอบของรายงาน",
            report.id,
            "reported",
        )


def _left_out(
    snapshot: Snapshot,
    year: YearWork,
    measures: tuple[Measure, ...],
    reports: dict[str, list[RoundReport]],
) -> Iterator[Finding]:
    """Measures without a report of a round that most have reported; of the round that the document
    tells of itself, what is missing is asked for elsewhere."""
    chosen = setup_of(snapshot, year, "report").round
    for month in MONTHS:
        due = [one for one in measures if asked_in(one, month)]
        left = [one for one in due if not _has_reported(one, month, reports[one.id])]
        there = len(due) - len(left)
        if month == chosen or not there or len(left) >= _MOST_LEFT * len(due):
            continue
        if not any(two.month == month for one in due for two in reports[one.id]):
            continue
        for measure in left:
            yield noted(
                Severity.LOOK_AT,
                "round-not-reported",
                f"ยังไม่มีรายงานรอบ {month} เดือน ทั้งที่รายงานแล้ว {there} จาก {len(due)} มาตรการ",
                f"เพิ่มรายงานรอบ {month} เดือนของมาตรการนี้ หรือแก้การกำกับติดตาม",
                measure.id,
                "monitoring",
            )


def _has_reported(measure: Measure, month: int, reports: list[RoundReport]) -> bool:
    """Whether a measure has its report of a round; the last one may stand in the measure itself."""
    if month == LAST and measure.status is not None:
        return True
    return any(one.month == month and says_something(one) for one in reports)


def _planned(monitoring: Monitoring) -> str:
    quarters = MONTHS if monitoring.quarterly else ()
    return joined([str(one) for one in sorted({*monitoring.months, *quarters})])
