import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timeline_styles import TimelineStyle, format_timeline, presets
from ita_desktop.thai.timelines import Precision, Reading, Timeline, TimePoint, Unread

# Each typed form, the action year it is typed in, and what it means in full.
READ = [
    ("ธันวาคม ๒๕๖๕", 2566, "ธันวาคม 2565"),
    ("เดือนมีนาคม ๒๕๖๖", 2566, "มีนาคม 2566"),
    ("ตุลาคม ๖๕ - กันยายน ๖๖", 2566, "ตุลาคม 2565 - กันยายน 2566"),
    ("ตุ ล า ค ม ๖ ๕ - กันยายน ๖๖", 2566, "ตุลาคม 2565 - กันยายน 2566"),
    ("ตุ ล า ค ม ๖ ๕", 2566, "ตุลาคม 2565"),
    ("1 ตุลาคม 2567- 30 กันยายน 2568", 2568, "1 ตุลาคม 2567 - 30 กันยายน 2568"),
    ("ต.ค.๖๗ - ก.ย. ๖๘", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ม.ค. - มี.ค. ๖๘", 2568, "มกราคม - มีนาคม 2568"),
    ("ม.ค. – มี.ค. ๖๘", 2568, "มกราคม - มีนาคม 2568"),
    ("ม.ค.๖๘ - มี.ค.๖๘", 2568, "มกราคม - มีนาคม 2568"),
    ("ต.ค. - มี.ค. ๖๘", 2568, "ตุลาคม 2567 - มีนาคม 2568"),
    ("ตุลาคม 2567 - กันยายน", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ตั้งแต่ กันยายน ๒๕๖๕", 2566, "ตั้งแต่ กันยายน 2565"),
    ("ตุลาคม 2567 เป็นต้นไป", 2568, "ตั้งแต่ ตุลาคม 2567"),
    ("ตั้งแต่ ต.ค. 67 - ปัจจุบัน", 2568, "ตั้งแต่ ตุลาคม 2567"),
    ("ภายในเดือนกันยายน 2568", 2568, "ภายใน กันยายน 2568"),
    ("๓ เดือน เมษายน พ.ศ. ๒๕๖๖", 2566, "3 เมษายน 2566"),
    ("๓๑ เดือน มีนาคม พ.ศ.๒๕๖๖", 2566, "31 มีนาคม 2566"),
    ("ตุลาคม ๒๕๖๕\n-\nตุลาคม ๒๕๖๖", 2566, "ตุลาคม 2565 - ตุลาคม 2566"),
    ("มค-มีค68", 2568, "มกราคม - มีนาคม 2568"),
    ("(ต.ค. 67 - ก.ย. 68)", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ตุลาคม 2567 ถึง กันยายน 2568", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ตุลาคม 2567 จนถึง กันยายน 2568", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ตั้งแต่เดือนตุลาคม 2567 ถึงเดือนกันยายน 2568", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    (
        "วันที่ 1 เดือน ตุลาคม พ.ศ. 2567 ถึงวันที่ 30 เดือน กันยายน พ.ศ. 2568",
        2568,
        "1 ตุลาคม 2567 - 30 กันยายน 2568",
    ),
    ("ระหว่างวันที่ 1 - 15 มีนาคม 2568", 2568, "1 - 15 มีนาคม 2568"),
    ("1/10/2567 - 30/9/2568", 2568, "1 ตุลาคม 2567 - 30 กันยายน 2568"),
    ("31-03-68", 2568, "31 มีนาคม 2568"),
    ("10/2567 - 9/2568", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ต.ค. 67-30 ก.ย. 68", 2568, "ตุลาคม 2567 - 30 กันยายน 2568"),
    ("มีนาคม 2025", 2568, "มีนาคม 2568"),
    ("มีนาคม ค.ศ. 2025", 2568, "มีนาคม 2568"),
    ("มีนาคม", 2568, "มีนาคม 2568"),
    ("ตุลาคม - กันยายน", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๘", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ทั้งปีงบประมาณ", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ตลอดปี", 2568, "ตุลาคม 2567 - กันยายน 2568"),
    ("ปีงบประมาณ ๒๕๖๘", 2568, "ปีงบประมาณ พ.ศ. 2568"),
    ("ปีงบประมาณ พ.ศ. 2568", 2568, "ปีงบประมาณ พ.ศ. 2568"),
    ("๒๕๖๘", 2568, "ปีงบประมาณ พ.ศ. 2568"),
    ("ไตรมาสที่ ๑", 2568, "ตุลาคม - ธันวาคม 2567"),
    ("ไตรมาส ๑/๒๕๖๘", 2568, "ตุลาคม - ธันวาคม 2567"),
    ("ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568", 2568, "มกราคม - มีนาคม 2568"),
    ("ไตรมาสที่ 3 - 4", 2568, "เมษายน - กันยายน 2568"),
    ("ไตรมาส 1 ถึงไตรมาส 2 / 2568", 2568, "ตุลาคม 2567 - มีนาคม 2568"),
    ("Q4", 2568, "กรกฎาคม - กันยายน 2568"),
    ("ครึ่งปีแรก", 2568, "ตุลาคม 2567 - มีนาคม 2568"),
    ("6 เดือนหลัง ปีงบประมาณ 2568", 2568, "เมษายน - กันยายน 2568"),
    ("หกเดือนแรก", 2568, "ตุลาคม 2567 - มีนาคม 2568"),
]

# Each typed text, the action year, words its problem must hold, and the suggestions.
REFUSED = [
    ("ตุลาคม ๒๕ - กันยายน ๒๖", 2566, ("25", "26", "2566"), ("ตุลาคม ๖๕ - กันยายน ๖๖",)),
    ("ตุ ล า ค ม ๒ ๕ - กันยายน ๒๖", 2566, ("25",), ("ตุลาคม ๖๕ - กันยายน ๖๖",)),
    ("ต.ค. 57 - ก.ย. 58", 2568, ("57", "58"), ("ต.ค. 67 - ก.ย. 68",)),
    ("๓๙ สี่นาคม", 2566, ("39", "มีนาคม"), ("๓๑ มีนาคม ๒๕๖๖", "มีนาคม ๒๕๖๖")),
    ("31 เมษายน 2568", 2568, ("31", "30"), ("30 เมษายน 2568", "เมษายน 2568")),
    ("29 ก.พ. 68", 2568, ("29", "28"), ("28 ก.พ. 68", "ก.พ. 68")),
    ("กรกฏาคม 2568", 2568, ("กรกฎาคม",), ("กรกฎาคม 2568",)),
    ("ต.ค. 68 - มี.ค. 68", 2568, ("ก่อน",), ("ต.ค. 67 - มี.ค. 68",)),
    ("ตุลาคม 2567 - กันยายน 2567", 2568, ("ก่อน",), ("ตุลาคม 2567 - กันยายน 2568",)),
    ("กันยายน 2568 - ตุลาคม 2567", 2568, ("ก่อน",), ("ตุลาคม 2567 - กันยายน 2568",)),
    ("มีนาคม 2658", 2568, ("2658",), ("มีนาคม 2568",)),
    ("มีนาคม พ.ศ. 2025", 2568, ("2025",), ("มีนาคม 2568",)),
    ("มีนาคม 256", 2568, ("256",), ("มีนาคม 2568",)),
    ("13/2568", 2568, ("ไม่มีเดือนที่ 13",), ()),
    ("ตุลาคม 2567 กันยายน 2568", 2568, ("-",), ("ตุลาคม 2567 - กันยายน 2568",)),
    ("ตุลาคม 2567 -", 2568, ("วันสิ้นสุด",), ("ตั้งแต่ ตุลาคม 2567", "ตุลาคม 2567")),
    ("รอบ 6 เดือน", 2568, ("การติดตาม",), ("ตุลาคม 2567 - กันยายน 2568",)),
    ("รายไตรมาส", 2568, ("การติดตาม",), ("ตุลาคม 2567 - กันยายน 2568",)),
    ("3 เดือน", 2568, ("ความยาว",), ()),
    ("ไตรมาส 5", 2568, ("1 ถึง 4",), ()),
    ("๖๘", 2568, ("สั้น",), ("ปีงบประมาณ พ.ศ. ๒๕๖๘",)),
    ("-", 2568, ("ยังไม่ได้ระบุ",), ()),
    ("แล้วแต่สะดวก", 2568, ("แล้วแต่สะดวก", "2568"), ()),
    ("6 และ 7 เมษายน 2568", 2568, ("อ่านช่วงเวลา",), ()),
]

points = st.one_of(
    st.dates(datetime.date(1998, 1, 1), datetime.date(2056, 9, 30)).map(TimePoint.of),
    st.builds(TimePoint, st.integers(1998, 2056), st.integers(1, 12)),
    st.builds(TimePoint, st.integers(1998, 2056)),
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    one = draw(points)
    other = draw(points | st.builds(TimePoint, st.just(one.year), st.integers(1, 12)))
    shape = draw(st.sampled_from(["point", "open", "by", "range"]))
    if shape == "point":
        return Timeline(one, one)
    if shape == "open":
        return Timeline(one, None)
    if shape == "by":
        return Timeline(None, one)
    forwards = one.first_day() <= other.last_day()
    return Timeline(one, other) if forwards else Timeline(other, one)


@pytest.mark.parametrize(("typed", "year", "meaning"), READ)
def test_every_form_met_is_read(typed: str, year: int, meaning: str) -> None:
    reading = read_timeline(typed, year)
    assert isinstance(reading.value, Timeline), reading
    assert format_timeline(reading.value) == meaning
    assert reading.problem == ""


@pytest.mark.parametrize(("typed", "year", "said", "suggestions"), REFUSED)
def test_what_cannot_be_meant_is_kept_and_told_why(
    typed: str, year: int, said: tuple[str, ...], suggestions: tuple[str, ...]
) -> None:
    reading = read_timeline(typed, year)
    assert reading.value == Unread(typed)
    assert all(words in reading.problem for words in said), reading.problem
    assert reading.suggestions == suggestions
    for suggestion in suggestions:
        assert isinstance(read_timeline(suggestion, year).value, Timeline)


@pytest.mark.parametrize("typed", ["", "  ", "\n", "\u200b"])
def test_empty_text_is_no_timeline_and_no_problem(typed: str) -> None:
    assert read_timeline(typed, 2568) == Reading(None)


def test_a_point_knows_its_precision_and_its_days() -> None:
    day, month, year = TimePoint(2024, 2, 29), TimePoint(2024, 2), TimePoint(2025)
    assert [p.precision for p in (day, month, year)] == list(Precision)
    assert (month.first_day(), month.last_day()) == (
        datetime.date(2024, 2, 1),
        datetime.date(2024, 2, 29),
    )
    assert (year.first_day(), year.last_day()) == (
        datetime.date(2024, 10, 1),
        datetime.date(2025, 9, 30),
    )


@pytest.mark.parametrize(
    "point", [(2025, 2, 29), (2025, 13), (2025, None, 3), (2025, 1, 0), (2025, 0)]
)
def test_an_impossible_point_cannot_be_made(point: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        TimePoint(*point)


def test_an_end_before_its_start_cannot_be_made() -> None:
    with pytest.raises(ValueError):
        Timeline(TimePoint(2025, 3), TimePoint(2025, 2))
    with pytest.raises(ValueError):
        Timeline(None, None)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (TimelineStyle.FULL, "ตุลาคม 2567 - กันยายน 2568"),
        (TimelineStyle.SHORT, "ต.ค. 67 - ก.ย. 68"),
        (TimelineStyle.FULL_DAYS, "1 ตุลาคม 2567 - 30 กันยายน 2568"),
    ],
)
def test_a_document_prints_its_timelines_in_its_one_style(
    style: TimelineStyle, printed: str
) -> None:
    whole_year = presets(2568)[0][1]
    assert format_timeline(whole_year, style, 2568) == printed


@pytest.mark.parametrize(
    ("timeline", "printed"),
    [
        (Timeline(TimePoint(2025, 1), TimePoint(2025, 3)), "ม.ค. - มี.ค. 68"),
        (Timeline(TimePoint(2025, 3), TimePoint(2025, 3)), "มี.ค. 68"),
        (Timeline(TimePoint(2025, 3, 1), TimePoint(2025, 3, 9)), "1 - 9 มี.ค. 68"),
        (Timeline(TimePoint(2022, 9), None), "ตั้งแต่ ก.ย. 2565"),
        (Timeline(TimePoint(2025), TimePoint(2025)), "ปีงบประมาณ พ.ศ. 2568"),
    ],
)
def test_what_both_ends_share_prints_once(timeline: Timeline, printed: str) -> None:
    assert format_timeline(timeline, TimelineStyle.SHORT, 2568) == printed


def test_unread_text_prints_as_it_was_typed() -> None:
    assert format_timeline(Unread("๓๙ สี่นาคม"), TimelineStyle.SHORT) == "๓๙ สี่นาคม"
    assert format_timeline(None) == ""


def test_presets_are_the_year_its_halves_quarters_and_months() -> None:
    ready = presets(2568)
    assert len(ready) == 1 + 2 + 4 + 12
    assert ready[0][0] == "ทั้งปีงบประมาณ พ.ศ. 2568"
    assert format_timeline(ready[3][1]) == "ตุลาคม - ธันวาคม 2567"
    assert (ready[7][0], ready[-1][0]) == ("ตุลาคม 2567", "กันยายน 2568")
    for label, timeline in ready:
        assert read_timeline(label, 2568).value == timeline


@given(timelines(), st.sampled_from([TimelineStyle.FULL, TimelineStyle.SHORT]))
def test_every_printed_timeline_reads_as_itself(timeline: Timeline, style: TimelineStyle) -> None:
    assert read_timeline(format_timeline(timeline, style, 2568), 2568) == Reading(timeline)


@given(timelines())
def test_a_timeline_printed_in_days_keeps_its_days(timeline: Timeline) -> None:
    value = read_timeline(format_timeline(timeline, TimelineStyle.FULL_DAYS, 2568), 2568).value
    assert isinstance(value, Timeline)
    assert value.first_day() == timeline.first_day()
    assert value.last_day() == timeline.last_day()


WORDS = ["ต.ค.", "มกราคม", "สี่นาคม", "ถึง", "-", "/", "ตั้งแต่", "ภายใน", "ไตรมาส", "ครึ่งปีแรก"]
WORDS += ["ปีงบประมาณ", "ตลอด", "พ.ศ.", "ค.ศ.", "เดือน", "เป็นต้นไป", "1", "39", "๖๘", "2568", "9999"]


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_no_text_makes_reading_fail_and_none_is_lost(text: str) -> None:
    reading = read_timeline(text, 2568)
    if isinstance(reading.value, Unread):
        assert reading.value.text == text
        assert reading.problem
        for suggestion in reading.suggestions:
            assert isinstance(read_timeline(suggestion, 2568).value, Timeline), suggestion
    else:
        assert reading.problem == ""
