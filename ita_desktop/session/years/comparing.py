"""Two years side by side: scores up and down, measures kept, dropped and new."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.score_changes import ScoreChange, change_words, score_changes
from ita_desktop.model.scoring import TOTAL, score_years
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool
from ita_desktop.session.scores.analysis_views import year_scores
from ita_desktop.session.years.beginning import brought_id
from ita_desktop.thai.lists import joined
from ita_desktop.thai.text import fold


@dataclass(frozen=True, slots=True)
class MeasuresCompared:
    """The measures of two years' work: ``kept`` in both (this year's), ``new``, ``dropped``."""

    before: YearWork
    kept: tuple[Measure, ...]
    new: tuple[Measure, ...]
    dropped: tuple[Measure, ...]


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


def compare_scores(snapshot: Snapshot, work: YearWork) -> ScoresCompared | None:
    """The scores a year's work starts from beside those of the newest year before that has any;
    None where there is no such year, or none of its own."""
    held = score_years(snapshot)
    earlier = [year for year in held if year < work.score_year]
    if work.score_year not in held or not earlier:
        return None
    before, after = (year_scores(snapshot, year) for year in (earlier[-1], work.score_year))
    return ScoresCompared(before.year, after.year, score_changes(before, after))


def compare_measures(snapshot: Snapshot, work: YearWork) -> MeasuresCompared | None:
    """The measures of a year beside those of the year's work before it; None where the file holds
    none.

    A measure is kept where it was brought from the earlier year, or has the same title.
    """
    earlier = [one for one in snapshot.years if one.action_year < work.action_year]
    if not earlier:
        return None
    before = earlier[0]
    held = snapshot.measures(before.id)
    by_id = {brought_id(one.id, work.action_year): one.id for one in held}
    by_title = {fold(one.name): one.id for one in held if one.name}
    kept: list[Measure] = []
    new: list[Measure] = []
    gone = {one.id for one in held}
    for one in snapshot.measures(work.id):
        original = by_id.get(one.id) or by_title.get(fold(one.name))
        (kept if original else new).append(one)
        gone.discard(original or "")
    dropped = tuple(one for one in held if one.id in gone)
    return MeasuresCompared(before, tuple(kept), tuple(new), dropped)
