"""Which pictures, scans and papers records point at, by the SHA-256 they are kept under."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.records import Record


def attachments_of(records: Iterable[Record]) -> tuple[str, ...]:
    """Every digest that some record holds, each once, in order."""
    found = {
        str(getattr(record, field.name))
        for record in records
        for field in fields_of(type(record))
        if field.kind in (Kind.PICTURE, Kind.ATTACHMENT)
    }
    return tuple(sorted(found - {""}))
