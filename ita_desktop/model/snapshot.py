"""All records of an office file at one moment: a value that edits turn into the next one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar, cast

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import RECORDS, Measure, Office, Record, YearWork
from ita_desktop.model.values import OwnValue

R = TypeVar("R", bound=Record)
_Own: TypeAlias = tuple[OwnValue, ...]
_Tables = Mapping[type[Record], Mapping[Id, Record]]


class StaleEditError(Exception):
    """An edit's before is not what the snapshot holds: it was made from an older one."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Records by kind and id. Build one with :func:`snapshot_of`; change it with :meth:`after`."""

    tables: _Tables

    def get(self, kind: type[R], record_id: Id) -> R | None:
        """The record of that id, or None."""
        return cast("R | None", self.tables[kind].get(record_id))

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, in the order of their rank where they have one."""
        return cast("tuple[R, ...]", _in_order(_Table(self.tables[kind])))

    def each(self, kind: type[R]) -> Iterable[R]:
        """All records of a kind in no order: quicker where order does not matter."""
        return cast("Iterable[R]", self.tables[kind].values())

    def find(self, record_id: Id) -> Record | None:
        """The record of that id, of whatever kind."""
        for records in self.tables.values():
            if record_id in records:
                return records[record_id]
        return None

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record, kind by kind."""
        return tuple(record for kind in RECORDS for record in self.tables[kind].values())

    @property
    def office(self) -> Office:
        """หน่วยงาน; an empty one where the file has none yet."""
        return next(iter(self.of(Office)), Office())

    @property
    def years(self) -> tuple[YearWork, ...]:
        """Years' work, newest first."""
        return tuple(sorted(self.of(YearWork), key=lambda year: -year.action_year))

    def measures(self, year_id: Id) -> tuple[Measure, ...]:
        """The measures of one year's work, in order."""
        return tuple(measure for measure in self.of(Measure) if measure.year_id == year_id)

    def after(self, edit: Edit) -> Snapshot:
        """The snapshot once the edit is made. Raises StaleEditError where a before does not fit."""
        tables = dict(self.tables)
        touched: dict[type[Record], dict[Id, Record]] = {}
        for change in edit.changes:
            kind = type(change.record)
            records = touched.setdefault(kind, dict(tables[kind]))
            if records.get(change.record.id) != change.before:
                raise StaleEditError(f"{kind.TABLE} {change.record.id} has changed since")
            if change.after is None:
                del records[change.record.id]
            else:
                records[change.record.id] = change.after
        tables.update({kind: MappingProxyType(records) for kind, records in touched.items()})
        return Snapshot(MappingProxyType(tables))


@dataclass(frozen=True)
class _Table:
    """A table as a key: it equals only itself."""

    records: Mapping[Id, Record]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Table) and other.records is self.records

    def __hash__(self) -> int:
        return id(self.records)


@lru_cache(maxsize=64)
def _in_order(table: _Table) -> tuple[Record, ...]:
    """The records of a table in order; remembered, for most edits touch one table of many."""
    return tuple(sorted(table.records.values(), key=_order))


def snapshot_of(records: Iterable[Record] = ()) -> Snapshot:
    """A snapshot of the given records; later ones replace earlier ones of the same id."""
    tables: dict[type[Record], dict[Id, Record]] = {kind: {} for kind in RECORDS}
    for record in records:
        tables[type(record)][record.id] = record
    return Snapshot(
        MappingProxyType({kind: MappingProxyType(table) for kind, table in tables.items()})
    )


def rebased(edit: Edit, snapshot: Snapshot) -> Edit:
    """The same act upon what the snapshot holds, where another program has changed it meanwhile.

    Only the fields the edit changes are changed; a record deleted elsewhere comes back.
    """
    changes = (_rebased(change, snapshot) for change in edit.changes)
    return Edit(edit.name, tuple(one for one in changes if one.before != one.after))


def _rebased(change: Change, snapshot: Snapshot) -> Change:
    current = snapshot.get(type(change.record), change.record.id)
    if current == change.before:
        return change
    if current is None or change.before is None or change.after is None:
        return Change(current, change.after)
    values: dict[str, Any] = {}
    for field in fields_of(type(current)):
        before, after = getattr(change.before, field.name), getattr(change.after, field.name)
        if after != before and field.kind is Kind.OWN_VALUES:
            values[field.name] = _own_rebased(before, after, getattr(current, field.name))
        elif after != before:
            values[field.name] = after
    return Change(current, dataclasses.replace(current, **values))


def _own_rebased(before: _Own, after: _Own, current: _Own) -> _Own:
    """What the office's own fields hold after a change to some of them, the others as they are."""
    touched = {one.field_id for one in set(before) ^ set(after)}
    kept = {one.field_id: one for one in current if one.field_id not in touched}
    kept |= {one.field_id: one for one in after if one.field_id in touched}
    return tuple(kept[field_id] for field_id in sorted(kept))


def _order(record: Record) -> tuple[str, Id]:
    return (getattr(record, "rank", ""), record.id)
