"""From a snapshot to a document: the one way in which every document is built."""

from __future__ import annotations

import dataclasses

from ita_desktop.documents.blocks import Document
from ita_desktop.documents.catalog import DOCUMENTS, document_kind
from ita_desktop.documents.context import Context
from ita_desktop.documents.digits import in_digits
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.layouts import Layout, layouts_of
from ita_desktop.errors import UserError
from ita_desktop.model.records import Division, DocumentSetup, Person, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dictionary import LONGEST_WORD


def kind_of(document_id: str) -> DocumentKind:
    """The kind of document of that id. Raises UserError naming those there are."""
    kind = document_kind(document_id)
    if kind is None:
        known = ", ".join(one.id for one in DOCUMENTS)
        raise UserError(f"ไม่มีเอกสารชื่อ “{document_id}”", f"เลือกจากเอกสารที่มี: {known}")
    return kind


def setup_of(snapshot: Snapshot, year: YearWork, document_id: str) -> DocumentSetup:
    """The document's set-up in that year, an untouched one where nothing was set."""
    fresh = DocumentSetup.of(year.id, document_id)
    return snapshot.get(DocumentSetup, fresh.id) or fresh


def layout_of(document_id: str, layout_id: str) -> Layout | None:
    """The layout of that id, the document's default for an empty id, None if it has no layouts.

    Raises UserError for a layout the document does not have.
    """
    layouts = layouts_of(document_id)
    if not layout_id:
        return layouts[0] if layouts else None
    for layout in layouts:
        if layout.id == layout_id:
            return layout
    known = ", ".join(one.id for one in layouts) or "เอกสารนี้ไม่มีแบบตารางให้เลือก"
    raise UserError(f"ไม่มีแบบตารางชื่อ “{layout_id}”", f"เลือกจากแบบที่มี: {known}")


def build(
    snapshot: Snapshot, year: YearWork, document_id: str, setup: DocumentSetup | None = None
) -> Document:
    """One document of one year's work; ``setup`` replaces what the file holds.

    Raises UserError for an unknown document or layout.
    """
    kind = kind_of(document_id)
    chosen = setup or setup_of(snapshot, year, document_id)
    context = Context(snapshot, year, chosen, layout_of(document_id, chosen.layout))
    document = Document(
        id=kind.id,
        title=f"{kind.title} ปีงบประมาณ พ.ศ. {year.action_year}",
        author=snapshot.office.full_name,
        sections=kind.build(context),
        words=_own_words(snapshot),
    )
    converted = in_digits(document, context.digits, spare_codes=chosen.spare_codes)
    return dataclasses.replace(converted, title=document.title)


def _own_words(snapshot: Snapshot) -> frozenset[str]:
    """Names that a line keeps whole: longer ones do not fit narrow cells."""
    office = snapshot.office
    names = {office.name, office.full_name, office.district, office.province}
    names |= {division.name for division in snapshot.of(Division)}
    for person in snapshot.of(Person):
        names |= {person.first_name, person.last_name}
    return frozenset(name for name in names if 0 < len(name) <= LONGEST_WORD)


def file_name(snapshot: Snapshot, year: YearWork, kind: DocumentKind, suffix: str) -> str:
    """The upload-ready name: item code, short title, year and office, safe on every system."""
    code = kind.items.get(year.assessment_year, "")
    parts = (code, kind.short_title, str(year.action_year), snapshot.office.full_name)
    return safe_name("_".join(part for part in parts if part)) + suffix


def safe_name(name: str) -> str:
    """The name as every system takes it for a file, at most 120 characters long."""
    safe = "".join("-" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name)
    return safe[:120].strip(" .")
