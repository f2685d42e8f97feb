"""How the tables of an office file came to be: one small function for each change, in order,
each in a file of its own.

The tuple is append-only: a released step is never edited, so that any file ever made can be brought
forward and replaying the steps gives its tables word for word. A step writes plain SQL of its own
and reads nothing of today's records. ``user_version`` counts the steps a file has been through.

Links. A measure, a round report and a document's set-up are nothing without what they belong to:
theirs are real foreign keys. Every other link (a person's division, who is responsible, who signs)
has none: deleting a division that is still named somewhere must be possible and be undone, so the
link stays, dangling, and a check points at it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeAlias

from ita_desktop.storage.migrations.copies_and_comments import copies_and_comments
from ita_desktop.storage.migrations.every_document import every_document
from ita_desktop.storage.migrations.first_tables import first_tables
from ita_desktop.storage.migrations.left_findings import left_findings
from ita_desktop.storage.migrations.reporting_rounds import reporting_rounds

Migration: TypeAlias = Callable[[sqlite3.Connection], None]

MIGRATIONS: tuple[Migration, ...] = (
    first_tables,
    every_document,
    copies_and_comments,
    left_findings,
    reporting_rounds,
)
"""Every step from an empty file to today's; append only."""
