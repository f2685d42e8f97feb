"""Paragraphs and lists: where lines end, how they are spread, what hangs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.documents.blocks import Align, ListBlock, ListItem, Paragraph, Run, bold, text
from ita_desktop.render.pdf.font import font_family
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.lines import Line
from ita_desktop.render.pdf.paragraph import Metrics, Setter
from ita_desktop.render.pdf.words import Measurer, clean
from ita_desktop.thai.words import breaker
from tests.aids.hostile_texts import HOSTILE

PROSE = (
    "เทศบาลตำบลศรีสำราญได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ "
    "พ.ศ. ๒๕๖๘ โดยให้ทุกสำนัก/กองเผยแพร่ข้อมูลที่ https://www.srisamran.go.th/ita และรายงานผล "
    "ต่อปลัดเทศบาลทุกรอบ ๖ เดือน เพื่อให้การดำเนินงานเป็นไปอย่างโปร่งใส ตรวจสอบได้ "
)


@pytest.fixture(scope="module", params=["Laksaman", "Sarabun"])
def setter(request: pytest.FixtureRequest) -> Setter:
    return _setter(request.param)


def _setter(family: str = "Laksaman") -> Setter:
    fonts = font_family(family)
    regular = fonts.font()
    metrics = Metrics(regular.ascent, regular.line_height)
    return Setter(Measurer(fonts, breaker()), metrics)


def _width(line: Line) -> float:
    """Points from the line's start to its end as drawn."""
    em = line.size / 1000
    plain = sum(w.width + w.gap for w in line.words) - (line.words[-1].gap if line.words else 0)
    if line.stretch is None:
        return plain * em
    *inner, last = line.words
    spaces = sum(w.spaces + w.inner_spaces for w in inner) + last.inner_spaces
    clusters = sum(w.clusters + w.spaces for w in inner) + last.clusters
    added = line.stretch.space * spaces + line.stretch.gap * (clusters - 1)
    return (plain + added) * line.stretch.scale * em


def _joined(galley: Galley) -> str:
    return "".join("".join(line.text.split()) for line in galley.lines)


@pytest.mark.parametrize("width", [60.0, 140.0, 300.0, 450.0])
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(setter: Setter, width: float) -> None:
    galley = setter.paragraph(Paragraph(text(PROSE * 3)), width)
    assert all(line.x + _width(line) <= width + 0.01 for line in galley.lines)
    assert _joined(galley) == "".join((PROSE * 3).split())


def test_leading_is_the_fonts_own(setter: Setter) -> None:
    galley = setter.paragraph(Paragraph(text(PROSE)), 300)
    steps = {
        round(below.baseline - above.baseline, 2)
        for above, below in zip(galley.lines, galley.lines[1:], strict=False)
    }
    assert len(steps) == 1
    assert 21.1 <= steps.pop() <= 21.3


def test_spread_lines_keep_within_the_limits_that_text_extraction_bears(setter: Setter) -> None:
    galley = setter.paragraph(Paragraph(text(PROSE * 4), align=Align.THAI), 450)
    stretched = [line for line in galley.lines if line.stretch]
    assert len(stretched) >= len(galley.lines) - 2
    for line in stretched:
        assert line.stretch is not None
        assert line.stretch.scale <= 1.03 + 1e-9
        assert line.stretch.space * line.stretch.scale <= 300 + 1e-6
        assert line.stretch.gap * line.stretch.scale <= 20 + 1e-6
        assert _width(line) <= 450 + 0.01
    full = [line for line in stretched if abs(_width(line) - 450) < 0.01]
    assert len(full) > len(stretched) / 2
    assert galley.lines[-1].stretch is None


def test_a_forced_line_end_is_kept_and_not_spread(setter: Setter) -> None:
    block = Paragraph(text("บรรทัดแรก สั้น\nบรรทัดสอง สั้น"), align=Align.THAI)
    galley = setter.paragraph(block, 450)
    assert [line.text for line in galley.lines] == ["บรรทัดแรก สั้น", "บรรทัดสอง สั้น"]
    assert all(line.stretch is None for line in galley.lines)


def test_the_first_line_stands_in_and_a_negative_one_stands_out(setter: Setter) -> None:
    inward = setter.paragraph(Paragraph(text(PROSE), first_line=25), 300)
    assert inward.lines[0].x == pytest.approx(25 * 72 / 25.4)
    assert all(line.x == 0 for line in inward.lines[1:])
    outward = setter.paragraph(Paragraph(text(PROSE), left=20, first_line=-10), 300)
    assert outward.lines[0].x == pytest.approx(10 * 72 / 25.4)
    assert all(line.x == pytest.approx(20 * 72 / 25.4) for line in outward.lines[1:])


def test_centred_and_right_lines_stand_where_they_should(setter: Setter) -> None:
    for align, share in ((Align.CENTER, 0.5), (Align.RIGHT, 1.0)):
        galley = setter.paragraph(Paragraph(text(PROSE), align=align), 300)
        for line in galley.lines:
            assert line.x == pytest.approx((300 - _width(line)) * share, abs=0.01)


def test_bold_in_the_middle_of_a_word_does_not_tear_it(setter: Setter) -> None:
    plain = setter.paragraph(Paragraph(text("มาตรการ" * 12)), 200)
    mixed = setter.paragraph(Paragraph((Run("มาตร"), bold("การ"), Run("มาตรการ" * 11))), 200)
    assert _joined(mixed) == _joined(plain)
    fonts = {font.fontName for word in mixed.lines[0].words for font, _ in word.ink}
    assert len(fonts) == 2


def test_labels_hang_and_all_texts_of_a_level_align(setter: Setter) -> None:
    items = tuple(ListItem(f"{n}.", text(PROSE)) for n in ("๑", "๒", "๑๐"))
    galley = setter.list_block(ListBlock((*items, ListItem("๑๐.๑", text(PROSE), 1))), 450)
    labels = [line.label for line in galley.lines if line.label]
    assert len(labels) == 4
    outer, inner = sorted({round(line.x, 3) for line in galley.lines})
    assert [round(label.x, 3) for label in labels] == [0, 0, 0, outer]
    widest = sum(word.width for word in labels[2].words) * 16 / 1000
    assert widest < outer < widest + 8
    assert inner > outer


def test_a_list_in_a_very_narrow_column_gives_up_hanging_rather_than_letters(
    setter: Setter,
) -> None:
    items = (ListItem("๑๐.๑๐.๑๐", text("ประชาชนมีส่วนร่วม")),)
    galley = setter.list_block(ListBlock(items), 60)
    assert all(line.label is None for line in galley.lines)
    assert _joined(galley) == "๑๐.๑๐.๑๐ประชาชนมีส่วนร่วม"


def test_a_word_wider_than_the_line_is_torn_between_clusters(setter: Setter) -> None:
    galley = setter.paragraph(Paragraph(text("ที่" * 400)), 100)
    assert len(galley.lines) > 10
    assert all(line.text.replace("ที่", "") == "" for line in galley.lines)


def test_a_web_address_is_torn_after_its_signs_first(setter: Setter) -> None:
    address = "https://www.srisamran.go.th/service/standard?year=2568"
    galley = setter.paragraph(Paragraph(text(address)), 160)
    assert len(galley.lines) > 1
    assert all(line.text[-1] in "/.-?&=_" for line in galley.lines[:-1])


def test_a_character_no_font_has_is_reported(setter: Setter) -> None:
    galley = setter.paragraph(Paragraph(text("ผลงาน 漢 ดี 漢")), 300)
    assert [character for character, _ in galley.missing] == ["漢"]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("align", list(Align))
def test_nothing_a_clerk_can_type_stops_a_paragraph(words: str, align: Align) -> None:
    setter = _setter()
    for width in (5.0, 80.0, 450.0):
        galley = setter.paragraph(Paragraph(text(words), align=align, first_line=25), width)
        assert galley.lines


@settings(max_examples=150, deadline=None)
@given(st.text(), st.floats(min_value=20, max_value=500))
def test_any_text_is_set_without_losing_a_printable_letter(words: str, width: float) -> None:
    galley = _setter().paragraph(Paragraph(text(words)), width)
    printed = "".join(
        font.text_of(int.from_bytes(codes[at : at + 2], "big"))
        for line in galley.lines
        for word in line.words
        for font, codes in word.ink
        for at in range(0, len(codes), 2)
    )
    expected = "".join(clean(words).split())
    left_out = set(expected) - set(printed)
    assert "".join(printed.split()) == "".join(c for c in expected if c not in left_out)
    assert not any(character.isalnum() for character in left_out)
