"""What a section is made of, one under the other: paragraphs, tables, white, new pages.

White between two pieces is the larger of theirs, as in the PDF. Word would add them up, so all of
it goes above the second, or below the first where the second is a table.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ita_desktop.render.docx.looks import Look, Style, properties
from ita_desktop.render.docx.markup import Element, el
from ita_desktop.render.docx.styles import NORMAL, SIGNATURE, SPACER
from ita_desktop.render.docx.wardrobe import Wardrobe

_LEAST_SPACER = 1.0
_COMPANY = 2
"""Pieces that a signature takes along onto its page: a closing of one line is too little."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its style, how it looks in truth, and its runs."""

    style: Style
    look: Look
    content: tuple[Element, ...] = ()
    fixed: bool = False
    """Whether its white above counts at the top of a page too: it is a place, not a distance."""
    follows: bool = False
    """Whether it must not stand on a page without the end of what is before it: a signature."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A finished table."""

    table: Element
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class White:
    """White in points, over and above that of its neighbours."""

    points: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page."""


Piece: TypeAlias = Words | Grid | White | Turn


@dataclass(slots=True)
class _Laid:
    """A piece with the white it has come to, and whether it begins a page."""

    piece: Words | Grid
    before: float
    after: float = 0.0
    turns: bool = False


def section_body(
    pieces: Sequence[Piece], wardrobe: Wardrobe, ending: Element | None
) -> Iterator[Element]:
    """The paragraphs and tables of a section; ``ending`` (its ``w:sectPr``) goes into the last
    paragraph, None where the section is the document's last."""
    laid = _laid(pieces)
    if not laid or isinstance(laid[-1].piece, Grid):
        laid.append(_spacer(0.0, turns=False))
    for place, one in enumerate(laid):
        last = place == len(laid) - 1
        if isinstance(one.piece, Grid):
            yield one.piece.table
        else:
            yield _paragraph(one, one.piece, wardrobe, ending if last else None)


def _paragraph(laid: _Laid, words: Words, wardrobe: Wardrobe, ending: Element | None) -> Element:
    """``w:p`` of a paragraph with the white it has come to."""
    style = wardrobe.wear(words.style, words.look.size)
    look = dataclasses.replace(
        words.look,
        before=laid.before,
        after=laid.after,
        bold=style.look.bold,  # weight is a matter of the runs
    )
    given = properties(
        look,
        style.look,
        style="" if style is NORMAL else style.id,
        turns=laid.turns,
        section=ending,
    )
    return el("p", given, *words.content)


def _laid(pieces: Iterable[Piece]) -> list[_Laid]:
    laid: list[_Laid] = []
    white = after = 0.0
    turns = False
    for piece in pieces:
        if isinstance(piece, White):
            white, after = white + after + piece.points, 0.0
            continue
        if isinstance(piece, Turn):
            turns = bool(laid)
            continue
        above = piece.look.before if isinstance(piece, Words) else piece.before
        below = piece.look.after if isinstance(piece, Words) else piece.after
        fresh = turns or not laid
        if isinstance(piece, Words) and piece.follows and not fresh:
            _take_along(laid)
        gap = 0.0 if fresh else white + max(after, above)
        if isinstance(piece, Words):
            laid.append(_Laid(piece, above if piece.fixed else gap, turns=turns))
        else:
            _stand_off(laid, gap, turns)
            laid.append(_Laid(piece, 0.0))
        white, after, turns = 0.0, below, False
    return laid


def _take_along(laid: list[_Laid]) -> None:
    """Keep a signature with what it closes; one that stands under another closes nothing."""
    for before in reversed(laid[-_COMPANY:]):
        if isinstance(before.piece, Words) and before.piece.style is SIGNATURE:
            return
        _keep_with_next(before)
        if isinstance(before.piece, Grid):
            return


def _keep_with_next(laid: _Laid) -> None:
    """Let the last lines of a piece stand on the page of the next one."""
    piece = laid.piece
    if isinstance(piece, Words):
        look = dataclasses.replace(piece.look, keep_next=True)
        laid.piece = dataclasses.replace(piece, look=look)
        return
    for last in piece.table.xpath("./w:tr[last()]/w:tc/w:p[last()]"):
        last.get_or_add_pPr().get_or_add_keepNext()


def _stand_off(laid: list[_Laid], gap: float, turns: bool) -> None:
    """Leave white before a table, which has none of its own."""
    before = laid[-1].piece if laid else None
    if turns or isinstance(before, Grid):
        laid.append(_spacer(gap, turns=turns))
    elif before is not None:
        laid[-1].after = gap


def _spacer(height: float, *, turns: bool) -> _Laid:
    line = max(height, _LEAST_SPACER)
    return _Laid(Words(SPACER, dataclasses.replace(SPACER.look, line=line)), 0.0, turns=turns)
