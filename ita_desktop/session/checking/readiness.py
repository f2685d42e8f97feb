"""What is still missing, by document: the checks put together for whoever shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_desktop.checks.measures.completeness import measures_missing, no_measures
from ita_desktop.checks.measures.readings import timeline_outside_year, unread
from ita_desktop.checks.noting import noted
from ita_desktop.checks.papers.lacking import paper_findings
from ita_desktop.checks.papers.layouts import used_layout_findings
from ita_desktop.checks.papers.required_elements import element_findings
from ita_desktop.documents.build import bound_documents, context_of, setup_of
from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.kinds import DocumentKind, Stage
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import DocumentSetup, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.checking.leaving import parted
from ita_desktop.session.checking.measures import measure_checks
from ita_desktop.session.checking.scores import score_checks
from ita_desktop.session.checking.texts import text_checks
from ita_desktop.session.measure_views import needs_of
from ita_desktop.thai.digits import to_thai

PART_NOT_READY = "part-not-ready"
"""The code of a part of a volume that lacks something itself."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far one document is: everything found about it, in form order, but for what the office
    has ``left`` as it is."""

    kind: DocumentKind
    findings: tuple[Finding, ...]
    left: tuple[Finding, ...] = ()

    @property
    def missing(self) -> int:
        """How many findings must be mended before it can be signed."""
        return sum(one.severity is Severity.MUST_MEND for one in self.findings)

    @property
    def doubtful(self) -> int:
        """How many findings are worth a look before it is signed."""
        return sum(one.severity is Severity.LOOK_AT for one in self.findings)

    @property
    def ready(self) -> bool:
        return self.missing == 0

    @property
    def words(self) -> str:
        """``พร้อมลงนาม``, or how much must be mended; of a volume how many parts are not ready."""
        if self.ready:
            return _ready_words(self.kind)
        parts = sum(one.code == PART_NOT_READY for one in self.findings)
        own = self.missing - parts
        told = (own and f"ต้องแก้ไข {own} รายการ", parts and f"ยังไม่พร้อม {parts} ฉบับ")
        return to_thai(" · ".join(one for one in told if one))


def _ready_words(kind: DocumentKind) -> str:
    if kind.bundle:
        return "พร้อมรวมเล่ม"
    return "พร้อม" if kind.stage is Stage.VOLUME else "พร้อมลงนาม"  # nobody signs a cover


def readiness(snapshot: Snapshot, year: YearWork) -> tuple[Readiness, ...]:
    """Every document of the year with what was found about it."""
    read = (*unread(snapshot, year), *timeline_outside_year(snapshot, year))
    of_scores, of_texts = score_checks(snapshot, year), text_checks(snapshot, year)
    of_measures = measure_checks(snapshot, year)
    held: dict[str, Readiness] = {}
    for kind in DOCUMENTS:
        found = (
            *paper_findings(snapshot, year, kind),
            *(_of_measures(snapshot, year, kind, read) if kind.paper else ()),
            *element_findings(context_of(snapshot, year, kind), kind),
            *of_scores(kind.id),
            *of_texts(kind),
            *of_measures(kind),
            *(_of_parts(snapshot, year, kind, held) if kind.bundle else ()),
        )
        held[kind.id] = Readiness(kind, *parted(snapshot, found))
    return tuple(held.values())


def all_findings(documents: tuple[Readiness, ...]) -> tuple[Finding, ...]:
    """Everything found about any document, each once, in form order; that a part of a volume is
    not ready is told by the part itself."""
    found = dict.fromkeys(finding for one in documents for finding in one.findings)
    return tuple(one for one in found if one.code != PART_NOT_READY)


def _of_measures(
    snapshot: Snapshot, year: YearWork, kind: DocumentKind, read: tuple[Finding, ...]
) -> Iterator[Finding]:
    """What a table of measures lacks, and what of it could not be read. What must be mended is
    asked only for columns that the table has."""
    needs = needs_of(snapshot, year, kind.id)
    context = context_of(snapshot, year, kind)
    yield from measures_missing(context.measures, needs, context.setup.round)
    yield from no_measures(snapshot, year)
    for finding in read:
        if finding.severity is not Severity.MUST_MEND or needs.asks(finding.field):
            yield finding
    yield from used_layout_findings(snapshot, year, kind.id)


def _of_parts(
    snapshot: Snapshot, year: YearWork, kind: DocumentKind, held: Mapping[str, Readiness]
) -> Iterator[Finding]:
    """The parts of a volume that are not ready."""
    for part in bound_documents(setup_of(snapshot, year, kind.id)):
        if missing := held[part.id].missing:
            yield noted(
                Severity.MUST_MEND,
                PART_NOT_READY,
                f"“{part.short_title}” ในเล่มยังมีที่ต้องแก้ไข {missing} รายการ",
                "เปิดเอกสารฉบับนั้นเพื่อดูว่าต้องแก้ไขอะไร",
                DocumentSetup.of(year.id, part.id).id,
            )
