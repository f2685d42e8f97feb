"""Measures as the list shows them while a round is in hand: who has reported, and how it stands."""

from __future__ import annotations

from ita_desktop.model.records import Measure
from ita_desktop.model.responsibility import divisions_of
from ita_desktop.model.rounds import asked_in, is_reported, report_of, says_something
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.measure_views import Filled
from ita_desktop.session.rounds.states import round_name
from ita_desktop.thai.lists import joined

NOT_ASKED, WAITING, SAID = "ไม่ต้องรายงานรอบนี้", "ยังไม่รายงาน", "รายงานแล้ว"


def reported(snapshot: Snapshot, measure: Measure, month: int) -> Filled:
    """How far a measure is reported in a round: by all that are responsible, by some, by none."""
    if not is_reported(measure, report_of(snapshot, measure.id, month), month):
        return Filled.NOTHING
    return Filled.PARTLY if waiting_for(snapshot, measure, month) else Filled.ALL


def waiting_for(snapshot: Snapshot, measure: Measure, month: int) -> tuple[str, ...]:
    """The divisions that have not reported a measure in a round."""
    report = report_of(snapshot, measure.id, month)
    found = divisions_of(snapshot, measure)
    return tuple(one.name for one in found if not is_reported(measure, report, month, one.id))


def reported_status(snapshot: Snapshot, measure: Measure, month: int) -> str:
    """The status in a round, or that there is none yet, in a word."""
    report = report_of(snapshot, measure.id, month)
    if is_reported(measure, report, month):
        told = report if report is not None and says_something(report) else measure
        return told.status.label if told.status else SAID
    return WAITING if asked_in(measure, month) else NOT_ASKED


def reported_words(snapshot: Snapshot, measure: Measure, month: int) -> str:
    """``รอบ ๖ เดือน: ยังรอกองคลังและกองช่าง``"""
    lead = round_name(month)
    told = is_reported(measure, report_of(snapshot, measure.id, month), month)
    waiting = waiting_for(snapshot, measure, month)
    if not asked_in(measure, month) and not told:
        return f"{lead}: แผนไม่ได้กำหนดติดตามในรอบนี้"
    if waiting:
        return f"{lead}: ยังรอ{joined(list(waiting))}"
    return f"{lead}: {SAID if told else WAITING}"
