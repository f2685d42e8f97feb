"""A finding's repair, made as one edit that can be undone."""

from __future__ import annotations

import dataclasses

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.findings import Finding
from ita_desktop.model.repairs import repaired
from ita_desktop.session.session import Session

EDIT_NAME = "แก้ตามที่ตรวจพบ"
"""What the Undo menu shows of a repair."""


def repair(session: Session, finding: Finding) -> bool:
    """Mend what a finding is about; False where its words do not stand there any more.

    Raises UserError where the file is open to read only.
    """
    record = session.snapshot.find(finding.record_id)
    values = repaired(record, finding) if record is not None else {}
    if record is None or not values:
        return False
    after = dataclasses.replace(record, **values)
    session.commit(Edit(EDIT_NAME, (Change(record, after),)))
    return True
