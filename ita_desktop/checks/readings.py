"""What was typed and could not be read: timelines and references, each with its suggestion."""

from __future__ import annotations

from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import UnreadReference
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timelines import Unread


def unread(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """Every unread timeline and reference of one year's measures."""
    return tuple(
        finding
        for measure in snapshot.measures(year.id)
        for finding in (*_timeline(measure, year), *_references(measure, year))
    )


def _timeline(measure: Measure, year: YearWork) -> tuple[Finding, ...]:
    if not isinstance(measure.timeline, Unread):
        return ()
    reading = read_timeline(measure.timeline.text, year.action_year)
    remedy = f"อาจหมายถึง {' หรือ '.join(reading.suggestions)}" if reading.suggestions else ""
    return (
        Finding(
            Severity.MUST_MEND,
            "unread-timeline",
            reading.problem,
            remedy,
            measure.id,
            "timeline",
        ),
    )


def _references(measure: Measure, year: YearWork) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    for reference in measure.references:
        if isinstance(reference, UnreadReference):
            reading = read_references(reference.text, year.score_year)
            findings.extend(
                Finding(
                    Severity.LOOK_AT,
                    "unread-reference",
                    problem.problem,
                    f"อาจหมายถึง {problem.suggestion}" if problem.suggestion else "",
                    measure.id,
                    "references",
                )
                for problem in reading.problems
            )
    return tuple(findings)
