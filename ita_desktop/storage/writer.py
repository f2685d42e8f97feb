"""The thread that writes: edits reach the file one after another while the window goes on.

A stick can take seconds over one write. What fails is held with all that came after it, in order,
until :meth:`Writer.retry`: nothing handed in is ever dropped.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Condition, Thread


@dataclass(frozen=True, slots=True)
class _Job:
    run: Callable[[], None]
    on_done: Callable[[], None]
    on_failed: Callable[[Exception], None]


class Writer:
    """One thread with a queue. Hand in with :meth:`submit`; end with :meth:`close`.

    ``on_done`` and ``on_failed`` are called from the writer's thread, before :meth:`flush` returns.
    """

    def __init__(self) -> None:
        self._waiting: deque[_Job] = deque()
        self._changed = Condition()
        self._busy = False
        self._closing = False
        self._failure: Exception | None = None
        self._again = False
        self._thread = Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def submit(
        self,
        job: Callable[[], None],
        on_done: Callable[[], None] = lambda: None,
        on_failed: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        """Hand in a job, to be run after all those before it. RuntimeError once closed."""
        with self._changed:
            if self._closing:
                raise RuntimeError("the writer is closed")
            self._waiting.append(_Job(job, on_done, on_failed))
            self._changed.notify_all()

    @property
    def waiting(self) -> int:
        """How many jobs are not done yet, the running and the held ones among them."""
        with self._changed:
            return len(self._waiting)

    @property
    def failure(self) -> Exception | None:
        """Why jobs are held; None where they are not."""
        with self._changed:
            return self._failure

    def retry(self) -> None:
        """Try what failed again, and then what waited behind it.

        What is being tried at this moment and fails yet is tried once more: what hindered it may
        have gone since it began.
        """
        with self._changed:
            self._failure = None
            self._again = True
            self._changed.notify_all()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait (at most ``timeout`` seconds) for every job; False where some are held or left."""
        with self._changed:
            self._changed.wait_for(self._at_rest, timeout)
            return not self._waiting

    def close(self, timeout: float | None = None) -> bool:
        """Finish the jobs that can be and end the thread; False where some are held or left."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return not self._waiting

    def _at_rest(self) -> bool:
        return not self._busy and (not self._waiting or self._failure is not None)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                job.run()
            except Exception as error:
                with self._changed:
                    self._failure = None if self._again else error
                _tell(partial(job.on_failed, error))
            else:
                with self._changed:
                    self._waiting.popleft()
                _tell(job.on_done)
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _next(self) -> _Job | None:
        """Wait for a job that may run; None when it is time to end."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._closing or (bool(self._waiting) and self._failure is None)
            )
            if not self._waiting or self._failure is not None:
                return None
            self._busy, self._again = True, False
            return self._waiting[0]


def _tell(call: Callable[[], None]) -> None:
    """Call a listener; its mistake is logged and must not stop the writing."""
    try:
        call()
    except Exception:
        logging.getLogger(__name__).exception("a listener of the writer failed")
