"""What a backup is called: a running number, when, why, and of which office.

``0042 2569-01-05 09.30.15 ก่อนนำเข้าข้อมูล ศรีสำราญ.itadb`` says it all even on a stick, where times
of files get lost. The number, not the date, tells which is newer: a computer's clock may go back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from ita_desktop import FILE_SUFFIX
from ita_desktop.thai.dates import BUDDHIST_OFFSET


class Reason(Enum):
    """Why a backup was made; the value stands in its name."""

    TIMED = "ตามเวลา"
    CLOSING = "เมื่อปิดแฟ้ม"
    ASKED = "สั่งเก็บ"
    VERSION = "ก่อนปรับรุ่นแฟ้ม"
    IMPORT = "ก่อนนำเข้าข้อมูล"
    MERGE = "ก่อนรวมแฟ้ม"
    RESTORE = "ก่อนกู้คืน"
    ACCEPT = "ก่อนใช้เนื้อหาที่เปลี่ยน"
    REPLACE = "ก่อนแทนที่คำ"
    NEXT_YEAR = "ก่อนเริ่มปีใหม่"
    SPLIT = "ก่อนนำปีออก"

    @property
    def label(self) -> str:
        """As it is shown in the list of backups."""
        return self.value


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on a disk: ``taken`` by this computer's clock, ``size`` in bytes."""

    path: Path
    number: int
    taken: datetime
    reason: Reason
    size: int = 0


LONGEST_OFFICE = 25
"""Letters of an office's name that a backup bears: paths must stay short."""

_NAME = re.compile(r"(\d{4,9}) (\d{4})-(\d\d)-(\d\d) (\d\d)\.(\d\d)\.(\d\d) (\S+)(?: .*)?")


def backup_name(number: int, taken: datetime, reason: Reason, office: str) -> str:
    """The file's name. Backups of one moment differ by their number."""
    day = f"{taken.year + BUDDHIST_OFFSET}-{taken:%m-%d %H.%M.%S}"
    return f"{number:04} {day} {reason.value} {plain_name(office)}".rstrip() + FILE_SUFFIX


def read_backup(path: Path, size: int = 0) -> Backup | None:
    """What a file's name says of a backup; None where the name is of another make."""
    found = _NAME.fullmatch(path.stem) if path.suffix.lower() == FILE_SUFFIX else None
    if found is None:
        return None
    number, year, *rest = (int(part) for part in found.groups()[:7])
    try:
        return Backup(
            path,
            number,
            datetime(year - BUDDHIST_OFFSET, *rest),  # type: ignore[arg-type]
            Reason(found[8]),
            size,
        )
    except ValueError:
        return None


def plain_name(words: str) -> str:
    """Words cut to what any system takes as part of a file's name."""
    plain = "".join("-" if letter in '<>:"/\\|?*' else letter for letter in words)
    plain = "".join(letter if letter.isprintable() else " " for letter in plain)
    return " ".join(plain.split())[:LONGEST_OFFICE].strip(" .")
