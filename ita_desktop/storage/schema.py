"""What the tables of an office file must be, and bringing an older file up to them.

Nothing in a file is trusted before :func:`require_known_tables` has seen that its tables are word
for word those the program makes: no foreign table, trigger, view, index or rule gets past it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import lru_cache

from ita_desktop.errors import UserError
from ita_desktop.storage.faults import DamagedFileError, StrangeFileError
from ita_desktop.storage.migrations import MIGRATIONS

APPLICATION_ID = 0x49544144
"""``ITAD``, in the header of every office file."""

VERSION = len(MIGRATIONS)
"""The version of the tables this program reads and writes (``user_version``)."""

Definition = tuple[str, str, str]
"""Kind, name and SQL of one thing a file defines."""


def migrate(
    connection: sqlite3.Connection,
    to: int = VERSION,
    *,
    then: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> None:
    """Bring the tables from the version they have up to ``to``, all in one transaction.

    ``then`` is the last of it: what newer files are born with beside their tables. Foreign keys are
    off meanwhile (a rebuilt table would else lose its children) and checked afterwards, with the
    whole file, before anything is kept.
    """
    foreign_keys = connection.execute("PRAGMA foreign_keys").fetchone()[0]
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        have = version_of(connection)
        for step in MIGRATIONS[have:to]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {int(to)}")
        if have == 0:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        then(connection)
        require_sound(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the file's tables; 0 before there are any."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def require_sound(connection: sqlite3.Connection) -> None:
    """Raise UserError where SQLite's own checks or the links to parents fail."""
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    if not is_sound(connection) or orphan is not None:
        raise DamagedFileError(
            "แฟ้มงานเสียหายบางส่วน",
            "เปิดจากสำเนาล่าสุดแทน และเก็บแฟ้มนี้ไว้ก่อน อย่าเพิ่งลบ",
        )


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds pages, types and indexes whole (``integrity_check``)."""
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def require_known_tables(connection: sqlite3.Connection) -> None:
    """Raise UserError for another program's file, a newer version, or anything not made by us."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StrangeFileError(
            "แฟ้มนี้เป็นแฟ้มของโปรแกรมอื่น ไม่ใช่แฟ้มงาน ITA",
            "เลือกแฟ้มที่ลงท้ายด้วย .itadb ซึ่งสร้างจากโปรแกรมนี้",
        )
    version = version_of(connection)
    if version > VERSION:
        raise UserError(
            f"แฟ้มงานนี้สร้างจากโปรแกรมรุ่นใหม่กว่า (แฟ้มรุ่นที่ {version} โปรแกรมนี้อ่านได้ถึงรุ่นที่ {VERSION})",
            "ติดตั้งโปรแกรมรุ่นล่าสุดในเครื่องนี้ แล้วเปิดแฟ้มอีกครั้ง",
        )
    strange = definitions(connection) ^ expected_definitions(version)
    if version < 1 or strange:
        names = ", ".join(sorted({name[:40] for _, name, _ in strange})[:3])
        raise StrangeFileError(
            f"ในแฟ้มงานมีส่วนที่โปรแกรมนี้ไม่ได้สร้าง ({names})",
            "แฟ้มอาจถูกโปรแกรมอื่นแก้ไข เปิดจากสำเนาล่าสุดแทน หรือขอแฟ้มใหม่จากผู้ส่ง",
        )


def definitions(connection: sqlite3.Connection) -> frozenset[Definition]:
    """Everything a file defines: tables, indexes, triggers, views, with their SQL."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return frozenset((str(kind), str(name), str(sql)) for kind, name, sql in rows)


@lru_cache
def expected_definitions(version: int = VERSION) -> frozenset[Definition]:
    """What a file of that version defines, found by replaying the steps."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, version)
        return definitions(connection)
    finally:
        connection.close()
