"""Bringing an older file up to date: its tables, then what newer files are born with."""

from __future__ import annotations

import sqlite3

from ita_desktop.model.records import CatalogueYear, YearWork
from ita_desktop.storage import rows
from ita_desktop.storage.catalogue import catalogue_for
from ita_desktop.storage.connections import LARGEST_VALUE
from ita_desktop.storage.fingerprint import read_digests
from ita_desktop.storage.schema import migrate, version_of
from ita_desktop.storage.seal import Changed, compare, seal

_FIRST_WITH_CATALOGUE = 2


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Migrate the tables; a file from before there was a catalogue gets those of its years.

    All in one transaction, with a new seal over it; where the content did not fit the old one, it
    goes on not fitting.
    """
    before = version_of(connection)
    trusted = not isinstance(compare(connection)[1], Changed)

    def finish(migrated: sqlite3.Connection) -> None:
        if before < _FIRST_WITH_CATALOGUE:
            _add_catalogue(migrated)
        if trusted:
            seal(migrated, read_digests(migrated))

    migrate(connection, then=finish)


def newer_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A file's newer self, made in memory to be read only; the file itself is let go."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    memory.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.backup(memory)
    connection.close()
    bring_up_to_date(memory)
    memory.execute("PRAGMA query_only = ON")
    return memory


def _add_catalogue(connection: sqlite3.Connection) -> None:
    held = rows.read_all(connection)
    if not any(isinstance(one, CatalogueYear) for one in held):
        works = [one for one in held if isinstance(one, YearWork)]
        rows.add_all(connection, catalogue_for(works))
