"""Documents → Word files that say and show the same as the PDF, and can be written on.

Line ends and pages are Word's own. What has to be measured (columns, labels, covers) is measured
in the PDF's typeface, which has the measures of TH Sarabun New.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
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
    PageSetup,
    Paragraph,
    Photo,
    PhotoGrid,
    Rule,
    Signature,
    Source,
    Space,
    Table,
)
from ita_desktop.documents.saraban import GARUDA, MEMO_GARUDA
from ita_desktop.model.findings import Finding
from ita_desktop.render.docx.contents import Part, contents_pieces, mark_part, parts_of
from ita_desktop.render.docx.covers import cover_pieces
from ita_desktop.render.docx.desk import Desk, Pictures
from ita_desktop.render.docx.drawings import Drawings, Picture
from ita_desktop.render.docx.figures import chart_words, placeholder
from ita_desktop.render.docx.letters import (
    emblem,
    emblem_words,
    memo_words,
    opinion_words,
    rule_words,
    signature_words,
)
from ita_desktop.render.docx.markup import Element
from ita_desktop.render.docx.package import fill, new_package, package_bytes
from ita_desktop.render.docx.photos import photo_pieces
from ita_desktop.render.docx.pieces import Piece, Turn, White, section_body
from ita_desktop.render.docx.sections import Sheet, numbering_of, sheets_of
from ita_desktop.render.docx.sheets import Sheets
from ita_desktop.render.docx.tables import table_pieces
from ita_desktop.render.docx.texts import heading_words, list_words, paragraph_words
from ita_desktop.render.docx.wardrobe import Wardrobe
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.findings import missing_picture
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.frame import frame_of
from ita_desktop.render.pdf.pages import Cancelled
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM
from ita_desktop.render.pdf.renderer import PdfRenderer
from ita_desktop.render.pdf.table_alike import in_step
from ita_desktop.thai.words import breaker

__all__ = ["Cancelled", "DocxRenderer"]


_EMBLEM = "ตราสัญลักษณ์ของหน่วยงาน"


class DocxRenderer:
    """Turns documents into Word files.

    ``pdf`` draws the charts and measures; one may be shared with whoever makes the PDFs.
    """

    def __init__(self, pdf: PdfRenderer | None = None) -> None:
        self._pdf = pdf or PdfRenderer()

    def render(
        self,
        document: Document,
        *,
        pictures: Pictures | None = None,
        created: datetime | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Rendered:
        """The .docx of a document; its pages are not counted and nothing is anchored.

        ``pictures`` gives the bytes of a PNG or JPEG by its SHA-256; ``created`` is the date in
        the file. Raises :class:`Cancelled` soon after ``cancelled`` comes true.
        """
        made = _Making(self._pdf, document, pictures, created, cancelled)
        return Rendered(made.data(), 0, tuple(dict.fromkeys(made.findings)), ())


class _Making:
    """One document being made."""

    def __init__(
        self,
        pdf: PdfRenderer,
        document: Document,
        pictures: Pictures | None,
        created: datetime | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.findings: list[Finding] = []
        self._pdf = pdf
        self._document = document
        self._pictures = pictures or (lambda _digest: None)
        self._created = created
        self._cancelled = cancelled or (lambda: False)
        self._package = new_package(title=document.title, author=document.author, created=created)
        setter, tables = pdf.measures(document.words)
        self._desk = Desk(
            setter,
            tables,
            breaker(document.words),
            Wardrobe(),
            Drawings(self._package),
            self._pictures,
        )

    def data(self) -> bytes:
        """The bytes of the finished file."""
        document, wardrobe = self._document, self._desk.wardrobe
        sheets = Sheets(
            self._package,
            wardrobe,
            self._desk.setter.metrics,
            thai=document.thai_digits,
            through=document.through,
        )
        parts = self._parts()
        coming = iter(parts)
        content: list[Element] = []
        found = list(sheets_of(document))
        counted = False
        for place, sheet in enumerate(found):
            pieces = list(self._pieces(sheet, parts))
            ending = sheets.section(sheet.page, numbering_of(sheet, counted=counted))
            counted = counted or not sheet.cover
            last = place == len(found) - 1
            laid = list(section_body(pieces, wardrobe, None if last else ending))
            if sheet.part:
                mark_part(laid, next(coming))
            content += laid
            if last:
                content.append(ending)
        fill(self._package.element.body, content)
        fill(self._package.styles.element, wardrobe.part())
        return package_bytes(self._package)

    def _parts(self) -> tuple[Part, ...]:
        """Every part in order, with the page of the PDF where they are listed with it."""
        document = self._document
        blocks = (block for section in document.sections for block in section.blocks)
        if not any(isinstance(block, Contents) for block in blocks):
            return parts_of(document, None)
        made = self._pdf.render(
            document,
            pictures=self._pictures,
            created=self._created,
            cancelled=self._cancelled,
        )
        return parts_of(document, made.data)

    def _pieces(self, sheet: Sheet, parts: tuple[Part, ...]) -> Iterator[Piece]:
        area = frame_of(sheet.page, self._desk.setter.metrics, numbered=False).measure
        for block in in_step(sheet.blocks, self._desk.tables, area, self._tick):
            self._tick()
            yield from self._block(block, sheet.page, parts)

    def _block(self, block: Block, page: PageSetup, parts: tuple[Part, ...]) -> Iterator[Piece]:
        desk = self._desk
        frame = frame_of(page, desk.setter.metrics, numbered=False)
        width = frame.measure / POINTS_PER_MM
        depth = (frame.bottom - frame.top) / POINTS_PER_MM
        match block:
            case Paragraph():
                yield paragraph_words(block, desk)
            case Heading():
                yield heading_words(block, desk, width)
            case ListBlock():
                yield from list_words(block, desk, width, block.size)
            case Table():
                yield from table_pieces(block, desk, width, self._tick)
            case Cover():
                picture = None
                if block.picture is not None:
                    picture = self._emblem(block.picture, GARUDA, page, block.source)
                yield from cover_pieces(block, picture, desk, page)
            case Emblem():
                picture = self._emblem(block.picture, block.height, page, block.source)
                yield emblem_words(picture, block.space_after, desk)
            case MemoHead():
                picture = self._emblem(block.picture, MEMO_GARUDA, page, block.source)
                yield Turn()
                yield from memo_words(block, picture, desk, width)
            case OpinionBlock():
                yield from opinion_words(block, desk, width)
            case Rule():
                yield rule_words(block, width)
            case Signature():
                yield from signature_words(block, desk, width)
            case Chart():
                yield chart_words(block, page, self._pdf, desk)
            case PhotoGrid():
                yield from photo_pieces(block, desk, width, depth, partial(self._unseen, page))
            case Contents():
                thai = self._document.thai_digits
                yield from contents_pieces(block, parts, desk, width, thai=thai)
            case PageBreak():
                yield Turn()
            case Space():
                yield White(max(block.points, 0.0))
            case _:
                assert_never(block)

    def _emblem(
        self, digest: str, height: float, page: PageSetup, source: Source | None
    ) -> Picture:
        """The office's Garuda in that height, or the placeholder of its size with a finding."""
        picture = emblem(self._pictures(digest) if digest else None, height, _EMBLEM)
        if picture is not None:
            return picture
        self.findings.append(missing_picture(Unseen(True, source)))
        return placeholder(Emblem("", height), page, self._pdf, f"ที่สำหรับ{_EMBLEM}")

    def _unseen(self, page: PageSetup, photo: Photo, width: float) -> Picture:
        """The empty frame in the place of a photograph, with a finding."""
        self.findings.append(missing_picture(Unseen(False, photo.source)))
        grid = PhotoGrid((Photo(""),), 1, 1)
        made = placeholder(grid, page, self._pdf, "ไม่พบภาพ")
        return dataclasses.replace(made, width=width, height=width * made.height / made.width)

    def _tick(self) -> None:
        if self._cancelled():
            raise Cancelled
