"""What scored below the target and no measure takes up yet, each with measures to choose from.

Proposed are measures of the office's other years of the same question, issue or indicator, then
the wordings that the catalogue holds for the questions, then a measure to be named by hand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.checks.analysis import (
    codes_of,
    indicators_without,
    issues_without,
    takes_up_indicator,
)
from ita_desktop.model.catalogue import item_codes, tool_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Indicator, Measure, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.scoring import FULL, TARGET, Scores
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Item, Tool
from ita_desktop.session.measures import add_measures
from ita_desktop.session.scores.analysis_views import ITEM_ADVICE, year_scores
from ita_desktop.session.scores.catalogues import bringing, year_catalogue
from ita_desktop.session.session import Session
from ita_desktop.session.years.beginning import brought, brought_id, result_words
from ita_desktop.session.years.codes import Codes
from ita_desktop.session.years.moving import mover_between
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import fold

_MOST_PAST, _MOST_WORDINGS = 4, 3
"""Proposals of each sort for one gap."""

_SHORTEST_TITLE = 20
"""Letters of an advice that its first clause must have to name a measure."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A measure to add. ``measure`` is as it would be, without an id where it is a new one;
    ``words`` are shown for it, ``origin`` says where they come from, ``result`` what came of the
    measure in its year."""

    measure: Measure
    words: str
    origin: str
    result: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """An issue, an indicator or a question below the target without a measure.

    ``key`` tells it from the others; ``low`` are the scores below the target by their codes;
    ``value`` is the score of an indicator.
    """

    key: str
    title: str
    low: Mapping[str, Decimal]
    value: Decimal | None = None
    issue: str = ""
    indicator: Indicator | None = None
    proposals: tuple[Proposal, ...] = ()


def targets(scores: Scores) -> tuple[Decimal, ...]:
    """The targets to choose from, the usual one first: what a level demands, and the full score."""
    levels = {one.least for one in scores.catalogue.levels if one.least is not None}
    return tuple(sorted({TARGET, FULL, *(one for one in levels if one > TARGET)}))


def gaps(
    snapshot: Snapshot,
    work: YearWork,
    target: Decimal = TARGET,
    scores: Scores | None = None,
) -> tuple[Gap, ...]:
    """What the scores of a year's work say must be mended and none of its measures takes up.

    Issues come first, then indicators, then questions that no measure names though the measures
    around them name theirs.
    """
    known = scores or year_scores(snapshot, work.score_year)
    found = _found(known, snapshot.measures(work.id), target)
    if not found:
        return ()
    past = tuple(_past(snapshot, work))
    return tuple(
        dataclasses.replace(one, proposals=_proposals(work, known, one, past)) for one in found
    )


def count_gaps(snapshot: Snapshot, work: YearWork) -> int:
    """How many gaps there are at the usual target."""
    scores = year_scores(snapshot, work.score_year)
    return len(_found(scores, snapshot.measures(work.id), TARGET))


def add_proposed(
    session: Session, work: YearWork, chosen: Sequence[Proposal]
) -> tuple[Measure, ...]:
    """Add the proposed measures behind those the year has, as one edit.

    One chosen for several gaps is added once, with the codes of all of them. Raises UserError where
    the file is read-only.
    """
    made: dict[Id, Measure] = {}
    for one in (proposal.measure for proposal in chosen):
        held = made.get(one.id) if one.id else None
        if held is not None:
            codes = tuple(dict.fromkeys((*held.references, *one.references)))
            made[one.id] = dataclasses.replace(held, references=codes)
        else:
            fresh = one if one.id else dataclasses.replace(one, id=session.new_id())
            made[fresh.id] = fresh
    name = to_thai(f"เพิ่มมาตรการของข้อที่ต่ำกว่าเป้าหมาย {len(made)} รายการ")
    along = bringing(session.snapshot, work.score_year)
    return add_measures(session, tuple(made.values()), name=name, along=along)


# ---- what is missing


def _found(scores: Scores, measures: Sequence[Measure], target: Decimal) -> tuple[Gap, ...]:
    catalogue = scores.catalogue
    found = [
        Gap(
            f"issue-{issue.number}",
            f"ประเด็นที่ {issue.number} {issue.title}",
            low,
            issue=issue.title,
            indicator=_indicator_of(scores, low),
        )
        for issue, low in issues_without(scores, measures, target)
    ]
    told = {code for one in found for code in one.low}
    for indicator, value in indicators_without(scores, measures, target):
        codes = [one.code for one in catalogue.questions(indicator.number)]
        low = _below(scores, codes, target)
        if not told & set(low):
            key = f"indicator-{indicator.number}"
            found.append(Gap(key, indicator.full_name, low, value, indicator=indicator))
            told |= set(low)
    taken = {code for one in measures for code in codes_of(one)}
    rest = [one.code for one in catalogue.items if one.code not in told | taken]
    for code, value in _below(scores, rest, target).items():
        item = catalogue.item(code)
        indicator_ = catalogue.indicator(item.indicator) if item is not None else None
        issue_ = _issue_of(scores, code)
        around = [one for one in measures if _is_around(scores, one, issue_, indicator_)]
        if around and not any(map(codes_of, around)):
            continue  # taken up by measures that name no questions
        words = " ".join(item.words.split()) if item is not None else ""
        low = {code: value}
        found.append(Gap(code, f"ข้อ {code} {words}", low, issue=issue_, indicator=indicator_))
    return tuple(found)


def _issue_of(scores: Scores, code: str) -> str:
    """The title of the issue that has a question; empty where none has."""
    issues = (one.title for one in scores.catalogue.issues if code in item_codes(one))
    return next(issues, "")


def _is_around(scores: Scores, measure: Measure, issue: str, indicator: Indicator | None) -> bool:
    """Whether a measure is of the issue or the indicator of a question."""
    if issue and fold(measure.issue) == fold(issue):
        return True
    return indicator is not None and _taken_up(scores, indicator, (measure,))


def _below(scores: Scores, codes: Collection[str], target: Decimal) -> dict[str, Decimal]:
    values = ((code, scores.value(code)) for code in codes)
    return {code: value for code, value in values if value is not None and value < target}


def _taken_up(scores: Scores, indicator: Indicator, measures: Sequence[Measure]) -> bool:
    questions = {one.code for one in scores.catalogue.questions(indicator.number)}
    return any(takes_up_indicator(one, indicator, questions) for one in measures)


def _indicator_of(scores: Scores, low: Mapping[str, Decimal]) -> Indicator | None:
    """The indicator of the lowest of the scores."""
    code = min(low, key=lambda one: low[one], default="")
    item = scores.catalogue.item(code)
    return scores.catalogue.indicator(item.indicator) if item is not None else None


# ---- what could be done


@dataclass(frozen=True, slots=True)
class _Past:
    """A measure of another year as it would be here, with what came of it there."""

    measure: Measure
    origin: str
    result: str


def _past(snapshot: Snapshot, work: YearWork) -> Iterator[_Past]:
    """The measures of the other years that the year does not have, the nearest year first."""
    others = [one for one in snapshot.years if one.id != work.id]
    held = snapshot.measures(work.id)
    ids = {one.id for one in held}
    names = {fold(one.name) for one in held}
    after = year_catalogue(snapshot, work.score_year)
    for year in sorted(others, key=lambda one: abs(one.action_year - work.action_year)):
        codes = Codes(year_catalogue(snapshot, year.score_year), after)
        for one in snapshot.measures(year.id):
            known = fold(one.name) in names or brought_id(one.id, work.action_year) in ids
            if known or not one.name:
                continue
            names.add(fold(one.name))
            state = f" ({one.status.label})" if one.status is not None else ""
            yield _Past(
                brought(one, work, "", mover_between(year, work), codes),
                f"มาตรการปี {year.action_year}{state}",
                result_words(snapshot, one),
            )


def _proposals(
    work: YearWork, scores: Scores, gap: Gap, past: Sequence[_Past]
) -> tuple[Proposal, ...]:
    near = [(rank, one) for one in past if (rank := _nearness(scores, gap, one.measure))]
    near.sort(key=lambda pair: -pair[0])
    found = [
        Proposal(_taking_up(one.measure, work, gap), one.measure.name, one.origin, one.result)
        for _rank, one in near[:_MOST_PAST]
    ]
    return (*found, *_wordings(work, scores, gap), _unnamed(work, gap))


def _nearness(scores: Scores, gap: Gap, measure: Measure) -> int:
    """How well a measure fits: by a question, by the issue, by the indicator; 0 for not at all."""
    if codes_of(measure) & set(gap.low):
        return 3
    if gap.issue and fold(measure.issue) == fold(gap.issue):
        return 2
    return int(gap.indicator is not None and _taken_up(scores, gap.indicator, (measure,)))


def _wordings(work: YearWork, scores: Scores, gap: Gap) -> Iterator[Proposal]:
    """New measures by the wordings that the catalogue holds for the lowest questions."""
    codes = sorted(gap.low, key=lambda one: gap.low[one])
    if not codes and gap.indicator is not None:
        codes = [one.code for one in scores.catalogue.questions(gap.indicator.number)]
    shown = 0
    for code in codes:
        item = scores.catalogue.item(code)
        if item is None or shown == _MOST_WORDINGS:
            continue
        words = " ".join(item.words.split())
        open_data = tool_of(code) is Tool.OIT and words
        advice = item.advice or (ITEM_ADVICE.format(code=code, words=words) if open_data else "")
        if not advice:
            continue
        shown += 1
        fresh = _unnamed(work, gap).measure
        made = dataclasses.replace(fresh, title=_title(advice), steps=(Item(advice),))
        yield Proposal(made, advice, f"ถ้อยคำแนะนำของข้อ {code}")


def _unnamed(work: YearWork, gap: Gap) -> Proposal:
    fresh = _taking_up(Measure(id="", year_id=work.id), work, gap)
    return Proposal(fresh, "มาตรการใหม่ ตั้งชื่อเอง", "แบบกรอกว่าง")


def _taking_up(measure: Measure, work: YearWork, gap: Gap) -> Measure:
    """The measure with the issue, indicator and codes of what it is to mend."""
    codes = sorted(gap.low, key=lambda one: gap.low[one])
    wanted = [one for one in codes if one not in codes_of(measure)]
    references = read_references(", ".join(wanted), work.score_year).values if wanted else ()
    indicator = gap.indicator
    return dataclasses.replace(
        measure,
        issue=gap.issue or measure.issue,
        tool=measure.tool or (indicator.tool if indicator is not None else None),
        indicator=measure.indicator or (indicator.full_name if indicator is not None else ""),
        references=(*measure.references, *references),
    )


def _title(advice: str) -> str:
    """The first clause of an advice: clauses of Thai are parted by spaces."""
    end = advice.find(" ", _SHORTEST_TITLE)
    while end > 0 and advice[end + 1].isascii() and advice[end + 1] != "(":
        end = advice.find(" ", end + 1)
    return advice[:end] if end > 0 else advice
