"""Layouts taken over from another office file, or given to one, with the own fields they need."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.model.ids import Id
from ita_desktop.model.layouts import LayoutColumn, own_column, own_field_id
from ita_desktop.model.ranks import ranks_after
from ita_desktop.model.records import OwnField, OwnLayout, Record
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.opening import open_to_read
from ita_desktop.session.papers.layouts import documents_with_layouts, free_title, title_taken
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import fold


@dataclass(frozen=True, slots=True)
class Offer:
    """One layout of another file: the own fields it shows, which of them would be added here, and
    whether the very same layout is here already."""

    layout: OwnLayout
    fields: tuple[OwnField, ...]
    new_fields: tuple[OwnField, ...]
    here: bool


def layouts_of_file(path: Path) -> Snapshot:
    """The layouts and own fields of an office file, read without touching it.

    Raises UserError where it cannot be opened, or holds no layout of the office's own.
    """
    session = open_to_read(path)
    try:
        held = session.snapshot
    finally:
        session.close()
    if not _layouts(held):
        raise UserError(
            f"แฟ้มงาน “{path.name}” ไม่มีแบบตารางของหน่วยงาน",
            "แบบตารางของโปรแกรมมีอยู่ในทุกแฟ้มแล้ว เลือกแฟ้มงานอื่น",
        )
    return held


def offers(source: Snapshot, target: Snapshot) -> tuple[Offer, ...]:
    """The layouts of one file, as another would take them over."""
    return tuple(_offer(one, source, target) for one in _layouts(source))


def bring_layouts(session: Session, source: Snapshot, layouts: Sequence[OwnLayout]) -> int:
    """Add layouts of another file and the own fields they need, in one edit; how many were added.

    An own field of the same name and kind stands for the other file's; a title that is taken gets a
    number behind it.
    """
    records = taken_over(source, session.snapshot, layouts, session.new_id)
    if records:
        session.add(*records, name=to_thai(f"นำแบบตาราง {len(layouts)} แบบจากแฟ้มงานอื่น"))
    return len(layouts)


def send_layouts(session: Session, layouts: Sequence[OwnLayout], path: Path) -> int:
    """Add layouts of the open file, with their own fields, to another office file; how many.

    Raises UserError where that is the open file, somebody works on it, or it cannot be written.
    """
    if path.exists() and session.path.exists() and path.samefile(session.path):
        raise UserError("แฟ้มงานที่เลือกคือแฟ้มที่เปิดอยู่", "เลือกแฟ้มงานอื่นที่จะรับแบบตาราง")
    opened = open_or_read(path)
    try:
        if opened.session.read_only:
            raise UserError(
                f"ส่งแบบตารางไปแฟ้มงาน “{path.name}” ไม่ได้: {opened.why_read_only}",
                "ปิดแฟ้มงานนั้นในโปรแกรมอื่นก่อน หรือเปิดแฟ้มงานนั้นแล้วใช้ “นำแบบตารางจากแฟ้มงานอื่น”",
            )
        count = bring_layouts(opened.session, session.snapshot, layouts)
        opened.session.flush()
    finally:
        opened.close()
    return count


def taken_over(
    source: Snapshot, target: Snapshot, layouts: Sequence[OwnLayout], new_id: Callable[[], Id]
) -> tuple[Record, ...]:
    """The records to add to ``target`` so that it holds these layouts of ``source`` too."""
    fields = _needed(source, layouts)
    known = {_key(one): one.id for one in reversed(target.of(OwnField))}
    last = max((one.rank for one in target.of(OwnField)), default="")
    made: list[Record] = []
    ids: dict[Id, Id] = {}
    for field, rank in zip(fields, ranks_after(last, len(fields)), strict=True):
        if _key(field) not in known:
            fresh = dataclasses.replace(field, id=new_id(), rank=rank)
            known[_key(field)] = fresh.id
            made.append(fresh)
        ids[field.id] = known[_key(field)]
    last = max((one.rank for one in target.of(OwnLayout)), default="")
    titles = target
    for layout, rank in zip(layouts, ranks_after(last, len(layouts)), strict=True):
        fresh_layout = dataclasses.replace(
            layout,
            id=new_id(),
            rank=rank,
            title=free_title(titles, layout.title),
            columns=tuple(_mapped(column, ids) for column in layout.columns),
        )
        made.append(fresh_layout)
        titles = snapshot_of((*titles.of(OwnLayout), fresh_layout))
    return tuple(made)


def _layouts(source: Snapshot) -> tuple[OwnLayout, ...]:
    """The layouts of documents that this program prints in layouts."""
    documents = {kind.id for kind in documents_with_layouts()}
    return tuple(one for one in source.of(OwnLayout) if one.document in documents)


def _offer(layout: OwnLayout, source: Snapshot, target: Snapshot) -> Offer:
    fields = _needed(source, (layout,))
    known = {_key(one): one.id for one in reversed(target.of(OwnField))}
    new = tuple(one for one in fields if _key(one) not in known)
    here = False
    if not new and title_taken(target, layout.title):
        ids = {one.id: known[_key(one)] for one in fields}
        columns = tuple(_mapped(column, ids) for column in layout.columns)
        here = any(
            dataclasses.replace(layout, id=one.id, rank=one.rank, columns=columns) == one
            for one in target.of(OwnLayout)
        )
    return Offer(layout, fields, new, here)


def _needed(source: Snapshot, layouts: Sequence[OwnLayout]) -> tuple[OwnField, ...]:
    """The own fields that columns of the layouts show, in the order of the file."""
    shown = {own_field_id(column.field) for layout in layouts for column in layout.columns}
    return tuple(one for one in source.of(OwnField) if one.id in shown)


def _key(field: OwnField) -> tuple[str, str]:
    return fold(field.label), field.kind.value


def _mapped(column: LayoutColumn, ids: dict[Id, Id]) -> LayoutColumn:
    field_id = own_field_id(column.field)
    if field_id not in ids:
        return column
    return dataclasses.replace(column, field=own_column(ids[field_id]))
