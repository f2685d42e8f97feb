"""What was read of a table, in words: for looking at before it is added, and for the command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ita_desktop.documents.people import responsible_text
from ita_desktop.model.edits import added
from ita_desktop.model.fields import Field, Kind
from ita_desktop.model.own_fields import all_fields, value_of
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.references import format_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Items, Monitoring
from ita_desktop.session.intake.pasted_columns import NUMBER, Own, targets
from ita_desktop.session.intake.pasted_rows import ReadMeasure, ReadRows
from ita_desktop.thai.dates import fiscal_year, format_date
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.lists import joined
from ita_desktop.thai.number_reading import format_number
from ita_desktop.thai.timeline_styles import TimelineStyle, format_timeline
from ita_desktop.thai.timelines import Timeline, Unread


@dataclass(frozen=True, slots=True)
class ReadField:
    """One field of a measure as understood: its lines, each with how deep it stands (0 or 1), and
    what of it needs a look."""

    label: str
    lines: tuple[tuple[int, str], ...]
    doubts: tuple[str, ...] = ()


def with_divisions(snapshot: Snapshot, read: ReadRows) -> Snapshot:
    """The records as they will be: with the divisions that were read for the first time."""
    return snapshot.after(added("", *read.divisions)) if read.divisions else snapshot


def read_fields(one: ReadMeasure, snapshot: Snapshot, year: YearWork) -> tuple[ReadField, ...]:
    """Every field that holds something or needs a look, in form order. ``snapshot`` knows the new
    divisions (see :func:`with_divisions`)."""
    found: list[ReadField] = []
    for field in all_fields(snapshot, Measure):
        doubts = tuple(doubt.words for doubt in one.doubts if doubt.field == field.name)
        lines = _lines(value_of(one.measure, field), field, snapshot, year)
        if lines or doubts:
            found.append(ReadField(field.label, lines, doubts))
    return tuple(found)


def _lines(
    value: Any, field: Field, snapshot: Snapshot, year: YearWork
) -> tuple[tuple[int, str], ...]:
    if isinstance(value, Unread):
        return ((0, value.text),)
    match field.kind:
        case Kind.ITEMS:
            return tuple(_numbered(value))
        case Kind.RESPONSIBLE:
            return tuple((0, responsible_text(snapshot, one)) for one in value)
        case Kind.TIMELINE:
            words = format_timeline(value, TimelineStyle.FULL, year.action_year)
        case Kind.REFERENCES:
            words = format_references(value)
        case Kind.MONITORING:
            words = _monitoring(value)
        case Kind.CHOICE:
            words = value.label if value else ""
        case Kind.NUMBER if isinstance(value, Decimal):
            words = format_number(value)
        case Kind.DATE if isinstance(value, date):
            words = format_date(value)
        case _:
            words = str(value or "")
    return tuple(
        (0, to_thai(line) if field.kind is not Kind.LONG_TEXT else line)
        for line in words.split("\n")
        if line
    )


def _numbered(items: Items) -> list[tuple[int, str]]:
    if len(items) == 1 and not items[0].items:
        return [(0, items[0].text)]
    lines: list[tuple[int, str]] = []
    for number, item in enumerate(items, 1):
        lines.append((0, to_thai(f"{number}. ") + item.text))
        lines += [
            (1, to_thai(f"{number}.{below} ") + inner.text)
            for below, inner in enumerate(item.items, 1)
        ]
    return lines


def _monitoring(value: Monitoring) -> str:
    rounds = [f"รอบ {month} เดือน" for month in value.months]
    rounds += ["รายไตรมาส"] if value.quarterly else []
    return "\n".join(filter(None, (joined(rounds), value.note)))


def counts_words(read: ReadRows) -> str:
    """``เพิ่ม ๓ มาตรการ · เติม ๒ มาตรการ``, or empty where nothing was read."""
    filled = sum(one.completes is not None for one in read.measures)
    new = len(read.measures) - filled
    said = [f"เพิ่ม {new} มาตรการ"] if new else []
    said += [f"เติม {filled} มาตรการที่มีอยู่"] if filled else []
    return to_thai(" · ".join(said))


def doubted(read: ReadRows) -> int:
    """How many of the measures need a look."""
    return sum(bool(one.doubts) for one in read.measures)


def notices(
    read: ReadRows, columns: Sequence[str], year: YearWork, own: Own = ()
) -> tuple[str, ...]:
    """What to look at before the measures are added, one sentence each."""
    said: list[str] = []
    if "title" not in columns:
        said.append("ยังไม่ได้เลือกคอลัมน์ชื่อมาตรการ")
    labels = {one.name: one.label for one in targets(own)}
    several = [name for name, count in Counter(columns).items() if count > 1 and name]
    said += [f"“{labels[name]}” มาจากหลายคอลัมน์ ข้อความจะต่อกัน" for name in several if name != NUMBER]
    if count := doubted(read):
        said.append(f"มีสิ่งที่ต้องดูใน {count} มาตรการ ส่วนที่อ่านไม่ออกจะเก็บไว้ตามที่พิมพ์")
    if found := _other_year(read, year):
        said.append(
            f"ระยะเวลาส่วนใหญ่เป็นของปีงบประมาณ {found} แต่จะเพิ่มในปี {year.action_year}"
            " ถ้าไม่ใช่ ให้ยกเลิกแล้วเปลี่ยนปีก่อน"
        )
    if read.left_out:
        places = Counter(where for where, _ in read.left_out)
        said.append(f"จะไม่นำเข้า {joined([_times(*one) for one in places.items()])}")
    return tuple(to_thai(words) for words in said)


def _other_year(read: ReadRows, year: YearWork) -> int | None:
    """The fiscal year (พ.ศ.) in which most timelines begin, where that is another than the year
    the measures go into."""
    lines = [one.measure.timeline for one in read.measures]
    starts = [one.start for one in lines if isinstance(one, Timeline) and one.start]
    years = Counter(fiscal_year(one.first_day()) for one in starts)
    most = max(years, key=lambda one: years[one], default=year.action_year)
    return most if most != year.action_year and 2 * years[most] > len(starts) else None


def _times(where: str, count: int) -> str:
    return f"{where} {count} ช่อง"
