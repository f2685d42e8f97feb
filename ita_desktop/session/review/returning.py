"""A copy that came back: compared with what was sent and with what is here now, and taken over.

The window shows :class:`Returned`; :func:`take_over` makes what was accepted one edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.model.attachments import attachments_of
from ita_desktop.model.edits import Edit
from ita_desktop.model.merging import Act, Proposal, merge_edit, proposals
from ita_desktop.model.records import Comment, Office, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.review.bases import Base, base_of
from ita_desktop.session.review.bringing import bring_attachments
from ita_desktop.session.safety.backups import Backups, Outcome
from ita_desktop.session.session import Session, read_only_error
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.seal import Changed
from ita_desktop.storage.store import open_file

MERGE = "รวมการแก้ไขจากแฟ้ม"
"""What the edit is called, before the file's name."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back. ``base`` is None where nobody knows what was sent; ``proposals`` are
    what the other side did, ``comments`` its new comments and answers, which collide with nothing;
    ``changed`` that its content is not what the program wrote."""

    path: Path
    snapshot: Snapshot
    base: Base | None
    proposals: tuple[Proposal, ...]
    comments: tuple[Proposal, ...]
    changed: bool

    @property
    def quiet(self) -> tuple[Proposal, ...]:
        """The proposals that collide with nothing done here."""
        return tuple(one for one in self.proposals if not one.collides)

    @property
    def colliding(self) -> tuple[Proposal, ...]:
        """Those where this side has done something else meanwhile."""
        return tuple(one for one in self.proposals if one.collides)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How it went: the edit (None where nothing was left to change), the backup made before it,
    and how many pictures and papers came along or are missing in the copy too."""

    edit: Edit | None
    safety: Outcome
    brought: int
    missing: int


def look_at(session: Session, path: Path) -> Returned:
    """Open a copy and compare it with the open file.

    Raises UserError where it cannot be opened, is the open file itself, or is of another office's
    work.
    """
    session.flush()
    session.read_in()
    if path.exists() and session.path.exists() and path.samefile(session.path):
        raise UserError("แฟ้มที่เลือกคือแฟ้มที่เปิดอยู่นี้เอง", "เลือกสำเนาที่ผู้ตรวจส่งคืนมา")
    with closing(open_file(path, read_only=True)) as store:
        theirs = store.load()
        if store.facts.lineage != session.store.facts.lineage:
            raise _another_work(session.snapshot, theirs, path)
        base = base_of(session, store)
        changed = isinstance(store.content, Changed)
    found = proposals(base.snapshot if base else None, session.snapshot, theirs)
    comments = tuple(one for one in found if _only_adds_words(one))
    rest = tuple(one for one in found if one not in comments)
    return Returned(path, theirs, base, rest, comments, changed)


def take_over(
    session: Session, returned: Returned, accepted: Iterable[Proposal], backups: Backups
) -> TakenOver:
    """Make the accepted proposals, and every comment that came along, one edit to be undone.

    The file is backed up before; where that fails it goes on all the same. Raises UserError where
    the file can only be read, or the copy is no longer there.
    """
    if session.read_only:
        raise read_only_error()
    session.flush()
    session.read_in()
    chosen = (*returned.comments, *accepted)
    name = f"{MERGE} {returned.path.name}"
    edit = merge_edit(name, session.snapshot, returned.snapshot, chosen)
    wanted = attachments_of(one.after for one in edit.changes if one.after is not None)
    safety = backups.before(Reason.MERGE)
    brought = missing = 0
    if any(session.store.attachment(digest) is None for digest in wanted):
        with closing(open_file(returned.path, read_only=True)) as store:
            brought, missing = bring_attachments(wanted, store.attachment, session)
    session.commit(edit)
    return TakenOver(edit if edit.changes else None, safety, brought, missing)


def _only_adds_words(proposal: Proposal) -> bool:
    """Whether it is a comment that is new here, or what the other side said to one."""
    return proposal.kind is Comment and proposal.act is not Act.REMOVED and not proposal.collides


def _another_work(ours: Snapshot, theirs: Snapshot, path: Path) -> UserError:
    here, there = ours.office, theirs.office
    if _same_office(here, there):
        years = _years(theirs) != _years(ours)
        problem = f"“{path.name}” เป็นแฟ้มงานคนละแฟ้มของ{here.full_name}"
        problem += f" (ปีงบประมาณ พ.ศ. {_years(theirs)})" if years else ""
    else:
        problem = f"“{path.name}” เป็นงานของ{there.full_name} ไม่ใช่ของ{here.full_name}"
    return UserError(problem, "รวมได้เฉพาะสำเนาที่ทำจากแฟ้มที่เปิดอยู่นี้ เลือกสำเนาที่ส่งไปแล้วได้คืนมา")


def _same_office(here: Office, there: Office) -> bool:
    return (here.kind, here.name, here.province) == (there.kind, there.name, there.province)


def _years(snapshot: Snapshot) -> str:
    years = sorted(one.action_year for one in snapshot.each(YearWork))
    return ", ".join(map(str, years)) or "-"
