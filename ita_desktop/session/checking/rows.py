"""Every finding of a year's work once, as a list shows it: where it stands, which documents it
concerns, and which are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ita_desktop.documents.build import bound_documents, kind_of, setup_of
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Division, Office, Person, Position, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.checking.leaving import left_as
from ita_desktop.session.checking.places import place_words
from ita_desktop.session.checking.readiness import PART_NOT_READY, Readiness
from ita_desktop.thai.digits import to_thai, to_thai_but_quoted
from ita_desktop.thai.text import fold

OFFICE = "office"
"""The group of what is about the office itself, which every document prints."""

_OF_OFFICE = (Office, Division, Position, Person, YearWork)
_WITHOUT_RECORD = ("no-divisions",)
_NAMED = re.compile(r"ของ “[^”]*”")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One finding: the ``group`` it is listed in (a document's id, or :data:`OFFICE`), the ids of
    all ``documents`` it concerns, what its ``record`` and ``field`` are called, and, where it was
    left as it is, the ``reason``; None for one that is open."""

    finding: Finding
    group: str
    documents: tuple[str, ...]
    record: str = ""
    field: str = ""
    reason: str | None = None

    @property
    def place(self) -> str:
        """Record and field in one line."""
        return " – ".join(filter(None, (self.record, self.field)))

    @property
    def problem(self) -> str:
        """What is wrong, in the window's digits."""
        return to_thai_but_quoted(self.finding.problem)

    @property
    def remedy(self) -> str:
        """What to do; the record is not named again where its name stands beside."""
        remedy = _NAMED.sub("", self.finding.remedy) if self.record else self.finding.remedy
        return to_thai_but_quoted(remedy)


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows to show; what is empty asks nothing. ``left`` shows what was left as well."""

    severity: Severity | None = None
    document: str = ""
    text: str = ""
    left: bool = False

    def keeps(self, row: FoundRow) -> bool:
        """Whether a row is among those wanted."""
        return (
            (self.severity is None or row.finding.severity is self.severity)
            and (not self.document or self.document in row.documents)
            and (self.left or row.reason is None)
            and self._says(row)
        )

    def _says(self, row: FoundRow) -> bool:
        words = fold(self.text).split()
        if not words:
            return True
        said = fold("\n".join((row.place, row.problem, row.remedy, row.reason or "")))
        return all(word in said for word in words)


def found_rows(
    snapshot: Snapshot, year: YearWork, documents: Sequence[Readiness]
) -> tuple[FoundRow, ...]:
    """Every finding once, group by group in the order of the documents, what is about the office
    first; in a group what must be mended first, and what was left last."""
    where = place_words(snapshot)
    rows: list[FoundRow] = []
    for finding, concerned in _concerned(snapshot, year, documents).items():
        held = left_as(snapshot, finding)
        record, field = where(finding)
        rows.append(
            FoundRow(
                finding,
                _group(snapshot, finding, concerned),
                concerned,
                record,
                field,
                held.reason if held is not None else None,
            )
        )
    order = [OFFICE, *(one.kind.id for one in documents)]
    severities = list(Severity)
    return tuple(
        sorted(
            rows,
            key=lambda one: (
                order.index(one.group),
                one.reason is not None,
                severities.index(one.finding.severity),
            ),
        )
    )


def _concerned(
    snapshot: Snapshot, year: YearWork, documents: Sequence[Readiness]
) -> Mapping[Finding, tuple[str, ...]]:
    """The documents that each finding concerns; a volume by what it binds."""
    found: dict[Finding, list[str]] = {}
    for one in documents:
        for finding in (*one.findings, *one.left):
            if finding.code != PART_NOT_READY:
                found.setdefault(finding, []).append(one.kind.id)
    for one in documents:
        if one.kind.bundle:
            parts = {part.id for part in bound_documents(setup_of(snapshot, year, one.kind.id))}
            for held in found.values():
                if one.kind.id not in held and parts.intersection(held):
                    held.append(one.kind.id)
    return {finding: tuple(held) for finding, held in found.items()}


def _group(snapshot: Snapshot, finding: Finding, concerned: Sequence[str]) -> str:
    record = snapshot.find(finding.record_id) if finding.record_id else None
    of_office = isinstance(record, _OF_OFFICE) or finding.code in _WITHOUT_RECORD
    return OFFICE if of_office and len(concerned) > 1 else concerned[0]


def group_words(group: str) -> str:
    """What a group is called."""
    return "ข้อมูลหน่วยงาน ใช้ในเอกสารหลายฉบับ" if group == OFFICE else kind_of(group).short_title


def other_documents(row: FoundRow, group: str) -> tuple[str, ...]:
    """The short titles of the documents a row concerns beside its group's, volumes left aside."""
    kinds = [kind_of(one) for one in row.documents if one != group]
    return tuple(one.short_title for one in kinds if not one.bundle)


def counts_of(rows: Iterable[FoundRow]) -> dict[Severity, int]:
    """How many open rows there are of each severity."""
    counts = dict.fromkeys(Severity, 0)
    for row in rows:
        if row.reason is None:
            counts[row.finding.severity] += 1
    return counts


def count_words(counts: Mapping[Severity, int]) -> str:
    """``ต้องแก้ไข ๒ · ควรตรวจดู ๑``; empty where there is nothing."""
    return to_thai(" · ".join(f"{one.label} {held}" for one, held in counts.items() if held))


def open_errors(
    snapshot: Snapshot, year: YearWork, documents: Sequence[Readiness], document: str = ""
) -> tuple[Finding, ...]:
    """What must be mended in one document, or in any; of a volume what its parts need too."""
    return tuple(
        finding
        for finding, concerned in _concerned(snapshot, year, documents).items()
        if finding.severity is Severity.MUST_MEND
        and (not document or document in concerned)
        and left_as(snapshot, finding) is None
    )


def open_errors_words(count: int, *, every: bool = False) -> str:
    """How many errors are open, for whoever makes a document of it."""
    which = "เอกสารชุดนี้" if every else "เอกสารนี้"
    return to_thai(f"{which}ยังมีที่ต้องแก้ไข {count} รายการ")
