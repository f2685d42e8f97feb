"""The catalogue of a year where the office's file holds none yet: looked at, and brought along.

A view falls back on what ships with the program, or on a copy of the nearest year's. The first edit
that needs the year's catalogue puts those records into the file, in the same edit.
"""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.model.catalogue import (
    Catalogue,
    catalogue_from,
    catalogue_of,
    catalogue_years,
    copied,
)
from ita_desktop.model.edits import Change
from ita_desktop.model.records import CatalogueYear, Record, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.storage.catalogue import packaged_catalogue, packaged_years

_FIRST_ASSESSMENT = 2556
"""No local government was assessed before."""

_YEARS_AHEAD = 20


def year_catalogue(snapshot: Snapshot, year: int) -> Catalogue:
    """The catalogue of a year (พ.ศ.) as the file holds it, else as it would be brought along."""
    if held_in_file(snapshot, year):
        return catalogue_of(snapshot, year)
    return catalogue_from(offered_records(snapshot, year), year)


def held_in_file(snapshot: Snapshot, year: int) -> bool:
    """Whether the file holds a catalogue of the year."""
    return snapshot.get(CatalogueYear, CatalogueYear.key(year)) is not None


def offered_records(snapshot: Snapshot, year: int) -> tuple[Record, ...]:
    """What a year without a catalogue gets: the shipped one, else a copy of the nearest year's.

    The office's own version of the nearest year wins over the shipped one. None for a number that
    is no year of an assessment.
    """
    if shipped := packaged_catalogue(year):
        return shipped
    last = max(packaged_years())
    if not _FIRST_ASSESSMENT <= year <= last + _YEARS_AHEAD:
        return ()
    known = {*packaged_years(), *catalogue_years(snapshot)}
    nearest = min(known, key=lambda one: (abs(one - year), -one))
    return copied(year_catalogue(snapshot, nearest), year)


def bringing(snapshot: Snapshot, *years: int) -> tuple[Change, ...]:
    """The changes that give each year without a catalogue its own."""
    wanted = [year for year in dict.fromkeys(years) if not held_in_file(snapshot, year)]
    return tuple(
        Change(None, record)
        for year in wanted
        for record in offered_records(snapshot, year)
        if snapshot.get(type(record), record.id) is None
    )


def bringing_for(snapshot: Snapshot, works: Iterable[YearWork]) -> tuple[Change, ...]:
    """The same for the years that years' work starts from and is assessed by."""
    return bringing(
        snapshot, *(year for one in works for year in (one.score_year, one.assessment_year))
    )
