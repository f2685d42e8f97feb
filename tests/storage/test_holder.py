"""Who has a file open: told to the next one, healed when they are gone."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ita_desktop.storage import processes
from ita_desktop.storage.holder import Held, Holder, Holding, Unholdable, hold, take_over
from tests.aids.places import ROOT

HOLDS = """
import sys, time
from pathlib import Path
from ita_desktop.storage.holder import hold
print(type(hold(Path(sys.argv[1]))).__name__, flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "งาน #1.itadb"
    file.write_bytes(b"an office file")
    return file


def held(path: Path) -> Holding:
    answer = hold(path)
    assert isinstance(answer, Holding)
    return answer


def leave_note(path: Path, **changes: object) -> None:
    """A note as another process or computer would have left it."""
    mine = held(path)
    note = {**dataclasses.asdict(mine.holder), **changes}
    mine.note.write_text(json.dumps(note), encoding="utf-8")


def test_a_second_opener_is_told_who_holds_the_file_and_since_when(path: Path) -> None:
    first = hold(path, lambda: datetime(2026, 1, 5, 9, 30, tzinfo=UTC))
    assert isinstance(first, Holding)
    answer = hold(path)
    assert isinstance(answer, Held)
    assert answer.by is not None
    assert (answer.by.computer, answer.by.pid) == (platform.node(), os.getpid())
    assert answer.by.since == "2026-01-05T09:30:00+00:00"
    assert not answer.quiet
    first.release()
    assert isinstance(hold(path), Holding)


def test_another_process_that_holds_the_file_is_told_of_until_it_is_killed(path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "Holding\n"
    answer = hold(path)
    assert isinstance(answer, Held)
    assert answer.by is not None
    assert answer.by.pid == other.pid
    other.kill()
    other.stdout.close()
    other.wait()
    assert isinstance(hold(path), Holding)


def test_a_process_number_given_out_again_does_not_count(path: Path) -> None:
    leave_note(path, began="another boot/1")
    assert isinstance(hold(path), Holding)


def test_a_note_that_was_copied_along_with_the_file_does_not_count(
    path: Path, tmp_path: Path
) -> None:
    here = held(path)
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(path, stick)
    shutil.copy(here.note, stick)
    assert isinstance(hold(stick / path.name), Holding)
    assert here.still_ours()


def test_the_same_file_under_another_name_of_its_folder_is_held(path: Path, tmp_path: Path) -> None:
    held(path)
    link = tmp_path / "link"
    link.symlink_to(tmp_path, target_is_directory=True)
    assert isinstance(hold(link / path.name), Held)


def test_another_computers_note_stands_and_turns_quiet_after_half_a_day(path: Path) -> None:
    leave_note(path, computer="อีกเครื่อง", pid=1)
    answer = hold(path)
    assert isinstance(answer, Held)
    assert not answer.quiet
    later = hold(path, lambda: datetime.now(UTC) + timedelta(hours=13))
    assert isinstance(later, Held)
    assert later.quiet


def test_a_sign_of_life_keeps_a_note_from_turning_quiet(path: Path) -> None:
    mine = held(path)
    os.utime(mine.note, (0, 0))
    mine.touch()
    assert datetime.now(UTC).timestamp() - mine.note.stat().st_mtime < 60


def test_taking_over_replaces_the_note_and_the_old_holder_notices(path: Path) -> None:
    old = held(path)
    new = take_over(path)
    assert isinstance(new, Holding)
    assert not old.still_ours()
    old.release()
    assert new.still_ours()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"[1]", b'{"pid": "x"}', b"[" * 9999])
def test_a_note_that_cannot_be_read_counts_only_while_it_may_be_being_written(
    path: Path, content: bytes
) -> None:
    note = path.with_name(path.name + ".inuse")
    note.write_bytes(content)
    assert hold(path) == Held(None, datetime.fromtimestamp(note.stat().st_mtime, UTC), False)
    os.utime(note, (0, 0))
    assert isinstance(hold(path), Holding)


def test_where_no_note_can_be_written_the_file_is_not_held(tmp_path: Path) -> None:
    assert hold(tmp_path / "no such folder" / "a.itadb") == Unholdable()
    assert hold(tmp_path / f"{'x' * 254}") == Unholdable()


def test_a_note_half_written_by_one_who_was_killed_is_swept_away_and_other_files_are_not(
    path: Path,
) -> None:
    mine = held(path)
    left, fresh, other = (path.with_name(f".{name}.part") for name in ("left", "fresh", "other"))
    for file in (left, fresh):
        shutil.copyfile(mine.note, file)
    other.write_bytes(b"a copy that is being made")
    for file in (left, other):
        os.utime(file, (0, 0))
    mine.release()
    held(path)
    assert [file.exists() for file in (left, fresh, other)] == [False, True, True]


def test_where_a_medium_has_no_links_the_note_is_written_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    assert held(path).still_ours()
    assert isinstance(hold(path), Held)


def test_of_many_who_come_at_once_to_a_dead_note_one_gets_the_file(path: Path) -> None:
    for _ in range(20):
        leave_note(path, began="long dead")
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(hold, [path] * 8))
        winners = [answer for answer in answers if isinstance(answer, Holding)]
        assert len([one for one in winners if one.still_ours()]) == 1
        path.with_name(path.name + ".inuse").unlink()


def test_a_process_is_known_by_when_it_began() -> None:
    mine = processes.began(os.getpid())
    assert mine
    assert mine == processes.began(os.getpid())
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    assert processes.began(child.pid) not in (None, mine)
    child.kill()
    child.wait()
    assert processes.began(child.pid) is None
    assert processes.began(0) is None


def test_a_holder_says_only_plain_things() -> None:
    assert {field.type for field in dataclasses.fields(Holder)} == {"str", "int"}
