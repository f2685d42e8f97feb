"""Typed timelines read: every form met in offices, and a helpful no to what cannot be meant."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ita_desktop.thai.dates import (
    BUDDHIST_OFFSET,
    buddhist_year,
    day_problem,
    fiscal_year_span,
    month_problem,
)
from ita_desktop.thai.digits import like_typed
from ita_desktop.thai.months import MONTHS, nearest_month
from ita_desktop.thai.text import clean
from ita_desktop.thai.time_tokens import Kind, Token, tokens
from ita_desktop.thai.timeline_drafts import DraftPoint, DraftTimeline, draft_timeline
from ita_desktop.thai.timeline_refusals import not_understood
from ita_desktop.thai.timeline_styles import Spelling, spell
from ita_desktop.thai.timelines import Reading, Timeline, TimePoint, Unread

FIRST_YEAR, LAST_YEAR = 2540, 2600
"""Years (พ.ศ.) of four digits that are read; whether they fit the year's work is a check's task."""

NEAR = 2
"""Years that a year typed in two digits may lie from the action year."""


@dataclass
class _Faults:
    """What was found wrong while a draft is resolved."""

    problems: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    wrong_day: bool = False
    unknown: bool = False
    """Whether a month could not even be guessed, so that nothing can be suggested."""


def read_timeline(text: str, action_year: int) -> Reading:
    """What a typed timeline means in the year's work of ``action_year`` (พ.ศ.). Never raises.

    Empty text reads as None. What cannot be meant (a day no month has, a misspelt month, two
    digits of a year far from the action year, an end before the start) is kept as
    :class:`Unread`, with the problem in Thai and suggestions that would be read. A start without
    a year takes the end's, one less where the months wrap (``ต.ค. - มี.ค. 68``), and likewise the
    end; months without any year are those of the action year.
    """
    if not clean(text):
        return Reading(None)
    found = tokens(text)
    draft = draft_timeline(found)
    if draft is None:
        return not_understood(text, action_year, _with_a_dash(found, text, action_year))
    reading = _resolved(draft, found, text, action_year)
    return reading or not_understood(text, action_year)


def _resolved(
    draft: DraftTimeline, found: Sequence[Token], text: str, action_year: int
) -> Reading | None:
    """The draft with its days and years checked, or None when it names no month that is known."""
    faults = _Faults()
    start = _point(draft.start, action_year, faults)
    end = start if draft.end == draft.start else _point(draft.end, action_year, faults)
    if faults.years:
        faults.problems.append(_year_problem(faults.years, action_year))
    if faults.unknown:
        problem = " และ".join(dict.fromkeys(faults.problems))
        return Reading(Unread(text), problem) if problem else None
    values = _in_order(draft, start, end, action_year, faults)
    if not faults.problems:
        return Reading(values[0])
    if faults.wrong_day:
        values += [_without_days(value) for value in values]
    spelling = _spelling(draft, found)
    written = [like_typed(spell(value, spelling, action_year), text) for value in values]
    problem = " และ".join(dict.fromkeys(faults.problems))
    return Reading(Unread(text), problem, tuple(dict.fromkeys(written)))


def _point(draft: DraftPoint | None, action_year: int, faults: _Faults) -> TimePoint | None:
    """A point with what is wrong about it noted and mended."""
    if draft is None:
        return None
    month = None
    if draft.month is not None:
        month = _month(draft.month, faults)
        if month is None:
            faults.unknown = True
            return None
    year = _year(draft, month, action_year, faults)
    common = year - BUDDHIST_OFFSET
    if month is None or not draft.day:
        return TimePoint(common, month)
    day = int(draft.day)
    if problem := day_problem(day, month, year):
        faults.problems.insert(0, problem)
        faults.wrong_day = True
        day = min(max(day, 1), calendar.monthrange(common, month)[1])
    return TimePoint(common, month, day)


def _month(token: Token, faults: _Faults) -> int | None:
    if token.kind is Kind.MONTH and 1 <= token.number <= 12:
        return token.number
    meant = nearest_month(token.text) if token.kind is Kind.UNKNOWN else None
    if meant or token.kind is Kind.MONTH:
        faults.problems.append(month_problem(token.text, meant))
    return meant


def _year(draft: DraftPoint, month: int | None, action_year: int, faults: _Faults) -> int:
    """The calendar year (พ.ศ.) of a point, or the fiscal year when it has no month."""
    in_autumn = month is not None and month >= 10
    expected = action_year - in_autumn
    if not draft.year:
        return expected
    year = buddhist_year(draft.year, common_era=draft.era is Kind.COMMON)
    if draft.era is Kind.BUDDHIST and len(draft.year) == 4 and int(draft.year) < 2400:
        year = None
    if year is not None and len(draft.year) == 2 and abs(year - action_year) > NEAR:
        year = None
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        faults.years.append(draft.year)
        return expected
    return year - in_autumn if draft.fiscal else year


def _year_problem(typed: Sequence[str], action_year: int) -> str:
    named = " และ ".join(f"“{year}”" for year in dict.fromkeys(typed))
    if all(len(year) == 2 for year in typed):
        return f"ปี {named} อยู่ห่างจากปีงบประมาณ พ.ศ. {action_year} เกิน {NEAR} ปี"
    return f"ปี {named} ไม่ใช่ปี พ.ศ. ที่ใช้ได้"


def _in_order(
    draft: DraftTimeline,
    start: TimePoint | None,
    end: TimePoint | None,
    action_year: int,
    faults: _Faults,
) -> list[Timeline]:
    """The timelines that may be meant, best first; an end before its start is noted and mended."""
    if start is None or end is None or end.last_day() >= start.first_day():
        return [Timeline(start, end)]
    if draft.start and draft.start.inherited:
        return [Timeline(_moved(start, -1), end)]
    if draft.end and draft.end.inherited:
        return [Timeline(start, _moved(end, 1))]
    faults.problems.append("วันสิ้นสุดอยู่ก่อนวันเริ่มต้น")
    pairs = ((start, _moved(end, 1)), (_moved(start, -1), end), (end, start))
    meant = [Timeline(*pair) for pair in pairs if pair[1].last_day() >= pair[0].first_day()]
    first, last = fiscal_year_span(action_year)
    inside = [
        value
        for value in meant
        if value.start and value.end and first <= value.start.first_day() <= value.end.last_day()
        if value.end.last_day() <= last
    ]
    return inside or meant


def _moved(point: TimePoint, years: int) -> TimePoint:
    day = 28 if (point.month, point.day) == (2, 29) else point.day
    return TimePoint(point.year + years, point.month, day)


def _without_days(value: Timeline) -> Timeline:
    start = replace(value.start, day=None) if value.start else None
    return Timeline(start, replace(value.end, day=None) if value.end else None)


def _spelling(draft: DraftTimeline, found: Sequence[Token]) -> Spelling:
    """Suggestions are spelt as the text was: months and years short or in full."""
    names = [token.text for token in found if token.kind is Kind.MONTH]
    guessed = any(token.kind is Kind.UNKNOWN for token in found)
    years = [point.year for point in (draft.start, draft.end) if point and point.year]
    return Spelling(
        short_months=bool(names) and not guessed and not any(name in MONTHS for name in names),
        short_years=bool(years) and all(len(year) == 2 for year in years),
    )


def _with_a_dash(found: Sequence[Token], text: str, action_year: int) -> tuple[str, ...]:
    """What the text would be with its forgotten dash, or end, if that can be read."""
    if len(found) > 1 and found[-1].kind is Kind.TO:
        value = read_timeline(" ".join(token.text for token in found[:-1]), action_year).value
        if not isinstance(value, Timeline):
            return ()
        values = [Timeline(value.start, None), value] if value.start else [value]
        return tuple(like_typed(spell(v, Spelling(), action_year), text) for v in values)
    if any(token.kind is Kind.TO for token in found) or len(found) > 12:
        return ()
    for at in range(1, len(found)):
        parted = (*found[:at], Token(Kind.TO, "-"), *found[at:])
        draft = draft_timeline(parted)
        reading = _resolved(draft, parted, text, action_year) if draft else None
        if draft and reading and isinstance(reading.value, Timeline):
            spelling = _spelling(draft, found)
            return (like_typed(spell(reading.value, spelling, action_year), text),)
    return ()
