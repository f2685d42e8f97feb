"""What is found about scores, analyses and codes, and where a click on it leads."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from itertools import count

import pytest

from ita_desktop.model.catalogue import catalogue_from
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import (
    CatalogueItem,
    Issue,
    IssueAnalysis,
    Measure,
    Office,
    OwnWording,
    Record,
    Score,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.scoring import TOTAL
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import plain_items
from ita_desktop.session.checking.readiness import Readiness, readiness
from ita_desktop.storage.catalogue import packaged_catalogue
from ita_desktop.storage.sample import sample_records

WORK = YearWork.of(2568)
"""Its scores are those of 2567, of which the lists are complete."""

OFFICE = Office(name="ศรีสำราญ", district="เมือง", province="ศรีสำราญ")
E, W, NOTE = Severity.MUST_MEND, Severity.LOOK_AT, Severity.NOTE


def office(*records: Record, year: int = 2567) -> Snapshot:
    return snapshot_of([OFFICE, WORK, *packaged_catalogue(year), *records])


def typed(year: int = 2567, **scores: str) -> list[Score]:
    return [Score.of(year, code, Decimal(value)) for code, value in scores.items()]


def of_document(document: str, snapshot: Snapshot, work: YearWork = WORK) -> Readiness:
    return next(one for one in readiness(snapshot, work) if one.kind.id == document)


def found(code: str, document: str, snapshot: Snapshot, work: YearWork = WORK) -> list[Finding]:
    return [one for one in of_document(document, snapshot, work).findings if one.code == code]


def measure(**values: object) -> Measure:
    return Measure(id="m", year_id=WORK.id, rank="1", title="มาตรการ", **values)  # type: ignore[arg-type]


# ---- scores


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("100.01", "คะแนน IIT ปี ๒๕๖๗ เป็น ๑๐๐.๐๑: คะแนนต้องอยู่ระหว่าง ๐ ถึง ๑๐๐"),
        ("-1", "ระหว่าง ๐ ถึง ๑๐๐"),
        ("97.003", "เป็น ๙๗.๐๐๓: คะแนนมีทศนิยมได้ไม่เกินสองตำแหน่ง"),
    ],
)
def test_a_number_that_cannot_be_a_score_is_found(value: str, said: str) -> None:
    [one] = found("score-impossible", "scores", office(*typed(IIT=value)))
    assert one.severity is E
    assert said in one.problem
    assert (one.record_id, one.field) == (Score.of(2567, "IIT").id, "value")


def test_a_sum_that_does_not_follow_is_found_where_all_below_it_stands() -> None:
    scores = typed(total="95", IIT="99.49", EIT="90.52", OIT="100")
    [one] = found("score-differs", "scores", office(*scores))
    assert one.severity is E
    assert one.problem == "คะแนนภาพรวม ปี ๒๕๖๗ เป็น ๙๕.๐๐ แต่คำนวณได้ ๙๗.๐๐"
    assert one.record_id == Score.of(2567, TOTAL).id
    assert found("score-differs", "scores", office(*scores[:-1])) == []
    assert found("score-differs", "scores", office(*typed(total="97.01"), *scores[1:])) == []


def test_a_sum_over_a_list_with_gaps_is_only_to_be_looked_at() -> None:
    work = YearWork.of(2569)
    scores = typed(2568, **{"I1": "90", "I2": "90", "I3": "90", "indicator-1": "95"})
    [one] = found("score-differs", "scores", office(*scores, work, year=2568), work)
    assert one.severity is W
    assert "ยังไม่ยืนยันว่าครบ" in one.remedy
    certain = typed(**{"I1": "90", "I2": "90", "I3": "90", "indicator-1": "95"})
    [sure] = found("score-differs", "scores", office(*certain))
    assert sure.severity is E


def test_a_year_that_no_document_prints_is_left_alone() -> None:
    old = typed(2561, total="120")
    newer = [one for year in range(2563, 2568) for one in typed(year, total="80")]
    assert found("score-impossible", "scores", office(*old, *newer)) == []
    assert len(found("score-impossible", "scores", office(*old))) == 1
    assert found("score-impossible", "scores", office(*typed(2568, total="120"))) == []


def test_a_published_level_that_the_scores_do_not_give_is_found() -> None:
    scores = typed(total="96", IIT="96", EIT="96", OIT="96")
    year = ScoreYear.of(2567)
    wrong = dataclasses.replace(year, level="ผ่านดี")
    [one] = found("score-level", "scores", office(*scores, wrong))
    assert one.severity is E
    assert one.problem == "ระดับที่ประกาศปี ๒๕๖๗ คือ “ผ่านดี” แต่คะแนนให้ระดับ ผ่านดีเยี่ยม"
    assert (one.record_id, one.field) == (year.id, "level")
    right = dataclasses.replace(year, level="ระดับผ่านดีเยี่ยม")
    assert found("score-level", "scores", office(*scores, right)) == []
    [other] = found(
        "score-level-unknown", "scores", office(*scores, dataclasses.replace(year, level="AA"))
    )
    assert other.severity is W


def test_the_document_of_scores_says_which_scores_it_lacks() -> None:
    state = of_document("scores", office(*typed(total="97", IIT="99")))
    missing = [one.problem for one in state.findings if one.code == "missing-score"]
    assert "ยังไม่มีคะแนน EIT ของปี ๒๕๖๗" in missing
    assert "ยังไม่มีคะแนนตัวชี้วัดที่ ๘ ของปี ๒๕๖๗" in missing
    assert not any("ภาพรวม" in one for one in missing)
    assert not any(one.code == "no-measures" for one in state.findings)
    assert not state.ready


def own_words(document: str, words: str) -> OwnWording:
    """The office's words in the place of a document's first wording."""
    name = of_document(document, office()).kind.wordings[0].name
    return OwnWording(id=OwnWording.key(name), name=name, words=words)


def test_a_wording_that_names_a_score_needs_it() -> None:
    own = own_words("memo", "ได้ {oit_score} คะแนน")
    told = {one.problem: one for one in found("missing-score", "memo", office(own, *typed(I1="9")))}
    one = told["ยังไม่มีคะแนน OIT ของปี ๒๕๖๗"]
    assert (one.severity, one.record_id, one.field) == (E, Score.of(2567, "OIT").id, "value")
    assert told["ยังไม่มีระดับผลการประเมินของปี ๒๕๖๗"].field == "level"
    assert not found("missing-score", "cover", office(own, *typed(I1="9")))


@pytest.mark.parametrize("document", ["scores", "memo"])
def test_a_year_without_any_score_says_so_once(document: str) -> None:
    own = own_words(document, "{total_score} {eit_score} {level}")
    state = of_document(document, office(own))
    told = [one.problem for one in state.findings if "คะแนน" in one.problem]
    assert told == ["ยังไม่มีคะแนนของปี ๒๕๖๗"]


# ---- analyses


def test_an_analysis_lacks_what_is_not_written() -> None:
    begun = dataclasses.replace(IssueAnalysis.of(WORK.id, 1), finding="พบว่า")
    state = of_document("analysis", office(begun))
    wrong = [one for one in state.findings if one.severity is E]
    assert [(one.code, one.field) for one in wrong[:2]] == [
        ("missing-urgency", "urgency"),
        ("missing-advice", "advice"),
    ]
    assert {one.record_id for one in wrong[:2]} == {begun.id}
    assert [one.code for one in wrong[2:]] == ["no-analysis"] * 6
    assert wrong[2].problem == "ยังไม่ได้วิเคราะห์ประเด็นที่ ๒ การให้บริการและระบบ E-Service"
    assert wrong[2].record_id == IssueAnalysis.of(WORK.id, 2).id


def test_a_year_that_nobody_has_analysed_says_so_once() -> None:
    [one] = [one for one in of_document("analysis", office()).findings if one.severity is E]
    assert one.problem == "ยังไม่ได้วิเคราะห์ผลของปี ๒๕๖๗ ทั้ง ๗ ประเด็น"
    assert (one.record_id, one.field) == (IssueAnalysis.of(WORK.id, 1).id, "urgency")


def test_a_year_without_issues_cannot_be_analysed() -> None:
    work = YearWork.of(2567)
    [one] = found("no-issues", "analysis", office(work, year=2566), work)
    assert (one.severity, one.problem) == (E, "ยังไม่มีประเด็นการวิเคราะห์ของปี ๒๕๖๖")


def named(*codes: str) -> IssueAnalysis:
    lowest = read_references(", ".join(codes), 2567).values
    return dataclasses.replace(IssueAnalysis.of(WORK.id, 3), lowest=lowest)


def test_what_is_named_as_the_lowest_must_be_the_lowest() -> None:
    scores = typed(E4="96.19", E5="96.19", E6="96.67")
    [one] = found("wrong-lowest", "analysis", office(*scores, named("E6")))
    assert one.severity is E
    assert one.problem == "ข้อที่ได้คะแนนน้อยที่สุดของประเด็นที่ ๓ คือ E4 และ E5 ไม่ใช่ E6"
    assert (one.record_id, one.field) == (IssueAnalysis.of(WORK.id, 3).id, "lowest")


def test_a_tie_must_be_named_whole() -> None:
    scores = typed(E4="96.19", E5="96.19", E6="96.67")
    [one] = found("tie-not-named", "analysis", office(*scores, named("E4")))
    assert one.problem.endswith("เท่ากัน แต่ยังไม่ได้ระบุ E5")
    assert found("tie-not-named", "analysis", office(*scores, named("E4", "E5"))) == []
    assert found("wrong-lowest", "analysis", office(*scores, named("E5", "E4"))) == []
    assert found("wrong-lowest", "analysis", office(named("E6"))) == []


def test_an_issue_below_target_without_a_measure_is_pointed_at() -> None:
    scores = typed(E9="28.57", I1="99")
    other = measure(issue="กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ")
    [one] = found("issue-without-measure", "plan", office(*scores, other))
    assert one.severity is W
    assert "ประเด็นที่ ๒" in one.problem
    assert "E9 ได้ ๒๘.๕๗" in one.problem
    assert one.record_id == IssueAnalysis.of(WORK.id, 2).id
    for taking in (
        measure(issue="การให้บริการและระบบ  E-Service"),
        measure(references=read_references("E9", 2567).values),
    ):
        assert found("issue-without-measure", "plan", office(*scores, taking)) == []


def test_an_indicator_below_target_without_a_measure_is_pointed_at() -> None:
    scores = typed(**{"indicator-8": "75.08", "indicator-1": "85"})
    [one] = found("indicator-without-measure", "plan", office(*scores, measure()))
    assert one.problem == ("ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน ได้ ๗๕.๐๘ ต่ำกว่าเป้าหมาย ๘๕ แต่ยังไม่มีมาตรการ")
    for taking in (
        measure(indicator="ตัวชี้วัดที่ ๘"),
        measure(indicator="การปรับปรุงการทำงาน"),
        measure(references=read_references("ตัวชี้วัด 8.1", 2567).values),
        measure(references=read_references("E7", 2567).values),
    ):
        assert found("indicator-without-measure", "plan", office(*scores, taking)) == []


def test_a_measure_of_the_issue_of_its_questions_takes_an_indicator_up() -> None:
    of_issue = measure(issue="การให้บริการและระบบ E-Service")
    low = {"indicator-8": "60", "E7": "0", "E8": "90", "E9": "28.57"}
    assert found("indicator-without-measure", "plan", office(*typed(**low), of_issue)) == []
    elsewhere = typed(**{"indicator-7": "60", "E4": "0"})
    assert len(found("indicator-without-measure", "plan", office(*elsewhere, of_issue))) == 1


def test_codes_of_an_issue_that_cannot_be_read_are_told() -> None:
    issue = catalogue_from(packaged_catalogue(2567), 2567).issues[0]
    damaged = dataclasses.replace(issue, codes=read_references("17, ○15", 2567).values)
    told = found("unread-reference", "analysis", office(damaged))
    assert [(one.record_id, one.field) for one in told] == [(issue.id, "codes")] * 2


# ---- codes


def test_a_code_that_a_whole_list_does_not_have_is_wrong() -> None:
    wrong = measure(references=read_references("O36, O34", 2567).values)
    [one] = found("unknown-code", "report", office(wrong))
    assert (one.severity, one.problem) == (E, "ไม่มีข้อ O36 ในบัญชี ITA ปี ๒๕๖๗")
    assert (one.record_id, one.field) == ("m", "references")
    later = measure(references=read_references("O36", 2568).values)
    gaps = office(later, *packaged_catalogue(2568))
    assert found("unknown-code", "report", gaps) == []


def test_codes_in_the_texts_of_an_analysis_are_held_against_the_list() -> None:
    written = dataclasses.replace(
        IssueAnalysis.of(WORK.id, 3), advice="ปรับปรุง (อ้างอิงจาก o๓๖ และ O5) ทาง www.o99.go.th"
    )
    [one] = found("unknown-code", "analysis", office(written))
    assert "O36" in one.problem
    assert (one.record_id, one.field) == (written.id, "advice")


def test_a_code_in_two_issues_and_one_in_none_are_found() -> None:
    catalogue = catalogue_from(packaged_catalogue(2567), 2567)
    first, second = catalogue.issues[:2]
    doubled = dataclasses.replace(second, codes=(*second.codes, first.codes[0]))
    [one] = found("code-in-two-issues", "analysis", office(doubled))
    assert one.problem == "ข้อ I1 อยู่ทั้งในประเด็นที่ ๑ และประเด็นที่ ๒"
    assert (one.record_id, one.field) == (second.id, "codes")
    fewer = dataclasses.replace(first, codes=first.codes[2:])
    [left] = found("codes-without-issue", "analysis", office(fewer))
    assert left.severity is NOTE
    assert left.problem == "ยังไม่อยู่ในประเด็นใดของปี ๒๕๖๗: I1 และ I2"


def test_two_codes_of_one_wording_are_found() -> None:
    [one] = found("same-wording", "analysis", office())
    assert one.problem == "ข้อ E7 กับ E8 ปี ๒๕๖๗ ข้อความเหมือนกัน"
    assert (one.record_id, one.field) == (CatalogueItem.key(2567, "E8"), "words")


def test_an_issue_that_names_no_such_code_is_found() -> None:
    wrong = Issue(
        id=Issue.key(2567, 8),
        year=2567,
        number=8,
        title="อื่น",
        codes=read_references("I16", 2567).values,
    )
    [one] = found("unknown-code", "analysis", office(wrong))
    assert (one.record_id, one.field) == (wrong.id, "codes")


# ---- changes stated


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("ตัวชี้วัดที่ ๕ คะแนนเฉลี่ยเพิ่มขึ้นจากปีที่ผ่านมา ๙.๕๖ คะแนน", True),
        ("ตัวชี้วัดที่ ๕ คะแนนเฉลี่ยเพิ่มขึ้นจากปีที่ผ่านมา ๓.๓๙ คะแนน", False),
        ("ตัวชี้วัดที่ 5 ลดลง 3.39 คะแนน", True),
        ("คะแนนภาพรวม สูงขึ้นจากปี พ.ศ. ๒๕๖๖ จำนวน 2 คะแนน", False),
        ("คะแนนภาพรวม สูงขึ้นจากปี พ.ศ. ๒๕๖๖ จำนวน 4 คะแนน", True),
        ("แบบวัด OIT ลดลง ๑๐ คะแนน", False),
        ("ผู้ใช้บริการเพิ่มขึ้น ๒๐ คน", False),
        ("คะแนนความพึงพอใจเพิ่มขึ้น ๒๐ คะแนน", False),
        ("ตัวชี้วัดที่ ๖ เพิ่มขึ้น ๑ คะแนน", False),
    ],
)
def test_a_stated_change_is_held_against_the_two_years(text: str, wrong: bool) -> None:
    scores = [
        *typed(2566, **{"indicator-5": "90.00", "total": "80", "OIT": "90"}),
        *typed(2567, **{"indicator-5": "93.39", "total": "82", "OIT": "80", "indicator-6": "9"}),
    ]
    snapshot = office(*scores, measure(outcomes=plain_items(text)))
    got = found("stated-change", "report", snapshot)
    assert bool(got) is wrong
    if got:
        assert (got[0].severity, got[0].record_id, got[0].field) == (W, "m", "outcomes")


def test_a_change_may_be_that_of_the_year_of_the_action() -> None:
    scores = [
        *typed(2566, total="80"),
        *typed(2567, total="82"),
        *typed(2568, total="85.5"),
    ]
    said = measure(outcomes=plain_items("คะแนนภาพรวมเพิ่มขึ้น ๓.๕ คะแนน"))
    assert found("stated-change", "report", office(*scores, said)) == []


# ---- the sample


def test_the_scores_and_analyses_of_the_sample_office_are_in_order() -> None:
    numbers = count(1)
    sample = snapshot_of(sample_records(lambda: f"id-{next(numbers)}"))
    states = {one.kind.id: one for one in readiness(sample, sample.years[0])}
    assert [one.code for one in states["scores"].findings] == []
    assert {one.code for one in states["analysis"].findings} == {"same-wording"}
