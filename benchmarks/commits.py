"""What an edit costs on its way to the disk, and what the seal over the content adds to it.

    python benchmarks/commits.py [--measures 500] [--edits 1000]

Edits of one field are committed in turn with the seal and with it left out, so that a busy disk
slows both alike. Opening is timed too, with everything the file then holds read and compared.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import Measure
from ita_desktop.storage import office_file
from ita_desktop.storage.fingerprint import Digests
from ita_desktop.storage.sample import sample_pictures, sample_records
from ita_desktop.storage.store import Store, create_file, open_file

GOAL = 0.005
"""Seconds that the seal may add to a commit."""


def main() -> None:
    """Print medians in milliseconds."""
    parser = argparse.ArgumentParser(description="Time commits with and without the seal.")
    parser.add_argument("--measures", type=int, default=500)
    parser.add_argument("--edits", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.itadb"
        with closing(_office(path, given.measures)) as store:
            sealed, plain = _commits(store, given.edits)
        size = path.stat().st_size / 1e6
        print(f"{given.measures} measures, {2 * given.edits} edits, {size:.1f} MB; medians:")
        print(f"commit: {_ms(sealed)} with the seal, {_ms(plain)} without")
        print(f"the seal: {_ms([statistics.median(sealed) - statistics.median(plain)])}")
        print(f"goal: at most {1000 * GOAL:.0f} ms more")
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            open_file(path).close()
            times.append(time.perf_counter() - begun)
        print(f"opened, read and compared: {_ms(times)}")


def _office(path: Path, measures: int) -> Store:
    records = sample_records(lambda: str(uuid4()))
    known = [one for one in records if isinstance(one, Measure)]
    more = [replace(known[n % len(known)], id=str(uuid4())) for n in range(measures - len(known))]
    pictures = [(data, "image/jpeg") for data in sample_pictures()]
    return create_file(path, (*records, *more), attachments=pictures)


def _commits(store: Store, edits: int) -> tuple[list[float], list[float]]:
    measures = list(store.load().of(Measure))
    sealed: list[float] = []
    plain: list[float] = []
    parent = store.last_edit()
    for number in range(2 * edits):
        place = number * 7 % len(measures)
        before = measures[place]
        after = measures[place] = replace(before, note=f"ครั้งที่ {number}")
        edit = Edit("แก้ไข", (Change(before, after),))
        edit_id = str(uuid4())
        when = datetime.now(UTC)
        begun = time.perf_counter()
        if number % 2:
            store.commit(edit, edit_id=edit_id, parent=parent, who="", when=when)
            sealed.append(time.perf_counter() - begun)
        else:
            with _left_out():
                store.commit(edit, edit_id=edit_id, parent=parent, who="", when=when)
            plain.append(time.perf_counter() - begun)
            store._digests = None  # what was left out is made up for, outside the time
            store.accept(edit_id=str(uuid4()), parent=edit_id, who="", when=when)
        parent = edit_id
    return sealed, plain


@contextmanager
def _left_out() -> Iterator[None]:
    kept = office_file.seal, Digests.after
    office_file.seal = lambda *_: None  # type: ignore[assignment]
    Digests.after = lambda self, *_: self  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        office_file.seal, Digests.after = kept  # type: ignore[method-assign]


def _ms(times: list[float]) -> str:
    return f"{1000 * statistics.median(times):.2f} ms"


if __name__ == "__main__":
    main()
