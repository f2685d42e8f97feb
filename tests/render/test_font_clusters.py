"""Thai clusters in print: read back exactly, embedded, and drawn as HarfBuzz draws them."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Iterator, Sequence

import pikepdf
import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import Image, ImageChops, ImageDraw, ImageStat
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.render.pdf.cluster_font import ClusterFont
from ita_desktop.render.pdf.font import FontFamily, font_family
from ita_desktop.render.pdf.symbols import SYMBOLS
from ita_desktop.resources import resource_path
from tests.aids.places import FILES
from tests.aids.programs import need
from tests.aids.readers import READERS, pdftotext_text

FAMILIES = ("Laksaman", "Sarabun")
CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
VOWELS = ("", "ิ", "ี", "ึ", "ื", "ั", "ุ", "ู", "ำ", "็")
SIGNS = ("", "่", "้", "๊", "๋", "์")
ENDINGS = tuple(
    sign + vowel if vowel == "ำ" else vowel + sign
    for vowel in VOWELS
    for sign in SIGNS
    if not (vowel == "็" and sign) and not (vowel and vowel in "ึืัำ" and sign == "์")
)
CLUSTERS = tuple(consonant + ending for consonant in CONSONANTS for ending in ENDINGS)
DPI = 200
STEP, PAGE_HEIGHT, BASELINE = 54.0, 108.0, 36.0
SIZE = 48.0
"""Points, for the comparison of pixels: strokes of some ten pixels, so that shape counts and not
where on the grid of pixels a line happens to begin."""


@pytest.fixture(params=FAMILIES)
def family(request: pytest.FixtureRequest) -> FontFamily:
    return font_family(request.param)


def printed(lines: Sequence[str], font: ClusterFont, size: float = 16.0) -> bytes:
    """The lines in one font, on A4."""
    canvas, file = _canvas(font, (595.0, 842.0))
    y = 842.0
    for line in lines:
        y -= size * 1.5
        if y < 40:
            canvas.showPage()
            y = 842.0 - size * 1.5
        canvas.setFont(font.fontName, size)
        canvas.drawString(40, y, line)
    canvas.save()
    return file.getvalue()


def printed_apart(lines: Sequence[Sequence[str]], font: ClusterFont) -> bytes:
    """Each line on a page of its own, its clusters ``STEP`` points apart."""
    canvas, file = _canvas(font, (STEP * (len(lines[0]) + 2), PAGE_HEIGHT))
    for line in lines:
        canvas.setFont(font.fontName, SIZE)
        for place, cluster in enumerate(line):
            canvas.drawString(STEP * (place + 1), BASELINE, cluster)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _canvas(font: ClusterFont, page: tuple[float, float]) -> tuple[Canvas, io.BytesIO]:
    rl_config.useA85 = 0
    pdfmetrics.registerFont(font)
    file = io.BytesIO()
    return Canvas(file, pagesize=page, invariant=1, initialFontName=font.fontName), file


def rows(count: int) -> Iterator[str]:
    for start in range(0, len(CLUSTERS), count):
        yield " ".join(CLUSTERS[start : start + count])


def test_there_are_2244_clusters() -> None:
    assert len(set(CLUSTERS)) == 2244


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("style", [(False, False), (True, True)])
def test_every_cluster_comes_back_exactly(
    family: FontFamily,
    style: tuple[bool, bool],
    reader: str,
    keep_pdf: Callable[[str, bytes], None],
) -> None:
    need(*{"pdftotext": ["pdftotext"], "mutool": ["mutool"]}.get(reader, []))
    font = family.font(*style)
    pdf = printed(list(rows(12)), font)
    keep_pdf(f"clusters-{font.fontName}", pdf)
    assert READERS[reader](pdf).split() == list(CLUSTERS)


def test_words_of_every_kind_come_back_exactly(family: FontFamily) -> None:
    words = "น้ำ ผู้ซึ่ง ปฏิญาณ ญู ฐุ ฎุ ก็ เปี๊ยก ฤๅษี แท้จริง กุฏิ ITA AVATAR ๑๒๓ ป้ายฟ้า ฝั่งปิ่น ฬ่ำ 12/2569 e-Service"
    for reader in READERS.values():
        need("pdftotext", "mutool")
        assert reader(printed([words], family.font())).split() == words.split()


def test_every_font_is_embedded_as_a_part_with_its_meaning(family: FontFamily) -> None:
    need("pdffonts")
    pdf = printed(["ทดสอบ ๑"], family.font())
    out = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    fonts = [line.split() for line in out.stdout.decode().splitlines()[2:]]
    assert len(fonts) == 1
    name, *kind = fonts[0]
    assert name[6] == "+" and name[7:] == family.font().file.postscript_name
    assert kind[:6] == ["CID", "TrueType", "Identity-H", "yes", "yes", "yes"]


def test_the_pdf_says_sixteen_where_the_office_says_sixteen(family: FontFamily) -> None:
    with pikepdf.open(io.BytesIO(printed(["ก"], family.font(), 16))) as pdf:
        operators = pikepdf.parse_content_stream(pdf.pages[0])
        sizes = {float(o.operands[1]) for o in operators if str(o.operator) == "Tf"}
        assert 16.0 in sizes
        (font,) = pdf.pages[0].Resources.Font.values()
        (width,) = font.DescendantFonts[0].W[1]
        assert "CIDSet" not in font.DescendantFonts[0].FontDescriptor
    assert width == family.font().shape("ก").width == round(width)


def test_the_same_lines_give_the_same_bytes_whatever_was_printed_before() -> None:
    lines = ["เทศบาลตำบลศรีสำราญ", "พ.ศ. ๒๕๖๙ ☑"]
    fresh = FontFamily("Laksaman").font()
    first = printed(lines, fresh)
    printed(["ฐานข้อมูลญี่ปุ่น ABC xyz", "ฟ้าผ่า"], fresh)
    assert printed(lines, fresh) == first
    other = FontFamily("Laksaman").font()
    printed(["ข้อความอื่นที่มาก่อน ๐๑๒"], other)
    assert printed(lines, other) == first


def test_a_document_holds_only_the_glyphs_it_uses() -> None:
    font = FontFamily("Laksaman").font()
    printed(list(rows(12)), font)
    with pikepdf.open(io.BytesIO(printed(["กา"], font))) as pdf:
        (embedded,) = pdf.pages[0].Resources.Font.values()
        assert len(embedded.DescendantFonts[0].W[1]) == 2
        assert len(embedded.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 1500


def test_codes_tell_their_text_and_advance() -> None:
    font = font_family().font()
    shaped = font.shape("น้ำใจ")
    codes = [int.from_bytes(shaped.codes[at : at + 2], "big") for at in range(0, 10, 2)]
    assert [font.text_of(code) for code in codes] == ["น", "้", "ำ", "ใ", "จ"]
    assert font.advance(codes[1]) == 0
    assert sum(font.advance(code) for code in codes) == pytest.approx(shaped.width)
    assert shaped.clusters == 3


def test_sixteen_points_of_laksaman_are_sixteen_points_of_th_sarabun() -> None:
    # 580 of 1504 units: at this scale Laksaman's advances are those of TH Sarabun New.
    assert font_family("Laksaman").font().shape("ก").width == pytest.approx(386, abs=0.5)
    assert font_family("Laksaman").font().line_height == pytest.approx(1.321)


def test_a_page_of_prose_is_as_long_in_either_family() -> None:
    prose = (FILES / "running_text.txt").read_text(encoding="utf-8")
    first, second = (
        sum(font_family(name).font().shape(line).width for line in prose.splitlines())
        for name in FAMILIES
    )
    assert first == pytest.approx(second, rel=0.005)


def test_a_character_of_the_other_family_is_borrowed() -> None:
    family = font_family("Laksaman")
    stretches = family.split("ก→ข\u200bค", bold=True)
    assert [(font.fontName, text) for font, text in stretches] == [
        ("Laksaman-Bold", "ก"),
        ("Sarabun-Bold", "→"),
        ("Laksaman-Bold", "ขค"),
    ]
    assert family.missing("ก→☐") == ()


def test_signs_of_forms_are_drawn_and_read_back(family: FontFamily) -> None:
    signs = "☐ ☑ ☒ ✓ ✗ ○ ●"
    pdf = printed([signs], family.font())
    need("pdftotext")
    assert pdftotext_text(pdf).split() == signs.split()
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("L")
    assert ImageStat.Stat(ImageChops.invert(page)).sum[0] > 20_000
    assert family.missing("".join(SYMBOLS)) == ()


def test_what_no_font_has_is_named_once_and_printed_as_a_mark() -> None:
    family = font_family()
    assert family.missing("ก😀ข😀字\u200b\n\ufeff") == ("😀", "字")
    pdf = printed(["ก😀"], family.font())
    assert READERS["pdfium"](pdf).strip() == "ก😀"
    blank = printed(["ก"], family.font())
    assert _ink(_page(pdf)) > 1.5 * _ink(_page(blank))


def test_invisible_characters_leave_no_trace() -> None:
    ((font, text),) = font_family().split("เท\u200bศ\u200cบ\ufeffา\x07ล\u200d")
    assert (font.fontName, text) == ("Laksaman", "เทศบาล")


@pytest.mark.parametrize("style", ["Regular", "BoldItalic"])
@pytest.mark.parametrize("name", FAMILIES)
def test_pixels_agree_with_harfbuzz_itself(
    name: str, style: str, record_property: Callable[[str, object], None]
) -> None:
    """PDFium's picture of our page against the glyphs where HarfBuzz puts them, at 200 dpi.

    The second picture knows nothing of our font: HarfBuzz shapes the line, Pillow fills the
    outlines that HarfBuzz gives.
    """
    font = font_family(name).font(style != "Regular", style != "Regular")
    lines = [CLUSTERS[start : start + 34] for start in range(0, len(CLUSTERS), 34)]
    pdf = pypdfium2.PdfDocument(printed_apart(lines, font))
    file = str(resource_path("fonts", f"{name}-{style}.ttf"))
    harfbuzz = hb.Font(hb.Face(hb.Blob.from_file_path(file)))
    pixels_a_unit = SIZE * DPI / 72 / font.file.units
    worst = 1.0
    for number, line in enumerate(lines):
        ours = pdf[number].render(scale=DPI / 72).to_pil().convert("L")
        theirs = _harfbuzz_picture(line, harfbuzz, pixels_a_unit, ours.size)
        worst = min(worst, _overlap(ours, theirs))
    record_property("worst overlap", f"{worst:.4f}")
    assert worst >= 0.9


class _Contours:
    """A pen that turns a glyph's outline into polygons."""

    def __init__(self, x: float, y: float) -> None:
        self.polygons: list[list[tuple[float, float]]] = []
        self._from = (x, y)

    def _add(self, point: tuple[float, float]) -> None:
        self.polygons[-1].append((self._from[0] + point[0], self._from[1] + point[1]))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.polygons.append([])
        self._at = point
        self._add(point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._at = point
        self._add(point)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        for step in range(1, 9):
            t = step / 8
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            self._add((a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2))
        self._at = end

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: ARG002, N802
        raise AssertionError("TrueType outlines have no cubic curves")

    def closePath(self) -> None:  # noqa: N802
        pass


def _harfbuzz_picture(
    line: Sequence[str], font: hb.Font, pixels_a_unit: float, size: tuple[int, int]
) -> Image.Image:
    finer = 4
    bottom_edge = (PAGE_HEIGHT - BASELINE) * DPI / 72
    picture = Image.new("L", (size[0] * finer, size[1] * finer))
    for x, y, glyph_id in _placed_by_harfbuzz(line, font, STEP * DPI / 72 / pixels_a_unit):
        pen = _Contours(x, y)
        font.draw_glyph_with_pen(glyph_id, pen)
        polygons = [
            [
                (x * pixels_a_unit * finer, (bottom_edge - y * pixels_a_unit) * finer)
                for x, y in polygon
            ]
            for polygon in pen.polygons
        ]
        if not polygons:
            continue
        left = int(min(x for polygon in polygons for x, _ in polygon)) - 1
        top = int(min(y for polygon in polygons for _, y in polygon)) - 1
        right = int(max(x for polygon in polygons for x, _ in polygon)) + 2
        bottom = int(max(y for polygon in polygons for _, y in polygon)) + 2
        glyph = Image.new("L", (right - left, bottom - top))
        pencil = ImageDraw.Draw(glyph)
        # Outer contours run one way, holes the other: first all ink, then what is cut out.
        for polygon in sorted(polygons, key=lambda polygon: -_turn(polygon)):
            corners = [(x - left, y - top) for x, y in polygon]
            pencil.polygon(corners, fill=255 if _turn(polygon) > 0 else 0)
        place_there = (left, top, right, bottom)
        picture.paste(ImageChops.lighter(picture.crop(place_there), glyph), place_there)
    return ImageChops.invert(picture.resize(size, Image.Resampling.BOX))


def _placed_by_harfbuzz(
    line: Sequence[str], font: hb.Font, step: float
) -> Iterator[tuple[float, float, int]]:
    """Where each glyph stands, in font units, with the clusters ``step`` apart."""
    for place, cluster in enumerate(line):
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        pen = step * (place + 1)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield pen + position.x_offset, position.y_offset, info.codepoint
            pen += position.x_advance


def _turn(polygon: list[tuple[float, float]]) -> float:
    """Twice the area, positive for outer contours (clockwise on the page)."""
    return sum(
        x0 * y1 - x1 * y0
        for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True)
    )


def _page(pdf: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("L")


def _ink(picture: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.invert(picture)).sum[0])


def _overlap(one: Image.Image, other: Image.Image) -> float:
    """Ink in both over ink in either."""
    ours, theirs = ImageChops.invert(one), ImageChops.invert(other)
    both = ImageStat.Stat(ImageChops.darker(ours, theirs)).sum[0]
    either = ImageStat.Stat(ImageChops.lighter(ours, theirs)).sum[0]
    return float(both / either)
