"""The pages of a PDF under each other: scrolled, zoomed, replaced without a flicker.

While a new version is being drawn the old pictures stay where they stood, so that typing changes
the page and nothing jumps. The view knows bytes and places, no document and no record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.colours import LIGHT
from ui.theme import colours
from ui.widgets.page_layout import POINT, PageLayout, Place, fit_page, fit_width, lay_out

if TYPE_CHECKING:
    from ui.widgets.preview.pdf_book import PdfBook

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_MARGIN = 48
"""Logical pixels kept above what is scrolled into view."""


class Fit(Enum):
    """What the scale follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class PdfView(QAbstractScrollArea):
    """Shows PDF bytes. ``page_changed`` tells the page in view from 0; ``zoomed`` the scale, 1.0
    being 100 % and 0 without pages; ``drawn`` that the pages in view are sharp and newest."""

    page_changed = Signal(int)
    zoomed = Signal(float)
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book: PdfBook | None = None
        self._incoming: tuple[bytes, Place | None] | None = None
        self._pictures: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._layout = PageLayout((), 1.0, QSizeF())
        self._fit = Fit.WIDTH
        self._scale = 1.0
        self._marks: tuple[tuple[int, float, float], ...] = ()
        self._page = -1
        self.over_pages: Callable[[QPainter], object] = lambda _painter: None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName("ตัวอย่างเอกสาร")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    # ---- what is shown

    @property
    def page_count(self) -> int:
        return len(self._book.sizes) if self._book else 0

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return max(self._page, 0)

    @property
    def sharp(self) -> bool:
        """Whether every page in view shows its newest picture at the present scale."""
        return self._incoming is None and all(self._is_sharp(page) for page in self._visible())

    def show_pdf(self, data: bytes, at: Place | None = None) -> None:
        """Show these bytes in the place of what stood here; ``at`` comes to the upper edge, or
        the place in view stays."""
        self._incoming = (data, at)
        if self._book is None or not self._book.busy:
            self._take_in()

    def clear(self) -> None:
        """Show nothing."""
        self._incoming = None
        if self._book is not None:
            self._book.retire()
        self._book = None
        self._pictures.clear()
        self._relay()

    # ---- places

    def place(self) -> Place:
        """What stands at the upper edge of the view."""
        return self._layout.place_at(float(self.verticalScrollBar().value()))

    def offset_of(self, place: Place) -> float:
        """Logical pixels from the upper edge of the view down to a place."""
        return self._layout.y_of(place) - self.verticalScrollBar().value()

    def shows(self, page: int, top: float, bottom: float) -> bool:
        """Whether the start of a stretch of a page (points) is in view, and the rest if it fits."""
        start = self.offset_of(Place(page, top))
        end = min(self.offset_of(Place(page, bottom)), start + self.viewport().height() / 3)
        return start >= 0 and end <= self.viewport().height()

    def bring(self, page: int, top: float, bottom: float) -> None:
        """Scroll a stretch of a page into view, unless it is there."""
        if not self.shows(page, top, bottom):
            target = self._layout.y_of(Place(page, top)) - _MARGIN
            self.verticalScrollBar().setValue(round(target))

    def go_to_page(self, page: int) -> None:
        """Scroll a page's upper edge into view."""
        target = self._layout.y_of(Place(page, 0.0)) - 4
        self.verticalScrollBar().setValue(round(target))

    def mark(self, stretches: Sequence[tuple[int, float, float]]) -> None:
        """Mark stretches (page, top, bottom in points) at the paper's edge."""
        self._marks = tuple(stretches)
        self.viewport().update()

    # ---- zoom

    @property
    def fit(self) -> Fit:
        return self._fit

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._layout.scale / POINT

    def set_fit(self, fit: Fit) -> None:
        """Follow the width or the page from now on."""
        self._fit = fit
        self._relay()

    def set_zoom(self, zoom: float) -> None:
        """A scale of its own; 1.0 is 100 %."""
        self._fit = Fit.FREE
        self._scale = min(max(zoom, _STEPS[0]), _STEPS[-1]) * POINT
        self._relay()

    def zoom_in(self) -> None:
        self.set_zoom(next((step for step in _STEPS if step > self.zoom + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        self.set_zoom(next((s for s in reversed(_STEPS) if s < self.zoom - 0.01), _STEPS[0]))

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(420, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.page_count - 1}
        if event.key() in steps:
            self.go_to_page(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = colours()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(scheme.paper_desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            rect = self.on_screen(page)
            painter.fillRect(rect.adjusted(-1, -1, 2, 3), QColor(0, 0, 0, 40))
            painter.fillRect(rect, Qt.GlobalColor.white)
            picture = self._pictures.get(page)
            if picture is not None:
                painter.drawImage(rect, picture)
            else:
                painter.setPen(QColor(LIGHT.hint))  # on paper, which is white in the dark too
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "กำลังจัดหน้า…")
            if not self._is_sharp(page):
                self._ask_for(page)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.accent))
        for page, top, bottom in self._marks:
            if page < len(self._layout.rects):
                rect, scale = self.on_screen(page), self._layout.scale
                left = rect.left() + 6 * scale
                painter.drawRoundedRect(
                    QRectF(left, rect.top() + top * scale, 4, (bottom - top) * scale), 2, 2
                )
        self.over_pages(painter)

    # ---- inner workings

    def _take_in(self) -> None:
        if self._incoming is None:
            return
        from ui.widgets.preview.pdf_book import PdfBook  # QtPdf loads once something is shown

        (data, at), self._incoming = self._incoming, None
        place = at or self.place()
        old = self._book
        book = PdfBook(data, self)
        book.drawn.connect(self._on_drawn)
        book.idle.connect(self._take_in)
        self._book = book
        if old is not None:
            old.retire()
        self._fresh.clear()
        for page in [one for one in self._pictures if one >= self.page_count]:
            del self._pictures[page]
        self._relay(place)
        self._page = -1
        self._on_scrolled()

    def _on_drawn(self, page: int, image: QImage) -> None:
        self._pictures[page] = image
        self._fresh.add(page)
        visible = self._visible()
        for far in [one for one in self._pictures if visible and abs(one - visible[0]) > 4]:
            del self._pictures[far]
            self._fresh.discard(far)
        self.viewport().update()
        if self.sharp:
            self.drawn.emit()

    def _relay(self, place: Place | None = None) -> None:
        """Lay the pages out anew, the place in view staying in view."""
        place = place or self.place()
        room = self.viewport().size()
        sizes = self._book.sizes if self._book else ()
        if self._fit is Fit.WIDTH:
            self._scale = fit_width(sizes, room.width())
        elif self._fit is Fit.PAGE:
            self._scale = fit_page(sizes, room.width(), room.height())
        self._layout = lay_out(sizes, self._scale, room.width())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._layout.size.height()) - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(40)
        wide = max(0, round(self._layout.size.width()) - room.width())
        across.setRange(0, wide)
        across.setPageStep(room.width())
        down.setValue(round(self._layout.y_of(place)) if place.page or place.y else 0)
        self.zoomed.emit(self.zoom if sizes else 0.0)
        self.viewport().update()

    def _on_scrolled(self, _value: int = 0) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = self._layout.place_at(middle).page
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()

    def _visible(self) -> tuple[int, ...]:
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def on_screen(self, page: int) -> QRectF:
        """Where a page lies in the viewport, in logical pixels."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._layout.rects[page].translated(-across, -down)

    def _pixels(self, page: int) -> QSize:
        rect, ratio = self._layout.rects[page], self.devicePixelRatioF()
        return QSize(round(rect.width() * ratio), round(rect.height() * ratio))

    def _is_sharp(self, page: int) -> bool:
        picture = self._pictures.get(page)
        return page in self._fresh and picture is not None and picture.size() == self._pixels(page)

    def _ask_for(self, page: int) -> None:
        if self._book is not None and self._incoming is None:
            self._book.draw(page, self._pixels(page))
