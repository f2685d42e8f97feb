"""Two years side by side: scores up and down, measures kept, changed, dropped and new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.model.fields import fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.score_changes import ScoreChange, change_words, score_changes
from ita_desktop.model.scoring import TOTAL, score_years
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool
from ita_desktop.session.scores.analysis_views import year_scores
from ita_desktop.session.scores.catalogues import year_catalogue
from ita_desktop.session.years.beginning import RESULT_FIELDS, brought, brought_id
from ita_desktop.session.years.codes import Codes
from ita_desktop.session.years.moving import mover_between
from ita_desktop.thai.lists import joined
from ita_desktop.thai.text import fold

_NOT_COMPARED = (*RESULT_FIELDS, "references")
"""Fields that differ from year to year by themselves."""


@dataclass(frozen=True, slots=True)
class KeptMeasure:
    """A measure of both years; ``changed`` are the labels of the fields in which more than the
    year differs."""

    before: Measure
    after: Measure
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasuresCompared:
    """The measures of two years' work: ``kept`` in both, ``new``, ``dropped``."""

    before: YearWork
    after: YearWork
    kept: tuple[KeptMeasure, ...]
    new: tuple[Measure, ...]
    dropped: tuple[Measure, ...]

    @property
    def same(self) -> tuple[KeptMeasure, ...]:
        """Those kept as they were planned."""
        return tuple(one for one in self.kept if not one.changed)

    @property
    def changed(self) -> tuple[KeptMeasure, ...]:
        """Those kept and planned otherwise."""
        return tuple(one for one in self.kept if one.changed)


@dataclass(frozen=True, slots=True)
class ScoresCompared:
    """The scores of two years (พ.ศ.) and their changes."""

    before: int
    after: int
    changes: tuple[ScoreChange, ...]

    @property
    def sentence(self) -> str:
        """The changes as a sentence for the report, in Arabic digits; empty where none is known."""
        past = "ปีที่ผ่านมา" if self.before == self.after - 1 else f"ปี พ.ศ. {self.before}"
        known = {one.code: one for one in self.changes if one.by is not None}
        total = [change_words(known[TOTAL], past)] if TOTAL in known else []
        told = "" if total else past
        tools = [change_words(known[one.value], told) for one in Tool if one.value in known]
        if not total and not tools:
            return ""
        parts = " โดย".join(part for part in (*total, joined(tools)) if part)
        return f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {self.after} {parts}"


def score_pair(snapshot: Snapshot, work: YearWork) -> tuple[int, int] | None:
    """The years (พ.ศ.) whose scores are compared for a year's work: the newest that has any before
    its own, and its own; None where there is no such year, or its own has none."""
    held = score_years(snapshot)
    earlier = [year for year in held if year < work.score_year]
    if work.score_year not in held or not earlier:
        return None
    return earlier[-1], work.score_year


def compare_score_years(snapshot: Snapshot, before: int, after: int) -> ScoresCompared:
    """The scores of two years (พ.ศ.) side by side."""
    first, last = (year_scores(snapshot, year) for year in (before, after))
    return ScoresCompared(before, after, score_changes(first, last))


def compare_scores(snapshot: Snapshot, work: YearWork) -> ScoresCompared | None:
    """The scores a year's work starts from beside those before (see :func:`score_pair`)."""
    pair = score_pair(snapshot, work)
    return compare_score_years(snapshot, *pair) if pair is not None else None


def work_before(snapshot: Snapshot, work: YearWork) -> YearWork | None:
    """The year's work before another one; None where the file holds none."""
    earlier = [one for one in snapshot.years if one.action_year < work.action_year]
    return earlier[0] if earlier else None


def compare_measures(snapshot: Snapshot, work: YearWork) -> MeasuresCompared | None:
    """The measures of a year beside those of the year's work before it; None where the file holds
    none."""
    before = work_before(snapshot, work)
    return compare_works(snapshot, before, work) if before is not None else None


def compare_works(snapshot: Snapshot, before: YearWork, after: YearWork) -> MeasuresCompared:
    """The measures of two years' work side by side.

    A measure is kept where it was brought from the earlier year, or has the same title.
    """
    held = snapshot.measures(before.id)
    between = sorted(
        one.action_year
        for one in snapshot.years
        if before.action_year < one.action_year <= after.action_year
    )
    by_id = {brought_as: one for one in held for brought_as in _ids(one.id, between)}
    by_title = {fold(one.name): one for one in held if one.name}
    mover = mover_between(before, after)
    first, last = (year_catalogue(snapshot, one.score_year) for one in (before, after))
    codes = Codes(first, last)
    kept: list[KeptMeasure] = []
    new: list[Measure] = []
    gone = {one.id for one in held}
    for one in snapshot.measures(after.id):
        original = by_id.get(one.id) or by_title.get(fold(one.name))
        if original is None:
            new.append(one)
            continue
        gone.discard(original.id)
        usual = brought(original, after, one.rank, mover, codes)
        kept.append(KeptMeasure(original, one, tuple(_differing(usual, one))))
    dropped = tuple(one for one in held if one.id in gone)
    return MeasuresCompared(before, after, tuple(kept), tuple(new), dropped)


def _ids(measure_id: Id, years: list[int]) -> set[Id]:
    """The ids that a measure may have once it was brought on through some of these years."""
    found = {measure_id}
    for year in years:
        found |= {brought_id(one, year) for one in found}
    return found - {measure_id}


def _differing(usual: Measure, measure: Measure) -> Iterator[str]:
    for field in fields_of(Measure):
        shown = field.shown and field.name not in _NOT_COMPARED
        if shown and getattr(usual, field.name) != getattr(measure, field.name):
            yield field.label
