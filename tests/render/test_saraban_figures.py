"""The figures of official correspondence, measured in finished PDFs with other people's tools.

The millimetres and points stand here in writing, as the regulation and its guide give them: they
are not taken from the program. Places within 0.5 mm, sizes within 0.1 pt.
"""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from ita_desktop.documents.blanks import DATE_BLANK, NUMBER_BLANK, blank
from ita_desktop.documents.blocks import Document, PageSetup, Paragraph, Section, text
from tests.aids.sample_papers import paper, printed
from tests.render.pdf_measures import (
    MM,
    Words,
    dotted_on,
    line_with,
    pictures_on,
    strokes_on,
    words_on,
)

NEAR = 0.5
"""Millimetres."""
FINE = 0.1
"""Points."""

MEMO = printed(paper("memo")).data
MEASURES = printed(paper("announcement-measures")).data
INTENT = printed(paper("announcement-intent")).data
LETTERS = pytest.mark.parametrize("data", [MEMO, MEASURES, INTENT], ids=["memo", "a1", "a2"])
ANNOUNCEMENTS = pytest.mark.parametrize("data", [MEASURES, INTENT], ids=["measures", "intent"])


def near(millimetres: float) -> object:
    return pytest.approx(millimetres, abs=NEAR)


def fine(points: float) -> object:
    return pytest.approx(points, abs=FINE)


def pages_of(data: bytes) -> list[list[Words]]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return [words_on(data, page) for page in range(len(document))]
    finally:
        document.close()


def pitch(upper: Words, lower: Words) -> float:
    """Points from one baseline to another."""
    return (lower.baseline - upper.baseline) * MM


@LETTERS
def test_the_paper_is_a4(data: bytes) -> None:
    import pypdfium2

    for page in pypdfium2.PdfDocument(data):
        assert page.get_width() / MM == near(210)
        assert page.get_height() / MM == near(297)


@LETTERS
def test_text_keeps_three_centimetres_at_the_left_and_two_at_the_right_and_below(
    data: bytes,
) -> None:
    lefts, rights, lowest = [], [], []
    for page in pages_of(data):
        assert len(page) > 5
        lefts += [words.left for words in page]
        rights += [words.right for words in page]
        lowest.append(page[-1].baseline)
    assert min(lefts) == near(30)
    assert max(rights) == near(190)
    assert max(lowest) < 277


@ANNOUNCEMENTS
def test_an_announcement_begins_two_and_a_half_centimetres_down(data: bytes) -> None:
    [garuda] = pictures_on(data)
    assert garuda.top == near(25)


@ANNOUNCEMENTS
def test_the_garuda_of_an_announcement_is_three_centimetres_high_and_centred(data: bytes) -> None:
    [garuda] = pictures_on(data)
    assert garuda.height == near(30)
    assert garuda.middle == near(110)
    assert garuda.width == near(28.5)  # the picture's own proportions


def test_the_garuda_of_a_memo_is_one_and_a_half_centimetres_high_at_the_left_margin() -> None:
    [garuda] = pictures_on(MEMO)
    assert garuda.height == near(15)
    assert garuda.top == near(15)
    assert garuda.left == near(30)


@pytest.mark.parametrize(
    ("name", "left", "top", "high"),
    [("memo", 30, 15, 15), ("announcement-measures", 95, 25, 30)],
)
def test_without_a_picture_a_frame_of_the_exact_size_stands_there(
    name: str, left: float, top: float, high: float
) -> None:
    made = printed(paper(name, emblem=False))
    frame = [box for box, pattern in strokes_on(made.data) if not pattern]
    assert min(box.left for box in frame) == near(left)
    assert min(box.top for box in frame) == near(top)
    assert max(box.right for box in frame) == near(left + high)
    assert max(box.bottom for box in frame) == near(top + high)
    assert "ตราครุฑ" in "".join(words.text for words in words_on(made.data))
    [finding] = made.findings
    assert (finding.code, finding.field) == ("missing-picture", "garuda")


def test_the_title_of_a_memo_is_bold_29_points_and_centred() -> None:
    title = line_with(MEMO, "บันทึกข้อความ")
    assert title.size == fine(29)
    assert title.bold
    assert title.middle == near(110)
    assert title.baseline == near(30)


def test_the_title_stands_on_an_exact_line_of_35_points() -> None:
    title, first = words_on(MEMO)[:2]
    assert first.text.startswith("ส่วนราชการ")
    # A fifth of the line lies under the title's baseline; a label of 20 points rises over its own
    # by the ascent of Laksaman.
    assert pitch(title, first) == pytest.approx(35 * 0.2 + 20 * 0.854, abs=0.6)


@pytest.mark.parametrize("label", ["ส่วนราชการ", "ที่", "วันที่", "เรื่อง"])
def test_the_labels_of_a_memo_are_bold_20_points(label: str) -> None:
    found = line_with(MEMO, label)
    assert found.size == fine(20)
    assert found.bold


@pytest.mark.parametrize("words", ["สำนักปลัดเทศบาล", "ขออนุมัติมาตรการ", "พ.ศ. ๒๕๖๙"])
def test_the_words_behind_the_labels_are_16_points_and_not_bold(words: str) -> None:
    found = line_with(MEMO, words)
    assert found.size == fine(16)
    assert not found.bold


def test_number_and_date_share_a_row_and_the_date_begins_in_the_middle() -> None:
    number, date = line_with(MEMO, "ที่"), line_with(MEMO, "วันที่")
    assert number.left == near(30)
    assert date.left == near(110)
    assert date.baseline == near(number.baseline)


def test_dotted_lines_fill_the_space_behind_the_labels_up_to_the_right_margin() -> None:
    sender, number, date, subject, more = dotted_on(MEMO)[:5]
    for line, words in ((sender, "สำนักปลัด"), (subject, "ขออนุมัติ"), (more, "พ.ศ. ๒๕๖๙")):
        shown = line_with(MEMO, words)
        assert line.left == near(shown.left)
        assert line.right == near(190)
        assert 0 < line.top - shown.baseline < 1
    assert number.top == near(date.top)
    assert number.right < line_with(MEMO, "วันที่").left
    assert date.right == near(190)


def test_a_memo_has_no_solid_line() -> None:
    for page in range(3):
        assert all(pattern for _, pattern in strokes_on(MEMO, page))


@LETTERS
def test_lines_of_text_follow_each_other_by_the_fonts_own_leading(data: bytes) -> None:
    pitches = []
    for page in pages_of(data):
        text = [words for words in page if words.size == 16 and not words.bold]
        for upper, lower in pairwise(text):
            if lower.left == near(30) and pitch(upper, lower) < 25:
                pitches.append(pitch(upper, lower))
    assert len(pitches) > 4
    assert all(21.1 <= one <= 21.3 for one in pitches)


@LETTERS
def test_a_paragraph_begins_six_points_below_and_two_and_a_half_centimetres_in(
    data: bytes,
) -> None:
    begun = 0
    for page in pages_of(data):
        for upper, lower in pairwise(page):
            if upper.left == near(30) and lower.left == near(55):
                if not upper.bold:
                    assert pitch(upper, lower) == pytest.approx(27.15, abs=0.2)
                begun += 1
    assert begun > 2


def test_items_stand_in_like_paragraphs_and_inner_items_one_centimetre_more() -> None:
    assert line_with(MEASURES, "๑. ให้ทุกสำนัก").left == near(55)
    assert line_with(MEASURES, "๒.๑ สำนัก", page=1).left == near(65)
    assert line_with(INTENT, "ข้อ ๑").left == near(55)
    assert line_with(INTENT, "๒.๑").left == near(65)


@ANNOUNCEMENTS
def test_title_and_subject_of_an_announcement_are_bold_16_points_and_centred(data: bytes) -> None:
    for words in ("ประกาศเทศบาล", "เรื่อง "):
        found = line_with(data, words)
        assert found.size == fine(16)
        assert found.bold
        assert found.middle == near(110)


@ANNOUNCEMENTS
def test_a_short_dashed_line_stands_centred_under_the_subject(data: bytes) -> None:
    [(rule, pattern)] = [(box, p) for box, p in strokes_on(data) if p and p[0] > 0]
    assert rule.width == near(40)
    assert rule.middle == near(110)
    assert pattern[0] > pattern[1] > 0
    subject = line_with(data, "เรื่อง ")
    assert 2 < rule.top - subject.baseline < 8


@LETTERS
def test_from_page_two_the_number_stands_three_centimetres_down_and_text_begins_at_4_2(
    data: bytes,
) -> None:
    first, *others = pages_of(data)
    assert others
    assert not any(words.text.startswith("- ") for words in first)
    for number, page in enumerate(others, 2):
        shown, opening = page[:2]
        assert shown.text == f"- {'๐๑๒๓๔๕'[number]} -"
        assert shown.baseline == near(30)
        assert shown.baseline == pytest.approx(30.0, abs=0.05)
        assert shown.middle == near(110)
        assert shown.size == fine(16)
        assert opening.baseline == near(42)


@LETTERS
def test_a_catch_word_stands_at_the_bottom_right_of_every_page_that_goes_on(data: bytes) -> None:
    pages = pages_of(data)
    for page, following in pairwise(pages):
        catch = page[-1]
        assert catch.text.startswith("/") and catch.text.endswith("...")
        assert catch.right == near(190)
        assert catch.baseline == near(274.4)
        assert catch.size == fine(16)
        assert following[1].text.startswith(catch.text[1:-3])
        assert page[-2].baseline < 270.0  # a white line stands between
    assert not any(words.text.startswith("/") for words in pages[-1])


@LETTERS
def test_the_signature_stands_in_the_right_half_after_room_for_four_lines(data: bytes) -> None:
    page = next(page for page in pages_of(data) if any("(นา" in words.text for words in page))
    at = next(at for at, words in enumerate(page) if words.text.startswith("(นา"))
    above, name, position = page[at - 1 : at + 2]
    assert pitch(above, name) == pytest.approx(4 * 21.14, abs=0.2)
    for words in (name, position):
        assert words.left > 110 - NEAR
        assert words.middle == near(150)
    assert 21.1 <= pitch(name, position) <= 21.3


def test_an_opinion_has_dotted_lines_over_the_full_width_to_write_on() -> None:
    title = line_with(MEMO, "ความเห็นหัวหน้าสำนักปลัดเทศบาล", page=1)
    assert title.left == near(30)
    lines = [box for box in dotted_on(MEMO, 1) if box.top > title.baseline][:3]
    assert len(lines) == 3
    assert 24 < (lines[0].top - title.baseline) * MM < 34
    for above, line in pairwise(line.top for line in lines):
        assert (line - above) * MM == fine(24)
    assert all((line.left, line.right) == (near(30), near(190)) for line in lines)
    name = line_with(MEMO, "(นางสาวจันทร์เพ็ญ", page=1)
    assert name.middle == near(150)
    assert (name.baseline - lines[-1].top) * MM > 4 * 18


@pytest.mark.parametrize(("blank_of", "long"), [(NUMBER_BLANK, 40), (DATE_BLANK, 50)])
def test_blanks_print_as_dots_of_four_and_five_centimetres(blank_of: float, long: float) -> None:
    words = Paragraph(text(f"ที่ {blank(blank_of)} ก"))
    made = printed(Document("d", "ก", "ข", (Section(PageSetup(), (words,)),)))
    dots = [letter for letter in line_with(made.data, "ที่").letters if letter.text == "."]
    assert dots[-1].right - dots[0].left == near(long)


def test_an_announcement_without_a_date_leaves_dots_for_it() -> None:
    document = paper("announcement-measures", dated=None)
    made = printed(document).data
    dots = [letter for letter in line_with(made, "ประกาศ ณ", 1).letters if letter.text == "."]
    runs = [a for a, b in pairwise(dots) if b.left - a.right < 0.2]
    assert len(runs) > 40


def test_the_numbers_of_a_volume_stand_centred_twelve_millimetres_above_the_foot() -> None:
    bound = dataclasses.replace(paper("memo"), through=True)
    for number, page in enumerate(pages_of(printed(bound).data), 1):
        assert page[-1].text == "๐๑๒๓๔๕"[number]
        assert page[-1].baseline == near(285)
        assert page[-1].middle == near(110)
        assert page[0].text != f"- {number} -"
