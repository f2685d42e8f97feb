"""A copy that is whole: written aside, opened again, compared, and only then given its name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.storage import faults
from ita_desktop.storage.connections import connect, require_short_name
from ita_desktop.storage.fingerprint import fingerprint
from ita_desktop.storage.placing import placed, sync
from ita_desktop.storage.schema import require_sound


def write_copy(connection: sqlite3.Connection, target: Path, *, overwrite: bool = False) -> str:
    """Copy the file behind ``connection`` to ``target`` and return the content fingerprint.

    Deleted data does not come along. Raises UserError where ``target`` stands in the way, cannot be
    written, or does not read back as it was written; then nothing is left at ``target``.
    """
    with faults.explained(target):
        require_short_name(target)
        with placed(target, overwrite=overwrite) as part:
            connection.execute("VACUUM INTO ?", (str(part),))
            sync(part)
            with closing(connect(part, "ro")) as copy:
                require_sound(copy)
                digest = fingerprint(copy)
            if digest != fingerprint(connection):
                raise UserError(
                    f"สำเนา {target.name} ไม่ตรงกับต้นฉบับ ไดรฟ์ปลายทางอาจเสีย",
                    "ลองอีกครั้ง หรือส่งสำเนาไปที่ไดรฟ์อื่น",
                )
    return digest


def free_name(target: Path) -> Path:
    """``target``, or where it is taken the same name with the first free number after it."""
    number, found = 2, target
    while found.exists():
        found = target.with_name(f"{target.stem} ({number}){target.suffix}")
        number += 1
    return found
