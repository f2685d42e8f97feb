"""What was typed and cannot be meant: unread timelines and references, timelines of other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.own_fields import own_fields, read_as, value_of
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import Reference, UnreadReference
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dates import DateStyle, Misread, fiscal_year_span, format_date
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.number_reading import is_dash
from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timeline_styles import TimelineStyle, format_timeline
from ita_desktop.thai.timelines import Timeline, Unread

OUTSIDE_YEAR = "timeline-outside-year"
"""The code of a timeline that was read well and lies in another year than the work."""

_OUTSIDE = "อยู่นอก"


def unread(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """What of one year's measures could not be read: timelines, references, own fields."""
    own = own_fields(snapshot)
    return tuple(
        finding
        for measure in snapshot.measures(year.id)
        for finding in unread_in(measure, year, own)
    )


def unread_in(measure: Measure, year: YearWork, own: Sequence[Field]) -> tuple[Finding, ...]:
    """What of one measure could not be read; ``own`` are the fields that the office added."""
    return (
        *_timeline(measure, year),
        *unread_references(measure.references, measure.id, "references", year.score_year),
        *_own(measure, own),
    )


def timeline_outside_year(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """Timelines that lie outside the year (ต้องแก้ไข) or only reach out of it (ควรตรวจดู)."""
    found: list[Finding] = []
    for measure in snapshot.measures(year.id):
        if words := outside_year(measure.timeline, year.action_year):
            wholly = words.startswith(_OUTSIDE)
            severity = Severity.MUST_MEND if wholly else Severity.LOOK_AT
            typed = format_timeline(measure.timeline, TimelineStyle.SHORT, year.action_year)
            found.append(
                Finding(
                    severity,
                    OUTSIDE_YEAR,
                    to_thai(f"ช่วงเวลา “{typed}” {words}"),
                    f"ตรวจปีของช่วงเวลา ควรอยู่ระหว่าง {_within(year.action_year)}",
                    measure.id,
                    "timeline",
                )
            )
    return tuple(found)


def _within(action_year: int) -> str:
    """``๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙``: the first and the last day of a fiscal year (พ.ศ.)."""
    first, last = (format_date(one, DateStyle.SHORT) for one in fiscal_year_span(action_year))
    return to_thai(f"{first} ถึง {last}")


def outside_year(value: Timeline | Unread | None, action_year: int) -> str:
    """Says how a timeline lies outside the fiscal year ``action_year`` (พ.ศ.); else ""."""
    if not isinstance(value, Timeline):
        return ""
    first, last = fiscal_year_span(action_year)
    start, end = value.first_day() or value.last_day(), value.last_day() or value.first_day()
    if start is None or end is None or (first <= start and end <= last):
        return ""
    lead = _OUTSIDE if end < first or last < start else "มีส่วนที่อยู่นอก"
    return to_thai(f"{lead}ปีงบประมาณ พ.ศ. {action_year}")


def _timeline(measure: Measure, year: YearWork) -> tuple[Finding, ...]:
    if not isinstance(measure.timeline, Unread):
        return ()
    reading = read_timeline(measure.timeline.text, year.action_year)
    remedy = f"อาจหมายถึง {' หรือ '.join(reading.suggestions)}" if reading.suggestions else ""
    return (
        Finding(
            Severity.MUST_MEND,
            "unread-timeline",
            reading.problem,
            remedy,
            measure.id,
            "timeline",
            spot=Spot.whole(measure.timeline.text),
        ),
    )


def _own(measure: Measure, own: Sequence[Field]) -> tuple[Finding, ...]:
    """Own fields that hold words instead of a number or a date; a dash says that there is none."""
    findings: list[Finding] = []
    for field in own:
        value = value_of(measure, field)
        if isinstance(value, Unread) and not is_dash(value.text):
            read = read_as(field.kind, value.text)
            problem = read.problem if isinstance(read, Misread) else ""
            remedy = f"ช่อง “{field.label}” จะพิมพ์ตามที่พิมพ์ไว้ ถ้าตั้งใจให้เป็นข้อความ ไม่ต้องแก้"
            findings.append(
                Finding(
                    Severity.LOOK_AT,
                    "unread-own",
                    problem,
                    remedy,
                    measure.id,
                    field.name,
                    spot=Spot.whole(value.text),
                )
            )
    return tuple(findings)


def unread_references(
    values: Sequence[Reference | UnreadReference], record_id: str, field: str, year: int
) -> Iterator[Finding]:
    """The references of a field that could not be read, with what they may mean; ``year`` is that
    of the codes (พ.ศ.)."""
    for one in values:
        if not isinstance(one, UnreadReference):
            continue
        for problem in read_references(one.text, year).problems:
            yield Finding(
                Severity.LOOK_AT,
                "unread-reference",
                problem.problem,
                f"อาจหมายถึง {problem.suggestion}" if problem.suggestion else "",
                record_id,
                field,
                spot=Spot.whole(one.text),
            )
