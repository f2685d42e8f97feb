"""The one door to an office file: made new, or opened, with nothing in it trusted before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from ita_desktop.errors import UserError
from ita_desktop.model.records import Record
from ita_desktop.storage import faults, history, rows
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.backups import take
from ita_desktop.storage.connections import (
    connect,
    journal_left,
    require_file,
    require_short_name,
    require_unlocked,
    require_writable,
)
from ita_desktop.storage.fingerprint import read_digests
from ita_desktop.storage.office_file import Store
from ita_desktop.storage.placing import placed
from ita_desktop.storage.schema import (
    VERSION,
    is_sound,
    migrate,
    require_known_tables,
    version_of,
)
from ita_desktop.storage.seal import seal
from ita_desktop.storage.updating import bring_up_to_date, newer_in_memory

__all__ = ["Store", "create_file", "open_file"]

_BESIDE = "แฟ้มสำรอง ITA"


def create_file(
    path: Path,
    records: Iterable[Record] = (),
    *,
    attachments: Iterable[tuple[bytes, str]] = (),
    past: Iterable[history.HistoryEntry] = (),
    lineage: str | None = None,
    sample: bool = False,
    sent: str = "",
    overwrite: bool = False,
) -> Store:
    """Make a new office file holding ``records`` and open it; whole or not at all.

    ``attachments`` are pictures, scans and PDFs, each with its media type. ``lineage`` and ``past``
    (its history, oldest first) are given for a file that continues another one; ``sample`` marks
    the made-up office, ``sent`` a copy for somebody else (see :class:`~.returned.FileFacts`).
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
                for entry in past:
                    history.remember(connection, entry)
                connection.executemany(
                    "INSERT INTO file (key, value) VALUES (?, ?)",
                    [
                        ("lineage", lineage or str(uuid4())),
                        ("sample", str(int(sample))),
                        *([("sent", sent)] if sent else []),
                        ("made_with_version", str(VERSION)),
                    ],
                )
                seal(connection, read_digests(connection))
                connection.execute("COMMIT")
            finally:
                connection.close()
    return open_file(path)


def open_file(path: Path, *, read_only: bool = False, backups: Path | None = None) -> Store:
    """Open an office file; an older one is brought up to date after a backup of it is made.

    The backup goes below the folder ``backups``, or below one beside the file where that is not
    given or cannot be written; where neither can, the file is not opened to write. An older file
    opened read-only stays as it is; its newer self is made in memory. Raises UserError for what is
    no office file, is damaged, is another program's, is newer than this program, or cannot be read
    (or written, without ``read_only``).
    """
    with faults.explained(path):
        require_file(path)
        if not read_only:
            require_writable(path)
        cut_off = journal_left(path)
        connection = connect(path, "ro" if read_only else "rw")
        try:
            require_known_tables(connection)
            if not read_only:
                require_unlocked(connection)
            if not is_sound(connection):
                raise faults.damaged(path)
            if version_of(connection) < VERSION:
                if read_only:
                    connection = newer_in_memory(connection)
                else:
                    _back_up(path, backups)
                    bring_up_to_date(connection)
            recovered = cut_off and not journal_left(path)
            return Store(path, connection, read_only=read_only, recovered=recovered)
        except BaseException:
            connection.close()
            raise


def _back_up(path: Path, root: Path | None) -> None:
    """Keep the file as it is before its tables are changed: below ``root``, or else beside it."""
    now = datetime.now()
    if root is not None:
        try:
            take(path, root, Reason.VERSION, now)
            return
        except UserError:
            pass  # no right, no room: the file's own folder may have both
    take(path, path.parent / _BESIDE, Reason.VERSION, now)
