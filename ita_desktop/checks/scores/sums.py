"""Scores that cannot be: out of range, not following from others, a level they do not give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ita_desktop.checks.noting import noted
from ita_desktop.documents.build import context_of
from ita_desktop.documents.catalog.scores import YEARS_SHOWN
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.wordings import named_fields
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Score, ScoreYear, YearWork
from ita_desktop.model.score_names import indicator_of, score_name
from ita_desktop.model.score_reading import score_problem, score_words
from ita_desktop.model.scoring import (
    PARTS,
    TOTAL,
    Scores,
    indicator_code,
    part_code,
    scores_by_year,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool
from ita_desktop.thai.text import fold

_SCORE_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "total_score": TOTAL,
        "iit_score": Tool.IIT.value,
        "eit_score": Tool.EIT.value,
        "oit_score": Tool.OIT.value,
    }
)
"""Fields of wordings that a score fills, and its code."""

_PUBLISHED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"rank": ("place", "ลำดับที่ของหน่วยงาน"), "rank_among": ("place_among", "กลุ่มที่จัดลำดับ")}
)
"""Fields of wordings that what was published fills: the field of ScoreYear, and its name."""


def score_findings(
    snapshot: Snapshot, year: YearWork, known: Mapping[int, Scores] | None = None
) -> tuple[Finding, ...]:
    """What is wrong with the scores that the documents of a year's work print; ``known`` are the
    scores of every year where they have been put together already."""
    held = known if known is not None else scores_by_year(snapshot)
    shown = sorted(one for one in held if one <= year.score_year)[-YEARS_SHOWN:]
    found: list[Finding] = []
    for one in reversed(shown):
        found += (*_values(held[one]), *_sums(held[one]), *_level(snapshot, held[one]))
    return tuple(found)


def _values(scores: Scores) -> Iterator[Finding]:
    for code, value in scores.typed.items():
        if problem := score_problem(value):
            yield noted(
                Severity.MUST_MEND,
                "score-impossible",
                f"{_name(code, scores)} เป็น {score_words(value)}: {problem}",
                "แก้คะแนนให้ตรงกับผลที่ประกาศ",
                Score.of(scores.year, code).id,
                "value",
            )


def _sums(scores: Scores) -> Iterator[Finding]:
    """Indicators, parts, tools and the whole that do not follow from what stands below them."""
    for code, typed in scores.typed.items():
        wanted = scores.differs(code)
        if wanted is None:
            continue
        unsure = _unsure(scores, code)
        yield noted(
            Severity.LOOK_AT if unsure else Severity.MUST_MEND,
            "score-differs",
            f"{_name(code, scores)} เป็น {score_words(typed)} แต่คำนวณได้ {score_words(wanted)}",
            "ตรวจคะแนนกับรายการข้อคำถามในบัญชี ITA ซึ่งยังไม่ยืนยันว่าครบ"
            if unsure
            else "ตรวจคะแนนข้อนี้และคะแนนที่นำมาคำนวณ",
            Score.of(scores.year, code).id,
            "value",
        )


def _unsure(scores: Scores, code: str) -> bool:
    """Whether what was computed rests on a list of questions that may have gaps."""
    catalogue = scores.catalogue
    number = indicator_of(code)
    if number:
        indicator = catalogue.indicator(number)
        tool = indicator.tool if indicator else None
        if tool is None or tool is Tool.OIT:
            return False
        first = indicator_code(number, 1)
        if tool is Tool.EIT and code != first and first in scores.typed:
            return False
        return not catalogue.complete(tool)
    below = [one for one in _below(scores, code) if one not in scores.typed]
    return any(_unsure(scores, one) for one in below)


def _below(scores: Scores, code: str) -> list[str]:
    """The codes a tool, a part of the EIT or the whole follows from."""
    catalogue = scores.catalogue
    for part in PARTS:
        if code == part_code(part):
            return [indicator_code(one.number, part) for one in catalogue.indicators_of(Tool.EIT)]
    for tool in Tool:
        if code == tool.value:
            return [indicator_code(one.number) for one in catalogue.indicators_of(tool)]
    return [tool.value for tool in Tool] if code == TOTAL else []


def _level(snapshot: Snapshot, scores: Scores) -> Iterator[Finding]:
    published = snapshot.get(ScoreYear, ScoreYear.of(scores.year).id)
    if published is None or not published.level.strip():
        return
    said = fold(published.level)
    names = [one.name for one in scores.catalogue.levels if fold(one.name) in said]
    level = scores.level()
    if scores.catalogue.levels and not names:
        known = " ".join(one.name for one in scores.catalogue.levels)
        yield noted(
            Severity.LOOK_AT,
            "score-level-unknown",
            f"“{published.level}” ไม่ใช่ระดับผลการประเมินของปี {scores.year}",
            f"ระดับของปีนี้มี {known}",
            published.id,
            "level",
        )
    elif level is not None and names and max(names, key=len) != level.name:
        yield noted(
            Severity.MUST_MEND if level.certain else Severity.LOOK_AT,
            "score-level",
            f"ระดับที่ประกาศปี {scores.year} คือ “{published.level}” แต่คะแนนให้ระดับ {level.name}",
            "ตรวจระดับที่พิมพ์ไว้กับคะแนน",
            published.id,
            "level",
        )


def missing_for_wordings(
    snapshot: Snapshot, year: YearWork, kind: DocumentKind, scores: Scores
) -> tuple[Finding, ...]:
    """Scores that the wordings of a document name and that are not there."""
    context = context_of(snapshot, year, kind)
    named = {
        name
        for one in kind.wordings
        if one.printed(context.setup)
        for name in named_fields(context.template(one.name))
    }
    fresh = ScoreYear.of(year.score_year)
    held = snapshot.get(ScoreYear, fresh.id) or fresh
    codes = [code for name, code in _SCORE_FIELDS.items() if name in named]
    found = [*_without(scores, codes)]
    no_level = not held.level and scores.level() is None
    if "level" in named and no_level and not scores.typed:
        found = [no_scores(scores)]
    elif "level" in named and no_level:
        found.append(_missing("ระดับผลการประเมิน", scores.year, held.id, "level"))
    for name, (field, label) in _PUBLISHED.items():
        if name in named and not getattr(held, field):
            found.append(_missing(label, scores.year, held.id, field, Severity.LOOK_AT))
    return tuple(found)


def missing_scores(scores: Scores) -> tuple[Finding, ...]:
    """What the document of scores cannot do without: the whole, tools, and every indicator."""
    numbers = [one.number for one in scores.catalogue.indicators]
    codes = [TOTAL, *(tool.value for tool in Tool), *(indicator_code(one) for one in numbers)]
    return tuple(_without(scores, codes))


def _without(scores: Scores, codes: Sequence[str]) -> list[Finding]:
    """A finding for each of the scores that is not there; one for all in a year without any."""
    left = [code for code in codes if scores.value(code) is None]
    if left and not scores.typed:
        return [no_scores(scores)]
    records = {code: Score.of(scores.year, code).id for code in left}
    return [_missing(score_name(code), scores.year, records[code], "value") for code in left]


def no_scores(scores: Scores) -> Finding:
    """That the year has no score at all."""
    return noted(
        Severity.MUST_MEND,
        "no-scores",
        f"ยังไม่มีคะแนนของปี {scores.year}",
        "กรอกหรือวางตารางคะแนนในหน้าคะแนน ITA",
        Score.of(scores.year, TOTAL).id,
        "value",
    )


def _missing(
    label: str, year: int, record_id: str, field: str, severity: Severity = Severity.MUST_MEND
) -> Finding:
    space = " " if label[-1].isascii() else ""
    return noted(
        severity,
        "missing-score",
        f"ยังไม่มี{label}{space}ของปี {year}",
        "กรอกในหน้าคะแนน ITA",
        record_id,
        field,
    )


def _name(code: str, scores: Scores) -> str:
    return f"{score_name(code)} ปี {scores.year}"
