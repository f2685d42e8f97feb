"""The seal: whatever changed in a file behind the program's back is noticed."""

from __future__ import annotations

import dataclasses
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.model.edits import Change, Edit, added, removed
from ita_desktop.model.records import RECORDS, Division, Record
from ita_desktop.storage import connections
from ita_desktop.storage.connections import connect
from ita_desktop.storage.faults import ChangedFileError, LockedFileError
from ita_desktop.storage.fingerprint import read_digests
from ita_desktop.storage.office_file import ACCEPTED
from ita_desktop.storage.seal import Changed, Intact, Unsealed, compare
from ita_desktop.storage.store import Store, create_file, open_file
from tests.aids.full_records import DIVISION, FULL_RECORDS, MEASURE, OFFICE, PICTURE, PICTURE_SHA256
from tests.aids.places import FILES

WHEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
OLDEST = FILES / "version_1.itadb"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "งาน.itadb"
    with closing(create_file(file, FULL_RECORDS, attachments=[(PICTURE, "image/png")])) as store:
        commit(store, changed(OFFICE, telephone="๑"), "first")
    return file


def commit(store: Store, edit: Edit, edit_id: str) -> None:
    store.commit(edit, edit_id=edit_id, parent=store.last_edit(), who="ก", when=WHEN)


def accept(store: Store, edit_id: str = "accepted") -> None:
    store.accept(edit_id=edit_id, parent=store.last_edit(), who="ก", when=WHEN)


def changed(record: Record, **values: object) -> Edit:
    after = dataclasses.replace(record, **values)  # type: ignore[arg-type]
    return Edit("แก้ไข", (Change(record, after),))


def by_another_program(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0


def test_what_the_program_writes_fits_its_seal_at_every_step(path: Path) -> None:
    other = b"%PDF- another attachment"
    steps: tuple[Callable[[Store], object], ...] = (
        lambda store: commit(store, changed(MEASURE, title="ใหม่"), "1"),
        lambda store: commit(store, changed(MEASURE, title="ใหม่").reversed, "2"),
        lambda store: commit(store, removed("ลบ", DIVISION), "3"),
        lambda store: commit(store, added("เพิ่ม", DIVISION, Division(id="ข")), "4"),
        lambda store: store.add_attachment(other, "application/pdf"),
        lambda store: store.add_attachment(PICTURE, "image/png"),
        lambda store: commit(store, Edit("ไม่เปลี่ยน", ()), "5"),
        lambda store: commit(store, changed(OFFICE, name="ซ้ำ"), "5"),
    )
    with closing(open_file(path)) as store:
        for step in steps:
            step(store)
            assert store.content == Intact()
            assert store._digests == read_digests(store._connection)
            with closing(open_file(path, read_only=True)) as reader:
                assert reader.content == Intact()


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        *(
            (f"UPDATE {kind.TABLE} SET id = id || 'x'", kind.TABLE)
            for kind in RECORDS
            if kind.TABLE not in ("year_work", "measure")
        ),
        ("UPDATE measure SET note = note || ' '", "measure"),
        ("UPDATE year_work SET score_year = score_year + 1", "year_work"),
        ("DELETE FROM round_report", "round_report"),
        ("DELETE FROM history", "history"),
        ("UPDATE history SET who = 'ข'", "history"),
        ("UPDATE history SET seq = seq + 1", "history"),
        ("DELETE FROM attachment", "attachment"),
        ("UPDATE attachment SET media_type = 'image/jpeg'", "attachment"),
        ("UPDATE file SET value = 'x' WHERE key = 'lineage'", "file"),
        ("INSERT INTO file VALUES ('strange', '')", "file"),
        ("INSERT INTO file VALUES ('fingerprint strange', '')", "file"),
        ("UPDATE file SET value = 'x' WHERE key = 'fingerprint'", "file"),
    ],
)
def test_any_change_by_another_program_is_noticed_with_its_table(
    path: Path, statement: str, table: str
) -> None:
    by_another_program(path, statement)
    for read_only in (True, False):
        with closing(open_file(path, read_only=read_only)) as store:
            assert store.content == Changed((table,))


def test_a_file_that_lost_its_seal_is_noticed(path: Path) -> None:
    by_another_program(path, "DELETE FROM file WHERE key LIKE 'fingerprint%'")
    with closing(open_file(path)) as store:
        assert isinstance(store.content, Changed)


def test_a_damaged_picture_is_named(path: Path) -> None:
    by_another_program(path, "UPDATE attachment SET bytes = x'00'")
    with closing(open_file(path)) as store:
        assert store.content == Changed(("attachment",), (PICTURE_SHA256,))
        accept(store)
        store.add_attachment(PICTURE, "image/png")
        assert store.attachment(PICTURE_SHA256) == PICTURE
    with closing(open_file(path)) as store:
        assert store.content == Intact()


def test_changed_content_takes_no_edit_before_it_is_accepted_and_the_history_says_who_did(
    path: Path,
) -> None:
    by_another_program(path, "UPDATE measure SET note = 'จากที่อื่น'")
    edit = changed(dataclasses.replace(MEASURE, note="จากที่อื่น"), title="ใหม่")
    with closing(open_file(path)) as store:
        for _ in range(2):
            with pytest.raises(ChangedFileError, match="ไม่ตรงกับที่โปรแกรมบันทึกไว้"):
                commit(store, edit, "1")
        with pytest.raises(ChangedFileError):
            store.add_attachment(b"x", "image/png")
        accept(store)
        assert store.content == Intact()
        commit(store, edit, "1")
        newest, noted, *_ = store.history()
        assert (noted.name, noted.who, noted.pairs) == (ACCEPTED, "ก", ())
        assert newest.parent == noted.edit_id
    with closing(open_file(path)) as store:
        assert store.content == Intact()


def test_a_change_by_another_program_while_the_file_is_open_is_noticed_at_the_next_edit(
    path: Path,
) -> None:
    with closing(open_file(path)) as store:
        by_another_program(path, "UPDATE measure SET note = 'จากที่อื่น'")
        with pytest.raises(ChangedFileError):
            commit(store, changed(DIVISION, name="ใหม่"), "1")
        assert store.content == Changed(("measure",))
        accept(store)
        commit(store, changed(DIVISION, name="ใหม่"), "1")
    with closing(open_file(path)) as store:
        assert store.content == Intact()


def test_two_windows_of_ours_keep_the_seal_true_in_turn(path: Path) -> None:
    with closing(open_file(path)) as one, closing(open_file(path)) as other:
        before = DIVISION
        for number in range(6):
            after = dataclasses.replace(before, name=f"กอง{number}")
            writer = (one, other)[number % 2]
            commit(writer, Edit("แก้ไข", (Change(before, after),)), str(number))
            before = after
            other.add_attachment(bytes([number]), "image/png")
    with closing(open_file(path)) as store:
        assert store.content == Intact()
        assert store.load().get(Division, DIVISION.id) == before


def test_a_write_that_failed_does_not_spoil_the_seal_of_the_next(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    with closing(open_file(path)) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LockedFileError):
                commit(store, changed(MEASURE, title="ก"), "1")
        with pytest.raises(sqlite3.IntegrityError):
            commit(store, added("เพิ่ม", dataclasses.replace(MEASURE, id="x", year_id="?")), "2")
        commit(store, changed(MEASURE, title="ข"), "3")
    with closing(open_file(path)) as store:
        assert store.content == Intact()


def test_an_old_file_says_nothing_of_its_content_until_it_is_brought_up_to_date(
    tmp_path: Path,
) -> None:
    path = tmp_path / "เก่า.itadb"
    shutil.copyfile(OLDEST, path)
    with closing(connect(path, "ro")) as connection:
        assert compare(connection)[1] == Unsealed()
    open_file(path).close()
    with closing(open_file(path)) as store:
        assert store.content == Intact()
        commit(store, added("เพิ่ม", Division(id="ใหม่")), "new")
    by_another_program(path, "UPDATE division SET name = 'x' WHERE id = 'ใหม่'")
    with closing(open_file(path)) as store:
        assert store.content == Changed(("division",))


def test_a_copy_carries_the_seal_and_a_changed_file_stays_changed_in_its_copy(
    path: Path,
) -> None:
    target = path.with_name("สำเนา.itadb")
    with closing(open_file(path)) as store:
        digest = store.copy_to(target)
    with closing(open_file(target)) as copy:
        assert (copy.content, copy.fingerprint()) == (Intact(), digest)
    by_another_program(path, "UPDATE measure SET note = 'x'")
    with closing(open_file(path)) as store:
        store.copy_to(target, overwrite=True)
    with closing(open_file(target)) as copy:
        assert copy.content == Changed(("measure",))
