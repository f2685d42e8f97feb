"""How the form of a measure is grouped, and what is said below its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ita_desktop.checks.measures.completeness import Needs, measure_findings
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import Measure, Record
from ita_desktop.model.values import Status
from ui.widgets.editors.completing_editor import CompletingEditor, indicator_offers, issue_offers
from ui.widgets.forms.form import FormPlan, Group

GROUPS = (
    Group("", ("title", "sub_measures")),
    Group("การดำเนินการ", ("steps", "guideline", "responsible", "timeline", "monitoring")),
    Group("ผลการดำเนินการ", ("status", "status_reason", "results", "outputs", "outcomes")),
    Group("ข้อเสนอแนะและหมายเหตุ", ("recommendations", "note")),
    Group("ที่มาจากผลการประเมิน", ("tool", "indicator", "issue", "references")),
)


def measure_plan(
    needs: Callable[[], Needs],
    manage_own: Callable[[], object],
) -> FormPlan:
    """The plan of a measure's form; ``needs`` gives what the document in hand asks, ``manage_own``
    leads to where the office adds fields of its own."""

    def found(record: Record) -> Iterable[Finding]:
        if not isinstance(record, Measure):
            return ()
        return measure_findings(record, needs())

    return FormPlan(
        groups=GROUPS,
        shown_when={"status_reason": _has_reason},
        findings=found,
        manage_own=manage_own,
        makers={
            "issue": lambda field: CompletingEditor(field, issue_offers),
            "indicator": lambda field: CompletingEditor(field, indicator_offers),
        },
    )


def _has_reason(measure: Any) -> bool:
    return measure.status is Status.CANNOT or bool(measure.status_reason)
