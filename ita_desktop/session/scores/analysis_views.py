"""Issues of the year of the scores as the page of analyses shows them, and what it proposes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.checks.measures.completeness import is_empty
from ita_desktop.model.analyses import (
    analysis_of,
    items_below_full,
    lowest_questions,
    questions_of,
)
from ita_desktop.model.catalogue import Catalogue, item_codes
from ita_desktop.model.fields import Field, fields_of
from ita_desktop.model.records import Issue, IssueAnalysis, Measure, YearWork
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import FULL, TARGET, Scores, scores_of
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Urgency
from ita_desktop.session.measure_views import Filled
from ita_desktop.session.scores.catalogues import year_catalogue
from ita_desktop.thai.lists import joined
from ita_desktop.thai.text import fold

ITEM_FINDING = "ข้อมูลตามข้อ {code} {words} ที่เผยแพร่ยังไม่ครบองค์ประกอบหรือเปิดดูไม่ได้ จึงไม่ได้คะแนนเต็มในข้อนี้"
ITEM_ADVICE = (
    "จัดทำและเผยแพร่ข้อมูล{words}ให้ครบทุกองค์ประกอบตามคู่มือการประเมิน (อ้างอิงจาก {code})"
    " มอบหมายผู้รับผิดชอบ และให้ผู้อื่นตรวจทานองค์ประกอบกับลิงก์ก่อนนำขึ้นเว็บไซต์ทุกครั้ง"
)
"""Wordings for an OIT item below full of which the catalogue holds none."""

FULL_FINDING = "ทุกข้อในประเด็นนี้ได้คะแนนเต็ม ผู้ตอบแบบวัดและผู้ตรวจประเมินเห็นว่าดำเนินการได้ครบถ้วน"
FULL_ADVICE = (
    "รักษามาตรฐานการดำเนินงานไว้ ทบทวนข้อมูลที่เผยแพร่ให้เป็นปัจจุบันทุกไตรมาส และติดตามผลการประเมินในปีต่อไป"
)
"""Wordings for an issue in which every score is full."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question or OIT item of an issue."""

    code: str
    words: str
    value: Decimal | None
    lowest: bool = False
    below: bool = False
    """Whether it is an OIT item below the full score."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """One issue with its scores and what is written of it."""

    issue: Issue
    analysis: IssueAnalysis
    questions: tuple[QuestionView, ...]
    lowest: tuple[str, ...]
    below: tuple[str, ...]
    missing: tuple[Field, ...]
    measures: int
    """How many of the year's measures are of this issue."""

    @property
    def filled(self) -> Filled:
        """How far its analysis is written."""
        if not self.missing:
            return Filled.ALL
        asked = sum("analysis" in one.needed for one in fields_of(IssueAnalysis))
        return Filled.PARTLY if len(self.missing) < asked else Filled.NOTHING

    @property
    def state(self) -> str:
        """``ครบแล้ว``, or what is missing, in words."""
        labels = [one.label for one in self.missing]
        return f"ยังขาด{joined(labels)}" if labels else "ครบแล้ว"


def year_scores(snapshot: Snapshot, year: int) -> Scores:
    """The scores of a year (พ.ศ.) beside its catalogue, even where the file holds none yet."""
    return scores_of(snapshot, year, year_catalogue(snapshot, year))


def issue_views(snapshot: Snapshot, work: YearWork, scores: Scores) -> tuple[IssueView, ...]:
    """Every issue of the year of the scores, in order."""
    measures = snapshot.measures(work.id)
    return tuple(
        _view(snapshot, work, scores, issue, measures) for issue in scores.catalogue.issues
    )


def _view(
    snapshot: Snapshot,
    work: YearWork,
    scores: Scores,
    issue: Issue,
    measures: tuple[Measure, ...],
) -> IssueView:
    found = analysis_of(snapshot, work.id, issue)
    lowest, below = lowest_questions(found, issue, scores), items_below_full(issue, scores)
    questions = []
    for code in item_codes(issue):
        item = scores.catalogue.item(code)
        words = " ".join(item.words.split()) if item else ""
        view = QuestionView(code, words, scores.value(code), code in lowest, code in below)
        questions.append(view)
    missing = tuple(
        one
        for one in fields_of(IssueAnalysis)
        if "analysis" in one.needed and is_empty(one, getattr(found, one.name))
    )
    title = fold(issue.title)
    count = sum(fold(one.issue) == title for one in measures)
    return IssueView(issue, found, tuple(questions), lowest, below, missing, count)


# ---- proposals


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A wording to take over: of which question or item ("" for the issue as a whole)."""

    code: str
    text: str


def suggestions(view: IssueView, catalogue: Catalogue, field: str) -> tuple[Suggestion, ...]:
    """Wordings for ``finding`` or ``advice``, by the lowest questions and items below full."""
    found: list[Suggestion] = []
    for code in view.lowest:
        item = catalogue.item(code)
        if item is not None and (text := str(getattr(item, field))):
            found.append(Suggestion(code, text))
    for code in view.below:
        item = catalogue.item(code)
        own = str(getattr(item, field)) if item is not None else ""
        words = " ".join(item.words.split()) if item is not None else ""
        template = ITEM_FINDING if field == "finding" else ITEM_ADVICE
        found.append(Suggestion(code, own or template.format(code=code, words=words)))
    scored = [one.value for one in view.questions]
    if scored and all(one is not None and one >= FULL for one in scored):
        found.append(Suggestion("", FULL_FINDING if field == "finding" else FULL_ADVICE))
    return tuple(found)


def suggested_urgency(view: IssueView) -> tuple[Urgency, str] | None:
    """The urgency that the scores speak for, and why in Thai; None where no score is known."""
    known = [(one.value, one.code) for one in view.questions if one.value is not None]
    if not known:
        return None
    value, code = min(known, key=lambda one: one[0])
    told = f"{code} ได้ {score_words(value)}"
    if value < TARGET:
        return Urgency.URGENT, f"{told} ต่ำกว่าเป้าหมาย {TARGET}"
    if value < FULL:
        return Urgency.DEVELOP, f"{told} ถึงเป้าหมายแล้วแต่ยังไม่เต็ม"
    return Urgency.KEEP, "ทุกข้อได้คะแนนเต็ม"


def issue_questions(view: IssueView) -> tuple[QuestionView, ...]:
    """The questions of an issue and its OIT items below full: what an analysis is about."""
    asked = set(questions_of(view.issue))
    return tuple(one for one in view.questions if one.code in asked or one.below)
