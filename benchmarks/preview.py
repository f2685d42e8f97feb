"""How soon the new PDF is there after one edit in a report of thirty measures.

    python benchmarks/preview.py [--edits 20] [--layout ID]

The sample office, its measures repeated under changed texts. An edit goes the way of a real one:
session, file, snapshot, document, PDF. Warm means that the program has shown the report before.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ita_desktop.documents.build import setup_of
from ita_desktop.model.values import Item, Items
from ita_desktop.session.measures import duplicate_measure
from ita_desktop.session.opening import new_file, open_to_work
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.session import Session

DOCUMENT = "report"
MEASURES = 30
GOAL = 0.1
"""Seconds from an edit to the new PDF."""
_LISTS = ("steps", "results", "outputs", "outcomes", "recommendations")
"""Fields whose texts a repeated measure changes."""


def main() -> None:
    """Print the time of the first PDF, and the median of those after edits."""
    parser = argparse.ArgumentParser(description="Time the preview after an edit.")
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--layout", default="", help="the document's first by default")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = new_file(Path(folder) / "office", new_id=lambda: str(uuid4()), sample=True)
        session = open_to_work(path)
        try:
            _measure(session, given.edits, given.layout)
        finally:
            session.close()


def _measure(session: Session, edits: int, layout: str) -> None:
    year = session.year()
    _repeat(session)
    session.flush()
    renderer = Renderer(lambda _digest: None)

    def pdf() -> tuple[float, int]:
        """Seconds and pages."""
        setup = setup_of(session.snapshot, year, DOCUMENT)
        setup = replace(setup, layout=layout) if layout else setup
        begun = time.perf_counter()
        pages = renderer.pdf(session.request(year, DOCUMENT, setup)).pages
        return time.perf_counter() - begun, pages

    begun = time.perf_counter()
    renderer.warm()
    loading = time.perf_counter() - begun
    first, pages = pdf()
    times = []
    for number in range(edits):
        measures = session.snapshot.measures(year.id)
        measure = measures[number * 7 % len(measures)]
        begun = time.perf_counter()
        session.change(measure, results=_altered(measure.results, f"แก้ไขครั้งที่ {number + 1}"))
        changing = time.perf_counter() - begun
        seconds, pages = pdf()
        times.append(changing + seconds)
    median = statistics.median(times)
    print(f"{len(session.snapshot.measures(year.id))} measures, {pages} pages")
    print(f"cold: fonts and words {loading * 1000:.0f} ms, first PDF {first * 1000:.0f} ms")
    print(
        f"warm, {edits} edits: median {median * 1000:.0f} ms, from {min(times) * 1000:.0f} "
        f"to {max(times) * 1000:.0f} ms (goal {GOAL * 1000:.0f} ms: "
        f"{median / GOAL:.2f} of it)"
    )


def _repeat(session: Session) -> None:
    """Make the sample's measures thirty, no two of the same text."""
    year = session.year()
    own = session.snapshot.measures(year.id)
    for number in range(len(own), MEASURES):
        copy = duplicate_measure(session, own[number % len(own)])
        words = f"ลำดับที่ {number + 1}"
        texts = {name: _altered(getattr(copy, name), words) for name in _LISTS}
        session.change(copy, title=f"{copy.title} {words}", **texts)


def _altered(items: Items, words: str) -> Items:
    """The list with words added to each of its items, inner ones too."""
    return tuple(Item(f"{item.text} {words}", _altered(item.items, words)) for item in items)


if __name__ == "__main__":
    main()
