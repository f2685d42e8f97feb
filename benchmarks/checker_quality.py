"""How well the checker does on mistakes that were not made for it: caught, missed, without cause.

python benchmarks/checker_quality.py [--seed 1] [--each 6] [--words]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.checks.supervisor.measure import Quality, lines, records, sentences, slips


def main() -> None:
    """Print a table by kind of mistake for sentences, slips of the hand and records."""
    parser = argparse.ArgumentParser(description="Measure the checker's precision and recall.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=6, help="how many of each kind in each office")
    parser.add_argument("--words", action="store_true", help="tell what was missed or false")
    given = parser.parse_args()
    for title, quality in (
        ("sentences", sentences()),
        ("slips of the hand", slips(given.seed, given.each)),
        ("records", records(given.seed, given.each)),
    ):
        print(f"\n{title}", *lines(quality), sep="\n")
        if given.words:
            _tell(quality)


def _tell(quality: Quality) -> None:
    for kind, tally in quality.kinds.items():
        for words in tally.missed:
            print(f"  missed {kind}: {words}")
        for words in tally.false:
            print(f"  false {kind}: {words}")


if __name__ == "__main__":
    main()
