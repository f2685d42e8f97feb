"""A small picture of the first page of the document in hand, out of the preview's own PDF."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage

from ita_desktop.render.output import Rendered
from ui.workspace import Workspace


class DocumentPicture(QObject):
    """``made`` brings a document's id and the picture of its first page, once the preview is done
    and while somebody looks."""

    made = Signal(str, QImage)

    def __init__(self, workspace: Workspace, room: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._room = room
        self._looked_at = False
        self._drawn: bytes | None = None
        workspace.rendered.connect(lambda _document, _rendered: self._draw())

    def look(self, looked_at: bool) -> None:
        """Somebody looks at the picture, or no longer does."""
        self._looked_at = looked_at
        self._draw()

    def _draw(self) -> None:
        from ui.widgets.preview.pdf_book import PdfBook

        newest: tuple[str, Rendered] | None = self._workspace.newest
        if newest is None or not self._looked_at or newest[1].data is self._drawn:
            return
        document, data = newest[0], newest[1].data
        self._drawn = data
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
