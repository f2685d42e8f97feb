"""ลงชื่อ and ความเห็น: what is left for a hand to write, and the name under it. Never torn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ita_desktop.documents import saraban
from ita_desktop.documents.blocks import BODY_SIZE, Align, OpinionBlock, Run, Signature, Source
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.galley import Galley, Sourced, stacked
from ita_desktop.render.pdf.ink import DOTS
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import Setter, Shape

_UNNAMED = "." * 50
"""Between brackets where no name is known."""
_MOST_LINES = 20
"""Dotted lines of an opinion, at most: more would leave the page."""


def set_signature(setter: Setter, block: Signature, width: float) -> Galley:
    """The lines of a signature, centred in the right half, so that all share one axis.

    A word too wide for that half takes more room to the left.
    """
    name = f"({block.name or _UNNAMED})"
    measure = setter.measurer.measure
    closing = measure((Run(block.closing),)) if block.closing else None
    below = measure((Run("\n".join((name, *block.position))),))
    em = BODY_SIZE / 1000
    texts = (below,) if closing is None else (closing, below)
    widest = max(word.width for text in texts for line in text.lines for word in line) * em
    across = min(max(widest + 1.0, width / 2), width)
    left = width - across
    shape = Shape(across, BODY_SIZE, Align.CENTER, balanced=True)
    parts: list[tuple[Galley, float, float]] = []
    if closing is not None:
        parts.append((setter.set(closing, shape, None), 0.0, 0.0))
    room = setter.leading(BODY_SIZE) * (saraban.SIGNING_LINES - 1)
    signed = setter.set(below, shape, None)
    parts.append((signed, room, 0.0))
    galley = stacked(parts)
    lines = galley.lines
    if closing is None:
        # The room for the hand belongs to the block even where nothing is printed above it.
        lines = tuple(
            line._replace(
                top=line.top + (room if i else 0.0),
                bottom=line.bottom + room,
                baseline=line.baseline + room,
            )
            for i, line in enumerate(lines)
        )
    lines = tuple(line._replace(x=line.x + left, stays=i > 0) for i, line in enumerate(lines))
    sources = (Sourced(block.source, 0, len(lines)),) if block.source is not None else ()
    missing = tuple((character, block.source) for character, _ in galley.missing)
    return Galley(lines, sources, missing, galley.parts)


@dataclass(frozen=True, slots=True)
class Opinion:
    """A measured opinion: its title, dotted lines, and the signature. Lengths are points."""

    title: Galley
    lines: int
    signature: Galley
    source: Source | None
    depth: float
    """What a page holds."""
    before: float = 2 * saraban.PARAGRAPH_GAP
    after: float = 0.0
    keep_with_next: bool = False
    unseen: tuple[Unseen, ...] = ()

    @property
    def height(self) -> float:
        """Points it needs in one piece."""
        written = self.lines * saraban.OPINION_LINE_PITCH
        return self.title.height() + written + self.signature.height()

    @property
    def head(self) -> float:
        """All of it, unless no page could hold that."""
        return self.height if self.height <= self.depth else self.title.head()

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        return (*self.title.missing, *self.signature.missing)

    def pour(self, pages: Pages) -> None:
        """Put it on one page."""
        if self.head > pages.room and not pages.fresh:
            pages.turn()
        pages.begin()
        first, top = pages.count, pages.y
        pages.pour(self.title, pages.tagging("P"))
        rest = self.height - self.title.height()
        if rest > pages.room and not pages.fresh:
            pages.turn()
        frame = pages.frame
        baseline = pages.y
        for _ in range(self.lines):
            baseline += saraban.OPINION_LINE_PITCH
            pages.ink.broken(frame.left, frame.right, baseline, DOTS)
        pages.y = baseline
        pages.pour(self.signature, pages.tagging("P"))
        if self.source is not None:
            pages.anchor_over(self.source, first, top)


def set_opinion(setter: Setter, block: OpinionBlock, width: float, depth: float) -> Opinion:
    """Measure an opinion for a text area of ``width`` by ``depth`` points."""
    shape = Shape(width, BODY_SIZE)
    title = setter.set(setter.measurer.measure((Run(block.title, bold=True),)), shape, block.source)
    signature = set_signature(setter, Signature(block.name, block.position), width)
    missing = tuple((character, block.source) for character, _ in signature.missing)
    signature = replace(signature, missing=missing)
    return Opinion(title, min(max(block.lines, 1), _MOST_LINES), signature, block.source, depth)
