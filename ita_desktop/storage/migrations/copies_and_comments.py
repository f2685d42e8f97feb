"""Version 3."""

from __future__ import annotations

import sqlite3


def copies_and_comments(connection: sqlite3.Connection) -> None:
    """Version 3: comments on records, and what was sent to whom."""
    for statement in _COPIES_AND_COMMENTS:
        connection.execute(statement)


_COPIES_AND_COMMENTS = (
    """CREATE TABLE comment (
    id TEXT PRIMARY KEY NOT NULL,
    about TEXT NOT NULL,
    about_id TEXT NOT NULL,
    field TEXT NOT NULL,
    author TEXT NOT NULL,
    written TEXT,
    words TEXT NOT NULL,
    answer TEXT NOT NULL,
    settled INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE sent_copy (
    id TEXT PRIMARY KEY NOT NULL,
    sent TEXT,
    receiver TEXT NOT NULL,
    file_name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT""",
)
