"""What is found in free texts, and which documents it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.checks.texts.measures import repeated_measures
from ita_desktop.checks.texts.reading import text_findings
from ita_desktop.documents.build import setup_of
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import (
    Evidence,
    IssueAnalysis,
    Measure,
    OwnWording,
    Record,
    RoundReport,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.leaving import parted


def text_checks(
    snapshot: Snapshot, year: YearWork
) -> Callable[[DocumentKind], tuple[Finding, ...]]:
    """What was found in the texts of a document; those of measures are read once for all."""
    facts = TextFacts.of(snapshot.office, year)
    measures = snapshot.measures(year.id)
    held = {one.id for one in measures}
    reports = [one for one in snapshot.of(RoundReport) if one.measure_id in held]
    of_plan = (*text_findings(measures, facts), *repeated_measures(measures))
    of_reports = tuple(text_findings(reports, facts))

    def about(kind: DocumentKind) -> tuple[Finding, ...]:
        found: list[Finding] = list(text_findings(_own(snapshot, year, kind), facts))
        if kind.paper:
            found += of_plan
        if kind.needs == "report":
            found += of_reports
        return tuple(found)

    return about


def measure_texts(snapshot: Snapshot, year: YearWork, measure: Measure) -> tuple[Finding, ...]:
    """What is found in the texts of one measure and was not left as it is: for its form."""
    facts = TextFacts.of(snapshot.office, year)
    return parted(snapshot, text_findings((measure,), facts))[0]


def report_texts(snapshot: Snapshot, year: YearWork, report: RoundReport) -> tuple[Finding, ...]:
    """The same of the report of one round."""
    facts = TextFacts.of(snapshot.office, year)
    return parted(snapshot, text_findings((report,), facts))[0]


def _own(snapshot: Snapshot, year: YearWork, kind: DocumentKind) -> Iterator[Record]:
    """What a document has of its own that holds texts: wordings, analyses, captions."""
    setup = setup_of(snapshot, year, kind.id)
    said = {one.name for one in setup.texts}
    printed = {one.name for one in kind.all_wordings if one.printed(setup)} - said
    if setup.texts:
        yield setup
    for own in snapshot.of(OwnWording):
        if own.name in printed:
            yield own
    if kind.id == "analysis":
        yield from (one for one in snapshot.of(IssueAnalysis) if one.year_id == year.id)
    if kind.needs == "evidence":
        yield from (one for one in snapshot.of(Evidence) if one.year_id == year.id)
