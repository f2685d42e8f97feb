"""The finished document: the preview's own bytes where they are newest, else made with progress."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ita_desktop.errors import UserError
from ita_desktop.render.output import Rendered
from ita_desktop.session.papers.exporting import all_targets, export_all, proposed_name, write_file
from ita_desktop.session.papers.suffixes import PDF, WORD
from ita_desktop.thai.digits import to_thai
from ui.choosing import choose_folder, choose_pdf, choose_word, home
from ui.dialogs import ask
from ui.waiting import Cancelled, Progress, wait_for
from ui.widgets.preview.preview import Preview
from ui.workspace import Workspace


def finished_document(parent: QWidget, workspace: Workspace, preview: Preview) -> Rendered | None:
    """The document in hand as the file holds it now; None where the clerk cancelled."""
    if preview.current and preview.rendered is not None:
        return preview.rendered
    request = workspace.session.request(workspace.year, workspace.document)

    def work(cancelled: Cancelled, progress: Progress) -> Rendered | None:
        from ita_desktop.render.pdf.renderer import Cancelled as Stopped

        try:
            return preview.job.renderer.pdf(request, cancelled=cancelled, progress=progress)
        except Stopped:
            return None

    made: Rendered | None = wait_for(
        parent, "กำลังจัดหน้าเอกสาร…", work, counted="กำลังจัดหน้าเอกสาร… {} หน้า"
    )
    return made


def export_pdf(parent: QWidget, workspace: Workspace, preview: Preview) -> Path | None:
    """Ask where, then write the document; None where the clerk thought better of it.

    Raises UserError where the folder refuses.
    """
    target = choose_pdf(parent, proposed_path(workspace))
    if target is None:
        return None
    made = finished_document(parent, workspace, preview)
    if made is None:
        return None
    # The dialog has asked before a file of that name is overwritten.
    write_file(target, made.data, overwrite=True, office_file=workspace.session.path)
    return target


def export_word(parent: QWidget, workspace: Workspace) -> Path | None:
    """Ask where, then write the document for Word; None where the clerk thought better of it.

    Raises UserError where the folder refuses.
    """
    target = choose_word(parent, proposed_path(workspace, WORD))
    if target is None:
        return None
    request = workspace.session.request(workspace.year, workspace.document)

    def work(cancelled: Cancelled, _progress: Progress) -> Rendered | None:
        from ita_desktop.render.pdf.renderer import Cancelled as Stopped

        try:
            return workspace.renderer.docx(request, cancelled=cancelled)
        except Stopped:
            return None

    made: Rendered | None = wait_for(parent, "กำลังทำเอกสาร Word…", work)
    if made is None:
        return None
    # The dialog has asked before a file of that name is overwritten.
    write_file(target, made.data, overwrite=True, office_file=workspace.session.path)
    return target


def export_every(
    parent: QWidget, workspace: Workspace, suffixes: Sequence[str] = (PDF,)
) -> tuple[Path, ...]:
    """Ask for a folder, then write every document of the year into it, as PDF, for Word or as both;
    what was written.

    Raises UserError where the folder refuses.
    """
    session, year = workspace.session, workspace.year
    folder = choose_folder(parent, proposed_folder(workspace), "ส่งออกเอกสารทุกฉบับลงในโฟลเดอร์")
    if folder is None:
        return ()
    targets = [
        one for suffix in suffixes for one in all_targets(session, year, folder, suffix).values()
    ]
    overwrite = overwriting(parent, targets)
    if overwrite is None:
        return ()

    def work(cancelled: Cancelled, progress: Progress) -> tuple[Path, ...]:
        from ita_desktop.render.pdf.renderer import Cancelled as Stopped

        try:
            return export_all(
                session,
                year,
                folder,
                None,
                overwrite,
                suffixes=suffixes,
                renderer=workspace.renderer,
                cancelled=cancelled,
                progress=progress,
            )
        except Stopped:
            return ()

    written: tuple[Path, ...] | None = wait_for(
        parent, "กำลังจัดหน้าเอกสารทุกฉบับ…", work, counted="ทำเอกสารแล้ว {} แฟ้ม"
    )
    return written or ()


def overwriting(parent: QWidget, targets: Iterable[Path]) -> bool | None:
    """Ask where files stand already: True where they may be overwritten, None where the clerk
    thought better of it, False where none stands there."""
    standing = [one.name for one in targets if one.exists()]
    if not standing:
        return False
    asked = ask(
        parent,
        to_thai(f"ในโฟลเดอร์นี้มีแฟ้มชื่อเดียวกันอยู่แล้ว {len(standing)} แฟ้ม"),
        "\n".join(standing),
        yes="เขียนทับ",
    )
    return True if asked else None


def proposed_folder(workspace: Workspace) -> Path:
    """The folder of the office file, or the clerk's documents where it is gone."""
    folder = workspace.session.path.parent
    return folder if folder.is_dir() else home()


def proposed_path(workspace: Workspace, suffix: str = PDF) -> Path:
    """The upload-ready name, beside the office file or among the clerk's documents."""
    return proposed_folder(workspace) / proposed_name(
        workspace.session, workspace.year, workspace.document, suffix
    )


def viewer_file(workspace: Workspace, data: bytes, name: str = "") -> Path:
    """The document under its own name, or another, in a folder of its own, for another program to
    show.

    Raises UserError where the system's folder for passing files refuses.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="ita-desktop-"))
    except OSError as error:
        raise UserError(
            f"เขียนแฟ้มชั่วคราวไม่ได้ ({error.strerror})", "ตรวจเนื้อที่ว่างในไดรฟ์ แล้วลองอีกครั้ง"
        ) from error
    usual = proposed_name(workspace.session, workspace.year, workspace.document)
    path = folder / (name or usual)
    write_file(path, data, overwrite=False, office_file=workspace.session.path)
    return path
