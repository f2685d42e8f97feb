"""Putting a finished file in its place: whole or not at all, and never over another unasked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from ita_desktop.storage import faults

_NEW_FILE = os.O_CREAT | os.O_EXCL | os.O_WRONLY


@contextmanager
def placed(target: Path, *, overwrite: bool) -> Iterator[Path]:
    """An empty ``.part`` beside ``target`` to fill; it takes the target's place once all went well.

    The part lies in the target's folder, so the last step is one rename; it is on the disk before
    that. Where anything fails, the part is gone and what stood at ``target`` still stands. Raises
    UserError where ``target`` exists and ``overwrite`` is not given.
    """
    if target.exists() and not overwrite:
        raise faults.exists(target)
    part = target.with_name(f".{uuid4().hex[:12]}.part")
    os.close(os.open(part, _NEW_FILE, 0o666))
    try:
        yield part
        sync(part)
        if overwrite:
            part.replace(target)
        else:
            _move_to_free_name(part, target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)
        part.with_name(part.name + "-journal").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _move_to_free_name(part: Path, target: Path) -> None:
    """Rename, refusing a name that somebody took in the meantime."""
    try:
        os.close(os.open(target, _NEW_FILE, 0o666))
    except FileExistsError:
        raise faults.exists(target) from None
    try:
        part.replace(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
