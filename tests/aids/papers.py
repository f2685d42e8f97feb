"""Every document of the sample office, in every layout, with its pictures."""

from __future__ import annotations

import dataclasses
import hashlib
from functools import cache
from itertools import count

from ita_desktop.documents.blocks import Document
from ita_desktop.documents.build import build, setup_of
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.layouts import LAYOUTS
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.storage.sample import sample_pictures, sample_records


@cache
def sample_snapshot() -> Snapshot:
    """The sample office."""
    numbers = count(1)
    return snapshot_of(sample_records(lambda: f"id-{next(numbers)}"))


@cache
def sample_papers() -> dict[str, Document]:
    """Its documents by id; those that have a table in layouts by the ids of these, too."""
    snapshot = sample_snapshot()
    [year] = snapshot.years
    papers = {kind.id: build(snapshot, year, kind.id) for kind in DOCUMENTS}
    for layout in LAYOUTS:
        setup = dataclasses.replace(setup_of(snapshot, year, layout.document), layout=layout.id)
        papers[layout.id] = build(snapshot, year, layout.document, setup)
    return papers


@cache
def _pictures() -> dict[str, bytes]:
    return {hashlib.sha256(data).hexdigest(): data for data in sample_pictures()}


def sample_picture(digest: str) -> bytes | None:
    """The bytes of a picture of the sample by its SHA-256."""
    return _pictures().get(digest)
