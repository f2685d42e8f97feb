"""How long the window is away while an office file of many measures is opened.

    python benchmarks/opening.py [--measures 500]   (offscreen where there is no display)

A timer of 5 ms beats in the interface thread from before the file is opened until the status line
says what was found. Said are when the window stands with the file, when its findings are told, and
the longest gap between two beats until the one and from there to the other.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.checking import office_records

BEAT = 5
"""Milliseconds of the timer that looks for gaps."""

WATCHED = 6.0
"""Seconds for which the window is watched."""


def main() -> None:
    """Print when the window stands and tells what was found, and its longest gaps (ms)."""
    parser = argparse.ArgumentParser(description="Time the opening of a large file.")
    parser.add_argument("--measures", type=int, default=500)
    given = parser.parse_args()
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ITA_DESKTOP_HOME"] = str(Path(folder) / "home")
        from ita_desktop.storage.store import create_file

        path = Path(folder) / "office.itadb"
        create_file(path, office_records(given.measures)).close()
        _watch(path, given.measures)


def _watch(path: Path, measures: int) -> None:
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from ui.app import make_app
    from ui.settings import open_settings
    from ui.window import Window

    app = make_app([])
    window = Window(open_settings())
    window.resize(1366, 768)
    window.show()
    beats: list[float] = []
    moments: dict[str, float] = {}

    def beat() -> None:
        now = time.perf_counter()
        beats.append(now)
        if "stands" in moments and "told" not in moments and window.status is not None:
            words = window.status.findings.text()
            if words and "กำลัง" not in words:
                moments["told"] = now

    def open_file() -> None:
        moments["begun"] = time.perf_counter()
        window.open_path(path)
        app.processEvents()
        moments["stands"] = time.perf_counter()

    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.setInterval(BEAT)
    heart.timeout.connect(beat)
    heart.start()
    QTimer.singleShot(200, open_file)
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * WATCHED), loop.quit)
    loop.exec()
    begun, stands, told = (moments[one] for one in ("begun", "stands", "told"))
    print(
        f"{measures} measures: the window stands after {1000 * (stands - begun):.0f} ms, its"
        f" findings are told after {1000 * (told - begun):.0f} ms; longest gap from then on"
        f" {_longest([one for one in beats if one >= stands]):.0f} ms"
    )
    window.close()
    app.quit()


def _longest(beats: list[float]) -> float:
    """The longest time between two beats, in milliseconds."""
    return max((1000 * (b - a) for a, b in pairwise(beats)), default=0.0)


if __name__ == "__main__":
    main()
