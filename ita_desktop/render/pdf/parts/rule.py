"""เส้นคั่น: a short dashed line, centred between the margins."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks import Source
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.ink import DASHES
from ita_desktop.render.pdf.pages import Pages


@dataclass(frozen=True, slots=True)
class ShortRule:
    """A measured rule; it stays with what follows. Lengths are points."""

    width: float
    before: float = 0.0
    after: float = 0.0
    height: float = DASHES.width
    head: float = DASHES.width
    keep_with_next: bool = True
    missing: tuple[tuple[str, Source | None], ...] = ()
    unseen: tuple[Unseen, ...] = ()

    def pour(self, pages: Pages) -> None:
        """Draw it where the page is filled to."""
        if self.height > pages.room and not pages.fresh:
            pages.turn()
        ink, frame = pages.ink, pages.frame
        half = min(self.width, frame.measure) / 2
        middle = pages.y + self.height / 2
        ink.broken(frame.middle - half, frame.middle + half, middle, DASHES)
        pages.y += self.height
        pages.fresh = False
