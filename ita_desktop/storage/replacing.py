"""A good file put where a damaged one lies; the damaged one is kept beside it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ita_desktop.storage import faults
from ita_desktop.storage.connections import journal_of
from ita_desktop.storage.copies import content_of, copy_again, free_name
from ita_desktop.storage.placing import sync_folder
from ita_desktop.storage.seal import Changed
from ita_desktop.thai.dates import BUDDHIST_OFFSET


def replace_damaged(file: Path, good: Path, now: datetime) -> Path:
    """Put a copy of ``good`` at ``file``; where the damaged one is kept (it may have been missing).

    A journal goes with its damaged file: left behind, it would be played into the good one. Raises
    UserError where ``good`` is not good or the folder cannot be written; then all is as it was.
    """
    found = content_of(good)
    if isinstance(found.content, Changed):
        raise faults.changed(good)
    day = f"{now.year + BUDDHIST_OFFSET}-{now:%m-%d}"
    stem = file.stem.encode()[:180].decode(errors="ignore")
    kept = free_name(file.with_name(f"{stem} เสียหาย {day}{file.suffix}"))
    moved: list[tuple[Path, Path]] = []
    with faults.explained(file):
        try:
            for old, new in ((file, kept), (journal_of(file), journal_of(kept))):
                with suppress(FileNotFoundError):
                    old.rename(new)
                    moved.append((old, new))
            copy_again(good, file, found.fingerprint)
        except BaseException:
            for old, new in reversed(moved):
                new.rename(old)
            raise
        sync_folder(file.parent)
    return kept
