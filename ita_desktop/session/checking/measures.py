"""What is found by holding measures against registers, reports and each other, by document."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.checks.measures.parties import responsible_findings
from ita_desktop.checks.measures.repeats import repeats_measure, same_results
from ita_desktop.checks.measures.reporting import reporting_findings
from ita_desktop.checks.scores.catalogue import text_codes
from ita_desktop.checks.texts.measures import asked, questions_as_measures
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.catalogue import tool_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import CatalogueItem, Measure, RoundReport, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool


def measure_checks(
    snapshot: Snapshot, year: YearWork
) -> Callable[[DocumentKind], tuple[Finding, ...]]:
    """What was found of a document; looked for once for all of them."""
    measures = snapshot.measures(year.id)
    of_both = (
        *responsible_findings(snapshot, year),
        *questions_as_measures(measures, _questions(snapshot)),
        *text_codes(snapshot, year, measures),
    )
    of_report = (
        *reporting_findings(snapshot, year),
        *same_results(measures),
        *_repeating_reports(snapshot, year),
    )

    def about(kind: DocumentKind) -> tuple[Finding, ...]:
        if not kind.paper:
            return ()
        return (*of_both, *of_report) if kind.needs == "report" else of_both

    return about


def _questions(snapshot: Snapshot) -> dict[str, str]:
    """The codes of all questions of the surveys that the file knows, by their words."""
    return {
        asked(item.words): item.code
        for item in snapshot.each(CatalogueItem)
        if item.words and tool_of(item.code) in (Tool.IIT, Tool.EIT)
    }


def _repeating_reports(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """Reports of rounds that only say again what their measure plans."""
    held = ((one, snapshot.get(Measure, one.measure_id)) for one in snapshot.each(RoundReport))
    return tuple(
        finding
        for report, measure in held
        if measure is not None and measure.year_id == year.id
        for finding in repeats_measure(report, measure)
    )
