"""The one door to an office file: make it, open it, read its records, commit edits to it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from uuid import uuid4

from ita_desktop import FILE_SUFFIX
from ita_desktop.model.edits import Edit
from ita_desktop.model.records import Record
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.storage import faults, history, rows
from ita_desktop.storage.connections import (
    connect,
    require_file,
    require_short_name,
    require_writable,
)
from ita_desktop.storage.copies import free_name, write_copy
from ita_desktop.storage.fingerprint import fingerprint
from ita_desktop.storage.placing import placed
from ita_desktop.storage.returned import connection_to_returned, facts_of
from ita_desktop.storage.schema import VERSION, migrate, require_known_tables, version_of
from ita_desktop.storage.updating import bring_up_to_date


class Store:
    """An open office file. One thread may write while others read; they take turns.

    Whatever a person can mend (disk full, file moved, locked …) is raised as UserError.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._lock = RLock()
        self._seen = self._data_version()
        self.facts = facts_of(connection)
        self._newest = history.last_edit(connection)

    def load(self) -> Snapshot:
        """Every record of the file. A foreign write up to now counts as seen."""
        with self._reading() as connection:
            seen = self._data_version()
            records = rows.read_all(connection)
            newest = history.last_edit(connection)
            self._seen, self._newest = seen, newest
        return snapshot_of(records)

    def commit(
        self,
        edit: Edit,
        *,
        edit_id: str,
        parent: str | None,
        who: str,
        when: datetime,
        kind: str = "edit",
    ) -> None:
        """Write an edit and its line of history, all or nothing; on the disk when this returns.

        ``kind`` is ``edit``, ``undo`` or ``redo``; ``parent`` the id of the edit before. Committing
        an ``edit_id`` that the file has already is quietly done, so that a commit whose answer got
        lost can be sent again. A file that was away and has been put back, even as a copy, is taken
        up again. Raises StaleFileError where the file does not hold what the edit was made from.
        """

        def write() -> None:
            with self._writing() as connection:
                if history.knows(connection, edit_id):
                    return
                connection.execute("PRAGMA defer_foreign_keys = ON")
                pairs = tuple(
                    history.Pair(
                        type(change.record).TABLE, change.record.id, *rows.apply(connection, change)
                    )
                    for change in edit.changes
                )
                history.remember(
                    connection,
                    history.HistoryEntry(edit_id, parent, who, when, edit.name, kind, pairs),
                )

        try:
            write()
        except (faults.MissingFileError, faults.UnreachableFileError):
            if not self._take_up_again(edit_id):
                raise
            write()
        self._newest = edit_id

    def foreign_write(self) -> bool:
        """Whether another program has written to the file since :meth:`load`."""
        with self._reading():
            return self._data_version() != self._seen

    def history(self, limit: int = 200) -> tuple[history.HistoryEntry, ...]:
        """The newest edits, newest first."""
        with self._reading() as connection:
            return history.entries(connection, limit)

    def last_edit(self) -> str | None:
        """The id of the newest edit: the parent of the next one."""
        with self._reading() as connection:
            return history.last_edit(connection)

    def attachment(self, digest: str) -> bytes | None:
        """A picture's, scan's or PDF's bytes by their SHA-256; None where the file has none or they
        are damaged."""
        with self._reading() as connection:
            found = connection.execute(
                "SELECT bytes FROM attachment WHERE sha256 = ?", (digest,)
            ).fetchone()
        if found is None or hashlib.sha256(found[0]).hexdigest() != digest:
            return None
        return bytes(found[0])

    def add_attachment(self, data: bytes, media_type: str) -> str:
        """Keep a picture, scan or PDF and return its SHA-256, which a record then holds."""
        with self._writing() as connection:
            return rows.add_attachment(connection, data, media_type)

    def fingerprint(self) -> str:
        """The content fingerprint of the file as it is now."""
        with self._reading() as connection:
            return fingerprint(connection)

    def copy_to(self, target: Path, *, overwrite: bool = False) -> str:
        """Write a checked copy and return its fingerprint; see :func:`~.copies.write_copy`."""
        with self._lock, faults.explained(target):
            if target.exists() and self.path.exists() and target.samefile(self.path):
                raise faults.exists(target)
            return write_copy(self._connection, target, overwrite=overwrite)

    def close(self) -> None:
        """Let the file go; closing twice does no harm."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """One transaction of reading: nobody's write shows halfway through."""
        with self._lock, faults.explained(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction of writing, kept whole or not at all."""
        if self.read_only:
            raise faults.unwritable(self.path)
        with self._lock, faults.explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _take_up_again(self, edit_id: str) -> bool:
        """Turn to the file that stands at the path now; False unless it is this file, unchanged."""
        with self._lock:
            fresh = connection_to_returned(self.path, self.facts, (self._newest, edit_id))
            if fresh is None:
                return False
            self._connection.close()
            self._connection = fresh
            self._seen = self._data_version()
            return True

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


def create_file(
    path: Path,
    records: Iterable[Record] = (),
    *,
    attachments: Iterable[tuple[bytes, str]] = (),
    lineage: str | None = None,
    sample: bool = False,
    overwrite: bool = False,
) -> Store:
    """Make a new office file holding ``records`` and open it; whole or not at all.

    ``attachments`` are pictures, scans and PDFs, each with its media type. ``lineage`` is given for
    a file that continues another one; ``sample`` marks the made-up office.
    Raises UserError where a file stands at ``path`` and ``overwrite`` is not given, or where it
    cannot be written.
    """
    with faults.explained(path):
        require_short_name(path)
        with placed(path, overwrite=overwrite) as part:
            connection = connect(part, "rwc")
            try:
                migrate(connection)
                connection.execute("BEGIN IMMEDIATE")
                rows.add_all(connection, records)
                for data, media_type in attachments:
                    rows.add_attachment(connection, data, media_type)
                connection.executemany(
                    "INSERT INTO file (key, value) VALUES (?, ?)",
                    [
                        ("lineage", lineage or str(uuid4())),
                        ("sample", str(int(sample))),
                        ("made_with_version", str(VERSION)),
                    ],
                )
                connection.execute("COMMIT")
            finally:
                connection.close()
    return open_file(path)


def open_file(path: Path, *, read_only: bool = False, backups: Path | None = None) -> Store:
    """Open an office file; an older one is brought up to date after a backup of it is made.

    The backup goes to the folder ``backups``, or beside the file where none is given. An older file
    opened read-only stays as it is; its newer self is made in memory. Raises UserError for what is
    no office file, is damaged, is another program's, is newer than this program, or cannot be read
    (or written, without ``read_only``).
    """
    with faults.explained(path):
        require_file(path)
        if not read_only:
            require_writable(path)
        connection = connect(path, "ro" if read_only else "rw")
        try:
            require_known_tables(connection)
            if not read_only:
                _require_unlocked(connection)
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise faults.damaged(path)
            if version_of(connection) < VERSION:
                if read_only:
                    connection = _newer_in_memory(connection)
                else:
                    _back_up(connection, path, backups or path.parent)
                    bring_up_to_date(connection)
            return Store(path, connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise


def _require_unlocked(connection: sqlite3.Connection) -> None:
    """Say at once, not at the first edit, that another program is writing."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def _newer_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.backup(memory)
    connection.close()
    bring_up_to_date(memory)
    memory.execute("PRAGMA query_only = ON")
    return memory


def _back_up(connection: sqlite3.Connection, path: Path, folder: Path) -> None:
    """Keep the file as it is before its tables are changed."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{path.stem}.before-version-{version_of(connection) + 1}{FILE_SUFFIX}"
    write_copy(connection, free_name(folder / name))
