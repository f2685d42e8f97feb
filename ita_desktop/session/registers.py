"""What the hand does with divisions, positions, people and own fields: add, move, delete; each
undoable."""

from __future__ import annotations

import dataclasses
from typing import TypeVar

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.ranks import rank_at, rank_behind
from ita_desktop.model.records import Division, OwnField, Person, Position, Record
from ita_desktop.session.session import Session

Registered = Division | Position | Person | OwnField
E = TypeVar("E", Division, Position, Person, OwnField)


def add_entry(session: Session, kind: type[E], after: E | None = None) -> E:
    """A new, empty entry behind ``after``, or at the end of its register."""
    ranks = [one.rank for one in session.snapshot.of(kind)]
    rank = rank_behind(after.rank, ranks) if after else rank_at(len(ranks), ranks)
    entry = kind(id=session.new_id(), rank=rank)
    session.add(entry)
    return entry


def move_entry(session: Session, entry: E, place: int) -> E:
    """The entry at ``place`` (from 0) of its register; moving writes one record."""
    others = [one.rank for one in session.snapshot.of(type(entry)) if one.id != entry.id]
    moved = dataclasses.replace(entry, rank=rank_at(place, others, entry.rank))
    if moved != entry:
        session.commit(Edit(f"ย้ายลำดับ{entry.TITLE}", (Change(entry, moved),)))
    return moved


def delete_entry(session: Session, entry: Registered) -> None:
    """Delete an entry. Who pointed at it in the registers points at nothing, in the same edit;
    measures keep saying who was responsible, and the paper says that the entry is gone. What
    measures hold in a deleted field stays in them."""
    changes: list[Change] = [Change(entry, None)]
    links = {Division: "division_id", Position: "position_id"}
    link = links.get(type(entry))
    if link is not None:
        kinds: tuple[type[Record], ...] = (Position, Person) if link == "division_id" else (Person,)
        for kind in kinds:
            changes += (
                Change(one, _without_link(one, link))
                for one in session.snapshot.of(kind)
                if getattr(one, link) == entry.id
            )
    session.commit(Edit(f"ลบ{entry.TITLE}", tuple(changes)))


def _without_link(record: Record, link: str) -> Record:
    values: dict[str, object] = {link: ""}
    return dataclasses.replace(record, **values)  # type: ignore[arg-type]
