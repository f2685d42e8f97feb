"""Analyses that say too little, name the wrong question, or lead to no measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from ita_desktop.checks.measures.completeness import is_empty
from ita_desktop.checks.measures.readings import unread_references
from ita_desktop.checks.noting import noted
from ita_desktop.checks.same import Same
from ita_desktop.checks.scores.catalogue import codes_in
from ita_desktop.model.analyses import analysis_of, named_lowest, questions_of
from ita_desktop.model.catalogue import item_codes
from ita_desktop.model.fields import fields_of
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.records import (
    Indicator,
    Issue,
    IssueAnalysis,
    Measure,
    Score,
    YearWork,
)
from ita_desktop.model.references import Reference, ReferenceKind, format_reference
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import TARGET, Scores, indicator_code
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.lists import joined
from ita_desktop.thai.text import fold

ANALYSIS_NEEDS = "analysis"
_CODES = (
    r"[IEOieo] ?[0-9๐-๙]{1,2}(?![0-9๐-๙])(?:\s*(?:และ|กับ|,)\s*(?:ข้อ\s*)?[IEOieo] ?[0-9๐-๙]{1,2})*"
)
_LEAST = r"(?:คะแนน)?(?:เฉลี่ย)?(?:น้อย|ต่ำ)(?:ที่)?สุด"
_LOWEST = re.compile(
    rf"{_CODES}\s*(?:เป็นข้อที่|ซึ่ง|ที่)?(?:ได้รับ|ได้|มี)?{_LEAST}"
    rf"|(?:ได้|มี)?{_LEAST}\s*(?:ได้แก่|คือ)\s*(?:ข้อ\s*)?{_CODES}"
)
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*([0-9]{1,2})(?![0-9.])")


def analysis_findings(snapshot: Snapshot, year: YearWork, scores: Scores) -> tuple[Finding, ...]:
    """What the analyses of the year of the scores still lack, and where they are wrong."""
    issues = scores.catalogue.issues
    if not issues:
        return (
            noted(
                Severity.MUST_MEND,
                "no-issues",
                f"ยังไม่มีประเด็นการวิเคราะห์ของปี {year.score_year}",
                "เลือกประเด็นในหน้าวิเคราะห์ผล",
            ),
        )
    held = [(issue, analysis_of(snapshot, year.id, issue)) for issue in issues]
    begun = [one for issue, one in held if one != IssueAnalysis.of(year.id, issue.number)]
    if not begun:
        first = IssueAnalysis.of(year.id, issues[0].number)
        told = f"ยังไม่ได้วิเคราะห์ผลของปี {year.score_year} ทั้ง {len(issues)} ประเด็น"
        return (_not_begun(told, first),)
    found: list[Finding] = []
    for issue, analysis in held:
        if analysis in begun:
            found += (*missing_in(analysis, issue), *lowest_findings(analysis, issue, scores))
        else:
            told = f"ยังไม่ได้วิเคราะห์ประเด็นที่ {issue.number} {issue.title}"
            found.append(_not_begun(told, analysis))
    return tuple(found)


def _not_begun(problem: str, analysis: IssueAnalysis) -> Finding:
    remedy = "กรอกในหน้าวิเคราะห์ผล มีถ้อยคำเสนอให้แทรก"
    return noted(Severity.MUST_MEND, "no-analysis", problem, remedy, analysis.id, "urgency")


def missing_in(analysis: IssueAnalysis, issue: Issue) -> Iterator[Finding]:
    """Empty fields of the analysis of one issue, in form order."""
    for field in fields_of(IssueAnalysis):
        if ANALYSIS_NEEDS in field.needed and is_empty(field, getattr(analysis, field.name)):
            yield noted(
                Severity.MUST_MEND,
                f"missing-{field.name}",
                f"ยังไม่มี{field.label}",
                f"กรอก{field.label}ของประเด็นที่ {issue.number} “{issue.title}”",
                analysis.id,
                field.name,
            )


def lowest_findings(analysis: IssueAnalysis, issue: Issue, scores: Scores) -> Iterator[Finding]:
    """Where the clerk names as the lowest what is not, or not every one that is."""
    yield from unread_references(analysis.lowest, analysis.id, "lowest", scores.year)
    yield from _said_lowest(analysis, issue, scores)
    named = set(named_lowest(analysis))
    lowest = scores.lowest(questions_of(issue))
    known = {code for code in named if scores.value(code) is not None}
    if not named or not lowest or not known:
        return
    told = f"ข้อที่ได้คะแนนน้อยที่สุดของประเด็นที่ {issue.number} คือ {joined(lowest)}"
    remedy = "เว้นช่องนี้ว่างไว้ โปรแกรมจะหาจากคะแนนให้"
    if wrong := sorted(known - set(lowest)):
        yield noted(
            Severity.MUST_MEND,
            "wrong-lowest",
            f"{told} ไม่ใช่ {joined(wrong)}",
            remedy,
            analysis.id,
            "lowest",
        )
    elif left := [code for code in lowest if code not in named]:
        yield noted(
            Severity.MUST_MEND,
            "tie-not-named",
            f"{told} เท่ากัน แต่ยังไม่ได้ระบุ {joined(left)}",
            remedy,
            analysis.id,
            "lowest",
        )


def _said_lowest(analysis: IssueAnalysis, issue: Issue, scores: Scores) -> Iterator[Finding]:
    """Where a text calls a question of the issue the lowest, and it is not."""
    questions = set(questions_of(issue))
    lowest = scores.lowest(questions_of(issue))
    for field in ("finding", "advice"):
        text = getattr(analysis, field)
        for said in _LOWEST.finditer(text):
            codes = {one for one in codes_in(said[0]) if one in questions}
            wrong = sorted(one for one in codes - set(lowest) if scores.value(one) is not None)
            if lowest and wrong:
                yield noted(
                    Severity.MUST_MEND,
                    "wrong-lowest",
                    f"ข้อที่ได้คะแนนน้อยที่สุดของประเด็นที่ {issue.number} คือ {joined(lowest)}"
                    f" ไม่ใช่ {joined(wrong)}",
                    "แก้ข้อความให้ตรงกับคะแนน",
                    analysis.id,
                    field,
                    spot=Spot(text, *said.span()),
                )


def without_measure(snapshot: Snapshot, year: YearWork, scores: Scores) -> tuple[Finding, ...]:
    """Issues and indicators below the target that none of the year's measures takes up."""
    measures = snapshot.measures(year.id)
    if not measures:
        return ()  # that there is no measure at all is found elsewhere
    return (
        *_issues_without(snapshot, year, scores, measures),
        *_indicators_without(scores, measures),
    )


def issues_without(
    scores: Scores, measures: Sequence[Measure], target: Decimal = TARGET
) -> Iterator[tuple[Issue, dict[str, Decimal]]]:
    """The issues that none of the measures takes up, each with its scores below the target by
    their codes."""
    for issue in scores.catalogue.issues:
        values = {code: scores.value(code) for code in item_codes(issue)}
        low = {code: one for code, one in values.items() if one is not None and one < target}
        if low and not any(_takes_up_issue(one, issue, set(low)) for one in measures):
            yield issue, low


def indicators_without(
    scores: Scores, measures: Sequence[Measure], target: Decimal = TARGET
) -> Iterator[tuple[Indicator, Decimal]]:
    """The indicators below the target that none of the measures takes up, with their scores.

    An indicator is taken up too by measures of the issues to which its low questions belong.
    """
    by_issue = {
        code
        for issue in scores.catalogue.issues
        if any(fold(one.issue) == fold(issue.title) for one in measures)
        for code in item_codes(issue)
    }
    for indicator in scores.catalogue.indicators:
        value = scores.value(indicator_code(indicator.number))
        if value is None or value >= target:
            continue
        questions = {one.code for one in scores.catalogue.questions(indicator.number)}
        values = {code: scores.value(code) for code in questions}
        low = {code for code, one in values.items() if one is not None and one < target}
        if questions and (low or questions) <= by_issue:
            continue
        if not any(takes_up_indicator(one, indicator, questions) for one in measures):
            yield indicator, value


def _issues_without(
    snapshot: Snapshot, year: YearWork, scores: Scores, measures: tuple[Measure, ...]
) -> Iterator[Finding]:
    for issue, low in issues_without(scores, measures):
        code = min(low, key=lambda one: low[one])
        yield noted(
            Severity.LOOK_AT,
            "issue-without-measure",
            f"ประเด็นที่ {issue.number} มีข้อที่ต่ำกว่าเป้าหมาย {TARGET} ({_low(code, low[code])})"
            " แต่ยังไม่มีมาตรการ",
            "สร้างมาตรการจากหน้าวิเคราะห์ผล",
            analysis_of(snapshot, year.id, issue).id,
        )


def _indicators_without(scores: Scores, measures: tuple[Measure, ...]) -> Iterator[Finding]:
    for indicator, value in indicators_without(scores, measures):
        yield noted(
            Severity.LOOK_AT,
            "indicator-without-measure",
            f"{indicator.full_name} ได้ {score_words(value)} ต่ำกว่าเป้าหมาย {TARGET} แต่ยังไม่มีมาตรการ",
            "เพิ่มมาตรการของตัวชี้วัดนี้",
            Score.of(scores.year, indicator_code(indicator.number)).id,
            "value",
        )


def _takes_up_issue(measure: Measure, issue: Issue, low: set[str]) -> bool:
    return fold(measure.issue) == fold(issue.title) or bool(codes_of(measure) & low)


def takes_up_indicator(measure: Measure, indicator: Indicator, questions: set[str]) -> bool:
    """Whether a measure is of an indicator: by its words, or by a code, ``questions`` being those
    of the indicator."""
    numbers, said = _indicators_of(Same(measure))
    name = indicator.name
    if indicator.number in numbers or (name and fold(name) in said):
        return True
    return not questions.isdisjoint(codes_of(measure))


@lru_cache(maxsize=4096)
def _indicators_of(same: Same[Measure]) -> tuple[frozenset[int], str]:
    """The indicators a measure names by number, and what it says in that field, folded."""
    said = fold(same.record.indicator)
    typed = [int(one) for one in _INDICATOR.findall(said)]
    referred = [
        int(one.number.split(".")[0])
        for one in same.record.references
        if isinstance(one, Reference)
        and one.kind in (ReferenceKind.INDICATOR, ReferenceKind.SUBINDICATOR)
    ]
    return frozenset((*typed, *referred)), said


def codes_of(measure: Measure) -> frozenset[str]:
    """The codes a measure refers to."""
    return _codes_of(Same(measure))


@lru_cache(maxsize=4096)
def _codes_of(same: Same[Measure]) -> frozenset[str]:
    held = same.record.references
    return frozenset(format_reference(one) for one in held if isinstance(one, Reference))


def _low(code: str, value: Decimal | None) -> str:
    return f"{code} ได้ {score_words(value)}" if value is not None else code
