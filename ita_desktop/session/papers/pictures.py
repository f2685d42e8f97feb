"""Pictures kept in the office file: what may come in, and how it is kept."""

from __future__ import annotations

from datetime import timedelta

from ita_desktop.errors import UserError
from ita_desktop.model.attachments import attachments_of
from ita_desktop.session.session import Session, read_only_error

MOST_BYTES = 8_000_000
"""A picture larger than this makes the office file too heavy to send around."""

KEPT_UNUSED = timedelta(days=30)
"""How long what no record holds any more is kept: for a copy that is merged, or a late regret."""

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"%PDF-", "application/pdf"),
)
_PICTURES = ("image/png", "image/jpeg")


def media_type(data: bytes) -> str:
    """PNG, JPEG or PDF by the bytes themselves; ``text/plain`` for anything else."""
    return next((name for start, name in _KINDS if data.startswith(start)), "text/plain")


def keep_picture(session: Session, data: bytes) -> str:
    """Keep a PNG or JPEG in the file; its SHA-256, for a record to hold.

    Raises UserError for another kind of file, a very large one, or a file that is read-only.
    """
    if session.read_only:
        raise read_only_error()
    kind = media_type(data)
    if kind not in _PICTURES:
        raise UserError("แฟ้มนี้ไม่ใช่ภาพ PNG หรือ JPEG", "เลือกแฟ้มภาพชนิด PNG หรือ JPEG")
    if len(data) > MOST_BYTES:
        raise UserError("ภาพใหญ่เกินไป", "ย่อภาพให้เหลือไม่เกิน ๘ เมกะไบต์ แล้วเลือกใหม่")
    return session.store.add_attachment(data, kind)


def forget_unused(session: Session) -> int:
    """Let go of pictures, scans and papers that nothing holds since long, or the file would grow
    for ever; how many. Call it before new ones are kept: merely opening a file changes nothing.

    A file that refuses is left as it is.
    """
    if session.read_only or session.saving.waiting:  # what waits is not in the history yet
        return 0
    used = attachments_of(session.snapshot.records)
    try:
        return session.store.drop_attachments(used, session.clock() - KEPT_UNUSED)
    except UserError:
        return 0  # told with what is kept next, if it still hinders
