"""The first look through a large file: done bit by bit, so that its window stands meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.model.records import YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.checking.ahead import read_ahead
from ita_desktop.session.checking.texts import text_facts

_MANY = 100
"""Measures from which a file is large: fewer are checked before anybody sees the window wait."""

_AT_ONCE = 0.02
"""Seconds of reading before the window gets its turn."""

_PAUSE = 1
"""Milliseconds between: input and painting come first."""


class FirstLook(QObject):
    """Reads a file ahead in the interface thread; ``done`` when nothing is left to read.

    It is wanted again where the office or the year becomes another, and all texts are held against
    that.
    """

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: TextFacts | None = None
        self._left: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """Whether there is something left to read."""
        return self._left is not None

    def look(self, snapshot: Snapshot, year: YearWork) -> None:
        """Begin to read a large file, unless it was read against the same facts."""
        facts = text_facts(snapshot, year)
        if facts == self._facts:
            return
        self._facts = facts
        many = len(snapshot.measures(year.id)) >= _MANY
        self._left = read_ahead(snapshot, year, facts) if many else None
        if many:
            self._timer.start()

    def stop(self) -> None:
        """Leave what is not read yet."""
        self._left = None
        self._timer.stop()

    def _go_on(self) -> None:
        if self._left is None:
            return
        end = time.monotonic() + _AT_ONCE
        for _record in self._left:
            if time.monotonic() >= end:
                self._timer.start()
                return
        self._left = None
        self.done.emit()
