"""Content that was changed behind the program's back, as it is put to the clerk.

The clerk may read on, take the content as it is (``Session.accept_content``), or go back to a
backup.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.model.records import RECORDS
from ita_desktop.session.session import Session
from ita_desktop.storage import faults
from ita_desktop.storage.seal import Changed

_OTHER_PARTS = {
    "history": "ประวัติการแก้ไข",
    "attachment": "ภาพและเอกสารแนบ",
    "file": "ข้อมูลประจำแฟ้ม",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to say and ask: ``parts`` are the kinds of content that differ from what was written
    last, in Thai, ``attachments`` how many pictures and papers are damaged."""

    problem: str
    remedy: str
    parts: tuple[str, ...]
    attachments: int


def doubt_about(session: Session) -> Doubt | None:
    """What to ask about the file's content; None where it is what the program wrote last."""
    content = session.store.content
    if not isinstance(content, Changed):
        return None
    titles = {kind.TABLE: kind.TITLE for kind in RECORDS} | _OTHER_PARTS
    told = faults.changed(session.path)
    parts = tuple(titles[name] for name in titles if name in content.tables)
    return Doubt(told.problem, told.remedy, parts, len(content.attachments))
