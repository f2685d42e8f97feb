"""Small pictures of the documents' first pages, made off the interface thread and kept."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.errors import UserError
from ita_desktop.render.output import Rendered
from ita_desktop.session.rendering import Request
from ui.workspace import Workspace

REST = 1_500
"""Milliseconds without a change before pictures are made anew."""


class DocumentPictures(QObject):
    """``made`` brings a document's id and the picture of its first page.

    The document in hand is not made twice: its picture comes from the preview. The others are made
    one after the other once the preview is done, nothing changes for a while and somebody looks.
    """

    made = Signal(str, QImage)
    _arrived = Signal(str, object, object)

    def __init__(self, workspace: Workspace, room: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._room = room
        self._stale = {kind.id for kind in DOCUMENTS}
        self._looked_at = False
        self._working = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._next)
        self._arrived.connect(self._on_arrived)
        workspace.changed.connect(lambda _kinds: self._on_changed())
        workspace.year_changed.connect(lambda _year: self._on_changed())
        workspace.rendered.connect(self._on_rendered)
        if workspace.newest is not None:  # the preview was done before anybody came here
            self._on_rendered(*workspace.newest)

    def look(self, looked_at: bool) -> None:
        """Somebody looks at the pictures, or no longer does."""
        self._looked_at = looked_at
        if looked_at and self._stale:
            self._rest.start()

    def _on_changed(self) -> None:
        self._stale = {kind.id for kind in DOCUMENTS}
        self._rest.stop()  # until the preview is done

    def _on_rendered(self, document: str, rendered: Rendered) -> None:
        self._stale.discard(document)
        self._draw(document, rendered.data)
        if self._looked_at and self._stale:
            self._rest.start()

    def _next(self) -> None:
        in_hand = self._workspace.document
        waiting = [one.id for one in DOCUMENTS if one.id in self._stale and one.id != in_hand]
        if self._working or not self._looked_at or not waiting:
            return
        document = waiting[0]
        self._stale.discard(document)
        self._working = True
        workspace = self._workspace
        request = workspace.session.request(workspace.year, document)
        renderer, told = workspace.renderer, self._arrived

        def work() -> None:
            rendered: Rendered | None = None
            with suppress(UserError):  # the preview says so
                rendered = renderer.pdf(request)
            try:
                told.emit(document, request, rendered)
            except RuntimeError:
                return  # the file was closed meanwhile

        Thread(target=work, name="pictures", daemon=True).start()

    def _on_arrived(self, document: str, request: Request, rendered: Rendered | None) -> None:
        self._working = False
        if rendered is not None and request.snapshot is self._workspace.session.snapshot:
            self._draw(document, rendered.data)
        if not self._rest.isActive():
            self._next()

    def _draw(self, document: str, data: bytes) -> None:
        from ui.widgets.pdf_book import PdfBook

        book = PdfBook(data, self)
        if not book.ready:
            book.retire()
            return
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        size = book.sizes[0].toSize().scaled(self._room * ratio, Qt.AspectRatioMode.KeepAspectRatio)

        def take(_page: int, image: QImage) -> None:
            image.setDevicePixelRatio(ratio)
            self.made.emit(document, image)
            book.retire()

        book.drawn.connect(take)
        book.draw(0, size)
