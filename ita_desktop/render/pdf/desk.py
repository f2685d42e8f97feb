"""What measures blocks with one typeface and one list of names, and remembers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from ita_desktop.documents.blocks import (
    Block,
    Chart,
    Contents,
    Cover,
    Emblem,
    Heading,
    ListBlock,
    MemoHead,
    OpinionBlock,
    PageBreak,
    Paragraph,
    PhotoGrid,
    Rule,
    Signature,
    Space,
    Table,
)
from ita_desktop.render.pdf.file.pictures import Picture, read_picture
from ita_desktop.render.pdf.flow import Flowing, Lines, Tabular, Turn, White
from ita_desktop.render.pdf.font import FontFamily
from ita_desktop.render.pdf.galley import EMPTY
from ita_desktop.render.pdf.memory import Memory
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Metrics, Setter
from ita_desktop.render.pdf.parts.chart import set_chart
from ita_desktop.render.pdf.parts.contents import set_contents
from ita_desktop.render.pdf.parts.cover import set_cover
from ita_desktop.render.pdf.parts.emblem import set_emblem
from ita_desktop.render.pdf.parts.memo_head import set_memo_head
from ita_desktop.render.pdf.parts.photos import set_photos
from ita_desktop.render.pdf.parts.rule import ShortRule
from ita_desktop.render.pdf.parts.signing import set_opinion, set_signature
from ita_desktop.render.pdf.table_cells import Cells
from ita_desktop.render.pdf.table_set import TableSetter
from ita_desktop.render.pdf.words import Measurer
from ita_desktop.thai.words import breaker

Pictures = Callable[[str], bytes | None]


class Given(NamedTuple):
    """What blocks need to know besides themselves."""

    pictures: Pictures
    """The bytes of a picture by its SHA-256."""
    parts: tuple[str, ...]
    """The names of the document's parts."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Blocks measured here are remembered as long as documents ask for them."""

    setter: Setter
    tables: TableSetter
    memory: Memory

    def measured(self, block: Block, pages: Pages, given: Given) -> Flowing:
        """A block measured for the present page set-up."""
        width, setter = pages.measure(), self.setter
        match block:
            case Paragraph():
                galley = self.memory.recall((block, width), lambda: setter.paragraph(block, width))
                return Lines(galley, block.space_before, block.space_after, block.keep_with_next)
            case Heading():
                galley = self.memory.recall((block, width), lambda: setter.heading(block, width))
                return Lines(
                    galley,
                    block.space_before,
                    block.space_after,
                    keep_with_next=True,
                    title=" ".join(block.lines),
                    level=max(block.level, 1) - 1,
                )
            case ListBlock():
                galley = self.memory.recall((block, width), lambda: setter.list_block(block, width))
                return Lines(galley, block.space_before, block.space_after)
            case Table():
                return self._table(block, width, pages)
            case Cover():
                picture = self._picture(block.picture, given.pictures)
                return set_cover(setter, block, width, pages.depth, picture)
            case Emblem():
                picture = self._picture(block.picture, given.pictures)
                return set_emblem(setter, block, width, pages.depth, picture)
            case MemoHead():
                return set_memo_head(
                    setter, block, width, self._picture(block.picture, given.pictures)
                )
            case Rule():
                points = max(block.width, 0.0) * POINTS_PER_MM
                return ShortRule(points, block.space_before, block.space_after)
            case Signature():
                galley = self.memory.recall(
                    (block, width), lambda: set_signature(setter, block, width)
                )
                return Lines(galley, follows=True)
            case OpinionBlock():
                return set_opinion(setter, block, width, pages.depth)
            case PageBreak():
                return Turn()
            case Space():
                return White(max(block.points, 0.0))
            case Chart():
                return set_chart(setter, block, width, pages.depth)
            case PhotoGrid():
                found = [self._picture(photo.picture, given.pictures) for photo in block.photos]
                return set_photos(setter, block, width, pages.depth, found)
            case Contents():
                return set_contents(setter, block, width, given.parts)
            case _:
                assert_never(block)

    def _table(self, block: Table, width: float, pages: Pages) -> Flowing:
        caption = EMPTY
        if block.caption:
            title = Heading((block.caption,), size=block.size)
            caption = self.memory.recall((title, width), lambda: self.setter.heading(title, width))
        return Tabular(
            self.tables.set(block, width, pages.tick),
            caption,
            block.space_before,
            block.space_after,
            block.source,
        )

    def _picture(self, digest: str | None, pictures: Pictures) -> Picture | None:
        """The picture of that SHA-256, if there is one that can be shown."""
        data = pictures(digest) if digest else None
        if not data:
            return None
        key = ("picture", digest, hash(data))
        [picture] = self.memory.recall(key, lambda: (read_picture(data),))
        return picture


def new_desk(fonts: FontFamily, words: frozenset[str]) -> Desk:
    """A desk for a typeface and the names that a line never tears."""
    regular = fonts.font()
    line = regular.line_height
    # The file's gap is shared out so that ink never leaves its line.
    ascent = regular.ascent + (line - (regular.ascent - regular.descent)) / 2
    setter = Setter(Measurer(fonts, breaker(words)), Metrics(ascent, line))
    memory = Memory()
    return Desk(setter, TableSetter(Cells(setter), memory, setter.leading), memory)
