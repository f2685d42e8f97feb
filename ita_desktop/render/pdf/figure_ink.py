"""A drawing of a page, such as a chart: surfaces and lines, then words over them.

Positions come in points right of and below the page's upper left corner; PDF counts upward.
Shades run from 0 (black) to 1 (white).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.text_ink import TextInk


class Box(NamedTuple):
    """A rectangle in points: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float


class FigureInk(TextInk):
    """Collects what one drawing shows."""

    def __init__(self, height: float, in_document: Callable[[ClusterFont], FontInDocument]) -> None:
        super().__init__(height, in_document)
        self._strokes: list[str] = []

    def fill(self, box: Box, shade: float, *, outline: float = 0.0) -> None:
        """A shaded rectangle, with a black outline of so many points."""
        up = self._height - box.y - box.height
        path = f"{box.x:.2f} {up:.2f} {box.width:.2f} {box.height:.2f} re"
        pen = f"[] 0 d {outline:g} w 0 G " if outline else ""
        self._strokes.append(f"{pen}{shade:g} g {path} {'B' if outline else 'f'}")

    def stroke(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float,
        *,
        shade: float = 0.0,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        """A line between two places, broken into strokes and gaps of these lengths."""
        (x, y), (x2, y2) = start, end
        pattern = f"[{dashes[0]:g} {dashes[1]:g}] 0 d " if dashes else "[] 0 d "
        self._strokes.append(
            f"{pattern}{width:g} w {shade:g} G {x:.2f} {self._height - y:.2f} m"
            f" {x2:.2f} {self._height - y2:.2f} l S"
        )

    def operators(self) -> list[str]:
        """The drawing's content."""
        content = ["0 G", *self._strokes, "0 g"]
        if self._text:
            content += ["BT", *self._text, "ET"]
        return content
