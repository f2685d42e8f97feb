"""The order of a year's evidence: the same on the paper and on the screen."""

from __future__ import annotations

from ita_desktop.model.ids import Id
from ita_desktop.model.records import Evidence
from ita_desktop.model.snapshot import Snapshot


def evidence_of(snapshot: Snapshot, year_id: Id) -> tuple[Evidence, ...]:
    """The year's pictures: those of no measure first, then by measure, each as ordered."""
    places = {one.id: place for place, one in enumerate(snapshot.measures(year_id))}
    found = [one for one in snapshot.of(Evidence) if one.year_id == year_id]
    return tuple(sorted(found, key=lambda one: places.get(one.measure_id, -1)))
