"""Every document of the sample office as text, held against what was read and accepted.

After a change that is meant, look at the pages, then accept with
``pytest tests/documents/test_golden.py --accept-golden`` and read the difference before it is kept.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from ita_desktop.documents.build import build
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.layouts import LAYOUTS
from ita_desktop.model.records import DocumentSetup
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.render.text import to_text
from ita_desktop.storage.sample import sample_records

GOLDEN = Path(__file__).parent / "golden"
PAPERS = [
    (kind.id, "") for kind in DOCUMENTS if not any(one.document == kind.id for one in LAYOUTS)
] + [(layout.document, layout.id) for layout in LAYOUTS]
"""Documents without a table, and those with one in each of their layouts."""


@pytest.fixture(scope="module")
def sample() -> Snapshot:
    numbers = count(1)
    return snapshot_of(sample_records(lambda: f"id-{next(numbers)}"))


@pytest.mark.parametrize(("document", "layout"), PAPERS, ids=lambda one: one or "-")
def test_a_document_says_what_was_accepted(
    sample: Snapshot, document: str, layout: str, request: pytest.FixtureRequest
) -> None:
    [year] = sample.years
    held = sample.get(DocumentSetup, DocumentSetup.of(year.id, document).id)
    setup = held or DocumentSetup.of(year.id, document)
    if layout:
        values = {name: getattr(setup, name) for name in ("cover", "signers", "digits")}
        setup = DocumentSetup(
            id=setup.id, year_id=year.id, document=document, layout=layout, **values
        )
    said = to_text(build(sample, year, document, setup))
    kept = GOLDEN / f"{layout or document}.txt"
    if request.config.getoption("--accept-golden"):
        kept.write_text(said, encoding="utf-8")
    assert said == kept.read_text(encoding="utf-8")


def test_nothing_is_kept_of_documents_that_are_no_more() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {one or two for two, one in PAPERS}
