"""What is still missing for a document to be signed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.checks.same import Same
from ita_desktop.model.fields import Field, Kind, field_of, fields_of
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Division, Measure, Office, Record, RoundReport, YearWork
from ita_desktop.model.rounds import RESULTS
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Item, Monitoring, Status
from ita_desktop.thai.digits import to_thai

UNNAMED = "มาตรการที่ยังไม่มีชื่อ"
"""What a measure without a name is called where a finding tells of it."""

_OF_WHAT_WAS_DONE = ("results", "outputs", "outcomes")


@dataclass(frozen=True, slots=True)
class RequiredField:
    """One of these ``fields`` has to be filled, and ``why``; while the field ``first`` is empty,
    only that is asked for."""

    fields: tuple[str, ...]
    first: str = ""
    why: str = ""

    def lacking(self, measure: Measure) -> Finding | None:
        """What a measure lacks of it, or None."""
        if _one_filled(measure, self.fields):
            return None
        name = measure.name or UNNAMED
        if self.first and not _one_filled(measure, (self.first,)):
            return empty_field(measure, name, field_of(Measure, self.first))
        return empty_field(measure, name, field_of(Measure, self.fields[0]), self.why)


def _one_filled(measure: Measure, fields: tuple[str, ...]) -> bool:
    return any(
        excused(measure, name) or not is_empty(field_of(Measure, name), getattr(measure, name))
        for name in fields
    )


@dataclass(frozen=True, slots=True)
class Needs:
    """What a document asks of measures: its word in ``needed`` (``report``, ``plan``), the fields
    that its table prints, None for whatever the word names, and what else is ``required``."""

    word: str
    printed: frozenset[str] | None = None
    required: tuple[RequiredField, ...] = ()

    def asks(self, field: str) -> bool:
        """Whether the table prints a field, so that it has to be filled."""
        return self.printed is None or field in self.printed


def measures_missing(
    measures: Iterable[Measure], needs: Needs, month: int = 0
) -> tuple[Finding, ...]:
    """Empty fields of measures, as a document tells of them, that it asks for, in form order.

    Where it tells of the round after so many months, results are missing in the round's report.
    Where nobody has told of any result yet, that is said once: the year may have just begun.
    """
    held = tuple(measures)
    found = [one for measure in held for one in measure_findings(measure, needs)]
    told = any(getattr(measure, name) for measure in held for name in RESULTS)
    if len(held) > 1 and not told:
        results = [one for one in found if one.field in RESULTS]
        found = [one for one in found if one.field not in RESULTS]
        found += [_nothing_told(len(held), results[0])] if results else []
    return tuple(in_round(one, month) for one in found)


def _nothing_told(measures: int, first: Finding) -> Finding:
    return dataclasses.replace(
        first,
        code="no-results",
        problem=to_thai(f"ยังไม่มีผลของมาตรการใดใน {measures} มาตรการ"),
        remedy="กรอกสถานะและผลของแต่ละมาตรการ หรือขอผลจากสำนัก/กอง",
    )


def in_round(finding: Finding, month: int) -> Finding:
    """What a measure lacks, told of its report after so many months where it is a result; 0 for
    the whole year."""
    if not month or finding.field not in RESULTS:
        return finding
    report = RoundReport.key(finding.record_id, month)
    problem = to_thai(f"{finding.problem}ในรอบ {month} เดือน")
    return dataclasses.replace(finding, record_id=report, problem=problem)


def office_findings(snapshot: Snapshot) -> tuple[Finding, ...]:
    """What documents need of the office, and divisions to be responsible."""
    return (*empty_fields(snapshot.office, Office.TITLE, "office"), *no_divisions(snapshot))


def no_divisions(snapshot: Snapshot) -> tuple[Finding, ...]:
    """That there is no division to be responsible."""
    if snapshot.of(Division):
        return ()
    return (
        Finding(
            Severity.LOOK_AT,
            "no-divisions",
            "ยังไม่มีสำนัก/กอง",
            "เพิ่มสำนัก/กอง เพื่อเลือกเป็นผู้รับผิดชอบได้",
        ),
    )


def measure_findings(measure: Measure, needs: Needs) -> tuple[Finding, ...]:
    """What one measure still lacks for a document; remembered until the measure changes."""
    return _lacking(Same(measure), needs)


@lru_cache(maxsize=4096)
def _lacking(same: Same[Measure], needs: Needs) -> tuple[Finding, ...]:
    measure = same.record
    findings = [
        finding
        for finding in empty_fields(measure, measure.name or UNNAMED, needs.word)
        if needs.asks(finding.field) and not excused(measure, finding.field)
    ]
    for required in needs.required:
        lacking = required.lacking(measure)
        if lacking is not None and lacking not in findings:
            findings.append(lacking)
    unexplained = measure.status is Status.CANNOT and not measure.status_reason
    if unexplained and needs.asks("status_reason"):
        findings.append(
            Finding(
                Severity.MUST_MEND,
                "cannot-without-reason",
                "ยังไม่ได้ให้เหตุผลที่ไม่สามารถดำเนินการได้",
                "พิมพ์เหตุผลไว้ใต้สถานะ",
                measure.id,
                "status_reason",
            )
        )
    return tuple(findings)


def excused(measure: Measure, field: str) -> bool:
    """What could not be done, or was not begun, has no result to tell; a measure made of
    sub-measures needs no title."""
    if field == "title":
        return bool(measure.name)
    return field in _OF_WHAT_WAS_DONE and measure.status in (Status.CANNOT, Status.NOT_STARTED)


def no_measures(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """That the year has no measure yet."""
    if snapshot.measures(year.id):
        return ()
    return (
        Finding(
            Severity.MUST_MEND,
            "no-measures",
            to_thai(f"ยังไม่มีมาตรการในปีงบประมาณ พ.ศ. {year.action_year}"),
            "เพิ่มมาตรการแรกในหน้ามาตรการ",
        ),
    )


def empty_fields(record: Record, name: str, needs: str) -> Iterator[Finding]:
    """The empty fields of a record that a document needs; ``name`` is what the record is called."""
    for field in fields_of(type(record)):
        if needs in field.needed and is_empty(field, getattr(record, field.name)):
            yield empty_field(record, name, field)


def empty_field(record: Record, name: str, field: Field, why: str = "") -> Finding:
    """That a field is empty, and ``why`` it has to be filled where nothing else says so."""
    return Finding(
        Severity.MUST_MEND,
        f"missing-{field.name.replace('_', '-')}",
        f"ยังไม่มี{field.label}",
        f"กรอก{field.label}ของ “{_short(name)}”{why}",
        record.id,
        field.name,
    )


def is_empty(field: Field, value: object) -> bool:
    """Whether a field holds nothing a reader could see."""
    match field.kind:
        case Kind.ITEMS if isinstance(value, tuple):
            return not any(_says_something(item) for item in value)
        case Kind.MONITORING:
            return value == Monitoring()
        case Kind.INTEGER:
            return value == 0
        case Kind.TEXT | Kind.LONG_TEXT:
            return not str(value).strip()
        case _:
            return not value


def _says_something(item: Item) -> bool:
    return bool(item.text.strip()) or any(_says_something(inner) for inner in item.items)


def _short(name: str, limit: int = 90) -> str:
    """A name on one line; a very long one ends after a space, or at least not inside a cluster."""
    line = " ".join(name.split())
    if len(line) <= limit:
        return line
    start = line[:limit]
    kept = start[: start.rfind(" ")] if " " in start[limit // 2 :] else start.rstrip("เแโใไ")
    return f"{kept}…"
