"""What the hand does with analyses: issues taken over, wordings stored, measures made of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from ita_desktop.model.catalogue import Catalogue, catalogue_years, item_codes, tool_of
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import CatalogueItem, Issue, Measure, Record, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import Reference, UnreadReference
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.measures import add_measure
from ita_desktop.session.scores.analysis_views import IssueView
from ita_desktop.session.scores.catalogues import bringing, year_catalogue
from ita_desktop.session.scores.score_views import ScoreRow, code_in
from ita_desktop.session.session import Session
from ita_desktop.storage.catalogue import packaged_years


def change_catalogue(
    session: Session, name: str, year: int, *changed: tuple[Record | None, Record]
) -> None:
    """Change records of a year's catalogue; one that the file does not hold yet comes along.

    ``changed`` are pairs of a record as it was looked at, None for a new one, and as it is to be.
    """
    snapshot = session.snapshot
    own = {after.id for _before, after in changed}
    along = [one for one in bringing(snapshot, year) if one.record.id not in own]
    changes = [Change(snapshot.get(type(after), after.id), after) for _before, after in changed]
    wanted = tuple(one for one in (*along, *changes) if one.before != one.after)
    session.commit(Edit(name, wanted))


# ---- issues


def issue_sources(snapshot: Snapshot, year: int) -> tuple[int, ...]:
    """The other years (พ.ศ.) whose issues may be taken over, the nearest first."""
    years = {*catalogue_years(snapshot), *packaged_years()} - {year}
    found = [one for one in years if year_catalogue(snapshot, one).issues]
    return tuple(sorted(found, key=lambda one: (abs(one - year), -one)))


def copy_issues(session: Session, source: int, year: int) -> None:
    """Take the issues of another year over; questions are found again by their wording.

    Where the year's questions are not known at all, their codes stay as they are.
    """
    snapshot = session.snapshot
    old, new = year_catalogue(snapshot, source), year_catalogue(snapshot, year)
    told = f"คัดลอกจากประเด็นของปี {source} ยังไม่ได้ตรวจกับข้อของปี {year}"
    made = [
        Issue(
            id=Issue.key(year, one.number),
            year=year,
            number=one.number,
            title=one.title,
            codes=_codes(_moved(item_codes(one), old, new), year),
            source=told,
        )
        for one in old.issues
    ]
    change_catalogue(session, f"ใช้ประเด็นของปี {source}", year, *((None, one) for one in made))


def issues_from_indicators(session: Session, year: int) -> None:
    """Make each indicator of the year an issue, with its questions."""
    catalogue = year_catalogue(session.snapshot, year)
    made = [
        Issue(
            id=Issue.key(year, one.number),
            year=year,
            number=one.number,
            title=one.name,
            codes=_codes((item.code for item in catalogue.questions(one.number)), year),
            source=f"ตัวชี้วัดของปี {year}",
            certain=one.certain,
        )
        for one in catalogue.indicators
    ]
    change_catalogue(session, "ใช้ตัวชี้วัดเป็นประเด็น", year, *((None, one) for one in made))


def _moved(codes: Iterable[str], old: Catalogue, new: Catalogue) -> list[str]:
    found: list[str] = []
    for code in codes:
        item, tool = old.item(code), tool_of(code)
        if item is None or tool is None or not new.items_of(tool):
            found.append(code)
        elif other := code_in(ScoreRow(code, code, item=item), new, own=False):
            found.append(other)
    return found


def _codes(codes: Iterable[str], year: int) -> tuple[Reference | UnreadReference, ...]:
    return read_references(", ".join(codes), year).values


# ---- wordings and measures


def store_wording(session: Session, year: int, code: str, field: str, text: str) -> bool:
    """Keep a text as the wording to propose for a question; whether the catalogue knows it."""
    item = year_catalogue(session.snapshot, year).item(code)
    if item is None:
        return False
    values = {field: text}
    after: CatalogueItem = dataclasses.replace(item, **values)  # type: ignore[arg-type]
    change_catalogue(session, f"เก็บถ้อยคำของข้อ {code}", year, (item, after))
    return True


def measure_from(session: Session, work: YearWork, view: IssueView) -> Measure:
    """A new measure, still without a title, that takes up what an issue's analysis found."""
    catalogue = year_catalogue(session.snapshot, work.score_year)
    codes = (*view.lowest, *view.below)
    first = next(iter(codes), "")
    item = catalogue.item(first)
    indicator = catalogue.indicator(item.indicator) if item is not None else None
    return add_measure(
        session,
        work,
        tool=tool_of(first) if first else None,
        indicator=indicator.full_name if indicator is not None else "",
        issue=view.issue.title,
        references=_codes(codes, work.score_year),
    )
