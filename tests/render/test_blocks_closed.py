"""Every renderer knows every block: the union is closed."""

from __future__ import annotations

import typing
from collections.abc import Callable
from decimal import Decimal

import pytest

from ita_desktop.documents.blocks import (
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Contents,
    Cover,
    Document,
    Emblem,
    Heading,
    HeadLine,
    ListBlock,
    ListItem,
    MemoHead,
    OpinionBlock,
    PageBreak,
    PageSetup,
    Paragraph,
    Photo,
    PhotoGrid,
    Row,
    Rule,
    Section,
    Series,
    Signature,
    Space,
    Table,
    text,
)

EXAMPLES: tuple[Block, ...] = (
    Paragraph(text("ย่อหน้า")),
    Heading(("หัวข้อ",)),
    ListBlock((ListItem("๑.", text("รายการ")), ListItem("๑.๑", text("ข้อย่อย"), 1))),
    Table((Column(),), (Row((Cell((Paragraph(text("หัวตาราง")),)),)),), ()),
    Cover(("ชื่อเรื่อง",), ("เทศบาลตำบลศรีสำราญ",)),
    Emblem("", 30),
    MemoHead("", "บันทึกข้อความ", ((HeadLine("ที่", "สร ๗๑๐๐๑"), HeadLine("วันที่")),)),
    OpinionBlock("ความเห็นปลัด", 3, "นางสมหญิง ใจงาม", ("ปลัดเทศบาล",)),
    Rule(40),
    Signature("นายสมชาย ใจซื่อ", ("นายกเทศมนตรีตำบลศรีสำราญ",)),
    Chart(ChartKind.BARS, "คะแนน", ("พ.ศ. ๒๕๖๘",), (Series("รวม", (Decimal("86.17"),)),), 60),
    PhotoGrid((Photo("", "ตรวจนับพัสดุ"),), 1, 2),
    Contents("สารบัญ"),
    PageBreak(),
    Space(12),
)


def _pdf(document: Document) -> str:
    from ita_desktop.render.pdf.renderer import PdfRenderer
    from tests.aids.readers import pdftotext_text

    return pdftotext_text(PdfRenderer().render(document).data)


def _text(document: Document) -> str:
    from ita_desktop.render.text import to_text

    return to_text(document)


def _docx(document: Document) -> str:
    from ita_desktop.render.docx.renderer import DocxRenderer
    from tests.render.word_reader import find, lines, part

    data = DocxRenderer().render(document).data
    return "\n".join((*lines(data), *find(part(data), "//wp:docPr/@descr")))


RENDERERS: tuple[Callable[[Document], str], ...] = (_pdf, _docx, _text)


def test_there_is_one_example_of_every_block() -> None:
    members = typing.get_args(Block)
    assert {type(example) for example in EXAMPLES} == set(members)
    assert len(EXAMPLES) == len(members)


@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: type(block).__name__)
def test_a_renderer_prints_a_block(block: Block, render: Callable[[Document], str]) -> None:
    after = Paragraph(text("จบเอกสาร"))
    section = Section(PageSetup(), (block, after))
    document = Document("one", "ทดสอบ", "เทศบาลตำบลศรีสำราญ", (section,))
    printed = render(document)
    assert "จบเอกสาร" in printed
    expected = {
        "Paragraph": "ย่อหน้า",
        "Heading": "หัวข้อ",
        "ListBlock": "ข้อย่อย",
        "Table": "หัวตาราง",
        "Cover": "ชื่อเรื่อง",
        "MemoHead": "บันทึกข้อความ",
        "OpinionBlock": "(นางสมหญิง ใจงาม)",
        "Signature": "(นายสมชาย ใจซื่อ)",
        "Chart": "86.17",
        "PhotoGrid": "ตรวจนับพัสดุ",
        "Contents": "สารบัญ",
    }.get(type(block).__name__)
    if expected:
        assert expected in printed
