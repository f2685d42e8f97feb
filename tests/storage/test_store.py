"""The office file on real disks: made, opened, read, committed to, copied."""

from __future__ import annotations

import dataclasses
import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.errors import UserError
from ita_desktop.model.codec import row_of
from ita_desktop.model.edits import Change, Edit, added, removed
from ita_desktop.model.records import RECORDS, Division, Measure, Office, Record, YearWork
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.storage.faults import StaleFileError
from ita_desktop.storage.schema import VERSION
from ita_desktop.storage.store import Store, create_file, open_file
from tests.aids.full_records import (
    DIVISION,
    FULL_RECORDS,
    MEASURE,
    OFFICE,
    PICTURE,
    PICTURE_SHA256,
    YEAR,
)
from tests.aids.places import ROOT
from tests.aids.strategies import offices, records_of

WHEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create_file(tmp_path / "งาน.itadb", FULL_RECORDS)
    yield made
    made.close()


def commit(store: Store, edit: Edit, edit_id: str, kind: str = "edit") -> None:
    store.commit(edit, edit_id=edit_id, parent=store.last_edit(), who="ก", when=WHEN, kind=kind)


def edited(record: Record, **values: object) -> Edit:
    return Edit("แก้ไข", (Change(record, dataclasses.replace(record, **values)),))  # type: ignore[arg-type]


def records(snapshot: Snapshot) -> set[Record]:
    return {record for kind in RECORDS for record in snapshot.of(kind)}


# ---- what is put in comes out


def test_every_kind_of_record_with_every_field_filled_comes_back(store: Store) -> None:
    assert records(store.load()) == set(FULL_RECORDS)
    assert {type(record) for record in FULL_RECORDS} == set(RECORDS)


def test_the_full_office_leaves_no_declared_field_at_its_default() -> None:
    filled = {
        (type(record), name)
        for record in FULL_RECORDS
        for name, value in row_of(record).items()
        if value not in ("", None, "[]", "{}", 0)
    }
    declared = {(kind, name) for kind in RECORDS for name in row_of(kind(id="x"))}
    assert declared - filled == set()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(offices())
def test_any_office_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, office: tuple[Record, ...]
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.itadb"
    with closing(create_file(path, office)) as store:
        assert records(store.load()) == set(office)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(records_of(Division, id=st.just("d")), min_size=1, max_size=5))
def test_any_chain_of_edits_and_its_undoing_leave_the_file_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, states: list[Division]
) -> None:
    path = tmp_path_factory.mktemp("chain") / "a.itadb"
    sides: list[Division | None] = [None, *states, None]
    edits = [Edit("ทำ", (Change(before, after),)) for before, after in pairwise(sides)]
    with closing(create_file(path)) as store:
        before = table_rows(path)
        for number, edit in enumerate(edits):
            commit(store, edit, f"do-{number}")
        for number, edit in enumerate(reversed(edits)):
            commit(store, edit.reversed, f"undo-{number}", "undo")
        assert table_rows(path) == before


def table_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            kind.TABLE: sorted(connection.execute(f"SELECT * FROM {kind.TABLE}"))
            for kind in RECORDS
        }


def test_the_tables_are_plain_and_readable(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        title, references = connection.execute(
            'SELECT title, "references" FROM measure WHERE id = ?', (MEASURE.id,)
        ).fetchone()
    assert title == MEASURE.title
    assert json.loads(references)[0] == {"kind": "I", "number": "10", "year": 2568}


# ---- edits


def test_adding_changing_and_deleting_in_one_edit_and_undoing_it(store: Store) -> None:
    before = store.load()
    edit = Edit(
        "หลายอย่าง",
        (
            Change(None, Division(id="new", name="กองช่าง")),
            *edited(MEASURE, title="ใหม่", note="ใหม่").changes,
            Change(DIVISION, None),
        ),
    )
    commit(store, edit, "1")
    assert records(store.load()) == records(before.after(edit))
    commit(store, edit.reversed, "2", "undo")
    assert records(store.load()) == records(before)


def test_a_division_still_named_elsewhere_can_be_deleted_and_brought_back(store: Store) -> None:
    commit(store, removed("ลบ", DIVISION), "1")
    assert store.load().get(Division, DIVISION.id) is None
    commit(store, removed("ลบ", DIVISION).reversed, "2", "undo")
    assert store.load().get(Division, DIVISION.id) == DIVISION


def test_children_may_come_before_their_parents_in_one_edit(store: Store) -> None:
    year = YearWork.of(2570)
    measure = Measure(id="later", year_id=year.id)
    commit(store, added("เพิ่ม", measure, year), "1")
    commit(store, removed("ลบ", year, measure), "2")
    assert store.load().get(Measure, "later") is None


def test_a_measure_without_its_year_is_not_taken(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        commit(store, added("เพิ่ม", Measure(id="x", year_id="nowhere")), "1")
    assert store.load().get(Measure, "x") is None
    assert store.last_edit() is None


def test_an_edit_that_fails_halfway_leaves_nothing(store: Store) -> None:
    before = records(store.load())
    changed = edited(MEASURE, title="ครึ่งทาง").changes[0]
    stale = Change(Division(id="not there"), None)
    with pytest.raises(StaleFileError):
        commit(store, Edit("ครึ่ง", (changed, stale)), "1")
    assert records(store.load()) == before
    assert store.history() == ()
    commit(store, Edit("เต็ม", (changed,)), "2")


def test_an_edit_made_from_an_older_state_is_refused(store: Store) -> None:
    commit(store, edited(MEASURE, title="ใหม่กว่า"), "1")
    with pytest.raises(StaleFileError, match="มาตรการ"):
        commit(store, edited(MEASURE, title="จากของเก่า"), "2")
    with pytest.raises(StaleFileError):
        commit(store, added("เพิ่มซ้ำ", DIVISION), "3")


def test_a_commit_sent_twice_is_made_once(store: Store) -> None:
    edit = edited(MEASURE, title="ครั้งเดียว")
    commit(store, edit, "same")
    commit(store, edit, "same")
    assert len(store.history()) == 1


def test_text_that_no_file_can_hold_is_told_in_thai_and_changes_nothing(store: Store) -> None:
    with pytest.raises(UserError, match="อักขระ"):
        commit(store, edited(MEASURE, title="\ud83d"), "1")
    with pytest.raises(UserError, match="ตัวเลข"):
        commit(store, edited(YEAR, score_year=2**64), "2")
    assert records(store.load()) == set(FULL_RECORDS)


# ---- history


def test_the_history_tells_who_when_and_only_what_changed(store: Store) -> None:
    bangkok = WHEN.astimezone(timezone(timedelta(hours=7)))
    edit = edited(MEASURE, title="ใหม่")
    store.commit(edit, edit_id="a", parent=None, who="สมหญิง@พัสดุ", when=bangkok, kind="edit")
    commit(store, removed("ลบสำนัก/กอง", DIVISION), "b")
    newest, first = store.history()
    assert (first.who, first.when, first.name, first.kind) == ("สมหญิง@พัสดุ", WHEN, "แก้ไข", "edit")
    [pair] = first.pairs
    assert (pair.table, pair.record_id) == ("measure", MEASURE.id)
    assert (pair.before, pair.after) == ({"title": MEASURE.title}, {"title": "ใหม่"})
    assert newest.parent == "a"
    assert (newest.pairs[0].before, newest.pairs[0].after) == (row_of(DIVISION), None)
    assert store.last_edit() == "b"
    assert [entry.edit_id for entry in store.history(limit=1)] == ["b"]


def test_the_history_gives_back_the_state_before_any_edit(store: Store) -> None:
    before = row_of(MEASURE)
    state = MEASURE
    for number in range(6):
        after = dataclasses.replace(state, title=f"{number}", note=f"{number % 2}")
        commit(store, Edit("แก้", (Change(state, after),)), str(number))
        state = after
    row = row_of(state)
    for entry in store.history():
        row.update(entry.pairs[0].before or {})
    assert row == before


def test_a_kind_of_history_that_is_none_is_our_mistake(store: Store) -> None:
    with pytest.raises(ValueError, match="kind of history"):
        commit(store, edited(MEASURE, title="ก"), "1", "typo")
    assert records(store.load()) == set(FULL_RECORDS)


# ---- pictures, facts, other writers


def test_a_picture_is_kept_once_under_its_digest(store: Store) -> None:
    assert store.attachment(PICTURE_SHA256) is None
    assert store.add_attachment(PICTURE, "image/png") == PICTURE_SHA256
    store.add_attachment(PICTURE, "image/png")
    assert store.attachment(PICTURE_SHA256) == PICTURE


def test_a_damaged_picture_is_not_given_out(store: Store) -> None:
    store.add_attachment(PICTURE, "image/png")
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute("UPDATE attachment SET bytes = ?", (b"changed",))
    assert store.attachment(PICTURE_SHA256) is None


def test_a_file_knows_its_lineage_and_whether_it_is_the_sample(tmp_path: Path) -> None:
    with closing(create_file(tmp_path / "a.itadb", lineage="line", sample=True)) as store:
        assert (store.facts.lineage, store.facts.sample) == ("line", True)
    with closing(create_file(tmp_path / "b.itadb")) as one:
        with closing(create_file(tmp_path / "c.itadb")) as two:
            assert one.facts.lineage != two.facts.lineage
        assert not one.facts.sample


def test_a_write_by_another_program_is_noticed_and_read_in(store: Store) -> None:
    store.load()
    commit(store, edited(OFFICE, name="เราเอง"), "1")
    assert not store.foreign_write()
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute("UPDATE office SET name = 'เขา'")
    assert store.foreign_write()
    assert store.load().office.name == "เขา"
    assert not store.foreign_write()


def test_values_that_only_look_different_in_the_file_do_not_stop_an_edit(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute("UPDATE measure SET steps = replace(steps, '\": ', '\":')")
    store.accept(edit_id="0", parent=None, who="", when=WHEN)
    commit(store, edited(MEASURE, title="ใหม่"), "1")
    assert store.history()[0].pairs[0].after == {"title": "ใหม่"}


def test_readers_see_whole_edits_while_another_thread_commits(store: Store) -> None:
    def write() -> None:
        name = OFFICE.name
        for number in range(40):
            before = dataclasses.replace(OFFICE, name=name, short_name=short(name))
            name = str(number)
            commit(store, edited(before, name=name, short_name=short(name)), f"n-{number}")

    def short(name: str) -> str:
        return f"อบต.{name}"

    def read() -> None:
        for _ in range(40):
            office = store.load().get(Office, OFFICE.id)
            assert office is not None
            assert office.short_name == short(office.name)

    with ThreadPoolExecutor(3) as pool:
        for future in [pool.submit(write), pool.submit(read), pool.submit(read)]:
            future.result()


def test_a_file_is_kept_as_safely_as_sqlite_can(store: Store) -> None:
    connection = store._connection
    pragmas = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": 0x49544144,
        "user_version": VERSION,
    }
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas} == pragmas


# ---- copies


def test_a_copy_is_whole_and_carries_the_same_fingerprint(store: Store, tmp_path: Path) -> None:
    store.add_attachment(PICTURE, "image/png")
    commit(store, edited(MEASURE, title="ใหม่"), "1")
    target = tmp_path / "it's a #copy %20?.itadb"
    digest = store.copy_to(target)
    with closing(open_file(target, read_only=True)) as copy:
        assert copy.fingerprint() == digest == store.fingerprint()
        assert records(copy.load()) == records(store.load())
        assert copy.facts == store.facts
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([target.name, "งาน.itadb"])


def test_a_copy_never_goes_over_another_file_unasked(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "other.itadb"
    target.write_bytes(b"precious")
    with pytest.raises(UserError, match="อยู่แล้ว"):
        store.copy_to(target)
    assert target.read_bytes() == b"precious"
    with pytest.raises(UserError, match="อยู่แล้ว"):
        store.copy_to(store.path, overwrite=True)
    store.copy_to(target, overwrite=True)
    with closing(open_file(target)) as copy:
        assert copy.fingerprint() == store.fingerprint()


def test_a_file_open_to_read_can_be_copied_too(store: Store, tmp_path: Path) -> None:
    with closing(open_file(store.path, read_only=True)) as reader:
        digest = reader.copy_to(tmp_path / "copy.itadb")
        with pytest.raises(UserError):
            commit(reader, edited(MEASURE, title="ใหม่"), "1")
    assert digest == store.fingerprint()


def test_deleted_text_does_not_come_along_in_a_copy(store: Store, tmp_path: Path) -> None:
    secret = "คำที่ลบไปแล้วต้องไม่อยู่ในสำเนา"
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("PRAGMA secure_delete = OFF")
        for address in (secret * 500, ""):
            other.execute("UPDATE office SET address = ?", (address,))
            other.commit()
    assert secret.encode() in store.path.read_bytes()
    store.copy_to(tmp_path / "copy.itadb")
    assert secret.encode() not in (tmp_path / "copy.itadb").read_bytes()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE office SET name = name || ' '",
        "UPDATE measure SET status = NULL",
        "DELETE FROM round_report",
        "INSERT INTO file VALUES ('a', 'b')",
        "CREATE INDEX strange ON measure (title)",
    ],
)
def test_any_change_of_content_changes_the_fingerprint(store: Store, statement: str) -> None:
    before = store.fingerprint()
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute(statement)
    assert store.fingerprint() != before


# ---- paths


@pytest.mark.parametrize(
    "name",
    [
        "งาน ปี ๒๕๖๙ (แก้ไข).itadb",
        "50% #1 'a' & \"b\"?mode=ro;x=1.itadb",
        "file:strange.itadb",
        "%E0%B8%81.itadb",
        "-rf.itadb",
        "a\nb.itadb",
        "ไม่มีนามสกุล",
    ],
)
def test_awkward_names_are_names_like_any_other(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with closing(create_file(path, FULL_RECORDS)) as store:
        commit(store, edited(MEASURE, title="ใหม่"), "1")
        store.copy_to(tmp_path / f"copy {name}")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([name, f"copy {name}"])


def test_a_path_of_over_two_hundred_thai_and_latin_letters_works(tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 190:
        folder /= "โฟลเดอร์ yyyyyyyyyyyyyyyyyyyy"
    folder.mkdir(parents=True)
    path = folder / f"{'แฟ้ม'}{'x' * 30}.itadb"
    assert len(str(path)) > 220
    with closing(create_file(path, FULL_RECORDS)) as store:
        commit(store, edited(MEASURE, title="ใหม่"), "1")


def test_a_relative_path_still_holds_after_the_working_folder_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    with closing(create_file(Path("a.itadb"), FULL_RECORDS)) as store:
        monkeypatch.chdir(tmp_path / "other")
        commit(store, edited(MEASURE, title="ใหม่"), "1")
        store.copy_to(tmp_path / "b.itadb")


# ---- killed while writing

KILLED = """
import sys, dataclasses
from datetime import UTC, datetime
from pathlib import Path
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import Office
from ita_desktop.storage.store import open_file

store = open_file(Path(sys.argv[1]))
office = store.load().office
print("ready", flush=True)
for number in range(int(store.last_edit() or 0) + 1, 10**9):
    after = dataclasses.replace(office, telephone=str(number), address=str(number) * 3000)
    store.commit(
        Edit("x", (Change(office, after),)), edit_id=str(number), parent=store.last_edit(),
        who="", when=datetime.now(UTC),
    )
    office = after
    print(number, flush=True)
"""


def test_a_program_killed_while_it_commits_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "งาน.itadb"
    create_file(path, FULL_RECORDS).close()
    chance = Random(7)
    for _ in range(6):  # many more, half of them inside a write: faults/test_killed.py
        told = killed_after(path, 0.005 + chance.random() * 0.04)
        with closing(open_file(path)) as store:
            office = store.load().office
            stored = int(store.last_edit() or 0)
            assert stored >= told, "what was said to be saved is there"
            if stored:
                assert (office.telephone, office.address) == (str(stored), str(stored) * 3000)
            check = store._connection.execute("PRAGMA integrity_check").fetchone()
            assert check == ("ok",)


def killed_after(path: Path, seconds: float) -> int:
    """Let a program commit as fast as it can, kill it, and say which commit it told of last."""
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    lines = process.stdout.read().split("\n")[:-1]
    process.wait()
    return int(lines[-1]) if lines else 0


def test_a_snapshot_of_the_file_is_the_snapshot_of_its_records(store: Store) -> None:
    assert store.load() == snapshot_of(store.load().find(one.id) or one for one in FULL_RECORDS)
