"""A damaged file made readable again: what is left of it in a new file, what is lost in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from ita_desktop.errors import UserError
from ita_desktop.model.fields import field_of
from ita_desktop.model.records import RECORDS
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.safety.backups import Places
from ita_desktop.session.safety.restoring import Looked, look
from ita_desktop.storage import backups as disk
from ita_desktop.storage.backup_names import Backup, plain_name
from ita_desktop.storage.faults import DamagedFileError, StrangeFileError, UnfinishedFileError
from ita_desktop.storage.history import HistoryEntry
from ita_desktop.storage.rescue import Rescued, rescue
from ita_desktop.storage.store import create_file
from ita_desktop.thai.dates import BUDDHIST_OFFSET

RESCUED = "กู้ข้อมูลจากแฟ้มที่เสียหาย"
"""What the history of a rescued file calls where it comes from."""

_OTHER_TITLES = {
    "history": "ประวัติการแก้ไข",
    "attachment": "ภาพและเอกสารแนบ",
    "": "ส่วนของแฟ้มที่อ่านไม่ได้",
}


@dataclass(frozen=True, slots=True)
class LostPart:
    """What is lost of one kind of content: ``gone`` records, ``unread`` stretches of the file that
    may have held more, and of which records which fields (in Thai) are empty or cut short."""

    title: str
    gone: int
    unread: int
    fields: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Rescue:
    """A rescued file that was written: its path and records, what was lost, and how many records
    were made again from the history."""

    path: Path
    snapshot: Snapshot
    lost: tuple[LostPart, ...]
    again: int
    lineage: str

    @property
    def complete(self) -> bool:
        """Nothing is known to be lost."""
        return not self.lost


def can_be_rescued(problem: UserError) -> bool:
    """Whether to offer a rescue where opening a file ended with this problem."""
    return isinstance(problem, DamagedFileError | StrangeFileError | UnfinishedFileError)


def proposed_target(file: Path, now: datetime) -> Path:
    """Where a rescued file is proposed: beside the damaged one."""
    day = f"{now.year + BUDDHIST_OFFSET}-{now:%m-%d}"
    return file.with_name(f"{plain_name(file.stem)} กู้แล้ว {day}{file.suffix}")


def rescue_file(
    file: Path, target: Path, places: Places, *, who: str, now: datetime, overwrite: bool = False
) -> Rescue:
    """Read what can be read of ``file`` and write it to ``target``; ``file`` is not touched.

    Raises UserError where nothing at all could be read, where ``target`` stands in the way or
    cannot be written.
    """
    rescued = rescue(file)
    if not rescued.records and not rescued.attachments:
        raise UserError(
            f"ไม่พบข้อมูลที่อ่านได้ในแฟ้ม {file.name}", "เปิดจากแฟ้มสำรองแทน และเก็บแฟ้มนี้ไว้ก่อน อย่าเพิ่งลบ"
        )
    known = rescued.lineage or next(
        filter(None, (disk.lineage_of(place, file) for place in places.all)), ""
    )
    parent = rescued.history[-1].edit_id if rescued.history else None
    note = HistoryEntry(str(uuid4()), parent, who, now, RESCUED, "edit", ())
    store = create_file(
        target,
        rescued.records,
        attachments=rescued.attachments,
        past=(*rescued.history, note),
        lineage=known or None,
        sample=rescued.sample,
        overwrite=overwrite,
    )
    lineage = store.facts.lineage
    store.close()
    snapshot = snapshot_of(rescued.records)
    return Rescue(target, snapshot, _lost(rescued), len(rescued.again), lineage)


def backups_for(file: Path, places: Places, lineage: str = "") -> tuple[Backup, ...]:
    """The backups of a file that cannot be opened, newest first, by its path or lineage."""
    found = {
        (one.taken, one.reason): one
        for place in reversed(places.all)
        if (known := lineage or disk.lineage_of(place, file))
        for one in disk.listed(place, known)
    }
    return tuple(sorted(found.values(), key=lambda one: (one.number, one.taken), reverse=True))


def nearest_backup(rescue: Rescue, file: Path, places: Places) -> Looked | None:
    """The newest good backup, compared with what was rescued: ``since`` tells what the rescued
    file has more, other or less. None where there is none."""
    for backup in backups_for(file, places, rescue.lineage):
        if disk.is_good(backup):
            try:
                return look(backup, rescue.snapshot)
            except UserError:
                continue
    return None


def _lost(rescued: Rescued) -> tuple[LostPart, ...]:
    kinds = {kind.TABLE: kind for kind in RECORDS}
    parts: list[LostPart] = []
    for one in rescued.losses:
        kind = kinds.get(one.table)
        title = kind.TITLE if kind else _OTHER_TITLES[one.table]
        fields = tuple(
            (record_id, tuple(field_of(kind, name).label for name in names))
            for record_id, names in one.fields
            if kind is not None
        )
        parts.append(LostPart(title, len(one.ids), one.unread, fields))
    return tuple(parts)
