"""The next year's work begun from this year's: measures brought along, results left behind.

Office, divisions, people, layouts and wordings are the file's and serve every year. A measure that
is brought has an id that follows from its original and the new year, so that it is brought once,
and its original with last year's results is found again from it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.ranks import ranks_after
from ita_desktop.model.records import (
    DocumentSetup,
    Measure,
    ReportingRound,
    RoundReport,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Items, OwnText, Status
from ita_desktop.session.scores.catalogues import bringing_for, year_catalogue
from ita_desktop.session.session import Session
from ita_desktop.session.years.codes import Codes
from ita_desktop.session.years.moving import Mover, mover_between
from ita_desktop.session.years.wordings import (
    TypedYear,
    WordingKey,
    moving_office_wordings,
    typed_years,
)
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.year_shifting import shift_years

RESULT_FIELDS = (
    "status",
    "status_reason",
    "results",
    "outputs",
    "outcomes",
    "recommendations",
    "note",
)
"""The fields of a measure that tell what came of it: they begin empty in the new year."""

_EMPTY = Measure(id="", year_id="")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure of this year that may come along to the next.

    ``result`` says in a few words what came of it; ``brought`` that the new year has it already.
    """

    measure: Measure
    result: str
    brought: bool

    @property
    def done(self) -> bool:
        """Whether it was finished."""
        return self.measure.status is Status.DONE


@dataclass(frozen=True, slots=True)
class Begun:
    """How the new year was begun.

    ``years_moved`` counts years in texts and timelines that were moved on; ``codes_left`` codes of
    questions that the new round does not have, left with their old year; ``wordings`` those of the
    office with a year typed into them that was not moved.
    """

    work: YearWork
    measures: tuple[Measure, ...]
    setups: int
    years_moved: int
    codes_left: int
    wordings: tuple[TypedYear, ...]


def following_year(snapshot: Snapshot, year: YearWork) -> YearWork:
    """The next year's work as the file holds it, else as it would be begun."""
    usual = YearWork.of(year.action_year + 1)
    held = snapshot.get(YearWork, usual.id)
    if held is not None:
        return held
    return dataclasses.replace(
        usual, score_year=year.score_year + 1, assessment_year=year.assessment_year + 1
    )


def lately_begun(snapshot: Snapshot, work: YearWork) -> bool:
    """Whether a year was begun from another one and nothing has come of its measures yet."""
    measures = snapshot.measures(work.id)
    ids = {one.id for one in measures}
    reported = any(one.measure_id in ids for one in snapshot.each(RoundReport))
    come = reported or any(one.status or one.results for one in measures)
    return bool(measures) and not come and any(original_of(snapshot, one) for one in measures)


def brought_id(measure_id: Id, action_year: int) -> Id:
    """The id that a measure has once it is brought to another action year (พ.ศ.)."""
    return key_id("brought-measure", measure_id, action_year)


def original_of(snapshot: Snapshot, measure: Measure) -> Measure | None:
    """The measure of an earlier year that this one was brought from, or None.

    Where it was not brought by the program, one of the same title in the year before stands for it.
    """
    years = {one.id: one.action_year for one in snapshot.each(YearWork)}
    year = years.get(measure.year_id)
    if year is None or len(years) < 2:
        return None
    alike: Measure | None = None
    for one in snapshot.each(Measure):
        if years.get(one.year_id, year) >= year:
            continue
        if measure.id == brought_id(one.id, year):
            return one
        if years[one.year_id] == year - 1 and one.name and one.name == measure.name:
            alike = one
    return alike


def candidates(snapshot: Snapshot, year: YearWork) -> tuple[Candidate, ...]:
    """The measures of a year in their order, as they may come along to the next."""
    following = year.action_year + 1
    return tuple(
        Candidate(
            one,
            result_words(snapshot, one),
            snapshot.get(Measure, brought_id(one.id, following)) is not None,
        )
        for one in snapshot.measures(year.id)
    )


def result_words(snapshot: Snapshot, measure: Measure) -> str:
    """What came of a measure, on one line: its last results, or why there are none."""
    reports = [one for one in snapshot.each(RoundReport) if one.measure_id == measure.id]
    last = max(reports, key=lambda one: one.month, default=None)
    reason = measure.status_reason or (last.status_reason if last else "")
    lists = [measure.results, measure.outcomes, measure.outputs]
    if last is not None:
        lists += [last.results, last.outcomes]
    return next((words for one in lists if (words := _line(one))), reason)


def begin_next_year(
    session: Session,
    year: YearWork,
    chosen: Collection[Id],
    wordings: Collection[WordingKey] | None = None,
) -> Begun:
    """Begin the year after ``year`` with the measures of the ids ``chosen``, as one edit.

    Measures keep their order and everything planned; years in them are moved on, codes follow
    their questions, results begin empty. Rounds and set-ups of documents come along without numbers
    and days where the new year has none. Years typed into the ``wordings`` are moved; without any
    said, into the texts of single documents. Raises UserError where the file is read-only.
    """
    snapshot = session.snapshot
    work = following_year(snapshot, year)
    catalogues = bringing_for(snapshot, [work])
    mover = mover_between(year, work)
    codes = Codes(
        year_catalogue(snapshot, year.score_year), year_catalogue(snapshot, work.score_year)
    )
    wanted = [
        one.measure
        for one in candidates(snapshot, year)
        if one.measure.id in chosen and not one.brought
    ]
    ranks = _ranks(snapshot, work, wanted)
    measures = tuple(
        brought(one, work, rank, mover, codes) for one, rank in zip(wanted, ranks, strict=True)
    )
    typed = typed_years(snapshot, year, work)
    followed = [
        one for one in typed if (one.key in wordings if wordings is not None else one.document)
    ]
    setups = [
        fresh
        for one in snapshot.of(DocumentSetup)
        if one.year_id == year.id
        for fresh in (_setup(one, work, followed),)
        if snapshot.get(DocumentSetup, fresh.id) is None
    ]
    is_new = snapshot.get(YearWork, work.id) is None
    rounds = [
        dataclasses.replace(fresh, used=one.used, days=one.days)
        for one in snapshot.of(ReportingRound)
        if one.year_id == year.id
        for fresh in (ReportingRound.of(work.id, one.month),)
        if snapshot.get(ReportingRound, fresh.id) is None
    ]
    fresh_ones = (*((work,) if is_new else ()), *rounds, *measures, *setups)
    name = f"เริ่มปีงบประมาณ {work.action_year} จากปี {year.action_year}"
    if not is_new:
        name = f"นำมาตรการ {len(measures)} รายการไปปี {work.action_year}"
    moved = moving_office_wordings(snapshot, followed, work)
    changes = (*catalogues, *(Change(None, one) for one in fresh_ones), *moved)
    session.commit(Edit(to_thai(name), changes))
    left = tuple(one for one in typed if not one.document and one not in followed)
    years = mover.count + sum(_count(one, mover) for one in followed)
    return Begun(work, measures, len(setups), years, codes.left, left)


def brought(measure: Measure, work: YearWork, rank: str, mover: Mover, codes: Codes) -> Measure:
    """A measure of another year as it begins in the year of ``work``: planned, without results."""
    emptied = {name: getattr(_EMPTY, name) for name in RESULT_FIELDS}
    planned = mover.measure(dataclasses.replace(measure, **emptied))
    return dataclasses.replace(
        planned,
        id=brought_id(measure.id, work.action_year),
        year_id=work.id,
        rank=rank,
        references=codes.moved(measure.references),
    )


def _setup(setup: DocumentSetup, work: YearWork, followed: Collection[TypedYear]) -> DocumentSetup:
    fresh = DocumentSetup.of(work.id, setup.document)
    moved = {one.name: one.after for one in followed if one.document == setup.document}
    return dataclasses.replace(
        setup,
        id=fresh.id,
        year_id=work.id,
        number=fresh.number,
        dated=fresh.dated,
        round=fresh.round,
        texts=tuple(OwnText(one.name, moved.get(one.name, one.text)) for one in setup.texts),
    )


def _count(typed: TypedYear, mover: Mover) -> int:
    """How many years in a wording are moved."""
    return shift_years(typed.before, mover.by, mover.years).count


def _ranks(snapshot: Snapshot, work: YearWork, wanted: list[Measure]) -> tuple[str, ...]:
    """The ranks that the measures have already, or new ones behind those the year has."""
    held = snapshot.measures(work.id)
    if not held:
        return tuple(one.rank for one in wanted)
    return ranks_after(held[-1].rank, len(wanted))


def _line(items: Items) -> str:
    return " · ".join(text for one in items for text in (one.text, _line(one.items)) if text)
