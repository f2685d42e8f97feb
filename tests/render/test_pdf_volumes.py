"""Volumes in PDF: contents that lead to pages, numbers through, bookmarks by part."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf

from ita_desktop.documents.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    Orientation,
    PageBreak,
    PageNumbers,
    PageSetup,
    Paragraph,
    Section,
    text,
)
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.renderer import PdfRenderer
from tests.aids.hostile_texts import HOSTILE
from tests.aids.readers import lines_of, pdftotext_text
from tests.aids.sample_papers import paper, printed
from tests.render.pdf_measures import line_with, words_on

RENDERER = PdfRenderer()
PLAIN = PageSetup(numbers=PageNumbers.IN_MARGIN)
BARE = PageSetup(numbers=PageNumbers.NONE)
WIDE = PageSetup(Orientation.LANDSCAPE, numbers=PageNumbers.IN_MARGIN)


def part(name: str, pages: int, page: PageSetup = PLAIN) -> Section:
    blocks: list[Block] = [Heading((f"หัวเรื่องของ{name}",))]
    for _ in range(pages - 1):
        blocks += [PageBreak(), Paragraph(text("เนื้อความ"))]
    return Section(page, tuple(blocks), part=name)


def volume(*sections: Section, through: bool = True) -> Rendered:
    front = Section(PLAIN, (Contents("สารบัญ"),))
    document = Document("d", "เล่ม", "เทศบาลตำบลศรีสำราญ", (front, *sections), through=through)
    return RENDERER.render(document)


def pages_of(made: Rendered) -> list[list[str]]:
    return [lines_of(page) for page in pdftotext_text(made.data).split("\f")[:-1]]


def test_contents_name_every_part_with_the_number_of_its_page() -> None:
    made = volume(part("ภาคแรก", 3), part("ภาคสอง", 2, WIDE), part("ภาคสาม", 1))
    first = pages_of(made)[0]
    assert first == ["สารบัญ", "ภาคแรก ๒", "ภาคสอง ๕", "ภาคสาม ๗", "๑"]
    for page, name in ((1, "ภาคแรก"), (4, "ภาคสอง"), (6, "ภาคสาม")):
        assert pages_of(made)[page][0] == f"หัวเรื่องของ{name}"


def test_the_numbers_stand_at_the_right_margin() -> None:
    made = volume(*(part(f"ภาค{at}", 1) for at in range(12)))
    rights = [line_with(made.data, f"ภาค{at}").right for at in range(12)]
    assert max(rights) - min(rights) < 0.1
    assert abs(rights[0] - 190) < 0.5


def test_every_entry_is_a_link_to_its_page() -> None:
    made = volume(part("ภาคแรก", 3), part("ภาคสอง", 2))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        links = list(pdf.pages[0].Annots)
        targets = [pdf.pages.index(pikepdf.Page(link.Dest[0])) for link in links]
        assert targets == [1, 4]
        assert all(int(link.F) == 4 for link in links)
        upper, lower = (float(link.Rect[1]) for link in links)
        assert upper > lower
        tops = [float(link.Dest[3]) for link in links]
        assert all(top > 700 for top in tops)


def test_bookmarks_stand_by_part_with_its_headings_below() -> None:
    made = volume(part("ภาคแรก", 1), part("ภาคสอง", 1))
    with pikepdf.open(io.BytesIO(made.data)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["สารบัญ", "ภาคแรก", "ภาคสอง"]
        assert [item.title for item in outline.root[1].children] == ["หัวเรื่องของภาคแรก"]


def test_numbers_through_count_covers_unseen_and_take_the_place_of_the_sections_own() -> None:
    cover = Section(BARE, (Cover(("ชื่อเรื่อง",), ("หน่วยงาน",)),))
    numbered = Section(PageSetup(), (Paragraph(text("ก")), PageBreak(), Paragraph(text("ข"))))
    document = Document("d", "ก", "ข", (cover, numbered, replace(numbered, page=WIDE)))
    through = RENDERER.render(replace(document, through=True))
    assert [page[-1] for page in pages_of(through)] == ["หน่วยงาน", "๒", "๓", "๔", "๕"]
    assert all(len(page) == 2 for page in pages_of(through)[1:])
    assert line_with(through.data, "ข", 2).baseline < 32  # no room is kept for a number on top
    own = RENDERER.render(document)
    assert [page[0] for page in pages_of(own)[2:]] == ["- ๒ -", "- ๓ -", "- ๔ -"]


def test_without_numbers_through_contents_give_the_sections_own() -> None:
    cover = Section(BARE, (Cover(("ชื่อเรื่อง",), ("หน่วยงาน",)),), part="ปก")
    made = volume(cover, part("เนื้อหา", 2, PageSetup()), through=False)
    assert pages_of(made)[0] == ["สารบัญ", "ปก ๑", "เนื้อหา ๒"]


def test_a_long_name_wraps_and_its_number_stands_on_its_last_line() -> None:
    long = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน " * 2
    made = volume(part(long.strip(), 1))
    lines = words_on(made.data)
    assert lines[1].right < 175
    assert lines[2].right > 185


def test_contents_may_take_more_than_a_page() -> None:
    made = volume(*(part(f"ภาคที่{at}", 1) for at in range(60)))
    assert pages_of(made)[0][1] == "ภาคที่0 ๔"
    assert pages_of(made)[2][-2] == "ภาคที่59 ๖๓"
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert sum(len(page.get("/Annots", [])) for page in pdf.pages) == 60


def test_a_part_without_a_page_stops_nothing() -> None:
    made = volume(part("ภาคแรก", 1), Section(PLAIN, (), part="ว่าง"))
    assert made.pages == 2
    assert pages_of(made)[0][1:3] == ["ภาคแรก ๒", "ว่าง"]


def test_no_name_stops_a_volume() -> None:
    for words in HOSTILE:
        made = volume(part(words, 1), part("ปกติ", 1))
        assert made.pages >= 2


def test_the_volume_of_the_sample_leads_to_every_part() -> None:
    document = paper("bundle")
    made = printed(document)
    names = [section.part for section in document.sections if section.part]
    with pikepdf.open(io.BytesIO(made.data)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles[2:] == names
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        targets = [pdf.pages.index(pikepdf.Page(link.Dest[0])) for link in links]
    assert len(links) == len(names)
    assert targets == sorted(targets)
    pages = pages_of(made)
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    for name, target in zip(names, targets, strict=True):
        assert f"{name} {str(target + 1).translate(thai)}" in pages[1]
    numbers = [str(number).translate(thai) for number in range(1, made.pages + 1)]
    bare = [page for page, number in zip(pages, numbers, strict=True) if page[-1] != number]
    covers = [one for one in document.sections if isinstance(one.blocks[0], Cover)]
    assert len(bare) == len(covers) == 2
