"""A small office with scores, for tests of the pages about them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from ita_desktop.model.records import Score
from ita_desktop.session.session import Session
from ita_desktop.storage.catalogue import packaged_catalogue
from tests.aids.small_office import YEAR, office_records, office_session

SCORED = YEAR - 1
"""The year of the scores of the tests' office, of which the lists are complete: 2567."""


def scored_session(folder: Path, *, catalogue: bool = True, **scores: str) -> Session:
    """The office with these scores of :data:`SCORED`; ``catalogue`` puts its lists in the file."""
    held = [Score.of(SCORED, code, Decimal(value)) for code, value in scores.items()]
    lists = packaged_catalogue(SCORED) if catalogue else ()
    return office_session(folder, [*office_records(), *lists, *held])


def score_of(session: Session, code: str, year: int = SCORED) -> str | None:
    """A score as the file holds it, as text."""
    found = session.snapshot.get(Score, Score.of(year, code).id)
    return str(found.value) if found is not None else None
