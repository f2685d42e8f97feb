"""Back to a backup: seen before it is done, undone like any edit, and nothing lost on the way."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.errors import UserError
from ita_desktop.model.attachments import attachments_of
from ita_desktop.model.differences import differences, edit_between, fields_changed
from ita_desktop.model.edits import Change
from ita_desktop.model.records import Measure, Record, SentCopy
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.session.measures import add_measure, delete_measures
from ita_desktop.session.opening import new_file, open_to_read, open_to_work
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.safety.backups import Backups, Places
from ita_desktop.session.safety.restoring import look, put_in_place, restore
from ita_desktop.session.session import Session
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import create_file, open_file
from tests.aids.full_records import FULL_RECORDS, PICTURE_SHA256
from tests.aids.office_fixtures import fresh_id
from tests.aids.places import FILES
from tests.aids.programs import INTERRUPTED, small_disk
from tests.aids.strategies import offices

NOW = datetime(2026, 1, 5, 9, 30, 15)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.fixture
def backups(session: Session, tmp_path: Path) -> Backups:
    return Backups(session, Places(tmp_path / "backups"), clock=lambda: NOW)


def titles(session: Session) -> list[str]:
    return [one.title for one in session.snapshot.measures(session.year().id)]


# ---- differences


def work_in(records: Iterable[Record]) -> Iterator[Record]:
    """The records without what tells of the file itself, which no backup turns back."""
    return (one for one in records if not isinstance(one, SentCopy))


def test_what_was_sent_to_whom_is_no_difference() -> None:
    assert differences(snapshot_of(), snapshot_of([SentCopy(id="s", receiver="นายก")])) == ()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(offices(), offices(), st.randoms())
def test_the_edit_between_two_states_turns_one_into_the_other_and_back(
    one: tuple[Record, ...], other: tuple[Record, ...], chance: object
) -> None:
    mixed = (*one[::2], *other)
    before, after = (snapshot_of(work_in(records)) for records in (one, mixed))
    edit = edit_between("x", before, after)
    assert before.after(edit) == after
    assert after.after(edit.reversed) == before
    assert differences(after, after) == ()
    assert sum(found.count for found in differences(before, after)) == len(edit.changes)


def test_a_difference_tells_which_fields_of_which_records_changed(session: Session) -> None:
    first = add_measure(session, session.year(), title="ก")
    second = add_measure(session, session.year(), title="ข")
    before = session.snapshot
    changed = session.change(first, title="ค", note="ใหม่")
    delete_measures(session, [second])
    third = add_measure(session, session.year(), title="ง")
    [found] = differences(before, session.snapshot)
    assert (found.kind, found.count) == (Measure, 3)
    assert (found.added, found.removed) == ((third,), (second,))
    assert found.changed == (Change(first, changed),)
    assert [field.name for field in fields_changed(found.changed[0])] == ["title", "note"]


def test_every_attachment_that_a_record_points_at_is_known() -> None:
    assert PICTURE_SHA256 in attachments_of(FULL_RECORDS)


# ---- looking and restoring


def test_a_backup_can_be_looked_at_before_anything_is_restored(
    session: Session, backups: Backups
) -> None:
    add_measure(session, session.year(), title="ก")
    session.flush()
    backup = backups.before(Reason.ASKED).made[0]
    then = session.snapshot
    add_measure(session, session.year(), title="ข")
    looked = look(backup, session.snapshot)
    assert looked.snapshot == then
    assert not looked.changed
    assert [(one.kind, len(one.added), one.count) for one in looked.since] == [(Measure, 1, 1)]
    assert titles(session) == ["ก", "ข"]


def test_restoring_is_one_edit_after_a_safety_backup_and_can_be_undone(
    session: Session, backups: Backups, path: Path
) -> None:
    first = add_measure(session, session.year(), title="ก")
    session.flush()
    backup = backups.before(Reason.ASKED).made[0]
    then = session.snapshot
    session.change(first, title="เปลี่ยน")
    add_measure(session, session.year(), title="ข")
    session.change(session.snapshot.office, name="อื่น")
    now = session.snapshot
    done = restore(session, backup, backups)
    assert session.snapshot == then
    assert session.undo_name == "กู้คืนจากแฟ้มสำรองของ ๕ มกราคม ๒๕๖๙ เวลา ๐๙.๓๐ น."
    assert done.safety.good
    assert done.safety.reason is Reason.RESTORE
    assert look(done.safety.made[0], now).since == ()
    session.flush()
    entries = session.store.history()
    assert len(entries[0].pairs) == 3
    session.undo()
    assert session.snapshot == now
    session.redo()
    session.flush()
    with closing(open_file(path)) as store:
        assert (store.load(), store.content) == (then, Intact())


def test_restoring_what_is_here_already_is_no_edit(session: Session, backups: Backups) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    assert restore(session, backup, backups).edit is None
    assert session.undo_name == ""


def test_restoring_brings_pictures_along_that_are_no_longer_here(
    session: Session, backups: Backups, path: Path
) -> None:
    digest = keep_picture(session, PICTURE)
    session.change(session.snapshot.office, garuda=digest)
    session.flush()
    backup = backups.before(Reason.ASKED).made[0]
    session.undo()
    session.flush()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM attachment")
    session.accept_content()
    done = restore(session, backup, backups)
    assert (done.brought, done.missing) == (1, 0)
    assert session.store.attachment(digest) == PICTURE
    assert session.snapshot.office.garuda == digest


def test_a_failing_safety_backup_is_told_and_does_not_stop_restoring(
    session: Session, backups: Backups, tmp_path: Path
) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    add_measure(session, session.year(), title="ก")
    (tmp_path / "no").write_text("a file, not a folder")
    failing = Backups(session, Places(tmp_path / "no" / "folder"), clock=lambda: NOW)
    done = restore(session, backup, failing)
    assert not done.safety.good
    assert done.safety.problems
    assert titles(session) == []


def test_a_backup_of_another_offices_work_is_refused(
    session: Session, backups: Backups, tmp_path: Path
) -> None:
    other = open_to_work(new_file(tmp_path / "อื่น", new_id=fresh_id))
    with closing(other):
        backup = Backups(other, backups.places).before(Reason.ASKED).made[0]
    with pytest.raises(UserError, match="ของงานอื่น"):
        restore(session, backup, backups)


def test_a_damaged_backup_is_refused_and_changes_nothing(
    session: Session, backups: Backups
) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    with pytest.raises(UserError):
        look(backup, session.snapshot)
    with pytest.raises(UserError):
        restore(session, backup, backups)
    assert session.undo_name == ""


def test_a_backup_from_before_the_tables_changed_is_restored_like_any_other(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.itadb"
    shutil.copyfile(FILES / "version_1.itadb", path)
    with closing(Session(open_file(path, backups=tmp_path / "b"))) as session:
        backups = Backups(session, Places(tmp_path / "b"), clock=lambda: NOW)
        [backup] = backups.listed()
        assert backup.reason is Reason.VERSION
        before = session.snapshot
        session.change(session.snapshot.office, name="อื่น")
        restore(session, backup, backups)
        assert session.snapshot == before


def test_a_file_open_to_read_is_not_restored(session: Session, backups: Backups) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    with (
        closing(open_to_read(session.path)) as reader,
        pytest.raises(UserError, match="อ่านอย่างเดียว"),
    ):
        restore(reader, backup, backups)


# ---- in the place of a damaged file


def test_a_damaged_file_gives_way_to_a_backup_and_is_kept_with_its_journal(
    session: Session, backups: Backups, path: Path
) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    then = session.snapshot
    session.close()
    subprocess.run([sys.executable, "-c", INTERRUPTED, str(path)], check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.exists()
    path.write_bytes(b"damaged" + path.read_bytes()[7:])
    damaged, unfinished = path.read_bytes(), journal.read_bytes()
    kept = put_in_place(path, backup, NOW)
    assert kept.name == "งาน เสียหาย 2569-01-05.itadb"
    assert kept.read_bytes() == damaged
    assert kept.with_name(kept.name + "-journal").read_bytes() == unfinished
    assert not journal.exists()
    with closing(open_file(path)) as store:
        assert (store.load(), store.content) == (then, Intact())
    path.write_bytes(b"again")
    assert put_in_place(path, backup, NOW) != kept


def test_a_missing_file_is_put_back(session: Session, backups: Backups, path: Path) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    session.close()
    path.unlink()
    assert not put_in_place(path, backup, NOW).exists()
    open_file(path).close()


def test_a_bad_backup_or_a_full_disk_leaves_the_damaged_file_where_it_was(
    session: Session, backups: Backups, path: Path
) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    session.close()
    with small_disk("256k") as stick:
        file = stick / "งาน.itadb"
        file.write_bytes(b"damaged" * 20_000)
        with pytest.raises(UserError, match="เต็ม"):
            put_in_place(file, backup, NOW)
        assert [one.name for one in stick.iterdir()] == [file.name]
        assert file.read_bytes() == b"damaged" * 20_000
    path.write_bytes(b"damaged")
    with closing(sqlite3.connect(backup.path)) as other, other:
        other.execute("UPDATE office SET name = 'x'")
    with pytest.raises(UserError, match="ไม่ตรงกับที่โปรแกรมบันทึกไว้"):
        put_in_place(path, backup, NOW)
    assert path.read_bytes() == b"damaged"


def test_the_name_of_a_damaged_file_that_is_kept_never_grows_too_long(
    session: Session, backups: Backups, tmp_path: Path
) -> None:
    backup = backups.before(Reason.ASKED).made[0]
    file = tmp_path / ("ก" * 80 + ".itadb")
    create_file(file).close()
    assert put_in_place(file, backup, NOW).exists()
    open_file(file).close()
