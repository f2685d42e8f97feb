"""A file read ahead, record by record: what is found in it stays the same."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.model.records import Measure
from ita_desktop.session.checking.ahead import read_ahead
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.session.checking.texts import text_facts
from ita_desktop.storage.sample import sample_records
from tests.aids.small_office import office_session


def test_reading_ahead_changes_nothing(tmp_path: Path) -> None:
    ids = (f"s{number}" for number in range(10_000))
    session = office_session(tmp_path, sample_records(lambda: next(ids)))
    snapshot = session.snapshot
    [year] = snapshot.years
    steps = read_ahead(snapshot, year, text_facts(snapshot, year))
    next(steps)  # left in the middle
    found = readiness(snapshot, year)
    rest = list(steps)
    assert len(rest) + 1 >= len([one for one in snapshot.of(Measure) if one.year_id == year.id])
    assert readiness(snapshot, year) == found
    session.close()
