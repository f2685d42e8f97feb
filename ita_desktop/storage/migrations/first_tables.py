"""Version 1."""

from __future__ import annotations

import sqlite3


def first_tables(connection: sqlite3.Connection) -> None:
    """Version 1: the records of the main job, the history, the pictures, facts about the file."""
    for statement in _FIRST_TABLES:
        connection.execute(statement)


_FIRST_TABLES = (
    """CREATE TABLE office (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    district TEXT NOT NULL,
    province TEXT NOT NULL,
    address TEXT NOT NULL,
    telephone TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    executive_title TEXT NOT NULL,
    garuda TEXT NOT NULL
) STRICT""",
    """CREATE TABLE division (
    id TEXT PRIMARY KEY NOT NULL,
    rank TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    telephone TEXT NOT NULL
) STRICT""",
    """CREATE TABLE position (
    id TEXT PRIMARY KEY NOT NULL,
    rank TEXT NOT NULL,
    title TEXT NOT NULL,
    division_id TEXT NOT NULL
) STRICT""",
    """CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    rank TEXT NOT NULL,
    prefix TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    position_id TEXT NOT NULL,
    division_id TEXT NOT NULL,
    acting TEXT NOT NULL
) STRICT""",
    """CREATE TABLE year_work (
    id TEXT PRIMARY KEY NOT NULL,
    action_year INTEGER NOT NULL,
    score_year INTEGER NOT NULL,
    assessment_year INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE measure (
    id TEXT PRIMARY KEY NOT NULL,
    year_id TEXT NOT NULL REFERENCES year_work (id),
    rank TEXT NOT NULL,
    title TEXT NOT NULL,
    sub_measures TEXT NOT NULL,
    tool TEXT,
    indicator TEXT NOT NULL,
    issue TEXT NOT NULL,
    "references" TEXT NOT NULL,
    guideline TEXT NOT NULL,
    steps TEXT NOT NULL,
    responsible TEXT NOT NULL,
    timeline TEXT,
    monitoring TEXT NOT NULL,
    status TEXT,
    status_reason TEXT NOT NULL,
    results TEXT NOT NULL,
    outputs TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    recommendations TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT""",
    """CREATE TABLE round_report (
    id TEXT PRIMARY KEY NOT NULL,
    measure_id TEXT NOT NULL REFERENCES measure (id),
    month INTEGER NOT NULL,
    reported TEXT,
    status TEXT,
    status_reason TEXT NOT NULL,
    results TEXT NOT NULL,
    outputs TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    recommendations TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT""",
    """CREATE TABLE document_setup (
    id TEXT PRIMARY KEY NOT NULL,
    year_id TEXT NOT NULL REFERENCES year_work (id),
    document TEXT NOT NULL,
    layout TEXT NOT NULL,
    digits TEXT,
    spare_codes INTEGER NOT NULL,
    orientation TEXT,
    table_size TEXT,
    timeline_style TEXT,
    cover INTEGER NOT NULL,
    round INTEGER NOT NULL,
    number TEXT NOT NULL,
    dated TEXT,
    signers TEXT NOT NULL,
    texts TEXT NOT NULL
) STRICT""",
    """CREATE TABLE history (
    seq INTEGER PRIMARY KEY,
    edit_id TEXT NOT NULL UNIQUE,
    parent TEXT,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    pairs TEXT NOT NULL
) STRICT""",
    """CREATE TABLE picture (
    sha256 TEXT PRIMARY KEY NOT NULL,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT""",
    """CREATE TABLE file (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT""",
)
