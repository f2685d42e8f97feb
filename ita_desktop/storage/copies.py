"""A copy that is whole: written aside, opened again, compared, and only then given its name."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.storage import faults
from ita_desktop.storage.connections import connect, require_file, require_short_name
from ita_desktop.storage.fingerprint import fingerprint
from ita_desktop.storage.placing import placed, sync
from ita_desktop.storage.schema import is_sound, require_known_tables, require_sound
from ita_desktop.storage.seal import Content, Intact, compare


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy's content fingerprint, and whether the content is what the program wrote last."""

    fingerprint: str
    content: Content


def write_copy(connection: sqlite3.Connection, target: Path, *, overwrite: bool = False) -> Copied:
    """Copy the file behind ``connection`` to ``target``, compared with its seal or its source.

    Deleted data does not come along. Raises UserError where ``target`` stands in the way, cannot be
    written, or does not read back as it was written; then nothing is left at ``target``.
    """
    with faults.explained(target):
        require_short_name(target)
        with placed(target, overwrite=overwrite) as part:
            _vacuum_into(connection, part)
            sync(part)
            with closing(connect(part, "ro")) as copy:
                require_sound(copy)
                digests, content = compare(copy)
            if not isinstance(content, Intact) and digests.whole != fingerprint(connection):
                raise _differs(target)
    return Copied(digests.whole, content)


def copy_again(source: Path, target: Path, expected: str) -> None:
    """Copy a file that nobody writes to byte for byte; its fingerprint must be ``expected``.

    Raises UserError as :func:`write_copy` does.
    """
    with faults.explained(target):
        require_short_name(target)
        with placed(target, overwrite=False) as part:
            shutil.copyfile(source, part)
            sync(part)
            with closing(connect(part, "ro")) as copy:
                if not is_sound(copy) or fingerprint(copy) != expected:
                    raise _differs(target)


def content_of(path: Path) -> Copied:
    """What a file holds, read from end to end. Raises UserError where it cannot be opened."""
    with faults.explained(path):
        require_file(path)
        with closing(connect(path, "ro")) as connection:
            require_known_tables(connection)
            if not is_sound(connection):
                raise faults.damaged(path)
            digests, content = compare(connection)
    return Copied(digests.whole, content)


def free_name(target: Path) -> Path:
    """``target``, or where it is taken the same name with the first free number after it."""
    number, found = 2, target
    while found.exists():
        found = target.with_name(f"{target.stem} ({number}){target.suffix}")
        number += 1
    return found


def _vacuum_into(connection: sqlite3.Connection, part: Path) -> None:
    """Write the content anew; a connection that only reads may do that too."""
    only_reads = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
    finally:
        connection.execute(f"PRAGMA query_only = {int(only_reads)}")


def _differs(target: Path) -> UserError:
    return UserError(
        f"สำเนา {target.name} ไม่ตรงกับต้นฉบับ ไดรฟ์ปลายทางอาจเสีย",
        "ลองอีกครั้ง หรือส่งสำเนาไปที่ไดรฟ์อื่น",
    )
