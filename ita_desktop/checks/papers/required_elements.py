"""What the year's ITA item requires of the plan and of the report: which fields prove it, and what
of it is still missing.

An item is scored all or nothing, so one missing element gives 0. The elements themselves stand in
the catalogue of the year of the assessment, each with its source and whether it is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ita_desktop.checks.measures.completeness import RequiredField, in_round, no_measures
from ita_desktop.checks.noting import noted
from ita_desktop.checks.scores.analysis import analysis_findings
from ita_desktop.checks.scores.sums import no_scores
from ita_desktop.documents.columns import printed_fields
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.catalogue import item_codes, required_of
from ita_desktop.model.fields import field_of
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import IssueAnalysis, Measure, RequiredElement, Score
from ita_desktop.model.values import PaperKind
from ita_desktop.thai.lists import joined

UNCONFIRMED = "องค์ประกอบนี้ยังไม่ได้ตรวจกับคู่มือการประเมิน"
"""What is said of an element that no text confirms."""

_MOST_NAMED = 6
"""Codes that one finding names; of more it says how many."""


@dataclass(frozen=True, slots=True)
class OfMeasures:
    """Proven where every measure has one of these ``fields`` filled and the table prints it. While
    the field ``first`` is empty, only that is asked for."""

    fields: tuple[str, ...]
    first: str = ""

    @property
    def asked_anyway(self) -> bool:
        """Whether every plan and report asks for the field, so that its being empty is told."""
        return bool(field_of(Measure, self.fields[0]).needed)

    def required(self, why: str) -> RequiredField:
        """What each measure is asked for, in the very words in which it may be asked anyway."""
        return RequiredField(self.fields, self.first, "" if self.asked_anyway else why)


@dataclass(frozen=True, slots=True)
class OfAnalyses:
    """Proven where every issue of last year's result is analysed; ``scored``: and has the scores
    of its questions."""

    scored: bool = False


Proof = OfMeasures | OfAnalyses

PROOFS: Mapping[tuple[PaperKind, str], Proof] = MappingProxyType(
    {
        (PaperKind.PLAN, "analysis"): OfAnalyses(),
        (PaperKind.PLAN, "by-issue"): OfAnalyses(scored=True),
        (PaperKind.PLAN, "steps"): OfMeasures(("steps",)),
        (PaperKind.PLAN, "responsible"): OfMeasures(("responsible",)),
        (PaperKind.PLAN, "timeline"): OfMeasures(("timeline",)),
        (PaperKind.PLAN, "monitoring"): OfMeasures(("monitoring",)),
        (PaperKind.REPORT, "measure"): OfMeasures(("title", "sub_measures")),
        (PaperKind.REPORT, "results"): OfMeasures(("results",)),
        (PaperKind.REPORT, "outcomes"): OfMeasures(("outcomes", "outputs"), first="results"),
    }
)
"""What proves an element, by its paper and its slug in the catalogue. An element that does not
stand here, such as one the office has added, has to be looked for by a person."""


@dataclass(frozen=True, slots=True)
class ElementState:
    """One required element in a document: ``missing`` is what it lacks, ``held`` of ``wanted``
    measures or issues have it. ``checked`` is False where only a person can tell."""

    element: RequiredElement
    item: str
    """The OIT item that asks for it (``O25``); empty where that is not known."""
    missing: tuple[Finding, ...] = ()
    held: int = 0
    wanted: int = 0
    counted: str = ""
    """What ``held`` and ``wanted`` count: มาตรการ or ประเด็น."""
    checked: bool = True


def element_states(context: Context, kind: DocumentKind) -> tuple[ElementState, ...]:
    """Every element that the item of a document requires in the year of its assessment, in the
    order declared above; none for a document that is no item of its own."""
    return tuple(_state(context, element, item) for element, item in _required(context, kind))


def required_fields(context: Context, kind: DocumentKind) -> tuple[RequiredField, ...]:
    """The fields of a measure that the item of a document requires, beside those that every
    document of its kind asks for."""
    found = []
    for element, item in _required(context, kind):
        proof = _proof(element)
        if isinstance(proof, OfMeasures) and not proof.asked_anyway and _printed(context, proof):
            found.append(proof.required(_why(element, item)))
    return tuple(found)


def element_findings(context: Context, kind: DocumentKind) -> tuple[Finding, ...]:
    """What a document lacks of the elements that its item requires, but for fields of measures:
    those are found measure by measure."""
    found: dict[Finding, None] = {}
    for element, item in _required(context, kind):
        proof = _proof(element)
        if not isinstance(proof, OfMeasures) or not _printed(context, proof):
            found |= dict.fromkeys(_state(context, element, item).missing)
    return tuple(found)


def _required(context: Context, kind: DocumentKind) -> Iterator[tuple[RequiredElement, str]]:
    """The elements of a document's item in the order declared above, and the item's code."""
    if kind.paper is None:
        return
    item, elements = required_of(context.snapshot, context.year.assessment_year, kind.paper)
    order = [*PROOFS]

    def place(element: RequiredElement) -> tuple[int, str]:
        known = _proof(element) is not None
        return (order.index((element.paper, element.slug)) if known else len(order), element.slug)

    for element in sorted(elements, key=place):
        yield element, item


def _proof(element: RequiredElement) -> Proof | None:
    return PROOFS.get((element.paper, element.slug))


def _state(context: Context, element: RequiredElement, item: str) -> ElementState:
    match _proof(element):
        case OfMeasures() as proof:
            return _of_measures(context, element, item, proof)
        case OfAnalyses(scored):
            return _of_analyses(context, element, item, scored=scored)
    return ElementState(element, item, checked=False)


def _of_measures(
    context: Context, element: RequiredElement, item: str, proof: OfMeasures
) -> ElementState:
    if not _printed(context, proof):
        return ElementState(element, item, (_not_printed(context, element, item),))
    measures, month = context.measures, context.setup.round
    required = proof.required(_why(element, item))
    without = filter(None, (required.lacking(one) for one in measures))
    missing = tuple(in_round(one, month) for one in without)
    return ElementState(
        element,
        item,
        missing or no_measures(context.snapshot, context.year),
        len(measures) - len(missing),
        len(measures),
        "มาตรการ",
    )


def _printed(context: Context, proof: OfMeasures) -> bool:
    layout = context.layout
    return layout is None or bool(printed_fields(layout.columns) & set(proof.fields))


def _not_printed(context: Context, element: RequiredElement, item: str) -> Finding:
    return noted(
        Severity.MUST_MEND,
        "element-not-printed",
        f"แบบตารางที่ใช้ไม่มีคอลัมน์ที่แสดง{element.words}",
        f"เลือกแบบตารางอื่น หรือเพิ่มคอลัมน์{_why(element, item)}",
        context.setup.id,
        "layout",
    )


def _of_analyses(
    context: Context, element: RequiredElement, item: str, *, scored: bool
) -> ElementState:
    scores = context.scores
    issues = scores.catalogue.issues
    found = [
        one
        for one in analysis_findings(context.snapshot, context.year, scores)
        if one.code.startswith(("missing-", "no-"))
    ]
    lacking = {one.record_id for one in found}
    analyses = (IssueAnalysis.of(context.year.id, issue.number).id for issue in issues)
    held = [one for one in analyses if one not in lacking and context.snapshot.find(one)]
    if scored:
        found += _without_scores(context)
    return ElementState(element, item, tuple(found), len(held), len(issues), "ประเด็น")


def _without_scores(context: Context) -> list[Finding]:
    """Issues of whose questions some have no score; one finding in a year without any score."""
    scores = context.scores
    if not scores.typed:
        return [no_scores(scores)]
    found: list[Finding] = []
    for issue in scores.catalogue.issues:
        left = [code for code in item_codes(issue) if scores.value(code) is None]
        if left:
            named = joined(left[:_MOST_NAMED])
            more = f" และอีก {len(left) - _MOST_NAMED} ข้อ" if len(left) > _MOST_NAMED else ""
            found.append(
                noted(
                    Severity.MUST_MEND,
                    "missing-score",
                    f"ประเด็นที่ {issue.number} ยังไม่มีคะแนนของข้อ {named}{more}",
                    "กรอกในหน้าคะแนน ITA",
                    Score.of(scores.year, left[0]).id,
                    "value",
                )
            )
    return found


def _why(element: RequiredElement, item: str) -> str:
    """Why something has to be there, and whether that is confirmed; goes on behind a remedy."""
    asks = f" ข้อ {item} กำหนดให้มี" if item else " เป็นองค์ประกอบที่ต้องมี"
    return asks if element.certain else f"{asks} ({UNCONFIRMED})"
