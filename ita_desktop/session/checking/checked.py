"""What was found last, remembered as long as the records are the same ones."""

from __future__ import annotations

from ita_desktop.model.records import YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.checking.readiness import Readiness, readiness
from ita_desktop.session.checking.rows import FoundRow, found_rows


class Checked:
    """Checks a file for everyone who shows what was found; snapshots never change, so the newest
    answer is kept. Not safe for threads."""

    def __init__(self) -> None:
        self._about: tuple[Snapshot, YearWork] | None = None
        self._documents: tuple[Readiness, ...] = ()
        self._rows: tuple[FoundRow, ...] | None = None

    def documents(self, snapshot: Snapshot, year: YearWork) -> tuple[Readiness, ...]:
        """Every document of the year with what was found about it."""
        about = self._about
        if about is None or about[0] is not snapshot or about[1] != year:
            self._documents = readiness(snapshot, year)
            self._about, self._rows = (snapshot, year), None
        return self._documents

    def rows(self, snapshot: Snapshot, year: YearWork) -> tuple[FoundRow, ...]:
        """Every finding once, as lists show it."""
        documents = self.documents(snapshot, year)
        if self._rows is None:
            self._rows = found_rows(snapshot, year, documents)
        return self._rows
