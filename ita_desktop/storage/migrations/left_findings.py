"""Version 4."""

from __future__ import annotations

import sqlite3


def left_findings(connection: sqlite3.Connection) -> None:
    """Version 4: findings that the office leaves as they are, with the reason."""
    connection.execute(_LEFT_FINDINGS)


_LEFT_FINDINGS = """CREATE TABLE left_finding (
    id TEXT PRIMARY KEY NOT NULL,
    rule TEXT NOT NULL,
    about_id TEXT NOT NULL,
    field TEXT NOT NULL,
    problem TEXT NOT NULL,
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    "left" TEXT
) STRICT"""
