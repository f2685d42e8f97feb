"""A copy of the work: of the office file, or of what is on the screen where the file is away."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.model.attachments import attachments_of
from ita_desktop.model.records import Record
from ita_desktop.session.papers.pictures import media_type
from ita_desktop.session.session import Session
from ita_desktop.storage import faults
from ita_desktop.storage.store import create_file


def save_copy(session: Session, target: Path) -> bool:
    """Write a checked copy over ``target``; whether it is of the whole file, history and all.

    Where the file cannot be written (away, full, locked …) a new file of the records as they are
    on the screen is made in its place, with the pictures that can still be read: False. Raises
    UserError where ``target`` is the open file or cannot be written.
    """
    try:
        session.flush()
    except UserError:
        _save_shown(session, target)
        return False
    session.store.copy_to(target, overwrite=True)
    return True


def _save_shown(session: Session, target: Path) -> None:
    ours = session.path
    if target.absolute() == ours.absolute() or (
        target.exists() and ours.exists() and target.samefile(ours)
    ):
        raise faults.exists(target)
    facts = session.store.facts
    records = [one for table in session.snapshot.tables.values() for one in table.values()]
    attachments = readable_attachments(session, records)
    create_file(
        target,
        records,
        attachments=[(data, media_type(data)) for data in attachments],
        lineage=facts.lineage,
        sample=facts.sample,
        overwrite=True,
    ).close()


def readable_attachments(session: Session, records: Iterable[Record]) -> tuple[bytes, ...]:
    """The bytes of every attachment that a record holds, as far as the file still gives them."""
    found: list[bytes] = []
    for digest in attachments_of(records):
        try:
            data = session.store.attachment(digest)
        except UserError:
            continue  # the words are worth more
        if data is not None:
            found.append(data)
    return tuple(found)
