import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.nearness import edit_distance, nearest
from ita_desktop.thai.pasted_items import split_items
from ita_desktop.thai.text import clean, fold

MAI_EK, MAI_THO, NIKHAHIT, SARA_AA, SARA_AM = "\u0e48", "\u0e49", "\u0e4d", "\u0e32", "\u0e33"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("เเผน", "แผน"),
        (f"น{NIKHAHIT}{SARA_AA}", f"น{SARA_AM}"),
        (f"น{NIKHAHIT}{MAI_THO}{SARA_AA}", f"น{MAI_THO}{SARA_AM}"),
        (f"น{MAI_THO}{NIKHAHIT}{SARA_AA}", f"น{MAI_THO}{SARA_AM}"),
        (f"น{SARA_AM}{MAI_THO}", f"น{MAI_THO}{SARA_AM}"),
        (f"ท{MAI_EK}\u0e35", f"ท\u0e35{MAI_EK}"),
        (f"ก{MAI_EK}\u0e38", f"ก\u0e38{MAI_EK}"),
        (f"ท\u0e35{MAI_EK}{MAI_EK}", f"ท\u0e35{MAI_EK}"),
        ("ท\u0e35\uf70a", f"ท\u0e35{MAI_EK}"),
        ("\uf70fา\uf718", "ญา\u0e38"),
        ("ก\u200bข\ufeffค\u00ad", "กขค"),
        ("ก\tข\u00a0ค", "ก ข ค"),
        ("ก\r\nข\rค\u2028ง", "ก\nข\nค\nง"),
        ("\x00ก\x07ข\ud800", "กข"),
        ("\n  ก  \n ข  \n\n", "ก\n ข"),
        ("ต่าง ๆ ๆๆ  ฯลฯ", "ต่าง ๆ ๆๆ  ฯลฯ"),
        ("นานาาา", "นานาาา"),
        ("<b>&amp;", "<b>&amp;"),
        ("👩\u200d💼", "👩\u200d💼"),
        ("", ""),
    ],
)
def test_text_comes_in_clean_and_nothing_real_is_lost(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text() | st.text(alphabet="กนเแำ่้ีุัํา์\u200b\u200d\uf70a \n\t", max_size=20))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@pytest.mark.parametrize(
    ("pasted", "items"),
    [
        ("๑. ก\n๒. ข", [(0, "ก"), (0, "ข")]),
        ("๑) ก\n๒)ข", [(0, "ก"), (0, "ข")]),
        ("(1) ก\n(2) ข", [(0, "ก"), (0, "ข")]),
        ("- ก\n– ข\n• ค\n\uf0b7\tง", [(0, "ก"), (0, "ข"), (0, "ค"), (0, "ง")]),
        ("๑. ก\n   ๑.๑ ข\n   ๑.๒ ค\n๒. ง", [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง")]),
        ("1. ก\n1.1. ข\n1.1.1 ค", [(0, "ก"), (1, "ข"), (1, "ค")]),
        ("1. ก\n- ข\n2. ค", [(0, "ก"), (1, "ข"), (0, "ค")]),
        ("- ก\n  1) ข\n- ค", [(0, "ก"), (1, "ข"), (0, "ค")]),
        ("๒.๑ ก\n๒.๒ ข", [(0, "ก"), (0, "ข")]),
        ("ก\r\nข\n\n ค", [(0, "ก"), (0, "ข"), (0, "ค")]),
        ("1. ต้น\nปลาย\n2. ข", [(0, "ต้น ปลาย"), (0, "ข")]),
        ("นำ\n1. ก", [(0, "นำ"), (1, "ก")]),
        ("นำ\n- ก\n- ข", [(0, "นำ"), (1, "ก"), (1, "ข")]),
        ("นำ\n๑. ก\n๑.๑ ข", [(0, "นำ"), (1, "ก"), (1, "ข")]),
        ("นำ\n1. ก\n2. ข\nตาม\n1. ค", [(0, "นำ"), (1, "ก"), (1, "ข"), (0, "ตาม"), (1, "ค")]),
        ("- ก\n  - ข\n  - ค\n- ง", [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง")]),
        ("๑. ก\n    ๑. ข\n    ๒. ค\n๒. ง", [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง")]),
        ("2566 เป็นปีแรก", [(0, "2566 เป็นปีแรก")]),
        ("9.56 คะแนน", [(0, "9.56 คะแนน")]),
        ("○15 ประกาศ", [(0, "○15 ประกาศ")]),
        ("-5 องศา", [(0, "-5 องศา")]),
        ("• 5 ส", [(0, "5 ส")]),
        ("1.\n2. ข", [(0, "ข")]),
        ("1.\n1.1 ก\n1.2 ข\n2. ค", [(0, "ก"), (0, "ข"), (0, "ค")]),
        ("๑. ก\n๒) ข\n- ค\n• ง\n5. จ", [(0, letter) for letter in "กขคงจ"]),
        ("1. ก\n(2) ข\n3) ค", [(0, "ก"), (0, "ข"), (0, "ค")]),
        ("1. ก\n1) ข\n2) ค\n2. ง\n- จ", [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง"), (1, "จ")]),
        ("๑. ก\n(๑) ข\n(๒) ค\n๒. ง", [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง")]),
        ("1. ก\n- ข\n- ค\n2. ง\n3) จ", [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง"), (0, "จ")]),
        ("", []),
    ],
)
def test_a_pasted_list_loses_its_markers_and_keeps_its_levels(
    pasted: str, items: list[tuple[int, str]]
) -> None:
    assert split_items(pasted) == items


@given(st.text() | st.text(alphabet="1๒.) (-•กข\t\n○o", max_size=40))
def test_no_pasted_text_makes_splitting_fail(text: str) -> None:
    items = split_items(text)
    assert all(level in (0, 1) and item for level, item in items)
    assert not items or items[0][0] == 0


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_search_ignores_the_kind_of_digits_and_case_and_spaces() -> None:
    assert fold(" O๓๔  ปี ๒๕๖๘") == fold("o34 ปี 2568")


def test_the_nearest_word_is_found_only_when_it_is_near() -> None:
    assert edit_distance("สี่นาคม", "มีนาคม") == 2
    assert nearest("สี่นาคม", ["มกราคม", "มีนาคม"]) == "มีนาคม"
    assert nearest("คู่มือ", ["มกราคม", "มีนาคม"]) == ""
