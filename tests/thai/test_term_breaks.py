"""How often a line may break inside a term of the administration, in running prose.

The terms at every third place of the list are held out: they are in no list of ours
(``resources/words.txt``), so they show how the rules do with terms nobody thought of. They are
เทศบาล จริยธรรม มาตรการ จัดซื้อจัดจ้าง ข้อร้องเรียน นายกเทศมนตรี ธรรมาภิบาล ครุภัณฑ์ ข้อมูล
ระยะเวลา ประมวลจริยธรรม ปีงบประมาณ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from ita_desktop.resources import resource_path
from ita_desktop.thai.words import Breaker, breaker
from tests.aids.places import FILES

RUNNING_TEXT = FILES / "running_text.txt"
TERMS = tuple(
    "คุณธรรม ความโปร่งใส เทศบาล ประชาสัมพันธ์ ตำบล จริยธรรม บุคลากร ผู้รับบริการ มาตรการ เจ้าหน้าที่ "
    "ทุจริต จัดซื้อจัดจ้าง ผู้บริหาร เว็บไซต์ ข้อร้องเรียน การมีส่วนร่วม ปลัดเทศบาล นายกเทศมนตรี "
    "องค์การบริหารส่วนตำบล อำเภอ ธรรมาภิบาล วิเคราะห์ พัสดุ ครุภัณฑ์ สินบน หน่วยงาน ข้อมูล ข่าวสาร "
    "ขั้นตอน ระยะเวลา นโยบาย เจตจำนง ประมวลจริยธรรม คณะกรรมการ ไตรมาส ปีงบประมาณ "
    "ผลการดำเนินงาน".split(" ")
)
HELD_OUT = TERMS[2::3]


@pytest.fixture(scope="module")
def prose() -> str:
    return RUNNING_TEXT.read_text(encoding="utf-8")


def break_places(line: str, known: Breaker) -> set[int]:
    """Offsets in the line before which it may break."""
    places, at = set(), 0
    for segment in known.segments(line):
        at += len(segment.text) + segment.spaces
        places.add(at)
    return places - {0, len(line)}


def occurrences_and_breaks(prose: str) -> tuple[Counter[str], Counter[str]]:
    found: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for line in prose.splitlines():
        places = break_places(line, breaker())
        for term in TERMS:
            for match in re.finditer(term, line):
                found[term] += 1
                broken[term] += any(match.start() < place < match.end() for place in places)
    return found, broken


def test_the_running_text_is_long_and_says_nothing_twice(prose: str) -> None:
    lines = prose.splitlines()
    assert len(prose) >= 20_000
    assert len(set(lines)) == len(lines)


def test_held_out_terms_are_in_no_list_of_ours() -> None:
    listed = resource_path("words.txt").read_text(encoding="utf-8").split()
    assert not set(HELD_OUT) & set(listed)
    assert 3 * len(set(TERMS) & set(listed)) <= 2 * len(TERMS)


def test_at_most_one_term_in_a_hundred_may_be_torn(
    prose: str, record_property: Callable[[str, object], None]
) -> None:
    found, broken = occurrences_and_breaks(prose)
    assert not [term for term in TERMS if not found[term]]
    total, torn = found.total(), broken.total()
    held, held_torn = (sum(count[term] for term in HELD_OUT) for count in (found, broken))
    record_property("terms", f"{torn} of {total} torn")
    record_property("held out", f"{held_torn} of {held} torn")
    assert total >= 300
    assert torn <= total / 100, broken
    assert held_torn <= held * 3 / 100, broken


def test_no_line_of_prose_begins_or_ends_where_it_must_not(prose: str) -> None:
    for line in prose.splitlines():
        for place in break_places(line, breaker()):
            before, after = line[:place].rstrip(" "), line[place:]
            assert after[0] not in ")]}”ๆฯ.,:;!?%/ะาำิีึืฺุูๅ็่้๊๋์ํ", line[place - 10 : place + 5]
            assert before[-1] not in "([“เแโใไ", line[place - 10 : place + 5]
            assert not (before[-1].isdigit() and after[0].isdigit() and line[place - 1] != " ")
            assert not re.search(r"(?:พ\.ศ\.|ข้อ|มาตรา|หมู่ที่|ร้อยละ|วันที่)$", before) or (
                not after[0].isdigit()
            )
