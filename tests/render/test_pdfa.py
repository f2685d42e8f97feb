"""Every PDF is PDF/A-2b and tells its structure to those who hear it instead of seeing it."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pikepdf.pdfa
import pytest

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
    ListBlock,
    ListItem,
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
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.renderer import PdfRenderer
from ita_desktop.thai.digits import Digits
from tests.aids.hostile_texts import HOSTILE
from tests.aids.sample_papers import paper, printed

RENDERER = PdfRenderer()
PROSE = "ทุกสำนักและกองเผยแพร่ข้อมูลข่าวสารให้ประชาชนทราบ " * 60


def rendered(*blocks: Block, page: PageSetup | None = None, **changes: Any) -> Rendered:
    section = Section(page or PageSetup(), blocks)
    document = Document("d", "รายงาน <ก> & ข", "เทศบาลตำบลศรีสำราญ", (section,))
    return RENDERER.render(document, **changes)


def complaints(data: bytes) -> list[str]:
    report = pikepdf.pdfa.validate_written(io.BytesIO(data), "2b")
    return [str(finding) for finding in report.findings]


@pytest.mark.parametrize("digits", list(Digits), ids=lambda one: one.value)
@pytest.mark.parametrize("name", [kind.id for kind in DOCUMENTS])
def test_every_document_of_the_sample_is_pdf_a_2b(name: str, digits: Digits) -> None:
    made = printed(paper(name, digits=digits))
    assert complaints(made.data) == []
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert str(pdf.Root.Lang) == "th-TH"
        assert str(pdf.docinfo.Author) == "เทศบาลตำบลศรีสำราญ"
        assert str(pdf.docinfo.Title)
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 1
        tags = {element.tag for element in walk(tree(pdf))}
        assert "H1" in tags


def picture(mode: str, kind: str, **save: Any) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.new(mode, (40, 30)).save(file, kind, **save)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        picture("RGBA", "PNG"),
        picture("LA", "PNG"),
        picture("P", "PNG", transparency=0),
        picture("1", "PNG"),
        picture("I;16", "PNG"),
        picture("CMYK", "JPEG"),
        picture("L", "JPEG"),
        picture("RGB", "JPEG", progressive=True),
    ],
)
def test_no_kind_of_picture_breaks_the_archive(data: bytes) -> None:
    made = rendered(
        Cover(("ก",), ("ข",), picture="p"),
        Emblem("p", 30),
        PhotoGrid((Photo("p", "ภาพ"),), 1, 2),
        pictures={"p": data}.get,
    )
    assert made.findings == ()
    assert complaints(made.data) == []


def test_hostile_names_and_texts_are_archived_too() -> None:
    for words in HOSTILE:
        section = Section(PageSetup(), (Heading((words[:200],)), Paragraph(text(words[:500]))))
        made = RENDERER.render(Document(words, words, words, (section,), through=True))
        assert complaints(made.data) == []
    assert complaints(RENDERER.render(Document("", "", "", ())).data) == []


def test_the_metadata_say_what_the_file_says() -> None:
    created = datetime(2025, 10, 3, 9, 30, tzinfo=UTC)
    with pikepdf.open(io.BytesIO(rendered(Paragraph(text("ก")), created=created).data)) as pdf:
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "รายงาน <ก> & ข" == str(pdf.docinfo.Title)
            assert xmp["dc:creator"] == ["เทศบาลตำบลศรีสำราญ"]
            assert xmp["pdfaid:part"] == "2"
            assert xmp["xmp:CreateDate"] == "2025-10-03T09:30:00+00:00"
        intent = pdf.Root.OutputIntents[0]
        assert str(intent.S) == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes()[16:20] == b"RGB "


class Tag:
    """One element of the structure tree."""

    def __init__(self, found: Any) -> None:
        self.found = found
        self.tag = str(found.S)[1:]
        kids = found.get("/K", [])
        self.kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        self.children = [
            Tag(kid) for kid in self.kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        ]

    @property
    def attributes(self) -> Any:
        return self.found.get("/A", {})

    @property
    def shape(self) -> str:
        """The element and what hangs in it, in writing: ``TR(TH TH)``."""
        inner = " ".join(child.shape for child in self.children)
        return f"{self.tag}({inner})" if inner else self.tag


def tree(pdf: pikepdf.Pdf) -> Tag:
    return Tag(pdf.Root.StructTreeRoot.K)


def walk(tag: Tag) -> Iterator[Tag]:
    yield tag
    for child in tag.children:
        yield from walk(child)


def shape_of(made: Rendered) -> str:
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        return tree(pdf).shape


def heard(made: Rendered, folder: Path) -> list[str]:
    """The texts of the structure tree in order, as poppler reads them."""
    path = folder / "heard.pdf"
    path.write_bytes(made.data)
    done = subprocess.run(
        ["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True
    ).stdout.decode()
    lines = (line.strip() for line in done.splitlines())
    return [line[1:-1].strip() for line in lines if line.startswith('"')]


def cell(words: str, **merged: int) -> Cell:
    return Cell((Paragraph(text(words)),), **merged)


TABLE = Table(
    (Column(), Column(), Column()),
    (
        Row((cell("หัวรวม", colspan=2), None, cell("หัวสาม", rowspan=2))),
        Row((cell("หัวหนึ่ง"), cell("หัวสอง"), None)),
    ),
    (
        Row((cell("ก"), cell("ข"), cell("รวมลง", rowspan=2))),
        Row((cell("ค"), Cell(), None)),
        Row((cell("กลุ่ม", colspan=3), None, None)),
    ),
    caption="คำอธิบายตาราง",
)


def test_headings_paragraphs_and_lists_are_told_apart() -> None:
    items = (
        ListItem("๑.", text("หนึ่ง")),
        ListItem("๑.๑", text("ย่อย"), 1),
        ListItem("๒.", text("สอง")),
    )
    made = rendered(
        Heading(("เรื่องใหญ่", "สองบรรทัด")),
        Paragraph(text("เนื้อความ")),
        Heading(("ย่อย",), level=2),
        ListBlock(items),
        ListBlock((ListItem("", text("ไม่มีเลข")),)),
        Heading(("ลึก",), level=9),
    )
    body = "LI(Lbl LBody)"
    assert shape_of(made) == (
        f"Document(H1 P H2 L(LI(Lbl LBody(L({body}))) {body}) L(LI(LBody)) H6)"
    )
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        numbered = [
            str(t.attributes.get("/ListNumbering", "")) for t in walk(tree(pdf)) if t.tag == "L"
        ]
    assert numbered == ["/Decimal", "/Decimal", ""]


def test_a_table_tells_its_rows_headings_and_spans() -> None:
    made = rendered(TABLE)
    assert shape_of(made) == (
        "Document(Table(Caption THead(TR(TH TH) TR(TH TH)) TBody(TR(TD TD TD) TR(TD TD) TR(TD))))"
    )
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        cells = [tag for tag in walk(tree(pdf)) if tag.tag in ("TH", "TD")]
        spans = [
            (int(c.attributes.get("/ColSpan", 1)), int(c.attributes.get("/RowSpan", 1)))
            for c in cells
        ]
        scopes = [str(c.attributes.get("/Scope", "")) for c in cells]
    assert spans == [(2, 1), (1, 2), (1, 1), (1, 1), (1, 1), (1, 1), (1, 2), (1, 1), (1, 1), (3, 1)]
    assert scopes == ["/Column"] * 4 + [""] * 6


def test_cells_with_lists_and_several_paragraphs_hold_them() -> None:
    mixed = Cell((Paragraph(text("นำ")), ListBlock((ListItem("-", text("ข้อ")),))))
    made = rendered(Table((Column(),), (), (Row((mixed,)),)))
    assert shape_of(made) == "Document(Table(TBody(TR(TD(P L(LI(Lbl LBody)))))))"


def test_headings_that_come_back_on_later_pages_are_heard_once(tmp_path: Path) -> None:
    rows = tuple(Row((cell(f"แถว{n} " + PROSE[:400]), cell("ข"))) for n in range(20))
    made = rendered(Table((Column(), Column()), (Row((cell("หัวหนึ่ง"), cell("หัวสอง"))),), rows))
    assert made.pages > 3
    words = heard(made, tmp_path)
    assert words.count("หัวหนึ่ง") == words.count("หัวสอง") == 1
    assert [line.split()[0] for line in words if line.startswith("แถว")] == [
        f"แถว{n}" for n in range(20)
    ]
    assert shape_of(made).count("TR(") == 21


def test_what_goes_on_over_pages_is_one_element_heard_in_order(tmp_path: Path) -> None:
    long = " ".join(f"ประโยค{n}จบ" for n in range(700))
    tall = Cell((Paragraph(text(long)),), rowspan=2)
    made = rendered(
        Paragraph(text(long), Align.THAI, first_line=25),
        Table((Column(), Column()), (), (Row((cell("ก"), tall)), Row((cell("ข"), None)))),
        ListBlock((ListItem("๑.", text(long)),)),
    )
    assert shape_of(made) == "Document(P Table(TBody(TR(TD TD) TR(TD))) L(LI(Lbl LBody)))"
    together = "".join("".join(heard(made, tmp_path)).split())
    joined = "".join(long.split())
    assert together == f"{joined}ก{joined}ข๑.{joined}"


def test_page_numbers_catch_words_and_rules_are_not_heard(tmp_path: Path) -> None:
    made = rendered(Paragraph(text(PROSE)), page=PageSetup(catch_words=True))
    assert made.pages >= 2
    words = " ".join(heard(made, tmp_path))
    assert "- ๒ -" not in words
    assert "..." not in words
    assert "เผยแพร่" in words


def test_figures_have_words_that_stand_for_them() -> None:
    series = (Series("รวม", (Decimal("86.17"), None)),)
    made = rendered(
        Emblem("p", 30),
        Chart(ChartKind.BARS, "คะแนนรายปี", ("๒๕๖๘", "๒๕๖๙"), series, 60, thai_digits=True),
        PhotoGrid((Photo("p", "ประชุมคณะทำงาน"), Photo("p")), 1, 2),
        pictures={"p": picture("RGB", "JPEG")}.get,
    )
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        figures = [tag for tag in walk(tree(pdf)) if tag.tag == "Figure"]
        words = [str(figure.found.Alt) for figure in figures]
        assert all(len(figure.attributes.BBox) == 4 for figure in figures)
    assert words[1] == "แผนภูมิ คะแนนรายปี รวม: ๒๕๖๘ ๘๖.๑๗ ๒๕๖๙ -"
    assert words[2:] == ["ประชุมคณะทำงาน", "ภาพถ่าย"]
    assert "ตรา" in words[0]
    assert [child.tag for child in figures[2].children] == ["Caption"]


def test_parts_of_a_volume_and_its_contents_are_elements_of_their_own() -> None:
    made = printed(paper("bundle"))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        root = tree(pdf)
        assert [child.tag for child in root.children] == [
            *("Figure", "H1", "P", "H1", "TOC"),
            *["Part"] * 9,
        ]
        toc = root.children[4]
        assert {entry.shape for entry in toc.children} == {"TOCI(Reference(Link))"}
        for entry in toc.children:
            link = entry.children[0].children[0]
            [reference] = [
                k for k in link.kids if isinstance(k, pikepdf.Dictionary) and "/Obj" in k
            ]
            assert str(reference.Obj.Subtype) == "/Link"
            nums = pdf.Root.StructTreeRoot.ParentTree.Nums
            at = [int(n) for n in list(nums)[::2]].index(int(reference.Obj.StructParent))
            assert nums[2 * at + 1].objgen == link.found.objgen


@pytest.mark.parametrize("name", [kind.id for kind in DOCUMENTS])
def test_all_that_is_shown_belongs_to_an_element_or_is_an_artifact(name: str) -> None:
    made = printed(paper(name))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip((int(n) for n in nums[::2]), nums[1::2], strict=True))
        for page in pdf.pages:
            marks = marked(page)
            listed = owners.get(int(page.StructParents), [])
            assert sorted(marks) == list(range(len(listed)))
            for mark, tag in marks.items():
                assert str(listed[mark].S)[1:] == tag or tag in ("TD", "TH")
                assert mark in marks_of(listed[mark], page)


def marked(page: pikepdf.Page) -> dict[int, str]:
    """The marks of a page by number; all that is shown must stand in one, or in an artifact."""
    found: dict[int, str] = {}
    open_: list[str] = []
    in_text = False
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                tag = str(operands[0])[1:]
                if tag != "Artifact":
                    number = int(operands[1].MCID)
                    assert number not in found
                    found[number] = tag
                open_.append(f"{tag} {in_text}")
            case "EMC":
                assert open_.pop().endswith(str(in_text))  # never half in a text object
            case "BT":
                in_text = True
            case "ET":
                in_text = False
            case "Tj" | "TJ" | "S" | "f" | "B" | "Do":
                assert open_
    assert not open_
    return found


def marks_of(element: Any, page: pikepdf.Page) -> set[int]:
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    marks = set()
    for kid in kids:
        if isinstance(kid, int):
            if element.Pg.objgen == page.obj.objgen:
                marks.add(kid)
        elif "/MCID" in kid and kid.Pg.objgen == page.obj.objgen:
            marks.add(int(kid.MCID))
    return marks


def test_lines_that_wrap_are_heard_as_two_words(tmp_path: Path) -> None:
    made = rendered(
        Paragraph((Run("แบบวัด IIT แบบวัด EIT "), bold("และแบบตรวจ OIT "), Run(PROSE[:300]))),
        Heading(("ผลการประเมิน ITA", "OIT")),
        Signature("นาย ก", ("นายกเทศมนตรี",)),
    )
    words = " ".join(heard(made, tmp_path))
    assert "ผลการประเมิน ITA OIT" in words
    assert "(นาย ก) นายกเทศมนตรี" in words
    assert PROSE[:300].strip() in words


def test_the_bytes_do_not_depend_on_the_day() -> None:
    document = Document("d", "ก", "ข", (Section(PageSetup(), (TABLE,)),))
    assert PdfRenderer().render(document).data == PdfRenderer().render(document).data
