"""Make ``tests/files/version_N.itadb`` for the version the program writes now.

Run once when a version is released and keep the file for ever::

    python -m tests.storage.make_version_file [--again]
"""

from __future__ import annotations

import dataclasses
import sys
from datetime import UTC, datetime
from pathlib import Path

from ita_desktop.model.edits import Change, Edit
from ita_desktop.storage.schema import VERSION
from ita_desktop.storage.store import create_file
from tests.aids.full_records import FULL_RECORDS, MEASURE, PICTURE
from tests.aids.places import FILES


def make(path: Path, *, again: bool) -> Path:
    """An office with every field filled, a picture, and a short history."""
    untitled = dataclasses.replace(MEASURE, title="มาตรการ")
    records = (untitled if record is MEASURE else record for record in FULL_RECORDS)
    store = create_file(path, records, lineage="kept-file", overwrite=again)
    store.add_attachment(PICTURE, "image/png")
    edit = Edit("แก้ไขชื่อมาตรการ", (Change(untitled, MEASURE),))
    steps = ((edit, "edit"), (edit.reversed, "undo"), (edit, "redo"))
    parent = None
    for number, (step, kind) in enumerate(steps, 1):
        when = datetime(2026, 1, 5, 9, number, tzinfo=UTC)
        edit_id = f"edit-{number}"
        store.commit(step, edit_id=edit_id, parent=parent, who="สมหญิง@พัสดุ", when=when, kind=kind)
        parent = edit_id
    store.close()
    return path


if __name__ == "__main__":
    print(make(FILES / f"version_{VERSION}.itadb", again="--again" in sys.argv[1:]))
