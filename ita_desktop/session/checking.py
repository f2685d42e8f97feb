"""What is still missing, by document: the checks put together for whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.checks.completeness import missing_for, office_findings
from ita_desktop.checks.layouts import used_layout_findings
from ita_desktop.checks.readings import timeline_outside_year, unread
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.score_checking import OWN_DOCUMENTS, score_checks


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far one document is: everything found about it, in form order."""

    kind: DocumentKind
    findings: tuple[Finding, ...]

    @property
    def missing(self) -> int:
        """How many findings must be mended before it can be signed."""
        return sum(one.severity is Severity.MUST_MEND for one in self.findings)

    @property
    def ready(self) -> bool:
        return self.missing == 0


def readiness(snapshot: Snapshot, year: YearWork) -> tuple[Readiness, ...]:
    """Every document of the year with what was found about it."""
    read = (*unread(snapshot, year), *timeline_outside_year(snapshot, year))
    of_scores = score_checks(snapshot, year)
    return tuple(
        Readiness(
            kind,
            (*office_findings(snapshot), *of_scores(kind.id))
            if kind.id in OWN_DOCUMENTS
            else (
                *missing_for(snapshot, year, kind.needs),
                *read,
                *used_layout_findings(snapshot, year, kind.id),
                *of_scores(kind.id),
            ),
        )
        for kind in DOCUMENTS
    )


def all_findings(documents: tuple[Readiness, ...]) -> tuple[Finding, ...]:
    """Everything found about any document, each once, in form order."""
    return tuple(dict.fromkeys(finding for one in documents for finding in one.findings))
