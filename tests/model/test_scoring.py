"""What follows from scores: means, levels, the lowest; held against a published result of 2567."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import pytest

from ita_desktop.model.catalogue import Catalogue, catalogue_from
from ita_desktop.model.records import CatalogueItem, Indicator, Level, Score
from ita_desktop.model.score_names import full_name, indicator_of, known_code, short_name
from ita_desktop.model.score_reading import read_score, score_problem, score_words
from ita_desktop.model.scoring import (
    TOTAL,
    Scores,
    indicator_code,
    part_code,
    rounded,
    score_years,
    scores_of,
)
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import Tool
from ita_desktop.storage.catalogue import packaged_catalogue

PUBLISHED = {
    "indicator-1": "99.83",
    "indicator-2": "98.80",
    "indicator-3": "99.83",
    "indicator-4": "99.83",
    "indicator-5": "99.15",
    "indicator-6": "98.65",
    "indicator-7": "97.84",
    "indicator-8": "75.08",
    "indicator-9": "100.00",
    "indicator-10": "100.00",
}
"""A published result of 2567: the ten indicators."""

_QUESTIONS = """
I1 99.49, I2 100.00, I3 100.00, I4 96.92, I5 99.49, I6 100.00, I7 100.00, I8 99.49, I9 100.00,
I10 100.00, I11 99.49, I12 100.00, I13 98.46, I14 99.49, I15 99.49,
E1 95.71, E2 96.19, E3 100.00, E4 96.19, E5 96.19, E6 96.67, E7 95.71, E8 96.19, E9 28.57
"""
QUESTIONS = dict(pair.split() for pair in _QUESTIONS.split(","))
"""The same result: its questions."""

SHIPPED = {
    year: catalogue_from(packaged_catalogue(year), year) for year in (2565, 2566, 2567, 2568)
}


def scores(
    typed: Mapping[str, str], year: int = 2567, catalogue: Catalogue | None = None
) -> Scores:
    values = {code: Decimal(value) for code, value in typed.items()}
    return Scores(year, MappingProxyType(values), catalogue or SHIPPED[year])


def test_the_published_indicators_give_the_published_tools_and_whole() -> None:
    found = scores(PUBLISHED)
    assert found.computed("IIT") == Decimal("99.49")
    assert found.computed("EIT") == Decimal("90.52")
    assert found.computed("OIT") == Decimal("100.00")
    assert found.computed(TOTAL) == Decimal("97.00")


def test_the_published_questions_give_the_published_indicators() -> None:
    found = scores(QUESTIONS)
    for number in range(1, 6):
        assert found.computed(indicator_code(number)) == Decimal(PUBLISHED[f"indicator-{number}"])
    assert found.computed("IIT") == Decimal("99.49")


def test_part_two_of_an_eit_indicator_follows_from_the_whole_and_part_one() -> None:
    found = scores({**PUBLISHED, **QUESTIONS})
    ones = [found.value(indicator_code(number, 1)) for number in (6, 7, 8)]
    twos = [found.value(indicator_code(number, 2)) for number in (6, 7, 8)]
    assert ones == [Decimal("97.30"), Decimal("96.35"), Decimal("73.49")]
    assert twos == [Decimal("100.00"), Decimal("99.33"), Decimal("76.67")]
    assert found.value(part_code(1)) == Decimal("89.05")
    assert found.value(part_code(2)) == Decimal("92.00")


def test_an_eit_indicator_follows_from_its_two_parts() -> None:
    found = scores({"indicator-6.1": "97.30", "indicator-6.2": "100.00"})
    assert found.computed("indicator-6") == Decimal("98.65")
    assert scores({"indicator-6.1": "97.30"}).computed("indicator-6") is None


def test_part_two_is_never_more_than_full() -> None:
    rounded_up = scores({"indicator-6": "98.66", "indicator-6.1": "97.30"})
    assert rounded_up.computed("indicator-6.2") == Decimal(100)
    impossible = scores({"indicator-6": "99.99", "indicator-6.1": "50.00"})
    assert impossible.computed("indicator-6.2") is None


def test_the_published_result_is_passed_well() -> None:
    level = scores({**PUBLISHED, **QUESTIONS}).level()
    assert level is not None
    assert level.name == "ผ่านดี"


def test_what_keeps_a_result_from_the_next_level_is_named() -> None:
    missed = scores({**PUBLISHED, **QUESTIONS}).missed()
    assert missed is not None
    level, demands = missed
    assert level.name == "ผ่านดีเยี่ยม"
    assert [(one.code, one.value, one.met) for one in demands] == [("EIT", Decimal("90.52"), False)]


def test_a_weak_part_one_of_the_eit_keeps_a_result_at_passed() -> None:
    typed = {TOTAL: "90.00", "IIT": "95.00", "EIT": "86.00", "OIT": "90.00"}
    found = scores({**typed, "EIT.1": "83.93", "EIT.2": "88.07"})
    level, missed = found.level(), found.missed()
    assert level is not None
    assert missed is not None
    assert level.name == "ผ่าน"
    assert (missed[0].name, [one.code for one in missed[1]]) == ("ผ่านดี", ["EIT.1"])
    assert scores(typed).level().name == "ผ่านดี"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("total", "tools", "name"),
    [
        ("95.00", "95.00", "ผ่านดีเยี่ยม"),
        ("99.00", "94.99", "ผ่านดี"),
        ("85.00", "85.00", "ผ่านดี"),
        ("95.00", "84.99", "ผ่าน"),
        ("84.99", "84.99", "ต้องปรับปรุง"),
        ("70.00", "70.00", "ต้องปรับปรุง"),
        ("69.99", "69.99", "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_levels_since_2566_begin_at_their_edge(total: str, tools: str, name: str) -> None:
    typed = {TOTAL: total, "IIT": "100.00", "EIT": tools, "OIT": "100.00"}
    typed |= {"EIT.1": tools, "EIT.2": tools}
    level = scores(typed, 2566).level()
    assert level is not None
    assert level.name == name


@pytest.mark.parametrize(
    ("total", "letter"),
    [
        *(("100", "AA"), ("95", "AA"), ("94.99", "A"), ("85", "A"), ("84.99", "B"), ("75", "B")),
        *(("74.99", "C"), ("65", "C"), ("64.99", "D"), ("55", "D"), ("54.99", "E"), ("50", "E")),
        *(("49.99", "F"), ("0", "F")),
    ],
)
def test_until_2565_the_level_is_a_letter_of_the_whole_score(total: str, letter: str) -> None:
    level = scores({TOTAL: total}, 2565).level()
    assert level is not None
    assert level.name == letter


def test_a_level_that_asks_for_tools_is_not_told_while_they_are_unknown() -> None:
    found = scores({TOTAL: "96.00"})
    assert found.level() is None
    missed = found.missed()
    assert missed is not None
    assert missed[0].name == "ผ่านดี"
    assert [(one.code, one.met) for one in missed[1]] == [
        ("IIT", None),
        ("EIT", None),
        ("OIT", None),
    ]
    assert scores({TOTAL: "84.00"}).level().name == "ต้องปรับปรุง"  # type: ignore[union-attr]
    assert scores({}).level() is None
    assert scores({}).missed() is None


def test_the_highest_level_misses_nothing() -> None:
    assert scores({TOTAL: "97.00", "IIT": "96", "EIT": "96", "OIT": "98"}).missed() is None


def test_every_question_of_the_lowest_score_is_the_lowest() -> None:
    found = scores(QUESTIONS)
    assert found.lowest(["E4", "E5", "E6"]) == ("E4", "E5")
    assert found.lowest(["I13", "I14", "I15"]) == ("I13",)
    assert found.lowest(["I2", "I3"]) == ()
    assert found.lowest(["I99"]) == ()


def test_nothing_is_computed_while_a_score_it_follows_from_is_missing() -> None:
    typed = {code: value for code, value in QUESTIONS.items() if code != "I2"}
    found = scores(typed)
    assert found.computed("indicator-1") is None
    assert found.computed("indicator-2") == Decimal("98.80")
    assert found.computed("IIT") is None
    assert found.computed(TOTAL) is None


def test_what_cannot_be_a_score_is_counted_nowhere() -> None:
    found = scores({**QUESTIONS, "I1": "120", "E6": "-1"})
    assert found.value("I1") == Decimal(120)
    assert found.computed("indicator-1") is None
    assert found.computed("indicator-7.1") is None
    assert found.lowest(["E4", "E5", "E6"]) == ("E4", "E5")
    assert scores({"IIT": "101", "EIT": "90", "OIT": "90"}).computed(TOTAL) is None


def test_a_year_without_questions_computes_only_from_indicators() -> None:
    found = scores({**QUESTIONS, **PUBLISHED}, 2566)
    assert found.computed("indicator-1") is None
    assert found.computed("IIT") == Decimal("99.49")


def test_a_year_of_which_nothing_is_known_still_has_a_whole() -> None:
    found = scores({"IIT": "99.49", "EIT": "90.52", "OIT": "100"}, 2560, Catalogue(2560))
    assert found.computed(TOTAL) == Decimal("97.00")
    assert found.computed("IIT") is None
    assert found.level() is None


def test_rounding_is_half_up() -> None:
    assert rounded(Decimal("90.525")) == Decimal("90.53")
    assert rounded(Decimal("90.5249")) == Decimal("90.52")
    assert rounded(Decimal("1E+40")) == Decimal("1E+40")
    indicator = Indicator(id="a", number=1, tool=Tool.IIT, year=2567)
    items = [CatalogueItem(id=code, year=2567, code=code, indicator=1) for code in ("I1", "I2")]
    small = Catalogue(2567, indicators=(indicator,), items=tuple(items))
    assert scores({"I1": "90.01", "I2": "90.02"}, catalogue=small).computed(
        "indicator-1"
    ) == Decimal("90.02")


def test_a_typed_score_within_a_hundredth_agrees() -> None:
    typed = {**PUBLISHED, "IIT": "99.50", "EIT": "90.54", TOTAL: "97.00"}
    found = scores(typed)
    assert found.differs("IIT") is None
    assert found.differs("EIT") == Decimal("90.52")
    assert found.differs("indicator-1") is None  # its questions are not known


def test_a_level_without_a_least_score_is_reached_by_any() -> None:
    every = Level(id="l", year=2567, order=1, name="ทุกหน่วยงาน")
    known = dataclasses.replace(SHIPPED[2567], levels=(every,))
    assert scores({TOTAL: "1"}, catalogue=known).level() == every


def test_scores_are_read_of_the_year_asked_for() -> None:
    held = snapshot_of(
        [
            Score.of(2567, TOTAL, Decimal("97")),
            Score.of(2568, TOTAL, Decimal("90")),
            Score.of(2569, TOTAL),
        ]
    )
    assert scores_of(held, 2567).value(TOTAL) == Decimal(97)
    assert scores_of(held, 2568, SHIPPED[2568]).catalogue is SHIPPED[2568]
    assert score_years(held) == (2567, 2568)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *(("97.5", "97.5"), ("๙๗.๕๐", "97.50"), (" 100 ", "100"), ("0", "0"), (".5", "0.5")),
        *(("97.", "97"), ("99.49%", "99.49"), ("๙๙.๔๙ ％", "99.49"), ("ร้อยละ 85", "85")),
        *(("85.00 คะแนน", "85.00"), ("-5", "-5"), ("101", "101"), ("97.003", "97.003")),
    ],
)
def test_a_score_is_read_in_either_digits(typed: str, value: str) -> None:
    reading = read_score(typed)
    assert (reading.value, reading.problem) == (Decimal(value), "")


@pytest.mark.parametrize("typed", ["", "  ", "-", "–", "N/A", "ไม่มี"])
def test_a_dash_is_no_score(typed: str) -> None:
    reading = read_score(typed)
    assert (reading.value, reading.problem) == (None, "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("97,50", "ใช้จุดแทนจุลภาค เช่น 97.50"),
        ("เก้าสิบ", "“เก้าสิบ” ไม่ใช่ตัวเลข"),
        ("12O.5", "“12O.5” ไม่ใช่ตัวเลข"),
        ("1e5", "“1e5” ไม่ใช่ตัวเลข"),
        ("9..5", "ไม่ใช่ตัวเลข"),
        ("infinity", "ไม่ใช่ตัวเลข"),
        ("1" * 40, "ไม่ใช่ตัวเลข"),
    ],
)
def test_what_is_no_score_is_told_in_thai(typed: str, said: str) -> None:
    reading = read_score(typed)
    assert reading.value is None
    assert said in reading.problem


def test_a_number_that_cannot_be_a_score_is_told() -> None:
    assert score_problem(Decimal("100.00")) == ""
    assert score_problem(Decimal("97.500")) == ""
    assert "ระหว่าง 0 ถึง 100" in score_problem(Decimal("100.01"))
    assert "ระหว่าง 0 ถึง 100" in score_problem(Decimal("-0.01"))
    assert "สองตำแหน่ง" in score_problem(Decimal("97.003"))
    assert "ระหว่าง" in score_problem(Decimal("1E+40"))


def test_a_score_is_shown_with_two_decimals_or_all_it_has() -> None:
    assert score_words(Decimal("97")) == "97.00"
    assert score_words(Decimal("97.5")) == "97.50"
    assert score_words(Decimal("97.500")) == "97.50"
    assert score_words(Decimal("97.003")) == "97.003"
    assert score_words(Decimal("1E+2")) == "100.00"


def test_scores_go_by_names() -> None:
    known = SHIPPED[2567]
    assert short_name("indicator-6.1") == "ตัวชี้วัดที่ 6 ส่วนที่ 1"
    assert full_name("indicator-6.1", known) == "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ส่วนที่ 1"
    assert full_name("EIT.2", known) == "EIT ส่วนที่ 2"
    assert full_name(TOTAL, known) == "ภาพรวม"
    assert full_name("O34", known).startswith("O34 มาตรการส่งเสริมคุณธรรม")
    assert full_name("O99", known) == "O99"
    assert indicator_of("indicator-10") == 10
    assert [known_code(one) for one in ("total", "OIT", "EIT.1", "I4", "EIT.3", "X")] == [
        *(True, True, True, True, False, False)
    ]
