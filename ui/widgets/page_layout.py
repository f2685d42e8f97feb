"""Where pages stand under each other, in logical pixels, and where a point of a page stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

GAP = 12.0
"""Logical pixels around and between pages."""

POINT = 96 / 72
"""Logical pixels of a point at 100 %."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point of a document: page from 0, points below the page's upper edge."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Pages laid out at one scale (logical pixels a point) in a view of some width."""

    rects: tuple[QRectF, ...]
    scale: float
    size: QSizeF

    def y_of(self, place: Place) -> float:
        """Logical pixels from the top of everything."""
        if not self.rects:
            return 0.0
        page = min(max(place.page, 0), len(self.rects) - 1)
        return self.rects[page].top() + place.y * self.scale

    def place_at(self, y: float) -> Place:
        """The page at that height, or the one above where there is a gap."""
        page = 0
        for index, rect in enumerate(self.rects):
            if rect.top() > y:
                break
            page = index
        if not self.rects:
            return Place(0, 0.0)
        return Place(page, (y - self.rects[page].top()) / self.scale)

    def visible(self, top: float, bottom: float) -> tuple[int, ...]:
        """The pages that show between two heights."""
        return tuple(
            index
            for index, rect in enumerate(self.rects)
            if rect.bottom() >= top and rect.top() <= bottom
        )


def fit_width(sizes: Sequence[QSizeF], width: float) -> float:
    """The scale at which the widest page fills the width."""
    widest = max((size.width() for size in sizes), default=1.0)
    return max(0.05, (width - 2 * GAP) / widest)


def fit_page(sizes: Sequence[QSizeF], width: float, height: float) -> float:
    """The scale at which every page is seen whole."""
    tallest = max((size.height() for size in sizes), default=1.0)
    return min(fit_width(sizes, width), max(0.05, (height - 2 * GAP) / tallest))


def lay_out(sizes: Sequence[QSizeF], scale: float, width: float) -> PageLayout:
    """Pages under each other, each in the middle of the width or of the widest page."""
    widest = max((size.width() for size in sizes), default=0.0) * scale + 2 * GAP
    whole = max(width, widest)
    rects: list[QRectF] = []
    top = GAP
    for size in sizes:
        page_width, page_height = size.width() * scale, size.height() * scale
        rects.append(QRectF((whole - page_width) / 2, top, page_width, page_height))
        top += page_height + GAP
    return PageLayout(tuple(rects), scale, QSizeF(whole, top))
