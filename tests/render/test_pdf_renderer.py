"""Whole documents in PDF: pages, numbers, metadata, anchors, findings, text that reads back."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from math import inf

import pikepdf
import pytest

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Cover,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Orientation,
    PageBreak,
    PageNumbers,
    PageSetup,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Source,
    Space,
    Table,
    bold,
    text,
)
from ita_desktop.model.findings import Severity
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.renderer import Cancelled, PdfRenderer
from ita_desktop.render.pdf.tagging import Tagging
from tests.aids.hostile_texts import HOSTILE
from tests.aids.readers import READERS, lines_of, pdftotext_text

RENDERER = PdfRenderer()
Keep = Callable[[str, bytes], None]
MM = 72 / 25.4

PROSE = (
    "เทศบาลตำบลศรีสำราญได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ "
    "พ.ศ. ๒๕๖๘ โดยให้ทุกสำนัก/กองเผยแพร่ข้อมูลที่ https://www.srisamran.go.th/ita และรายงานผล "
    "ต่อปลัดเทศบาลทุกรอบ ๖ เดือน เพื่อให้การดำเนินงานเป็นไปอย่างโปร่งใส ตรวจสอบได้ น้ำใจ กุฏิ "
    "ญาติผู้ใหญ่ ฐานข้อมูล ปั่นป่วน ป้องกัน ฟ้าฝน เก๋งจีน ไม้ใหญ่ ๆ สิ่งแวดล้อม ซึ่งเป็นที่น่าเชื่อถือ"
)


def made_of(*blocks: Block, page: PageSetup | None = None) -> Document:
    section = Section(page or PageSetup(), blocks)
    return Document("d", "รายงาน", "เทศบาลตำบลศรีสำราญ", (section,))


def rendered(*blocks: Block, page: PageSetup | None = None) -> Rendered:
    return RENDERER.render(made_of(*blocks, page=page))


def pages_of(made: Rendered) -> list[list[str]]:
    return [lines_of(page) for page in pdftotext_text(made.data).split("\f")[:-1]]


def baselines(made: Rendered, page: int) -> list[float]:
    """Millimetres below the upper edge of everything shown on a page."""
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        target = pdf.pages[page]
        height = float(target.MediaBox[3])
        return [
            (height - float(operands[5])) / MM
            for operands, operator in pikepdf.parse_content_stream(target)
            if str(operator) == "Tm"
        ]


def table_of(words: str, count: int) -> Table:
    heading = Row(tuple(Cell((Paragraph(text(h)),)) for h in ("ลำดับที่", "มาตรการ", "ผล")))
    rows = tuple(
        Row(
            (
                Cell((Paragraph(text(str(n))),)),
                Cell((Paragraph(text(words[n % 7 :])),)),
                Cell((ListBlock((ListItem("๑.", text(words)), ListItem("๑๐.", text("ดี")))),)),
            )
        )
        for n in range(count)
    )
    return Table((Column(), Column(), Column()), (heading,), rows)


@pytest.mark.parametrize("family", ["Laksaman", "Sarabun"])
@pytest.mark.parametrize("reader", READERS)
def test_every_line_comes_back_exactly(
    family: str, reader: str, keep_pdf: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    show = Pages.show

    def noting(
        self: Pages,
        galley: Galley,
        start: int,
        end: int,
        x: float,
        y: float,
        tagging: Tagging | None,
        sides: tuple[float, float] = (0.0, inf),
    ) -> float:
        printed.extend(line.text for line in galley.lines[start:end])
        return show(self, galley, start, end, x, y, tagging, sides)

    monkeypatch.setattr(Pages, "show", noting)
    mixed = (Run(PROSE[:70]), bold("มาตรการป้องกันการทุจริต"), Run(PROSE[70:]), Run("ก", italic=True))
    document = made_of(
        Heading(("รายงานผลการดำเนินการ", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘")),
        Paragraph(text(PROSE), align=Align.THAI, first_line=25),
        Paragraph(mixed, align=Align.THAI, first_line=25),
        ListBlock(tuple(ListItem(f"{n}.", text(PROSE)) for n in ("๑", "๒", "๑๑"))),
        Paragraph(text(PROSE), align=Align.RIGHT),
        table_of(PROSE, 4),
        page=PageSetup(numbers=PageNumbers.NONE),
    )
    data = RENDERER.render(document, family=family).data
    keep_pdf(f"lines-{family}", data)
    came_back = " ".join(READERS[reader](data).split())
    lines = [line for line in printed if line]
    assert len(lines) > 80
    lost = [line for line in lines if " ".join(line.split()) not in came_back]
    assert lost == []


def test_the_same_document_gives_the_same_bytes_whatever_was_printed_before() -> None:
    document = made_of(Heading(("หัว",)), Paragraph(text(PROSE)), table_of(PROSE, 5))
    fresh = PdfRenderer().render(document).data
    used = PdfRenderer()
    used.render(made_of(Paragraph(text("อย่างอื่นก่อน ญ ฐ ๏ ฬ")), table_of("ผลัดกัน", 2)))
    assert used.render(document).data == fresh
    assert used.render(document).data == fresh


def test_the_file_says_its_language_title_office_and_date_and_nothing_of_the_user() -> None:
    created = datetime(2025, 4, 3, 9, 30, tzinfo=UTC)
    data = RENDERER.render(made_of(Paragraph(text("ก"))), created=created).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "th-TH"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "รายงาน"
        assert str(pdf.docinfo.Author) == "เทศบาลตำบลศรีสำราญ"
        assert str(pdf.docinfo.CreationDate).startswith("D:20250403093000")
        assert all("/Trans" not in page for page in pdf.pages)
        fonts = pdf.pages[0].Resources.Font
        assert {str(font.Subtype) for font in fonts.values()} == {"/Type0"}
    assert b"Helvetica" not in data


def test_headings_become_bookmarks() -> None:
    made = rendered(
        Heading(("เรื่องใหญ่", "สองบรรทัด")), Heading(("ย่อย",), level=2), Heading(("ลึก",), level=4)
    )
    with pikepdf.open(io.BytesIO(made.data)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["เรื่องใหญ่ สองบรรทัด"]
        assert [item.title for item in outline.root[0].children] == ["ย่อย"]
        assert [item.title for item in outline.root[0].children[0].children] == ["ลึก"]


def test_page_numbers_of_correspondence_stand_three_centimetres_down_from_page_two() -> None:
    made = rendered(Paragraph(text(PROSE * 12)))
    pages = pages_of(made)
    assert not pages[0][0].startswith("-")
    assert pages[1][0] == "- ๒ -"
    assert baselines(made, 1)[:2] == pytest.approx([30, 42], abs=0.02)


def test_page_numbers_of_reports_stand_in_the_margin_and_leave_the_text_alone() -> None:
    page = PageSetup(Orientation.LANDSCAPE, 20, 20, 30, 20, PageNumbers.IN_MARGIN)
    made = rendered(Paragraph(text(PROSE * 12)), page=page)
    first, second = baselines(made, 0), baselines(made, 1)
    assert second[0] == pytest.approx(15, abs=0.02)
    assert second[1] == pytest.approx(first[0], abs=0.02)


def test_arabic_page_numbers_where_the_document_says_so() -> None:
    document = replace(made_of(PageBreak(), Paragraph(text(PROSE * 12))), thai_digits=False)
    assert pages_of(RENDERER.render(document))[1][0] == "- 2 -"


def test_a_cover_is_neither_numbered_nor_counted(keep_pdf: Keep) -> None:
    cover = Cover(("รายงานผล", "ปี ๒๕๖๘"), ("เทศบาลตำบลศรีสำราญ",))
    made = rendered(cover, Paragraph(text(PROSE * 12)))
    keep_pdf("cover", made.data)
    pages = pages_of(made)
    assert pages[0] == ["รายงานผล", "ปี ๒๕๖๘", "เทศบาลตำบลศรีสำราญ"]
    assert not pages[1][0].startswith("-")
    assert pages[2][0] == "- ๒ -"
    title, agency = baselines(made, 0)[0], baselines(made, 0)[-1]
    assert 85 < title < 110
    assert 230 < agency < 270


def _picture() -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGBA", (40, 60), (180, 20, 20, 200)).save(file, "PNG")
    return file.getvalue()


def test_the_offices_picture_is_three_centimetres_high() -> None:
    document = made_of(Cover(("ก",), ("ข",), picture="abc"))
    made = RENDERER.render(document, pictures={"abc": _picture()}.get)
    assert made.findings == ()
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        scales = [
            float(operands[3])
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "cm"
        ]
    assert any(scale == pytest.approx(30 * MM, abs=0.01) for scale in scales)


@pytest.mark.parametrize("data", [None, b"", b"not a picture"])
def test_a_missing_or_broken_picture_leaves_a_labelled_frame_and_a_finding(
    data: bytes | None,
) -> None:
    document = made_of(Cover(("ก",), ("ข",), picture="abc", source=Source("office", "garuda")))
    made = RENDERER.render(document, pictures=lambda _: data)
    (finding,) = made.findings
    assert (finding.code, finding.record_id, finding.field) == (
        "missing-picture",
        "office",
        "garuda",
    )
    assert "ตราครุฑ" in pdftotext_text(made.data)


def test_a_signature_is_never_torn_and_starts_at_the_middle() -> None:
    signature = Signature("นายสมชาย ใจซื่อ", ("นายกเทศมนตรีตำบลศรีสำราญ",), "ประกาศ ณ วันที่ ๑")
    for white in range(480, 680, 9):
        made = rendered(Paragraph(text("บน")), Space(white), signature)
        page = next(page for page in pages_of(made) if "ประกาศ ณ วันที่ ๑" in page)
        assert page[-2:] == ["(นายสมชาย ใจซื่อ)", "นายกเทศมนตรีตำบลศรีสำราญ"]


def test_a_heading_stays_with_two_lines_of_what_follows() -> None:
    for white in range(500, 690, 7):
        made = rendered(
            Paragraph(text("บน")), Space(white), Heading(("หัว",)), Paragraph(text(PROSE))
        )
        page = next(page for page in pages_of(made) if "หัว" in page)
        assert len(page) - page.index("หัว") >= 3


def test_no_paragraph_leaves_a_line_alone() -> None:
    words = "\n".join(f"บรรทัด{n}จบ" for n in range(6))
    for white in range(500, 690, 7):
        for page in pages_of(rendered(Paragraph(text("บน")), Space(white), Paragraph(text(words)))):
            assert sum(line.startswith("บรรทัด") for line in page) != 1


def test_white_is_dropped_at_the_top_of_a_page() -> None:
    plain = rendered(PageBreak(), Paragraph(text("ก")))
    spaced = rendered(Space(90), PageBreak(), Space(50), Paragraph(text("ก"), space_before=40))
    assert baselines(plain, 0) == baselines(spaced, 0)
    assert (plain.pages, spaced.pages) == (1, 1)


def test_no_empty_page_is_left_by_breaks_or_sections() -> None:
    section = Section(PageSetup(), (PageBreak(), Paragraph(text("ก")), PageBreak()))
    document = Document("d", "ก", "ข", (section, Section(PageSetup(), ()), section))
    assert RENDERER.render(document).pages == 2
    assert RENDERER.render(Document("d", "", "", ())).pages == 1


def test_anchors_follow_a_paragraph_over_the_page() -> None:
    source = Source("m1", "steps")
    made = rendered(Paragraph(text(PROSE * 12), source=source))
    assert [anchor.page for anchor in made.anchors] == list(range(made.pages))
    assert all(anchor.source == source and anchor.top < anchor.bottom for anchor in made.anchors)


def test_a_character_no_font_has_is_a_finding_with_its_place() -> None:
    cell = Cell((Paragraph(text("ผล 漢 ดี")),), source=Source("m1", "results"))
    made = rendered(Table((Column(),), (), (Row((cell,)),)))
    (finding,) = made.findings
    assert finding.severity is Severity.LOOK_AT
    assert (finding.code, finding.record_id, finding.field) == (
        "missing-character",
        "m1",
        "results",
    )
    assert "漢" in finding.problem


def test_a_cancelled_document_stops_and_the_next_one_is_whole() -> None:
    renderer = PdfRenderer()
    document = made_of(table_of(PROSE, 60))
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 20

    with pytest.raises(Cancelled):
        renderer.render(document, cancelled=cancelled)
    seen: list[int] = []
    made = renderer.render(document, progress=seen.append)
    assert seen == list(range(1, made.pages + 1))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_a_clerk_can_type_stops_a_document(words: str) -> None:
    document = Document(
        words,
        words,
        words,
        (
            Section(
                PageSetup(),
                (
                    Cover((words[:400], "ก"), (words[:300],), source=Source("o")),
                    Heading((words[:600],)),
                    Paragraph((Run(words), bold(words), Run(words, italic=True)), Align.THAI),
                    ListBlock((ListItem(words[:40], text(words)), ListItem("-", text(words), 7))),
                    Signature(words[:300], (words[:300],), words[:300]),
                ),
            ),
        ),
        words=frozenset({"ศรีสำราญ"}),
    )
    made = RENDERER.render(document)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == made.pages


def test_renderers_in_several_threads_do_not_meet() -> None:
    document = made_of(Paragraph(text(PROSE)), Heading(("หัวข้อ ☑ → ✓",)))
    alone = PdfRenderer().render(document).data
    with ThreadPoolExecutor(3) as threads:
        together = list(threads.map(lambda _: PdfRenderer().render(document).data, range(9)))
    assert set(together) == {alone}
