"""The records of one moment as bytes, to be compared with later: what was sent with a copy.

Compressed JSON of plain columns (:mod:`.codec`), so that a later version of the program, whose
records have other fields, can still read it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import Any

from ita_desktop.model.codec import BadValueError, record_of, row_of
from ita_desktop.model.records import RECORDS, Record
from ita_desktop.model.snapshot import Snapshot, snapshot_of

MEDIA_TYPE = "application/vnd.ita-desktop.records+zlib"
MOST_BYTES = 200_000_000
"""Bytes that a state may unfold to; a file of 500 measures needs two million."""


def packed(snapshot: Snapshot) -> bytes:
    """Every record of a snapshot; equal snapshots give equal bytes."""
    tables = {
        kind.TABLE: [row_of(one) for one in sorted(snapshot.each(kind), key=lambda one: one.id)]
        for kind in RECORDS
    }
    words = json.dumps(tables, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zlib.compress(words.encode(), 6)


def unpacked(data: bytes) -> Snapshot:
    """The records as they were. Raises BadValueError for anything that is not a state."""
    try:
        unfolding = zlib.decompressobj()
        words = unfolding.decompress(data, MOST_BYTES)
        if not unfolding.eof:
            raise BadValueError("a state cut short, or too long")
        return snapshot_of(_records(json.loads(words)))
    except (zlib.error, ValueError, RecursionError) as error:
        raise BadValueError(f"no state: {error}") from error


def _records(tables: Any) -> Iterator[Record]:
    if not isinstance(tables, dict):
        raise BadValueError("no tables")
    for kind in RECORDS:
        for row in tables.get(kind.TABLE, ()):
            if not isinstance(row, dict):
                raise BadValueError(f"{kind.TABLE}: no row")
            yield record_of(kind, row)
