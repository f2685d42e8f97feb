"""What a picture of evidence still lacks."""

from __future__ import annotations

from ita_desktop.checks.measures.completeness import is_empty
from ita_desktop.model.fields import fields_of
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Evidence


def evidence_findings(one: Evidence) -> tuple[Finding, ...]:
    """Fields of one picture that the document of evidence needs and that are empty."""
    return tuple(
        Finding(
            Severity.MUST_MEND,
            f"missing-{field.name}",
            f"ยังไม่มี{field.label}",
            f"กรอก{field.label}",
            one.id,
            field.name,
        )
        for field in fields_of(Evidence)
        if "evidence" in field.needed and is_empty(field, getattr(one, field.name))
    )
