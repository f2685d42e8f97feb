"""Tables on pages: nothing refused, nothing lost, headings repeated, borders closed."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTLine, LTTextContainer

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    ListBlock,
    ListItem,
    Orientation,
    PageNumbers,
    PageSetup,
    Paragraph,
    Row,
    Section,
    Signature,
    Source,
    Space,
    Table,
    text,
)
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.renderer import PdfRenderer
from ita_desktop.render.pdf.table_cells import grid
from ita_desktop.render.pdf.table_widths import Demand, column_widths
from tests.aids.hostile_texts import HOSTILE
from tests.aids.readers import lines_of, pdftotext_text, pypdf_text

LANDSCAPE = PageSetup(Orientation.LANDSCAPE, 20, 20, 30, 20, PageNumbers.NONE)
RENDERER = PdfRenderer()
Keep = Callable[[str, bytes], None]


def cell(words: str, **merged: int) -> Cell:
    return Cell((Paragraph(text(words)),), **merged)


def numbered(name: str, count: int) -> str:
    """So many forced lines, each of them unmistakable."""
    return "\n".join(f"{name}{number}e" for number in range(count))


def words_of(rendered: Rendered) -> list[str]:
    return pdftotext_text(rendered.data).split()


def pages_of(rendered: Rendered) -> list[list[str]]:
    return [lines_of(page) for page in pdftotext_text(rendered.data).split("\f")[:-1]]


def rendered(*blocks: Block, page: PageSetup = LANDSCAPE) -> Rendered:
    document = Document("t", "ตาราง", "เทศบาลตำบลศรีสำราญ", (Section(page, blocks),))
    return RENDERER.render(document)


def table(rows: tuple[Row, ...], columns: int, header: tuple[Row, ...] = ()) -> Table:
    return Table(tuple(Column() for _ in range(columns)), header, rows)


def heading(*words: str) -> Row:
    return Row(tuple(cell(word) for word in words))


def test_headings_repeat_on_every_page(keep_pdf: Keep) -> None:
    rows = tuple(Row((cell(numbered(f"a{n}x", 5)), cell("ข"))) for n in range(30))
    made = rendered(table(rows, 2, (heading("หัวหนึ่ง", "หัวสอง"),)))
    keep_pdf("headings", made.data)
    assert made.pages > 3
    for page in pages_of(made):
        assert "หัวหนึ่ง" in " ".join(page) and "หัวสอง" in " ".join(page)


def test_a_row_taller_than_a_page_is_split_inside(keep_pdf: Keep) -> None:
    rows = (Row((cell(numbered("a", 95)), cell(numbered("b", 40)), cell("สั้น"))),)
    made = rendered(table(rows, 3, (heading("ก", "ข", "ค"),)))
    keep_pdf("tall-row", made.data)
    assert made.pages >= 5
    words = words_of(made)
    for name, count in (("a", 95), ("b", 40)):
        found = [word for word in words if word.startswith(name) and word.endswith("e")]
        assert found == numbered(name, count).split("\n")


def test_two_lines_stand_on_either_side_of_a_split() -> None:
    for before in range(0, 330, 7):
        rows = (Row((cell(numbered("a", 6)), cell("ข"))),)
        made = rendered(Space(0), Paragraph(text("ข้างบน")), Space(before), table(rows, 2))
        for page in pages_of(made):
            count = sum(line.startswith("a") for line in page)
            assert count != 1


def test_a_merged_cell_longer_than_a_page_flows_beside_its_rows(keep_pdf: Keep) -> None:
    tall = cell(numbered("m", 70), rowspan=5)
    rows = tuple(Row((cell(numbered(f"r{n}x", 3)), tall if n == 0 else None)) for n in range(5))
    made = rendered(table(rows, 2, (heading("คำถาม", "การวิเคราะห์"),)))
    keep_pdf("merged-long", made.data)
    words = words_of(made)
    assert [w for w in words if w.startswith("m")] == numbered("m", 70).split("\n")
    for n in range(5):
        found = [w for w in words if w.startswith(f"r{n}x")]
        assert found == numbered(f"r{n}x", 3).split("\n")
    assert 4 <= made.pages <= 6


def test_rows_beside_a_short_merged_cell_may_outlast_the_page() -> None:
    rows = tuple(
        Row((cell(numbered(f"r{n}x", 20)), cell(numbered("m", 30), rowspan=4) if n == 0 else None))
        for n in range(4)
    )
    words = words_of(rendered(table(rows, 2)))
    assert [w for w in words if w.startswith("m")] == numbered("m", 30).split("\n")
    assert sum(w.startswith("r") for w in words) == 80


def test_an_empty_table_prints_its_heading_and_one_empty_row() -> None:
    made = rendered(table((), 2, (heading("หัวหนึ่ง", "หัวสอง"),)))
    assert made.pages == 1
    assert words_of(made) == ["หัวหนึ่ง", "หัวสอง"]
    assert rendered(Table((), (), ())).pages == 1


def test_a_heading_taller_than_a_page_is_printed_once() -> None:
    made = rendered(table((Row((cell("แถว"),)),), 1, (heading(numbered("h", 60)),)))
    words = words_of(made)
    assert [w for w in words if w.startswith("h")] == numbered("h", 60).split("\n")
    assert words[-1] == "แถว"


def test_type_taller_than_the_page_does_not_stop_anything() -> None:
    giant = Cell((Paragraph(text("ก ข ค"), size=900),), rowspan=2)
    rows = (Row((giant, cell("หนึ่ง"))), Row((None, cell("สอง"))))
    assert rendered(table(rows, 2)).pages < 20


def test_a_kept_row_moves_with_the_row_that_follows() -> None:
    group = Row((cell("กลุ่ม", colspan=2), None), keep_with_next=True)
    for before in range(250, 400, 6):
        rows = (group, Row((cell(numbered("a", 3)), cell("ข"))))
        made = rendered(Paragraph(text("บน")), Space(before), table(rows, 2))
        page = next(page for page in pages_of(made) if "กลุ่ม" in page)
        assert any(line.startswith("a0e") for line in page)


def test_a_heading_does_not_stand_alone_at_the_bottom() -> None:
    for before in range(250, 400, 6):
        rows = (Row((cell(numbered("a", 3)),)),)
        made = rendered(Paragraph(text("บน")), Space(before), table(rows, 1, (heading("หัว"),)))
        for page in pages_of(made):
            assert ("หัว" in page) == any(line.startswith("a") for line in page)


def test_anchors_say_where_each_piece_of_a_row_stands() -> None:
    source = Source("m1", "results")
    rows = (Row((cell(numbered("a", 50)), Cell(cell("ข").content, source=source)), Source("m1")),)
    made = rendered(table(rows, 2))
    pieces = [anchor for anchor in made.anchors if anchor.source == Source("m1")]
    assert [anchor.page for anchor in pieces] == list(range(made.pages))
    assert all(0 < anchor.top < anchor.bottom < 596 for anchor in pieces)
    assert made.anchors and any(anchor.source == source for anchor in made.anchors)


def test_rules_are_closed_at_the_bottom_of_every_page() -> None:
    rows = tuple(Row((cell(numbered(f"a{n}x", 7)), cell("ข"))) for n in range(12))
    made = rendered(table(rows, 2, (heading("ก", "ข"),)))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        for page in pdf.pages:
            moves: list[tuple[float, float]] = []
            across, down = [], []
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in "ml":
                    moves.append((float(operands[0]), float(operands[1])))
            for (x, y), (x2, y2) in zip(moves[::2], moves[1::2], strict=True):
                (across if y == y2 else down).append((x, y, x2, y2))
            lowest = min(min(y, y2) for _, y, _, y2 in down)
            highest = max(max(y, y2) for _, y, _, y2 in down)
            edges = {x for x, *_ in down}
            for level in (lowest, highest):
                at = [line for line in across if abs(line[1] - level) < 0.02]
                assert min(line[0] for line in at) == min(edges)
                assert max(line[2] for line in at) == max(edges)


def test_spans_that_collide_are_cut_so_that_every_place_is_covered_once() -> None:
    rows = (
        Row((cell("ก", rowspan=9), cell("ข", colspan=9), None)),
        Row((None, cell("ค", rowspan=2), cell("ง"))),
        Row((cell("จ"), None, None)),
        Row(()),
    )
    covered: dict[tuple[int, int], int] = {}
    for index, places in enumerate(grid(rows, 3)):
        for place in places:
            for down in range(place.rows):
                for over in range(place.columns):
                    key = (index + down, place.column + over)
                    covered[key] = covered.get(key, 0) + 1
    assert covered == {(row, column): 1 for row in range(4) for column in range(3)}


def test_widths_follow_shares_and_otherwise_the_text() -> None:
    assert column_widths(600, [1, 2, 3], [], 6) == pytest.approx((100, 200, 300))
    row = [(0, Demand(40, 40, 34, 1)), (1, Demand(60, 90, 80, 1)), (2, Demand(70, 9000, 9000, 1))]
    widths = column_widths(600, [None] * 3, [row] * 5, 6)
    assert sum(widths) == pytest.approx(600)
    assert widths[0] >= 40 and widths[1] >= 60
    assert widths[2] > 400


def test_widths_stay_when_a_few_words_are_added() -> None:
    def demands(area: float) -> list[list[tuple[int, Demand]]]:
        return [
            [
                (0, Demand(60, area, area, 1)),
                (1, Demand(60, 5000, 5000, 1)),
                (2, Demand(50, 60, 54, 1)),
            ]
        ] * 20

    assert column_widths(600, [None] * 3, demands(3000), 6) == pytest.approx(
        column_widths(600, [None] * 3, demands(3004), 6)
    )


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.floats(0, 3)), min_size=1, max_size=8),
    st.lists(st.tuples(st.floats(0, 900), st.floats(0, 9000)), min_size=1, max_size=8),
)
def test_widths_are_positive_and_fill_the_table(
    shares: list[float | None], asked: list[tuple[float, float]]
) -> None:
    row = [
        (n % len(shares), Demand(least, least + area, area, 1))
        for n, (least, area) in enumerate(asked)
    ]
    widths = column_widths(500, shares, [row], 6)
    assert sum(widths) == pytest.approx(500)
    assert all(width >= 0 for width in widths)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_a_clerk_can_type_stops_a_table(words: str) -> None:
    items = ListBlock((ListItem("๑.", text(words)), ListItem(words[:30], text("ข้อ"), 1)))
    hostile = Cell((Paragraph(text(words)), items))
    rows = (
        Row((hostile, cell("ข"), cell(words, rowspan=2))),
        Row((cell("ก"), hostile, None)),
    )
    made = rendered(table(rows, 3, (heading("ก", words[:200], "ค"),)))
    assert made.pages >= 1
    pypdf_text(made.data)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_line_of_any_table_is_printed_once_and_in_order(data: st.DataObject) -> None:
    columns = data.draw(st.integers(1, 4))
    count = data.draw(st.integers(1, 8))
    rows: list[list[Cell | None]] = [[None] * columns for _ in range(count)]
    free = {(row, column) for row in range(count) for column in range(columns)}
    expected: dict[str, list[str]] = {}
    for row in range(count):
        for column in range(columns):
            if (row, column) not in free:
                continue
            down = data.draw(st.integers(1, count - row))
            over = data.draw(st.integers(1, columns - column)) if down == 1 else 1
            places = {(row + d, column + o) for d in range(down) for o in range(over)}
            if not places <= free:
                down, over, places = 1, 1, {(row, column)}
            free -= places
            lines = data.draw(st.integers(1, 40))
            name = f"c{row}x{column}y"
            expected[name] = numbered(name, lines).split("\n")
            rows[row][column] = cell(numbered(name, lines), rowspan=down, colspan=over)
    made = rendered(table(tuple(Row(tuple(row)) for row in rows), columns))
    words = words_of(made)
    for name, lines_ in expected.items():
        assert [word for word in words if word.startswith(name)] == lines_


def test_right_and_centred_columns_align_their_cells() -> None:
    columns = (Column(share=1, align=Align.RIGHT), Column(share=1))
    made = rendered(Table(columns, (), (Row((cell("๙๘.๗๖"), cell("ข"))),)))
    assert words_of(made) == ["๙๘.๗๖", "ข"]


def test_a_long_web_address_does_not_starve_the_other_columns() -> None:
    address = "https://www.srisamran-example.go.th/news/2569/01/complaints/detail-00012345"
    words = "ควบคุมการยืมทรัพย์สินของราชการ " * 12
    rows = (Row((cell(words), cell(words), cell(words + address), cell(words))),)
    edges = sorted({round(x) for x in upright_rules(rendered(table(rows, 4)))})
    widths = [right - left for left, right in pairwise(edges)]
    assert len(widths) == 4
    assert max(widths) < 1.35 * min(widths)


def test_width_goes_where_it_makes_rows_lower() -> None:
    rows = [
        [(0, Demand(60, 300, 300, 1)), (1, Demand(60, 900, 9000, 1)), (2, Demand(60, 300, 600, 1))]
    ]
    narrow, wide, middle = column_widths(650, (None, None, None), rows, 6)
    assert wide > 450
    assert 60 <= narrow <= middle < 120


def test_a_nearly_empty_column_is_narrower_than_a_full_one() -> None:
    full, empty = Demand(70, 700, 700, 1), Demand(0, 6, 0, 1)
    rows = [[(0, Demand(70, 140, 140, 1)), (1, Demand(70, 140, 140, 1))]]
    rows += [[(0, full), (1, empty)]] * 20 + [[(0, full), (1, Demand(70, 400, 400, 1))]]
    first, second = column_widths(400, (None, None), rows, 6)
    assert first > 2 * second


def test_the_longest_terms_are_not_torn_in_a_narrow_column() -> None:
    words = "ควบคุมการยืมทรัพย์สินของราชการ " * 30
    terms = ("กระบวนการ", "องค์การบริหารส่วนตำบล")
    for term in terms:
        made = rendered(table((Row((cell(f"เรื่อง{term}"), *[cell(words)] * 4)),), 5))
        assert term in pdftotext_text(made.data)


def upright_rules(made: Rendered) -> list[float]:
    """Where the rules that go down stand, in points from the left."""
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        moves = [
            (float(operands[0]), float(operands[1]))
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) in "ml"
        ]
    return [x for (x, y), (x2, y2) in zip(moves[::2], moves[1::2], strict=True) if x == x2]


@pytest.mark.parametrize("lines", [1, 3, 4, 9])
def test_a_signature_never_stands_on_a_page_without_the_end_of_its_table(lines: int) -> None:
    signature = Signature("นางสาวดาวเรือง ใจดี", ("ปลัดเทศบาล",))
    for before in range(0, 330, 11):
        rows = (Row((cell("ก"), cell("ข"))), Row((cell(numbered("a", lines)), cell("ข"))))
        made = rendered(
            Paragraph(text("บน")), Space(before), table(rows, 2), Space(12), signature, signature
        )
        page = next(page for page in pages_of(made) if any("ดาวเรือง" in line for line in page))
        assert sum(line.startswith("a") for line in page) >= min(lines, 2)
        words = [word for word in words_of(made) if word.startswith("a")]
        assert words == numbered("a", lines).split("\n")


def test_signatures_are_centred_on_one_axis() -> None:
    made = rendered(
        Signature("นาย ก", ("ปลัดเทศบาล",)),
        Signature("นางสาวดาวเรือง ใจดีศรีสำราญ", ("ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรี",)),
    )
    (page,) = extract_pages(io.BytesIO(made.data))
    boxes = [line for box in page if isinstance(box, LTTextContainer) for line in box]
    middles = [(line.x0 + line.x1) / 2 for line in boxes if line.get_text().strip()]
    assert len(middles) == 4
    assert max(middles) - min(middles) < 3


def test_tables_that_are_alike_have_the_same_columns() -> None:
    long = "ข้อความยาวกว่าช่องข้างเคียงหลายเท่า " * 12

    def columns(alike: str) -> int:
        """How many places on the page have a rule from above to below."""
        shown = (
            dataclasses.replace(
                table((Row((cell("สั้น"), cell(words), cell("สั้น"))),), 3, (heading("ก", "ข", "ค"),)),
                alike=alike,
            )
            for words in ("สั้น", long)
        )
        [page] = extract_pages(io.BytesIO(rendered(*shown).data))
        return len({round(one.x0) for one in page if isinstance(one, LTLine) and one.height > 1})

    assert columns("plan") == 4
    assert columns("") > 4
