"""Files from others: nothing in them is trusted, whatever they say of themselves.

Whoever makes a file can seal it too, so every hostile value here is under a seal that fits.
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.fields import fields_of
from ita_desktop.model.records import RECORDS, Record
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.safety.backups import Places
from ita_desktop.session.safety.rescuing import can_be_rescued, rescue_file
from ita_desktop.storage import connections
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.backups import take
from ita_desktop.storage.connections import LARGEST_VALUE
from ita_desktop.storage.faults import DamagedFileError
from ita_desktop.storage.fingerprint import read_digests
from ita_desktop.storage.holder import Holding
from ita_desktop.storage.seal import Intact, seal
from ita_desktop.storage.store import create_file, open_file
from tests.aids.full_records import FULL_RECORDS, MEASURE, PICTURE
from tests.aids.places import ROOT

NOW = datetime(2026, 1, 5, 9, 30, 15)
DEEP = "[" * 100_000
HOSTILE = (
    "",
    "\0",
    "ก\0ข",
    "null",
    "[]",
    "{}",
    "[[]]",
    '{"text": 1}',
    "[null]",
    "1e400",
    "NaN",
    "Infinity",
    "-0",
    "99999-99-99",
    "0000-00-00",
    "'; DROP TABLE measure; --",
    "../../../etc/passwd",
    "\u202e\u2066\ufeff",
    "9" * 10_000,
    DEEP,
    '{"unread": {"unread": []}}',
    '{"start": "9999-12-31", "end": "0001-01-01"}',
    '[{"kind": "I", "number": "1", "year": 1e999}]',
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "งาน.itadb"
    create_file(file, FULL_RECORDS, attachments=[(PICTURE, "image/png")]).close()
    return file


def sealed(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change a file by another program, and seal what came of it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement, values in statements:
            connection.execute(statement, values)
        connection.execute("BEGIN")
        seal(connection, read_digests(connection))
        connection.execute("COMMIT")


def columns() -> Iterator[tuple[type[Record], str]]:
    for kind in RECORDS:
        yield kind, "id"
        for field in fields_of(kind):
            yield kind, field.name


def test_every_hostile_value_in_every_column_is_read_or_told_and_never_crashes(
    path: Path, tmp_path: Path
) -> None:
    whole = path.read_bytes()
    refused = 0
    for number, (kind, column) in enumerate(columns()):
        path.write_bytes(whole)
        try:
            statement = f'UPDATE "{kind.TABLE}" SET "{column}" = ? WHERE rowid = 1'
            sealed(path, (statement, (HOSTILE[number % len(HOSTILE)],)))
        except sqlite3.IntegrityError:
            continue  # a column of numbers
        try:
            with closing(open_or_read(path)) as opened:
                assert opened.session.store.content == Intact()
        except DamagedFileError as told:
            refused += 1
            assert kind.TABLE in told.problem
            if refused % 8 == 0:
                target = tmp_path / "rescued.itadb"
                rescue_file(path, target, Places(None), who="", now=NOW, overwrite=True)
                open_file(target).close()
    assert refused > 30


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("pairs", DEEP),
        ("pairs", "{"),
        ("pairs", '[{"table": 1, "id": [], "before": null, "after": null}]'),
        ("pairs", json.dumps([{"table": "measure", "id": "x", "before": [1], "after": "y"}])),
        ("at", "not a time"),
        ("at", "9999-12-31T23:59:59.999+00:00"),
        ("who", "\0"),
        ("parent", "nobody"),
    ],
)
def test_a_hostile_line_of_the_history_is_shown_as_unread_and_stops_nothing(
    path: Path, column: str, value: str
) -> None:
    with closing(open_or_read(path)) as opened:
        opened.session.change(opened.session.snapshot.office, name="ใหม่")
    sealed(path, (f"UPDATE history SET {column} = ?", (value,)))
    with closing(open_or_read(path)) as opened:
        session = opened.session
        [entry] = session.store.history()
        assert entry.unread == (column in ("pairs", "at") and "9999" not in value)
        session.change(session.snapshot.office, name="ใหม่กว่า")
        session.flush()
    with closing(open_or_read(path)) as opened:
        assert opened.session.snapshot.office.name == "ใหม่กว่า"


def test_a_hostile_note_of_who_has_the_file_is_told_as_far_as_it_goes(path: Path) -> None:
    with closing(open_or_read(path)) as opened:
        assert isinstance(opened.holding, Holding)
        holder = dataclasses.replace(opened.holding.holder, since="soon", user="<b>\0")
        opened.holding.note.write_text(json.dumps(dataclasses.asdict(holder)), encoding="utf-8")
        with closing(open_or_read(path)) as second:
            assert second.why_read_only.startswith("<b>\0 กำลังใช้แฟ้มงานนี้ที่เครื่อง")


def test_a_value_of_more_than_anybody_types_is_refused_before_it_fills_the_memory(
    path: Path,
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "UPDATE measure SET note = CAST(zeroblob(?) AS TEXT) WHERE id = ?",
            (LARGEST_VALUE + 1, MEASURE.id),
        )
    for read_only in (True, False):
        with pytest.raises(UserError, match="ใหญ่เกิน"):
            open_file(path, read_only=read_only)


def test_a_value_that_is_too_large_to_keep_is_told_and_the_file_stays_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "LARGEST_VALUE", 1_000_000)
    with closing(open_or_read(path)) as opened:
        session = opened.session
        with pytest.raises(UserError, match="ใหญ่เกิน"):
            session.store.add_attachment(bytes(1_000_001), "application/pdf")
        session.change(session.snapshot.office, address="ย" * 400_000)
        with pytest.raises(UserError, match="ใหญ่เกิน"):
            session.flush()
        session.undo()
    with closing(open_file(path)) as store:
        assert store.content == Intact()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE measure2 AS SELECT * FROM measure",
        "ALTER TABLE office ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(name)) VIRTUAL",
        "CREATE TRIGGER x AFTER INSERT ON history BEGIN DELETE FROM measure; END",
        "CREATE VIEW x AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n FROM c) SELECT 1",
        "CREATE VIRTUAL TABLE x USING rtree(id, a, b)",
        "ANALYZE",
    ],
)
def test_what_others_put_into_the_tables_themselves_is_refused_and_can_be_left_out(
    path: Path, statement: str, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    with pytest.raises(UserError, match="ไม่ได้สร้าง") as caught:
        open_or_read(path)
    assert can_be_rescued(caught.value)
    done = rescue_file(path, tmp_path / "b.itadb", Places(None), who="", now=NOW)
    if "ALTER" not in statement:
        assert set(done.snapshot.records) == set(FULL_RECORDS)


def test_a_trigger_slipped_in_while_the_file_is_open_stops_the_writing_and_is_told(
    path: Path,
) -> None:
    with closing(open_or_read(path)) as opened:
        session = opened.session
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TRIGGER x AFTER UPDATE ON office BEGIN DELETE FROM history; END")
        session.change(session.snapshot.office, name="ใหม่")
        with pytest.raises(UserError, match="ไม่ได้สร้าง"):
            session.flush()
        with pytest.raises(UserError, match="ไม่ได้สร้าง"):
            session.accept_content()
        with closing(sqlite3.connect(path)) as other:
            other.execute("DROP TRIGGER x")
        session.flush()
        assert len(session.store.history()) == 1


def test_orphans_under_a_fitting_seal_are_read_and_can_be_backed_up_or_are_refused(
    path: Path, tmp_path: Path
) -> None:
    sealed(path, ("PRAGMA foreign_keys = OFF", ()), ("DELETE FROM year_work", ()))
    with closing(open_or_read(path)) as opened:
        assert opened.session.snapshot.years == ()
    with pytest.raises(UserError, match="เสียหาย"):
        take(path, tmp_path / "b", Reason.ASKED, NOW)


def test_an_html_or_a_shell_in_a_name_is_a_name_like_any_other(path: Path, tmp_path: Path) -> None:
    name = "<b>&amp;</b>$(reboot)`x`|;\n%s{0}"
    sealed(path, ("UPDATE office SET name = ?", (name,)))
    with closing(open_or_read(path)) as opened:
        assert opened.session.snapshot.office.name == name
    made = take(path, tmp_path / "b", Reason.ASKED, NOW).backup
    assert made.path.is_relative_to(tmp_path / "b")
    assert "\n" not in made.path.name
    assert ROOT.exists()
