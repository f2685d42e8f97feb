"""What a document is built from: the snapshot, one year's work, its set-up, and what follows."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ita_desktop.documents.blocks import Orientation
from ita_desktop.documents.layouts import Layout
from ita_desktop.documents.wording_values import wording_values
from ita_desktop.documents.wordings import Wording, fill, name_of
from ita_desktop.model.catalogue import Catalogue, catalogue_of
from ita_desktop.model.fields import Field
from ita_desktop.model.ids import Id
from ita_desktop.model.own_fields import all_fields
from ita_desktop.model.records import (
    DocumentSetup,
    Measure,
    Office,
    OwnWording,
    RoundReport,
    YearWork,
)
from ita_desktop.model.rounds import LAST, RESULTS, asked_in, says_something
from ita_desktop.model.scoring import Scores, scores_of
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import PageTurn
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.timeline_styles import TimelineStyle


@dataclass(frozen=True)
class Context:
    """One document's surroundings. ``layout`` is None for a document without a table, ``wordings``
    are those the document declares."""

    snapshot: Snapshot
    year: YearWork
    setup: DocumentSetup
    layout: Layout | None
    wordings: tuple[Wording, ...] = ()

    @property
    def office(self) -> Office:
        return self.snapshot.office

    @property
    def digits(self) -> Digits:
        """Which digits are printed: chosen, else the layout's, else the office's, else Thai."""
        by_layout = self.layout.digits if self.layout else None
        return self.setup.digits or by_layout or self.office.digits or Digits.THAI

    @property
    def orientation(self) -> Orientation:
        """The page's turn: chosen, else as the layout says, else portrait."""
        if self.setup.orientation is not None:
            landscape = self.setup.orientation is PageTurn.LANDSCAPE
            return Orientation.LANDSCAPE if landscape else Orientation.PORTRAIT
        return self.layout.orientation if self.layout else Orientation.PORTRAIT

    @property
    def timeline_style(self) -> TimelineStyle:
        """The one style in which the document prints all its timelines."""
        if self.setup.timeline_style is not None:
            return self.setup.timeline_style
        return self.layout.timeline_style if self.layout else TimelineStyle.FULL

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The year's measures, each with what was reported of it: the measures and results of the
        chosen round, else those of the whole year with what it lacks from its last report."""
        reports: dict[Id, dict[int, RoundReport]] = {}
        for one in self.snapshot.each(RoundReport):
            reports.setdefault(one.measure_id, {})[one.month] = one
        found = ((one, reports.get(one.id, {})) for one in self.snapshot.measures(self.year.id))
        if not (month := self.setup.round):
            return tuple(_filled(one, told[max(told)]) if told else one for one, told in found)
        return tuple(
            _of_round(one, told.get(month), month)
            for one, told in found
            if month in told or asked_in(one, month)
        )

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The fields of a measure by name: those declared, and the office's own."""
        return {one.name: one for one in all_fields(self.snapshot, Measure)}

    @cached_property
    def scores(self) -> Scores:
        """The scores that the year's work starts from, with their catalogue."""
        return scores_of(self.snapshot, self.year.score_year)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of the year of the scores."""
        return catalogue_of(self.snapshot, self.year.score_year)

    @cached_property
    def wording_values(self) -> Mapping[str, str]:
        """The fields a wording may name, filled from the records."""
        return wording_values(self.snapshot, self.year, self.setup, self.scores, len(self.measures))

    def template(self, name: str) -> str:
        """The text of a wording before filling: the document's own, the office's, as shipped."""
        for own in self.setup.texts:
            if own.name == name:
                return own.text
        record = self.snapshot.get(OwnWording, OwnWording.key(name))
        if record is not None:
            return record.words
        return next(one.text for one in self.wordings if one.name == name)

    def wording(self, name: str) -> str:
        """A wording, filled. Fields of which nothing is known become dotted blanks."""
        return fill(self.template(name), self.wording_values)

    @property
    def name(self) -> str:
        """What the document is called in a table of contents, in the office's words."""
        return " ".join(self.lines(name_of(self.setup.document)))

    def lines(self, name: str) -> tuple[str, ...]:
        """A wording's lines that say something."""
        return tuple(line for line in self.wording(name).splitlines() if line.strip())


def _filled(measure: Measure, report: RoundReport) -> Measure:
    """The measure of the whole year, its empty fields filled from a round's report."""
    values = {name: getattr(report, name) for name in RESULTS if not getattr(measure, name)}
    return dataclasses.replace(measure, **{name: value for name, value in values.items() if value})


def _of_round(measure: Measure, report: RoundReport | None, month: int) -> Measure:
    """The measure as one round's report tells of it, and nothing of what came after.

    Where the round of the whole year has no report of its own, the measure's own results are it.
    """
    if not says_something(report) and month == LAST:
        return measure
    told = report or RoundReport.of(measure.id, month)
    return dataclasses.replace(measure, **{name: getattr(told, name) for name in RESULTS})
