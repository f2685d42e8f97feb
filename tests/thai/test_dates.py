import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.dates import (
    DateStyle,
    Misread,
    fiscal_year,
    fiscal_year_span,
    format_date,
    read_date,
)

APRIL_3 = datetime.date(2023, 4, 3)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (DateStyle.FULL, "3 เมษายน 2566"),
        (DateStyle.WITH_ERA, "3 เมษายน พ.ศ. 2566"),
        (DateStyle.SHORT, "3 เม.ย. 66"),
    ],
)
def test_a_date_is_printed_in_the_buddhist_era(style: DateStyle, printed: str) -> None:
    assert format_date(APRIL_3, style) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "3 เมษายน 2566",
        "๓ เมษายน ๒๕๖๖",
        "๓ เดือน เมษายน พ.ศ. ๒๕๖๖",
        "วันที่ ๓ เดือนเมษายน พ.ศ.๒๕๖๖",
        "วันจันทร์ที่ 3 เมษายน 2566",
        "3 เม.ย. 66",
        "3เมย66",
        "3 เมษา 66",
        "3/4/2566",
        "03/04/66",
        "03-04-66",
        "3.4.2566",
        "๓/๔/๖๖",
        "3 เมษายน 2023",
        "3 เมษายน ค.ศ. 2023",
        "2023-04-03",
        "2566-04-03",
        "๓ เ ม ษ า ย น ๒ ๕ ๖ ๖",
        " 3  เมษายน\u200b 2566 ",
    ],
)
def test_one_day_is_read_from_every_way_to_type_it(typed: str) -> None:
    assert read_date(typed) == APRIL_3


@pytest.mark.parametrize(
    ("typed", "said", "suggested"),
    [
        ("39 มีนาคม 2566", "ไม่มีวันที่ 39", "31 มีนาคม 2566"),
        ("๓๙ สี่นาคม ๒๕๖๖", "มีนาคม", "๓๑ มีนาคม ๒๕๖๖"),
        ("31 เมษายน 2566", "มีถึงวันที่ 30", "30 เมษายน 2566"),
        ("29 ก.พ. 66", "มีถึงวันที่ 28", "28 กุมภาพันธ์ 2566"),
        ("0 มกราคม 2566", "ไม่มีวันที่ 0", "1 มกราคม 2566"),
        ("3 กรกฏาคม 2566", "กรกฎาคม", "3 กรกฎาคม 2566"),
        ("3 เมษายน พ.ศ. 2023", "น่าจะเป็น 2566", "3 เมษายน 2566"),
        ("1/13/2566", "ไม่มีเดือนที่ 13", None),
        ("3 เมษายน 256", "256", None),
        ("3 เมษายน 9999", "9999", None),
        ("3 เมษายน", "อ่านวันที่", None),
        ("เมษายน 2566", "อ่านวันที่", None),
        ("เมื่อวาน", "อ่านวันที่", None),
        ("", "ยังไม่ได้กรอกวันที่", None),
    ],
)
def test_what_is_no_date_is_refused_and_told_why(
    typed: str, said: str, suggested: str | None
) -> None:
    misread = read_date(typed)
    assert isinstance(misread, Misread)
    assert misread.text == typed
    assert said in misread.problem
    assert misread.suggestions == ((suggested,) if suggested else ())


def test_a_leap_day_is_read() -> None:
    assert read_date("29 กุมภาพันธ์ 2567") == datetime.date(2024, 2, 29)


def test_the_fiscal_year_begins_in_october() -> None:
    assert fiscal_year(datetime.date(2024, 9, 30)) == 2567
    assert fiscal_year(datetime.date(2024, 10, 1)) == 2568
    assert fiscal_year_span(2568) == (datetime.date(2024, 10, 1), datetime.date(2025, 9, 30))


@given(
    st.dates(datetime.date(1957, 1, 1), datetime.date(2056, 12, 31)),
    st.sampled_from(DateStyle),
)
def test_every_printed_date_reads_as_itself(date: datetime.date, style: DateStyle) -> None:
    assert read_date(format_date(date, style)) == date


@given(st.text() | st.text(alphabet="0123๑๓๙ /-.มกรคเพศยนต", max_size=25))
def test_no_text_makes_reading_a_date_fail(text: str) -> None:
    assert isinstance(read_date(text), datetime.date | Misread)
