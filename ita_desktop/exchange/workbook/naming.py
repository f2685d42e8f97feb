"""How the changes of an import are told: which record, and which of its fields."""

from __future__ import annotations

from ita_desktop.exchange.workbook.cells import one_line, text_of
from ita_desktop.exchange.workbook.columns import columns_of, held, place_of_record
from ita_desktop.exchange.workbook.names import Names
from ita_desktop.model.differences import fields_changed
from ita_desktop.model.edits import Change
from ita_desktop.model.fields import Kind
from ita_desktop.model.own_fields import own_fields, value_of
from ita_desktop.model.records import Measure, Record
from ita_desktop.model.snapshot import Snapshot

_WORDS = (Kind.TEXT, Kind.LONG_TEXT)
_MOST_PARTS = 3


def row_name(names: Names, record: Record) -> str:
    """What a record's row says first: ``2568 · I4``, ``2569 · มาตรการ…``."""
    parts: list[str] = []
    place = place_of_record(names, record)
    for column in columns_of(names.snapshot, type(record)):
        if column.form.pictured:
            continue
        written = column.form.write(column.field, held(record, column), place)
        if words := one_line(text_of(written)):
            parts.append(words)
        if (words and column.field.kind in _WORDS) or len(parts) == _MOST_PARTS:
            break
    return " · ".join(parts)


def changed_labels(snapshot: Snapshot, change: Change) -> tuple[str, ...]:
    """The labels of the fields that a change changes, those of the office's own among them."""
    if change.after is None:
        return ("แทนด้วยแถวที่แก้รหัสหรือปี",)
    if change.before is None:
        return ()
    labels = [one.label for one in fields_changed(change) if one.kind is not Kind.OWN_VALUES]
    if isinstance(change.after, Measure) and isinstance(change.before, Measure):
        labels += (
            one.label
            for one in own_fields(snapshot)
            if value_of(change.before, one) != value_of(change.after, one)
        )
    return tuple(labels)
