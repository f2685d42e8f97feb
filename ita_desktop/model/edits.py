"""An edit: a named tuple of (before, after) pairs of frozen records.

Committing an edit is one transaction of the file; undoing it commits the pairs turned round. Its
name is what the Undo menu shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.model.ids import Id
from ita_desktop.model.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before for a new record, None after for a deleted one."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Whichever side stands; ValueError where neither does."""
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("a change needs a record before or after it")
        return record

    @property
    def reversed(self) -> Change:
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """What one act of the clerk changed, under the name the Undo menu shows."""

    name: str
    changes: tuple[Change, ...]

    @property
    def reversed(self) -> Edit:
        """The edit that undoes this one."""
        return Edit(self.name, tuple(change.reversed for change in reversed(self.changes)))

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """The kinds of record that change."""
        return frozenset(type(change.record) for change in self.changes)


def added(name: str, *records: Record) -> Edit:
    """An edit that adds records."""
    return Edit(name, tuple(Change(None, record) for record in records))


def removed(name: str, *records: Record) -> Edit:
    """An edit that deletes records."""
    return Edit(name, tuple(Change(record, None) for record in records))


def joined(first: Edit, second: Edit) -> Edit:
    """Two edits in a row as one: each record's first before and last after; no-changes dropped."""
    sides: dict[tuple[type[Record], Id], Change] = {}
    for change in (*first.changes, *second.changes):
        key = (type(change.record), change.record.id)
        earlier = sides.get(key)
        sides[key] = Change(earlier.before, change.after) if earlier else change
    return Edit(first.name, tuple(c for c in sides.values() if c.before != c.after))
