"""Where the file lies fails: what was typed stays, can be saved elsewhere, and is written later.

The faults are real: a full disk, a pulled stick, a locked file. What needs a disk of its own is
mounted for the test; where that is not allowed the test is skipped, and the run says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from uuid import uuid4

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.records import Office
from ita_desktop.places import HOME_VARIABLE
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.opening import new_file
from ita_desktop.session.papers.exporting import export_document
from ita_desktop.session.safety.backups import Backups, usual_places
from ita_desktop.session.safety.copying import save_copy
from ita_desktop.session.safety.rescuing import can_be_rescued
from ita_desktop.session.session import Session
from ita_desktop.storage import connections
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.holder import Holding
from ita_desktop.storage.rescue import rescue
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import open_file
from tests.aids.places import ROOT
from tests.aids.programs import INTERRUPTED, as_nobody, need, small_disk
from tests.faults.failing_places import FAULTS, Fault

THAI = range(0x0E00, 0x0E80)
LONG = "ข้อความยาวที่พิมพ์ไว้ " * 3_000


def fresh_id() -> str:
    return str(uuid4())


@pytest.mark.parametrize(
    ("fault", "place", "told"), FAULTS, ids=[fault.__name__ for fault, *_ in FAULTS]
)
@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_what_was_typed_stays_is_saved_elsewhere_and_is_written_once_the_place_is_back(
    fault: Fault,
    place: Callable[[Path], AbstractContextManager[Path]],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)
    with place(tmp_path) as where:
        path = new_file(where / "งาน", office=Office(name="ศรีสำราญ"), new_id=fresh_id)
        opened = open_or_read(path)
        session = opened.session
        session.change(session.snapshot.office, district="ก่อน")
        session.flush()
        with fault(path):
            session.change(session.snapshot.office, address=LONG)
            session.change(session.snapshot.office, telephone="๑๒๓")
            with pytest.raises(UserError, match=told) as caught:
                session.flush()
            for sentence in (caught.value.problem, caught.value.remedy):
                assert any(ord(letter) in THAI for letter in sentence)
            assert session.saving.waiting == 2
            office = session.snapshot.office
            assert (office.address, office.telephone) == (LONG, "๑๒๓")
            _saved_elsewhere(session, tmp_path / "ที่อื่น.itadb")
            session.undo()
            session.redo()
        session.flush()
        assert session.saving.safe
        opened.close()
        with closing(open_file(path)) as store:
            assert store.load() == session.snapshot
            assert store.content == Intact()
            assert [entry.kind for entry in store.history()] == ["redo", "undo", *["edit"] * 3]


def _saved_elsewhere(session: Session, target: Path) -> None:
    assert not save_copy(session, target), "made of what is on the screen"
    with closing(open_file(target, read_only=True)) as copy:
        assert copy.load() == session.snapshot
        assert copy.facts.lineage == session.store.facts.lineage


@pytest.mark.parametrize("end", ["mended", "killed"])
@pytest.mark.parametrize(
    ("injected", "told"),
    [
        ("pwrite64:error=EIO:when=3+", "หลุดหรือเสีย"),
        ("fsync,fdatasync:error=EIO:when=2+", "หลุดหรือเสีย"),
        ("pwrite64:error=ENOSPC:when=4+", "เต็ม"),
        ("pread64:error=EIO:when=1+", "เสียหาย"),
    ],
)
def test_a_medium_that_fails_in_the_middle_of_a_write_is_told_and_nothing_is_lost(
    injected: str, told: str, end: str, tmp_path: Path
) -> None:
    need("strace")
    path = new_file(tmp_path / "work", office=Office(name="ศรีสำราญ"), new_id=fresh_id)
    journal = path.with_name(path.name + "-journal")
    inject = [
        *("strace", "-f", "-qq", "-o", str(tmp_path / "trace")),
        *("-P", str(path), "-P", str(journal), "-e", f"inject={injected}"),
    ]
    if subprocess.run([*inject, "true"], capture_output=True).returncode:
        pytest.skip("no process may be traced here")
    child = [sys.executable, "-c", FAILS, str(path), str(tmp_path / "copy.itadb")]
    pipe = subprocess.PIPE
    with subprocess.Popen(child, cwd=ROOT, stdin=pipe, stdout=pipe) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        with subprocess.Popen([*inject, "-p", str(running.pid)], stderr=pipe) as tracer:
            while not _traced(running.pid):
                assert tracer.poll() is None
            running.stdin.write(b"go\n")
            running.stdin.flush()
            said = running.stdout.readline().decode()
            tracer.terminate()
        assert told in said
        if end == "killed":
            running.kill()
        else:
            running.stdin.write(b"go on\n")
            running.stdin.flush()
            assert running.stdout.readline() == b"saved\n"
            assert running.wait(20) == 0
    with closing(open_file(path)) as store:
        assert store.content == Intact()
        assert store.load().office.telephone == ("๑๒๓" if end == "mended" else "")
    with closing(open_file(tmp_path / "copy.itadb")) as copy:
        assert copy.load().office.telephone == "๑๒๓"


FAILS = """
import sys
from pathlib import Path
from ita_desktop.errors import UserError
from ita_desktop.session.safety.copying import save_copy
from ita_desktop.session.holding import open_or_read
opened = open_or_read(Path(sys.argv[1]))
session = opened.session
print("ready", flush=True)
sys.stdin.readline()
session.change(session.snapshot.office, telephone="๑๒๓", address="ยาว" * 20_000)
try:
    session.flush()
    told = "nothing"
except UserError as error:
    told = str(error)
save_copy(session, Path(sys.argv[2]))
sys.stdout.buffer.write(told.encode() + b"\\n")
sys.stdout.flush()
sys.stdin.readline()
session.flush()
print("saved", flush=True)
opened.close()
"""


def _traced(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return "TracerPid:\t0\n" not in status


# ---- opening where something is amiss


def test_a_second_window_is_told_who_has_the_file_and_reads_it(tmp_path: Path) -> None:
    path = new_file(tmp_path / "งาน", office=Office(name="ศรีสำราญ"), new_id=fresh_id)
    with closing(open_or_read(path)) as first, closing(open_or_read(path)) as second:
        assert isinstance(first.holding, Holding)
        assert second.held is not None
        assert "กำลังใช้แฟ้มงานนี้ที่เครื่อง" in second.why_read_only
        assert second.session.read_only
        first.session.change(first.session.snapshot.office, name="ใหม่")
        first.session.flush()
        assert second.session.read_in()
        assert second.session.snapshot.office.name == "ใหม่"


def test_an_unfinished_write_on_a_read_only_medium_is_told_and_can_be_rescued() -> None:
    with small_disk("8m") as where:
        path = new_file(where / "งาน", office=Office(name="ศรีสำราญ"), sample=True, new_id=fresh_id)
        with closing(open_file(path)) as store:
            before = store.load()
        subprocess.run([sys.executable, "-c", INTERRUPTED, str(path)], check=False)
        subprocess.run(["mount", "-o", "remount,ro", str(where)], check=True)
        with pytest.raises(UserError, match="กลางคัน") as caught:
            open_or_read(path)
        assert can_be_rescued(caught.value)
        assert set(rescue(path).records) == set(before.records)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child of other rights")
def test_without_the_right_to_write_backups_the_work_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with small_disk("8m") as where:
        path = new_file(where / "งาน", office=Office(name="ศรีสำราญ"), new_id=fresh_id)
        path.chmod(0o666)
        home = where / "home"
        home.mkdir(mode=0o755)
        monkeypatch.setenv(HOME_VARIABLE, str(home))

        def works() -> None:
            with closing(open_or_read(path)) as opened:
                session = opened.session
                assert not session.read_only
                assert usual_places().usual is None
                backups = Backups(session, usual_places())
                outcome = backups.before(Reason.IMPORT)
                assert (outcome.good, len(outcome.problems)) == (False, 1)
                session.change(session.snapshot.office, name="ใหม่")
                session.flush()
                assert session.saving.safe

        as_nobody(works)
        with closing(open_file(path)) as store:
            assert store.load().office.name == "ใหม่"


def test_an_export_that_fails_does_not_touch_the_work(tmp_path: Path) -> None:
    path = new_file(tmp_path / "งาน", office=Office(name="ศรีสำราญ"), new_id=fresh_id)
    with small_disk("8k") as where, closing(open_or_read(path)) as opened:
        session = opened.session
        with pytest.raises(UserError, match="เต็ม"):
            export_document(session, session.year(), "report", where / "รายงาน.pdf")
        assert list(where.iterdir()) == []
        session.change(session.snapshot.office, name="ใหม่")
        session.flush()
        assert session.saving.safe


@pytest.mark.parametrize(
    "name",
    [
        "งาน ปี ๒๕๖๙ #1 100% 'ก' & \"ข\"?.itadb",
        "ก" * 60 + ".itadb",
        "%23%3F&mode=ro#x.itadb",
    ],
)
def test_awkward_and_long_paths_are_opened_edited_backed_up_and_rescued(
    name: str, tmp_path: Path
) -> None:
    where = tmp_path / "โฟลเดอร์ #1 & 100%"
    where /= "x" * max(1, 205 - len(str(where / name)))
    where.mkdir(parents=True)
    path = new_file(where / name, office=Office(name="ศรี #%'&?"), new_id=fresh_id)
    assert len(str(path)) > 200
    with closing(open_or_read(path)) as opened:
        session = opened.session
        session.change(session.snapshot.office, telephone="๑๒๓")
        session.flush()
        outcome = Backups(session, usual_places()).before(Reason.ASKED)
        assert outcome.good, outcome.problems
        with closing(open_file(outcome.made[0].path, read_only=True)) as backup:
            assert backup.load() == session.snapshot
        assert set(rescue(path).records) == set(session.snapshot.records)
