"""Numbers as offices type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.dates import Misread
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.number_reading import format_number, is_dash, read_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1250000", "1250000"),
        ("๑,๒๕๐,๐๐๐", "1250000"),
        ("1,250,000.50", "1250000.50"),
        ("๕๐,๐๐๐ บาท", "50000"),
        ("50,000.-", "50000"),
        ("50 คน", "50"),
        (" 0 ", "0"),
        (".5", "0.5"),
        ("-3", "-3"),
        ("–3.25", "-3.25"),
        ("+4", "4"),
    ],
)
def test_a_number_is_read_in_every_usual_form(typed: str, meant: str) -> None:
    assert read_number(typed) == Decimal(meant)


def test_decimals_stay_as_many_as_were_typed() -> None:
    value = read_number("๕๐๐.๐๐")
    assert isinstance(value, Decimal)
    assert format_number(value) == "500.00"


@pytest.mark.parametrize(
    ("typed", "problem", "suggestions"),
    [
        ("ไม่ใช้งบประมาณ", "ไม่ใช่จำนวน", ()),
        ("", "ไม่ใช่จำนวน", ()),
        ("1,25,000", "จุลภาคไม่ตรงหลักพัน", ("125,000",)),
        ("๑,๒๕", "จุลภาคไม่ตรงหลักพัน", ("๑๒๕",)),
        ("1.250.000", "ไม่ใช่จำนวน", ("1,250,000",)),
        ("๑ ๒๕๐ ๐๐๐", "ไม่ใช่จำนวน", ("๑,๒๕๐,๐๐๐",)),
        ("9" * 30, "ยาวเกิน", ()),
        ("1e5", "ไม่ใช่จำนวน", ()),
    ],
)
def test_what_is_no_number_is_told_with_what_it_may_mean(
    typed: str, problem: str, suggestions: tuple[str, ...]
) -> None:
    read = read_number(typed)
    assert isinstance(read, Misread)
    assert problem in read.problem
    assert read.suggestions == suggestions


def test_a_dash_says_that_there_is_none() -> None:
    assert [text for text in ("-", " – ", "--", "−", "- 5", "ก", "") if is_dash(text)] == [
        *("-", " – ", "--", "−")
    ]


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12
    )
)
def test_what_is_shown_is_read_back_as_the_same(value: Decimal) -> None:
    assert read_number(format_number(value)) == value
    assert read_number(to_thai(format_number(value))) == value
