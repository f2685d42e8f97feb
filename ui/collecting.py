"""Collects Python's cyclic garbage in the interface thread only.

Windows hang together in circles (a widget, the function its signal calls, the widget again), so it
is the cyclic collector that lets them go. By itself it runs in whatever thread makes objects, a
rendering one as well, and a widget that goes in another thread than its own takes the program with
it: Qt's rule is that widgets belong to the interface thread (https://doc.qt.io/qt-6/thread-basics.html).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 250
"""Milliseconds between two looks at whether anything is due."""


def collect_due() -> int:
    """Collect the oldest generation that is due, as Python's own collector would; how much went.

    To be called in the interface thread, after ``gc.disable()``.
    """
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            return gc.collect(generation)
    return 0


class Collector(QObject):
    """Takes over from Python's own collector for as long as its parent lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(PAUSE)
