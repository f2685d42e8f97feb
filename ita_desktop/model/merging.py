"""Three sides made one: what was sent, what is here now, what came back (a three-way merge).

:func:`proposals` lists what the other side did since both parted, record by record and field by
field; :func:`merge_edit` is the one edit that takes over those that were accepted. A proposal
collides where this side has done something else to the same field or record meanwhile.

Without a base (nobody knows what was sent) it cannot be told who changed what: what only the other
side has is taken for new, what only this side has stays, and every field that differs collides.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import RECORDS, Record, SentCopy
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import OwnValue

Key: TypeAlias = tuple[type[Record], Id]

_NOT_MERGED = (SentCopy,)
"""What tells of a file itself stays with that file."""


class Act(Enum):
    """What the other side did."""

    ADDED = "เพิ่ม"
    CHANGED = "แก้ไข"
    REMOVED = "ลบ"

    @property
    def label(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing the other side did: a record added or removed, or one field of a record changed.

    ``base``, ``ours`` and ``theirs`` are the record on the three sides, None where a side has none;
    ``field`` is the field that changed, None for a whole record. ``merged`` is the field's value
    once the proposal is accepted.
    """

    kind: type[Record]
    record_id: Id
    act: Act
    base: Record | None
    ours: Record | None
    theirs: Record | None
    field: Field | None = None
    merged: Any = None
    collides: bool = False

    @property
    def key(self) -> Key:
        return self.kind, self.record_id

    def value(self, side: Record | None) -> Any:
        """What the field holds on one side; None where that side has no such record."""
        return None if side is None or self.field is None else getattr(side, self.field.name)


def proposals(base: Snapshot | None, ours: Snapshot, theirs: Snapshot) -> tuple[Proposal, ...]:
    """All that the other side did and this side has not, in the order of the records."""
    return tuple(
        one
        for kind in RECORDS
        if kind not in _NOT_MERGED
        for one in _of_kind(kind, base, ours, theirs)
    )


def merge_edit(name: str, ours: Snapshot, theirs: Snapshot, accepted: Iterable[Proposal]) -> Edit:
    """The one edit that takes over the accepted proposals.

    A record comes with those it refers to, and none is removed while others still refer to it.
    """
    sides: dict[Key, Record | None] = {}
    for one in accepted:
        if one.field is None:
            sides[one.key] = one.theirs
        else:
            now = sides.get(one.key, ours.get(*one.key)) or one.theirs
            if now is not None:
                sides[one.key] = dataclasses.replace(now, **{one.field.name: one.merged})
    _bring_along(sides, ours, theirs)
    _keep_needed(sides, ours)
    changes = [
        Change(before, after)
        for key, after in _in_order(sides)
        for before in (ours.get(*key),)
        if before != after
    ]
    return Edit(name, tuple(changes))


def _of_kind(
    kind: type[Record], base: Snapshot | None, ours: Snapshot, theirs: Snapshot
) -> Iterator[Proposal]:
    for their in theirs.of(kind):
        our = ours.get(kind, their.id)
        was = base.get(kind, their.id) if base is not None else None
        if their in (our, was):
            continue
        if our is None:
            if was is None:
                yield Proposal(kind, their.id, Act.ADDED, was, our, their)
            else:  # removed here, changed there: it would come back
                yield Proposal(kind, their.id, Act.ADDED, was, our, their, collides=True)
            continue
        yield from _of_fields(was, our, their)
    if base is None:
        return
    for was in base.of(kind):
        our = ours.get(kind, was.id)
        if our is not None and theirs.get(kind, was.id) is None:
            yield Proposal(kind, was.id, Act.REMOVED, was, our, None, collides=our != was)


def _of_fields(was: Record | None, our: Record, their: Record) -> Iterator[Proposal]:
    kind = type(our)
    for field in fields_of(kind):
        ours, theirs = getattr(our, field.name), getattr(their, field.name)
        before: Any = getattr(was, field.name) if was is not None else None
        if theirs == ours or (was is not None and theirs == before):
            continue
        merged, collides = theirs, was is None or ours != before
        if collides and was is not None and field.kind is Kind.OWN_VALUES:
            merged, collides = _own_merged(before, ours, theirs)
        yield Proposal(kind, our.id, Act.CHANGED, was, our, their, field, merged, collides)


def _own_merged(
    was: tuple[OwnValue, ...], ours: tuple[OwnValue, ...], theirs: tuple[OwnValue, ...]
) -> tuple[tuple[OwnValue, ...], bool]:
    """The values of the office's own fields from both sides, and whether the sides touched the
    same field differently."""
    sides = [{one.field_id: one for one in side} for side in (was, ours, theirs)]
    before, here, there = sides
    merged = dict(here)
    collides = False
    for field_id in sorted({*before, *there}):
        then, now, new = (side.get(field_id) for side in sides)
        if new == then:
            continue
        collides = collides or now not in (then, new)
        if new is None:
            merged.pop(field_id, None)
        else:
            merged[field_id] = new
    return tuple(merged[field_id] for field_id in sorted(merged)), collides


def _links(record: Record) -> Iterator[Key]:
    """The records that a record refers to by a link of its own."""
    for field in fields_of(type(record)):
        target = getattr(record, field.name) if field.kind is Kind.LINK else ""
        if target:
            yield next(kind for kind in RECORDS if field.target == kind.TABLE), target


def _bring_along(sides: dict[Key, Record | None], ours: Snapshot, theirs: Snapshot) -> None:
    """Add the records that accepted ones refer to and this side does not have."""
    open_ones = [record for record in sides.values() if record is not None]
    while open_ones:
        for key in _links(open_ones.pop()):
            found = theirs.get(*key)
            if found is None or key in sides or ours.get(*key) is not None:
                continue
            sides[key] = found
            open_ones.append(found)


def _keep_needed(sides: dict[Key, Record | None], ours: Snapshot) -> None:
    """Keep records that were to be removed but that something that stays refers to."""
    removed = {key for key, record in sides.items() if record is None}
    open_ones = (
        [sides.get((type(record), record.id), record) for record in ours.records] if removed else []
    )
    open_ones += [record for record in sides.values() if record is not None] if removed else []
    while open_ones and removed:
        record = open_ones.pop()
        for key in _links(record) if record is not None else ():
            if key in removed:
                removed.remove(key)
                del sides[key]
                open_ones.append(ours.get(*key))


def _in_order(sides: dict[Key, Record | None]) -> list[tuple[Key, Record | None]]:
    """Removals from the last kind to the first, then the rest: parents go last and come first."""
    place = {kind: number for number, kind in enumerate(RECORDS)}
    gone = [one for one in sides.items() if one[1] is None]
    here = [one for one in sides.items() if one[1] is not None]
    gone.sort(key=lambda one: -place[one[0][0]])
    here.sort(key=lambda one: place[one[0][0]])
    return [*gone, *here]
