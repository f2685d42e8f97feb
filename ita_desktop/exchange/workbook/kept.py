"""What cells cannot say, kept beside them: each record's cells as written, and values in full.

A cell that stands as it was written means exactly what it was written for; only a cell that was
changed in Excel is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import Cell, digest
from ita_desktop.exchange.workbook.columns import Column, held, read_cell
from ita_desktop.exchange.workbook.names import Place
from ita_desktop.model.codec import Plain, to_plain
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.layouts import own_field_id
from ita_desktop.model.own_fields import with_value
from ita_desktop.model.records import Record

OWN = "own"
"""The field of a measure that holds what the office's own fields hold."""

_CHUNK = 30_000
"""Letters of one hidden cell."""


@dataclass(frozen=True, slots=True)
class Kept:
    """``seen`` is the digest of every cell of a record as it was written, by its column; ``base``
    the values of the fields that their cells do not tell in full, as the office file stores them.
    """

    seen: Mapping[str, str] = field(default_factory=dict)
    base: Mapping[str, Plain] = field(default_factory=dict)


def kept_of(record: Record, columns: Sequence[Column], texts: Sequence[str], place: Place) -> Kept:
    """What is to be kept beside the cells of a record; ``texts`` is what stands in each."""
    seen: dict[str, str] = {}
    base: dict[str, Plain] = {}
    told = record
    for column, text in zip(columns, texts, strict=True):
        value = held(record, column)
        seen[column.name] = digest(text)
        found = _read_back(record, column, text, place)
        if own_field_id(column.name):
            told = with_value(told, column.field, found)
        elif (column.form.linked and value) or not _same(column.field, found, value):
            base[column.name] = to_plain(column.field, value)
    for one in fields_of(type(record)):
        value = getattr(record, one.name)
        if one.kind is Kind.RANK or (
            one.name == OWN and not _same(one, _own(told, columns), value)
        ):
            base[one.name] = to_plain(one, value)
    return Kept(seen, base)


def _own(record: Record, columns: Sequence[Column]) -> tuple[object, ...]:
    """What a measure holds in the fields that have a column."""
    ids = {own_field_id(column.name) for column in columns}
    return tuple(one for one in getattr(record, OWN) if one.field_id in ids)


_NOTHING = object()


def _read_back(record: Record, column: Column, text: str, place: Place) -> object:
    try:
        return read_cell(type(record), column, Cell(text), place)
    except UserError:
        return _NOTHING


def _same(declared: Field, found: object, value: object) -> bool:
    """Whether two values are stored alike, down to the decimals of a number."""
    if found is _NOTHING or found != value:
        return False
    return to_plain(declared, found) == to_plain(declared, value)


def packed(kept: Kept) -> tuple[str, ...]:
    """As plain ASCII text, in pieces that a cell can hold."""
    text = json.dumps([kept.seen, kept.base])
    return tuple(text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK))


def unpacked(pieces: Iterable[str]) -> Kept:
    """What was packed; nothing where somebody has changed it."""
    try:
        seen, base = json.loads("".join(pieces))
        return Kept(
            {str(name): str(one) for name, one in seen.items()},
            {str(name): one for name, one in base.items()},
        )
    except (ValueError, TypeError, AttributeError):
        return Kept()
