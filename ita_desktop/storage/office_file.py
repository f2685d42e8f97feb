"""An open office file: its records read, edits committed to it, its seal kept true."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock

from ita_desktop.model.edits import Edit
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.storage import faults, history, rows
from ita_desktop.storage.copies import write_copy
from ita_desktop.storage.fingerprint import ATTACHMENTS, HISTORY, Digests, Touched, fingerprint
from ita_desktop.storage.returned import connection_to_returned, facts_of
from ita_desktop.storage.schema import require_known_tables
from ita_desktop.storage.seal import Changed, Content, Intact, Unsealed, compare, seal

ACCEPTED = "ใช้เนื้อหาที่ถูกแก้ไขจากนอกโปรแกรม"
"""What the history calls taking over what another program, or a fault, made of the content."""


class Store:
    """An open office file. One thread may write while others read; they take turns.

    Whatever a person can mend (disk full, file moved, locked …) is raised as UserError. Where
    ``content`` is :class:`~.seal.Changed`, nothing is written until :meth:`accept`. ``recovered``
    says that a write cut off halfway was undone when the file was opened.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        read_only: bool,
        recovered: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.recovered = recovered
        self._connection = connection
        self._lock = RLock()
        self._seen = self._sealed_at = self._data_version()
        self._digests: Digests | None
        self.content: Content
        self._digests, self.content = compare(connection)
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
            with self._writing() as (connection, touched):
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
                touched += [(pair.table, pair.record_id) for pair in pairs]
                touched.append((HISTORY, edit_id))

        try:
            write()
        except (faults.MissingFileError, faults.UnreachableFileError):
            if not self._take_up_again(edit_id):
                raise
            write()
        self._newest = edit_id

    def accept(self, *, edit_id: str, parent: str | None, who: str, when: datetime) -> None:
        """Take the content as it is for what it should be; the history tells who did and when.

        Only after the clerk has looked and said so: what it was before is not known.
        """
        with self._writing(accepting=True) as (connection, touched):
            entry = history.HistoryEntry(edit_id, parent, who, when, ACCEPTED, "edit", ())
            history.remember(connection, entry)
            touched.append((HISTORY, edit_id))
        self._newest = edit_id

    def foreign_write(self) -> bool:
        """Whether another program has written to the file since :meth:`load`."""
        with self._reading():
            return self._data_version() != self._seen

    def history(self, limit: int = 200, before: str = "") -> tuple[history.HistoryEntry, ...]:
        """The newest edits, newest first; with ``before`` those older than the edit of that id."""
        with self._reading() as connection:
            return history.entries(connection, limit, before)

    def last_edit(self) -> str | None:
        """The id of the newest edit: the parent of the next one."""
        with self._reading() as connection:
            return history.last_edit(connection)

    def knows_edit(self, edit_id: str) -> bool:
        """Whether an edit is told of in the file's history: a copy shares those before it."""
        with self._reading() as connection:
            return history.knows(connection, edit_id)

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

    def attachment_sizes(self) -> dict[str, int]:
        """How many bytes each picture, scan and PDF has, by its SHA-256."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT sha256, length(bytes) FROM attachment"))

    def add_attachment(self, data: bytes, media_type: str) -> str:
        """Keep a picture, scan or PDF and return its SHA-256, which a record then holds."""
        with self._writing() as (connection, touched):
            digest = rows.add_attachment(connection, data, media_type)
            touched.append((ATTACHMENTS, digest))
            return digest

    def drop_attachments(self, used: Collection[str], since: datetime) -> int:
        """Let go of attachments that are not ``used`` and that no line of the history names after
        ``since``; how many. Their room in the file is used again; a copy does not have it."""
        with self._reading() as connection:
            unused = history.unnamed(connection, rows.attachment_keys(connection) - {*used}, since)
        if not unused:
            return 0
        with self._writing() as (connection, touched):
            for digest in unused:
                connection.execute("DELETE FROM attachment WHERE sha256 = ?", (digest,))
                touched.append((ATTACHMENTS, digest))
        return len(unused)

    def fingerprint(self) -> str:
        """The content fingerprint of the file as it is now."""
        with self._reading() as connection:
            return fingerprint(connection)

    def copy_to(self, target: Path, *, overwrite: bool = False) -> str:
        """Write a checked copy and return its fingerprint; see :func:`~.copies.write_copy`."""
        with self._lock, faults.explained(target):
            if target.exists() and self.path.exists() and target.samefile(self.path):
                raise faults.exists(target)
            return write_copy(self._connection, target, overwrite=overwrite).fingerprint

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
    def _writing(
        self, *, accepting: bool = False
    ) -> Iterator[tuple[sqlite3.Connection, list[Touched]]]:
        """One transaction of writing, kept whole or not at all, with the seal over it.

        Whoever writes lists the rows that were touched.
        """
        if self.read_only:
            raise faults.unwritable(self.path)
        touched: list[Touched] = []
        with self._lock, faults.explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                before = self._content_now(accepting)
                yield self._connection, touched
                if touched:
                    after = before.after(self._connection, touched)
                    known = None if accepting or isinstance(self.content, Unsealed) else before
                    seal(self._connection, after, known)
                    self._connection.execute("COMMIT")
                    self._digests, self.content = after, Intact()
                else:
                    self._connection.execute("ROLLBACK")
                    self._digests = before
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _content_now(self, accepting: bool) -> Digests:
        """The digests of the content inside a transaction of writing.

        They are read anew where another program has written since, and after a write that failed:
        the rows it touched may or may not be there. ChangedFileError where they do not fit the
        seal, unless that is being accepted.
        """
        digests, self._digests = self._digests, None
        version = self._data_version()
        if digests is None or version != self._sealed_at:
            require_known_tables(self._connection)
            digests, self.content = compare(self._connection)
            self._sealed_at = version
        if isinstance(self.content, Changed) and not accepting:
            raise faults.changed(self.path)
        return digests

    def _take_up_again(self, edit_id: str) -> bool:
        """Turn to the file that stands at the path now; False unless it is this file, unchanged."""
        with self._lock:
            fresh = connection_to_returned(self.path, self.facts, (self._newest, edit_id))
            if fresh is None:
                return False
            self._connection.close()
            self._connection = fresh
            self._seen, self._digests = self._data_version(), None
            return True

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
