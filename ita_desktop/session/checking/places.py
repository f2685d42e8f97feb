"""Where a finding stands, in words: the record and the field it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.record_names import RecordNames
from ita_desktop.model.catalogue import catalogue_of
from ita_desktop.model.fields import fields_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.ids import Id
from ita_desktop.model.records import (
    DocumentSetup,
    IssueAnalysis,
    Measure,
    Record,
    RoundReport,
    ScoreYear,
)
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.model.snapshot import Snapshot


def place_words(snapshot: Snapshot) -> Callable[[Finding], tuple[str, str]]:
    """Says of a finding what its record and its field are called; empty where it has none.

    A record that the file does not hold yet is called as it will be.
    """
    names = RecordNames(snapshot)
    fresh: dict[Id, Record] = {}

    def found(record_id: Id) -> Record | None:
        record = snapshot.find(record_id)
        if record is None and record_id and not fresh:
            fresh.update((one.id, one) for one in untouched(snapshot))
        return record or fresh.get(record_id)

    labels = {one.name: one.label for kind in DOCUMENTS for one in kind.all_wordings}

    def where(finding: Finding) -> tuple[str, str]:
        record = found(finding.record_id)
        if finding.field.startswith(OF_TEXT):
            field = labels.get(finding.field.removeprefix(OF_TEXT), "")
        else:
            declared = fields_of(type(record)) if record is not None else ()
            field = next((one.label for one in declared if one.name == finding.field), "")
        return (names.of(record) if record is not None else "", field)

    return where


def untouched(snapshot: Snapshot) -> Iterator[Record]:
    """Records that findings may be about before the file holds them: set-ups of documents, reports
    of the rounds that documents tell of, analyses, what was published of a year's scores."""
    months = {one.round for one in snapshot.of(DocumentSetup)} - {0}
    for measure in snapshot.of(Measure):
        for month in months:
            report = RoundReport.key(measure.id, month)
            yield RoundReport(id=report, measure_id=measure.id, month=month)
    for year in snapshot.years:
        yield ScoreYear.of(year.score_year)
        for kind in DOCUMENTS:
            yield DocumentSetup.of(year.id, kind.id)
        for issue in catalogue_of(snapshot, year.score_year).issues:
            yield IssueAnalysis.of(year.id, issue.number)
