"""Measured blocks and how each comes onto pages: what is kept together, what may be cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ita_desktop.documents.blocks import Source
from ita_desktop.render.pdf.file.structure import Element
from ita_desktop.render.pdf.galley import EMPTY, Galley
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.table_pour import pour_table, table_head
from ita_desktop.render.pdf.table_set import SetTable
from ita_desktop.render.pdf.tagging import Tagging

_LONGEST_CHAIN = 40
_DEEPEST = 6
"""Levels of headings that a PDF knows."""
_COMPANY = 2
"""Lines of text that a signature never stands on a page without."""


class Unseen(NamedTuple):
    """A picture that could not be shown: an emblem, or a photo."""

    emblem: bool
    source: Source | None


class Flowing(Protocol):
    """A measured block."""

    @property
    def before(self) -> float:
        """Points of white above, dropped at the top of a page."""

    @property
    def after(self) -> float:
        """Points of white below."""

    @property
    def keep_with_next(self) -> bool:
        """Whether it must not stand alone at the bottom of a page."""

    @property
    def height(self) -> float:
        """Points it needs in one piece."""

    @property
    def head(self) -> float:
        """Points that the least of it needs at the bottom of a page."""

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""

    @property
    def unseen(self) -> tuple[Unseen, ...]:
        """Pictures that could not be shown."""

    def pour(self, pages: Pages) -> None:
        """Put it on the pages, from where they are filled to."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph, a heading or a list."""

    galley: Galley
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    title: str = ""
    """The heading's words for the outline; empty for other text."""
    level: int = 0
    follows: bool = False
    """Whether it must not stand on a page without the end of what comes before it."""
    unseen: tuple[Unseen, ...] = ()

    @property
    def height(self) -> float:
        """Points it needs in one piece."""
        return self.galley.height()

    @property
    def head(self) -> float:
        """Points that its first lines need."""
        return self.galley.head()

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        return self.galley.missing

    def pour(self, pages: Pages, tail: float = 0.0) -> None:
        """Let the lines flow; the bookmark goes where they begin. ``tail`` points below stay with
        the last two lines."""
        if self.head > pages.room and not pages.fresh:
            pages.turn()
        if self.title:
            pages.bookmark(self.title, self.level)
        tag = f"H{min(self.level, _DEEPEST - 1) + 1}" if self.title else "P"
        pages.pour(self.galley, pages.tagging(tag), tail)


@dataclass(frozen=True, slots=True)
class Tabular:
    """A table with its caption."""

    table: SetTable
    caption: Galley = EMPTY
    before: float = 0.0
    after: float = 0.0
    source: Source | None = None
    keep_with_next: bool = False
    unseen: tuple[Unseen, ...] = ()

    @property
    def height(self) -> float:
        """Points it needs in one piece, merged cells left aside."""
        rows = sum(row.height for row in self.table.rows)
        return self.caption.height() + sum(self.table.heading_heights) + rows

    @property
    def head(self) -> float:
        """Points of caption, heading and the least of the first row."""
        return self.caption.height() + table_head(self.table)

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        return (*self.caption.missing, *self.table.missing)

    def pour(self, pages: Pages, tail: float = 0.0) -> None:
        """Pour caption and rows; ``tail`` points below stay with the last lines."""
        if self.head > pages.room and not pages.fresh:
            pages.turn()
        element = Element(pages.parent, "Table")
        if self.caption.lines:
            pages.pour(self.caption, Tagging(pages.paper.structure, element, "Caption"))
        pages.begin()
        first, top = pages.count, pages.y
        pour_table(self.table, pages, element, tail)
        if self.source is not None:
            pages.anchor_over(self.source, first, top)


@dataclass(frozen=True, slots=True)
class White:
    """Empty space."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    missing: tuple[tuple[str, Source | None], ...] = ()
    unseen: tuple[Unseen, ...] = ()

    @property
    def head(self) -> float:
        """White needs nothing: a page's end swallows it."""
        return 0.0

    def pour(self, pages: Pages) -> None:
        """Leave the white, unless the page is fresh."""
        pages.white(self.height)


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page."""

    height: float = 0.0
    head: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    missing: tuple[tuple[str, Source | None], ...] = ()
    unseen: tuple[Unseen, ...] = ()

    def pour(self, pages: Pages) -> None:
        """End the page, unless nothing stands on it."""
        pages.end_page()


def flow(blocks: Sequence[Flowing], pages: Pages) -> None:
    """Put blocks on pages, one after the other. White between two is the larger of theirs."""
    after = 0.0
    for index, block in enumerate(blocks):
        gap = max(after, block.before)
        if not pages.fresh:
            need = gap + _kept(blocks[index : index + _LONGEST_CHAIN], pages.depth)
            if need > pages.room and need - gap <= pages.depth:
                pages.turn()
            else:
                pages.white(gap)
        if isinstance(block, Tabular | Lines):
            block.pour(pages, _tail(block, blocks[index + 1 : index + _LONGEST_CHAIN]))
        else:
            block.pour(pages)
        after = block.after


def _tail(block: Flowing, blocks: Sequence[Flowing]) -> float:
    """Points below a block of what must not stand on a page without its end: a signature, and
    what little text there is before it, not counting what itself stays with the signature."""
    if isinstance(block, Lines) and block.follows:
        return 0.0  # the first of several signatures stays with the text
    need, after, lines = 0.0, block.after, 0
    for each in blocks:
        need += max(after, each.before)
        after = each.after
        if isinstance(each, Lines):
            if each.follows:
                return need + each.head
            lines += 0 if each.keep_with_next else len(each.galley.lines)
        elif not isinstance(each, White):
            return 0.0
        if lines >= _COMPANY:
            return 0.0
        need += each.height
    return 0.0


def _kept(blocks: Sequence[Flowing], depth: float) -> float:
    """Points that the first block and what it is kept with need."""
    need = after = 0.0
    for index, block in enumerate(blocks):
        if index:
            need += max(after, block.before)
        if not block.keep_with_next:
            return need + _least(block, blocks[index + 1 :])
        need += block.height
        after = block.after
        if need > depth:
            return blocks[0].head
    return need


def _least(block: Flowing, blocks: Sequence[Flowing]) -> float:
    """Points that the least of a block needs: a short one goes on to another page whole, if what
    stays with its end has no room below it."""
    if isinstance(block, Lines) and not block.galley.without_last(0):
        tail = _tail(block, blocks)
        return block.height + tail if tail else block.head
    return block.head
