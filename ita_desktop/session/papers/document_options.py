"""What the options of a document mean where the clerk has left them to the document."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from ita_desktop.documents.build import context_of, kind_of
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.layouts import layouts_in
from ita_desktop.documents.people import signer_lines
from ita_desktop.model.ids import Id
from ita_desktop.model.records import DocumentSetup, OwnWording, SignedCopy, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import MemoBody, PageTurn, PicturesPerPage, TableSize
from ita_desktop.thai.digits import convert


@dataclass(frozen=True, slots=True)
class Usual:
    """What None leads to: the choice, and whether it comes with the table's layout."""

    choice: Enum
    by_layout: bool = False


def usual_choices(snapshot: Snapshot, year: YearWork, setup: DocumentSetup) -> Mapping[str, Usual]:
    """What each option of the set-up comes to where nothing is chosen, by field."""
    kind = kind_of(setup.document)
    known = {one.id for one in layouts_in(snapshot, setup.document)}
    untouched = dataclasses.replace(
        setup,
        layout=setup.layout if setup.layout in known else "",
        digits=None,
        orientation=None,
        timeline_style=None,
    )
    context = context_of(snapshot, year, kind, untouched)
    layout = context.layout
    return {
        "digits": Usual(context.digits, layout is not None and layout.digits is not None),
        "orientation": Usual(PageTurn(context.orientation.value), layout is not None),
        "table_size": Usual(TableSize.NORMAL),
        "timeline_style": Usual(context.timeline_style, layout is not None),
        "memo_body": Usual(MemoBody.HEADED),
        "pictures_per_page": Usual(PicturesPerPage.TWO),
    }


def wording_values(snapshot: Snapshot, year: YearWork, setup: DocumentSetup) -> Mapping[str, str]:
    """What each field of a wording is filled with, in the digits the document prints."""
    untouched = dataclasses.replace(setup, layout="")
    context = context_of(snapshot, year, kind_of(setup.document), untouched)
    return {name: convert(value, context.digits) for name, value in context.wording_values.items()}


def usual_signer(snapshot: Snapshot, year: YearWork, setup: DocumentSetup) -> str:
    """Name and position of whoever signs where the set-up names nobody; "" for nobody."""
    kind = kind_of(setup.document)
    if setup.signers or kind.signer is None:
        return ""
    name, position = signer_lines(snapshot, kind.signer(context_of(snapshot, year, kind, setup)))
    return " ".join((name, *position)).strip() if name else ""


def document_of_place(snapshot: Snapshot, year: YearWork, record_id: Id) -> str:
    """The document whose set-up of that year a record is, whether the file holds it yet or not,
    whose signed copy it is, or whose wording the office says in its own words; "" for any other
    record."""
    copy = snapshot.get(SignedCopy, record_id)
    if copy is not None:
        return copy.document
    wording = snapshot.get(OwnWording, record_id)
    for kind in DOCUMENTS:
        if DocumentSetup.of(year.id, kind.id).id == record_id:
            return kind.id
        if wording is not None and any(one.name == wording.name for one in kind.all_wordings):
            return kind.id
    return ""
