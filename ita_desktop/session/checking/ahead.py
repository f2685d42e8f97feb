"""Reading the records of a large file one by one, before all of it is checked at once."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.checks.measures.repeats import same_results
from ita_desktop.checks.scores.catalogue import text_codes
from ita_desktop.checks.scores.stated_changes import stated_changes
from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.checks.texts.reading import text_findings
from ita_desktop.model.records import Measure, RoundReport, YearWork
from ita_desktop.model.scoring import scores_by_year
from ita_desktop.model.snapshot import Snapshot


def read_ahead(snapshot: Snapshot, year: YearWork, facts: TextFacts) -> Iterator[None]:
    """Read a year's measures and their reports, one of them at each step.

    What is found in them is remembered, so that the check of the whole file that follows is quick;
    it is the same whether this was gone through to the end, in part or not at all.
    """
    known = scores_by_year(snapshot)
    measures = snapshot.measures(year.id)
    held = {one.id for one in measures}
    reports = (one for one in snapshot.of(RoundReport) if one.measure_id in held)
    records: tuple[Measure | RoundReport, ...] = (*measures, *reports)
    for record in records:
        tuple(text_findings((record,), facts))
        stated_changes((record,), year, known)
        if isinstance(record, Measure):
            text_codes(snapshot, year, (record,))
            same_results((record,))
        yield
