"""Bringing an older file up to date: its tables, then what newer files are born with."""

from __future__ import annotations

import sqlite3

from ita_desktop.model.records import CatalogueYear, YearWork
from ita_desktop.storage import rows
from ita_desktop.storage.catalogue import catalogue_for
from ita_desktop.storage.schema import migrate, version_of

_FIRST_WITH_CATALOGUE = 2


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Migrate the tables; a file from before there was a catalogue gets those of its years."""
    before = version_of(connection)
    migrate(connection)
    if before >= _FIRST_WITH_CATALOGUE:
        return
    held = rows.read_all(connection)
    if any(isinstance(one, CatalogueYear) for one in held):
        return
    works = [one for one in held if isinstance(one, YearWork)]
    connection.execute("BEGIN IMMEDIATE")
    rows.add_all(connection, catalogue_for(works))
    connection.execute("COMMIT")
