"""The sample office: all of it loads, is read, and hangs together."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import count

import pytest

from ita_desktop.model.catalogue import KINDS as CATALOGUE_KINDS
from ita_desktop.model.codec import record_of, row_of
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.records import (
    DocumentSetup,
    IssueAnalysis,
    Measure,
    Office,
    Person,
    Position,
    Record,
    RoundReport,
    Score,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.references import Reference, ReferenceKind
from ita_desktop.model.rounds import asked_in
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    FreeText,
    Items,
    OrderRef,
    PersonRef,
    PositionRef,
    Status,
    Tool,
)
from ita_desktop.session.rounds.states import round_states
from ita_desktop.storage.sample import sample_records
from ita_desktop.thai.dates import read_date
from ita_desktop.thai.timelines import Precision, Timeline

AGENCY = "เทศบาลตำบลศรีสำราญ"


@pytest.fixture(scope="module")
def records() -> tuple[Record, ...]:
    numbers = count(1)
    return sample_records(lambda: f"id-{next(numbers)}")


@pytest.fixture(scope="module")
def sample(records: tuple[Record, ...]) -> Snapshot:
    return snapshot_of(records)


@pytest.fixture(scope="module")
def measures(sample: Snapshot) -> tuple[Measure, ...]:
    [year] = sample.years
    return sample.measures(year.id)


def lines(items: Items) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from lines(item.items)


def texts(records: tuple[Record, ...]) -> Iterator[str]:
    """Everything a reader of the office's papers would see, one piece at a time."""
    for record in records:
        if isinstance(record, CATALOGUE_KINDS):  # official wordings, with their sources
            continue
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            if field.kind is Kind.ITEMS:
                yield from lines(value)
            elif field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                yield value


def test_the_office_is_named_in_full_and_so_are_its_years(sample: Snapshot) -> None:
    assert sample.office.full_name == AGENCY
    assert sample.office.executive == "นายกเทศมนตรีตำบลศรีสำราญ"
    assert sample.office.place == "อำเภอธารสวรรค์ จังหวัดสุขสวัสดิ์"
    assert [y.action_year for y in sample.of(YearWork)] == [2569]
    assert (sample.years[0].score_year, sample.years[0].assessment_year) == (2568, 2569)


def test_every_record_survives_a_row_of_the_file(records: tuple[Record, ...]) -> None:
    for record in records:
        assert record_of(type(record), row_of(record)) == record


def test_every_link_points_at_a_record_of_its_table(sample: Snapshot) -> None:
    for kind in (Position, Person, Measure, RoundReport, DocumentSetup):
        for record in sample.of(kind):
            for field in fields_of(kind):
                target = getattr(record, field.name) if field.kind is Kind.LINK else ""
                if target:
                    found = sample.find(target)
                    assert found is not None
                    assert field.target == found.TABLE


def test_two_offices_made_from_the_sample_share_no_ids_but_those_of_keys() -> None:
    numbers = count(1)
    first, second = (
        {r.id for r in sample_records(lambda: f"id-{next(numbers)}")} for _ in range(2)
    )
    shared = {type(r) for r in sample_records(lambda: f"x-{next(numbers)}") if r.id in first}
    keyed = {Office, YearWork, DocumentSetup, ScoreYear, Score, IssueAnalysis, *CATALOGUE_KINDS}
    assert shared == keyed
    records = sample_records(lambda: f"y-{next(numbers)}")
    assert len(first & second) == sum(isinstance(one, tuple(keyed)) for one in records)


def test_measures_cover_every_indicator_tool_and_status(measures: tuple[Measure, ...]) -> None:
    assert len(measures) >= 14
    assert {m.tool for m in measures} == set(Tool)
    assert {m.status for m in measures} >= set(Status)
    spoken = [m.indicator.split()[1] for m in measures if m.indicator]
    assert list(dict.fromkeys(spoken)) == ["๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙", "๑๐"]
    assert spoken == sorted(spoken, key=lambda number: int(number))


def test_every_timeline_is_read_and_begins_in_the_action_year(
    measures: tuple[Measure, ...],
) -> None:
    opening, closing = datetime.date(2025, 10, 1), datetime.date(2026, 9, 30)
    for measure in measures:
        assert isinstance(measure.timeline, Timeline), measure.title
        first, last = measure.timeline.first_day(), measure.timeline.last_day()
        assert first is not None
        assert opening <= first <= closing
        assert last is None or last <= closing
    points = [m.timeline.start for m in measures if isinstance(m.timeline, Timeline)]
    assert {p.precision for p in points if p} == set(Precision)
    assert any(isinstance(m.timeline, Timeline) and m.timeline.end is None for m in measures)


def test_every_reference_is_read_and_all_kinds_occur(measures: tuple[Measure, ...]) -> None:
    found = [reference for m in measures for reference in m.references]
    assert all(isinstance(reference, Reference) and reference.year == 2568 for reference in found)
    kinds = {reference.kind for reference in found if isinstance(reference, Reference)}
    assert kinds == set(ReferenceKind)
    assert all(measure.references for measure in measures)


def test_every_kind_of_responsible_party_occurs(measures: tuple[Measure, ...]) -> None:
    kinds = {type(one) for m in measures for one in m.responsible}
    assert kinds == {AllDivisions, DivisionRef, FreeText, OrderRef, PersonRef, PositionRef}


def test_what_cannot_be_done_says_why_and_nothing_else_does(
    measures: tuple[Measure, ...],
) -> None:
    for measure in measures:
        assert bool(measure.status_reason) is (measure.status is Status.CANNOT)


def test_only_the_measure_not_begun_and_one_more_have_no_results(
    measures: tuple[Measure, ...],
) -> None:
    empty = [m.status for m in measures if not m.results]
    assert sorted(empty, key=str) == sorted([None, Status.NOT_STARTED], key=str)
    for measure in measures:
        if measure.results:
            assert measure.guideline and measure.steps and measure.outputs, measure.title
            assert measure.outcomes and measure.recommendations and measure.note, measure.title


def test_at_least_three_cells_are_taller_than_a_page(measures: tuple[Measure, ...]) -> None:
    long = [m for m in measures if sum(len(line) for line in lines(m.results)) >= 1700]
    assert len(long) >= 3
    assert all(len(m.results) >= 8 and any(item.items for item in m.results) for m in long)


def test_the_agency_is_spelt_one_way_throughout(records: tuple[Record, ...]) -> None:
    for text in texts(records):
        for named in re.findall(r"(?:เทศบาลตำบล|เทศมนตรีตำบล)\S*", text):
            assert re.match(r"(?:เทศบาล|เทศมนตรี)ตำบลศรีสำราญ|เทศบาลตำบล$", named), text
        for foreign in ("สำนักงานเทศบาล", "พนักงานส่วนตำบล", "ข้อบัญญัติ", "มาตราการ", "ของกำนัน"):
            assert foreign not in text


def test_thai_text_keeps_to_thai_digits_outside_addresses(records: tuple[Record, ...]) -> None:
    for text in texts(records):
        assert not re.search(r"[0-9]", re.sub(r"[A-Za-z@][\w./@-]*", "", text)), text


def test_a_fiscal_year_is_always_called_by_its_era(records: tuple[Record, ...]) -> None:
    for text in texts(records):
        assert not re.search(r"ปีงบประมาณ\s*[๐-๙]", text), text


def test_no_measure_speaks_of_a_day_that_no_calendar_has_or_after_the_year(
    measures: tuple[Measure, ...],
) -> None:
    found = 0
    for measure in measures:
        for text in [line for items in (measure.results, measure.outputs) for line in lines(items)]:
            for typed in re.findall(r"[๐-๙]{1,2} [ก-๙]{4,10} ๒๕๖[๘-๙]", text):
                day = read_date(typed)
                assert isinstance(day, datetime.date), typed
                assert datetime.date(2025, 10, 1) <= day <= datetime.date(2026, 9, 30), typed
                found += 1
    assert found > 60


def test_the_vacant_clerks_post_is_acted_in_and_signed_for(sample: Snapshot) -> None:
    [clerk] = [p for p in sample.of(Position) if p.title.startswith("ปลัดเทศบาล")]
    people = sample.of(Person)
    assert not [p for p in people if p.position_id == clerk.id]
    [acting] = [p for p in people if any(a.position_id == clerk.id for a in p.acting)]
    [setup] = [one for one in sample.of(DocumentSetup) if one.document == "report"]
    assert (setup.document, setup.cover, setup.number, setup.dated) == ("report", True, "", None)
    signer = next(s for s in setup.signers if s.person_id == acting.id)
    assert (signer.position_id, signer.acting) == (clerk.id, "รักษาราชการแทน")


def test_round_reports_belong_to_rounds_that_ask_for_their_measures(sample: Snapshot) -> None:
    reports = sample.of(RoundReport)
    assert len(reports) >= 12
    for report in reports:
        measure = sample.get(Measure, report.measure_id)
        assert measure is not None
        assert asked_in(measure, report.month)
        assert report.reported is not None


def test_the_first_round_waits_for_two_measures_and_the_last_for_two(sample: Snapshot) -> None:
    half, whole = round_states(sample, sample.years[0], datetime.date(2026, 4, 18))
    assert half.count_words == "รายงานแล้ว ๑๒ จาก ๑๔ มาตรการ"
    assert half.left_words == "เลยกำหนด ๓ วัน"
    missing = {one.name: len(one.missing) for one in half.divisions if one.missing}
    assert missing == {
        "กองคลัง": 1,
        "กองช่าง": 1,
        "กองสาธารณสุขและสิ่งแวดล้อม": 1,
        "กองการศึกษา": 1,
        "กองสวัสดิการสังคม": 1,
        "หน่วยตรวจสอบภายใน": 1,
    }
    assert whole.count_words == "รายงานแล้ว ๑๗ จาก ๑๙ มาตรการ"
