"""What is found about scores, analyses and codes, and which documents it concerns."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.checks.scores.analysis import analysis_findings, without_measure
from ita_desktop.checks.scores.catalogue import analysis_codes, catalogue_findings, measure_codes
from ita_desktop.checks.scores.stated_changes import stated_changes
from ita_desktop.checks.scores.stated_scores import stated_scores
from ita_desktop.checks.scores.sums import missing_for_wordings, missing_scores, score_findings
from ita_desktop.documents.build import kind_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import RoundReport, YearWork
from ita_desktop.model.scoring import scores_by_year, scores_of
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.checking.texts import printed_texts


def score_checks(snapshot: Snapshot, year: YearWork) -> Callable[[str], tuple[Finding, ...]]:
    """What was found about a document, by its id; looked for once for all of them."""
    known = scores_by_year(snapshot)
    scores = known.get(year.score_year) or scores_of(snapshot, year.score_year)
    of_plan = without_measure(snapshot, year, scores)
    measures = snapshot.measures(year.id)
    of_measures = (*measure_codes(snapshot, year), *stated_changes(measures, year, known))
    held = {one.id for one in measures}
    reports = [one for one in snapshot.each(RoundReport) if one.measure_id in held]
    of_reports = stated_changes(reports, year, known)
    by_document = {
        "scores": (*missing_scores(scores), *score_findings(snapshot, year, known)),
        "analysis": (
            *analysis_findings(snapshot, year, scores),
            *analysis_codes(snapshot, year),
            *catalogue_findings(snapshot, year.score_year),
            *of_plan,
        ),
        "plan": (*of_measures, *of_plan),
        "report": (*of_measures, *of_reports),
    }

    def about(document_id: str) -> tuple[Finding, ...]:
        kind = kind_of(document_id)
        named = missing_for_wordings(snapshot, year, kind, scores)
        texts = tuple(printed_texts(snapshot, year, kind))
        stated = (
            *stated_changes(texts, year, known),
            *stated_scores(texts, known, year.score_year),
        )
        return tuple(dict.fromkeys((*by_document.get(document_id, ()), *named, *stated)))

    return about
