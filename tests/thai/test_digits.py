import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.digits import (
    Digits,
    convert,
    like_typed,
    to_arabic,
    to_thai,
    to_thai_but_quoted,
)


def test_every_digit_has_its_twin() -> None:
    assert to_thai("0123456789") == "๐๑๒๓๔๕๖๗๘๙"
    assert to_arabic("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        ("วันที่ 31 มีนาคม พ.ศ. 2566", "วันที่ ๓๑ มีนาคม พ.ศ. ๒๕๖๖"),
        ("โทร. 0 4299 0000 ต่อ 12", "โทร. ๐ ๔๒๙๙ ๐๐๐๐ ต่อ ๑๒"),
        ("คะแนน 97.25", "คะแนน ๙๗.๒๕"),
        ("1.Google form", "๑.Google form"),
        ("ครบ 3 ข้อ (www.srisamran1.go.th) 4", "ครบ ๓ ข้อ (www.srisamran1.go.th) ๔"),
        ("https://itas.nacc.go.th/o34?y=2568 ข้อ 5", "https://itas.nacc.go.th/o34?y=2568 ข้อ ๕"),
        ("itas.nacc.go.th/go/2568 ปี 2568", "itas.nacc.go.th/go/2568 ปี ๒๕๖๘"),
        ("ส่ง admin01@mail2.go.th 5 ฉบับ", "ส่ง admin01@mail2.go.th ๕ ฉบับ"),
        ("https://a1.go.th/ข่าว/12 และ 7", "https://a1.go.th/ข่าว/12 และ ๗"),
        ("LINE @srisamran99 ปี 2568", "LINE @srisamran99 ปี ๒๕๖๘"),
        ("ตาม O34 และ i10", "ตาม O๓๔ และ i๑๐"),
    ],
)
def test_digits_are_converted_but_never_those_of_an_address(text: str, thai: str) -> None:
    assert convert(text, Digits.THAI) == thai


@pytest.mark.parametrize("code", ["O34", "i10", "E5", "o 9", "e๑๒"])
def test_codes_keep_their_digits_when_the_office_wishes(code: str) -> None:
    assert convert(f"2 {code}, 3", Digits.THAI, spare_codes=True) == f"๒ {code}, ๓"
    assert convert(f"๒ {code}, ๓", Digits.ARABIC, spare_codes=True) == f"2 {code}, 3"


def test_a_word_that_only_ends_like_a_code_is_no_code() -> None:
    assert convert("VIDEO12 O345", Digits.THAI, spare_codes=True) == "VIDEO๑๒ O๓๔๕"


def test_what_is_written_back_takes_the_digits_that_were_typed() -> None:
    assert like_typed("มีนาคม 66", "๓๙ สี่นาคม") == "มีนาคม ๖๖"
    assert like_typed("มีนาคม 66", "39 สี่นาคม") == "มีนาคม 66"


def test_long_runs_without_spaces_are_converted_too() -> None:
    for run in ("a." * 20_000, "9." * 20_000, "O" * 40_000, "a@" * 20_000):
        assert to_arabic(convert(run, Digits.THAI, spare_codes=True)) == run


@given(st.text(alphabet="0189๐๑๙กเ .-/:@wthaIOE\n", max_size=60), st.booleans())
def test_converting_keeps_the_sense_and_twice_is_once(text: str, spare: bool) -> None:
    for digits in Digits:
        once = convert(text, digits, spare_codes=spare)
        assert to_arabic(once) == to_arabic(text)
        assert convert(once, digits, spare_codes=spare) == once


def test_what_is_quoted_stays_as_it_was_typed() -> None:
    told = to_thai_but_quoted("“ปี 2568” ในข้อ O34 ควรเป็น “ปี พ.ศ. 2568” มี 2 แห่ง")
    assert told == "“ปี 2568” ในข้อ O34 ควรเป็น “ปี พ.ศ. 2568” มี ๒ แห่ง"
    assert to_thai_but_quoted("เปิด “ไม่ปิด 3") == "เปิด “ไม่ปิด ๓"
