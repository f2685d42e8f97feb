"""Measures proposed for what scored low and has none, and those chosen added.

Proposed are measures of the office's other years of the same question, issue or indicator, then
the wordings that the catalogue holds for the questions, then a measure to be named by hand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.checks.scores.analysis import codes_of
from ita_desktop.model.catalogue import tool_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.scoring import TARGET, Scores
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Item, Tool
from ita_desktop.session.measures import add_measures
from ita_desktop.session.scores.analysis_views import ITEM_ADVICE, year_scores
from ita_desktop.session.scores.catalogues import bringing, year_catalogue
from ita_desktop.session.session import Session
from ita_desktop.session.years.beginning import brought, brought_id, result_words
from ita_desktop.session.years.codes import Codes
from ita_desktop.session.years.gaps import Gap, Proposal, find_gaps, is_of_indicator
from ita_desktop.session.years.moving import mover_between
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import fold

_MOST_PAST, _MOST_WORDINGS = 4, 3
"""Proposals of each sort for one gap."""

_SHORTEST_TITLE = 20
"""Letters of an advice that its first clause must have to name a measure."""


def proposed_gaps(
    snapshot: Snapshot,
    work: YearWork,
    target: Decimal = TARGET,
    scores: Scores | None = None,
) -> tuple[Gap, ...]:
    """The gaps of a year's work, each with what could be done."""
    known = scores or year_scores(snapshot, work.score_year)
    found = find_gaps(known, snapshot.measures(work.id), target)
    past = tuple(_past(snapshot, work)) if found else ()
    return tuple(
        dataclasses.replace(one, proposals=_proposals(snapshot, work, known, one, past))
        for one in found
    )


def add_proposed(
    session: Session, work: YearWork, chosen: Sequence[Proposal]
) -> tuple[Measure, ...]:
    """Add the proposed measures behind those the year has, as one edit.

    One chosen for several gaps is added once, with the codes of all of them. Raises UserError where
    the file is read-only.
    """
    made: dict[Id, Measure] = {}
    for one in (proposal.measure for proposal in chosen):
        held = made.get(one.id) if one.id else None
        if held is not None:
            codes = tuple(dict.fromkeys((*held.references, *one.references)))
            made[one.id] = dataclasses.replace(held, references=codes)
        else:
            fresh = one if one.id else dataclasses.replace(one, id=session.new_id())
            made[fresh.id] = fresh
    name = to_thai(f"เพิ่มมาตรการของข้อที่ต่ำกว่าเป้าหมาย {len(made)} รายการ")
    along = bringing(session.snapshot, work.score_year)
    return add_measures(session, tuple(made.values()), name=name, along=along)


@dataclass(frozen=True, slots=True)
class _Past:
    """A measure of another ``year``, with its codes as they are here in ``like``."""

    measure: Measure
    year: YearWork
    like: Measure
    codes: Codes


def _past(snapshot: Snapshot, work: YearWork) -> Iterator[_Past]:
    """The measures of the other years that the year does not have, the nearest year first."""
    others = [one for one in snapshot.years if one.id != work.id]
    held = snapshot.measures(work.id)
    ids = {one.id for one in held}
    names = {fold(one.name) for one in held}
    after = year_catalogue(snapshot, work.score_year)
    for year in sorted(others, key=lambda one: abs(one.action_year - work.action_year)):
        codes = Codes(year_catalogue(snapshot, year.score_year), after)
        for one in snapshot.measures(year.id):
            known = fold(one.name) in names or brought_id(one.id, work.action_year) in ids
            if known or not one.name:
                continue
            names.add(fold(one.name))
            like = dataclasses.replace(one, references=codes.moved(one.references))
            yield _Past(one, year, like, codes)


def _proposals(
    snapshot: Snapshot, work: YearWork, scores: Scores, gap: Gap, past: Sequence[_Past]
) -> tuple[Proposal, ...]:
    near = [(rank, one) for one in past if (rank := _nearness(scores, gap, one.like))]
    near.sort(key=lambda pair: -pair[0])
    found = [_brought(snapshot, work, gap, one) for _rank, one in near[:_MOST_PAST]]
    return (*found, *_wordings(work, scores, gap), _unnamed(work, gap))


def _brought(snapshot: Snapshot, work: YearWork, gap: Gap, past: _Past) -> Proposal:
    """A measure of another year as it would be here, with what came of it there."""
    one = past.measure
    fresh = _taking_up(
        brought(one, work, "", mover_between(past.year, work), past.codes), work, gap
    )
    state = f" ({one.status.label})" if one.status is not None else ""
    origin = f"มาตรการปี {past.year.action_year}{state}"
    return Proposal(fresh, fresh.name, origin, result_words(snapshot, one))


def _nearness(scores: Scores, gap: Gap, measure: Measure) -> int:
    """How well a measure fits: by a question, by the issue, by the indicator; 0 for not at all."""
    if codes_of(measure) & set(gap.low):
        return 3
    if gap.issue and fold(measure.issue) == fold(gap.issue):
        return 2
    return int(gap.indicator is not None and is_of_indicator(scores, gap.indicator, measure))


def _wordings(work: YearWork, scores: Scores, gap: Gap) -> Iterator[Proposal]:
    """New measures by the wordings that the catalogue holds for the lowest questions."""
    codes = sorted(gap.low, key=lambda one: gap.low[one])
    if not codes and gap.indicator is not None:
        codes = [one.code for one in scores.catalogue.questions(gap.indicator.number)]
    shown = 0
    for code in codes:
        item = scores.catalogue.item(code)
        if item is None or shown == _MOST_WORDINGS:
            continue
        words = " ".join(item.words.split())
        open_data = tool_of(code) is Tool.OIT and words
        advice = item.advice or (ITEM_ADVICE.format(code=code, words=words) if open_data else "")
        if not advice:
            continue
        shown += 1
        fresh = _unnamed(work, gap).measure
        made = dataclasses.replace(fresh, title=_title(advice), steps=(Item(advice),))
        yield Proposal(made, advice, f"ถ้อยคำแนะนำของข้อ {code}")


def _unnamed(work: YearWork, gap: Gap) -> Proposal:
    fresh = _taking_up(Measure(id="", year_id=work.id), work, gap)
    return Proposal(fresh, "มาตรการใหม่ ตั้งชื่อเอง", "แบบกรอกว่าง")


def _taking_up(measure: Measure, work: YearWork, gap: Gap) -> Measure:
    """The measure with the issue, indicator and codes of what it is to mend."""
    codes = sorted(gap.low, key=lambda one: gap.low[one])
    wanted = [one for one in codes if one not in codes_of(measure)]
    references = read_references(", ".join(wanted), work.score_year).values if wanted else ()
    indicator = gap.indicator
    return dataclasses.replace(
        measure,
        issue=gap.issue or measure.issue,
        tool=measure.tool or (indicator.tool if indicator is not None else None),
        indicator=measure.indicator or (indicator.full_name if indicator is not None else ""),
        references=(*measure.references, *references),
    )


def _title(advice: str) -> str:
    """The first clause of an advice: clauses of Thai are parted by spaces."""
    end = advice.find(" ", _SHORTEST_TITLE)
    while end > 0 and advice[end + 1].isascii() and advice[end + 1] != "(":
        end = advice.find(" ", end + 1)
    return advice[:end] if end > 0 else advice
