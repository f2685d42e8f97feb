"""A document's runs of pages as Word counts them: every cover is a section by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.documents.blocks import (
    Block,
    Cover,
    Document,
    MemoHead,
    PageNumbers,
    PageSetup,
)
from ita_desktop.render.docx.sheets import Numbering


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run of pages that becomes one of Word's sections: a cover, or what stands between two.

    ``part`` names the document that begins with it, where several are bound together.
    """

    page: PageSetup
    blocks: tuple[Block, ...]
    part: str = ""

    @property
    def cover(self) -> bool:
        """Whether it is a page of its own that is neither numbered nor counted."""
        return any(isinstance(block, Cover) for block in self.blocks)


def sheets_of(document: Document) -> Iterator[Sheet]:
    """The document's sections, each cover by itself; at least one."""
    none = True
    for section in document.sections:
        part, waiting = section.part, list[Block]()
        for block in (*section.blocks, None):
            if (block is None or isinstance(block, Cover)) and waiting:
                yield Sheet(section.page, tuple(waiting), part)
                part, waiting, none = "", [], False
            if isinstance(block, Cover):
                yield Sheet(section.page, (block,), part)
                part, none = "", False
            elif block is not None:
                waiting.append(block)
    if none:
        yield Sheet(PageSetup(), ())


def numbering_of(sheet: Sheet, *, counted: bool) -> Numbering:
    """Covers bear no number; the page after them is the first, and bears none either.

    ``counted`` says whether a page was counted before.
    """
    if sheet.cover:
        return Numbering(PageNumbers.NONE)
    memo = bool(sheet.blocks) and isinstance(sheet.blocks[0], MemoHead)
    return Numbering(sheet.page.numbers, begins=not counted, bare_first=not counted, memo=memo)
