"""Where finished pages go: into a file, or nowhere."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.file.structure import Element, Structure
from ita_desktop.render.pdf.file.writer import Box
from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.ink import PageInk


class Paper(Protocol):
    """Where finished pages go."""

    structure: Structure

    def ink(self, width: float, height: float) -> PageInk:
        """Begin a page of this size in points."""

    def finish(self, ink: PageInk, width: float, height: float) -> None:
        """Put down a page."""

    def bookmark(self, title: str, level: int, up: float) -> None:
        """Enter a heading of the present page in the outline."""

    def picture(self, picture: Picture) -> str:
        """The name by which the present page shows a picture."""

    def link(self, element: Element, on: int, box: Box, words: str, to: tuple[int, float]) -> None:
        """Let a box on a page lead to a page and a height on it, both upward."""


class Place(NamedTuple):
    """Where a part begins: its page from 0, the number printed there, its height upward."""

    page: int
    number: int
    up: float


class Sketch:
    """Paper that is thrown away: pages are filled on it to see where each begins."""

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
