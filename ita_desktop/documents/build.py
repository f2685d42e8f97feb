"""From a snapshot to a document: the one way in which every document is built."""

from __future__ import annotations

import dataclasses

from ita_desktop.documents.blocks import Document, Section
from ita_desktop.documents.catalog import DOCUMENTS, document_kind
from ita_desktop.documents.context import Context
from ita_desktop.documents.digits import in_digits
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.layouts import Layout, built_in_layouts, layouts_in
from ita_desktop.errors import UserError
from ita_desktop.model.catalogue import catalogue_of
from ita_desktop.model.records import Division, DocumentSetup, Person, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dictionary import LONGEST_WORD
from ita_desktop.thai.text import fold


def kind_of(document_id: str) -> DocumentKind:
    """The kind of document of that id. Raises UserError naming those there are."""
    kind = document_kind(document_id)
    if kind is None:
        known = ", ".join(one.id for one in DOCUMENTS)
        raise UserError(f"ไม่มีเอกสารชื่อ “{document_id}”", f"เลือกจากเอกสารที่มี: {known}")
    return kind


def setup_of(snapshot: Snapshot, year: YearWork, document_id: str) -> DocumentSetup:
    """The document's set-up in that year, an untouched one where nothing was set.

    A layout that was deleted since is as good as none chosen.
    """
    fresh = DocumentSetup.of(year.id, document_id)
    held = snapshot.get(DocumentSetup, fresh.id) or fresh
    known = {one.id for one in layouts_in(snapshot, document_id)}
    return held if held.layout in known or not held.layout else dataclasses.replace(held, layout="")


def layout_of(snapshot: Snapshot, document_id: str, layout_id: str) -> Layout | None:
    """The layout of that id, the document's default for an empty id, None if it has no layouts.

    The office's own are known by their titles too. Raises UserError for a layout the document does
    not have.
    """
    layouts = layouts_in(snapshot, document_id)
    if not layout_id:
        return layouts[0] if layouts else None
    built_in = {one.id for one in built_in_layouts(document_id)}
    for layout in layouts:
        own = layout.id not in built_in
        if layout_id == layout.id or (own and fold(layout_id) == fold(layout.title)):
            return layout
    known = ", ".join(one.id if one.id in built_in else one.title for one in layouts)
    remedy = f"เลือกจากแบบที่มี: {known or 'เอกสารนี้ไม่มีแบบตารางให้เลือก'}"
    raise UserError(f"ไม่มีแบบตารางชื่อ “{layout_id}”", remedy)


def context_of(
    snapshot: Snapshot, year: YearWork, kind: DocumentKind, setup: DocumentSetup | None = None
) -> Context:
    """What a document of that kind is built from; ``setup`` replaces what the file holds.

    Raises UserError for an unknown layout.
    """
    chosen = setup or setup_of(snapshot, year, kind.id)
    layout = layout_of(snapshot, kind.id, chosen.layout)
    return Context(snapshot, year, chosen, layout, kind.all_wordings)


def build(
    snapshot: Snapshot, year: YearWork, document_id: str, setup: DocumentSetup | None = None
) -> Document:
    """One document of one year's work; ``setup`` replaces what the file holds.

    Raises UserError for an unknown document or layout.
    """
    kind = kind_of(document_id)
    context = context_of(snapshot, year, kind, setup)
    document = Document(
        id=kind.id,
        title=_title(
            f"{context.name or kind.title}{_round_words(kind, context.setup, ' ')}",
            year.score_year if kind.about_scores else year.action_year,
        ),
        author=snapshot.office.full_name,
        sections=kind.build(context),
        words=_own_words(snapshot),
        through=kind.bundle,
    )
    spare = context.setup.spare_codes
    converted = in_digits(document, context.digits, spare_codes=spare)
    if kind.bundle:
        parts = _bound(snapshot, year, context.setup)
        converted = dataclasses.replace(converted, sections=(*converted.sections, *parts))
    return dataclasses.replace(converted, title=document.title)


def _title(name: str, year: int) -> str:
    """The document's name with the year it is of, unless the office's words say it themselves."""
    return name if str(year) in name else f"{name} ปีงบประมาณ พ.ศ. {year}".strip()


def _round_words(kind: DocumentKind, setup: DocumentSetup, before: str = "") -> str:
    """``รอบ 6 เดือน`` of a document that tells of one round; nothing of the whole year."""
    return f"{before}รอบ {setup.round} เดือน" if setup.round and "round" in kind.options else ""


def bound_documents(setup: DocumentSetup) -> tuple[DocumentKind, ...]:
    """What a bundle binds, in order: what was chosen, all that can be bound by default."""
    if not setup.parts:
        return tuple(one for one in DOCUMENTS if not one.bundle)
    found = (document_kind(part) for part in setup.parts)
    return tuple(one for one in found if one is not None and not one.bundle)


def _bound(snapshot: Snapshot, year: YearWork, bundle: DocumentSetup) -> tuple[Section, ...]:
    """The sections of every part, the first of each bearing the part's title.

    A part prints the digits that the bundle chose, else its own.
    """
    sections: list[Section] = []
    for kind in bound_documents(bundle):
        setup = setup_of(snapshot, year, kind.id)
        setup = dataclasses.replace(setup, digits=bundle.digits or setup.digits)
        first, *others = build(snapshot, year, kind.id, setup).sections
        part = context_of(snapshot, year, kind, setup).name
        sections += [dataclasses.replace(first, part=part), *others]
    return tuple(sections)


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
    catalogue = catalogue_of(snapshot, year.assessment_year)
    code = catalogue.paper_item(kind.paper) if kind.paper else ""
    named = year.score_year if kind.about_scores else year.action_year
    of_round = _round_words(kind, setup_of(snapshot, year, kind.id))
    parts = (code, kind.short_title, of_round, str(named), snapshot.office.full_name)
    return safe_name("_".join(part for part in parts if part)) + suffix


def safe_name(name: str) -> str:
    """The name as every system takes it for a file, at most 120 characters long."""
    safe = "".join("-" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name)
    return safe[:120].strip(" .")
