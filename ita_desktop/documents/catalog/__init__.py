"""Every document the program makes, one file each. Adding one is a file here and a line below."""

from __future__ import annotations

from ita_desktop.documents.catalog.report import REPORT
from ita_desktop.documents.kinds import DocumentKind

DOCUMENTS: tuple[DocumentKind, ...] = (REPORT,)


def document_kind(document_id: str) -> DocumentKind | None:
    """The document of that id, or None."""
    return next((kind for kind in DOCUMENTS if kind.id == document_id), None)
