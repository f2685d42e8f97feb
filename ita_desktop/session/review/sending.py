"""A copy for somebody else (ส่งสำเนา): complete, checked, without what was deleted, with a note.

The copy is made anew from the records, so nothing that was deleted is in it. The sender's file
keeps what was sent (:class:`~ita_desktop.model.records.SentCopy`), so that what comes back can be
compared with it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ita_desktop import FILE_SUFFIX
from ita_desktop.documents.build import safe_name
from ita_desktop.documents.copy_note import CopyFacts, copy_note, note_text
from ita_desktop.errors import UserError
from ita_desktop.model.attachments import attachments_of
from ita_desktop.model.edits import added
from ita_desktop.model.records import Evidence, Record, SentCopy
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.states import MEDIA_TYPE, packed
from ita_desktop.session.papers.exporting import write_file
from ita_desktop.session.papers.pictures import media_type
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.session import Session
from ita_desktop.storage import faults
from ita_desktop.storage.copies import free_name
from ita_desktop.storage.history import HistoryEntry
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import create_file, open_file
from ita_desktop.thai.dates import BUDDHIST_OFFSET

_ALL = 1_000_000_000


class NoteForm(Enum):
    """What kind of file the cover note is; NONE leaves it out."""

    PDF = ".pdf"
    TEXT = ".txt"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """What to send: ``photos`` False leaves the pictures of the evidence out, to make it small;
    ``history`` sends along who changed what and when."""

    receiver: str = ""
    photos: bool = True
    history: bool = False
    note: NoteForm = NoteForm.PDF


@dataclass(frozen=True, slots=True)
class Sent:
    """A copy that was sent and read back: ``note`` is None where none was asked for; ``left_out``
    how many pictures were left out, ``missing`` how many the file itself no longer has."""

    path: Path
    note: Path | None
    fingerprint: str
    size: int
    left_out: int
    missing: int
    record: SentCopy
    """What the sender's file keeps of it; see :func:`remember`."""
    snapshot: Snapshot
    remembered: bool = False


def photo_sizes(session: Session) -> tuple[int, int]:
    """How many pictures of evidence there are that may be left out, and their bytes together."""
    photos = attachments_of(session.snapshot.each(Evidence))
    others = attachments_of(
        one for one in session.snapshot.records if not isinstance(one, Evidence)
    )
    sizes = session.store.attachment_sizes()
    held = [sizes[one] for one in photos if one in sizes and one not in others]
    return len(held), sum(held)


def proposed_copy_name(session: Session) -> str:
    """A name that says what it is: office, years of the work, and the day."""
    snapshot = session.snapshot
    years = [one.action_year for one in snapshot.years]
    span = f"{min(years)}-{max(years)}" if len(years) > 1 else "".join(map(str, years))
    today = session.clock()
    day = f"{today.year + BUDDHIST_OFFSET}-{today:%m-%d}"
    parts = ("ITA", snapshot.office.full_name, span, f"สำเนา {day}")
    return safe_name("_".join(part for part in parts if part)) + FILE_SUFFIX


def copy_target(session: Session, target: Path) -> Path:
    """Where a copy goes: below a folder by its proposed name, never one that is taken; else as
    named, with the suffix of office files."""
    if target.is_dir():
        return free_name(target / proposed_copy_name(session))
    named = target.suffix.lower() == FILE_SUFFIX
    return target if named else target.with_name(target.name + FILE_SUFFIX)


def send_copy(
    session: Session, target: Path, sending: Sending, *, sender: str = "", overwrite: bool = False
) -> Sent:
    """Write a copy (:func:`write_copy`) and remember what was sent (:func:`remember`)."""
    return remember(
        session, write_copy(session, target, sending, sender=sender, overwrite=overwrite)
    )


def write_copy(
    session: Session, target: Path, sending: Sending, *, sender: str = "", overwrite: bool = False
) -> Sent:
    """Write a copy to ``target``, read it back, lay the note beside it.

    When it returns all of it is on the disk. What is on the screen is sent, also where the open
    file cannot be written just now. It changes nothing of the session, so that a thread may do it
    while nobody edits. Raises UserError where ``target`` is the open file, is taken and
    ``overwrite`` is not given, cannot be written, or does not read back as it was written.
    """
    require_other(session, target)
    records = tuple(one for one in session.snapshot.records if not isinstance(one, SentCopy))
    snapshot = snapshot_of(records)
    sent = SentCopy(
        id=session.new_id(),
        sent=session.clock().date(),
        receiver=sending.receiver,
        file_name=target.name,
    )
    kept, left_out, missing = _attachments(session, records, sending.photos)
    create_file(
        target,
        records,
        attachments=kept,
        past=_past(session) if sending.history else (),
        lineage=session.store.facts.lineage,
        sample=session.store.facts.sample,
        sent=sent.id,
        overwrite=overwrite,
    ).close()
    fingerprint = read_back(target, snapshot)
    size = target.stat().st_size
    facts = CopyFacts(
        target.name,
        session.clock().date(),
        fingerprint,
        size,
        sending.receiver,
        sender,
        sending.photos,
        sending.history,
    )
    note = _write_note(session, target, snapshot, facts, sending.note, overwrite)
    sent = dataclasses.replace(sent, fingerprint=fingerprint)
    return Sent(target, note, fingerprint, size, left_out, missing, sent, snapshot)


def remember(session: Session, sent: Sent) -> Sent:
    """Keep what was sent, so that what comes back can be compared with it; whether it could be
    kept is told by ``remembered``."""
    if session.read_only:
        return sent
    try:
        state = session.store.add_attachment(packed(sent.snapshot), MEDIA_TYPE)
    except UserError:
        return sent
    undoing, receiver = session.undoing, sent.record.receiver
    name = f"ส่งสำเนา{f'ถึง{receiver}' if receiver else ''}"
    session.commit(added(name, dataclasses.replace(sent.record, state=state)))
    session.undoing = undoing  # what was sent was sent: there is nothing to undo
    return dataclasses.replace(sent, remembered=True)


def require_other(session: Session, target: Path) -> None:
    """Raises UserError where ``target`` is the open file itself."""
    ours = session.path
    if target.absolute() == ours.absolute() or (
        target.exists() and ours.exists() and target.samefile(ours)
    ):
        raise faults.exists(target)


def _attachments(
    session: Session, records: tuple[Record, ...], photos: bool
) -> tuple[list[tuple[bytes, str]], int, int]:
    """What goes along, how many pictures are left out, and how many cannot be read."""
    others = attachments_of(one for one in records if not isinstance(one, Evidence))
    wanted = attachments_of(records) if photos else others
    left_out = len(attachments_of(records)) - len(wanted)
    kept: list[tuple[bytes, str]] = []
    missing = 0
    for digest in wanted:
        try:
            data = session.store.attachment(digest)
        except UserError:
            data = None
        if data is None:
            missing += 1
        else:
            kept.append((data, media_type(data)))
    return kept, left_out, missing


def _past(session: Session) -> Iterator[HistoryEntry]:
    """The history, oldest first."""
    return reversed(session.store.history(_ALL))


def read_back(target: Path, snapshot: Snapshot) -> str:
    """The copy's fingerprint, once its records have been read and compared.

    Raises UserError where they are not those of ``snapshot``.
    """
    store = open_file(target, read_only=True)
    try:
        same = store.load() == snapshot and isinstance(store.content, Intact)
        fingerprint = store.fingerprint()
    finally:
        store.close()
    if not same:
        raise UserError(
            f"สำเนา {target.name} ไม่ตรงกับต้นฉบับ ไดรฟ์ปลายทางอาจเสีย",
            "ลองอีกครั้ง หรือส่งสำเนาไปที่ไดรฟ์อื่น",
        )
    return fingerprint


def _write_note(
    session: Session,
    target: Path,
    snapshot: Snapshot,
    facts: CopyFacts,
    form: NoteForm,
    overwrite: bool,
) -> Path | None:
    if form is NoteForm.NONE:
        return None
    named = target.with_name(f"{target.stem} ใบปะหน้า{form.value}")
    path = named if overwrite else free_name(named)
    if form is NoteForm.TEXT:
        data = b"\xef\xbb\xbf" + note_text(snapshot, facts).encode()
    else:
        document = copy_note(snapshot, facts)
        data = Renderer(session.store.attachment).paper(document, session.clock()).data
    write_file(path, data, overwrite=True, office_file=session.path)
    return path
