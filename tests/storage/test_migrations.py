"""The tables: what the records declare, how older files come up to date."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.codec import INTEGER_KINDS
from ita_desktop.model.edits import added
from ita_desktop.model.fields import fields_of
from ita_desktop.model.records import RECORDS, Measure, Record
from ita_desktop.storage import migrations, schema, store
from ita_desktop.storage.schema import VERSION, migrate
from ita_desktop.storage.store import create_file, open_file
from tests.aids.full_records import FULL_RECORDS, MEASURE, PICTURE, PICTURE_SHA256
from tests.aids.places import FILES

KEPT = sorted(FILES.glob("version_*.itadb"))


def empty() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def declared_columns(kind: type[Record]) -> list[tuple[str, str, bool]]:
    """Name, type and whether a value is needed, as the record's fields say."""
    columns = [("id", "TEXT", True)]
    for field in fields_of(kind):
        type_name = "INTEGER" if field.kind in INTEGER_KINDS else "TEXT"
        default = kind.__dataclass_fields__[field.name].default
        columns.append((field.name, type_name, default is not None))
    return columns


@pytest.mark.parametrize("kind", RECORDS)
def test_the_migrated_tables_are_what_the_records_declare(kind: type[Record]) -> None:
    with closing(empty()) as connection:
        migrate(connection)
        found = connection.execute(f"PRAGMA table_info({kind.TABLE})").fetchall()
        assert [(name, kind_, bool(needed)) for _, name, kind_, needed, *_ in found] == (
            declared_columns(kind)
        )
        assert [name for _, name, *_, key in found if key] == ["id"]


def test_every_table_is_strict_and_every_record_has_one() -> None:
    with closing(empty()) as connection:
        migrate(connection)
        listed = connection.execute("PRAGMA table_list").fetchall()
    strict = {name: bool(flag) for _, name, _, _, _, flag in listed if "sqlite_" not in name}
    assert strict == dict.fromkeys(
        [*(kind.TABLE for kind in RECORDS), "history", "attachment", "file"], True
    )


def test_only_what_is_nothing_without_its_parent_has_a_foreign_key() -> None:
    with closing(empty()) as connection:
        migrate(connection)
        keys = {
            (kind.TABLE, key[3], key[2])
            for kind in RECORDS
            for key in connection.execute(f"PRAGMA foreign_key_list({kind.TABLE})")
        }
    assert keys == {
        ("measure", "year_id", "year_work"),
        ("reporting_round", "year_id", "year_work"),
        ("round_report", "measure_id", "measure"),
        ("document_setup", "year_id", "year_work"),
        ("evidence", "year_id", "year_work"),
        ("issue_analysis", "year_id", "year_work"),
        ("signed_copy", "year_id", "year_work"),
    }


# ---- files of every released version


def test_a_file_of_every_version_is_kept() -> None:
    assert [file.stem for file in KEPT] == [f"version_{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda file: file.stem)
def test_a_file_of_every_version_opens_with_all_it_held(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "old.itadb"
    shutil.copyfile(kept, file)
    for read_only in (True, False):
        with closing(open_file(file, read_only=read_only, backups=tmp_path / "b")) as opened:
            snapshot = opened.load()
            measure = snapshot.get(Measure, MEASURE.id)
            assert measure is not None
            assert measure.title == MEASURE.title
            assert measure.responsible == MEASURE.responsible
            assert snapshot.office.name == "ศรีสำราญ"
            assert [entry.kind for entry in opened.history()] == ["redo", "undo", "edit"]
            assert opened.attachment(PICTURE_SHA256) == PICTURE
            assert opened.facts.lineage == "kept-file"


def test_the_newest_kept_file_holds_every_field_filled() -> None:
    with closing(open_file(KEPT[-1], read_only=True)) as opened:
        snapshot = opened.load()
        assert {snapshot.find(record.id) for record in FULL_RECORDS} == set(FULL_RECORDS)


# ---- moving to a newer version, with a step made up for the purpose


def a_newer_version(monkeypatch: pytest.MonkeyPatch, *steps: migrations.Migration) -> int:
    """Let the program be one that has more steps."""
    more = (*migrations.MIGRATIONS, *steps)
    monkeypatch.setattr(schema, "MIGRATIONS", more)
    for module in (schema, store):
        monkeypatch.setattr(module, "VERSION", len(more))
    monkeypatch.setattr(migrate, "__defaults__", (len(more),))
    return len(more)


def add_a_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE measure ADD COLUMN extra TEXT NOT NULL DEFAULT 'ใหม่'")


def break_a_link(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM year_work")


def raise_an_error(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE attachment")
    raise RuntimeError("a mistake of ours")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "งาน.itadb"
    create_file(path, FULL_RECORDS).close()
    return path


def test_an_older_file_is_brought_up_to_date_after_a_verified_backup(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = tmp_path / "สำรอง"
    with closing(open_file(old)) as before:
        digest = before.fingerprint()
    with monkeypatch.context() as newer:
        version = a_newer_version(newer, add_a_column)
        with closing(open_file(old, backups=backups)) as opened:
            assert opened.load().get(Measure, MEASURE.id) == MEASURE
        with closing(sqlite3.connect(old)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (version,)
            assert set(connection.execute("SELECT extra FROM measure")) == {("ใหม่",)}
    [backup] = backups.rglob("*.itadb")
    assert "ก่อนปรับรุ่นแฟ้ม ศรีสำราญ" in backup.name
    with closing(open_file(backup, read_only=True)) as kept:
        assert kept.fingerprint() == digest


def test_a_second_backup_does_not_replace_the_first(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(old, again)
    a_newer_version(monkeypatch, add_a_column)
    for path in (old, again / old.name):
        open_file(path, backups=tmp_path / "b").close()
    assert len(list((tmp_path / "b").rglob("*.itadb"))) == 2


def test_an_older_file_opened_read_only_stays_as_it_is(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = old.read_bytes()
    a_newer_version(monkeypatch, add_a_column)
    with closing(open_file(old, read_only=True)) as opened:
        assert opened.load().get(Measure, MEASURE.id) == MEASURE
    assert old.read_bytes() == content


@pytest.mark.parametrize(
    ("step", "error"), [(break_a_link, UserError), (raise_an_error, RuntimeError)]
)
def test_a_step_that_goes_wrong_leaves_the_file_as_it_was(
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: migrations.Migration,
    error: type[Exception],
) -> None:
    with closing(open_file(old)) as before:
        digest = before.fingerprint()
    with monkeypatch.context() as newer:
        a_newer_version(newer, add_a_column, step)
        with pytest.raises(error):
            open_file(old)
    with closing(open_file(old)) as after:
        assert after.fingerprint() == digest
        measure = Measure(id="new", year_id=MEASURE.year_id)
        after.commit(
            added("เพิ่ม", measure),
            edit_id="1",
            parent=None,
            who="",
            when=datetime(2026, 1, 1, tzinfo=UTC),
        )


def test_a_rebuilt_parent_table_does_not_lose_its_children(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rebuild_years(connection: sqlite3.Connection) -> None:
        sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name='year_work'").fetchone()
        connection.execute(sql[0].replace("year_work", "year_work_new"))
        connection.execute("INSERT INTO year_work_new SELECT * FROM year_work")
        connection.execute("DROP TABLE year_work")
        connection.execute("ALTER TABLE year_work_new RENAME TO year_work")

    a_newer_version(monkeypatch, rebuild_years)
    with closing(open_file(old)) as opened:
        assert opened.load().get(Measure, MEASURE.id) == MEASURE
