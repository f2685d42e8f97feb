"""Rescue: whatever is still there of a damaged file comes out of it, and the losses are named."""

from __future__ import annotations

import dataclasses
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.edits import Change, Edit, added, removed
from ita_desktop.model.records import Measure, Record, RoundReport, YearWork
from ita_desktop.session.safety.backups import Places, make_backup
from ita_desktop.session.safety.rescuing import (
    RESCUED,
    can_be_rescued,
    nearest_backup,
    proposed_target,
    rescue_file,
)
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.rescue import Rescued, rescue
from ita_desktop.storage.sample import sample_pictures, sample_records
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import Store, create_file, open_file
from tests.aids.full_records import FULL_RECORDS, MEASURE, PICTURE
from tests.aids.places import FILES
from tests.aids.programs import INTERRUPTED

NOW = datetime(2026, 1, 5, 9, 30, 15)
WHEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PAGE = 4096
YEAR = YearWork.of(2569).id


def commit(store: Store, edit: Edit) -> None:
    store.commit(
        edit, edit_id=str(uuid4()), parent=store.last_edit(), who="ก", when=WHEN, kind="edit"
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file large enough for trees of several pages, with a history, pictures, deleted rows."""
    path = tmp_path_factory.mktemp("rescue") / "งาน.itadb"
    records = sample_records(lambda: str(uuid4()))
    pictures = [(data, "image/jpeg") for data in sample_pictures()]
    with closing(create_file(path, records, attachments=pictures, lineage="line")) as store:
        measure = store.load().of(Measure)[0]
        more = [dataclasses.replace(measure, id=str(uuid4())) for _ in range(40)]
        commit(store, added("เพิ่ม", *more))
        commit(store, removed("ลบ", *more[:10]))
        before = more[20]
        for number in range(30):
            after = dataclasses.replace(before, note=str(number) * 200)
            commit(store, Edit("แก้ไข", (Change(before, after),)))
            before = after
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "งาน.itadb"))


def content(path: Path) -> tuple[set[Record], set[bytes], tuple[str, ...]]:
    with closing(open_file(path, read_only=True)) as store:
        snapshot = store.load()
        history = tuple(entry.edit_id for entry in store.history(10**6))[::-1]
        with closing(sqlite3.connect(path)) as connection:
            attachments = {data for (data,) in connection.execute("SELECT bytes FROM attachment")}
    return set(snapshot.records), attachments, history


def read_again(rescued: Rescued) -> tuple[set[Record], set[bytes], tuple[str, ...]]:
    return (
        set(rescued.records),
        {data for data, _ in rescued.attachments},
        tuple(entry.edit_id for entry in rescued.history),
    )


def overwrite(path: Path, number: int, filler: bytes = b"\x00") -> None:
    data = bytearray(path.read_bytes())
    data[(number - 1) * PAGE : number * PAGE] = filler * PAGE
    path.write_bytes(data)


def pages(path: Path, table: str) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)
        )
        return [number for (number,) in found]


def root(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        return int(found.fetchone()[0])


def test_a_whole_file_is_rescued_whole(path: Path) -> None:
    rescued = rescue(path)
    assert read_again(rescued) == content(path)
    assert (rescued.losses, rescued.again, rescued.stand_ins) == ((), (), ())
    assert rescued.lineage == "line"


@pytest.mark.parametrize("version", [1, 2])
def test_files_of_every_version_are_rescued_whole(version: int, tmp_path: Path) -> None:
    path = tmp_path / "old.itadb"
    shutil.copyfile(FILES / f"version_{version}.itadb", path)
    rescued = rescue(path)
    assert rescued.losses == ()
    assert MEASURE.title in {one.title for one in rescued.records if isinstance(one, Measure)}
    assert [data for data, _ in rescued.attachments] == [PICTURE]
    assert len(rescued.history) == 3


def test_a_file_whose_first_page_is_gone_loses_nothing_but_that_page(path: Path) -> None:
    before = content(path)
    overwrite(path, 1)
    with pytest.raises(UserError) as caught:
        open_file(path)
    assert can_be_rescued(caught.value)
    assert read_again(rescue(path)) == before


def test_a_table_whose_root_is_gone_is_put_together_from_its_other_pages(path: Path) -> None:
    records, *_ = content(path)
    overwrite(path, root(path, "measure"))
    rescued = rescue(path)
    assert set(rescued.records) == records


def test_what_was_on_a_lost_page_is_named_and_everything_else_is_there(path: Path) -> None:
    records, attachments, history = content(path)
    lost = pages(path, "measure")[0]
    overwrite(path, lost)
    rescued = rescue(path)
    back = set(rescued.records)
    [loss] = rescued.losses
    held = {one.id for one in back} - {*rescued.stand_ins}  # those of lost ones with reports
    gone = {one.id for one in records} - held
    assert loss.table == "measure"
    assert set(loss.ids) == gone
    assert gone
    assert back - set(_by_id(rescued, rescued.stand_ins)) <= records
    assert len(rescued.attachments) == len(attachments)
    assert len(rescued.history) == len(history)


def _by_id(rescued: Rescued, ids: tuple[str, ...]) -> list[Record]:
    return [one for one in rescued.records if one.id in ids]


def test_lost_records_come_back_from_the_history_as_it_last_had_them(tmp_path: Path) -> None:
    path = tmp_path / "a.itadb"
    year = YearWork.of(2569)
    made = [Measure(id=f"m{n}", year_id=year.id, title=f"{n}" * 600) for n in range(12)]
    with closing(create_file(path, [year])) as store:
        commit(store, added("เพิ่ม", *made))
        commit(store, Edit("แก้", (Change(made[3], dataclasses.replace(made[3], note="ใหม่")),)))
        commit(store, removed("ลบ", made[4]))
    records, *_ = content(path)
    for number in pages(path, "measure"):
        overwrite(path, number)
    rescued = rescue(path)
    assert set(rescued.records) == records
    assert len(rescued.again) == 11
    assert [one for one in rescued.losses if one.ids] == []


def test_a_row_with_one_bad_value_keeps_all_the_others(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        chosen, title = connection.execute("SELECT id, title FROM measure LIMIT 1").fetchone()
        connection.execute(
            "UPDATE measure SET steps = '{', status = 'unheard of', note = CAST(x'61ff62' AS TEXT)"
            " WHERE id = ?",
            (chosen,),
        )
    rescued = rescue(path)
    [measure] = [one for one in rescued.records if one.id == chosen]
    assert isinstance(measure, Measure)
    assert (measure.title, measure.steps, measure.status) == (title, (), None)
    assert measure.note == "a\ufffdb"
    [loss] = rescued.losses
    assert loss.fields == ((chosen, ("steps", "status", "note")),)


def test_children_of_lost_parents_keep_a_place(tmp_path: Path) -> None:
    path = tmp_path / "a.itadb"
    year = YearWork.of(2569)
    measure = Measure(id="m", year_id=year.id, title="หาย")
    report = RoundReport(id="r", measure_id="m", month=6)
    create_file(path, [year, measure, report]).close()
    for table in ("year_work", "measure"):
        overwrite(path, root(path, table))
    rescued = rescue(path)
    found = {one.id: one for one in rescued.records}
    assert found["r"] == report
    assert isinstance(found["m"], Measure)
    assert set(rescued.stand_ins) == {"m", found["m"].year_id}
    rescue_file(path, tmp_path / "b.itadb", Places(None), who="ก", now=NOW)


def test_a_damaged_picture_is_lost_and_told_and_a_whole_one_is_not(path: Path) -> None:
    data = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        digest, picture = connection.execute("SELECT sha256, bytes FROM attachment").fetchone()
    place = data.index(picture[5000:5100])
    data[place] ^= 1
    path.write_bytes(data)
    rescued = rescue(path)
    assert picture not in {one for one, _ in rescued.attachments}
    assert len(rescued.attachments) == len(sample_pictures()) - 1
    [loss] = rescued.losses
    assert (loss.table, loss.ids) == ("attachment", (digest,))


def test_a_file_cut_short_gives_what_is_before_the_cut(path: Path) -> None:
    records, _, history = content(path)
    data = path.read_bytes()
    for part in (4, 2):
        path.write_bytes(data[: len(data) // PAGE // part * PAGE + 100])
        rescued = rescue(path)
        partly = {one for loss in rescued.losses for one, _fields in loss.fields}
        known = partly.union(rescued.stand_ins)
        back = {one for one in rescued.records if one.id not in known}
        assert back <= records
        assert len(back) > 100
        assert {entry.edit_id for entry in rescued.history} <= set(history)
        assert rescued.losses


def test_a_write_cut_off_in_a_damaged_file_is_undone_first(path: Path) -> None:
    before = content(path)
    subprocess.run([sys.executable, "-c", INTERRUPTED, str(path)], check=False)
    assert path.with_name(path.name + "-journal").exists()
    untouched = path.read_bytes()
    assert read_again(rescue(path)) == before
    assert path.read_bytes() == untouched


def test_foreign_things_in_a_file_are_left_out(path: Path) -> None:
    before = content(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE strange (id TEXT, x BLOB)")
        connection.execute("INSERT INTO strange VALUES ('a', zeroblob(100000))")
        connection.execute(
            "CREATE TRIGGER t AFTER UPDATE ON measure BEGIN DELETE FROM history; END"
        )
        connection.execute("CREATE VIEW v AS SELECT 1")
    assert read_again(rescue(path)) == before


@pytest.mark.parametrize("data", [b"", b"x", bytes(9000), b"SQLite format 3\x00" + b"\xff" * 9000])
def test_where_nothing_can_be_read_it_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.itadb").write_bytes(data)
    with pytest.raises(UserError, match="ไม่พบข้อมูลที่อ่านได้"):
        rescue_file(tmp_path / "a.itadb", tmp_path / "b.itadb", Places(None), who="ก", now=NOW)
    assert not (tmp_path / "b.itadb").exists()


def test_a_rescued_file_opens_sealed_with_its_history_and_says_where_it_comes_from(
    path: Path,
) -> None:
    records, attachments, history = content(path)
    overwrite(path, 1, b"\xff")
    target = proposed_target(path, NOW)
    assert target.name == "งาน กู้แล้ว 2569-01-05.itadb"
    done = rescue_file(path, target, Places(None), who="ก", now=NOW)
    assert done.complete
    found = content(target)
    assert found[:2] == (records, attachments)
    assert found[2][:-1] == history
    with closing(open_file(target)) as store:
        assert store.content == Intact()
        assert store.history(1)[0].name == RESCUED
        assert store.load() == done.snapshot
    with pytest.raises(UserError, match="อยู่แล้ว"):
        rescue_file(path, target, Places(None), who="ก", now=NOW)


def test_the_nearest_good_backup_is_offered_with_what_differs(path: Path, tmp_path: Path) -> None:
    places = Places(tmp_path / "backups")
    make_backup(path, places, Reason.TIMED, NOW)
    bad = make_backup(path, places, Reason.CLOSING, NOW).made[0]
    bad.path.write_bytes(b"rubbish")
    lost = pages(path, "measure")[0]
    overwrite(path, lost)
    overwrite(path, root(path, "file"))
    done = rescue_file(path, tmp_path / "b.itadb", places, who="ก", now=NOW)
    assert done.lineage == "line", "known by the note beside the backups"
    looked = nearest_backup(done, path, places)
    assert looked is not None
    assert looked.backup.reason is Reason.TIMED
    [found] = looked.since
    assert (found.kind, found.added) == (Measure, ())
    gone = sum(part.gone for part in done.lost if part.title == Measure.TITLE)
    stand_ins = [
        one for one in found.changed if one.after == Measure(id=one.record.id, year_id=YEAR)
    ]
    assert (len(stand_ins), gone) == (len(found.changed), len(found.removed) + len(stand_ins))
    assert nearest_backup(done, path, Places(tmp_path / "none")) is None


def test_random_damage_never_stops_a_rescue_and_never_invents_a_record(
    path: Path, tmp_path: Path
) -> None:
    records, *_ = content(path)
    known = {one.id for one in records}
    data = path.read_bytes()
    chance = Random(11)
    for _ in range(25):
        damaged = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            number = chance.randrange(len(data) // PAGE)
            kind = chance.randrange(4)
            at = number * PAGE
            if kind == 0:
                damaged[at : at + PAGE] = bytes(PAGE)
            elif kind == 1:
                other = chance.randrange(len(data) // PAGE) * PAGE
                damaged[at : at + PAGE], damaged[other : other + PAGE] = (
                    damaged[other : other + PAGE],
                    damaged[at : at + PAGE],
                )
            elif kind == 2:
                damaged[at : at + 64] = chance.randbytes(64)
            else:
                damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        rescued = rescue(path)
        whole = {one.id for one in rescued.records} - set(rescued.stand_ins)
        assert len(whole - known) <= 2, "only an id that was itself hit is new"
        target = tmp_path / "rescued.itadb"
        rescue_file(path, target, Places(None), who="ก", now=NOW, overwrite=True)
        open_file(target).close()


def test_every_field_of_every_record_survives_a_rescue(tmp_path: Path) -> None:
    path = tmp_path / "full.itadb"
    attachment = [(PICTURE, "image/png")]
    create_file(path, FULL_RECORDS, attachments=attachment).close()
    overwrite(path, 1)
    rescued = rescue(path)
    assert {one.id: one for one in rescued.records} == {one.id: one for one in FULL_RECORDS}
    assert rescued.attachments == ((PICTURE, "image/png"),)
