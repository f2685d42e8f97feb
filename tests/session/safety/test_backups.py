"""Backups made, listed, thinned on real disks; whatever goes wrong is told and stops no work."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.records import Office
from ita_desktop.places import backup_folder
from ita_desktop.session.measures import add_measure
from ita_desktop.session.opening import new_file, open_to_read
from ita_desktop.session.safety.backups import (
    EVERY,
    Backups,
    Outcome,
    Places,
    make_backup,
    usual_places,
)
from ita_desktop.session.session import Session
from ita_desktop.storage import backups as disk
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import open_file
from tests.aids.office_fixtures import fresh_id
from tests.aids.places import FILES
from tests.aids.programs import small_disk

NOW = datetime(2026, 1, 5, 9, 30, 15)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "second").mkdir()
    return Places(tmp_path / "usual", tmp_path / "second")


class Watch:
    """A clock and a stopwatch that are moved by hand."""

    def __init__(self) -> None:
        self.now = NOW
        self.seconds = 0.0

    def clock(self) -> datetime:
        return self.now

    def stopwatch(self) -> float:
        return self.seconds

    def pass_by(self, seconds: float = EVERY + 1) -> None:
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


def backups_of(session: Session, places: Places, watch: Watch, **more: object) -> Backups:
    return Backups(session, places, clock=watch.clock, stopwatch=watch.stopwatch, **more)  # type: ignore[arg-type]


def edit(session: Session, title: str = "ก") -> None:
    add_measure(session, session.year(), title=title)
    session.flush()


# ---- made and read back


def test_a_backup_lies_in_both_places_whole_and_with_the_fingerprint_of_the_file(
    session: Session, places: Places, watch: Watch
) -> None:
    edit(session)
    outcome = backups_of(session, places, watch).before(Reason.IMPORT)
    assert outcome.good
    assert (outcome.problems, outcome.second_away) == ((), False)
    assert [
        one.path.is_relative_to(place) for one, place in zip(outcome.made, places.all, strict=True)
    ]
    for one in outcome.made:
        assert one.path.name == "0001 2569-01-05 09.30.15 ก่อนนำเข้าข้อมูล ศรีสำราญ.itadb"
        assert one.path.parent.name.startswith("ศรีสำราญ ")
        with closing(open_file(one.path, read_only=True)) as store:
            assert store.content == Intact()
            assert store.fingerprint() == session.store.fingerprint()
            assert store.load() == session.snapshot


def test_backups_go_by_themselves_to_a_folder_of_this_computer_away_from_the_file(
    session: Session, watch: Watch
) -> None:
    backups_of(session, usual_places(), watch).before(Reason.ASKED)
    [made] = backup_folder().rglob("*.itadb")
    assert not made.is_relative_to(session.path.parent)


def test_copies_of_one_file_share_a_folder_and_other_offices_have_their_own(
    session: Session, places: Places, tmp_path: Path
) -> None:
    other = new_file(tmp_path / "อื่น", office=Office(name="ศรีสำราญ"), new_id=fresh_id)
    copy = tmp_path / "สำเนา.itadb"
    session.store.copy_to(copy)
    for file in (session.path, other, copy):
        make_backup(file, places, Reason.TIMED, NOW)
    assert places.usual is not None
    assert sorted(len(list(one.glob("*.itadb"))) for one in places.usual.iterdir()) == [1, 2]


def test_what_a_file_says_of_itself_never_leads_out_of_the_folder(
    path: Path, places: Places
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE file SET value = '../../x' WHERE key = 'lineage'")
        connection.execute("UPDATE office SET name = '../..' || char(10) || 'CON: <x>'")
    outcome = make_backup(path, places, Reason.ASKED, NOW)
    assert [one.path.parent.parent for one in outcome.made] == list(places.all)
    assert outcome.doubt is not None


# ---- on a timer


def test_the_timer_backs_up_only_what_changed_and_not_too_often(
    session: Session, places: Places, watch: Watch
) -> None:
    backups = backups_of(session, places, watch)
    watch.pass_by()
    assert not backups.tick(), "nothing changed"
    edit(session)
    assert backups.tick()
    backups.wait()
    edit(session, "ข")
    assert not backups.tick(), "too soon"
    watch.pass_by()
    assert backups.tick()
    backups.wait()
    watch.pass_by()
    assert not backups.tick(), "nothing changed since"
    assert [one.number for one in backups.listed()] == [2, 1]
    assert {one.reason for one in backups.listed()} == {Reason.TIMED}


def test_a_clock_that_goes_back_neither_stops_the_timer_nor_costs_the_newest_backup(
    session: Session, places: Places, watch: Watch
) -> None:
    backups = backups_of(session, places, watch)
    for years in (0, 10, 10):
        watch.pass_by()
        watch.now = NOW - timedelta(days=365 * years)
        edit(session)
        assert backups.tick()
        backups.wait()
    newest, *_ = backups.listed()
    assert (newest.number, newest.taken.year) == (3, 2016)
    with closing(open_file(newest.path, read_only=True)) as store:
        assert store.load() == session.snapshot


def test_closing_backs_up_what_changed_since_the_last_time(
    session: Session, places: Places, watch: Watch
) -> None:
    backups = backups_of(session, places, watch)
    assert backups.close() is None
    edit(session)
    outcome = backups.close()
    assert outcome is not None
    assert (outcome.reason, len(outcome.made)) == (Reason.CLOSING, 2)
    assert backups.close() is None


def test_edits_go_on_while_backups_are_made_and_every_backup_is_whole(
    session: Session, places: Places, watch: Watch
) -> None:
    told: list[Outcome] = []
    backups = backups_of(session, places, watch, told=told.append)
    for number in range(60):
        add_measure(session, session.year(), title=str(number))
        if number % 10 == 5:
            session.flush()
            watch.pass_by()
            backups.tick()
    backups.wait()
    session.flush()
    assert len(told) > 1
    assert all(outcome.good and not outcome.problems for outcome in told)
    assert session.saving.safe
    assert disk.is_good(told[-1].made[0])


# ---- what goes wrong


def test_a_stick_that_is_not_plugged_in_is_told_and_is_no_problem(
    session: Session, places: Places, watch: Watch
) -> None:
    assert places.second is not None
    places.second.rmdir()
    outcome = backups_of(session, places, watch).before(Reason.ASKED)
    assert outcome.good
    assert (outcome.second_away, outcome.problems) == (True, ())
    assert not places.second.exists(), "an empty mount point is never filled"


def test_where_no_place_takes_a_backup_the_outcome_says_why_for_each(
    session: Session, tmp_path: Path, watch: Watch
) -> None:
    (tmp_path / "usual").write_text("a file, not a folder")
    outcome = backups_of(session, Places(tmp_path / "usual" / "x"), watch).before(Reason.IMPORT)
    assert (outcome.good, outcome.made, len(outcome.problems)) == (False, (), 1)
    outcome = make_backup(session.path, Places(None), Reason.IMPORT, NOW)
    assert "ไม่มีโฟลเดอร์สำหรับแฟ้มสำรอง" in outcome.problems[0].problem
    edit(session)


def test_the_second_place_serves_where_the_usual_one_fails(
    session: Session, places: Places, tmp_path: Path, watch: Watch
) -> None:
    (tmp_path / "usual").write_text("a file, not a folder")
    outcome = backups_of(session, places, watch).before(Reason.ASKED)
    assert (len(outcome.made), len(outcome.problems)) == (1, 1)
    assert outcome.good


def test_a_full_second_disk_is_told_and_keeps_nothing_half(
    session: Session, tmp_path: Path, watch: Watch
) -> None:
    session.store.add_attachment(bytes(600_000), "image/png")
    with small_disk("512k") as stick:
        outcome = backups_of(session, Places(tmp_path / "usual", stick), watch).before(Reason.TIMED)
        assert len(outcome.made) == 1
        assert "เต็ม" in outcome.problems[0].problem
        assert not [one for one in stick.rglob("*") if one.is_file() and one.suffix != ".json"]


def test_a_backup_of_an_open_file_that_is_away_is_told_and_the_timer_tries_again(
    session: Session, path: Path, places: Places, watch: Watch
) -> None:
    told: list[Outcome] = []
    backups = backups_of(session, places, watch, told=told.append)
    edit(session)
    away = path.rename(path.with_name("ย้าย.itadb"))
    watch.pass_by()
    assert backups.tick()
    backups.wait()
    assert "ไม่พบแฟ้ม" in told[0].problems[0].problem
    away.rename(path)
    watch.pass_by()
    assert backups.tick()
    backups.wait()
    assert told[1].good


def test_a_backup_asked_for_while_edits_are_held_up_is_made_of_the_file_as_it_lies(
    session: Session, path: Path, places: Places, watch: Watch
) -> None:
    edit(session)
    away = path.rename(path.with_name("ย้าย.itadb"))
    add_measure(session, session.year(), title="ค้าง")
    with pytest.raises(UserError):
        session.flush()
    shutil.copy(away, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DELETE FROM history WHERE seq = 1")
    assert session.saving.problem is not None
    outcome = backups_of(session, places, watch).before(Reason.ASKED)
    assert len(outcome.made) == 2
    path.unlink()
    away.rename(path)
    session.flush()


def test_a_file_changed_behind_the_programs_back_is_found_out_by_its_backup(
    session: Session, path: Path, places: Places, watch: Watch
) -> None:
    backups = backups_of(session, places, watch)
    good = backups.before(Reason.ASKED)
    edit(session)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE measure SET note = 'x'")
    watch.pass_by()
    assert backups.tick()
    backups.wait()
    assert backups.last is not None
    assert not backups.last.good
    assert "ไม่ตรงกับที่โปรแกรมบันทึกไว้" in str(backups.last.doubt)
    watch.pass_by()
    assert not backups.tick(), "no more of the same"
    assert disk.is_good(good.made[0])


def test_a_bad_backup_never_takes_a_good_ones_place(
    session: Session, places: Places, watch: Watch
) -> None:
    assert places.usual is not None
    lineage = session.store.facts.lineage
    first = disk.take(session.path, places.usual, Reason.TIMED, NOW).backup
    second = disk.take(session.path, places.usual, Reason.CLOSING, NOW).backup
    content = bytearray(second.path.read_bytes())
    place = content.index("ศรีสำราญ".encode())
    content[place] ^= 1
    second.path.write_bytes(content)
    assert disk.thin(places.usual, lineage, NOW) == ()
    assert first.path.exists()
    third = disk.take(session.path, places.usual, Reason.TIMED, NOW).backup
    assert set(disk.thin(places.usual, lineage, NOW)) == {first, second}
    assert disk.listed(places.usual, lineage) == (third,)


def test_foreign_files_and_half_copies_in_the_folder_do_no_harm(
    session: Session, places: Places
) -> None:
    assert places.usual is not None
    first = disk.take(session.path, places.usual, Reason.TIMED, NOW).backup
    folder = first.path.parent
    (folder / "โน้ต.txt").write_text("x")
    (folder / disk.NOTE).write_text("[" * 100_000)
    (folder / ".dead.part").write_bytes(b"x")
    (folder / "9999 2569-01-05 09.30.15 ตามเวลา x.itadb").mkdir()
    second = disk.take(session.path, places.usual, Reason.TIMED, NOW).backup
    assert second.number == 10_000
    assert (folder / ".dead.part").exists(), "somebody may be writing it just now"
    assert disk.lineage_of(places.usual, session.path) == session.store.facts.lineage


def test_a_file_that_cannot_be_read_any_more_is_led_to_its_backups(
    session: Session, path: Path, places: Places
) -> None:
    make_backup(path, places, Reason.TIMED, NOW)
    assert places.usual is not None
    assert disk.lineage_of(places.usual, path) == session.store.facts.lineage
    assert disk.lineage_of(places.usual, path.with_name("อื่น.itadb")) is None
    assert disk.lineage_of(places.usual / "nowhere", path) is None


def test_an_older_file_is_backed_up_beside_itself_where_the_usual_folder_refuses(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old.itadb"
    shutil.copyfile(FILES / "version_1.itadb", old)
    (tmp_path / "backups").write_text("a file, not a folder")
    content = old.read_bytes()
    open_file(old, backups=tmp_path / "backups").close()
    [kept] = (tmp_path / "แฟ้มสำรอง ITA").rglob("*.itadb")
    assert kept.stat().st_size == len(content)
    assert "ก่อนปรับรุ่นแฟ้ม" in kept.name
    with closing(open_file(kept, read_only=True)) as store:
        assert store.facts.lineage == "kept-file"


def test_listing_does_not_open_what_it_lists(
    session: Session, places: Places, watch: Watch
) -> None:
    backups = backups_of(session, places, watch)
    one = backups.before(Reason.ASKED).made[0]
    one.path.write_bytes(b"rubbish")
    assert backups.listed()[0].reason is Reason.ASKED
    assert not disk.is_good(one)


def test_a_backup_of_a_reading_session_can_be_asked_for(
    path: Path, places: Places, watch: Watch
) -> None:
    reader = open_to_read(path)
    heard = Event()
    backups = backups_of(reader, places, watch, told=lambda _: heard.set())
    backups.ask()
    assert heard.wait(10)
    assert len(backups.listed()) == 1
    reader.close()
