"""Dates of documents: outside the time of their year, or the wrong way round among each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.checks.noting import noted
from ita_desktop.checks.texts.days import MONTH_NAME
from ita_desktop.documents.build import kind_of, setup_of
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import DocumentKind, Stage
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import SignedCopy, YearWork
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dates import BUDDHIST_OFFSET, fiscal_year_span, format_date, read_date

MEMO, ANNOUNCED, INTENT = "memo", "announcement-measures", "announcement-intent"
_ORDER = (
    (MEMO, ANNOUNCED),
    (MEMO, "plan"),
    ("plan", "report"),
    (ANNOUNCED, "report"),
)
"""Documents of which the first is signed before the second."""

_LINES = (".date", ".closing")
_TYPED = re.compile(
    rf"[0-9๐-๙]{{1,2}}\s*(?:เดือน\s*)?(?:{MONTH_NAME})\s*(?:พ\.\s?ศ\.\s*)?[0-9๐-๙]{{4}}"
)
_OF_INTENT = "เจตจำนง"


@dataclass(frozen=True, slots=True)
class _Day:
    """When a document was signed, or the date it bears, and where that stands."""

    day: datetime.date
    record_id: str
    field: str

    @property
    def words(self) -> str:
        """``วันที่ ๑ ตุลาคม ๒๕๖๘``"""
        return format_date(self.day)


def date_findings(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    """What is doubtful about the date of a document and the days its copies were signed."""
    snapshot, year = context.snapshot, context.year
    dated = _dated(context, kind)
    signed = _signed(snapshot, year, kind.id)
    for one in filter(None, (dated, signed)):
        yield from _outside(one, year, kind.stage)
    if dated and signed and signed.day < dated.day:
        yield noted(
            Severity.LOOK_AT,
            "signing-order",
            f"{kind.short_title}ลงนามเมื่อ {signed.words} ก่อนวันที่ของเอกสาร {dated.words}",
            "ตรวจวันที่ลงนามกับฉบับที่ลงนามแล้ว",
            signed.record_id,
            signed.field,
        )
    for first, second in (*_ORDER, *_with_intent(context, kind)):
        if first == kind.id:
            yield from _in_order(context, kind, signed or dated, second)


def _in_order(
    context: Context, kind: DocumentKind, first: _Day | None, other: str
) -> Iterator[Finding]:
    """Whether a document is no later than the one that follows upon it."""
    follows = kind_of(other)
    setup = setup_of(context.snapshot, context.year, other)
    then = _signed(context.snapshot, context.year, other)
    if then is None and setup.dated and "dated" in follows.options:
        then = _Day(setup.dated, setup.id, "dated")
    if first is None or then is None or first.day <= then.day:
        return
    both_bear = "signed" not in (first.field, then.field)
    told = kind if first.field == "signed" or both_bear else follows
    where = first if told is kind else then
    verb = "ลงวันที่" if both_bear else "ลงนามวันที่"
    yield noted(
        Severity.LOOK_AT,
        "memo-after" if both_bear and kind.id == MEMO else "signing-order",
        f"{kind.short_title}{verb} {first.words} หลัง{follows.short_title}ซึ่ง{verb} {then.words}",
        f"{kind.short_title}ควรมาก่อน{follows.short_title} ตรวจวันที่ของทั้งสองฉบับ",
        where.record_id,
        where.field,
    )


def _outside(one: _Day, year: YearWork, stage: Stage) -> Iterator[Finding]:
    first, last = plausible(year.action_year, stage)
    if first <= one.day <= last:
        return
    verb = "ลงนาม" if one.field == "signed" else "เอกสารลง"
    yield noted(
        Severity.LOOK_AT,
        "date-outside-year",
        f"{verb}วันที่ {one.words} ไม่น่าเป็นเอกสารของปีงบประมาณ พ.ศ. {year.action_year}",
        f"ตรวจปีของวันที่ ควรอยู่ระหว่าง {format_date(first)} ถึง {format_date(last)}",
        one.record_id,
        one.field,
    )


def plausible(action_year: int, stage: Stage) -> tuple[datetime.date, datetime.date]:
    """The first and the last day a document of that stage may bear: plans from half a year before
    the action year (พ.ศ.) to its end, reports from its beginning to a year after it."""
    first, last = fiscal_year_span(action_year)
    before = datetime.date(action_year - BUDDHIST_OFFSET - 1, 4, 1)
    after = fiscal_year_span(action_year + 1)[1]
    if stage is Stage.START:
        return before, last
    return (first if stage is Stage.END else before), after


def _dated(context: Context, kind: DocumentKind) -> _Day | None:
    """The date a document bears: chosen, or typed into its line of the date."""
    setup = context.setup
    if "dated" not in kind.options:
        return None
    for one in kind.wordings:
        if one.name.endswith(_LINES) and one.printed(setup):
            found = _TYPED.search(context.template(one.name))
            day = read_date(found[0]) if found else None
            if isinstance(day, datetime.date):
                return _Day(day, setup.id, f"{OF_TEXT}{one.name}")
    return _Day(setup.dated, setup.id, "dated") if setup.dated else None


def _signed(snapshot: Snapshot, year: YearWork, document: str) -> _Day | None:
    """The day on which the newest copy of a document was signed."""
    days = [
        (one.signed, one.id)
        for one in snapshot.each(SignedCopy)
        if one.year_id == year.id and one.document == document and one.signed is not None
    ]
    return _Day(*max(days), "signed") if days else None


def _with_intent(context: Context, kind: DocumentKind) -> tuple[tuple[str, str], ...]:
    """The memo submits the declaration of intent too, where its words speak of it."""
    if kind.id != MEMO:
        return ()
    said = (context.template(one.name) for one in kind.wordings if one.printed(context.setup))
    return ((MEMO, INTENT),) if any(_OF_INTENT in text for text in said) else ()
