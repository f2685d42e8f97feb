"""The digits that a document prints, for pages that show its figures."""

from __future__ import annotations

from ita_desktop.documents.build import setup_of
from ita_desktop.thai.digits import Digits
from ui.workspace import Workspace


def document_digits(workspace: Workspace, document_id: str) -> Digits:
    """As chosen for the document in the year in hand, else Thai."""
    setup = setup_of(workspace.session.snapshot, workspace.year, document_id)
    return setup.digits or Digits.THAI
