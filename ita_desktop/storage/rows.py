"""Records as rows of their tables: the only place that writes and reads them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ita_desktop.model.codec import BadValueError, Plain, record_of, row_of
from ita_desktop.model.edits import Change
from ita_desktop.model.fields import fields_of
from ita_desktop.model.records import RECORDS, Record
from ita_desktop.storage.faults import DamagedFileError, StaleFileError

Row: TypeAlias = Mapping[str, Plain]


def read_all(connection: sqlite3.Connection) -> list[Record]:
    """Every record of the file. Raises UserError naming the one that cannot be read."""
    records: list[Record] = []
    for kind in RECORDS:
        columns = columns_of(kind)
        found = connection.execute(f"SELECT {_names(columns)} FROM {quoted(kind.TABLE)}").fetchall()
        records += [_record(kind, dict(zip(columns, row, strict=True))) for row in found]
    return records


def add_all(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Insert many records in any order, inside a transaction of the caller's."""
    from sqlite_utils import Database  # a quarter of a second to import: new files alone pay it

    tables = Database(connection, execute_plugins=False)
    everything = tuple(records)
    for kind in RECORDS:
        rows = [row_of(record) for record in everything if type(record) is kind]
        tables.table(kind.TABLE).insert_all(rows)


def add_attachment(connection: sqlite3.Connection, data: bytes, media_type: str) -> str:
    """Keep bytes under their SHA-256, inside a transaction of the caller's; the digest."""
    digest = hashlib.sha256(data).hexdigest()
    connection.execute(
        "INSERT OR REPLACE INTO attachment (sha256, media_type, bytes) VALUES (?, ?, ?)",
        (digest, media_type, data),
    )
    return digest


def attachment_keys(connection: sqlite3.Connection) -> set[str]:
    """The SHA-256 of everything kept."""
    return {str(key) for (key,) in connection.execute("SELECT sha256 FROM attachment")}


def apply(connection: sqlite3.Connection, change: Change) -> tuple[Row | None, Row | None]:
    """Make one change, inside a transaction of the caller's.

    The file must hold the change's before, value for value; otherwise StaleFileError. Returns the
    two sides as the history keeps them: of a changed record only the columns that differ.
    """
    kind, record_id = type(change.record), change.record.id
    stored = _stored(connection, kind, record_id)
    if (None if stored is None else _record(kind, stored)) != change.before:
        raise _stale(kind)
    if change.after is None:
        connection.execute(f"DELETE FROM {quoted(kind.TABLE)} WHERE id = ?", (record_id,))
        return stored, None
    row = row_of(change.after)
    if stored is None:
        _insert(connection, kind, row)
        return None, row
    # Values are compared, not their columns: another program may have spaced the JSON otherwise.
    different = [
        name for name in row if getattr(change.before, name) != getattr(change.after, name)
    ]
    if different:
        assignments = ", ".join(f"{quoted(name)} = ?" for name in different)
        connection.execute(
            f"UPDATE {quoted(kind.TABLE)} SET {assignments} WHERE id = ?",
            [*(row[name] for name in different), record_id],
        )
    return {name: stored[name] for name in different}, {name: row[name] for name in different}


def _stale(kind: type[Record]) -> StaleFileError:
    return StaleFileError(
        f"ข้อมูล{kind.TITLE}ในแฟ้มถูกแก้ไขจากที่อื่นหลังจากเปิดแฟ้มนี้",
        "อ่านแฟ้มใหม่ แล้วตรวจข้อความที่เพิ่งพิมพ์อีกครั้ง",
    )


def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a record's table in order: its id and its declared fields."""
    return ("id", *(field.name for field in fields_of(kind)))


def quoted(name: str) -> str:
    """A table's or column's name for SQL (``references`` and ``order`` are words of its own)."""
    return f'"{name}"'


def _names(columns: Iterable[str]) -> str:
    return ", ".join(quoted(name) for name in columns)


def _insert(connection: sqlite3.Connection, kind: type[Record], row: Row) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO {quoted(kind.TABLE)} ({_names(row)}) VALUES ({marks})", list(row.values())
    )


def _stored(connection: sqlite3.Connection, kind: type[Record], record_id: str) -> Row | None:
    columns = columns_of(kind)
    found = connection.execute(
        f"SELECT {_names(columns)} FROM {quoted(kind.TABLE)} WHERE id = ?", (record_id,)
    ).fetchone()
    return None if found is None else dict(zip(columns, found, strict=True))


def _record(kind: type[Record], row: Row) -> Record:
    try:
        return record_of(kind, row)
    except BadValueError as error:
        raise DamagedFileError(
            f"ข้อมูล{kind.TITLE}ในแฟ้มอ่านไม่ได้ (ตาราง {kind.TABLE} รายการ {row['id']})",
            "เปิดจากสำเนาล่าสุดแทน และเก็บแฟ้มนี้ไว้ก่อน อย่าเพิ่งลบ",
        ) from error
