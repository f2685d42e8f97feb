"""Backups are thinned: fewer the older they get, and never the wrong one."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.storage.backup_names import Backup, Reason, backup_name, read_backup
from ita_desktop.storage.thinning import MOST_BEFORE, MOST_TIMED, bucket_of, needless

NOW = datetime(2026, 1, 15, 10, 30)
BY_CLOCK = (Reason.TIMED, Reason.CLOSING)
FOR_EVER = (Reason.ASKED, Reason.VERSION)

moments = st.datetimes(datetime(2015, 1, 1), datetime(2027, 12, 31)) | st.integers(
    0, 60 * 24 * 60
).map(lambda minutes: NOW - timedelta(minutes=minutes))
backups = st.lists(st.tuples(moments, st.sampled_from(Reason)), max_size=80).map(
    lambda made: [
        Backup(Path(f"{number}.itadb"), number, taken, reason)
        for number, (taken, reason) in enumerate(made, 1)
    ]
)


def removed(found: list[Backup], now: datetime = NOW) -> set[Backup]:
    return {one for group in needless(found, now) for one in group.removable}


@given(backups)
def test_the_newest_and_what_is_kept_for_ever_never_go(found: list[Backup]) -> None:
    gone = removed(found)
    assert gone <= set(found)
    if found:
        assert found[-1] not in gone
    assert not [one for one in gone if one.reason in FOR_EVER]


@given(backups)
def test_every_bucket_keeps_its_newest_and_no_more_than_it_may(found: list[Backup]) -> None:
    gone = removed(found)
    kept = [one for one in found if one not in gone]
    before, after = (
        Counter(bucket_of(one, NOW) for one in group if one.reason not in FOR_EVER)
        for group in (found, kept)
    )
    for bucket, count in before.items():
        assert bucket is not None
        most = MOST_TIMED if bucket[0] == "clock" else MOST_BEFORE
        assert after[bucket] == min(count, most)
        newest = max((one for one in found if bucket_of(one, NOW) == bucket), key=_number)
        assert newest not in gone


def _number(one: Backup) -> int:
    return one.number


@given(backups)
def test_thinning_twice_is_thinning_once(found: list[Backup]) -> None:
    gone = removed(found)
    assert removed([one for one in found if one not in gone]) == set()


@given(backups)
def test_what_goes_is_stood_for_by_newer_ones_of_its_bucket(found: list[Backup]) -> None:
    for group in needless(found, NOW):
        buckets = {bucket_of(one, NOW) for one in (*group.kept, *group.removable)}
        assert len(buckets) == 1
        assert min(one.number for one in group.kept) > max(one.number for one in group.removable)


def test_a_year_of_work_with_a_backup_every_half_hour_keeps_a_few_dozen() -> None:
    kept: list[Backup] = []
    number = 0
    now = datetime(2025, 1, 1, 8, 0)
    while now < datetime(2026, 1, 1):
        if now.weekday() < 5 and 8 <= now.hour < 17:
            number += 1
            kept.append(Backup(Path(f"{number}"), number, now, Reason.TIMED))
            gone = removed(kept, now)
            kept = [one for one in kept if one not in gone]
        now += timedelta(minutes=30)
    assert 25 <= len(kept) <= 45
    days = {one.taken.date() for one in kept}
    assert len([day for day in days if day > datetime(2025, 12, 17).date()]) == 10, "working days"
    assert len({(day.year, day.month) for day in days}) == 12


def test_a_backup_made_after_the_clock_went_back_is_the_newest_all_the_same() -> None:
    ahead = Backup(Path("1"), 1, datetime(2031, 1, 1, 9), Reason.TIMED)
    back = [
        Backup(Path(f"{number}"), number, datetime(2026, 1, 15, 9, number), Reason.TIMED)
        for number in (2, 3)
    ]
    assert removed([ahead, *back]) == {back[0]}


@given(st.integers(1, 10**6), moments, st.sampled_from(Reason), st.text(max_size=60))
def test_a_name_says_all_of_a_backup(
    number: int, taken: datetime, reason: Reason, office: str
) -> None:
    taken = taken.replace(microsecond=0)
    name = backup_name(number, taken, reason, office)
    path = Path("/backups") / name
    assert read_backup(path, 7) == Backup(path, number, taken, reason, 7)
    assert len(name.encode()) < 200
    assert not set(name) & set('<>:"/\\|?*\0\n')


@pytest.mark.parametrize(
    "name",
    [
        "งาน.itadb",
        "0001 2569-01-05 09.30.15 ตามเวลา ศรีสำราญ.txt",
        "0001 2569-13-05 09.30.15 ตามเวลา ศรีสำราญ.itadb",
        "0001 2569-01-05 09.30.15 อะไร ศรีสำราญ.itadb",
        "0001 0001-01-05 09.30.15 ตามเวลา.itadb",
        ".1234.part",
    ],
)
def test_a_file_of_another_make_is_no_backup(name: str) -> None:
    assert read_backup(Path(name)) is None
