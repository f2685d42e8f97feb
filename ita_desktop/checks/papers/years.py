"""The year that a document's title or cover names, held against the year of its work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.noting import noted
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.wordings import Wording, fill
from ita_desktop.model.findings import Finding, Repair, Severity, Spot
from ita_desktop.model.records import Measure, OwnWording
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.thai.dates import fiscal_year
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.timelines import Timeline

_YEAR = re.compile(r"(?<![0-9๐-๙/])[2๒][5๕][0-9๐-๙]{2}(?![0-9๐-๙])")
_TITLES = (".title", ".subject", ".name")
_COVERS = (".cover",)
_COVER = ("cover.title", "cover.agency")


def year_findings(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    """Titles that name another year than the document is of, covers another than the measures."""
    for one in kind.all_wordings:
        if not one.printed(context.setup):
            continue
        if one.name in _COVER or one.name.endswith(_COVERS):
            yield from _cover(context, one)
        elif one.name.endswith(_TITLES):
            yield from _title(context, kind, one)


def _title(context: Context, kind: DocumentKind, wording: Wording) -> Iterator[Finding]:
    """A year typed into a title, the work's own but not the one that this document is of."""
    year, template = context.year, context.template(wording.name)
    typed = _YEAR.search(template)
    field = "score_year" if kind.about_scores else "action_year"
    right = getattr(year, field)
    theirs = {year.score_year, year.action_year} - {right, year.assessment_year}
    if typed is None or right in _years(context, template):
        return
    wrong = int(to_arabic(typed[0]))
    if wrong in theirs:
        record_id, where = _place(context, wording)
        yield noted(
            Severity.MUST_MEND,
            "document-year",
            f"{wording.label}บอกปี {wrong} แต่เอกสารนี้เป็นของปี {right}",
            f"แก้เป็นปี {right} โดยใช้ช่องเติมปี จะได้ตรงกับงานทุกปี",
            record_id,
            where,
            Repair(template, f"{template[: typed.start()]}{{{field}}}{template[typed.end() :]}"),
            Spot(template, *typed.span()),
        )


def _cover(context: Context, wording: Wording) -> Iterator[Finding]:
    template = context.template(wording.name)
    named = _years(context, template)
    lies = _year_of_all(context.snapshot.measures(context.year.id), named) if named else None
    if lies is None:
        return
    typed = _YEAR.search(template)
    record_id, where = _place(context, wording)
    yield noted(
        Severity.LOOK_AT,
        "cover-year",
        f"ปกบอกปี {' และ '.join(map(str, sorted(named)))}"
        f" แต่ระยะเวลาของทุกมาตรการอยู่ในปีงบประมาณ พ.ศ. {lies}",
        f"แก้ปีบนปกเป็น {lies} หรือตรวจระยะเวลาของมาตรการ",
        record_id,
        where,
        None,
        Spot(template, *typed.span()) if typed else None,
    )


def _year_of_all(measures: tuple[Measure, ...], named: frozenset[int]) -> int | None:
    """The fiscal year in which every timeline lies, unless there is none or it is one of those
    named."""
    found: int | None = None
    for measure in measures:
        if not isinstance(measure.timeline, Timeline):
            continue
        first = measure.timeline.first_day() or measure.timeline.last_day()
        last = measure.timeline.last_day() or first
        if first is None or last is None or fiscal_year(first) != fiscal_year(last):
            return None
        year = fiscal_year(first)
        if year in named or found not in (None, year):
            return None
        found = year
    return found


def _years(context: Context, template: str) -> frozenset[int]:
    """The years that a wording names once its fields of years are filled."""
    year = context.year
    filled = fill(
        template,
        {
            "action_year": str(year.action_year),
            "score_year": str(year.score_year),
            "assessment_year": str(year.assessment_year),
        },
    )
    return frozenset(int(to_arabic(found[0])) for found in _YEAR.finditer(filled))


def _place(context: Context, wording: Wording) -> tuple[str, str]:
    """Where a wording's words are changed: in the document, or in the office's own wording."""
    own = context.snapshot.get(OwnWording, OwnWording.key(wording.name))
    if own is not None and not any(one.name == wording.name for one in context.setup.texts):
        return own.id, "words"
    return context.setup.id, f"{OF_TEXT}{wording.name}"
