"""Findings in the window's words: Thai digits, codes and what is quoted as they are."""

from __future__ import annotations

from ita_desktop.model.findings import Finding, Repair, Severity, Spot
from ita_desktop.thai.digits import to_thai_but_quoted


def noted(
    severity: Severity,
    code: str,
    problem: str,
    remedy: str = "",
    record_id: str = "",
    field: str = "",
    repair: Repair | None = None,
    spot: Spot | None = None,
) -> Finding:
    """A finding, its two sentences in Thai digits; what they quote stays as it was typed."""
    return Finding(
        severity,
        code,
        to_thai_but_quoted(problem),
        to_thai_but_quoted(remedy),
        record_id,
        field,
        repair,
        spot,
    )
