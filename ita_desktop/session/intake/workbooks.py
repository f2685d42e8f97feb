"""The office as an Excel workbook: written out, and read in again as one edit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.names import Names
from ita_desktop.exchange.workbook.naming import changed_labels, row_name
from ita_desktop.exchange.workbook.opening import MOST_BYTES, read_book
from ita_desktop.exchange.workbook.reading import Reading, read_records
from ita_desktop.exchange.workbook.writing import Sender, workbook_of
from ita_desktop.model.edits import Edit
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.papers.exporting import names_kind, require_free, write_file
from ita_desktop.session.session import Session, read_only_error
from ita_desktop.thai.digits import to_thai

EXCEL = ".xlsx"
_REMEDY = f"ตั้งชื่อสมุดงานให้ลงท้ายด้วย {EXCEL}"
EDIT_NAME = "นำเข้าจาก Excel"


@dataclass(frozen=True, slots=True)
class Import:
    """What a workbook would bring into the open file, before anything is brought in."""

    path: Path
    snapshot: Snapshot
    """The office as it was when the workbook was read."""
    reading: Reading

    @property
    def counts_words(self) -> str:
        """``ใหม่ ๓ รายการ · แก้ไข ๒ รายการ · เหมือนเดิม ๔๐ รายการ``"""
        found = self.reading
        return to_thai(
            f"ใหม่ {found.new} รายการ · แก้ไข {found.changed} รายการ"
            f" · เหมือนเดิม {found.unchanged} รายการ"
        )

    @property
    def told(self) -> tuple[str, ...]:
        """What else is to be known before it is brought in: what is left as it is, what was not
        read, what was changed in the program since the workbook was written."""
        found = self.reading
        left = sum(one.left for one in found.counts)
        return tuple(
            to_thai(line)
            for line in (
                f"อีก {left} รายการที่ไม่มีในสมุดงาน คงไว้ตามเดิม" if left else "",
                f"คงค่าที่แก้ในโปรแกรมหลังส่งออกไว้ {found.newer} ช่อง (ช่องนั้นไม่ได้แก้ใน Excel)"
                if found.newer
                else "",
                f"ไม่ได้อ่านแผ่นที่ไม่ใช่ของโปรแกรม: {', '.join(found.strange)}" if found.strange else "",
            )
            if line
        )


@dataclass(frozen=True, slots=True)
class Told:
    """One record that an import would add or change: its kind's title, what its row says, and the
    labels of the fields that change; none where it is new."""

    title: str
    name: str
    labels: tuple[str, ...]


def told_changes(found: Import) -> tuple[Told, ...]:
    """Every record that would be added or changed, in the order of the sheets."""
    edit = Edit(EDIT_NAME, found.reading.changes)
    after = found.snapshot.after(edit)
    names = Names(after)
    return tuple(
        Told(one.record.TITLE, row_name(names, one.record), changed_labels(after, one))
        for one in edit.changes
    )


def proposed_workbook(session: Session, *, template: bool = False) -> str:
    """The name of the workbook: beside the office file, named like it."""
    stem = session.path.stem
    return f"{stem} แบบฟอร์ม{EXCEL}" if template else f"{stem}{EXCEL}"


def make_workbook(session: Session, *, template: bool = False) -> bytes:
    """The whole office as an .xlsx file, or an empty one to be filled in."""
    sender = Sender(session.changed, session.store.last_edit() or "")
    return workbook_of(session.snapshot, sender, template=template)


def export_workbook(
    session: Session, target: Path, *, template: bool = False, overwrite: bool = False
) -> Path:
    """Write the workbook; the path written, with its suffix.

    Raises UserError for a target of another kind, where a file of that name stands and
    ``overwrite`` is False, and where the folder refuses.
    """
    require_free(target, True, session.path, _REMEDY)
    named = target.suffix.lower() == EXCEL
    if not named and names_kind(target):
        raise UserError(f"ทำสมุดงานเป็นแฟ้มชนิด “{target.suffix}” ไม่ได้", _REMEDY)
    path = target if named else target.with_name(target.name + EXCEL)
    require_free(path, overwrite, session.path)
    write_file(
        path,
        make_workbook(session, template=template),
        overwrite=overwrite,
        office_file=session.path,
    )
    return path


def read_workbook(path: Path) -> bytes:
    """The bytes of a workbook. Raises UserError where it cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"แฟ้ม “{path.name}” ใหญ่เกินไป", "เลือกสมุดงานที่ส่งออกจากโปรแกรม")
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"อ่านแฟ้ม “{path.name}” ไม่ได้ ({error.strerror})",
            "ตรวจชื่อแฟ้มและโฟลเดอร์ หรือปิดแฟ้มนั้นใน Excel แล้วลองใหม่",
        ) from error


def plan_import(session: Session, path: Path) -> Import:
    """What the workbook at ``path`` would bring in. Raises UserError where it is none.

    Touches nothing, and may be called from another thread while the session rests.
    """
    book = read_book(read_workbook(path))
    store = session.store
    snapshot = session.snapshot
    reading = read_records(
        book,
        snapshot,
        session.new_id,
        has_attachment=lambda digest: store.attachment(digest) is not None,
        newer=bool(book.edit) and store.knows_edit(book.edit),
    )
    return Import(path, snapshot, reading)


def bring_in(session: Session, found: Import) -> Edit:
    """Take over what a workbook brings, as one edit that can be undone; the edit made.

    Raises UserError where the file is read-only, or a cell of the workbook is bad.
    """
    if session.read_only:
        raise read_only_error()
    if found.reading.bad:
        raise bad_cells_error(found)
    edit = Edit(EDIT_NAME, found.reading.changes)
    session.commit(edit)
    return edit


def bad_cells_error(found: Import) -> UserError:
    """Why a workbook with bad cells is not taken over."""
    count = len(found.reading.bad)
    return UserError(
        to_thai(f"สมุดงาน “{found.path.name}” มี {count} ช่องที่ต้องแก้ จึงยังไม่ได้นำเข้าแม้แต่รายการเดียว"),
        "แก้ทุกช่องใน Excel ตามรายการ บันทึก แล้วนำเข้าใหม่",
    )


def lost_words(reading: Reading) -> tuple[str, ...]:
    """What is told of pictures and attachments that a workbook cannot bring, a line each."""
    return tuple(to_thai(f"แผ่น “{one.sheet}” แถว {one.row}: {one.heading}") for one in reading.lost)
