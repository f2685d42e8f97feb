"""Timelines in print: one document writes all of them in one style."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.thai.dates import BUDDHIST_OFFSET
from ita_desktop.thai.months import month_name
from ita_desktop.thai.timelines import Precision, Timeline, TimePoint, Unread


class TimelineStyle(Enum):
    """How a document prints its timelines."""

    FULL = "full"  # ตุลาคม 2567 - กันยายน 2568
    SHORT = "short"  # ต.ค. 67 - ก.ย. 68
    FULL_DAYS = "full-days"  # 1 ตุลาคม 2567 - 30 กันยายน 2568

    @property
    def label(self) -> str:
        """The style by its example, for a form."""
        return {
            TimelineStyle.FULL: "ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘",
            TimelineStyle.SHORT: "ต.ค. ๖๗ - ก.ย. ๖๘",
            TimelineStyle.FULL_DAYS: "๑ ตุลาคม ๒๕๖๗ - ๓๐ กันยายน ๒๕๖๘",
        }[self]


@dataclass(frozen=True)
class Spelling:
    """How months and years are spelt: in short or in full."""

    short_months: bool = False
    short_years: bool = False


def format_timeline(
    value: Timeline | Unread | None,
    style: TimelineStyle = TimelineStyle.FULL,
    action_year: int | None = None,
) -> str:
    """The timeline in Thai with Arabic digits; unread text as it was typed, None as "".

    Equal ends print once, a year that both share prints once (``ม.ค. - มี.ค. 68``), an open end as
    ``ตั้งแต่ …``, an open start as ``ภายใน …``. With ``action_year`` (พ.ศ.), SHORT keeps four
    digits for a year more than two away, where two could not be read back.
    """
    if value is None:
        return ""
    if isinstance(value, Unread):
        return value.text
    if style is TimelineStyle.FULL_DAYS:
        return spell(_to_days(value), Spelling(), action_year)
    short = style is TimelineStyle.SHORT
    return spell(value, Spelling(short_months=short, short_years=short), action_year)


def spell(value: Timeline, spelling: Spelling, action_year: int | None) -> str:
    """The timeline as it stands, in the given spelling."""
    start, end = value.start, value.end
    if start is None or end is None:
        lone = start or end
        assert lone is not None  # a Timeline has an end
        return f"{'ตั้งแต่' if start else 'ภายใน'} {_point(lone, spelling, action_year)}"
    last = _point(end, spelling, action_year)
    if start == end:
        return last
    first = _point(start, spelling, action_year)
    if start.year == end.year and start.month and end.month:
        first = _day_and_month(start, spelling)
        if start.month == end.month and start.day and end.day:
            first = str(start.day)
    return f"{first} - {last}"


def presets(action_year: int) -> tuple[tuple[str, Timeline], ...]:
    """The usual timelines of a fiscal year (พ.ศ.), each with its Thai label.

    The whole year, its two halves, its four quarters and its twelve months, in that order.
    """
    spans = [
        (f"ทั้งปีงบประมาณ พ.ศ. {action_year}", 0, 11),
        ("ครึ่งปีแรก", 0, 5),
        ("ครึ่งปีหลัง", 6, 11),
        *((f"ไตรมาสที่ {number}", number * 3 - 3, number * 3 - 1) for number in range(1, 5)),
    ]
    ranges = tuple(
        (label, Timeline(fiscal_month(action_year, first), fiscal_month(action_year, last)))
        for label, first, last in spans
    )
    months = (fiscal_month(action_year, index) for index in range(12))
    return ranges + tuple((_point(m, Spelling(), None), Timeline(m, m)) for m in months)


def fiscal_month(year: int, index: int) -> TimePoint:
    """Month ``index`` (0 is ตุลาคม, 11 is กันยายน) of fiscal year ``year`` (พ.ศ.)."""
    return TimePoint(year - BUDDHIST_OFFSET - (index < 3), (index + 9) % 12 + 1)


def _point(point: TimePoint, spelling: Spelling, action_year: int | None) -> str:
    year = point.year + BUDDHIST_OFFSET
    if point.precision is Precision.YEAR:
        return f"ปีงบประมาณ พ.ศ. {year}"
    written = f"{year}"
    near = 2500 <= year <= 2599 and (action_year is None or abs(year - action_year) <= 2)
    if spelling.short_years and near:
        written = f"{year % 100:02d}"
    return f"{_day_and_month(point, spelling)} {written}"


def _day_and_month(point: TimePoint, spelling: Spelling) -> str:
    assert point.month is not None
    name = month_name(point.month, short=spelling.short_months)
    return f"{point.day} {name}" if point.day else name


def _to_days(value: Timeline) -> Timeline:
    start = TimePoint.of(value.start.first_day()) if value.start else None
    end = TimePoint.of(value.end.last_day()) if value.end else None
    return Timeline(start, end)
