"""Required elements of the year's item: which fields prove them, and what is said where not."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from ita_desktop.checks.papers.required_elements import (
    PROOFS,
    UNCONFIRMED,
    ElementState,
    element_states,
)
from ita_desktop.documents.build import context_of, kind_of
from ita_desktop.model.findings import Severity
from ita_desktop.model.layouts import LayoutColumn
from ita_desktop.model.records import (
    CatalogueYear,
    DocumentSetup,
    Issue,
    IssueAnalysis,
    LeftFinding,
    Measure,
    OwnLayout,
    Record,
    RequiredElement,
    RoundReport,
    Score,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import PaperKind, Status, plain_items
from ita_desktop.session.checking.boards import Board, Standing, boards
from ita_desktop.session.checking.readiness import Readiness, readiness
from ita_desktop.storage.catalogue import packaged_catalogue, packaged_years
from ita_desktop.storage.sample import sample_records

YEAR = YearWork.of(2569)
HEAD = CatalogueYear(
    id=CatalogueYear.key(2569), year=2569, plan_item="O25", report_item="O26", certain=True
)
DONE = Measure(
    id="m1",
    year_id=YEAR.id,
    rank="1",
    title="จัดทำทะเบียนคุมทรัพย์สิน",
    status=Status.DONE,
    results=plain_items("จัดทำทะเบียนแล้ว ๑ เล่ม"),
    outcomes=plain_items("ตรวจสอบทรัพย์สินได้ทุกรายการ"),
)


def element(paper: PaperKind, slug: str, *, certain: bool = False) -> RequiredElement:
    return RequiredElement(
        id=RequiredElement.key(2569, paper, slug),
        year=2569,
        slug=slug,
        paper=paper,
        words=f"องค์ประกอบ {slug}",
        source="คู่มือการประเมิน" if certain else "หัวข้อในเอกสารที่เผยแพร่",
        certain=certain,
    )


COLUMN = LayoutColumn("title", "มาตรการ")
OUTCOMES = element(PaperKind.REPORT, "outcomes")
ANALYSIS = element(PaperKind.PLAN, "analysis", certain=True)


def state(document: str, *records: Record) -> ElementState:
    snapshot = snapshot_of((YEAR, HEAD, *records))
    kind = kind_of(document)
    [found] = element_states(context_of(snapshot, YEAR, kind), kind)
    return found


def ready(document: str, *records: Record) -> Readiness:
    snapshot = snapshot_of((YEAR, HEAD, *records))
    return next(one for one in readiness(snapshot, YEAR) if one.kind.id == document)


def board(document: str, *records: Record) -> Board:
    snapshot = snapshot_of((YEAR, HEAD, *records))
    found = boards(snapshot, YEAR, readiness(snapshot, YEAR))
    return next(one for one in found if one.readiness.kind.id == document)


@pytest.mark.parametrize("year", packaged_years())
def test_every_element_that_ships_is_proven_by_something(year: int) -> None:
    elements = [one for one in packaged_catalogue(year) if isinstance(one, RequiredElement)]
    assert elements
    assert {(one.paper, one.slug) for one in elements} <= set(PROOFS)


def test_an_outcome_that_the_report_lacks_is_an_error_that_says_why() -> None:
    lacking = dataclasses.replace(DONE, outcomes=())
    found = [one for one in ready("report", OUTCOMES, lacking).findings if one.field == "outcomes"]
    assert [(one.code, one.severity, one.record_id) for one in found] == [
        ("missing-outcomes", Severity.MUST_MEND, "m1")
    ]
    assert "ข้อ O26 กำหนดให้มี" in found[0].remedy and UNCONFIRMED in found[0].remedy
    confirmed = dataclasses.replace(OUTCOMES, certain=True)
    again = {one.code: one.remedy for one in ready("report", confirmed, lacking).findings}
    assert UNCONFIRMED not in again["missing-outcomes"]
    assert "missing-outcomes" not in {one.code for one in ready("report", lacking).findings}


def test_outputs_do_as_well_and_what_was_not_done_has_no_outcome() -> None:
    outputs = dataclasses.replace(DONE, outcomes=(), outputs=plain_items("ทะเบียน ๑ เล่ม"))
    cannot = dataclasses.replace(
        DONE, id="m2", outcomes=(), status=Status.CANNOT, status_reason="ไม่มีงบประมาณ"
    )
    found = state("report", OUTCOMES, outputs, cannot)
    assert (found.missing, found.held, found.wanted) == ((), 2, 2)


def test_while_nothing_was_reported_only_that_is_asked_for() -> None:
    fresh = dataclasses.replace(DONE, results=(), outcomes=())
    found = state("report", OUTCOMES, DONE, dataclasses.replace(fresh, id="m2"))
    assert [one.code for one in found.missing] == ["missing-results"]
    codes = [one.code for one in ready("report", OUTCOMES, fresh).findings]
    assert codes.count("missing-results") == 1 and "missing-outcomes" not in codes


def test_a_table_without_the_column_lacks_the_element() -> None:
    layout = OwnLayout(
        id="l",
        rank="1",
        title="แบบย่อ",
        document="report",
        columns=(LayoutColumn("title", "มาตรการ"),),
    )
    setup = dataclasses.replace(DocumentSetup.of(YEAR.id, "report"), layout="l")
    [found] = state("report", OUTCOMES, DONE, layout, setup).missing
    assert (found.code, found.record_id, found.field) == ("element-not-printed", setup.id, "layout")
    assert found in ready("report", OUTCOMES, DONE, layout, setup).findings


def test_what_was_left_with_a_reason_is_said_to_be_on_the_board() -> None:
    layout = OwnLayout(id="l", rank="1", title="ย่อ", document="report", columns=(COLUMN,))
    setup = dataclasses.replace(DocumentSetup.of(YEAR.id, "report"), layout="l")
    [found] = state("report", OUTCOMES, DONE, layout, setup).missing
    key = LeftFinding.key(found.code, found.record_id, found.field, found.problem)
    left = LeftFinding(
        id=key, rule=found.code, about_id=found.record_id, field=found.field, problem=found.problem
    )
    line = board("report", OUTCOMES, DONE, layout, setup, left).lines[0]
    assert (line.standing, line.findings) == (Standing.NOTE, ())
    assert "ปล่อยไว้" in line.told


def test_in_a_round_the_report_of_the_round_is_asked_for() -> None:
    setup = dataclasses.replace(DocumentSetup.of(YEAR.id, "report"), round=6)
    report = RoundReport(
        id=RoundReport.key("m1", 6),
        measure_id="m1",
        month=6,
        status=Status.DONE,
        results=plain_items("จัดทำแล้วครึ่งหนึ่ง"),
    )
    [found] = state("report", OUTCOMES, DONE, setup, report).missing
    assert (found.record_id, found.field) == (report.id, "outcomes")
    assert found in ready("report", OUTCOMES, DONE, setup, report).findings


def test_the_plan_needs_the_analysis_of_every_issue() -> None:
    issues = [
        Issue(id=Issue.key(2568, number), year=2568, number=number, title=f"ประเด็น {number}",
              codes=read_references(f"I{number}", 2568).values)
        for number in (1, 2)
    ]  # fmt: skip
    found = state("plan", ANALYSIS, *issues)
    assert [one.code for one in found.missing] == ["no-analysis"]
    assert (found.held, found.wanted) == (0, 2)
    begun = dataclasses.replace(IssueAnalysis.of(YEAR.id, 1), finding="พบว่า", advice="ควร")
    found = state("plan", ANALYSIS, *issues, begun)
    assert [one.code for one in found.missing] == ["missing-urgency", "no-analysis"]
    plan = ready("plan", ANALYSIS, *issues, begun)
    assert set(found.missing) <= set(plan.findings)
    by_issue = element(PaperKind.PLAN, "by-issue")
    codes = [one.code for one in state("plan", by_issue, *issues, begun).missing]
    assert codes.count("no-scores") == 1
    scored = Score.of(2568, "I1", Decimal(90))
    missing = state("plan", by_issue, *issues, begun, scored).missing
    [one] = [one for one in missing if one.code == "missing-score"]
    assert one.problem == "ประเด็นที่ ๒ ยังไม่มีคะแนนของข้อ I2"


def test_an_element_of_the_offices_own_is_left_to_a_person() -> None:
    own = element(PaperKind.REPORT, "photographs", certain=True)
    assert not state("report", own, DONE).checked
    [line] = [one for one in board("report", own, DONE).lines if one.item]
    assert (line.standing, line.findings) == (Standing.ASK, ())
    assert "ด้วยตนเอง" in line.told


def test_the_board_counts_tells_the_source_and_agrees_with_readiness() -> None:
    lacking = dataclasses.replace(DONE, id="m2", outcomes=())
    found = board("report", OUTCOMES, DONE, lacking)
    line = found.lines[0]
    assert (line.words, line.item, line.standing) == (OUTCOMES.words, "O26", Standing.MISSING)
    assert line.told == "มีแล้ว ๑ จาก ๒ มาตรการ"
    assert line.source == "หัวข้อในเอกสารที่เผยแพร่ ยังไม่ได้ตรวจกับคู่มือ"
    told = [finding for one in found.lines for finding in one.findings]
    assert len(told) == len(set(told))
    assert set(told) == set(found.readiness.findings)


def test_the_sample_is_ready_but_for_its_report() -> None:
    ids = iter(range(100_000))
    snapshot = snapshot_of(sample_records(lambda: f"s{next(ids)}"))
    [year] = snapshot.years
    for one in boards(snapshot, year, readiness(snapshot, year)):
        missing = [line for line in one.lines if line.standing is Standing.MISSING]
        assert bool(missing) is not one.readiness.ready, one.readiness.kind.id
        if one.readiness.kind.id not in ("report", "bundle"):
            assert one.readiness.words in ("พร้อม", "พร้อมลงนาม")
