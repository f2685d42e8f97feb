"""สารบัญ: every part with the page it begins on, which Word counts anew when it is asked to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ita_desktop.documents.blocks import Contents, Cover, Document
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.looks import Tab
from ita_desktop.render.docx.markup import Element, clean_line, el, field, tab
from ita_desktop.render.docx.pieces import Piece, Words
from ita_desktop.render.docx.styles import CONTENTS_LINE, CONTENTS_TITLE
from ita_desktop.thai.digits import to_thai


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document: its title, its place among the parts from 1, and the number of its
    first page, as far as known."""

    title: str
    number: int
    page: int

    @property
    def bookmark(self) -> str:
        """The name by which Word finds it."""
        return f"_Part{self.number}"


def contents_pieces(
    block: Contents, parts: Sequence[Part], desk: Desk, width: float, *, thai: bool
) -> Iterator[Piece]:
    """The title, and a line for every part that leads there."""
    if block.title:
        yield Words(CONTENTS_TITLE, CONTENTS_TITLE.look, desk.plain(block.title))
    look = dataclasses.replace(CONTENTS_LINE.look, tabs=(Tab(width, "right", "dot"),))
    for part in parts:
        shown = to_thai(str(part.page)) if thai else str(part.page)
        page = field(f"PAGEREF {part.bookmark} \\h", shown)
        link = el(
            "hyperlink", *desk.plain(part.title), tab(), *page, anchor=part.bookmark, history=1
        )
        yield Words(CONTENTS_LINE, look, (link,))


def mark_part(body: Iterable[Element], part: Part) -> None:
    """Put the part's bookmark where its first words stand."""
    paragraphs = [found for one in body for found in one.xpath("descendant-or-self::w:p")]
    first = next((one for one in paragraphs if one.xpath(".//w:t")), paragraphs[0])
    start = el("bookmarkStart", id=part.number, name=part.bookmark)
    place = 1 if first.pPr is not None else 0
    first.insert(place, start)
    first.append(el("bookmarkEnd", id=part.number))


def parts_of(document: Document, pdf: bytes | None) -> tuple[Part, ...]:
    """Every part in order, with the number that its first page bears in the PDF, 1 without it."""
    titles: list[str] = []
    covers: list[int] = []
    uncounted = 0
    for section in document.sections:
        if section.part:
            titles.append(section.part)
            covers.append(uncounted)
        if not document.through:
            uncounted += sum(isinstance(block, Cover) for block in section.blocks)
    sheets = _first_sheets(pdf, titles) if pdf is not None else [1] * len(titles)
    return tuple(
        Part(title, number, max(sheet - before, 1))
        for number, (title, sheet, before) in enumerate(zip(titles, sheets, covers, strict=True), 1)
    )


def _first_sheets(pdf: bytes, titles: Sequence[str]) -> list[int]:
    """On which sheet of the PDF, counted from 1, its bookmarks have each of these parts, which are
    given in their order; 1 where they have it not."""
    import pypdfium2

    file = pypdfium2.PdfDocument(pdf)
    try:
        marks = [(mark.get_title(), mark.get_dest()) for mark in file.get_toc() if not mark.level]
        found = [(title, target.get_index() + 1) for title, target in marks if target is not None]
    finally:
        file.close()
    pages: list[int] = []
    for title in titles:
        behind = [page for known, page in found if known == clean_line(title) and page not in pages]
        pages.append(behind[0] if behind else 1)
    return pages
