"""The content stream of one page: text, rules and pictures, marked for the structure tree.

Positions come in points right of and below the page's upper left corner; PDF counts upward.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ita_desktop.render.pdf.figure_ink import Box, FigureInk
from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.text_ink import TextInk
from ita_desktop.render.pdf.words import Word

_RULE_WIDTH = 0.5
_TOUCHING = 0.01


class Dashing(NamedTuple):
    """How a line is broken, in points: its width, and stroke and gap. No stroke makes dots."""

    width: float
    stroke: float
    gap: float


DOTS = Dashing(0.9, 0.0, 2.6)
"""A line to write on, about as dense as full stops of 16 points."""
DASHES = Dashing(0.75, 4.0, 2.5)
"""The rule under the subject of an announcement."""


class PageInk(TextInk):
    """Collects what one page shows.

    Text stands between :meth:`mark` or :meth:`artifact` and :meth:`end`, so that the file's
    structure tree can point at it. Rules are artifacts of their own accord.
    """

    def __init__(self, height: float, in_document: Callable[[ClusterFont], FontInDocument]) -> None:
        super().__init__(height, in_document)
        self._across: list[tuple[float, float, float]] = []
        self._down: dict[float, list[list[float]]] = {}
        self._broken: dict[Dashing, list[str]] = {}
        self.open = 0
        """Slots that are not filled yet."""

    def mark(self, tag: str, number: int) -> None:
        """What follows is content of an element, by its number among the page's marks."""
        self._text.append(f"/{tag}<</MCID {number}>>BDC")

    def artifact(self, kind: str = "") -> None:
        """What follows is no content, e.g. ``/Type/Pagination``."""
        self._text.append(f"/Artifact<<{kind}>>BDC" if kind else "/Artifact BMC")

    def end(self) -> None:
        """A mark or an artifact ends."""
        self._text.append("EMC")

    def slot(self) -> int:
        """A place for words that are known later only; the page waits for them."""
        self.open += 1
        self._text.append("")
        self._font = None
        return len(self._text) - 1

    def fill(self, slot: int, words: tuple[Word, ...], size: float, x: float, y: float) -> None:
        """Put words where their place was left, with their baseline at ``y``."""
        later, self._text, self._font = self._text, [], None
        if words:
            self.words(words, size, x, y)
        later[slot] = "\n".join(self._text)
        self._text, self._font = later, None
        self.open -= 1

    def picture(self, name: str, number: int, box: Box, *, framed: bool = False) -> None:
        """Show a picture that fills a box, as a figure, with a hairline around it if ``framed``."""
        left, top, width, height = box
        up = self._height - top - height
        frame = f" {left:.2f} {up:.2f} {width:.2f} {height:.2f} re S" if framed else ""
        self._text.append(
            f"ET /Figure<</MCID {number}>>BDC q {_RULE_WIDTH:g} w"
            f" q {width:.3f} 0 0 {height:.3f} {left:.3f} {up:.3f} cm {name} Do Q{frame} Q EMC BT"
        )

    def figure(self) -> FigureInk:
        """A drawing on this page, to be handed to :meth:`drawn`."""
        return FigureInk(self._height, self._in_document)

    def drawn(self, figure: FigureInk, number: int) -> None:
        """Show a drawing as a figure."""
        self._text.append(f"ET /Figure<</MCID {number}>>BDC q")
        self._text += figure.operators()
        self._text.append("Q EMC BT")

    def across(self, left: float, right: float, y: float) -> None:
        """A rule from ``left`` to ``right``."""
        if self._across and self._across[-1][2] == y and self._across[-1][1] == left:
            left = self._across.pop()[0]
        self._across.append((left, right, y))

    def down(self, x: float, top: float, bottom: float) -> None:
        """A rule from ``top`` to ``bottom``; pieces that touch become one."""
        pieces = self._down.setdefault(x, [])
        for piece in reversed(pieces[-2:]):
            if piece[0] - _TOUCHING <= top <= piece[1] + _TOUCHING:
                piece[1] = max(piece[1], bottom)
                return
        pieces.append([top, bottom])

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """Four rules around a box whose upper left corner stands at ``x``, ``y``."""
        for edge in (y, y + height):
            self.across(x, x + width, edge)
        for edge in (x, x + width):
            self.down(edge, y, y + height)

    def broken(self, left: float, right: float, y: float, dashing: Dashing) -> None:
        """A dotted or dashed line from ``left`` to ``right``."""
        up = self._height - y
        self._broken.setdefault(dashing, []).append(f"{left:.2f} {up:.2f} m {right:.2f} {up:.2f} l")

    def operators(self) -> list[str]:
        """The page's content."""
        height = self._height
        rules = [
            f"{left:.2f} {height - y:.2f} m {right:.2f} {height - y:.2f} l"
            for left, right, y in self._across
        ]
        rules += [
            f"{x:.2f} {height - top:.2f} m {x:.2f} {height - bottom:.2f} l"
            for x, pieces in self._down.items()
            for top, bottom in pieces
        ]
        content: list[str] = []
        if rules:
            content += [f"/Artifact BMC q {_RULE_WIDTH:g} w 2 J", *rules, "S Q EMC"]
        for (width, stroke, gap), lines in self._broken.items():
            cap = 0 if stroke else 1
            style = f"/Artifact BMC q {width:g} w {cap} J [{stroke:g} {gap:g}] 0 d"
            content += [style, *lines, "S Q EMC"]
        if self._text:
            content += ["BT", *self._text, "ET"]
        return content

    def clear(self) -> None:
        """Forget all that is shown: the page has been written."""
        self._text, self._across, self._down, self._broken = [], [], {}, {}
