"""Which rounds a year has, and an earlier report carried on; each act is one edit."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from ita_desktop.documents.build import setup_of
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.ids import Id
from ita_desktop.model.records import DocumentSetup, ReportingRound, RoundReport, YearWork
from ita_desktop.model.rounds import carried_on, report_of, says_something
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.rounds.states import round_name
from ita_desktop.session.session import Session


def set_rounds(session: Session, rounds: Sequence[ReportingRound]) -> bool:
    """Set the rounds of a year as given; whether anything changed. A round that stands as it is by
    itself is not written. Raises UserError where the file is read-only."""
    changes = []
    for one in rounds:
        held = session.snapshot.get(ReportingRound, one.id)
        if one != (held or ReportingRound.of(one.year_id, one.month)):
            changes.append(Change(held, one))
    if changes:
        session.commit(Edit("ตั้งรอบการรายงาน", tuple(changes)))
    return bool(changes)


def tell_of_round(session: Session, year: YearWork, month: int) -> bool:
    """Have the report of a year and its memo tell of a round, as one edit; whether they did not.

    Raises UserError where the file is read-only.
    """
    changes = []
    for document in ("report", "report-memo"):
        setup = setup_of(session.snapshot, year, document)
        if setup.round != month:
            held = session.snapshot.get(DocumentSetup, setup.id)
            changes.append(Change(held, dataclasses.replace(setup, round=month)))
    if changes:
        session.commit(Edit(f"ทำรายงาน{round_name(month)}", tuple(changes)))
    return bool(changes)


def earlier_report(snapshot: Snapshot, measure_id: Id, month: int) -> RoundReport | None:
    """The last report of a measure before a round, or None."""
    before = [
        one
        for one in snapshot.each(RoundReport)
        if one.measure_id == measure_id and one.month < month and says_something(one)
    ]
    return max(before, key=lambda one: one.month, default=None)


def carry_on(session: Session, before: RoundReport, month: int) -> RoundReport:
    """Begin the report of a round with what an earlier one says, and keep its id.

    Raises UserError where the file is read-only.
    """
    made = carried_on(before, month)
    held = report_of(session.snapshot, before.measure_id, month)
    name = f"ยกผล{round_name(before.month)}มาต่อใน{round_name(month)}"
    session.commit(Edit(name, (Change(held, made),)))
    return made
