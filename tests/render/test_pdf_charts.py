"""Charts in PDF: vectors whose figures can be read, by people and by programs, also in grey."""

from __future__ import annotations

import io
from decimal import Decimal
from itertools import pairwise

import pikepdf
import pytest

from ita_desktop.documents.blocks import (
    Chart,
    ChartKind,
    Document,
    Heading,
    PageSetup,
    Paragraph,
    Section,
    Series,
    Source,
    Space,
    text,
)
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.renderer import PdfRenderer
from ita_desktop.thai.digits import Digits
from tests.aids.hostile_texts import HOSTILE
from tests.aids.readers import READERS, pdftotext_text
from tests.aids.sample_papers import paper, printed
from tests.render.pdf_measures import MM, strokes_on, words_on

RENDERER = PdfRenderer()
YEARS = tuple(f"พ.ศ. {year}" for year in range(2564, 2569))
TEN = tuple(str(number) for number in range(1, 11))


def rendered(*blocks: Chart | Heading | Paragraph | Space) -> Rendered:
    section = Section(PageSetup(), blocks)
    return RENDERER.render(Document("d", "คะแนน", "เทศบาลตำบลศรีสำราญ", (section,)))


def decimals(*values: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


def bars(*values: str | None, **changes: object) -> Chart:
    names = YEARS[: len(values)]
    series = (Series("คะแนนภาพรวม", decimals(*values)),)
    options = {"target": Decimal(85), "target_label": "เป้าหมาย", **changes}
    return Chart(ChartKind.BARS, "คะแนนภาพรวมรายปี", names, series, 60, **options)


def columns(**changes: object) -> Chart:
    series = tuple(
        Series(name, tuple(Decimal(60 + 7 * at) + Decimal(number) / 4 for number in range(10)))
        for at, name in enumerate(YEARS)
    )
    options = {"target": Decimal(85), "target_label": "เป้าหมาย", **changes}
    return Chart(ChartKind.COLUMNS, "คะแนนรายตัวชี้วัด", TEN, series, 105, **options)


def surfaces(made: Rendered, page: int = 0) -> list[tuple[float, float, float, float, float]]:
    """Outlined rectangles: shade, left, foot, width and height in points, upward."""
    found = []
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        shade, box = 0.0, (0.0, 0.0, 0.0, 0.0)
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
            match str(operator):
                case "g":
                    shade = float(operands[0])
                case "re":
                    box = tuple(float(part) for part in operands)
                case "B":
                    found.append((shade, *box))
    return found


@pytest.mark.parametrize("reader", READERS)
def test_every_figure_comes_back_from_every_reader(reader: str) -> None:
    read = READERS[reader](rendered(bars("69.84", "76.43", "100"), columns()).data)
    for words in ("69.84", "76.43", "100.00", "พ.ศ. 2564", "เป้าหมาย 85", "คะแนนภาพรวมรายปี"):
        assert words in read
    figures = {f"{value:.2f}" for series in columns().series for value in series.values}
    assert not figures - set(read.split())


def test_the_bars_are_as_long_as_their_scores() -> None:
    found = surfaces(rendered(bars("25", "50", "100")))
    lengths = [width for _, _, _, width, _ in found]
    assert lengths[1] == pytest.approx(2 * lengths[0], abs=0.05)
    assert lengths[2] == pytest.approx(4 * lengths[0], abs=0.05)


def test_the_columns_are_as_high_as_their_scores_and_stand_on_the_axis() -> None:
    found = [box for box in surfaces(rendered(columns())) if box[4] > 30]
    assert len(found) == 50
    assert {foot for _, _, foot, _, _ in found} == {found[0][2]}
    heights = sorted(high for *_, high in found)
    scores = sorted(float(value) for series in columns().series for value in series.values)
    assert heights == pytest.approx([score * heights[0] / 60 for score in scores], abs=0.05)


def test_each_series_has_a_shade_of_its_own_from_light_to_dark_and_an_outline() -> None:
    found = surfaces(rendered(columns()))
    bars_left_to_right = sorted((box for box in found if box[4] > 30), key=lambda box: box[1])
    shades = [shade for shade, *_ in bars_left_to_right[:5]]
    assert all(lighter - darker > 0.15 for lighter, darker in pairwise(shades))
    assert [shade for shade, *_, high in found if high < 15] == shades  # the legend


def test_a_chart_prints_no_colour_but_grey() -> None:
    with pikepdf.open(io.BytesIO(rendered(columns(), bars("85")).data)) as pdf:
        used = {str(operator) for _, operator in pikepdf.parse_content_stream(pdf.pages[0])}
    assert not used & {"rg", "RG", "k", "K", "sc", "SC", "scn", "SCN", "Do", "BI"}


def test_ten_indicators_over_five_years_can_be_read_on_a_portrait_page() -> None:
    made = rendered(columns())
    assert made.pages == 1
    figures = [w for words in words_on(made.data) for w in words.letters if w.text.isdigit()]
    assert min(letter.size for letter in figures) >= 10
    rows = [words.text for words in words_on(made.data) if words.text.startswith("พ.ศ. ")]
    assert [row[:9] for row in rows] == list(YEARS)
    assert all(row.count(".") == 12 for row in rows)


def test_few_columns_bear_their_figures_on_top() -> None:
    series = tuple(Series(name, decimals("75.26", "72.53", "63.75")) for name in YEARS)
    made = rendered(Chart(ChartKind.COLUMNS, "รายเครื่องมือ", ("IIT", "EIT", "OIT"), series, 72))
    first = min((box for box in surfaces(made) if box[4] > 30), key=lambda box: box[1])
    figure = next(w.starting("75.26") for w in words_on(made.data) if "75.26" in w.text)
    foot = 297 - (first[2] + first[4]) / MM
    assert 0.5 < foot - figure.baseline < 2
    assert figure.size >= 12


def test_what_is_not_known_is_a_gap() -> None:
    made = rendered(bars("80", None, "90"))
    assert len(surfaces(made)) == 2
    lines = pdftotext_text(made.data).split("\n")
    assert "-" in [line.strip() for line in lines]
    missing = Series("พ.ศ. 2565", decimals(None, "70"))
    two = Chart(
        ChartKind.COLUMNS, "ก", ("IIT", "EIT"), (Series("a", decimals("1", None)), missing), 60
    )
    assert len([box for box in surfaces(rendered(two)) if box[3] > 20]) == 2


def test_the_line_to_be_reached_is_broken_and_stands_at_its_score() -> None:
    made = rendered(bars("25", "50", "100"))
    target, *_ = [box for box, pattern in strokes_on(made.data) if pattern and box.height > 10]
    full = next(box for box in surfaces(made) if box[3] > 200)
    assert (target.left * MM - full[1]) / full[3] == pytest.approx(0.85, abs=0.001)


@pytest.mark.parametrize(
    ("digits", "shown", "axis"),
    [(Digits.THAI, "๘๖.๑๗", "๑๐๐"), (Digits.ARABIC, "86.17", "100")],
)
def test_a_chart_of_the_sample_prints_the_digits_of_its_document(
    digits: Digits, shown: str, axis: str
) -> None:
    read = pdftotext_text(printed(paper("scores", digits=digits)).data)
    assert shown in read
    assert axis in read.split()
    assert not set("0123456789" if digits is Digits.THAI else "๐๑๒๓๔๕๖๗๘๙") & set(read)


def test_a_chart_is_never_torn_and_says_where_it_stands() -> None:
    for white in range(400, 700, 50):
        made = rendered(Paragraph(text("บน")), Space(white), columns(source=Source("s")))
        [anchor] = made.anchors
        assert (anchor.bottom - anchor.top) / MM == pytest.approx(105, abs=0.01)
        assert len([box for box in surfaces(made, anchor.page) if box[4] > 30]) == 50


def test_a_heading_stays_with_its_chart() -> None:
    for white in range(400, 700, 50):
        made = rendered(Paragraph(text("บน")), Space(white), Heading(("หัวข้อ",)), columns())
        page = next(page for page in pdftotext_text(made.data).split("\f") if "หัวข้อ" in page)
        assert "คะแนนรายตัวชี้วัด" in page


def test_scores_outside_the_scale_keep_to_the_paper_and_print_what_they_are() -> None:
    made = rendered(bars("-5", "250"))
    assert {"-5.00", "250.00"} <= set(pdftotext_text(made.data).split())
    assert max(left + width for _, left, _, width, _ in surfaces(made)) < 190 * MM


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_stops_a_chart(words: str) -> None:
    value = decimals("80")
    for kind in ChartKind:
        made = rendered(
            Chart(kind, words, (words,), (Series(words, value), Series("ข", value)), 60),
            Chart(kind, "", (), (), 1, Decimal(85), words, words),
            Chart(kind, "ก", (words[:40],) * 60, (Series("ก", value * 60),) * 9, 4000),
        )
        assert made.pages >= 1


def test_a_character_no_font_has_is_a_finding_of_the_chart() -> None:
    chart = bars("80", source=Source("s", "name"))
    made = rendered(
        Chart(chart.kind, "漢", chart.categories, chart.series, 60, source=chart.source)
    )
    [finding] = made.findings
    assert (finding.code, finding.record_id) == ("missing-character", "s")
