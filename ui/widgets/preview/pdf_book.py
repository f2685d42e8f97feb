"""One PDF in memory: its pages' sizes, and pictures of them drawn off the interface thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, QSizeF, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer


class PdfBook(QObject):
    """A loaded PDF. ``drawn`` brings a page's picture: page from 0, and the image.

    Page sizes are read once: asking the document waits for whatever is being drawn.
    """

    drawn = Signal(int, QImage)
    idle = Signal()
    """Nothing is being drawn any more."""

    def __init__(self, data: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        count = self._document.pageCount()
        self.sizes: tuple[QSizeF, ...] = tuple(
            self._document.pagePointSize(page) for page in range(count)
        )
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._on_drawn)
        self._wanted: dict[int, tuple[int, int]] = {}
        self._retired = False

    @property
    def ready(self) -> bool:
        """Whether the bytes were a PDF with pages."""
        return bool(self.sizes)

    @property
    def busy(self) -> bool:
        """Whether a page is being drawn."""
        return bool(self._wanted)

    def draw(self, page: int, size: QSize) -> None:
        """Draw a page at ``size`` device pixels; asking twice for the same does nothing."""
        key = (size.width(), size.height())
        if self._retired or self._wanted.get(page) == key:
            return
        self._wanted[page] = key
        self._renderer.requestPage(page, size)

    def retire(self) -> None:
        """Go once what is being drawn is done; nothing is told any more."""
        self._retired = True
        if not self._wanted:
            self.deleteLater()

    def _on_drawn(
        self,
        page: int,
        size: QSize,
        image: QImage,
        _options: QPdfDocumentRenderOptions,
        _request: int,
    ) -> None:
        if self._wanted.get(page) == (size.width(), size.height()):
            del self._wanted[page]
        if self._retired:
            if not self._wanted:
                self.deleteLater()
            return
        self.drawn.emit(page, image)
        if not self._wanted:
            self.idle.emit()
