"""What scored below the target and no measure takes up yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.checks.scores.analysis import (
    codes_of,
    indicators_without,
    issues_without,
    takes_up_indicator,
)
from ita_desktop.model.catalogue import item_codes
from ita_desktop.model.records import Indicator, Measure, YearWork
from ita_desktop.model.scoring import FULL, TARGET, Scores
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.scores.analysis_views import year_scores
from ita_desktop.thai.text import fold


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


def count_gaps(snapshot: Snapshot, work: YearWork) -> int:
    """How many gaps there are at the usual target."""
    scores = year_scores(snapshot, work.score_year)
    return len(find_gaps(scores, snapshot.measures(work.id)))


def find_gaps(
    scores: Scores, measures: Sequence[Measure], target: Decimal = TARGET
) -> tuple[Gap, ...]:
    """What the scores say must be mended and none of the measures takes up.

    Issues come first, then indicators, then questions that no measure names though the measures
    around them name theirs.
    """
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
    return indicator is not None and is_of_indicator(scores, indicator, measure)


def _below(scores: Scores, codes: Collection[str], target: Decimal) -> dict[str, Decimal]:
    values = ((code, scores.value(code)) for code in codes)
    return {code: value for code, value in values if value is not None and value < target}


def is_of_indicator(scores: Scores, indicator: Indicator, measure: Measure) -> bool:
    """Whether a measure is of an indicator."""
    questions = {one.code for one in scores.catalogue.questions(indicator.number)}
    return takes_up_indicator(measure, indicator, questions)


def _indicator_of(scores: Scores, low: Mapping[str, Decimal]) -> Indicator | None:
    """The indicator of the lowest of the scores."""
    code = min(low, key=lambda one: low[one], default="")
    item = scores.catalogue.item(code)
    return scores.catalogue.indicator(item.indicator) if item is not None else None
