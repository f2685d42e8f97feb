"""Damaged files: every change of content is noticed, nothing crashes, nothing hangs."""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.errors import UserError
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.opening import open_to_work
from ita_desktop.storage.faults import DamagedFileError
from ita_desktop.storage.store import create_file
from tests.aids.full_records import FULL_RECORDS
from tests.aids.places import ROOT

FILES = 240


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child that may crash")
def test_no_change_of_content_goes_unnoticed_and_no_damage_stops_the_program(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "tests.faults.damaging", str(FILES), "7", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["unnoticed"] == 0
    assert told["files"] == FILES
    assert told["outcomes"].keys() >= {"as before", "told: changed", "told: damaged"}
    assert set(told["by damage"]["text_changed"]) == {"told: changed"}, "SQLite sees none of these"


def test_a_name_that_is_no_text_in_the_files_own_tables_is_told_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "งาน.itadb"
    create_file(path, FULL_RECORDS).close()
    data = bytearray(path.read_bytes())
    data[data.index(b"CREATE TABLE measure")] = 0xFF
    path.write_bytes(data)
    with pytest.raises(UserError):
        open_or_read(path)


def test_a_file_whose_records_cannot_be_read_is_let_go_at_once(tmp_path: Path) -> None:
    path = tmp_path / "งาน.itadb"
    create_file(path, FULL_RECORDS).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE measure SET steps = '{'")
    gc.disable()
    try:
        with pytest.raises(DamagedFileError) as kept:
            open_to_work(path)
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
        assert "measure" in kept.value.problem
    finally:
        gc.enable()
