"""Which backups are needless: one stays for each hour of today, then day, week, month and year.

Pure: it looks at names and the time, removes nothing, and knows no disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from ita_desktop.storage.backup_names import Backup, Reason

DAYS, WEEKS, MONTHS = timedelta(days=14), timedelta(weeks=9), timedelta(days=750)
"""How far back one a day, one a week, one a month are kept; beyond that one a year."""

MOST_TIMED, MOST_BEFORE = 1, 3
"""How many of a bucket stay: of those made by the clock, and of those made before a bulk act."""

_BY_CLOCK = (Reason.TIMED, Reason.CLOSING)
_FOR_EVER = (Reason.ASKED, Reason.VERSION)

Bucket: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Needless:
    """Backups that newer ones of the same hour, day, week … stand for: ``kept``, newest first."""

    kept: tuple[Backup, ...]
    removable: tuple[Backup, ...]


def needless(backups: Iterable[Backup], now: datetime) -> tuple[Needless, ...]:
    """What may go, bucket by bucket, each with what must be sound before it goes.

    The newest of all, which has the highest number, always stays.
    """
    buckets: dict[Bucket, list[Backup]] = {}
    for one in sorted(backups, key=_age):
        bucket = bucket_of(one, now)
        if bucket is not None:
            buckets.setdefault(bucket, []).append(one)
    found: list[Needless] = []
    for listed in buckets.values():
        most = MOST_TIMED if listed[0].reason in _BY_CLOCK else MOST_BEFORE
        if len(listed) > most:
            found.append(Needless(tuple(listed[:most]), tuple(listed[most:])))
    return tuple(found)


def bucket_of(backup: Backup, now: datetime) -> Bucket | None:
    """The hour, day, week, month or year a backup stands for; None where it stays for ever.

    One from the future, made before a clock was put right, stands for its day.
    """
    if backup.reason in _FOR_EVER:
        return None
    taken = backup.taken
    group = "clock" if backup.reason in _BY_CLOCK else "before"
    return (group, *_stretch(taken.date(), taken.hour, now.date()))


def _stretch(day: date, hour: int, today: date) -> Bucket:
    if day == today:
        return ("hour", day.isoformat(), str(hour))
    if day > today or today - day < DAYS:
        return ("day", day.isoformat())
    if today - day < WEEKS:
        year, week, _ = day.isocalendar()
        return ("week", str(year), str(week))
    if today - day < MONTHS:
        return ("month", str(day.year), str(day.month))
    return ("year", str(day.year))


def _age(backup: Backup) -> tuple[int, str]:
    return (-backup.number, backup.path.name)
