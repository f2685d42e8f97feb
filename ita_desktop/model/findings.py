"""What a careful reader would point at: a value, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """ต้องแก้ไข / ควรตรวจดู / ข้อสังเกต"""

    MUST_MEND = "E"
    LOOK_AT = "W"
    NOTE = "I"

    @property
    def label(self) -> str:
        """The severity in words."""
        return {"E": "ต้องแก้ไข", "W": "ควรตรวจดู", "I": "ข้อสังเกต"}[self.value]


@dataclass(frozen=True, slots=True)
class Repair:
    """What mends a finding: one whole passage of its field as it stands, and as it should be.

    A passage is the text of the field, or of one item in it.
    """

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: what is wrong, what to do, and the record and field where it stands."""

    severity: Severity
    code: str
    """Stable name of the rule, e.g. ``missing-timeline``."""
    problem: str
    remedy: str = ""
    record_id: str = ""
    field: str = ""
    repair: Repair | None = None
