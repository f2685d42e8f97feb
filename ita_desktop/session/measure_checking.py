"""What is found by holding measures against registers, reports and each other, by document."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.checks.parties import responsible_findings
from ita_desktop.checks.repeats import repeats_measure, same_results
from ita_desktop.checks.reporting import reporting_findings
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import Measure, RoundReport, YearWork
from ita_desktop.model.snapshot import Snapshot


def measure_checks(
    snapshot: Snapshot, year: YearWork
) -> Callable[[DocumentKind], tuple[Finding, ...]]:
    """What was found of a document; looked for once for all of them."""
    responsible = responsible_findings(snapshot, year)
    of_report = (
        *reporting_findings(snapshot, year),
        *same_results(snapshot.measures(year.id)),
        *_repeating_reports(snapshot, year),
    )

    def about(kind: DocumentKind) -> tuple[Finding, ...]:
        if not kind.paper:
            return ()
        return (*responsible, *of_report) if kind.needs == "report" else responsible

    return about


def _repeating_reports(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """Reports of rounds that only say again what their measure plans."""
    held = ((one, snapshot.get(Measure, one.measure_id)) for one in snapshot.each(RoundReport))
    return tuple(
        finding
        for report, measure in held
        if measure is not None and measure.year_id == year.id
        for finding in repeats_measure(report, measure)
    )
