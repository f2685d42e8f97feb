"""Pictures of evidence in PDF: never squeezed, never torn, always with their captions."""

from __future__ import annotations

import io

import pikepdf
import pytest

from ita_desktop.documents.blocks import (
    Document,
    Heading,
    PageSetup,
    Paragraph,
    Photo,
    PhotoGrid,
    Section,
    Source,
    Space,
    text,
)
from ita_desktop.model.values import PicturesPerPage
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.file.pictures import read_picture
from ita_desktop.render.pdf.renderer import PdfRenderer
from tests.aids.hostile_texts import HOSTILE
from tests.aids.readers import lines_of, pdftotext_text
from tests.aids.sample_papers import paper, printed
from tests.render.pdf_measures import pictures_on, words_on

RENDERER = PdfRenderer()


def picture(
    width: int, height: int, mode: str = "RGB", kind: str = "JPEG", **save: object
) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.new(mode, (width, height)).save(file, kind, **save)
    return file.getvalue()


PICTURES = {
    "wide": picture(400, 300),
    "tall": picture(300, 400),
    "strip": picture(1600, 90),
    "broken": picture(400, 300)[:200],
}


def rendered(*blocks: PhotoGrid | Heading | Paragraph | Space) -> Rendered:
    section = Section(PageSetup(), blocks)
    document = Document("d", "ภาพ", "เทศบาลตำบลศรีสำราญ", (section,))
    return RENDERER.render(document, pictures=PICTURES.get)


def grid(*names: str, columns: int = 1, rows: int = 2, caption: str = "คำบรรยาย") -> PhotoGrid:
    photos = tuple(
        Photo(name, f"{caption} {at}", Source(f"e{at}", "caption")) for at, name in enumerate(names)
    )
    return PhotoGrid(photos, columns, rows)


def pages_of(made: Rendered) -> list[list[str]]:
    return [lines_of(page) for page in pdftotext_text(made.data).split("\f")[:-1]]


@pytest.mark.parametrize(("columns", "rows", "a_page"), [(1, 2, 2), (2, 2, 4)])
def test_so_many_pictures_stand_on_a_page(columns: int, rows: int, a_page: int) -> None:
    made = rendered(grid(*["wide", "tall"] * 5, columns=columns, rows=rows))
    counts = [len(pictures_on(made.data, page)) for page in range(made.pages)]
    assert sum(counts) == 10
    assert set(counts[:-1]) == {a_page}
    for page, lines in enumerate(pages_of(made)):
        captions = [
            line for line in " ".join(lines).split("คำบรรยาย") if line.strip()[:1].isdigit()
        ]
        assert len(captions) == counts[page]


@pytest.mark.parametrize("columns", [1, 2])
def test_pictures_keep_their_proportions_and_the_margins(columns: int) -> None:
    made = rendered(grid("wide", "tall", "strip", "wide", columns=columns))
    shown = [box for page in range(made.pages) for box in pictures_on(made.data, page)]
    proportions = [box.width / box.height for box in shown]
    assert sorted(proportions) == pytest.approx(sorted([4 / 3, 3 / 4, 1600 / 90, 4 / 3]), abs=0.02)
    assert min(box.left for box in shown) >= 29.9
    assert max(box.right for box in shown) <= 190.1
    assert max(box.bottom for box in shown) < 277


def test_a_caption_stands_centred_below_its_picture() -> None:
    made = rendered(grid("wide", "tall", columns=2))
    for box, words in zip(pictures_on(made.data), ("คำบรรยาย 0", "คำบรรยาย 1"), strict=True):
        line = next(w for w in words_on(made.data) if words in w.text).starting(words)
        line = type(line)(line.letters[: len(words)])
        assert line.middle == pytest.approx(box.middle, abs=0.5)
        assert 2 < line.baseline - box.bottom < 9


def test_a_grid_begins_under_its_heading_on_the_same_page() -> None:
    made = rendered(
        Heading(("ภาพหลักฐาน",)), Heading(("มาตรการที่ ๑",), level=2), grid("wide", "wide", "wide")
    )
    assert [len(pictures_on(made.data, page)) for page in range(made.pages)] == [2, 1]


def test_a_heading_never_stands_without_its_first_picture() -> None:
    for white in range(0, 700, 35):
        made = rendered(
            Paragraph(text("บน")), Space(white), Heading(("หัวข้อ",), level=2), grid("wide")
        )
        page = next(at for at, lines in enumerate(pages_of(made)) if "หัวข้อ" in lines)
        assert len(pictures_on(made.data, page)) == 1
        assert "คำบรรยาย 0" in pages_of(made)[page]


def test_a_long_caption_gets_smaller_type_and_loses_nothing() -> None:
    long = "ติดตั้งป้ายแสดงขั้นตอนและระยะเวลาการให้บริการ ณ จุดบริการ " * 4
    made = rendered(grid("wide", "wide", columns=2, caption=long))
    read = "".join(pdftotext_text(made.data).split())
    assert read.count("ติดตั้งป้ายแสดงขั้นตอนและระยะเวลาการให้บริการ") == 8
    assert {12.0} == {round(words.size, 1) for words in words_on(made.data)}
    assert len(pictures_on(made.data)) == 2


@pytest.mark.parametrize("name", ["nowhere", "", "broken"])
def test_a_picture_that_is_not_there_leaves_a_frame_and_a_finding(name: str) -> None:
    made = rendered(grid(name, "wide"))
    assert len(pictures_on(made.data)) == 1
    assert "ไม่พบภาพ" in pdftotext_text(made.data)
    assert "คำบรรยาย 0" in pdftotext_text(made.data)
    [finding] = made.findings
    assert (finding.code, finding.record_id, finding.field) == ("missing-photo", "e0", "caption")


def test_the_preview_finds_every_picture() -> None:
    made = rendered(grid("wide", "tall", "wide", columns=2))
    assert [anchor.source.record_id for anchor in made.anchors] == [
        "e0",
        "e0",
        "e1",
        "e1",
        "e2",
        "e2",
    ]
    assert all(anchor.bottom - anchor.top > 10 for anchor in made.anchors)


def test_one_picture_shown_twice_lies_in_the_file_once() -> None:
    once, twice = rendered(grid("wide")), rendered(grid("wide", "wide"))
    assert len(twice.data) - len(once.data) < 1000


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_a_clerk_can_type_stops_a_grid(words: str) -> None:
    photos = (Photo("wide", words), Photo("nowhere", words), Photo("strip", ""))
    made = rendered(PhotoGrid(photos, 2, 2), PhotoGrid((), 2, 2), PhotoGrid(photos, 9, 0))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == made.pages


@pytest.mark.parametrize(("choice", "pages"), [(PicturesPerPage.TWO, 2), (PicturesPerPage.FOUR, 2)])
def test_the_evidence_of_the_sample_prints_all_its_pictures(
    choice: PicturesPerPage, pages: int
) -> None:
    made = printed(paper("evidence", pictures_per_page=choice))
    assert made.findings == ()
    assert made.pages == pages
    assert sum(len(pictures_on(made.data, page)) for page in range(made.pages)) == 4


def turned(orientation: int) -> bytes:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = orientation
    return picture(400, 300, exif=exif)


@pytest.mark.parametrize(
    ("data", "size", "space"),
    [
        (picture(40, 30), (40, 30), b"/DeviceRGB"),
        (picture(40, 30, "L"), (40, 30), b"/DeviceGray"),
        (picture(40, 30, "CMYK"), (40, 30), b"/DeviceRGB"),
        (picture(40, 30, progressive=True), (40, 30), b"/DeviceRGB"),
        (turned(6), (300, 400), b"/DeviceRGB"),
        (turned(3), (400, 300), b"/DeviceRGB"),
        (picture(40, 30, "RGBA", "PNG"), (40, 30), b"/DeviceRGB"),
        (picture(40, 30, "LA", "PNG"), (40, 30), b"/DeviceRGB"),
        (picture(40, 30, "P", "PNG", transparency=0), (40, 30), b"/DeviceRGB"),
        (picture(40, 30, "1", "PNG"), (40, 30), b"/DeviceGray"),
        (picture(40, 30, "I;16", "PNG"), (40, 30), b"/DeviceGray"),
    ],
)
def test_pictures_of_every_kind_become_upright_grey_or_rgb(
    data: bytes, size: tuple[int, int], space: bytes
) -> None:
    read = read_picture(data)
    assert read is not None
    assert (read.width, read.height) == size
    assert space in read.stream[:200]


def test_what_is_clear_becomes_white_and_deep_grey_keeps_its_shade() -> None:
    from PIL import Image

    def first_point(mode: str, colour: object) -> int:
        file = io.BytesIO()
        Image.new(mode, (2, 2), colour).save(file, "PNG")
        read = read_picture(file.getvalue())
        assert read is not None
        with pikepdf.new() as pdf:
            start = read.stream.index(b"stream\n") + 7
            stream = pikepdf.Stream(pdf, read.stream[start:-10], Filter=pikepdf.Name.FlateDecode)
            return stream.read_bytes()[0]

    assert first_point("RGBA", (0, 0, 0, 0)) == 255
    assert first_point("RGBA", (0, 0, 0, 255)) == 0
    assert first_point("I;16", 0x8000) == 0x80


@pytest.mark.parametrize(
    "data", [None, b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", picture(40, 30)[:-60]]
)
def test_what_is_no_picture_is_none(data: bytes | None) -> None:
    assert read_picture(data) is None
