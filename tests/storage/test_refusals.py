"""What the program will not open or cannot write: each said in Thai, with what to do.

The faults are real ones: other programs' files, a full disk, a read-only medium, a lost file.
What needs a small disk of its own is mounted for the test, and skipped where that is not allowed.
"""

from __future__ import annotations

import dataclasses
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.edits import Change, Edit
from ita_desktop.storage import connections
from ita_desktop.storage.faults import DamagedFileError, LockedFileError, MissingFileError
from ita_desktop.storage.holder import Unholdable, hold
from ita_desktop.storage.store import Store, create_file, open_file
from tests.aids.full_records import FULL_RECORDS, MEASURE, OFFICE
from tests.aids.programs import INTERRUPTED, as_nobody, small_disk

WHEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
THAI = range(0x0E00, 0x0E80)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "งาน.itadb"
    create_file(file, FULL_RECORDS).close()
    return file


def refused(path: Path, *, read_only: bool = False) -> UserError:
    """How opening is refused; the file is left untouched and nothing is left beside it."""
    content = path.read_bytes() if path.is_file() else None
    beside = set(path.parent.iterdir()) if path.parent.is_dir() else set()
    with pytest.raises(UserError) as caught:
        open_file(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else None) == content
    assert (set(path.parent.iterdir()) if path.parent.is_dir() else set()) == beside
    said = caught.value
    for sentence in (said.problem, said.remedy):
        assert any(ord(letter) in THAI for letter in sentence)
        assert not sentence.endswith(".")
    return said


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def commit(store: Store, title: str = "ใหม่", edit_id: str = "1", note: str = "") -> None:
    after = dataclasses.replace(MEASURE, title=title, note=note)
    edit = Edit("แก้ไข", (Change(MEASURE, after),))
    store.commit(edit, edit_id=edit_id, parent=None, who="", when=WHEN)


# ---- no office file


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    assert "ไม่พบแฟ้ม" in refused(tmp_path / "ไม่มี.itadb").problem
    assert "ไม่พบโฟลเดอร์" in refused(tmp_path / "ไม่มี" / "งาน.itadb").problem
    with pytest.raises(MissingFileError, match="ไม่พบโฟลเดอร์"):
        create_file(tmp_path / "ไม่มี" / "งาน.itadb")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.itadb").touch()
    assert "ว่างเปล่า" in refused(tmp_path / "a.itadb").problem


@pytest.mark.parametrize(
    "content", [b"x", b"PK\x03\x04 a workbook", "ข้อความ".encode() * 999, bytes(5000)]
)
def test_what_is_no_office_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.itadb").write_bytes(content)
    assert "ไม่ใช่แฟ้มงาน" in refused(tmp_path / "a.itadb").problem


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.itadb").mkdir()
    assert "ไม่ใช่แฟ้มงาน" in refused(tmp_path / "a.itadb").problem


def test_a_header_with_rubbish_behind_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.itadb").write_bytes(b"SQLite format 3\x00" + b"rubbish" * 1000)
    refused(tmp_path / "a.itadb")


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    change(tmp_path / "a.itadb", "CREATE TABLE notes (text)", "PRAGMA application_id = 252006673")
    assert "โปรแกรมอื่น" in refused(tmp_path / "a.itadb").problem
    change(tmp_path / "b.itadb", "CREATE TABLE notes (text)")
    assert "โปรแกรมอื่น" in refused(tmp_path / "b.itadb").problem


def test_a_newer_file_is_refused_by_its_version(path: Path) -> None:
    change(path, "PRAGMA user_version = 97")
    said = refused(path)
    assert "รุ่นที่ 97" in said.problem
    assert "ติดตั้งโปรแกรมรุ่นล่าสุด" in said.remedy


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE strange (x)",
        "CREATE VIRTUAL TABLE strange USING fts5(x)",
        "CREATE VIEW strange AS SELECT 1",
        "CREATE INDEX strange ON measure (title)",
        "CREATE TRIGGER strange AFTER UPDATE ON measure BEGIN DELETE FROM history; END",
        "ALTER TABLE measure ADD COLUMN strange TEXT",
        "DROP TABLE attachment",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
    ],
)
def test_anything_the_program_did_not_make_is_refused(path: Path, statement: str) -> None:
    change(path, statement)
    assert "ไม่ได้สร้าง" in refused(path).problem
    assert "ไม่ได้สร้าง" in refused(path, read_only=True).problem


def test_a_rule_slipped_into_a_table_is_refused(path: Path) -> None:
    change(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'rank TEXT NOT NULL',"
        " 'rank TEXT NOT NULL ON CONFLICT IGNORE') WHERE name = 'measure'",
    )
    assert "ไม่ได้สร้าง" in refused(path).problem


@pytest.mark.parametrize(
    "assignment",
    [
        "steps = '{'",
        "steps = '[1]'",
        "steps = '" + '[{"text": "x", "items": ' * 500 + "'",
        'timeline = \'{"start": "2569-13", "end": null}\'',
        "status = 'unheard of'",
        "responsible = '[{}]'",
        "monitoring = '[]'",
    ],
)
def test_a_value_that_cannot_be_read_is_named_by_table_and_record(
    path: Path, assignment: str
) -> None:
    change(path, f"UPDATE measure SET {assignment} WHERE id = '{MEASURE.id}'")
    with (
        closing(open_file(path)) as store,
        pytest.raises(UserError, match=f"measure รายการ {MEASURE.id}"),
    ):
        store.load()


def test_text_that_is_no_text_is_told_as_damage(path: Path) -> None:
    change(path, "UPDATE measure SET title = CAST(x'ff80' AS TEXT)")
    with pytest.raises(DamagedFileError, match="เสียหาย"):
        open_file(path)


def test_a_file_cut_short_is_told_as_damage_or_refused(path: Path) -> None:
    content = path.read_bytes()
    for kept in range(100, len(content), 4096):
        path.write_bytes(content[:kept])
        with pytest.raises(UserError), closing(open_file(path)) as store:
            store.load()


def test_overwritten_pages_never_crash_the_program(path: Path) -> None:
    content = path.read_bytes()
    for page in range(0, len(content), 4096):
        for filler in (b"\x00", b"\xff", b"A"):
            damaged = content[:page] + filler * 4096 + content[page + 4096 :]
            path.write_bytes(damaged)
            try:
                with closing(open_file(path)) as store:
                    store.load()
                    store.history()
            except UserError:
                pass


# ---- names


def test_a_name_too_long_for_its_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ยาวเกินไป"):
        create_file(tmp_path / ("ก" * 83 + ".itadb"))
    with pytest.raises(UserError, match="ยาวเกินไป"):
        create_file(tmp_path / ("x" * 300 + ".itadb"))
    create_file(tmp_path / ("ก" * 80 + ".itadb")).close()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_path_longer_than_sqlite_takes_is_refused_with_a_reason(tmp_path: Path) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < 560:
        folder /= "โฟลเดอร์ที่ชื่อยาวมาก"
    folder.mkdir(parents=True)
    with pytest.raises(UserError, match="ยาวเกินไป"):
        create_file(folder / "งาน.itadb")
    assert list(folder.iterdir()) == []


def test_a_new_file_never_goes_over_another_unasked(path: Path) -> None:
    content = path.read_bytes()
    with pytest.raises(UserError, match="อยู่แล้ว"):
        create_file(path)
    assert path.read_bytes() == content
    create_file(path, overwrite=True).close()
    assert path.read_bytes() != content


def test_a_new_file_that_cannot_be_filled_leaves_nothing_behind(path: Path) -> None:
    content = path.read_bytes()
    with pytest.raises(sqlite3.IntegrityError):
        create_file(path, (OFFICE, OFFICE), overwrite=True)
    with pytest.raises(sqlite3.IntegrityError):
        create_file(path.with_name("new.itadb"), (OFFICE, OFFICE))
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


# ---- faults while the file is open


def test_a_file_locked_by_another_program_is_told_and_can_be_saved_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)
    with closing(open_file(path)) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LockedFileError, match="กำลังใช้"):
                commit(store)
            with pytest.raises(LockedFileError):
                open_file(path)
            open_file(path, read_only=True).close()
            other.execute("ROLLBACK")
        commit(store)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_moved_under_the_program_is_told_and_written_again_once_it_is_back(
    path: Path,
) -> None:
    away = path.with_name("ย้ายแล้ว.itadb")
    with closing(open_file(path)) as store:
        path.rename(away)
        with pytest.raises(MissingFileError, match="ถูกย้าย"):
            commit(store)
        away.rename(path)
        commit(store)
    with closing(open_file(path)) as store:
        assert store.last_edit() == "1"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_a_file_deleted_or_replaced_under_the_program_can_be_saved_elsewhere(path: Path) -> None:
    with closing(open_file(path)) as store:
        path.unlink()
        with pytest.raises(MissingFileError, match="ลบ"):
            commit(store)
        path.write_bytes(b"another file")
        with pytest.raises(UserError):
            commit(store)
        assert path.read_bytes() == b"another file"
        store.copy_to(path.with_name("กู้.itadb"))
    with closing(open_file(path.with_name("กู้.itadb"))) as rescued:
        assert rescued.load().find(MEASURE.id) == MEASURE


def test_a_store_opened_to_read_writes_nothing(path: Path) -> None:
    content = path.read_bytes()
    with closing(open_file(path, read_only=True)) as store:
        with pytest.raises(UserError, match="อ่านอย่างเดียว"):
            commit(store)
        with pytest.raises(UserError, match="อ่านอย่างเดียว"):
            store.add_attachment(b"x", "image/png")
    assert path.read_bytes() == content


def test_a_full_disk_keeps_the_file_as_it_was_until_there_is_room(path: Path) -> None:
    with closing(open_file(path)) as store:
        store._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(UserError, match="เต็ม"):
            commit(store, note="ยาว" * 50_000)
        assert store.load().find(MEASURE.id) == MEASURE
        store._connection.execute("PRAGMA max_page_count = 100000")
        commit(store, note="ยาว" * 50_000)


def test_a_real_full_disk_is_told_and_nothing_is_lost() -> None:
    with (
        small_disk("1m") as folder,
        closing(create_file(folder / "งาน.itadb", FULL_RECORDS)) as store,
    ):
        filler = folder / "filler"
        with pytest.raises(OSError, match="No space"), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        with pytest.raises(UserError, match="เต็ม"):
            commit(store, note="ยาว" * 50_000)
        with pytest.raises(UserError, match="เต็ม"):
            create_file(folder / "ใหม่.itadb", FULL_RECORDS)
        with pytest.raises(UserError, match="เต็ม"):
            store.copy_to(folder / "สำเนา.itadb")
        assert sorted(one.name for one in folder.iterdir()) == ["filler", "งาน.itadb"]
        assert store.load().find(MEASURE.id) == MEASURE
        filler.unlink()
        commit(store)


def test_a_read_only_medium_opens_to_read_and_says_why_not_to_write() -> None:
    with small_disk("2m") as folder:
        path = folder / "งาน.itadb"
        create_file(path, FULL_RECORDS).close()
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        assert "อ่านอย่างเดียว" in refused(path).problem
        assert hold(path) == Unholdable()
        with closing(open_file(path, read_only=True)) as store:
            assert store.load().find(MEASURE.id) == MEASURE
            with pytest.raises(UserError):
                create_file(folder / "ใหม่.itadb")


def test_a_write_cut_off_is_undone_at_the_next_opening_but_not_on_a_read_only_medium() -> None:
    with small_disk("8m") as folder:
        path = folder / "งาน.itadb"
        create_file(path, FULL_RECORDS).close()
        subprocess.run([sys.executable, "-c", INTERRUPTED, str(path)], check=False)
        assert path.with_name(path.name + "-journal").stat().st_size > 0
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        said = refused(path, read_only=True)
        assert "กลางคัน" in said.problem
        assert "-journal" in said.remedy
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
        with closing(open_file(path)) as store:
            assert store.load().find(MEASURE.id) == MEASURE


# ---- rights, as somebody who has not all of them


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into (pytest's own lets only its owner)."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child of other rights")
def test_missing_rights_are_told_and_reading_goes_on_where_it_may(open_folder: Path) -> None:
    path = open_folder / "งาน.itadb"
    create_file(path, FULL_RECORDS).close()

    def cannot_write_the_file() -> None:
        assert "อ่านอย่างเดียว" in refused(path).problem
        with closing(open_file(path, read_only=True)) as store:
            assert store.load().find(MEASURE.id) == MEASURE

    def cannot_write_the_folder() -> None:
        assert "อ่านอย่างเดียว" in refused(path).problem
        assert hold(path) == Unholdable()
        open_file(path, read_only=True).close()
        with pytest.raises(UserError, match="ไม่อนุญาต"):
            create_file(open_folder / "ใหม่.itadb")

    def cannot_even_read() -> None:
        with pytest.raises(UserError, match="ไม่อนุญาต"):
            open_file(path)

    path.chmod(0o444)
    as_nobody(cannot_write_the_file)
    path.chmod(0o666)
    open_folder.chmod(0o555)
    as_nobody(cannot_write_the_folder)
    open_folder.chmod(0o777)
    path.chmod(0)  # in a folder that may be written
    as_nobody(cannot_even_read)
