"""What was typed as a timeline, understood as to its shape but not yet checked.

A draft keeps days, months and years as they were typed, right or wrong: whether a day exists and
which year two digits mean is decided in :mod:`ita_desktop.thai.timeline_reading`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.thai.dates import split_numeric
from ita_desktop.thai.time_tokens import Kind, Token


@dataclass(frozen=True)
class DraftPoint:
    """One point as typed: digits of the day and year ("" when not typed), the month's token.

    ``fiscal``: the year is a fiscal one, so that its ตุลาคม lies in the year before;
    ``inherited``: the year was typed at the other end only.
    """

    month: Token | None = None
    day: str = ""
    year: str = ""
    era: Kind | None = None
    fiscal: bool = False
    inherited: bool = False


@dataclass(frozen=True)
class DraftTimeline:
    """Both ends as typed; None is an open end."""

    start: DraftPoint | None
    end: DraftPoint | None


@dataclass(frozen=True)
class _Span:
    """What stands on one side of the dash; ``bare`` is a lone number, meant by the other side."""

    first: DraftPoint
    last: DraftPoint
    bare: str = ""
    quarter: bool = False


_HALVES = {1: (10, 3), 2: (4, 9)}
_QUARTERS = {"1": (10, 12), "2": (1, 3), "3": (4, 6), "4": (7, 9)}


def draft_timeline(found: Sequence[Token]) -> DraftTimeline | None:
    """The shape of a typed timeline, or None when it has none that is known."""
    opening = [token for token in found if token.kind in (Kind.FROM, Kind.BY)]
    onward = any(token.kind is Kind.ONWARD for token in found)
    found = [t for t in found if t.kind not in (Kind.FROM, Kind.BY, Kind.ONWARD)]
    sides = _sides(found)
    if onward and len(sides) == 2 and not sides[1]:
        sides = sides[:1]
    if len(opening) > 1 or len(sides) > 2 or not sides[-1]:
        return None
    by = any(token.kind is Kind.BY for token in opening)
    last = _span(sides[-1])
    if last is None:
        return None
    if len(sides) == 1 or not sides[0]:
        if last.bare or (onward and len(sides) == 2):
            return None
        if by or len(sides) == 2:
            return DraftTimeline(None, last.last) if not onward else None
        return DraftTimeline(last.first, None if onward or opening else last.last)
    first = _span(sides[0])
    if first is None or by or onward:
        return None
    return _joined(first, last)


def _sides(found: Sequence[Token]) -> list[list[Token]]:
    """The tokens before and after ถึง or a dash; several of them in a row count once."""
    sides: list[list[Token]] = [[]]
    previous = None
    for token in found:
        if token.kind is not Kind.TO:
            sides[-1].append(token)
        elif previous is not Kind.TO:
            sides.append([])
        previous = token.kind
    return sides


def _joined(first: _Span, last: _Span) -> DraftTimeline | None:
    """Start and end; a lone number on one side borrows what the other side says it is."""
    if first.bare and last.bare:
        return None
    start, end = first.first, last.last
    if first.bare:  # 1 - 3 มกราคม 2566
        if not last.last.day or last.quarter:
            return None
        start = replace(last.last, day=first.bare)
    if last.bare:  # ไตรมาส 1 - 2
        months = _QUARTERS.get(last.bare)
        if not first.quarter or not months:
            return None
        end = replace(first.last, month=_month(months[1]))
    if not start.year and end.year:
        start = replace(start, year=end.year, era=end.era, inherited=True)
    elif start.year and not end.year:
        end = replace(end, year=start.year, era=start.era, inherited=True)
    return DraftTimeline(start, end)


def _span(side: Sequence[Token]) -> _Span | None:
    era = next((t.kind for t in side if t.kind in (Kind.COMMON, Kind.BUDDHIST)), None)
    fiscal = any(token.kind in (Kind.FISCAL, Kind.WHOLE) for token in side)
    whole = any(token.kind is Kind.WHOLE for token in side)
    asides = (Kind.FILLER, Kind.COMMON, Kind.BUDDHIST, Kind.FISCAL, Kind.WHOLE)
    found = [token for token in side if token.kind not in asides]
    texts = [token.text for token in found]
    shape = "".join(_LETTERS.get(token.kind, "?") for token in found)
    if shape in ("", "N") and (fiscal or (not texts and len(side) > 0)):
        return _fiscal_span(texts[0] if texts else "", whole or not texts, era)
    if shape in ("Q", "QN", "QN/N", "QNN", "H", "HN", "H/N"):
        return _part_of_year(found, era)
    if shape == "D":
        day, month, year = split_numeric(texts[0])
        return _at(DraftPoint(_month(int(month)), day, year, era))
    if shape == "N/N" and len(texts[0]) <= 2:
        return _at(DraftPoint(_month(int(texts[0])), "", texts[2], era))
    if shape in ("M", "MN", "NM", "NMN"):
        month_at = shape.index("M")
        day = texts[0] if month_at else ""
        year = texts[month_at + 1] if len(texts) > month_at + 1 else ""
        return _at(DraftPoint(found[month_at], day, year, era)) if len(day) <= 2 else None
    if shape == "N" and (era or len(texts[0]) == 4):
        return _fiscal_span(texts[0], False, era)
    if shape == "N" and len(texts[0]) <= 2:
        return _Span(DraftPoint(), DraftPoint(), bare=texts[0])
    return None


_LETTERS = {
    Kind.NUMBER: "N",
    Kind.MONTH: "M",
    Kind.UNKNOWN: "M",
    Kind.NUMERIC_DATE: "D",
    Kind.SLASH: "/",
    Kind.QUARTER: "Q",
    Kind.HALF: "H",
}


def _part_of_year(found: Sequence[Token], era: Kind | None) -> _Span | None:
    """A quarter or a half, perhaps with its fiscal year."""
    if found[0].kind is Kind.QUARTER:
        if len(found) == 1:
            return None
        months = _QUARTERS.get(found[1].text)
        rest = found[2:]
    else:
        months = _HALVES[found[0].number]
        rest = found[1:]
    if months is None:
        return None
    year = rest[-1].text if rest else ""
    first, last = (DraftPoint(_month(month), "", year, era, fiscal=True) for month in months)
    return _Span(first, last, quarter=found[0].kind is Kind.QUARTER)


def _fiscal_span(year: str, whole: bool, era: Kind | None) -> _Span:
    """ปีงบประมาณ 2568 is one point; ตลอดปีงบประมาณ is all its months."""
    if not whole:
        return _at(DraftPoint(None, "", year, era, fiscal=True))
    first, last = (DraftPoint(_month(m), "", year, era, fiscal=True) for m in (10, 9))
    return _Span(first, last)


def _at(point: DraftPoint) -> _Span:
    return _Span(point, point)


def _month(number: int) -> Token:
    return Token(Kind.MONTH, str(number), number)
