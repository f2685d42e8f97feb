"""Finished documents on disk: complete or not at all, never over another file unasked."""

from __future__ import annotations

import dataclasses
import errno
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from ita_desktop import FILE_SUFFIX
from ita_desktop.documents.build import file_name, kind_of, setup_of
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.errors import UserError
from ita_desktop.model.records import DocumentSetup, YearWork
from ita_desktop.render.output import Rendered
from ita_desktop.session.papers.rendering import Renderer, Request
from ita_desktop.session.papers.suffixes import PDF, SUFFIXES, WORD
from ita_desktop.session.session import Session
from ita_desktop.storage.placing import placed
from ita_desktop.thai.digits import Digits

_REMEDY = "ตั้งชื่อเอกสารให้ลงท้ายด้วย .pdf หรือ .docx"
_SUFFIX = re.compile(r"\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5}")
"""A kind of file at the end of a name; ``.2569`` and ``. ศรีสำราญ`` belong to the name itself."""


def proposed_name(session: Session, year: YearWork, document_id: str, suffix: str = PDF) -> str:
    """The upload-ready file name of a document: item code, title, year and office."""
    return file_name(session.snapshot, year, kind_of(document_id), suffix)


def all_documents() -> tuple[tuple[str, str], ...]:
    """Id and title of every document."""
    return tuple((kind.id, kind.title) for kind in DOCUMENTS)


def write_file(target: Path, data: bytes, *, overwrite: bool, office_file: Path) -> None:
    """Write ``data`` beside the target, then put it in place.

    Raises UserError where the target is the open office file or has an office file's name, where a
    file of that name stands and ``overwrite`` is False, and where the folder or the medium refuses;
    no half file stays behind.
    """
    require_free(target, overwrite, office_file)
    try:
        with placed(target, overwrite=overwrite) as part:
            part.write_bytes(data)
    except OSError as error:
        raise _refused(target, error) from error


def require_free(target: Path, overwrite: bool, office_file: Path, remedy: str = _REMEDY) -> None:
    """Refuse a target that must not be written, before the work of making a document is begun.

    ``remedy`` says what to call it instead of an office file.
    """
    try:
        exists = target.exists()
        if target.is_dir():
            raise UserError(f"“{target}” เป็นโฟลเดอร์ ไม่ใช่ชื่อแฟ้ม", "พิมพ์ชื่อแฟ้มต่อท้ายโฟลเดอร์")
        ours = exists and office_file.exists() and target.samefile(office_file)
    except OSError as error:
        raise _refused(target, error) from error
    if ours or target.suffix.lower() == FILE_SUFFIX:
        raise UserError(f"“{target.name}” เป็นแฟ้มงาน จะเขียนเอกสารทับแฟ้มงานไม่ได้", remedy)
    if exists and not overwrite:
        raise UserError(f"มีแฟ้มชื่อ “{target.name}” อยู่แล้ว", "ตั้งชื่ออื่น หรือสั่งให้เขียนทับ (--force)")


def names_kind(target: Path) -> bool:
    """Whether the end of a name says what kind of file it is."""
    return _SUFFIX.fullmatch(target.suffix) is not None


def _document_target(target: Path) -> Path:
    """The target with ``.pdf`` where it names no kind of file; UserError for an unknown kind."""
    suffix = target.suffix
    # An office file is refused in words of its own.
    if suffix.lower() in (*SUFFIXES, FILE_SUFFIX):
        return target
    if names_kind(target):
        raise UserError(f"ทำเอกสารเป็นแฟ้มชนิด “{suffix}” ไม่ได้", _REMEDY)
    return target.with_name(target.name + PDF)


def _refused(target: Path, error: OSError) -> UserError:
    folder = target.parent
    if error.errno == errno.ENOENT and not folder.is_dir():
        return UserError(f"ไม่พบโฟลเดอร์ “{folder}”", "ตรวจชื่อโฟลเดอร์ หรือเสียบแฟลชไดรฟ์ให้แน่น")
    if error.errno == errno.ENOTDIR:
        return _no_folder(folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.ENOENT):
        return UserError(
            f"เขียนแฟ้ม “{target.name}” ลงใน “{folder}” ไม่ได้",
            "ปิดแฟ้มนั้นหากเปิดอยู่ในโปรแกรมอื่น หรือเลือกโฟลเดอร์อื่น",
        )
    if error.errno == errno.ENOSPC:
        return UserError(f"เนื้อที่ใน “{folder}” เต็ม", "ลบแฟ้มที่ไม่ใช้ หรือเลือกที่เก็บอื่น")
    if error.errno == errno.EROFS:
        return UserError(f"“{folder}” อ่านได้อย่างเดียว", "ปลดสวิตช์กันเขียน หรือเลือกที่เก็บอื่น")
    if error.errno == errno.ENAMETOOLONG:
        return UserError("ชื่อแฟ้มยาวเกินไป", "ตั้งชื่อให้สั้นลง")
    return UserError(f"เขียนแฟ้ม “{target.name}” ไม่สำเร็จ ({error.strerror})", "เลือกที่เก็บอื่น")


def _no_folder(folder: Path) -> UserError:
    return UserError(f"“{folder}” เป็นแฟ้ม ไม่ใช่โฟลเดอร์", "ระบุชื่อโฟลเดอร์ หรือเลือกโฟลเดอร์อื่น")


def export_document(
    session: Session,
    year: YearWork,
    document_id: str,
    target: Path,
    *,
    layout: str = "",
    digits: Digits | None = None,
    month: int | None = None,
    overwrite: bool = False,
) -> Path:
    """Write one document as PDF, or for Word where the target ends in ``.docx``.

    ``layout``, ``digits`` and ``month`` (of the round a report tells of, 0 for the whole year) win
    over what the file says. A target without a suffix gets ``.pdf``;
    the path written is returned. Raises UserError for an unknown document or layout, for a round
    of a document that has none, for a target that names another kind of file, and where it refuses.
    """
    require_free(target, True, session.path)
    target = _document_target(target)
    require_free(target, overwrite, session.path)
    setup = _setup(session, year, document_id, layout, digits)
    if month is not None:
        if "round" not in kind_of(document_id).options:
            raise UserError(
                f"เอกสาร “{document_id}” ไม่มีรอบให้เลือก", "เลือกรอบได้เฉพาะรายงานผล (report)"
            )
        setup = dataclasses.replace(setup, round=month)
    request = session.request(year, document_id, setup)
    rendered = _made(Renderer(session.store.attachment), request, target.suffix.lower())
    write_file(target, rendered.data, overwrite=overwrite, office_file=session.path)
    return target


def _made(
    renderer: Renderer,
    request: Request,
    suffix: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Rendered:
    if suffix == WORD:
        return renderer.docx(request, cancelled=cancelled)
    return renderer.pdf(request, cancelled=cancelled)


def all_targets(
    session: Session, year: YearWork, folder: Path, suffix: str = PDF
) -> dict[str, Path]:
    """Where :func:`export_all` writes each document, by its id."""
    return {
        one: folder / proposed_name(session, year, one, suffix) for one, _title in all_documents()
    }


def export_all(
    session: Session,
    year: YearWork,
    folder: Path,
    digits: Digits | None,
    overwrite: bool,
    *,
    suffixes: Sequence[str] = (PDF,),
    renderer: Renderer | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] = lambda _done: None,
) -> tuple[Path, ...]:
    """Write every document under its upload-ready name; all are made before the first is written.

    ``suffixes`` are among :data:`SUFFIXES`; ``progress`` is told how many are made. Raises
    UserError where a file of one of the names stands and ``overwrite`` is False, and the
    renderer's Cancelled, with nothing written, where ``cancelled`` came true.
    """
    targets = {
        (one, suffix): target
        for suffix in suffixes
        for one, target in all_targets(session, year, folder, suffix).items()
    }
    for target in targets.values():
        require_free(target, overwrite, session.path)
    if folder.exists() and not folder.is_dir():
        raise _no_folder(folder)
    renderer = renderer or Renderer(session.store.attachment)
    made: dict[tuple[str, str], Rendered] = {}
    for one, suffix in targets:
        request = session.request(year, one, _setup(session, year, one, "", digits))
        made[one, suffix] = _made(renderer, request, suffix, cancelled)
        progress(len(made))
    made_folder(folder)
    for each, target in targets.items():
        write_file(target, made[each].data, overwrite=overwrite, office_file=session.path)
    return tuple(targets.values())


def made_folder(folder: Path) -> None:
    """Make a folder to write into, where it is not there. Raises UserError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise _no_folder(folder) from error
    except OSError as error:
        raise _refused(folder, error) from error


def _setup(
    session: Session, year: YearWork, document_id: str, layout: str, digits: Digits | None
) -> DocumentSetup:
    kind_of(document_id)
    setup = setup_of(session.snapshot, year, document_id)
    return dataclasses.replace(setup, layout=layout or setup.layout, digits=digits or setup.digits)
