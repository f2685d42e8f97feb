"""What the hand does with table layouts: add, copy, move, delete, use; each one undoable edit."""

from __future__ import annotations

import dataclasses

from ita_desktop.documents.build import kind_of, setup_of
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.columns import ColumnChoice, new_column
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.layouts import LAYOUTS, Layout, built_in_layouts, layouts_in
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.ids import Id
from ita_desktop.model.own_fields import as_field
from ita_desktop.model.ranks import rank_at, rank_behind
from ita_desktop.model.records import DocumentSetup, OwnField, OwnLayout, Record, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import OwnKind, PageTurn
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import fold

NEW_TITLE = "แบบตารางใหม่"


def documents_with_layouts() -> tuple[DocumentKind, ...]:
    """The documents that print a table of measures in a layout."""
    return tuple(kind for kind in DOCUMENTS if built_in_layouts(kind.id))


def own_layouts(snapshot: Snapshot, document: str) -> tuple[OwnLayout, ...]:
    """The office's own layouts of a document, in order."""
    return tuple(one for one in snapshot.of(OwnLayout) if one.document == document)


def title_taken(snapshot: Snapshot, title: str, own: Id = "") -> bool:
    """Whether another layout bears this title: one of the office's own, or a built-in one."""
    wanted = fold(title)
    taken = [one.title for one in LAYOUTS]
    taken += [one.title for one in snapshot.of(OwnLayout) if one.id != own]
    return wanted in map(fold, taken)


def free_title(snapshot: Snapshot, title: str) -> str:
    """The title, with a number behind it where another layout bears it already."""
    number, free = 2, title
    while title_taken(snapshot, free):
        number, free = number + 1, to_thai(f"{title} ({number})")
    return free


def add_layout(session: Session, document: str, after: OwnLayout | None = None) -> OwnLayout:
    """A layout without columns, behind ``after`` or at the end."""
    title = free_title(session.snapshot, NEW_TITLE)
    made = OwnLayout(
        id=session.new_id(), rank=_rank(session.snapshot, after), title=title, document=document
    )
    session.add(made, name=f"เพิ่มแบบตาราง {title}")
    return made


def copy_layout(session: Session, layout: Layout) -> OwnLayout:
    """An own layout that says the same as another one, built-in or own, behind it."""
    snapshot = session.snapshot
    title = free_title(snapshot, f"{layout.title} (สำเนา)")
    original = snapshot.get(OwnLayout, layout.id)
    made = OwnLayout(
        id=session.new_id(),
        rank=_rank(snapshot, original),
        title=title,
        document=layout.document,
        columns=layout.columns,
        grouping=layout.grouping,
        group_place=layout.group_place,
        list_style=layout.list_style,
        digits=layout.digits,
        orientation=PageTurn(layout.orientation.value),
        timeline_style=layout.timeline_style,
    )
    session.add(made, name=f"ทำสำเนาแบบตาราง {layout.title}")
    return made


def move_layout(session: Session, layout: OwnLayout, place: int) -> OwnLayout:
    """The layout at ``place`` (from 0) among the own ones of its document."""
    siblings = own_layouts(session.snapshot, layout.document)
    ranks = [one.rank for one in siblings if one.id != layout.id]
    moved = dataclasses.replace(layout, rank=rank_at(place, ranks, layout.rank))
    if moved != layout:
        session.commit(Edit("ย้ายลำดับแบบตาราง", (Change(layout, moved),)))
    return moved


def delete_layout(session: Session, layout: OwnLayout) -> str:
    """Delete a layout; what is told of it.

    Documents that were printed in it are printed in their usual one from then on; undoing gives
    back both.
    """
    users = used_by(session.snapshot, layout.id)
    changes = [Change(one, dataclasses.replace(one, layout="")) for one in users]
    session.commit(Edit(f"ลบแบบตาราง {layout.title}", (*changes, Change(layout, None))))
    told = f"ลบแบบตาราง “{layout.title}” แล้ว"
    if users:
        usual = built_in_layouts(layout.document)[0].title
        told += f" {_papers(session.snapshot, users)}กลับไปใช้แบบ “{usual}”"
    return told


def add_field_column(
    session: Session, layout: OwnLayout, place: int, label: str, kind: OwnKind
) -> OwnField:
    """A new own field of the measures and its column in the layout, as one edit."""
    ranks = [one.rank for one in session.snapshot.of(OwnField)]
    own = OwnField(id=session.new_id(), rank=rank_at(len(ranks), ranks), label=label, kind=kind)
    field = as_field(own)
    column = new_column(ColumnChoice(field.name, field.label, field.kind))
    columns = (*layout.columns[:place], column, *layout.columns[place:])
    changed = dataclasses.replace(layout, columns=columns)
    session.commit(Edit(f"เพิ่มช่องและคอลัมน์ {label}", (Change(None, own), Change(layout, changed))))
    return own


def used_by(snapshot: Snapshot, layout_id: Id) -> tuple[DocumentSetup, ...]:
    """The set-ups, of whatever year, that have chosen a layout."""
    return tuple(one for one in snapshot.of(DocumentSetup) if one.layout == layout_id)


def is_used(snapshot: Snapshot, year: YearWork, layout: Layout) -> bool:
    """Whether a document of the year is printed in a layout, chosen or as its usual one."""
    chosen = setup_of(snapshot, year, layout.document).layout
    return layout.id == (chosen or layouts_in(snapshot, layout.document)[0].id)


def as_layout_says(setup: DocumentSetup, layout: Layout) -> DocumentSetup:
    """A set-up that prints the document in a layout, and as the layout says: what the document has
    chosen for itself otherwise is left to the layout."""
    turn = PageTurn(layout.orientation.value)
    return dataclasses.replace(
        setup,
        layout=layout.id,
        digits=setup.digits if layout.digits in (None, setup.digits) else None,
        orientation=setup.orientation if setup.orientation is turn else None,
        timeline_style=(
            setup.timeline_style if setup.timeline_style is layout.timeline_style else None
        ),
    )


def told_otherwise(snapshot: Snapshot, year: YearWork, layout: Layout) -> tuple[str, ...]:
    """What the document in this layout has chosen for itself, against the layout: in words."""
    setup = setup_of(snapshot, year, layout.document)
    wanted = as_layout_says(setup, layout)
    pairs = (
        (setup.digits, wanted.digits),
        (setup.orientation, wanted.orientation),
        (setup.timeline_style, wanted.timeline_style),
    )
    return tuple(own.label for own, other in pairs if own is not None and other is None)


def use_layout(session: Session, year: YearWork, layout: Layout) -> None:
    """Print the document of that year in a layout from now on, as the layout says."""
    snapshot = session.snapshot
    setup = setup_of(snapshot, year, layout.document)
    held = snapshot.get(DocumentSetup, setup.id)
    wanted = as_layout_says(setup, layout)
    if wanted != held:
        session.commit(Edit(f"ใช้แบบตาราง {layout.title}", (Change(held, wanted),)))


def paper_words(year: YearWork, document: str) -> str:
    """``รายงานผลมาตรการ ปี ๒๕๖๙``"""
    return to_thai(f"{kind_of(document).short_title} ปี {year.action_year}")


def _papers(snapshot: Snapshot, setups: tuple[DocumentSetup, ...]) -> str:
    years = {one.id: one for one in snapshot.years}
    named = (paper_words(years[one.year_id], one.document) for one in setups)
    return " ".join(named)


def _rank(snapshot: Snapshot, after: Record | None) -> str:
    ranks = [one.rank for one in snapshot.of(OwnLayout)]
    return (
        rank_behind(after.rank, ranks)
        if isinstance(after, OwnLayout)
        else rank_at(len(ranks), ranks)
    )
