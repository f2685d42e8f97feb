"""File dialogs: which file to open, where to keep a new one or a copy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from ita_desktop import FILE_SUFFIX
from ita_desktop.places import documents_folder
from ui.dialogs import ask

EXCEL_FILTER = "สมุดงาน Excel (*.xlsx)"
FILTER = f"แฟ้มงาน ITA (*{FILE_SUFFIX})"


def choose_file(
    parent: QWidget | None, folder: Path | None, title: str = "เปิดแฟ้มงาน"
) -> Path | None:
    """An office file; None where the clerk thinks better of it."""
    start = folder if folder and folder.is_dir() else home()
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start), FILTER)
    return Path(name) if name else None


def choose_place(parent: QWidget | None, proposed: Path, title: str) -> Path | None:
    """Where to keep an office file. The dialog itself asks before one is overwritten."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), FILTER)
    return _asked(parent, Path(name), FILE_SUFFIX) if name else None


def choose_copy(parent: QWidget | None, original: Path) -> Path | None:
    """Where to write a copy, proposed beside the original with the day in its name."""
    proposed = original.with_name(f"{original.stem} สำเนา {_stamp()}{FILE_SUFFIX}")
    return choose_place(parent, proposed, "บันทึกสำเนาเป็น")


def choose_pdf(parent: QWidget | None, proposed: Path) -> Path | None:
    """Where to write a PDF."""
    name, _ = QFileDialog.getSaveFileName(parent, "ส่งออก PDF", str(proposed), "เอกสาร PDF (*.pdf)")
    return _asked(parent, Path(name), ".pdf") if name else None


def choose_word(parent: QWidget | None, proposed: Path) -> Path | None:
    """Where to write a Word file."""
    name, _ = QFileDialog.getSaveFileName(
        parent, "ส่งออก Word", str(proposed), "เอกสาร Word (*.docx)"
    )
    return _asked(parent, Path(name), ".docx") if name else None


def choose_excel(parent: QWidget | None, proposed: Path, title: str) -> Path | None:
    """Where to write an Excel workbook."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), EXCEL_FILTER)
    return _asked(parent, Path(name), ".xlsx") if name else None


def choose_workbook(parent: QWidget | None, folder: Path) -> Path | None:
    """An Excel workbook to bring in."""
    name, _ = QFileDialog.getOpenFileName(parent, "นำเข้าจาก Excel", str(folder), EXCEL_FILTER)
    return Path(name) if name else None


def choose_answers(parent: QWidget | None, folder: Path) -> tuple[Path, ...]:
    """Filled requests to take back, several at once."""
    names, _ = QFileDialog.getOpenFileNames(parent, "รับผลที่สำนัก/กองส่งกลับ", str(folder), EXCEL_FILTER)
    return tuple(Path(name) for name in names)


def choose_folder(parent: QWidget | None, proposed: Path, title: str) -> Path | None:
    """A folder to write into."""
    name = QFileDialog.getExistingDirectory(parent, title, str(proposed))
    return Path(name) if name else None


def choose_picture(parent: QWidget | None) -> Path | None:
    """A picture file."""
    name, _ = QFileDialog.getOpenFileName(
        parent, "เลือกแฟ้มภาพ", str(home()), "แฟ้มภาพ (*.png *.jpg *.jpeg *.svg)"
    )
    return Path(name) if name else None


def choose_photos(parent: QWidget | None) -> tuple[Path, ...]:
    """Photographs, several at once; none where the clerk thinks better of it."""
    kinds = "ภาพถ่าย (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.gif);;แฟ้มทุกชนิด (*)"
    names, _ = QFileDialog.getOpenFileNames(parent, "เลือกภาพหลักฐาน", str(home()), kinds)
    return tuple(Path(name) for name in names)


def choose_scan(parent: QWidget | None) -> Path | None:
    """A scan of a signed paper."""
    kinds = "แฟ้มสแกน (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"
    name, _ = QFileDialog.getOpenFileName(parent, "เลือกแฟ้มสแกนฉบับลงนาม", str(home()), kinds)
    return Path(name) if name else None


def choose_kept(parent: QWidget | None, proposed: Path) -> Path | None:
    """Where to write a signed copy or a scan out of the office file."""
    kinds = f"แฟ้มที่เก็บไว้ (*{proposed.suffix})"
    name, _ = QFileDialog.getSaveFileName(parent, "บันทึกฉบับที่เก็บเป็น", str(proposed), kinds)
    return _asked(parent, Path(name), proposed.suffix) if name else None


def choose_word_source(parent: QWidget | None) -> Path | None:
    """A Word file of the office's own, to take something out of."""
    kinds = "เอกสาร Word (*.docx *.docm *.dotx *.doc)"
    name, _ = QFileDialog.getOpenFileName(parent, "เลือกแฟ้ม Word ของหน่วยงาน", str(home()), kinds)
    return Path(name) if name else None


def choose_word_to_read(parent: QWidget | None, folder: Path | None) -> Path | None:
    """A Word file to take tables from."""
    start = folder if folder and folder.is_dir() else home()
    name, _ = QFileDialog.getOpenFileName(
        parent, "นำเข้าตารางจาก Word", str(start), "เอกสาร Word (*.docx)"
    )
    return Path(name) if name else None


def dropped_files(data: QMimeData, suffixes: tuple[str, ...] = (FILE_SUFFIX,)) -> tuple[Path, ...]:
    """The files that are being dropped, those of a kind that is taken."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in suffixes)


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, and it is there."""
    return one.exists() and other.exists() and one.samefile(other)


def home() -> Path:
    """The clerk's documents, or the home folder where there are none."""
    folder = documents_folder()
    return folder if folder.is_dir() else Path.home()


def with_suffix(path: Path, suffix: str) -> Path:
    """The path with its suffix added, where it was not typed."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _asked(parent: QWidget | None, typed: Path, suffix: str) -> Path | None:
    """The path with its suffix. The dialog knew nothing of the suffix: ask for it here."""
    path = with_suffix(typed, suffix)
    if path == typed or not path.exists():
        return path
    question = f"มีแฟ้มชื่อ “{path.name}” อยู่แล้ว เขียนทับหรือไม่"
    return path if ask(parent, question, str(path.parent), yes="เขียนทับ") else None


def _stamp() -> str:
    """Now, in พ.ศ., such that names sort by time: ``2568-11-21 09.30``."""
    from ita_desktop.thai.dates import BUDDHIST_OFFSET

    now = datetime.now()
    return f"{now.year + BUDDHIST_OFFSET}-{now:%m-%d %H.%M}"
