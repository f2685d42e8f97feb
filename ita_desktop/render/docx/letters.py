"""What correspondence is made of: emblem, memo head, rule, signature, opinion."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator

from ita_desktop.documents import saraban
from ita_desktop.documents.blocks import (
    BODY_SIZE,
    HeadLine,
    MemoHead,
    OpinionBlock,
    Rule,
    Run,
    Signature,
)
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.drawings import Picture
from ita_desktop.render.docx.looks import Tab, half_points
from ita_desktop.render.docx.markup import Element, el, tab
from ita_desktop.render.docx.pieces import Words
from ita_desktop.render.docx.styles import (
    MEMO_LINE,
    MEMO_TITLE,
    OPINION,
    OPINION_LINE,
    PICTURE,
    RULE,
    SIGNATURE,
    SIGNING_ROOM,
)
from ita_desktop.render.pdf.file.pictures import read_picture
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, natural_width

_EMBLEM_DOTS = 600
"""Dots an inch that an emblem keeps."""
_AFTER_LABEL = 2.0
"""Millimetres between a label of the memo's head and the dotted line behind it."""
_LABEL_SHARE = 0.6
"""The most that a label takes of its entry's width."""
_BETWEEN_ENTRIES = 3.0
"""Millimetres between two entries of a row."""
_MOST_LINES = 20
"""Dotted lines of an opinion, at most: more would leave the page."""
_UNNAMED = "." * 50
"""Between brackets where no name is known."""


def emblem(data: bytes | None, height: float, words: str) -> Picture | None:
    """The office's picture in a height on paper, its clear parts clear; None where it cannot be
    read."""
    from PIL import Image, ImageOps

    if read_picture(data) is None or data is None:
        return None
    with Image.open(io.BytesIO(data)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGBA")
    width = height * image.width / image.height
    dots = round(height / 25.4 * _EMBLEM_DOTS)
    if dots < image.height:
        wide = max(round(image.width * dots / image.height), 1)
        image = image.resize((wide, dots), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return Picture(made.getvalue(), width, height, words)


def emblem_words(picture: Picture, space_after: float, desk: Desk) -> Words:
    """The Garuda, centred, kept with what follows.

    Word has white below a picture as below the words of a line, LibreOffice has none: half of it is
    counted here.
    """
    after = max(space_after - desk.below_baseline / 2, 0.0)
    look = dataclasses.replace(PICTURE.look, after=after, keep_next=True)
    return Words(PICTURE, look, (desk.drawings.inline(picture),))


def rule_words(block: Rule, width: float) -> Words:
    """A short dashed line: the lower border of an empty line between two indents."""
    aside = max((width - block.width) / 2, 0.0)
    look = dataclasses.replace(
        RULE.look, left=aside, right=aside, before=block.space_before, after=block.space_after
    )
    return Words(RULE, look)


def memo_words(block: MemoHead, emblem: Picture, desk: Desk, width: float) -> Iterator[Words]:
    """The Garuda tied to the title, then the head lines: their words stand on dotted lines."""
    tied = desk.drawings.on_page(emblem, saraban.MEMO_GARUDA_TOP)
    yield Words(MEMO_TITLE, MEMO_TITLE.look, (tied, *desk.plain(block.title)))
    for row in block.lines:
        yield _head_line(row, desk, width)


def _head_line(row: tuple[HeadLine, ...], desk: Desk, width: float) -> Words:
    """A row whose entries share its width; each line runs on to where the next entry begins."""
    share = width / max(len(row), 1)
    stops: list[Tab] = []
    content: list[Element] = []
    hang = 0.0
    for at, line in enumerate(row):
        label = min(_label_width(line.label, desk), share * _LABEL_SHARE)
        behind = at * share + label + _AFTER_LABEL
        last = at == len(row) - 1
        if at:
            content.append(tab())
            stops.append(Tab(at * share))
            stops.append(Tab(behind))
        else:
            hang = behind
        # At the margin itself only a stop from the right lets the line end before it.
        end = Tab(width, "right") if last else Tab((at + 1) * share - _BETWEEN_ENTRIES)
        stops.append(end)
        content += [*_label(line.label, desk), tab()]
        content += map(_dotted, (*desk.plain(line.words), tab()))
    look = dataclasses.replace(MEMO_LINE.look, left=hang, first_line=-hang, tabs=tuple(stops))
    return Words(MEMO_LINE, look, tuple(content))


def _label(words: str, desk: Desk) -> Iterator[Element]:
    """A label, larger and bolder than its line."""
    size = half_points(saraban.MEMO_LABEL_SIZE)
    for run in desk.plain(words):
        run.insert(0, el("rPr", el("b"), el("bCs"), el("sz", val=size), el("szCs", val=size)))
        yield run


def _dotted(run: Element) -> Element:
    """A run on a dotted line."""
    run.insert(0, el("rPr", el("u", val="dotted")))
    return run


def _label_width(words: str, desk: Desk) -> float:
    """Millimetres that a label takes."""
    measured = desk.setter.measurer.measure((Run(words, bold=True),))
    return natural_width(measured) * saraban.MEMO_LABEL_SIZE / 1000 / POINTS_PER_MM


def signature_words(block: Signature, desk: Desk, width: float) -> Iterator[Words]:
    """A closing line if there is one, room for the hand, the name in brackets, the position."""
    closing = (block.closing,) if block.closing else ()
    lines = _signed(block.name, block.position)
    left = _axis_left((*closing, *lines), desk, width)
    look = dataclasses.replace(SIGNATURE.look, left=left, keep_next=True)
    for words in closing:
        yield Words(SIGNATURE, look, desk.plain(words), follows=True)
    yield Words(SIGNING_ROOM, SIGNING_ROOM.look, follows=not closing)
    yield from _signing(lines, left, desk)


def opinion_words(block: OpinionBlock, desk: Desk, width: float) -> Iterator[Words]:
    """Title, dotted lines to write on, name and position: one block that no page's end tears."""
    yield Words(OPINION, OPINION.look, desk.plain(block.title))
    for at in range(min(max(block.lines, 1), _MOST_LINES)):
        look = dataclasses.replace(OPINION_LINE.look, tabs=(Tab(width, "right", "dot"),))
        if not at:
            first = saraban.OPINION_LINE_PITCH - desk.setter.metrics.ascent * BODY_SIZE
            look = dataclasses.replace(look, before=first)
        yield Words(OPINION_LINE, look, (tab(),))
    yield Words(SIGNING_ROOM, SIGNING_ROOM.look)
    lines = _signed(block.name, block.position)
    yield from _signing(lines, _axis_left(lines, desk, width), desk)


def _signed(name: str, position: tuple[str, ...]) -> tuple[str, ...]:
    return (f"({name or _UNNAMED})", *position)


def _signing(lines: tuple[str, ...], left: float, desk: Desk) -> Iterator[Words]:
    """Name and position, one under the other."""
    for at, line in enumerate(lines):
        look = dataclasses.replace(SIGNATURE.look, left=left, keep_next=at < len(lines) - 1)
        yield Words(SIGNATURE, look, desk.plain(line))


def _axis_left(lines: tuple[str, ...], desk: Desk, width: float) -> float:
    """Where lines that are centred over each other begin: at the middle of ``width`` millimetres,
    further left for a word that is too wide."""
    measured = desk.setter.measurer.measure((Run("\n".join(lines)),))
    widest = max((word.width for line in measured.lines for word in line), default=0.0)
    wide = widest * BODY_SIZE / 1000 / POINTS_PER_MM
    return width - min(max(wide + 0.5, width / 2), width)
