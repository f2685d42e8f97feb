"""What differs between two snapshots: records added, changed and removed, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.fields import Field, fields_of
from ita_desktop.model.records import RECORDS, Record, SentCopy
from ita_desktop.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one kind of record, seen from the first snapshot to the second."""

    kind: type[Record]
    added: tuple[Record, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Record, ...] = ()

    @property
    def count(self) -> int:
        """How many records differ."""
        return len(self.added) + len(self.changed) + len(self.removed)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What turns the first into the second."""
        return (
            *(Change(one, None) for one in self.removed),
            *self.changed,
            *(Change(None, one) for one in self.added),
        )


def differences(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """The kinds in which the snapshots differ, in the order of the records; none where equal.

    What was sent to whom is no part of the work, and does not count.
    """
    found = (_difference(kind, before, after) for kind in RECORDS if kind is not SentCopy)
    return tuple(one for one in found if one.count)


def edit_between(name: str, before: Snapshot, after: Snapshot) -> Edit:
    """The one edit that turns the first snapshot into the second."""
    changes = [change for one in differences(before, after) for change in one.changes]
    return Edit(name, tuple(changes))


def fields_changed(change: Change) -> tuple[Field, ...]:
    """The fields whose values differ between the two sides of a changed record."""
    fields = fields_of(type(change.record))
    if change.before is None or change.after is None:
        return fields
    return tuple(
        field
        for field in fields
        if getattr(change.before, field.name) != getattr(change.after, field.name)
    )


def _difference(kind: type[Record], before: Snapshot, after: Snapshot) -> Difference:
    old, new = before.tables[kind], after.tables[kind]
    if old == new:
        return Difference(kind)
    return Difference(
        kind,
        added=tuple(one for one in after.of(kind) if one.id not in old),
        changed=tuple(
            Change(old[one.id], one)
            for one in after.of(kind)
            if one.id in old and old[one.id] != one
        ),
        removed=tuple(one for one in before.of(kind) if one.id not in new),
    )
