"""Documents → PDF. One renderer keeps what it measured, so that an edit costs its own blocks only.

A renderer is for one thread at a time. Two renderers may work side by side only in two processes:
ReportLab and the fonts keep tables of their own.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from ita_desktop.documents.blocks import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
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
    Source,
    Space,
    Table,
)
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.cover import CoverPage, set_cover, set_signature
from ita_desktop.render.pdf.flow import Flowing, Lines, Tabular, Turn, White, flow
from ita_desktop.render.pdf.font import DEFAULT_FAMILY, FontFamily, font_family
from ita_desktop.render.pdf.galley import EMPTY
from ita_desktop.render.pdf.memory import Memory
from ita_desktop.render.pdf.pages import Cancelled, Pages
from ita_desktop.render.pdf.paragraph import Metrics, Setter
from ita_desktop.render.pdf.table_cells import Cells
from ita_desktop.render.pdf.table_set import TableSetter
from ita_desktop.render.pdf.words import Measurer
from ita_desktop.render.pdf.writer import Writer, readable_picture
from ita_desktop.thai.words import breaker

__all__ = ["Cancelled", "PdfRenderer"]

Pictures = Callable[[str], bytes | None]


class PdfRenderer:
    """Turns documents into PDF, remembering measured blocks from one to the next.

    Its fonts are its own, so that two renderers may work at once, each in its thread.
    """

    def __init__(self) -> None:
        self._families: dict[str, FontFamily] = {}
        self._desks: dict[tuple[str, frozenset[str]], _Desk] = {}

    def warm(self, family: str = DEFAULT_FAMILY) -> None:
        """Load the fonts and the dictionary, which costs half a second, before they are needed."""
        self._desk(family, frozenset()).setter.measurer.plain("อุ่น")

    def render(
        self,
        document: Document,
        *,
        family: str = DEFAULT_FAMILY,
        pictures: Pictures | None = None,
        created: datetime | None = None,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Rendered:
        """The PDF of a document.

        ``family`` is a shipped typeface; ``pictures`` gives the bytes of a PNG or JPEG by its
        SHA-256; ``created`` is the date in the file; ``progress`` is told how many pages are done.
        Raises :class:`Cancelled` soon after ``cancelled`` comes true.
        """
        with _collector_at_rest():
            desk = self._desk(family, document.words)
            writer = Writer(
                identity=document.id,
                title=document.title,
                author=document.author,
                created=created,
            )
            pages = Pages(
                writer,
                desk.setter,
                thai_digits=document.thai_digits,
                progress=progress,
                cancelled=cancelled,
            )
            findings: list[Finding] = []
            finished = False
            try:
                for section in document.sections:
                    pages.use(section.page)
                    measured = [desk.measured(block, pages, pictures) for block in section.blocks]
                    for block in measured:
                        findings += _findings(block)
                    flow(measured, pages)
                pages.drop_or_close()
                if not pages.count:
                    pages.turn()
                    pages.close()
                finished = True
            finally:
                desk.memory.turn(finished=finished)
            unique = tuple(dict.fromkeys(findings))
            return Rendered(writer.data(), pages.count, unique, tuple(pages.anchors))

    def _desk(self, family: str, words: frozenset[str]) -> _Desk:
        desk = self._desks.get((family, words))
        if desk is None:
            if len(self._desks) > 2:
                self._desks.clear()
            fonts = self._families.get(family)
            if fonts is None:
                fonts = self._families[family] = font_family(family)
            desk = self._desks[family, words] = _new_desk(fonts, words)
        return desk


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Without the cycle collector, which stops every thread to look through all that is measured.

    It would find nothing: no cycles are made here.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Desk:
    """What measures with one typeface and one list of names, and what it remembers."""

    setter: Setter
    tables: TableSetter
    memory: Memory

    def measured(self, block: Block, pages: Pages, pictures: Pictures | None) -> Flowing:
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
                    level=block.level - 1,
                )
            case ListBlock():
                galley = self.memory.recall((block, width), lambda: setter.list_block(block, width))
                return Lines(galley, block.space_before, block.space_after)
            case Table():
                return self._table(block, width, pages)
            case Cover():
                picture = pictures(block.picture) if pictures and block.picture else None
                return set_cover(setter, block, width, pages.depth, readable_picture(picture))
            case Signature():
                galley = self.memory.recall(
                    (block, width), lambda: set_signature(setter, block, width)
                )
                return Lines(galley, follows=True)
            case PageBreak():
                return Turn()
            case Space():
                return White(max(block.points, 0.0))
            case (
                Emblem() | MemoHead() | OpinionBlock() | Rule() | Chart() | PhotoGrid() | Contents()
            ):
                return White(0.0)  # TODO
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


def _new_desk(fonts: FontFamily, words: frozenset[str]) -> _Desk:
    regular = fonts.font()
    line = regular.line_height
    # The file's gap is shared out so that ink never leaves its line.
    ascent = regular.ascent + (line - (regular.ascent - regular.descent)) / 2
    setter = Setter(Measurer(fonts, breaker(words)), Metrics(ascent, line))
    memory = Memory()
    return _Desk(setter, TableSetter(Cells(setter), memory, setter.leading), memory)


def _findings(block: Flowing) -> Iterator[Finding]:
    for character, source in block.missing:
        yield _missing_character(character, source)
    if isinstance(block, CoverPage) and block.wants_picture and block.picture is None:
        source = block.source
        yield Finding(
            Severity.LOOK_AT,
            "missing-picture",
            "ไม่พบภาพตราครุฑหรือตราสัญลักษณ์ของหน่วยงาน จึงพิมพ์กรอบว่างไว้แทน",
            "เลือกไฟล์ภาพ PNG หรือ JPEG ในหน้าข้อมูลหน่วยงาน",
            source.record_id if source else "",
            source.field if source else "",
        )


def _missing_character(character: str, source: Source | None) -> Finding:
    shown = "อักขระที่เสีย" if character == "\ufffd" else f"“{character}”"
    return Finding(
        Severity.LOOK_AT,
        "missing-character",
        f"ไม่มีแบบอักษรสำหรับ {shown} (U+{ord(character):04X}) จึงพิมพ์เป็นเครื่องหมาย ◆ แทน",
        "ลบอักขระนี้ออก หรือใช้คำหรือเครื่องหมายอื่นแทน",
        source.record_id if source else "",
        source.field if source else "",
    )
