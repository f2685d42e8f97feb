"""Documents frozen as they were signed, and what they say differently since.

What is compared is what the blocks say (:mod:`ita_desktop.documents.said`), not bytes or pages:
other digits, type or paper are no difference. A frozen PDF lies in the file under its SHA-256,
which is its fingerprint: other bytes would have another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from ita_desktop.documents.build import build, file_name, kind_of
from ita_desktop.documents.said import said
from ita_desktop.errors import UserError
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import SignedCopy, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.intake.incoming import read_file
from ita_desktop.session.papers.pictures import forget_unused, media_type
from ita_desktop.session.papers.rendering import Renderer, Request
from ita_desktop.session.session import Session, read_only_error
from ita_desktop.thai.dates import BUDDHIST_OFFSET
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.months import month_name

MOST_PDF = 60_000_000
"""Bytes of a finished document that is kept; what the file takes ends at a hundred million."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A document made to be frozen: its PDF, and what it says, of the same records."""

    document: str
    year: YearWork
    pdf: bytes = field(repr=False)
    said: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a document says something else: the lines as signed, and as they are now."""

    before: tuple[str, ...]
    now: tuple[str, ...]


def signed_copies(snapshot: Snapshot, year: YearWork, document_id: str) -> tuple[SignedCopy, ...]:
    """The frozen copies of a document, the one signed last first; undated ones come last."""
    found = (one for one in snapshot.each(SignedCopy) if one.year_id == year.id)
    ours = (one for one in found if one.document == document_id)
    return tuple(sorted(ours, key=lambda one: (one.signed or date.min, one.id), reverse=True))


def finished(
    renderer: Renderer, request: Request, *, cancelled: Callable[[], bool] = lambda: False
) -> Finished:
    """Make the document to be frozen; may be called from another thread.

    Raises UserError, and the renderer's Cancelled where ``cancelled`` came true.
    """
    rendered = renderer.pdf(request, cancelled=cancelled)
    document = build(request.snapshot, request.year, request.document_id, request.setup)
    return Finished(request.document_id, request.year, rendered.data, said(document))


def freeze(
    session: Session,
    made: Finished,
    *,
    signed: date | None,
    number: str = "",
    note: str = "",
    scan: bytes = b"",
) -> SignedCopy:
    """Keep a finished document as the one that was signed, in one edit.

    ``scan`` is one that :func:`read_scan` gave. Raises UserError where the document is too large to
    be kept, or the file cannot be written.
    """
    if session.read_only:
        raise read_only_error()
    if len(made.pdf) > MOST_PDF:
        raise UserError(
            to_thai(
                f"เอกสารนี้ใหญ่ {len(made.pdf) / 1e6:,.0f} เมกะไบต์"
                f" เกินกว่าที่แฟ้มงานเก็บได้ ({MOST_PDF // 1_000_000} เมกะไบต์)"
            ),
            "เก็บฉบับลงนามของเอกสารแต่ละฉบับแทนทั้งเล่ม หรือลดจำนวนภาพหลักฐานในเล่ม",
        )
    forget_unused(session)
    copy = SignedCopy(
        id=session.new_id(),
        year_id=made.year.id,
        document=made.document,
        signed=signed,
        number=number,
        pdf=_keep(session, made.pdf),
        said=_keep(session, "\n".join(made.said).encode()),
        scan=_keep(session, scan) if scan else "",
        note=note,
    )
    session.add(copy, name=f"เก็บฉบับลงนาม {kind_of(made.document).short_title}")
    return copy


def read_scan(path: Path) -> bytes:
    """A file as the scan that is kept of it. Raises UserError, see
    :func:`~ita_desktop.render.incoming.scans.ready_scan`."""
    from ita_desktop.render.incoming.photos import MOST_BYTES
    from ita_desktop.render.incoming.scans import ready_scan, too_large

    return ready_scan(read_file(path, MOST_BYTES, too_large), path.name)


def add_scan(session: Session, copy: SignedCopy, scan: bytes) -> SignedCopy:
    """Put a scan of the signed paper to a copy, in the place of one that is there."""
    if session.read_only:
        raise read_only_error()
    forget_unused(session)
    return _changed(session, copy, "เพิ่มภาพสแกนฉบับลงนาม", scan=_keep(session, scan))


def describe(
    session: Session, copy: SignedCopy, *, signed: date | None, number: str, note: str
) -> SignedCopy:
    """Say anew when and under what number a copy was signed."""
    return _changed(session, copy, "แก้ไขข้อมูลฉบับลงนาม", signed=signed, number=number, note=note)


def remove_copy(session: Session, copy: SignedCopy) -> None:
    """Take a copy off; undoing brings it back, bytes and all."""
    session.remove(copy, name="ลบฉบับลงนามที่เก็บไว้")


def kept_bytes(session: Session, digest: str) -> bytes:
    """The PDF or scan of a copy. Raises UserError where the file no longer has it whole."""
    data = session.store.attachment(digest) if digest else None
    if data is None:
        raise UserError(
            "ฉบับที่เก็บไว้เสียหายหรือหายไปจากแฟ้มงาน", "เปิดจากแฟ้มสำรอง หรือสแกนฉบับกระดาษมาเก็บใหม่"
        )
    return data


def kept_name(
    session: Session, year: YearWork, copy: SignedCopy, data: bytes, *, scan: bool = False
) -> str:
    """What a copy's PDF, or its scan, is called outside of the office file."""
    suffix = {"image/png": ".png", "image/jpeg": ".jpg"}.get(media_type(data), ".pdf")
    stem = file_name(session.snapshot, year, kind_of(copy.document), "")
    return f"{stem}_{'สแกนฉบับลงนาม' if scan else 'ฉบับลงนาม'}{suffix}"


def differences(session: Session, year: YearWork, copy: SignedCopy) -> tuple[Difference, ...]:
    """Where the document as it would be printed now says something else than what was signed.

    Raises UserError where what was said is damaged.
    """
    before = kept_bytes(session, copy.said).decode("utf-8", "replace").split("\n")
    now = said(build(session.snapshot, year, copy.document))
    return lines_differing(before, now)


def lines_differing(before: Sequence[str], now: Sequence[str]) -> tuple[Difference, ...]:
    """Every place where two texts differ, in reading order."""
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    return tuple(
        Difference(tuple(before[a:b]), tuple(now[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def state_words(copy: SignedCopy, found: Sequence[Difference]) -> str:
    """``ลงนามแล้ว ๑๒ พ.ย. ๒๕๖๘``, or in how many places the document differs from it."""
    when = f" {_short_date(copy.signed)}" if copy.signed else ""
    if not found:
        return to_thai(f"ลงนามแล้ว{when}")
    return to_thai(f"ต่างจากฉบับที่ลงนาม{when} {len(found)} แห่ง")


def changed_hint(session: Session, year: YearWork, document_id: str) -> str:
    """One line for whoever prints a document that was signed and says something else now; empty
    where nothing is to be said."""
    for copy in signed_copies(session.snapshot, year, document_id)[:1]:
        try:
            found = differences(session, year, copy)
        except UserError as problem:
            return f"{problem.problem} — {problem.remedy}"
        if found:
            title = kind_of(document_id).short_title
            return to_thai(f"{title}ต่างจากฉบับที่ลงนาม {len(found)} แห่ง")
    return ""


def _short_date(day: date) -> str:
    """``12 พ.ย. 2568``"""
    return f"{day.day} {month_name(day.month, short=True)} {day.year + BUDDHIST_OFFSET}"


def _keep(session: Session, data: bytes) -> str:
    return session.store.add_attachment(data, media_type(data))


def _changed(session: Session, copy: SignedCopy, name: str, **values: object) -> SignedCopy:
    current = session.snapshot.get(SignedCopy, copy.id) or copy
    after = replace(current, **values)  # type: ignore[arg-type]
    if after != current:
        session.commit(Edit(name, (Change(current, after),)))
    return after
