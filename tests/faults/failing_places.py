"""Places of a file, and what can befall it there: real disks, real sticks, other programs.

What needs a disk of its own is mounted; where that is not allowed the test is skipped.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from tests.aids.programs import small_disk

Fault = Callable[[Path], AbstractContextManager[None]]


# ---- faults of the place, each there inside the ``with`` and gone after it


@contextmanager
def full(path: Path) -> Iterator[None]:
    filler = path.with_name("filler")
    with pytest.raises(OSError, match="No space"), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    yield
    filler.unlink()


@contextmanager
def moved_and_brought_back(path: Path) -> Iterator[None]:
    away = path.rename(path.with_name("ย้าย.itadb"))
    yield
    away.rename(path)


@contextmanager
def deleted_and_put_back_from_a_copy(path: Path) -> Iterator[None]:
    copy = Path(shutil.copy(path, path.with_name("copy")))
    path.unlink()
    yield
    copy.rename(path)


@contextmanager
def another_file_in_its_place(path: Path) -> Iterator[None]:
    away = path.rename(path.with_name("ย้าย.itadb"))
    path.write_bytes(b"another file")
    yield
    assert path.read_bytes() == b"another file"
    away.replace(path)


@contextmanager
def stick_pulled_out(path: Path) -> Iterator[None]:
    subprocess.run(["umount", "-l", str(path.parent)], check=True)
    assert not path.exists()
    yield
    command = ["mount", "--bind", str(path.parent.with_name("real")), str(path.parent)]
    subprocess.run(command, check=True)


@contextmanager
def locked_by_another_program(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def read_by_another_program(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM office").fetchone()
        yield


# ---- places


@contextmanager
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "here").mkdir()
    yield tmp_path / "here"


@contextmanager
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk("2m") as made:
        yield made


@contextmanager
def stick(tmp_path: Path) -> Iterator[Path]:
    for name in ("real", "stick"):
        (tmp_path / name).mkdir()
    command = ["mount", "--bind", str(tmp_path / "real"), str(tmp_path / "stick")]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    yield tmp_path / "stick"
    subprocess.run(["umount", "-l", str(tmp_path / "stick")], check=True)


FAULTS: tuple[tuple[Fault, Callable[[Path], AbstractContextManager[Path]], str], ...] = (
    (full, disk, "เต็ม"),
    (moved_and_brought_back, folder, "ถูกย้าย"),
    (deleted_and_put_back_from_a_copy, folder, "ลบ"),
    (another_file_in_its_place, folder, "ถูกย้าย"),
    (stick_pulled_out, stick, "ถูกย้าย"),
    (locked_by_another_program, folder, "กำลังใช้"),
    (read_by_another_program, folder, "กำลังใช้"),
)
"""Each fault, the place where it can happen, and a word of what the clerk is told."""
