"""Paper that is thrown away: pages are filled on it to see where they begin."""

from __future__ import annotations

from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.file.structure import Element, Structure
from ita_desktop.render.pdf.file.writer import Box
from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.ink import PageInk


class Sketch:
    """Takes pages and keeps nothing."""

    def __init__(self) -> None:
        self.structure = Structure()
        self._fonts: dict[ClusterFont, FontInDocument] = {}

    def ink(self, width: float, height: float) -> PageInk:  # noqa: ARG002
        """Begin a page."""
        return PageInk(height, self._font)

    def _font(self, font: ClusterFont) -> FontInDocument:
        return self._fonts.setdefault(font, FontInDocument("/F"))

    def finish(self, ink: PageInk, width: float, height: float) -> None:
        """Forget a page."""

    def bookmark(self, title: str, level: int, up: float) -> None:
        """Forget a heading."""

    def picture(self, picture: Picture) -> str:  # noqa: ARG002
        """Some name."""
        return "/I"

    def link(self, element: Element, on: int, box: Box, words: str, to: tuple[int, float]) -> None:
        """Forget a link."""
