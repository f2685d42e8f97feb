"""Documents become PDF or Word; the preview's PDF on one worker: the newest request wins.

ReportLab keeps global state, so the whole program renders in this one place at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Condition, Lock, Thread
from typing import TYPE_CHECKING

from ita_desktop.documents.blocks import Document
from ita_desktop.documents.build import build
from ita_desktop.model.records import DocumentSetup, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.render.output import Rendered

if TYPE_CHECKING:
    from ita_desktop.render.pdf.renderer import PdfRenderer

Pictures = Callable[[str], bytes | None]
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """Which document, of which records, set up how; ``setup`` None is as the file says.

    ``created`` is the time the file bears: when the records last changed, so that the same records
    give the same bytes.
    """

    snapshot: Snapshot
    year: YearWork
    document_id: str
    setup: DocumentSetup | None = None
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: the PDF, or the error that stopped it."""

    request: Request
    rendered: Rendered | None = None
    error: Exception | None = None


class Renderer:
    """Builds and renders documents, keeping what it measured for the next time."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._lock = Lock()
        self._made: PdfRenderer | None = None

    def warm(self) -> None:
        """Load fonts and the dictionary before they are needed."""
        with self._lock:
            self._renderer().warm()

    def pdf(
        self,
        request: Request,
        *,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Progress = lambda _page: None,
    ) -> Rendered:
        """The request's PDF. Raises UserError, and Cancelled where ``cancelled`` came true."""
        document = build(request.snapshot, request.year, request.document_id, request.setup)
        with self._lock:
            return self._renderer().render(
                document,
                pictures=self._pictures,
                created=request.created,
                cancelled=cancelled,
                progress=progress,
            )

    def paper(self, document: Document, created: datetime | None = None) -> Rendered:
        """The PDF of a document that is built already. Raises UserError."""
        with self._lock:
            return self._renderer().render(document, pictures=self._pictures, created=created)

    def docx(self, request: Request, *, cancelled: Callable[[], bool] = lambda: False) -> Rendered:
        """The request as a Word file. Raises UserError, and Cancelled as :meth:`pdf` does."""
        from ita_desktop.render.docx.renderer import DocxRenderer

        document = build(request.snapshot, request.year, request.document_id, request.setup)
        with self._lock:
            return DocxRenderer(self._renderer()).render(
                document, pictures=self._pictures, created=request.created, cancelled=cancelled
            )

    def _renderer(self) -> PdfRenderer:
        if self._made is None:
            from ita_desktop.render.pdf.renderer import PdfRenderer

            self._made = PdfRenderer()
        return self._made


class RenderWorker:
    """One thread that renders the newest request; ``done`` is called on that thread. Where nothing
    newer waits, ``after`` is called there too once the outcome is told, with the outcome and what
    says that something newer has come."""

    def __init__(
        self,
        renderer: Renderer,
        done: Callable[[Outcome], None],
        after: Callable[[Outcome, Callable[[], bool]], None] | None = None,
    ) -> None:
        self._renderer = renderer
        self._done = done
        self._after = after
        self._wanted: Request | None = None
        self._closed = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="render", daemon=True)
        self._thread.start()

    def request(self, request: Request) -> None:
        """Render this next; whatever was asked for before and is not done yet is dropped."""
        with self._changed:
            self._wanted = request
            self._changed.notify()

    def close(self) -> None:
        """Stop at the page in hand; nothing is told any more."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join(timeout=0.5)

    def _overtaken(self) -> bool:
        return self._wanted is not None or self._closed

    def _run(self) -> None:
        from ita_desktop.render.pdf.renderer import Cancelled

        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted is not None or self._closed)
                if self._closed:
                    return
                request, self._wanted = self._wanted, None
            assert request is not None
            try:
                outcome = Outcome(
                    request, rendered=self._renderer.pdf(request, cancelled=self._overtaken)
                )
            except Cancelled:
                continue
            except Exception as error:
                outcome = Outcome(request, error=error)
            if not self._closed:  # whoever asked may be gone by now
                self._done(outcome)
            if self._after is not None and not self._overtaken():
                self._after(outcome, self._overtaken)
