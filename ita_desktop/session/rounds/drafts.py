"""One report while filled requests are put to it, one after the other, and what changes by that."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.documents.value_words import value_words
from ita_desktop.exchange.requests.columns import filled_columns
from ita_desktop.exchange.requests.reading import Answer, RequestReading
from ita_desktop.exchange.workbook.cells import digest, text_of
from ita_desktop.exchange.workbook.columns import place_of_record
from ita_desktop.exchange.workbook.names import Names
from ita_desktop.model.fields import Field, Kind, field_of
from ita_desktop.model.merging import Act, Proposal
from ita_desktop.model.records import Division, RoundReport
from ita_desktop.model.rounds import report_of, says_something
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import AllDivisions, DivisionRef, Items, Status
from ita_desktop.session.review.merge_views import EMPTY, ProposalGroup, ProposalView
from ita_desktop.thai.lists import joined
from ita_desktop.thai.text import fold


class Draft:
    """What one report becomes while answers are put to it, one after the other."""

    def __init__(self, snapshot: Snapshot, answer: Answer, month: int) -> None:
        self._snapshot = snapshot
        self.measure = answer.measure
        self._ours = report_of(snapshot, answer.measure.id, month)
        self._start = self._ours or RoundReport.of(answer.measure.id, month)
        self._report = self._start
        self._columns = {one.name: one for one in filled_columns(snapshot)}
        self._collides: set[str] = set()
        self._from: dict[str, list[str]] = {}
        self._given: list[RequestReading] = []

    def take(self, answer: Answer, reading: RequestReading) -> None:
        """Put what a division says over what is there, or together with it."""
        mark = reading.mark
        known = self._snapshot.get(Division, mark.division_id)
        reporter = DivisionRef(mark.division_id)
        others = [one for one in self._report.reporters if one != reporter]
        alone = reporter in self._report.reporters and not others
        for name, value in answer.values.items():
            held = getattr(self._report, name)
            if value == held:
                continue
            declared = field_of(RoundReport, name)
            if held and not alone and not self._as_sent(name, answer):
                value = _together(declared, held, value)
                if value == held:
                    continue
                self._collides.add(name)
            self._from.setdefault(name, []).append(mark.division)
            self._report = dataclasses.replace(self._report, **{name: value})
        if any(answer.values.values()):
            self._given.append(reading)
            held = self._report.reporters
            by_hand = says_something(self._ours) and not self._start.reporters
            told = by_hand or reporter in held or any(isinstance(one, AllDivisions) for one in held)
            if known is not None and not told:
                parties = (*held, reporter)
                self._report = dataclasses.replace(self._report, reporters=parties)

    def _as_sent(self, name: str, answer: Answer) -> bool:
        """Whether a field of the report still is what the division was sent."""
        column = self._columns[name]
        place = place_of_record(Names(self._snapshot), self._report)
        written = column.form.write(column.field, getattr(self._report, name), place)
        return answer.seen.get(name) == digest(text_of(written))

    def riders(self, today: date) -> Mapping[str, Any]:
        """Who sent it in, and when: the day given, or that of taking it over for a new report."""
        days = [one.reported for one in self._given if one.reported is not None]
        day = max(days) if days else self._start.reported or today
        return {"reporters": self._report.reporters, "reported": day}

    def group(self, names: RecordNames) -> ProposalGroup:
        """What would change, field by field, as words."""
        changed = [name for name in self._columns if self._differs(name)]
        if not changed and self._differs("reporters"):
            changed = ["reporters"]
        views = tuple(self._view(name) for name in changed)
        return ProposalGroup(RoundReport, self._report.id, names.of(self.measure), views)

    def _differs(self, name: str) -> bool:
        return bool(getattr(self._report, name) != getattr(self._start, name))

    def _view(self, name: str) -> ProposalView:
        declared = field_of(RoundReport, name)
        value = getattr(self._report, name)
        proposal = Proposal(
            RoundReport,
            self._report.id,
            Act.CHANGED if self._ours else Act.ADDED,
            None,
            self._ours,
            self._report,
            declared,
            value,
            name in self._collides,
        )
        senders = joined(list(dict.fromkeys(self._from.get(name, []))))
        label = f"{declared.label} ({senders})" if senders else declared.label
        ours = value_words(self._snapshot, declared, getattr(self._start, name))
        theirs = value_words(self._snapshot, declared, value)
        return ProposalView(proposal, label, None, ours or EMPTY, theirs or EMPTY)


def _together(declared: Field, held: Any, value: Any) -> Any:
    """What two have told of the same, put together: nothing of either is lost."""
    if not value:
        return held
    if declared.kind is Kind.ITEMS:
        return _joined(held, value)
    if declared.kind is Kind.CHOICE:
        return Status.IN_PROGRESS  # done here, not done there
    return held if fold(value) in fold(held) else f"{held}\n{value}"


def _joined(held: Items, more: Items) -> Items:
    known = {fold(one.text) for one in held}
    return (*held, *(one for one in more if one.items or fold(one.text) not in known))
