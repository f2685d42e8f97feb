"""Version 2."""

from __future__ import annotations

import sqlite3


def every_document(connection: sqlite3.Connection) -> None:
    """Version 2: scores, the ITA catalogue, analyses, evidence, what the office makes its own
    (wordings, layouts, fields), signed copies; pictures become attachments of any kind."""
    for statement in _EVERY_DOCUMENT:
        connection.execute(statement)


_EVERY_DOCUMENT = (
    "ALTER TABLE picture RENAME TO attachment",
    "ALTER TABLE office ADD COLUMN digits TEXT",
    "ALTER TABLE office ADD COLUMN seal TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE measure ADD COLUMN own TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE document_setup RENAME TO document_setup_1",
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
    division_id TEXT NOT NULL,
    memo_body TEXT,
    signers TEXT NOT NULL,
    opinions TEXT NOT NULL,
    pictures_per_page TEXT,
    parts TEXT NOT NULL,
    texts TEXT NOT NULL
) STRICT""",
    """INSERT INTO document_setup
    SELECT id, year_id, document, layout, digits, spare_codes, orientation, table_size,
    timeline_style, cover, round, number, dated, '', NULL, signers, '[]', NULL, '[]', texts
    FROM document_setup_1""",
    "DROP TABLE document_setup_1",
    """CREATE TABLE own_field (
    id TEXT PRIMARY KEY NOT NULL,
    rank TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    hint TEXT NOT NULL
) STRICT""",
    """CREATE TABLE evidence (
    id TEXT PRIMARY KEY NOT NULL,
    year_id TEXT NOT NULL REFERENCES year_work (id),
    rank TEXT NOT NULL,
    picture TEXT NOT NULL,
    caption TEXT NOT NULL,
    measure_id TEXT NOT NULL
) STRICT""",
    """CREATE TABLE score_year (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    level TEXT NOT NULL,
    place TEXT NOT NULL,
    place_among TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT""",
    """CREATE TABLE score (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    value TEXT
) STRICT""",
    """CREATE TABLE issue_analysis (
    id TEXT PRIMARY KEY NOT NULL,
    year_id TEXT NOT NULL REFERENCES year_work (id),
    issue INTEGER NOT NULL,
    urgency TEXT,
    lowest TEXT NOT NULL,
    finding TEXT NOT NULL,
    advice TEXT NOT NULL
) STRICT""",
    """CREATE TABLE catalogue_year (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    plan_item TEXT NOT NULL,
    report_item TEXT NOT NULL,
    iit_complete INTEGER NOT NULL,
    eit_complete INTEGER NOT NULL,
    oit_complete INTEGER NOT NULL,
    source TEXT NOT NULL,
    certain INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE indicator (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    tool TEXT NOT NULL,
    source TEXT NOT NULL,
    certain INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE catalogue_item (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    words TEXT NOT NULL,
    sub_items TEXT NOT NULL,
    indicator INTEGER NOT NULL,
    sub_indicator TEXT NOT NULL,
    finding TEXT NOT NULL,
    advice TEXT NOT NULL,
    source TEXT NOT NULL,
    certain INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE issue (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    codes TEXT NOT NULL,
    source TEXT NOT NULL,
    certain INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE level (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    name TEXT NOT NULL,
    least TEXT,
    least_tools TEXT,
    eit_parts INTEGER NOT NULL,
    source TEXT NOT NULL,
    certain INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE required_element (
    id TEXT PRIMARY KEY NOT NULL,
    year INTEGER NOT NULL,
    slug TEXT NOT NULL,
    paper TEXT NOT NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL,
    certain INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE own_wording (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT""",
    """CREATE TABLE own_layout (
    id TEXT PRIMARY KEY NOT NULL,
    rank TEXT NOT NULL,
    title TEXT NOT NULL,
    document TEXT NOT NULL,
    columns TEXT NOT NULL,
    grouping TEXT NOT NULL,
    group_place TEXT NOT NULL,
    list_style TEXT NOT NULL,
    digits TEXT,
    orientation TEXT NOT NULL,
    timeline_style TEXT NOT NULL
) STRICT""",
    """CREATE TABLE signed_copy (
    id TEXT PRIMARY KEY NOT NULL,
    year_id TEXT NOT NULL REFERENCES year_work (id),
    document TEXT NOT NULL,
    signed TEXT,
    number TEXT NOT NULL,
    pdf TEXT NOT NULL,
    said TEXT NOT NULL,
    scan TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT""",
)
