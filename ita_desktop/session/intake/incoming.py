"""Files that the clerk brings in: read with a clear word on what cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai

Refuse = Callable[[str, int, int], UserError]
"""From a file's name, its bytes, and the bytes that are read at most."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something brought in: a file by its path, or bytes from the clipboard under a name."""

    name: str
    path: Path | None = None
    data: bytes = field(default=b"", repr=False)

    @staticmethod
    def file(path: Path) -> Incoming:
        """A file on the disk."""
        return Incoming(path.name, path)

    def read(self, most: int) -> bytes:
        """The bytes; UserError where the file cannot be read or has more than ``most``."""
        return self.data if self.path is None else read_file(self.path, most)


def too_large(name: str, size: int, most: int) -> UserError:
    """Why a file of ``size`` bytes is not read."""
    return UserError(
        to_thai(
            f"แฟ้ม “{name}” ใหญ่เกินไป ({size / 1e6:,.0f} เมกะไบต์ รับได้ไม่เกิน {most / 1e6:,.0f} เมกะไบต์)"
        ),
        "ย่อแฟ้มให้เล็กลงก่อน แล้วเลือกใหม่",
    )


def read_file(path: Path, most: int, refuse: Refuse = too_large) -> bytes:
    """A file's bytes. Raises UserError where it cannot be read or has more than ``most``;
    ``refuse`` words the latter."""
    try:
        if path.is_dir():
            raise UserError(f"“{path.name}” เป็นโฟลเดอร์ ไม่ใช่แฟ้ม", "เปิดโฟลเดอร์นั้น แล้วเลือกแฟ้มที่อยู่ข้างใน")
        size = path.stat().st_size
        if size > most:
            raise refuse(path.name, size, most)
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"เปิดแฟ้ม “{path.name}” ไม่ได้", "ตรวจว่าแฟ้มยังอยู่ และไม่ได้เปิดค้างในโปรแกรมอื่น"
        ) from error
