"""Version 5."""

from __future__ import annotations

import sqlite3


def reporting_rounds(connection: sqlite3.Connection) -> None:
    """Version 5: the rounds that a year's work has, and who sent in a report of one."""
    for statement in _REPORTING_ROUNDS:
        connection.execute(statement)


_REPORTING_ROUNDS = (
    """CREATE TABLE reporting_round (
    id TEXT PRIMARY KEY NOT NULL,
    year_id TEXT NOT NULL REFERENCES year_work (id),
    month INTEGER NOT NULL,
    used INTEGER NOT NULL,
    days INTEGER NOT NULL,
    due TEXT
) STRICT""",
    "ALTER TABLE round_report ADD COLUMN reporters TEXT NOT NULL DEFAULT '[]'",
)
