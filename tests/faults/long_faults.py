"""The long form of the fault tests, with their counts.

    python -m tests.faults.long_faults [--kills 500] [--files 5000] [--acts 200] [--seed 7]

Killed while it writes, damaged files, any acts in any order. All else is as long in the short form
(``python -m pytest tests/faults``). Exit code 1 where anything was lost or went untold.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from ita_desktop.places import HOME_VARIABLE
from tests.faults import damaging, killing
from tests.faults.test_stateful_file import OfficeFile


def main() -> int:
    words = argparse.ArgumentParser(description="The fault tests at length, with counts.")
    words.add_argument("--kills", type=int, default=500)
    words.add_argument("--files", type=int, default=5000)
    words.add_argument("--acts", type=int, default=200, help="runs of twenty acts each")
    words.add_argument("--seed", type=int, default=7)
    chosen = words.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ[HOME_VARIABLE] = str(folder / "home")
        if chosen.kills:
            begun = time.monotonic()
            counts = asdict(killing.run(chosen.kills, chosen.seed, folder))
            bad += counts["corrupt"] + counts["lost"]
            bad += counts["rounds"] - counts["told_of_recovery"]
            _tell("killed while it edits", counts, begun)
        if chosen.files:
            begun = time.monotonic()
            told = damaging.run(chosen.files, chosen.seed, folder)
            bad += len(told["wrong"])  # type: ignore[arg-type]
            _tell("damaged files", told, begun)
        if chosen.acts:
            begun = time.monotonic()
            often = settings(
                max_examples=chosen.acts,
                stateful_step_count=20,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            )
            run_state_machine_as_test(OfficeFile, settings=often)
            _tell("any acts in any order", {"runs": chosen.acts, "failed": 0}, begun)
    return 1 if bad else 0


def _tell(title: str, counts: object, begun: float) -> None:
    print(f"== {title} ({time.monotonic() - begun:.0f} s)")
    print(json.dumps(counts, ensure_ascii=False, indent=1), flush=True)


if __name__ == "__main__":
    sys.exit(main())
