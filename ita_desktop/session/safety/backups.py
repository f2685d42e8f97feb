"""Backups of the open file: on a timer while there are changes, before bulk acts, on closing.

A backup that fails is a value to show, never an exception, and stops no work. The window calls
:meth:`Backups.tick`; import, merge and restore call :meth:`Backups.before`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event, Lock, Thread

from ita_desktop.errors import UserError
from ita_desktop.places import backup_folder
from ita_desktop.session.saving import unforeseen
from ita_desktop.session.session import Session
from ita_desktop.storage import backups as disk
from ita_desktop.storage.backup_names import Backup, Reason
from ita_desktop.storage.faults import MissingFileError, changed, explain_system
from ita_desktop.storage.seal import Changed

EVERY = 15 * 60.0
"""Seconds between two backups by the timer, while something changed."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where backups go. ``usual`` is None where this computer has no folder for them."""

    usual: Path | None
    second: Path | None = None

    @property
    def all(self) -> tuple[Path, ...]:
        return tuple(place for place in (self.usual, self.second) if place is not None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a backup went. ``made`` is where it was kept, the usual place first.

    ``problems`` tell of each place that took none; ``second_away`` that the second place is not
    there just now (a stick that is not plugged in), which is no problem. ``doubt`` says that what
    was backed up is not what the program wrote: the file itself is damaged or was changed.
    """

    reason: Reason
    made: tuple[Backup, ...] = ()
    problems: tuple[UserError, ...] = ()
    second_away: bool = False
    doubt: UserError | None = None

    @property
    def good(self) -> bool:
        """There is a backup, and it can be relied on."""
        return bool(self.made) and self.doubt is None


def usual_places(second: Path | None = None) -> Places:
    """The folder for backups on this computer, and the second place of the clerk's choice."""
    try:
        return Places(backup_folder(), second)
    except OSError:
        return Places(None, second)


def make_backup(
    file: Path,
    places: Places,
    reason: Reason,
    now: datetime,
    between_edits: Callable[[Callable[[], disk.Taken]], disk.Taken] = lambda job: job(),
) -> Outcome:
    """Back a file up in every place that takes it. Raises nothing.

    The file is read once, by ``between_edits``; other places get what was read.
    """
    first: disk.Taken | None = None
    made: list[Backup] = []
    problems: list[UserError] = []
    away = False
    if places.usual is None:
        problems.append(_no_folder())
    for place in places.all:
        try:
            if place == places.second and not place.is_dir():
                away = True
            elif first is None:
                first = between_edits(partial(disk.take, file, place, reason, now))
                made.append(first.backup)
            else:
                made.append(disk.take_again(first, place, file))
        except UserError as problem:
            problems.append(problem)
        except OSError as problem:
            problems.append(explain_system(problem, place))
        except Exception as problem:
            problems.append(unforeseen(problem))
    doubt = changed(file) if first and isinstance(first.copied.content, Changed) else None
    return Outcome(reason, tuple(made), tuple(problems), away, doubt)


class Backups:
    """The backups of one session. ``told`` is called on a thread of its own with each outcome.

    ``clock`` is this computer's, ``stopwatch`` one that never goes back.
    """

    def __init__(
        self,
        session: Session,
        places: Places,
        *,
        told: Callable[[Outcome], None] = lambda _: None,
        clock: Callable[[], datetime] = datetime.now,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        self.session = session
        self.places = places
        self.last: Outcome | None = None
        self._told = told
        self._clock = clock
        self._stopwatch = stopwatch
        self._since = stopwatch()
        self._backed_up = session.saving.saved
        self._one_at_a_time = Lock()
        self._thread: Thread | None = None

    @property
    def due(self) -> bool:
        """Whether something changed since the last backup and the time has come."""
        if self._stopwatch() - self._since < EVERY or not self._changed:
            return False
        return self.last is None or self.last.doubt is None

    def tick(self) -> bool:
        """Start a backup where one is due; whether one was started. Call it now and then."""
        if not self.due or self._working:
            return False
        self._thread = Thread(target=self._run, args=(Reason.TIMED,), name="backup", daemon=True)
        self._thread.start()
        return True

    def ask(self) -> None:
        """Start a backup because the clerk asks for one; it is kept for ever."""
        self._thread = Thread(target=self._run, args=(Reason.ASKED,), name="backup", daemon=True)
        self._thread.start()

    def before(self, reason: Reason) -> Outcome:
        """Back up before a bulk act, and wait for it. The act may go on whatever comes of it."""
        return self._run(reason)

    def close(self) -> Outcome | None:
        """Back up what changed since the last time, on closing the file; None where nothing did.

        Call it before the session is closed, and not where a window must answer meanwhile.
        """
        self.wait()
        return self._run(Reason.CLOSING) if self._changed else None

    def wait(self, seconds: float | None = None) -> None:
        """Wait for the backup that is being made, if there is one."""
        if self._thread is not None:
            self._thread.join(seconds)

    def listed(self) -> tuple[Backup, ...]:
        """Every backup of this office's work, newest first; the same one in two places once."""
        lineage = self.session.store.facts.lineage
        found = {
            (one.taken, one.reason): one
            for place in reversed(self.places.all)
            for one in disk.listed(place, lineage)
        }
        return tuple(sorted(found.values(), key=lambda one: (one.number, one.taken), reverse=True))

    @property
    def _changed(self) -> bool:
        return self.session.saving.saved != self._backed_up

    @property
    def _working(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _run(self, reason: Reason) -> Outcome:
        with self._one_at_a_time:
            saved = self.session.saving.saved
            outcome = make_backup(
                self.session.path, self.places, reason, self._clock(), self._between_edits
            )
            self._since = self._stopwatch()
            if outcome.made:
                self._backed_up = saved
                if outcome.doubt is None:
                    for place in self.places.all:
                        disk.thin(place, self.session.store.facts.lineage, self._clock())
            self.last = outcome
        self._told(outcome)
        return outcome

    def _between_edits(self, job: Callable[[], disk.Taken]) -> disk.Taken:
        """Read the file while no edit is being written; where edits are held up, as it lies."""
        turn = _Turn(job)
        try:
            self.session.writer.submit(turn.take)
        except RuntimeError:  # closed
            return job()
        while not turn.over.wait(0.05):
            if self.session.saving.problem is not None:
                turn.take()
        return turn.result()


class _Turn:
    """A job that is done once, by whoever comes first; its error waits for who wants the result."""

    def __init__(self, job: Callable[[], disk.Taken]) -> None:
        self.over = Event()
        self._job = job
        self._claimed = Lock()
        self._taken: disk.Taken | None = None
        self._error: Exception | None = None

    def take(self) -> None:
        """Do the job, unless it was done or is being done."""
        if not self._claimed.acquire(blocking=False):
            return
        try:
            self._taken = self._job()
        except Exception as error:
            self._error = error
        finally:
            self.over.set()

    def result(self) -> disk.Taken:
        """What the job gave; its error is raised here."""
        if self._taken is None:
            raise self._error or RuntimeError("the job gave nothing")
        return self._taken


def _no_folder() -> UserError:
    return MissingFileError(
        "เครื่องนี้ไม่มีโฟลเดอร์สำหรับแฟ้มสำรองที่เขียนได้",
        "ตั้งที่เก็บแฟ้มสำรองแห่งที่สองในการตั้งค่า หรือขอสิทธิ์จากผู้ดูแลเครื่อง",
    )
