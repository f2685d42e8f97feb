"""What the comparison of two years says, put into the report."""

from __future__ import annotations

import dataclasses

from ita_desktop.documents.build import context_of
from ita_desktop.documents.catalog.report import REPORT
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import DocumentSetup, YearWork
from ita_desktop.model.values import OwnText
from ita_desktop.session.session import Session
from ita_desktop.thai.text import fold

_WORDING = "report.introduction"


def say_in_report(session: Session, work: YearWork, sentence: str) -> bool:
    """Add a sentence as a paragraph of its own to the introduction of that year's report, for this
    document only, as one edit; False where it says so already.

    Raises UserError where the file is read-only.
    """
    fresh = DocumentSetup.of(work.id, REPORT.id)
    held = session.snapshot.get(DocumentSetup, fresh.id)
    said = context_of(session.snapshot, work, REPORT).template(_WORDING)
    if fold(sentence) in fold(said):
        return False
    own = OwnText(_WORDING, f"{said}\n{sentence}" if said else sentence)
    setup = held or fresh
    texts = (*(one for one in setup.texts if one.name != _WORDING), own)
    name = "ใส่ผลเทียบคะแนนในความนำของรายงานผล"
    session.commit(Edit(name, (Change(held, dataclasses.replace(setup, texts=texts)),)))
    return True
