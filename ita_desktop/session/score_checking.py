"""What is found about scores, analyses and codes, and which documents it concerns."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.checks.analysis import analysis_findings, without_measure
from ita_desktop.checks.catalogue import analysis_codes, catalogue_findings, measure_codes
from ita_desktop.checks.completeness import office_findings
from ita_desktop.checks.scores import missing_for_wordings, missing_scores, score_findings
from ita_desktop.checks.stated_changes import stated_changes
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import YearWork
from ita_desktop.model.scoring import scores_by_year, scores_of
from ita_desktop.model.snapshot import Snapshot

OWN_NEEDS = ("scores", "analysis")
"""What the documents need that are about scores, not about measures."""


def score_checks(
    snapshot: Snapshot, year: YearWork
) -> Callable[[DocumentKind], tuple[Finding, ...]]:
    """For each document what was found; looked for once for all of them."""
    known = scores_by_year(snapshot)
    scores = known.get(year.score_year) or scores_of(snapshot, year.score_year)
    of_scores = (*missing_scores(scores), *score_findings(snapshot, year, known))
    of_analysis = (
        *analysis_findings(snapshot, year, scores),
        *analysis_codes(snapshot, year),
        *catalogue_findings(snapshot, year.score_year),
    )
    of_plan = without_measure(snapshot, year, scores)
    of_measures = (*measure_codes(snapshot, year), *stated_changes(snapshot, year, known))

    def about(kind: DocumentKind) -> tuple[Finding, ...]:
        named = missing_for_wordings(snapshot, year, kind, scores)
        match kind.needs:
            case "scores":
                found = (*office_findings(snapshot), *of_scores, *named)
            case "analysis":
                found = (*office_findings(snapshot), *of_analysis, *of_plan, *named)
            case "plan":
                found = (*of_measures, *of_plan, *named)
            case "report":
                found = (*of_measures, *named)
            case _:
                found = named
        return tuple(dict.fromkeys(found))

    return about
