"""Every document the program makes, one file each. Adding one is a file here and a line below."""

from __future__ import annotations

from ita_desktop.documents.catalog.analysis import ANALYSIS
from ita_desktop.documents.catalog.announcement_intent import ANNOUNCEMENT_INTENT
from ita_desktop.documents.catalog.announcement_measures import ANNOUNCEMENT_MEASURES
from ita_desktop.documents.catalog.bundle import BUNDLE
from ita_desktop.documents.catalog.cover import COVER_DOCUMENT
from ita_desktop.documents.catalog.evidence import EVIDENCE
from ita_desktop.documents.catalog.memo import MEMO
from ita_desktop.documents.catalog.plan import PLAN
from ita_desktop.documents.catalog.preface import PREFACE
from ita_desktop.documents.catalog.report import REPORT
from ita_desktop.documents.catalog.report_memo import REPORT_MEMO
from ita_desktop.documents.catalog.scores import SCORES
from ita_desktop.documents.kinds import DocumentKind

DOCUMENTS: tuple[DocumentKind, ...] = (
    COVER_DOCUMENT,
    PREFACE,
    SCORES,
    ANALYSIS,
    PLAN,
    REPORT,
    REPORT_MEMO,
    MEMO,
    ANNOUNCEMENT_MEASURES,
    ANNOUNCEMENT_INTENT,
    EVIDENCE,
    BUNDLE,
)
"""In the order in which they are shown, and bound into one."""


def document_kind(document_id: str) -> DocumentKind | None:
    """The document of that id, or None."""
    return next((kind for kind in DOCUMENTS if kind.id == document_id), None)
