"""What the hand does with measures: add, duplicate, move, delete; each one undoable edit."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from ita_desktop.model.edits import Change, Edit, added
from ita_desktop.model.ranks import rank_at, rank_at_end, rank_behind, rank_between
from ita_desktop.model.records import Measure, RoundReport, YearWork
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai


def add_measure(
    session: Session, year: YearWork, after: Measure | None = None, **values: object
) -> Measure:
    """A new measure behind ``after``, or at the end of the year's list."""
    measure = Measure(
        id=session.new_id(),
        year_id=year.id,
        rank=_rank_after(session.snapshot.measures(year.id), after),
        **values,  # type: ignore[arg-type]
    )
    session.add(measure)
    return measure


def duplicate_measure(session: Session, measure: Measure) -> Measure:
    """A copy right behind the measure, without its reports of rounds."""
    siblings = session.snapshot.measures(measure.year_id)
    copy = dataclasses.replace(measure, id=session.new_id(), rank=_rank_after(siblings, measure))
    session.add(copy, name="ทำสำเนามาตรการ")
    return copy


def delete_measures(session: Session, measures: Sequence[Measure]) -> None:
    """Delete measures and what was reported of them, as one edit."""
    ids = {measure.id for measure in measures}
    reports = [one for one in session.snapshot.of(RoundReport) if one.measure_id in ids]
    session.remove(*reports, *measures, name=to_thai(f"ลบมาตรการ {len(ids)} รายการ"))


def move_measure(session: Session, measure: Measure, place: int) -> Measure:
    """The measure at ``place`` (from 0) of its year's list; moving writes one record."""
    siblings = session.snapshot.measures(measure.year_id)
    others = [one.rank for one in siblings if one.id != measure.id]
    moved = dataclasses.replace(measure, rank=rank_at(place, others, measure.rank))
    if moved != measure:
        session.commit(Edit("ย้ายลำดับมาตรการ", (Change(measure, moved),)))
    return moved


def add_measures(
    session: Session,
    measures: Sequence[Measure],
    after: Measure | None = None,
    name: str = "",
    *,
    along: Sequence[Change] = (),
) -> tuple[Measure, ...]:
    """Several new measures in a row behind ``after``, or at the end, as one edit.

    Their ranks are given here; all are of one year's work. ``along`` are changes of other records
    that belong to the same edit.
    """
    if not measures and not along:
        return ()
    siblings = session.snapshot.measures(measures[0].year_id) if measures else ()
    placed: list[Measure] = []
    for measure in measures:
        rank = _rank_after([*siblings, *placed], after)
        after = dataclasses.replace(measure, rank=rank)
        placed.append(after)
    made = added(name or to_thai(f"เพิ่มมาตรการ {len(placed)} รายการ"), *placed)
    session.commit(Edit(made.name, (*along, *made.changes)))
    return tuple(placed)


def move_measures(session: Session, measures: Sequence[Measure], place: int) -> None:
    """Put measures, in their order, before the one that stands at ``place`` (from 0) now; one edit.

    Each measure that moves is written once, the others not at all.
    """
    if not measures:
        return
    siblings = session.snapshot.measures(measures[0].year_id)
    ids = {measure.id for measure in measures}
    held = [one for one in siblings if one.id in ids]
    ahead = [one for one in siblings[:place] if one.id not in ids]
    behind = [one for one in siblings[place:] if one.id not in ids]
    if [one.id for one in siblings] == [one.id for one in (*ahead, *held, *behind)]:
        return
    rank, last = ahead[-1].rank if ahead else "", behind[0].rank if behind else ""
    changes: list[Change] = []
    for one in held:
        rank = rank_between(rank, last) if last else rank_at_end(rank)
        changes.append(Change(one, dataclasses.replace(one, rank=rank)))
    session.commit(Edit("ย้ายลำดับมาตรการ", tuple(changes)))


def _rank_after(siblings: Sequence[Measure], after: Measure | None) -> str:
    ranks = [one.rank for one in siblings]
    return rank_behind(after.rank, ranks) if after else rank_at(len(ranks), ranks)
