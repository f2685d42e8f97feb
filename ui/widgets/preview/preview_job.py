"""The preview's work: asks for the newest document off the interface thread, hears back on it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.session.papers.rendering import Outcome, RenderWorker, Request
from ui.workspace import Workspace

_log = logging.getLogger(__name__)

PAUSE = 120
"""Milliseconds after the last change before the document is built anew."""

BUSY_AFTER = 300
"""Milliseconds of building before that is said."""


class PreviewJob(QObject):
    """Keeps the newest PDF of the document in hand. ``done`` brings each Outcome; ``marked`` after
    that the finished PDF and the marks of what was found in it; ``busy`` says when building takes
    long, and when it is over."""

    done = Signal(object)
    marked = Signal(object, object)
    busy = Signal(bool)
    _arrived = Signal(object)
    _found = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.renderer = workspace.renderer
        self._worker: RenderWorker | None = None
        self._asked: Request | None = None
        self._wanted = False
        self._closed = False
        self._pause = _timer(self, PAUSE, self._ask)
        self._patience = _timer(self, BUSY_AFTER, lambda: self.busy.emit(True))
        self._arrived.connect(self._take)
        self._found.connect(self.marked)
        workspace.changed.connect(lambda _kinds: self.soon())
        workspace.year_changed.connect(lambda _year: self.soon())
        workspace.document_chosen.connect(lambda _id: self.now())

    @property
    def current(self) -> bool:
        """Whether what was told last is what the file holds now."""
        return self._asked is None and not self._pause.isActive() and not self._wanted

    def start(self) -> None:
        """Build from now on; before that every wish waits. Costs a thread and heavy imports."""
        if self._worker is None and not self._closed:  # a file may be closed before that time
            self._worker = RenderWorker(self.renderer, self._arrived.emit, self._look)
            self.now()

    def soon(self) -> None:
        """Build once the hand rests."""
        self._wanted = True
        self._pause.start()

    def now(self) -> None:
        """Build at once."""
        self._wanted = True
        self._ask()

    def close(self) -> None:
        """Stop building; nothing is told any more."""
        self._closed = True
        self._pause.stop()
        self._patience.stop()
        self._arrived.disconnect(self._take)
        self._found.disconnect(self.marked)
        if self._worker is not None:
            self._worker.close()

    def _ask(self) -> None:
        self._pause.stop()
        if self._worker is None:
            return
        workspace = self._workspace
        self._wanted = False
        self._asked = workspace.session.request(workspace.year, workspace.document)
        self._worker.request(self._asked)
        if not self._patience.isActive():
            self._patience.start()

    def _look(self, outcome: Outcome, overtaken: Callable[[], bool]) -> None:
        """Find the words of findings on the pages. Runs on the thread that made them."""
        from ita_desktop.session.papers.marked_pages import page_marks

        request, made = outcome.request, outcome.rendered
        if made is None:
            return
        try:
            marks = page_marks(request.snapshot, request.year, request.document_id, made, overtaken)
        except Exception:
            _log.exception("the pages could not be marked")
            return
        if not overtaken():
            self._found.emit(made, marks)

    def _take(self, outcome: Outcome) -> None:
        if outcome.request is self._asked:
            self._asked = None
            self._patience.stop()
            self.busy.emit(False)
        self.done.emit(outcome)


def _timer(parent: QObject, milliseconds: int, act: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
