"""Word files: what they say, how it looks, and that Word will take them; read from their XML."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import docx
import pytest
from PIL import Image

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Cover,
    Document,
    Emblem,
    Heading,
    HeadLine,
    ListBlock,
    ListItem,
    MemoHead,
    OpinionBlock,
    PageSetup,
    Paragraph,
    Photo,
    PhotoGrid,
    Row,
    Run,
    Section,
    Series,
    Signature,
    Table,
    bold,
    text,
)
from ita_desktop.render.docx.renderer import Cancelled, DocxRenderer
from ita_desktop.render.pdf.renderer import PdfRenderer
from tests.aids.hostile_texts import HOSTILE
from tests.aids.papers import sample_papers, sample_picture
from tests.aids.readers import pdftotext_text
from tests.render.word_reader import W, expected, find, lines, part, parts, text_of
from tests.render.word_schema import breaches

WHEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PAPERS = tuple(sample_papers())
MM = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


@cache
def renderer() -> DocxRenderer:
    return DocxRenderer(PdfRenderer())


@cache
def word(paper: str) -> bytes:
    made = renderer().render(sample_papers()[paper], pictures=sample_picture, created=WHEN)
    return made.data


def made_of(*blocks: Block, page: PageSetup | None = None, **given: Any) -> bytes:
    section = Section(page or PageSetup(), blocks)
    document = Document("one", "ทดสอบ", "เทศบาลตำบลศรีสำราญ", (section,), **given)
    return renderer().render(document, created=WHEN).data


def paragraphs(data: bytes) -> list[Any]:
    return find(part(data), "//w:body//w:p")


def value(element: Any, path: str) -> str | None:
    found = find(element, path)
    return str(found[0]) if found else None


# ---- what it says


@pytest.mark.parametrize("paper", PAPERS)
def test_a_word_file_says_what_the_blocks_say_in_their_order(paper: str) -> None:
    assert lines(word(paper)) == expected(sample_papers()[paper])


def test_digits_stay_as_the_document_has_them() -> None:
    said = "\n".join(lines(word("report")))
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๙" in said
    assert not re.search(r"พ\.ศ\. \d*[0-9]", said)


def test_a_line_may_not_end_inside_a_date_or_between_a_word_and_its_number() -> None:
    [paragraph] = paragraphs(made_of(Paragraph(text("ตามประเด็นที่ 1 ในปี พ.ศ. 2569 นั้น"))))
    assert text_of(paragraph) == "ตามประเด็นที่\u00a01 ในปี พ.ศ.\u00a02569 นั้น"


def test_weight_and_slant_are_given_for_latin_and_for_thai() -> None:
    [paragraph] = paragraphs(made_of(Paragraph((Run("ก"), bold("ข"), Run("ค", italic=True)))))
    given = [[one.tag.removeprefix(W) for one in run[0]] for run in find(paragraph, "w:r")]
    assert given == [[], ["b", "bCs"], ["i", "iCs"]]


def test_signs_of_word_itself_keep_their_own_typeface() -> None:
    [paragraph] = paragraphs(made_of(Paragraph(text("\uf0fe เลือก"))))
    [sign] = find(paragraph, ".//w:sym")
    assert (sign.get(f"{W}font"), sign.get(f"{W}char")) == ("Wingdings", "F0FE")


def test_whatever_is_typed_becomes_a_sound_file() -> None:
    blocks: list[Block] = []
    for words in HOSTILE:
        cell = Cell((Paragraph(text(words)), ListBlock((ListItem(words[:9], text(words)),))))
        blocks += [
            Paragraph(text(words)),
            Heading((words,)),
            Signature(words, (words,)),
            MemoHead("", words, ((HeadLine(words, words), HeadLine(words)), ())),
            OpinionBlock(words, 99, words, (words,)),
            Table((Column(), Column()), (Row((cell, cell)),), (Row((cell, None)),), caption=words),
        ]
    data = made_of(*blocks)
    assert list(breaches(part(data))) == []
    for place in find(part(data), "//w:tab/@w:pos | //w:ind/@w:left | //w:spacing/@w:before"):
        assert 0 <= int(place) <= 31680  # Word takes no longer ones
    assert "<b>ตัวหนา</b> & <i>&nbsp;</i> {%%} \\(x\\) ]TJ ET Q" in lines(data)


# ---- how it looks


def test_every_script_is_set_in_th_sarabun_new_of_16_points() -> None:
    [defaults] = find(part(word("memo"), "word/styles.xml"), "w:docDefaults//w:rPr")
    fonts = find(defaults, "w:rFonts")[0]
    names = {name: fonts.get(W + name) for name in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert set(names.values()) == {"TH Sarabun New"}
    assert value(defaults, "w:sz/@w:val") == value(defaults, "w:szCs/@w:val") == "32"
    assert value(defaults, "w:lang/@w:bidi") == "th-TH"
    family = part(word("memo"), "word/fontTable.xml")
    assert find(family, "w:font/w:altName/@w:val") == ["TH SarabunPSK"]


@pytest.mark.parametrize("paper", PAPERS)
def test_sizes_and_weights_are_the_same_for_latin_and_for_thai(paper: str) -> None:
    for root in parts(word(paper), r"word/(document|styles|header\d|footer\d)\.xml").values():
        for given in find(root, "//w:rPr"):
            for latin, thai in (("sz", "szCs"), ("b", "bCs"), ("i", "iCs")):
                pair = [find(given, f"w:{name}/@w:val") for name in (latin, thai)]
                found = [bool(find(given, f"w:{name}")) for name in (latin, thai)]
                assert pair[0] == pair[1] and found[0] == found[1]
        # A clerk changes the typeface in the styles: no paragraph has one of its own.
        if root.tag != f"{W}styles":
            assert find(root, "//w:rFonts") == []


def test_body_text_is_spread_the_thai_way_with_its_first_line_set_in() -> None:
    [style] = find(part(word("preface"), "word/styles.xml"), "w:style[@w:styleId='BodyText']")
    assert value(style, "w:pPr/w:jc/@w:val") == "thaiDistribute"
    assert value(style, "w:pPr/w:ind/@w:firstLine") == str(round(25 * MM))
    assert value(style, "w:pPr/w:spacing/@w:before") == "120"
    worn = find(part(word("preface")), "//w:pStyle[@w:val='BodyText']")
    assert len(worn) == 3  # the three paragraphs of the preface, with nothing set by hand
    assert [len(one.getparent()) for one in worn] == [1, 1, 1]


def test_headings_are_headings_of_the_navigation_pane_in_the_papers_own_look() -> None:
    styles = part(word("plan"), "word/styles.xml")
    for number in (1, 2, 3):
        [style] = find(styles, f"w:style[@w:styleId='Heading{number}']")
        assert value(style, "w:name/@w:val") == f"heading {number}"
        assert value(style, "w:pPr/w:outlineLvl/@w:val") == str(number - 1)
        assert find(style, "w:rPr/w:b") and not find(style, "w:rPr/w:color | w:rPr/w:rFonts")
    worn = find(part(word("plan")), "//w:pStyle/@w:val")
    assert worn.count("Heading1") == 1
    assert worn.count("Heading2") == 7


def test_what_the_pdf_has_a_bookmark_for_stands_in_the_navigation_pane() -> None:
    for paper, styled in (("memo", "MemoTitle"), ("cover", "Title"), ("bundle", "TOCHeading")):
        [style] = find(
            part(word(paper), "word/styles.xml"), f"w:style[@w:styleId='{styled}']/w:pPr"
        )
        assert value(style, "w:outlineLvl/@w:val") == "0"


def test_styles_that_a_clerk_meets_are_in_use_and_named() -> None:
    for paper in ("memo", "report", "evidence"):
        styles = part(word(paper), "word/styles.xml")
        names = find(styles, "w:style[@w:type='paragraph']/w:name/@w:val")
        assert len(names) == len(set(names))
        known = set(find(styles, "w:style/@w:styleId"))
        assert set(find(styles, "w:style/w:basedOn/@w:val | w:style/w:next/@w:val")) <= known
        for root in parts(word(paper), r"word/(document|header\d)\.xml").values():
            assert set(find(root, "//w:pStyle/@w:val | //w:tblStyle/@w:val")) <= known


def test_the_text_of_a_list_hangs_behind_its_label() -> None:
    items = (
        ListItem("๑.", text("ข้อแรก")),
        ListItem("๑.๑", text("ข้อย่อย"), 1),
        ListItem("", text("ไม่มีเลข")),
    )
    first, second, third = paragraphs(made_of(ListBlock(items)))
    for one in (first, second):
        assert find(one, "w:r/w:tab")
    left, hanging = (
        int(value(first, f"w:pPr/w:ind/@w:{side}") or 0) for side in ("left", "hanging")
    )
    assert left == hanging > 0
    assert int(value(second, "w:pPr/w:ind/@w:left") or 0) > left
    assert value(third, "w:pPr/w:ind/@w:left") == str(left)
    assert value(third, "w:pPr/w:ind/@w:hanging") is None


def test_white_between_two_pieces_is_the_larger_of_theirs() -> None:
    table = Table((Column(),), (), (Row((Cell(),)),))
    blocks = (
        Heading(("หัวเรื่อง",), space_before=24, space_after=6),
        Paragraph(text("ก"), space_before=12),
        Paragraph(text("ข"), space_after=18),
        table,
        table,
    )
    root = part(made_of(*blocks))
    before = [value(one, "w:pPr/w:spacing/@w:before") for one in find(root, "//w:body/w:p")]
    after = [value(one, "w:pPr/w:spacing/@w:after") for one in find(root, "//w:body/w:p")]
    assert before[:3] == [None, "240", None]
    assert after[:3] == [None, None, "360"]
    order = [one.tag.removeprefix(W) for one in find(root, "//w:body/*")]
    assert order == ["p", "p", "p", "tbl", "p", "tbl", "p", "sectPr"]


# ---- tables


@pytest.mark.parametrize(
    "paper", ["result-status", "result-output", "analysis", "plan-by-issue", "scores"]
)
def test_tables_have_the_rows_and_merged_cells_of_their_blocks(paper: str) -> None:
    blocks = [
        block
        for section in sample_papers()[paper].sections
        for block in section.blocks
        if isinstance(block, Table)
    ]
    tables = find(part(word(paper)), "//w:body/w:tbl")
    assert len(tables) == len(blocks) > 0
    for block, table in zip(blocks, tables, strict=True):
        rows = find(table, "w:tr")
        assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [True] * len(
            block.header
        ) + [False] * len(block.rows)
        assert find(table, ".//w:cantSplit") == []  # rows split at any line
        wide = [int(one) for one in find(table, "w:tblGrid/w:gridCol/@w:w")]
        assert sum(wide) == int(find(table, "w:tblPr/w:tblW/@w:w")[0])
        for row, element in zip((*block.header, *block.rows), rows, strict=True):
            _hold_row(row, element, wide)


def _hold_row(row: Row, element: Any, wide: list[int]) -> None:
    column = 0
    for cell in find(element, "w:tc"):
        spans = int((find(cell, "w:tcPr/w:gridSpan/@w:val") or ["1"])[0])
        merged = (find(cell, "w:tcPr/w:vMerge/@w:val") or [""])[0]
        block = row.cells[column]
        if merged == "continue":
            assert block is None
        else:
            assert block is not None
            assert (spans, bool(merged)) == (block.colspan, block.rowspan > 1)
        assert int(find(cell, "w:tcPr/w:tcW/@w:w")[0]) == sum(wide[column : column + spans])
        column += spans
    assert column == len(wide)


def test_another_reader_finds_the_merged_cells_too() -> None:
    document = docx.Document(io.BytesIO(word("analysis")))
    table = document.tables[0]
    assert {table.cell(0, column)._tc for column in range(3)} == {table.cell(0, 0)._tc}
    analysis = {table.cell(row, 2)._tc for row in range(3, len(table.rows))}
    assert len(analysis) == 1
    assert "ข้อคำถามที่ได้คะแนนน้อยที่สุด" in table.cell(3, 2).text


def test_columns_are_as_wide_as_in_the_pdf_and_fill_the_page() -> None:
    for paper, area in (("result-status", 257), ("plan-by-issue", 160)):
        for table in find(part(word(paper)), "//w:body/w:tbl"):
            assert int(find(table, "w:tblPr/w:tblW/@w:w")[0]) == pytest.approx(area * MM, abs=2)
    columns = (Column(0.25), Column(0.75))
    data = made_of(Table(columns, (), (Row((Cell(), Cell())),)))
    wide = [int(one) for one in find(part(data), "//w:gridCol/@w:w")]
    assert wide == [round(40 * MM), round(120 * MM)]


def test_tables_of_another_size_wear_styles_of_that_size() -> None:
    cell = Cell((Paragraph(text("คำ")),))
    data = made_of(Table((Column(),), (Row((cell,)),), (Row((cell,)),), size=14))
    assert find(part(data), "//w:tbl//w:pStyle/@w:val") == ["TableHeading14", "TableText14"]
    styles = part(data, "word/styles.xml")
    [style] = find(styles, "w:style[@w:styleId='TableText14']")
    assert value(style, "w:rPr/w:szCs/@w:val") == "28"
    assert value(style, "w:basedOn/@w:val") == "TableText"


# ---- pages


def sections(data: bytes) -> list[Any]:
    return find(part(data), "//w:sectPr")


def test_every_section_has_its_own_sheet_and_margins() -> None:
    cover, body = sections(word("report"))
    for section, wide, high, orient in ((cover, 210, 297, None), (body, 297, 210, "landscape")):
        size = find(section, "w:pgSz")[0]
        assert int(size.get(f"{W}w")) == pytest.approx(wide * MM, abs=1)
        assert int(size.get(f"{W}h")) == pytest.approx(high * MM, abs=1)
        assert size.get(f"{W}orient") == orient
    margins = find(cover, "w:pgMar")[0]
    for side, millimetres in (("left", 30), ("right", 20), ("top", 25), ("bottom", 20)):
        assert int(margins.get(W + side)) == pytest.approx(millimetres * MM, abs=1)


def test_pages_are_numbered_by_a_field_from_the_second_page_on() -> None:
    cover, body = sections(word("report"))
    assert find(cover, "w:titlePg") == []
    assert find(body, "w:titlePg")
    numbering = find(body, "w:pgNumType")[0]
    assert (numbering.get(f"{W}fmt"), numbering.get(f"{W}start")) == ("thaiNumbers", "1")
    shown = {
        kind: header_text(word("report"), section, kind)
        for section, kind in ((cover, "default"), (body, "first"))
    }
    assert shown == {"default": "", "first": ""}
    assert header_text(word("report"), body, "default") == "- PAGE -"


def header_text(data: bytes, section: Any, kind: str, part_kind: str = "header") -> str:
    """Words and field of the header or footer of a section."""
    [reference] = find(section, f"w:{part_kind}Reference[@w:type='{kind}']/@r:id")
    relations = part(data, "word/_rels/document.xml.rels")
    target = next(one.get("Target") for one in relations if one.get("Id") == reference)
    root = part(data, f"word/{target}")
    said = "".join(find(root, ".//w:t/text() | .//w:instrText/text()"))
    return re.sub(r" +", " ", re.sub(r"PAGE\s*[๐-๙0-9]+", "PAGE ", said)).strip()


def test_page_numbers_are_arabic_where_the_document_is() -> None:
    data = made_of(Paragraph(text("ก")), thai_digits=False)
    assert find(sections(data)[0], "w:pgNumType/@w:fmt") == ["decimal"]
    header = "".join(find(part(data, "word/header1.xml"), ".//w:t/text()"))
    assert header == "- 2 -"


def test_the_number_of_a_letter_pushes_its_text_down_to_the_place_it_has_in_the_pdf() -> None:
    [section] = sections(word("memo"))
    top = int(find(section, "w:pgMar/@w:header")[0])
    header = part(word("memo"), "word/header1.xml")
    above, below = (
        int(find(header, f"w:p/w:pPr/w:spacing/@w:{side}")[0]) for side in ("before", "after")
    )
    line, ascent = 1.321 * 320, 0.8544 * 320  # of 16 points, in twentieths
    assert top + above + ascent == pytest.approx(30 * MM, abs=6)
    assert top + above + line + below + ascent == pytest.approx(42 * MM, abs=6)
    empty = part(word("memo"), "word/header2.xml")
    assert find(empty, "w:p/w:pPr/w:spacing") == find(empty, ".//w:t") == []
    assert top + line < 20 * MM  # an empty one moves nothing down


def test_a_bundle_counts_its_pages_through_at_the_foot() -> None:
    data = word("bundle")
    found = sections(data)
    assert len(found) == len(sample_papers()["bundle"].sections)
    assert find(part(data), "//w:pgNumType/@w:start") == []
    for section, made in zip(found, sample_papers()["bundle"].sections, strict=True):
        if isinstance(made.blocks[0], Cover):
            assert header_text(data, section, "default", "footer") == ""
            continue
        for first in find(section, "w:titlePg"):  # a memo begins higher up, with the same number
            assert header_text(data, first.getparent(), "first", "footer") == "PAGE"
        assert header_text(data, section, "default") == ""
        assert header_text(data, section, "default", "footer") == "PAGE"


def test_contents_lead_to_every_part_and_show_the_page_it_has_in_the_pdf() -> None:
    data = word("bundle")
    root = part(data)
    rows = [one.getparent().getparent() for one in find(root, "//w:pStyle[@w:val='TOC1']")]
    titles = [one.part for one in sample_papers()["bundle"].sections if one.part]
    assert [text_of(row).strip() for row in rows] == titles
    marks = find(root, "//w:bookmarkStart/@w:name")
    for row in rows:
        [target] = find(row, ".//w:hyperlink/@w:anchor")
        assert target in marks
        assert f"PAGEREF {target} \\h" in "".join(find(row, ".//w:instrText/text()"))
    shown = [re.findall("[๐-๙]+$", "".join(find(row, ".//w:t/text()")))[0] for row in rows]
    pdf = PdfRenderer().render(sample_papers()["bundle"], pictures=sample_picture).data
    contents = pdftotext_text(pdf).split("\f")[1]
    assert shown == re.findall("[๐-๙]+$", contents, re.M)[: len(rows)]


# ---- correspondence


def test_a_memo_has_its_emblem_and_the_title_on_the_emblems_feet() -> None:
    root = part(word("memo"))
    [anchor] = find(root, "//wp:anchor")
    assert int(find(anchor, "wp:positionV[@relativeFrom='page']/wp:posOffset/text()")[0]) == (
        15 * 36000
    )
    assert int(find(anchor, "wp:extent/@cy")[0]) == pytest.approx(15 * 36000, abs=9000)
    [style] = find(part(word("memo"), "word/styles.xml"), "w:style[@w:styleId='MemoTitle']")
    assert value(style, "w:rPr/w:szCs/@w:val") == "58"
    line = int(value(style, "w:pPr/w:spacing[@w:lineRule='exact']/@w:line") or 0)
    top = int(find(root, "//w:pgMar/@w:top")[0])
    assert line == 35 * 20
    assert top + 0.8 * line == pytest.approx(30 * MM, abs=2)


def test_the_words_of_a_memos_head_stand_on_dotted_lines_up_to_the_margin() -> None:
    sender, numbers, _subject = (
        one.getparent().getparent()
        for one in find(part(word("memo")), "//w:pStyle[@w:val='MemoLine']")
    )
    label, *_ = find(sender, "w:r[w:t]")
    assert text_of(label.getparent()).startswith("ส่วนราชการ")
    assert find(label, "w:rPr/w:szCs/@w:val") == ["40"] and find(label, "w:rPr/w:bCs")
    for line, tabs in ((sender, 1), (numbers, 2)):
        assert len(find(line, "w:r[w:rPr/w:u[@w:val='dotted']]/w:tab")) == tabs
        *_, last = find(line, "w:pPr/w:tabs/w:tab")
        assert (last.get(f"{W}val"), last.get(f"{W}pos")) == ("right", str(round(160 * MM)))


def test_an_opinion_has_its_dotted_lines_and_is_never_torn() -> None:
    held = kept(made_of(OpinionBlock("ความเห็น", 3, "นาง ก", ("ปลัด", "รักษาการ"))))
    assert [words for words, _ in held] == [
        *("ความเห็น", " ", " ", " ", ""),
        *("(นาง ก)", "ปลัด", "รักษาการ"),
    ]
    assert [keeps for _, keeps in held] == [True] * 7 + [False]
    styles = part(word("memo"), "word/styles.xml")
    [stop] = find(styles, "w:style[@w:styleId='OpinionLine']/w:pPr/w:tabs/w:tab")
    assert (stop.get(f"{W}leader"), stop.get(f"{W}pos")) == ("dot", str(round(160 * MM)))
    assert len(find(part(word("memo")), "//w:pStyle[@w:val='OpinionLine']")) == 9


# ---- kept together


def kept(data: bytes) -> list[tuple[str, bool]]:
    """Every paragraph with whether it stays with the next one, by itself or by its style."""
    styles = part(data, "word/styles.xml")
    found = []
    for one in paragraphs(data):
        given = find(one, "w:pPr/w:keepNext") or [
            inherited
            for name in find(one, "w:pPr/w:pStyle/@w:val")
            for inherited in find(styles, f"w:style[@w:styleId='{name}']/w:pPr/w:keepNext")
        ]
        found.append((text_of(one), bool(given) and given[0].get(f"{W}val") != "0"))
    return found


def test_a_signature_stays_with_what_is_before_it() -> None:
    held = kept(made_of(Paragraph(text("จึงประกาศ")), Signature("นายก", ("นายกเทศมนตรี",))))
    assert held == [
        *(("จึงประกาศ", True), ("", True)),
        *(("(นายก)", True), ("นายกเทศมนตรี", False)),
    ]
    closing = (Paragraph(text(words)) for words in ("ต้น", "กลาง", "ท้าย"))
    held = kept(made_of(*closing, Signature("นายก"), Signature("ปลัด")))
    assert held == [
        *(("ต้น", False), ("กลาง", True), ("ท้าย", True)),
        *(("", True), ("(นายก)", False)),
        *(("", True), ("(ปลัด)", False)),
    ]
    table = Table(
        (Column(),),
        (),
        (Row((Cell((Paragraph(text("ต้น")),)),)), Row((Cell((Paragraph(text("ท้าย")),)),))),
    )
    held = kept(made_of(table, Signature("นายก")))
    assert held == [("ต้น", False), ("ท้าย", True), ("", True), ("(นายก)", False)]


# ---- pictures


def test_a_chart_is_a_picture_of_300_dots_an_inch_that_is_read_out() -> None:
    chart = Chart(
        ChartKind.BARS,
        "คะแนนภาพรวม",
        ("พ.ศ. ๒๕๖๘",),
        (Series("รวม", (Decimal("86.17"),)),),
        60,
        Decimal(85),
        "เป้าหมาย",
    )
    data = made_of(chart)
    [extent] = find(part(data), "//wp:inline/wp:extent")
    assert int(extent.get("cx")) / 36000 == pytest.approx(160, abs=0.2)
    [words] = find(part(data), "//wp:docPr/@descr")
    assert words == "แผนภูมิ คะแนนภาพรวม รวม: พ.ศ. ๒๕๖๘ 86.17; เป้าหมาย 85"
    [image] = images(data)
    assert image.width / (int(extent.get("cx")) / 914400) == pytest.approx(300, abs=0.5)


def images(data: bytes) -> list[Image.Image]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/media/")]
        return [Image.open(io.BytesIO(archive.read(name))) for name in names]


def photograph(width: int, height: int, *, turned: bool = False) -> bytes:
    made = io.BytesIO()
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6  # the camera was held upright
    image.save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_photographs_stand_upright_and_are_no_larger_than_paper_shows() -> None:
    grid = PhotoGrid((Photo("one", "ตรวจนับพัสดุ"), Photo("two", "")), 2, 2)
    section = Section(PageSetup(), (grid,))
    shown = {"one": photograph(4000, 3000, turned=True), "two": photograph(400, 300)}
    document = Document("one", "ทดสอบ", "เทศบาล", (section,))
    data = renderer().render(document, pictures=shown.get).data
    upright, small = images(data)
    assert upright.height > upright.width
    assert max(upright.size) < 2000
    assert small.size == (400, 300)
    first, second = find(part(data), "//wp:inline")
    assert find(first, "wp:docPr/@descr") == ["ตรวจนับพัสดุ"]
    assert find(second, "wp:docPr/@descr") == ["ภาพถ่าย"]
    rows = find(part(data), "//w:tbl/w:tr")
    assert len(rows) == 1 and find(rows[0], "w:trPr/w:cantSplit")


def test_an_emblem_keeps_its_clear_parts_and_its_proportions() -> None:
    seal = Image.new("RGBA", (1200, 2400), (0, 0, 0, 0))
    seal.paste((20, 80, 80, 255), (300, 300, 900, 2100))
    png, jpeg = io.BytesIO(), io.BytesIO()
    seal.save(png, "PNG")
    seal.convert("CMYK").save(jpeg, "JPEG")  # Word and our reader of sizes know few of its kinds
    for data in (png.getvalue(), jpeg.getvalue()):
        section = Section(PageSetup(), (Emblem("seal", 30),))
        document = Document("one", "ทดสอบ", "เทศบาล", (section,))
        made = renderer().render(document, pictures={"seal": data}.get)
        assert made.findings == ()
        [extent] = find(part(made.data), "//wp:inline/wp:extent")
        assert [int(extent.get(side)) for side in ("cx", "cy")] == [15 * 36000, 30 * 36000]
        [image] = images(made.data)
        assert image.height == pytest.approx(30 / 25.4 * 600, abs=1)
    assert images(renderer().render(document, pictures={"seal": png.getvalue()}.get).data)[
        0
    ].getpixel((2, 2)) == (0, 0, 0, 0)


def test_a_photograph_that_is_not_there_leaves_a_frame_and_is_reported() -> None:
    grid = PhotoGrid((Photo("gone", "ตรวจนับพัสดุ"), Photo("torn", "")), 1, 2)
    document = Document("one", "ทดสอบ", "เทศบาล", (Section(PageSetup(), (grid,)),))
    made = renderer().render(document, pictures={"torn": photograph(40, 30)[:200]}.get)
    assert [one.code for one in made.findings] == ["missing-photo"]
    assert find(part(made.data), "//wp:docPr/@descr") == ["ไม่พบภาพ", "ไม่พบภาพ"]
    assert lines(made.data) == ["ตรวจนับพัสดุ"]


def test_the_last_photograph_alone_stands_in_the_middle() -> None:
    grid = PhotoGrid(tuple(Photo(one) for one in "กขค"), 2, 2)
    shown = dict.fromkeys("กขค", photograph(400, 300))
    document = Document("one", "ทดสอบ", "เทศบาล", (Section(PageSetup(), (grid,)),))
    data = renderer().render(document, pictures=shown.get).data
    assert [find(row, "w:tc/w:tcPr/w:gridSpan/@w:val") for row in find(part(data), "//w:tr")] == [
        [],
        ["2"],
    ]
    assert len(images(data)) == 1  # the same picture is held once


def test_an_emblem_that_is_not_there_leaves_its_place_and_is_reported() -> None:
    section = Section(PageSetup(), (Emblem("", 30),))
    made = renderer().render(Document("one", "ทดสอบ", "เทศบาล", (section,)))
    assert [one.code for one in made.findings] == ["missing-picture"]
    [extent] = find(part(made.data), "//wp:inline/wp:extent")
    assert int(extent.get("cy")) / 36000 == pytest.approx(30, abs=0.5)


# ---- the file


@pytest.mark.parametrize("paper", PAPERS)
def test_every_element_stands_where_the_schema_wants_it(paper: str) -> None:
    for name, root in parts(word(paper), r"word/\w+\.xml").items():
        assert (name, list(breaches(root))) == (name, [])
    body = find(part(word(paper)), "w:body")[0]
    assert body[-1].tag == f"{W}sectPr"
    assert body[-2].tag == f"{W}p"
    for cell in find(body, ".//w:tc"):
        assert cell[-1].tag == f"{W}p"
    numbers = find(body, "//wp:docPr/@id")
    assert len(numbers) == len(set(numbers))


def test_the_file_names_office_and_language_and_no_person() -> None:
    document = sample_papers()["report"]
    about = docx.Document(io.BytesIO(word("report"))).core_properties
    assert (about.title, about.author) == (document.title, "เทศบาลตำบลศรีสำราญ")
    assert about.last_modified_by == about.author
    assert about.language == "th-TH"
    assert about.created == about.modified == WHEN
    with zipfile.ZipFile(io.BytesIO(word("report"))) as archive:
        everything = b"".join(map(archive.read, archive.namelist())).lower()
    assert b"python" not in everything
    assert b"microsoft macintosh" not in everything


def test_the_same_document_gives_the_same_bytes() -> None:
    for paper in ("report", "evidence"):
        again = DocxRenderer().render(sample_papers()[paper], pictures=sample_picture, created=WHEN)
        assert again.data == word(paper)
    with zipfile.ZipFile(io.BytesIO(word("report"))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_a_document_that_is_no_longer_wanted_is_given_up() -> None:
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        renderer().render(sample_papers()["preface"], cancelled=lambda: next(asked))


def test_a_document_without_anything_is_an_empty_page() -> None:
    empty = dataclasses.replace(sample_papers()["cover"], sections=())
    data = renderer().render(empty).data
    assert lines(data) == []
    assert len(sections(data)) == 1


def test_alignments_of_a_paragraph_are_words_own() -> None:
    blocks = [Paragraph(text("ก"), align=align, left=3) for align in Align]
    styles = part(made_of(*blocks), "word/styles.xml")
    found = []
    for one in paragraphs(made_of(*blocks)):
        worn = value(one, "w:pPr/w:pStyle/@w:val") or "Normal"
        own = value(one, "w:pPr/w:jc/@w:val")
        found.append(own or value(styles, f"w:style[@w:styleId='{worn}']/w:pPr/w:jc/@w:val"))
    assert found == [None, "center", "right", "thaiDistribute"]
