"""The pictures inside a Word file: of its text, its headers and its footers.

A .docx is a ZIP; pictures lie under ``word/media`` and are pointed at from the relationships of
each part (ECMA-376, parts 1 and 2).
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ita_desktop.errors import UserError

MOST_BYTES = 40_000_000
"""Bytes of one picture that is unpacked; a ZIP may promise any size."""
_MOST_PICTURES = 200
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_RELS = re.compile(r"word/_rels/((?:document|header|footer)\d*)\.xml\.rels")
_TARGET = re.compile(rb'Target="([^"]*media/[^"]+)"')
_ORDER = ("header", "document", "footer", "")


@dataclass(frozen=True, slots=True)
class WordPicture:
    """One picture as it lies in the file; ``where`` is ``header``, ``document``, ``footer`` or
    empty where nothing points at it. ``suffix`` is lower case: ``.png``, ``.emf`` …"""

    name: str
    suffix: str
    where: str
    data: bytes = field(repr=False)


def word_pictures(path: Path) -> tuple[WordPicture, ...]:
    """Every picture of a Word file once: those of headers first, then in the order of their names.

    Raises UserError where the file cannot be read, is of the old kind (.doc) or no Word file.
    """
    try:
        with path.open("rb") as opened:
            start = opened.read(8)
            if start.startswith(_OLD_WORD):
                raise UserError(
                    f"“{path.name}” เป็นแฟ้ม Word รุ่นเก่า หรือใส่รหัสผ่านไว้ จึงอ่านภาพไม่ได้",
                    "เปิดใน Word แล้วบันทึกเป็น .docx ที่ไม่มีรหัสผ่าน แล้วเลือกใหม่",
                )
            with zipfile.ZipFile(opened) as package:
                if "word/document.xml" not in package.namelist():
                    raise _no_word(path)
                return _pictures(package)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise _no_word(path) from error
    except OSError as error:
        raise UserError(f"เปิดแฟ้ม “{path.name}” ไม่ได้", "ปิดแฟ้มนั้นใน Word ก่อน แล้วลองอีกครั้ง") from error


def _pictures(package: zipfile.ZipFile) -> tuple[WordPicture, ...]:
    where = _places(package)
    found: dict[str, WordPicture] = {}
    for entry in _media(package):
        path = PurePosixPath(entry.filename)
        data = package.read(entry)
        digest = hashlib.sha256(data).hexdigest()
        here = WordPicture(path.name, path.suffix.lower(), where.get(entry.filename, ""), data)
        known = found.get(digest)
        if known is None or _ORDER.index(here.where) < _ORDER.index(known.where):
            found[digest] = here
    return tuple(sorted(found.values(), key=lambda one: _ORDER.index(one.where)))


def _media(package: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    listed = (one for one in package.infolist() if one.filename.startswith("word/media/"))
    for count, entry in enumerate(sorted(listed, key=lambda one: one.filename)):
        if count < _MOST_PICTURES and 0 < entry.file_size <= MOST_BYTES:
            yield entry


def _places(package: zipfile.ZipFile) -> dict[str, str]:
    """Which kind of part points at each picture; headers win."""
    found: dict[str, str] = {}
    for name in package.namelist():
        match = _RELS.fullmatch(name)
        if match is None or package.getinfo(name).file_size > MOST_BYTES:
            continue
        kind = match[1].rstrip("0123456789")
        for target in _TARGET.findall(package.read(name)):
            media = "word/media/" + PurePosixPath(target.decode("utf-8", "replace")).name
            if _ORDER.index(kind) < _ORDER.index(found.get(media, "")):
                found[media] = kind
    return found


def _no_word(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” ไม่ใช่แฟ้ม Word (.docx) หรือแฟ้มเสียหาย", "เลือกแฟ้มที่บันทึกจาก Word เป็นชนิด .docx"
    )
