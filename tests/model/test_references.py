import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import (
    Reference,
    ReferenceKind,
    UnreadReference,
    format_reference,
    format_references,
)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("อ้างอิงจาก e๑๕", "E15"),
        ("อ้างอิงจาก O10, O11", "O10, O11"),
        ("(อ้างอิงจาก o18)", "O18"),
        ("อ้างอิงจาก i๘,i๙,i๑๑", "I8, I9, I11"),
        ("E4 และ E5", "E4, E5"),
        ("ข้อ O1 O2\nO3", "O1, O2, O3"),
        ("O 7; E.5", "O7, E5"),
        ("O01", "O1"),
        ("O1-O3", "O1, O2, O3"),
        ("O1 ถึง O3", "O1, O2, O3"),
        ("O๑ – ๓, I4", "O1, O2, O3, I4"),
        ("IIT ข้อ 4 และ 5", "I4, I5"),
        ("EIT E3", "E3"),
        ("อ้างอิงจากตัวชี้วัด 9.1, 9.2, 9.3", "ตัวชี้วัดย่อยที่ 9.1, 9.2, 9.3"),
        ("ตัวชี้วัดที่ ๑ - ๓", "ตัวชี้วัดที่ 1, 2, 3"),
        ("ตัวชี้วัดย่อยที่ 9.1 ถึง 9.3", "ตัวชี้วัดย่อยที่ 9.1, 9.2, 9.3"),
        ("ตัวชี้วัดที่ 9 และ O10", "ตัวชี้วัดที่ 9, O10"),
        ("E6,7,8", "E6, E7, E8"),
        ("i๑๒, ๑๐, E3", "I12, I10, E3"),
        ("i4i7", "I4, I7"),
        ("O๑o2O30", "O1, O2, O30"),
        ("", ""),
        (" , ( )", ""),
    ],
)
def test_references_are_read_however_they_are_written(typed: str, codes: str) -> None:
    reading = read_references(typed, 2567)
    assert format_references(reading.values) == codes
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("๐10 ○15 ๐๑๙", [("O10",), ("O15",), ("O19",)]),
        ("(อ้างอิงจาก ๐26, ๐27)", [("O26",), ("O27",)]),
        ("0๘ 010", [("O8",), ("O10",)]),
        ("14 17 18 19", [("I4",), ("I7",), ("I8",), ("I9",)]),
        ("eb em", [("E6",), ("E7",)]),
        ("IT 4", [("I4",)]),
        ("IT I4", [("I4",)]),
        ("IT", [()]),
        ("l4 O1O", [("I4",), ("O10",)]),
        ("7", [()]),
        ("9.1", [("ตัวชี้วัดย่อยที่ 9.1",)]),
        ("O0", [()]),
        ("O100", [()]),
        ("คู่มือ", [()]),
        ("IIT", [()]),
        ("แบบวัด OIT", [()]),
        ("แบบวัด IIT และ EIT", [(), ()]),
        ("ข้อ", [()]),
        ("ตัวชี้วัด", [()]),
        ("ตัวชี้วัด 0", [()]),
        ("อ้างอิงจาก", [()]),
        ("(2567)", [()]),
    ],
)
def test_damage_is_pointed_at_and_never_mended_silently(
    typed: str, suggested: list[tuple[str, ...]]
) -> None:
    reading = read_references(typed, 2567)
    assert all(isinstance(value, UnreadReference) for value in reading.values)
    assert [problem.suggestions for problem in reading.problems] == suggested
    assert [problem.text for problem in reading.problems] == [
        value.text for value in reading.values if isinstance(value, UnreadReference)
    ]
    for problem in reading.problems:
        assert problem.problem
        for suggestion in problem.suggestions:
            assert not read_references(suggestion, 2567).problems


def test_a_number_after_a_code_may_mean_two_codes() -> None:
    reading = read_references("I1, 14", 2567)
    assert reading.values == (
        Reference(ReferenceKind.IIT_QUESTION, "1", 2567),
        UnreadReference("14"),
    )
    assert reading.problems[0].suggestions == ("I14", "I4")
    assert reading.problems[0].suggestion == "I14"


def test_a_tool_that_no_number_follows_is_kept_beside_what_is_read() -> None:
    values = read_references("O10, IIT", 2568).values
    assert values == (Reference(ReferenceKind.OIT_ITEM, "10", 2568), UnreadReference("IIT"))
    assert read_references("IIT คู่มือ", 2568).values == (UnreadReference("IIT คู่มือ"),)


def test_a_year_in_brackets_belongs_to_the_code_or_range_before_it() -> None:
    reading = read_references("O34 (2567), O1-O2 (พ.ศ. ๒๕๖๖), O3", 2568)
    assert [(one.number, one.year) for one in reading.values if isinstance(one, Reference)] == [
        ("34", 2567),
        ("1", 2566),
        ("2", 2566),
        ("3", 2568),
    ]
    assert reading.problems == ()
    unsure = read_references("๐34 (2567)", 2568)
    assert [problem.text for problem in unsure.problems] == ["๐34", "(2567)"]


def test_good_codes_stand_beside_damaged_ones_in_the_order_typed() -> None:
    reading = read_references("eb, em, e๙", 2566)
    assert format_references(reading.values) == "eb, em, E9"


@pytest.mark.parametrize("typed", ["O5-O1", "O1 - E3", "O5-", "O1-๐5", "O1 ถึง คู่มือ"])
def test_a_range_that_leads_nowhere_is_kept_whole(typed: str) -> None:
    reading = read_references(f"I2, {typed}", 2567)
    assert reading.values == (
        Reference(ReferenceKind.IIT_QUESTION, "2", 2567),
        UnreadReference(typed),
    )
    assert "O1 - O5" in reading.problems[0].problem


def test_codes_carry_their_year_and_print_in_capitals() -> None:
    (reference,) = read_references("o10", 2568).values
    assert reference == Reference(ReferenceKind.OIT_ITEM, "10", 2568)
    assert format_reference(reference) == "O10"


WORDS = (
    "IIT", "แบบวัด", "OIT", "ข้อ", "ตัวชี้วัด", "อ้างอิงจาก", "(2567)", "ถึง", "-", ",", "และ", "IT", "ฯ"
)  # fmt: skip
whole = st.builds(
    Reference,
    st.sampled_from([kind for kind in ReferenceKind if kind is not ReferenceKind.SUBINDICATOR]),
    st.integers(1, 99).map(str),
    st.just(2568),
)
parts = st.builds(
    Reference,
    st.just(ReferenceKind.SUBINDICATOR),
    st.tuples(st.integers(1, 99), st.integers(1, 99)).map("{0[0]}.{0[1]}".format),
    st.just(2568),
)


@given(st.lists(whole | parts, max_size=8).map(tuple))
def test_printed_references_read_as_themselves(references: tuple[Reference, ...]) -> None:
    reading = read_references(format_references(references), 2568)
    assert reading.values == references
    assert reading.problems == ()


@given(st.text() | st.text(alphabet="OIEoieITbm019๐๑๙○ -,.ถึงและตัวชี้วัด", max_size=40))
def test_no_text_makes_reading_fail_and_every_unread_piece_has_its_problem(text: str) -> None:
    reading = read_references(text, 2568)
    unread = [value.text for value in reading.values if isinstance(value, UnreadReference)]
    assert unread == [problem.text for problem in reading.problems]
    for piece in unread:
        assert read_references(piece, 2568).problems, "what is kept unread stays unread"
    for problem in reading.problems:
        for suggestion in problem.suggestions:
            assert not read_references(suggestion, 2568).problems


@given(st.text() | st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join))
def test_no_word_or_number_reads_to_nothing(text: str) -> None:
    reading = read_references(text, 2568)
    assert bool(reading.values) or not any(letter.isalnum() for letter in text)
