"""Back to a backup: looked at, restored as one edit, or put in a damaged file's place."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.model.attachments import attachments_of
from ita_desktop.model.differences import Difference, differences, edit_between
from ita_desktop.model.edits import Edit
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.review.bringing import bring_attachments
from ita_desktop.session.safety.backups import Backups, Outcome
from ita_desktop.session.session import Session, read_only_error
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage.backup_names import Backup, Reason
from ita_desktop.storage.replacing import replace_damaged
from ita_desktop.storage.seal import Changed
from ita_desktop.storage.store import open_file


@dataclass(frozen=True, slots=True)
class Looked:
    """A backup opened and looked at: its records, and what became different since.

    ``since`` tells what was added, changed and removed from the backup to now; ``changed`` that the
    backup itself is not what the program once wrote.
    """

    backup: Backup
    snapshot: Snapshot
    since: tuple[Difference, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """How restoring went: the edit (None where nothing differed), the backup made before it, and
    how many pictures and papers were brought along or are missing in the backup too."""

    edit: Edit | None
    safety: Outcome
    brought: int
    missing: int


def look(backup: Backup, now: Snapshot) -> Looked:
    """Open a backup and compare it with the records as they are. UserError where it cannot be."""
    with closing(open_file(backup.path, read_only=True)) as store:
        then = store.load()
        changed = isinstance(store.content, Changed)
    return Looked(backup, then, differences(then, now), changed)


def restore(session: Session, backup: Backup, backups: Backups) -> Restored:
    """Turn the records into those of a backup, in one edit that can be undone.

    What is here now is backed up before; where that fails it goes on all the same, for the edit can
    be undone. Pictures and papers that are no longer here come along. Raises UserError where the
    backup cannot be read or is of another office's work, and where nothing can be written.
    """
    if session.read_only:
        raise read_only_error()
    session.flush()
    with closing(open_file(backup.path, read_only=True)) as store:
        if store.facts.lineage != session.store.facts.lineage:
            raise UserError(
                f"“{backup.path.name}” เป็นแฟ้มสำรองของงานอื่น", "เลือกแฟ้มสำรองของแฟ้มงานที่เปิดอยู่"
            )
        then = store.load()
        safety = backups.before(Reason.RESTORE)
        brought, missing = bring_attachments(
            attachments_of(then.records), store.attachment, session
        )
    session.read_in()
    edit = edit_between(f"กู้คืนจากแฟ้มสำรองของ {spoken_time(backup.taken)}", session.snapshot, then)
    session.commit(edit)
    return Restored(edit if edit.changes else None, safety, brought, missing)


def put_in_place(file: Path, backup: Backup, now: datetime) -> Path:
    """Put a backup where a damaged file lies, which is kept beside it; where it is kept.

    Only while nobody has the file open. Raises UserError where the backup is not good or the
    folder cannot be written; then everything is as it was.
    """
    return replace_damaged(file, backup.path, now)
