"""Titles and paragraphs as the documents share them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ita_desktop.documents.blocks import Align, Block, Heading, Paragraph, Source, text
from ita_desktop.documents.saraban import FIRST_LINE, PARAGRAPH_GAP

RIGHT_HALF = 80.0
"""Millimetres from the left edge of the text to its middle: where a date or an agency's name
stands under a preface."""


def title(lines: Sequence[str], source: Source | None = None) -> tuple[Block, ...]:
    """The title of a document, nothing where it has no lines."""
    if not lines:
        return ()
    return (Heading(tuple(lines), space_after=PARAGRAPH_GAP, source=source),)


def subtitle(words: str, source: Source | None = None) -> Block:
    """A heading within a document, at the left."""
    gaps = {"space_before": 2 * PARAGRAPH_GAP, "space_after": PARAGRAPH_GAP}
    return Heading((words,), level=2, align=Align.LEFT, source=source, **gaps)


def paragraphs(lines: Iterable[str], source: Source | None = None) -> tuple[Block, ...]:
    """Justified paragraphs, each with its first line set in."""
    return tuple(
        Paragraph(
            text(line),
            align=Align.THAI,
            first_line=FIRST_LINE,
            space_before=PARAGRAPH_GAP,
            source=source,
        )
        for line in lines
        if line.strip()
    )


def inner_heading(
    words: str, source: Source | None = None, *, above: float = PARAGRAPH_GAP
) -> Block:
    """A heading within a letter, ``above`` points below what it follows: เรื่องเดิม, ข้อเท็จจริง …"""
    gaps = {"space_before": above, "space_after": 0.0}
    return Heading((words,), level=2, align=Align.LEFT, source=source, **gaps)


def in_right_half(lines: Iterable[str], source: Source | None = None) -> tuple[Block, ...]:
    """Lines centred in the right half of the page."""
    return tuple(
        Paragraph(text(line), align=Align.CENTER, left=RIGHT_HALF, source=source)
        for line in lines
        if line.strip()
    )
