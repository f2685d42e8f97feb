"""Findings left as they are, with a reason: kept in the file, told apart, taken back."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.model.findings import Finding
from ita_desktop.model.records import LeftFinding
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.session import Session

_NEVER = ("missing-", "no-", "unread-", "part-")
"""How rules begin whose findings cannot be left: what is empty or unread stays so until filled."""


def may_be_left(finding: Finding) -> bool:
    """Whether the office may leave it as it is: what stands in a record and may be meant so."""
    return bool(finding.record_id) and not finding.code.startswith(_NEVER)


def left_as(snapshot: Snapshot, finding: Finding) -> LeftFinding | None:
    """How a finding was left, or None where it was not."""
    if not snapshot.tables[LeftFinding]:
        return None
    return snapshot.get(LeftFinding, _key(finding))


def parted(
    snapshot: Snapshot, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that are open, and those that were left."""
    found = tuple(dict.fromkeys(findings))
    if not snapshot.tables[LeftFinding]:
        return found, ()
    left = tuple(one for one in found if left_as(snapshot, one) is not None)
    return tuple(one for one in found if one not in left), left


def leave(session: Session, finding: Finding, reason: str, who: str) -> None:
    """Leave a finding as it is, as one edit. Raises UserError where the file is read only."""
    session.add(
        LeftFinding(
            id=_key(finding),
            rule=finding.code,
            about_id=finding.record_id,
            field=finding.field,
            problem=finding.problem,
            reason=reason.strip(),
            who=who,
            left=session.clock().date(),
        ),
        name="ปล่อยสิ่งที่ตรวจพบไว้",
    )


def take_back(session: Session, finding: Finding) -> None:
    """Tell of a finding again that was left. Raises UserError where the file is read only."""
    held = left_as(session.snapshot, finding)
    if held is not None:
        session.remove(held, name="กลับมาตรวจสิ่งที่ปล่อยไว้")


def _key(finding: Finding) -> str:
    return LeftFinding.key(finding.code, finding.record_id, finding.field, finding.problem)
