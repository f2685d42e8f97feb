"""Backups on disks: made and read back, listed, thinned. One folder for each office's work.

The folder is named after the office and a mark of the file's lineage, so that all copies of one
file share it. A small note in it says which files the backups were made of: the way to them when a
file can no longer be read.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ita_desktop.errors import UserError
from ita_desktop.storage import faults
from ita_desktop.storage.backup_names import Backup, Reason, backup_name, plain_name, read_backup
from ita_desktop.storage.connections import connect, require_file
from ita_desktop.storage.copies import Copied, content_of, copy_again, write_copy
from ita_desktop.storage.returned import facts_of
from ita_desktop.storage.seal import Changed
from ita_desktop.storage.thinning import needless

NOTE = "ที่มา.json"
"""The note in each folder: lineage, office, and the paths of the files backed up there."""

_MOST_FILES = 20
_LEFT_OVER = 24 * 3600.0
"""Seconds after which a half-written copy is nobody's any more."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup just made, and what was found in it when it was read back."""

    backup: Backup
    copied: Copied


def take(file: Path, root: Path, reason: Reason, now: datetime) -> Taken:
    """Back an office file up below ``root``, read the backup back and compare it.

    It reads the file by a connection of its own, so that the one that edits is not in the way.
    ``now`` is this computer's clock. Raises UserError where the file cannot be read or the folder
    cannot be written; then nothing is left there.
    """
    with faults.explained(file):
        require_file(file)
        connection = connect(file, "ro")
    with closing(connection):
        with faults.explained(file):
            lineage, office = facts_of(connection).lineage, _office_name(connection)
        with faults.explained(root):
            root.mkdir(parents=True, exist_ok=True)
            folder = _folder_for(root, lineage, office)
        target = folder / backup_name(_next_number(folder), now, reason, office)
        copied = write_copy(connection, target)
    _note(folder, lineage, office, file)
    return Taken(_backup_at(target), copied)


def take_again(taken: Taken, root: Path, file: Path) -> Backup:
    """Put a backup into a second place too, under that place's own number.

    Raises UserError where the place is not there (a stick that is not plugged in), is full, or
    does not read back; then nothing is left in it.
    """
    with faults.explained(root):
        if not root.is_dir():
            raise faults.missing(root / taken.backup.path.name)
        with closing(connect(taken.backup.path, "ro")) as connection:
            lineage, office = facts_of(connection).lineage, _office_name(connection)
        folder = _folder_for(root, lineage, office)
    one = taken.backup
    target = folder / backup_name(_next_number(folder), one.taken, one.reason, office)
    copy_again(one.path, target, taken.copied.fingerprint)
    _note(folder, lineage, office, file)
    return _backup_at(target)


def listed(root: Path, lineage: str) -> tuple[Backup, ...]:
    """The backups of one office's work below ``root``, newest first; none where it is away."""
    folder = _existing_folder(root, lineage)
    return () if folder is None else _in_folder(folder)


def lineage_of(root: Path, file: Path) -> str | None:
    """The lineage of a file that can no longer be read, as the notes below ``root`` have it."""
    wanted = str(file.absolute())
    with suppress(OSError):
        for folder in sorted(root.iterdir()):
            noted = _read_note(folder)
            if wanted in noted.get("files", ()):
                return str(noted.get("lineage", ""))
    return None


def thin(root: Path, lineage: str, now: datetime) -> tuple[Backup, ...]:
    """Remove backups that newer ones stand for; what was removed.

    Nothing goes before the one that stands for it was opened and found whole and unchanged.
    """
    gone: list[Backup] = []
    for group in needless(listed(root, lineage), now):
        if is_good(group.kept[0]):
            for one in group.removable:
                with suppress(OSError):
                    one.path.unlink()
                    gone.append(one)
    return tuple(gone)


def is_good(backup: Backup) -> bool:
    """Whether a backup opens, is whole, and is what the program wrote."""
    try:
        return not isinstance(content_of(backup.path).content, Changed)
    except UserError:
        return False


def _in_folder(folder: Path) -> tuple[Backup, ...]:
    found: list[Backup] = []
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                one = read_backup(path, path.stat().st_size)
                if one is not None:
                    found.append(one)
    return tuple(sorted(found, key=lambda one: (-one.number, one.path.name)))


def _backup_at(path: Path) -> Backup:
    found = read_backup(path, path.stat().st_size)
    assert found is not None
    return found


def _next_number(folder: Path) -> int:
    return max((one.number for one in _in_folder(folder)), default=0) + 1


def _mark(lineage: str) -> str:
    """Eight letters that stand for a lineage: what a file says of itself is no name to trust."""
    return hashlib.sha256(lineage.encode("utf-8", "replace")).hexdigest()[:8]


def _existing_folder(root: Path, lineage: str) -> Path | None:
    with suppress(OSError):
        for folder in sorted(root.iterdir()):
            if folder.name.rpartition(" ")[2] == _mark(lineage) and folder.is_dir():
                return folder
    return None


def _folder_for(root: Path, lineage: str, office: str) -> Path:
    """The folder of a lineage, made where there is none. OSErrors pass unchanged."""
    folder = _existing_folder(root, lineage)
    if folder is None:
        folder = root / f"{plain_name(office)} {_mark(lineage)}".strip()
        folder.mkdir(exist_ok=True)
    for left in folder.glob(".*.part"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER:
                left.unlink()
    return folder


def _office_name(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT name FROM office LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def _note(folder: Path, lineage: str, office: str, file: Path) -> None:
    """Say in the folder which file was backed up there; without it backups are as good."""
    files = [one for one in _read_note(folder).get("files", ()) if one != str(file.absolute())]
    noted = {
        "lineage": lineage,
        "office": office,
        "files": [str(file.absolute()), *files][:_MOST_FILES],
    }
    with suppress(OSError, ValueError):
        (folder / NOTE).write_text(
            json.dumps(noted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


def _read_note(folder: Path) -> dict[str, Any]:
    try:
        with (folder / NOTE).open(encoding="utf-8") as file:
            found = json.loads(file.read(100_000))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict) or not isinstance(found.get("files", []), list):
        return {}
    return found
