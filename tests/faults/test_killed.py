"""Killed while it writes: no file is spoilt, nothing that was saved is lost, and it is told."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.session.holding import open_or_read
from ita_desktop.storage.store import create_file
from tests.aids.full_records import FULL_RECORDS
from tests.aids.places import ROOT
from tests.aids.programs import need

ROUNDS = 60


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child that shares memory")
def test_a_program_killed_again_and_again_half_the_times_inside_a_write_loses_nothing(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "tests.faults.killing", str(ROUNDS), "7", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    assert counts["rounds"] >= ROUNDS
    assert counts["inside"] >= ROUNDS // 2
    assert counts["edits"] > ROUNDS
    assert counts["undone"] > 0, "at least one write was cut off so late that it had to be undone"
    assert (counts["corrupt"], counts["lost"]) == (0, 0)
    assert counts["told_of_recovery"] == counts["rounds"]


KILLED = """
import os, sys
from pathlib import Path
from uuid import uuid4
from ita_desktop.session.holding import open_or_read
session = open_or_read(Path(sys.argv[1])).session
session.change(session.snapshot.office, telephone="๐ ๔๔๐๐ ๙๙๙๙")
session.flush()
os.kill(os.getpid(), 9)
"""


def test_the_next_start_after_a_kill_tells_what_was_saved_last_and_a_proper_end_tells_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "งาน.itadb"
    create_file(path, FULL_RECORDS).close()
    subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, check=False)
    with closing(open_or_read(path)) as opened:
        recovered = opened.recovered
        assert recovered is not None
        assert recovered.ended is not None
        assert not recovered.undone
        assert "งานที่ขึ้นว่าบันทึกแล้วยังอยู่ครบ" in recovered.sentence
        assert "“แก้ไขโทรศัพท์” เมื่อ" in recovered.sentence
        assert opened.session.snapshot.office.telephone == "๐ ๔๔๐๐ ๙๙๙๙"
    with closing(open_or_read(path)) as opened:
        assert opened.recovered is None


SAVES = """
import os, sys
from pathlib import Path
from ita_desktop.session.holding import open_or_read
session = open_or_read(Path(sys.argv[1])).session
said = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT)
session.listen_saving(lambda state: os.write(said, b"SAVED") if state.safe else None)
os.write(said, b"TYPED")
session.change(session.snapshot.office, telephone="๑๒๓")
session.flush()
os._exit(0)
"""


def test_journal_and_file_are_on_the_disk_before_it_is_said_that_they_are(tmp_path: Path) -> None:
    need("strace")
    path, trace = tmp_path / "work.itadb", tmp_path / "trace"
    create_file(path, FULL_RECORDS).close()
    command = [
        *("strace", "-f", "-y", "-o", str(trace)),
        *("-e", "trace=write,pwrite64,fsync,fdatasync,unlink"),
        *(sys.executable, "-c", SAVES, str(path), str(tmp_path / "said")),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr:
        pytest.skip("no process may be traced here")
    assert done.returncode == 0, done.stderr
    calls = [call for line in trace.read_text().splitlines() if (call := _call(line, path))]
    calls = calls[calls.index("say TYPED") + 1 : calls.index("say SAVED")]
    firsts = sorted({call: calls.index(call) for call in calls}.items(), key=lambda one: one[1])
    order = [call for call, _ in firsts]
    assert order == ["write journal", "sync journal", "sync folder", "write file", *order[4:]]
    assert order[4:] == ["sync file", "remove journal"], order
    last = {call: len(calls) - 1 - calls[::-1].index(call) for call in calls}
    assert last["write file"] < last["sync file"] < last["remove journal"] < last["sync folder"]


def _call(line: str, path: Path) -> str:
    """One traced call in words; empty where it is none of the file's."""
    names = {
        str(path.with_name(path.name + "-journal")): "journal",
        str(path): "file",
        str(path.parent): "folder",
        str(path.parent / "said"): "said",
    }
    found = re.search(r"(\w+)\((?:\d+<([^>]*)>|\"([^\"]*)\")", line)
    name = names.get((found[2] or found[3]).removesuffix(" (deleted)"), "") if found else ""
    if not found or not name:
        return ""
    if name == "said":
        return "say TYPED" if "TYPED" in line else "say SAVED"
    verbs = {"write": "write", "pwrite64": "write", "unlink": "remove"}
    return f"{verbs.get(found[1], 'sync')} {name}"
