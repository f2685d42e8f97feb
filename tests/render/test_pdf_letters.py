"""Letters in PDF: memo heads, emblems, opinions, catch-words, and what stands together."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pytest

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Document,
    Emblem,
    Heading,
    HeadLine,
    MemoHead,
    OpinionBlock,
    PageBreak,
    PageNumbers,
    PageSetup,
    Paragraph,
    Rule,
    Section,
    Signature,
    Source,
    Space,
    text,
)
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.renderer import PdfRenderer
from tests.aids.hostile_texts import HOSTILE
from tests.aids.readers import READERS, lines_of, pdftotext_text
from tests.aids.sample_papers import emblem_png, paper, printed
from tests.render.pdf_measures import dotted_on, line_with, pictures_on, words_on

RENDERER = PdfRenderer()
LETTER = PageSetup(catch_words=True)
Keep = Callable[[str, bytes], None]
SUBJECT = "ขออนุมัติมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน " * 3
PROSE = (
    "เทศบาลตำบลศรีสำราญได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"
    " โดยให้ทุกสำนักและกองเผยแพร่ข้อมูลข่าวสาร และรายงานผลต่อปลัดเทศบาลทุกรอบ ๖ เดือน "
)


def rendered(*blocks: Block, page: PageSetup = LETTER) -> Rendered:
    document = Document("d", "หนังสือ", "เทศบาลตำบลศรีสำราญ", (Section(page, blocks),))
    return RENDERER.render(document, pictures={"seal": emblem_png()}.get)


def pages_of(made: Rendered) -> list[list[str]]:
    return [lines_of(page) for page in pdftotext_text(made.data).split("\f")[:-1]]


def head(subject: str = "ขออนุมัติมาตรการ", picture: str = "seal") -> MemoHead:
    return MemoHead(
        picture,
        "บันทึกข้อความ",
        (
            (HeadLine("ส่วนราชการ", "สำนักปลัด เทศบาลตำบลศรีสำราญ", Source("m", "sender")),),
            (HeadLine("ที่", "", Source("m", "number")), HeadLine("วันที่", "", Source("m", "dated"))),
            (HeadLine("เรื่อง", subject, Source("m", "subject")),),
        ),
        Source("office", "garuda"),
    )


def opinion(n: int = 1) -> OpinionBlock:
    return OpinionBlock(
        f"ความเห็นที่{n} ปลัดเทศบาล", 3, f"นางสมหญิง ใจงาม{n}", ("ปลัดเทศบาล",), Source("m", f"o{n}")
    )


@pytest.mark.parametrize("reader", READERS)
def test_dotted_lines_are_drawn_and_leave_the_words_alone(reader: str) -> None:
    made = rendered(head(), opinion())
    read = " ".join(READERS[reader](made.data).split())
    assert "สำนักปลัด เทศบาลตำบลศรีสำราญ" in read
    assert "ขออนุมัติมาตรการ" in read
    assert "ความเห็นที่1 ปลัดเทศบาล" in read
    assert ".." not in read


def test_empty_words_leave_only_the_dots() -> None:
    made = rendered(head())
    number, date = dotted_on(made.data)[1:3]
    assert number.width > 60
    assert date.width > 60
    assert [words.text for words in words_on(made.data)][2] == "ที่วันที่"


def test_a_long_subject_takes_several_dotted_lines_that_begin_under_each_other() -> None:
    made = rendered(head(SUBJECT))
    lines = dotted_on(made.data)[3:]
    assert len(lines) >= 3
    assert max(line.left for line in lines) - min(line.left for line in lines) < 0.01
    assert all(line.right == pytest.approx(190, abs=0.05) for line in lines)


def test_a_subject_longer_than_a_page_goes_on_over_pages_with_nothing_lost() -> None:
    numbered = "\n".join(f"เรื่องที่{n}จบ" for n in range(70))
    made = rendered(head(numbered), Paragraph(text("เรียน นายก")))
    assert made.pages == 3
    read = [line for page in pages_of(made) for line in page if "จบ" in line]
    assert [line.removeprefix("เรื่อง ") for line in read] == numbered.split("\n")
    assert len(dotted_on(made.data, 1)) > 25


def test_a_memo_head_begins_a_page_of_its_own() -> None:
    made = rendered(Paragraph(text("หน้าก่อน")), head())
    assert made.pages == 2
    assert pages_of(made)[1][-1].startswith("เรื่อง")


def test_the_preview_finds_every_entry_of_the_head_and_the_emblem() -> None:
    made = rendered(head(SUBJECT), opinion())
    found = {anchor.source.field: anchor for anchor in made.anchors}
    assert list(found) == ["garuda", "sender", "number", "dated", "subject", "o1"]
    assert found["number"].top == found["dated"].top
    assert found["sender"].bottom <= found["number"].top < found["subject"].top
    assert found["subject"].bottom - found["subject"].top > 60
    assert all(anchor.top < anchor.bottom for anchor in made.anchors)


@pytest.mark.parametrize(("width", "height"), [(40, 60), (90, 60), (600, 60), (3, 600)])
def test_an_emblem_keeps_its_proportions_and_its_height(width: int, height: int) -> None:
    document = Document("d", "ก", "ข", (Section(PageSetup(), (Emblem("seal", 30),)),))
    data = RENDERER.render(document, pictures={"seal": emblem_png(width, height)}.get).data
    [seal] = pictures_on(data)
    expected = min(160.0, 30 * width / height)
    assert seal.width == pytest.approx(expected, abs=0.1)
    assert seal.height == pytest.approx(expected * height / width, abs=0.1)
    assert seal.middle == pytest.approx(110, abs=0.1)


def test_an_emblem_stays_with_the_title_under_it() -> None:
    for white in range(400, 700, 20):
        made = rendered(
            Paragraph(text("บน")),
            Space(white),
            Emblem("seal", 30),
            Heading(("ประกาศเทศบาล",)),
            Rule(40),
            Paragraph(text("เนื้อความ")),
        )
        page = next(at for at, lines in enumerate(pages_of(made)) if "ประกาศเทศบาล" in lines)
        assert len(pictures_on(made.data, page)) == 1


def test_opinions_are_never_torn(keep_pdf: Keep) -> None:
    for white in range(0, 700, 23):
        made = rendered(Paragraph(text("บน")), Space(white), *(opinion(n) for n in range(3)))
        keep_pdf("opinions", made.data)
        for at, page in enumerate(pages_of(made)):
            titles = [line for line in page if line.startswith("ความเห็นที่")]
            names = [line for line in page if line.startswith("(นางสมหญิง")]
            assert len(titles) == len(names)
            assert len(dotted_on(made.data, at)) == 3 * len(titles)


def test_a_page_that_goes_on_says_how_the_next_one_begins() -> None:
    made = rendered(Paragraph(text("บน")), Space(600), opinion(7))
    first, second = pages_of(made)
    assert first[-1] == "/ความเห็นที่7..."
    assert second[1].startswith("ความเห็นที่7 ปลัด")
    assert len(first) == 2


def test_a_paragraph_that_goes_on_gives_its_next_words() -> None:
    made = rendered(Paragraph(text(PROSE * 18), Align.THAI, first_line=25))
    pages = pages_of(made)
    assert len(pages) == 2
    catch = pages[0][-1]
    assert catch.startswith("/") and catch.endswith("...")
    assert pages[1][1].startswith(catch[1:-3])
    assert len(catch[1:-3]) >= 8


@pytest.mark.parametrize(
    "page",
    [PageSetup(), PageSetup(catch_words=True, numbers=PageNumbers.NONE)],
    ids=["without", "with"],
)
def test_catch_words_stand_only_where_the_section_wants_them(page: PageSetup) -> None:
    made = rendered(Paragraph(text(PROSE * 18)), page=page)
    catching = [page[-1] for page in pages_of(made) if page[-1].startswith("/")]
    assert len(catching) == (1 if page.catch_words else 0)


def test_a_letter_that_just_fits_keeps_its_page_to_the_last_line() -> None:
    lines = "\n".join(f"บรรทัด{n}" for n in range(33))
    made = rendered(Paragraph(text(lines)))
    assert made.pages == 1
    assert pages_of(made)[0][-1] == "บรรทัด32"
    assert line_with(made.data, "บรรทัด32").baseline == pytest.approx(270, abs=5)


def test_catch_words_end_with_their_section() -> None:
    letter = Section(LETTER, (Paragraph(text(PROSE * 18)),))
    other = Section(LETTER, (Paragraph(text("อีกฉบับหนึ่ง")),))
    pages = pages_of(RENDERER.render(Document("d", "ก", "ข", (letter, other))))
    assert pages[0][-1].startswith("/")
    assert not pages[1][-1].startswith("/")
    assert pages[2] == ["- ๓ -", "อีกฉบับหนึ่ง"]


def test_many_pages_all_say_how_the_next_begins() -> None:
    blocks = [Paragraph(text(f"ข้อ {n} {PROSE * 2}"), space_before=6) for n in range(40)]
    pages = pages_of(rendered(*blocks))
    assert len(pages) > 4
    for page, following in pairwise(pages):
        assert following[1].startswith(page[-1][1:-3])


def test_a_break_within_a_letter_has_its_catch_word_too() -> None:
    pages = pages_of(
        rendered(Paragraph(text("ก่อน")), PageBreak(), Paragraph(text("รายละเอียดแนบท้าย")))
    )
    assert pages[0] == ["ก่อน", "/รายละเอียดแนบท้าย..."]


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 7])
def test_a_signature_is_never_without_two_lines_of_text(lines: int) -> None:
    body = "\n".join(f"ข้อความ{n}จบ" for n in range(lines))
    signature = Signature("นายสมชาย ใจซื่อ", ("นายกเทศมนตรี",))
    for white in range(300, 700, 13):
        made = rendered(
            Paragraph(text("หนึ่ง\nสอง")),
            Space(white),
            Paragraph(text(body)),
            Paragraph(text("จึงเรียนมาเพื่อโปรดทราบ")),
            Paragraph(text("ประกาศ ณ วันที่ ๑"), keep_with_next=True),
            signature,
        )
        page = next(page for page in pages_of(made) if "(นายสมชาย ใจซื่อ)" in page)
        assert "จึงเรียนมาเพื่อโปรดทราบ" in page
        assert "ประกาศ ณ วันที่ ๑" in page
        assert sum(line.endswith("จบ") for line in page) >= 1
        assert sum("จบ" in line for page in pages_of(made) for line in page) == lines


def test_a_heading_goes_with_its_paragraph_where_that_goes_with_the_signature() -> None:
    signature = Signature("นายสมชาย ใจซื่อ", ("นายกเทศมนตรี",))
    for white in range(300, 700, 13):
        made = rendered(
            Paragraph(text("บน")),
            Space(white),
            Heading(("ข้อพิจารณา",), level=2),
            Paragraph(text("หนึ่ง\nสอง\nสาม")),
            Paragraph(text("จึงเรียนมา")),
            signature,
        )
        page = next(page for page in pages_of(made) if "ข้อพิจารณา" in page)
        assert page[page.index("ข้อพิจารณา") + 1] == "หนึ่ง"


def test_several_signatures_after_a_table_or_text_may_part_from_each_other() -> None:
    signature = Signature("นายสมชาย ใจซื่อ", ("นายกเทศมนตรี",))
    for white in range(300, 700, 29):
        made = rendered(Paragraph(text("บน\nล่าง")), Space(white), *[signature] * 3)
        assert pdftotext_text(made.data).count("(นายสมชาย ใจซื่อ)") == 3


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_a_clerk_can_type_stops_a_letter(words: str) -> None:
    made = rendered(
        MemoHead(
            "",
            words[:200],
            ((HeadLine("ส่วนราชการ", words), HeadLine(words[:90], words)), (), (HeadLine("", ""),)),
        ),
        Emblem("nowhere", 30),
        Rule(4000),
        Paragraph(text(words), Align.THAI, keep_with_next=True),
        OpinionBlock(words, 900, words[:400], (words[:400],)),
        OpinionBlock("", 0, "", ()),
        Signature("", ()),
    )
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == made.pages


def test_an_empty_memo_still_prints_its_form() -> None:
    made = printed(paper("memo", signers=(), opinions=(), division_id=""))
    assert made.pages <= 2
    assert "บันทึกข้อความ" in pdftotext_text(made.data)


def test_the_same_letter_gives_the_same_bytes() -> None:
    document = paper("memo")
    assert printed(document).data == printed(document).data
