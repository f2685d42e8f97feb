"""What is found in free texts, and which documents it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ita_desktop.checks.measures.readings import unread_in
from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.checks.texts.measures import repeated_measures
from ita_desktop.checks.texts.reading import text_findings, typed_findings
from ita_desktop.documents.build import kind_of, setup_of
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.findings import Finding
from ita_desktop.model.own_fields import own_fields
from ita_desktop.model.records import (
    Division,
    DocumentSetup,
    Evidence,
    IssueAnalysis,
    Measure,
    Office,
    OwnWording,
    Person,
    Position,
    Record,
    RoundReport,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.checking.leaving import parted

_TYPED = (
    *(Measure, RoundReport, IssueAnalysis, Evidence),
    *(Office, Division, Position, Person, DocumentSetup, ScoreYear),
)
"""Kinds of record whose forms are read as they are typed."""


def text_checks(
    snapshot: Snapshot, year: YearWork
) -> Callable[[DocumentKind], tuple[Finding, ...]]:
    """What was found in the texts of a document; those of measures are read once for all."""
    facts = text_facts(snapshot, year)
    measures = snapshot.measures(year.id)
    held = {one.id for one in measures}
    reports = [one for one in snapshot.of(RoundReport) if one.measure_id in held]
    of_plan = (*text_findings(measures, facts), *repeated_measures(measures))
    of_reports = tuple(text_findings(reports, facts))

    def about(kind: DocumentKind) -> tuple[Finding, ...]:
        found: list[Finding] = list(text_findings(printed_texts(snapshot, year, kind), facts))
        if kind.paper:
            found += of_plan
        if kind.needs == "report":
            found += of_reports
        return tuple(found)

    return about


def typed_texts(
    snapshot: Snapshot, year: YearWork, record: Record
) -> tuple[tuple[str, Finding], ...]:
    """What is found in the texts of one record as they stand in its form, saved or not, and was
    not left as it is; each with the name of the field of the form. The form of a document shows
    what the office says every year too."""
    if not isinstance(record, _TYPED):
        return ()
    facts = text_facts(snapshot, year)
    found = [(one.field, one) for one in typed_findings(record, facts)]
    if isinstance(record, Measure):
        found += ((one.field, one) for one in unread_in(record, year, own_fields(snapshot)))
    if isinstance(record, DocumentSetup):
        said = {one.name for one in record.texts}
        printed = {one.name for one in kind_of(record.document).all_wordings} - said
        for own in snapshot.of(OwnWording):
            if own.name in printed:
                found += ((f"{OF_TEXT}{own.name}", one) for one in typed_findings(own, facts))
    left = set(parted(snapshot, (one for _, one in found))[1])
    return tuple((field, one) for field, one in found if one not in left)


def text_facts(snapshot: Snapshot, year: YearWork) -> TextFacts:
    """What the texts of a year's work are held against."""
    return TextFacts.of(snapshot.office, year, (one.name for one in snapshot.of(Division)))


def printed_texts(snapshot: Snapshot, year: YearWork, kind: DocumentKind) -> Iterator[Record]:
    """The records whose texts a document prints beside measures: wordings, analyses, captions."""
    setup = setup_of(snapshot, year, kind.id)
    said = {one.name for one in setup.texts}
    printed = {one.name for one in kind.all_wordings if one.printed(setup)} - said
    yield setup
    for own in snapshot.of(OwnWording):
        if own.name in printed:
            yield own
    yield from _registers(snapshot, kind)
    if kind.id == "scores":
        yield from (one for one in snapshot.of(ScoreYear) if one.year == year.score_year)
    if kind.id == "analysis":
        yield from (one for one in snapshot.of(IssueAnalysis) if one.year_id == year.id)
    if kind.needs == "evidence":
        yield from (one for one in snapshot.of(Evidence) if one.year_id == year.id)


def _registers(snapshot: Snapshot, kind: DocumentKind) -> Iterator[Record]:
    """The office, and for documents that people sign or divisions answer for, their registers."""
    yield from snapshot.of(Office)
    if kind.paper or not {"signers", "division_id"}.isdisjoint(kind.options):
        for register in (Division, Position, Person):
            yield from snapshot.of(register)
