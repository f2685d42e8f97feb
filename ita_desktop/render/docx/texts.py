"""Paragraphs, headings and lists as pieces."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from ita_desktop.documents.blocks import Align, Heading, ListBlock, Paragraph, Run, bold
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.looks import Look, Style
from ita_desktop.render.docx.markup import tab
from ita_desktop.render.docx.pieces import Words
from ita_desktop.render.docx.styles import HEADINGS, LIST, TEXT_STYLES, nearest
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, label_columns


def paragraph_words(block: Paragraph, desk: Desk) -> Words:
    """A paragraph of the page, in the style it is nearest to."""
    look = look_of(block)
    style = nearest(look, TEXT_STYLES)
    return Words(style, look, desk.runs(block.text, bold=style.look.bold))


def look_of(block: Paragraph) -> Look:
    """How a paragraph says it looks."""
    return Look(
        size=block.size,
        align=block.align,
        left=block.left,
        first_line=block.first_line,
        before=block.space_before,
        after=block.space_after,
        keep_next=block.keep_with_next,
    )


def heading_words(block: Heading, desk: Desk, width: float) -> Words:
    """A heading, which stands in Word's navigation pane."""
    style = HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
    words = "\n".join(block.lines)
    centered = block.align is Align.CENTER
    aside = desk.aside((bold(words),), block.size, width) if centered else 0.0
    look = dataclasses.replace(
        style.look,
        size=block.size,
        align=block.align,
        left=aside,
        right=aside,
        before=block.space_before,
        after=block.space_after,
    )
    return Words(style, look, desk.plain(words))


def list_words(
    block: ListBlock, desk: Desk, width: float, size: float, style: Style = LIST
) -> Iterator[Words]:
    """The items of a list in ``width`` millimetres: each label stands before a tab, its text hangs.

    The labels are text, not Word's own numbers: they stay as they were printed, whatever is added.
    """
    em = size / 1000 / POINTS_PER_MM
    labels = [desk.setter.measurer.measure((Run(item.label),)) for item in block.items]
    columns, hangs = label_columns(block, labels, width / em, block.left / em)
    last = len(block.items) - 1
    for place, item in enumerate(block.items):
        level = min(item.level, 1)
        start = block.left + (columns[0] * em if level and hangs else 0.0)
        look = dataclasses.replace(
            style.look,
            size=size,
            align=block.align,
            left=start,
            before=0.0 if place else block.space_before,
            after=block.space_after if place == last else 0.0,
        )
        heavy = style.look.bold
        if not hangs:
            lead = desk.plain(f"{item.label} ") if item.label else ()
            look = dataclasses.replace(look, left=min(block.left, width / 4))
            yield Words(style, look, (*lead, *desk.runs(item.text, bold=heavy)))
            continue
        hang = columns[level] * em
        look = dataclasses.replace(look, left=start + hang, first_line=-hang if item.label else 0.0)
        lead = (*desk.plain(item.label), tab()) if item.label else ()
        yield Words(style, look, (*lead, *desk.runs(item.text, bold=heavy)))
