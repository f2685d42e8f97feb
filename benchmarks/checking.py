"""What checking a whole file costs: all of it the first time, and again after one edit.

python benchmarks/checking.py [--measures 500] [--edits 20]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import Measure, Record
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import Items
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.storage.sample import sample_records
from ita_desktop.thai.digits import to_thai

GOAL = 0.05
"""Seconds that checking may take after one edit."""


def main() -> None:
    """Print the first check and the median of those after an edit, in milliseconds."""
    parser = argparse.ArgumentParser(description="Time the checks of a whole file.")
    parser.add_argument("--measures", type=int, default=500)
    parser.add_argument("--edits", type=int, default=20)
    given = parser.parse_args()
    snapshot = snapshot_of(office_records(given.measures))
    [year] = snapshot.years
    first = _timed(snapshot)
    again = []
    for measure in snapshot.measures(year.id)[: given.edits]:
        changed = replace(measure, title=f"{measure.title} ใหม่")
        snapshot = snapshot.after(Edit("แก้ไข", (Change(measure, changed),)))
        again.append(_timed(snapshot))
    print(f"{given.measures} measures: first {1000 * first:.0f} ms,", end=" ")
    print(f"after one edit {1000 * statistics.median(again):.0f} ms (goal {1000 * GOAL:.0f})")


def _timed(snapshot: Snapshot) -> float:
    [year] = snapshot.years
    begun = time.perf_counter()
    readiness(snapshot, year)
    return time.perf_counter() - begun


def office_records(wanted: int) -> tuple[Record, ...]:
    """The sample office with that many measures, no two with the same texts."""
    records = sample_records(lambda: str(uuid4()))
    measures = [one for one in records if isinstance(one, Measure)]
    for number in range(len(measures), wanted):
        model = measures[number % len(measures)]
        fresh = replace(
            model,
            id=str(uuid4()),
            rank=f"{model.rank}{number:05}",
            title=f"{model.title} {to_thai(str(number))}",
            sub_measures=_numbered(model.sub_measures, number),
            steps=_numbered(model.steps, number),
            results=_numbered(model.results, number),
            outcomes=_numbered(model.outcomes, number),
        )
        measures.append(fresh)
    return (*(one for one in records if not isinstance(one, Measure)), *measures)


def _numbered(items: Items, number: int) -> Items:
    return tuple(replace(one, text=f"{one.text} ครั้งที่ {to_thai(str(number))}") for one in items)


if __name__ == "__main__":
    main()
