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
class Spot:
    """Where the wrong words stand: in which passage of the field, from character ``start`` up to
    ``end``.

    A passage is the whole text of the field, or of one item in it, exactly as it stands. Passages
    that say the same are marked alike.
    """

    passage: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The wrong words exactly as they stand."""
        return self.passage[self.start : self.end]

    @staticmethod
    def whole(passage: str) -> Spot | None:
        """All of a passage; None where it is empty."""
        return Spot(passage, 0, len(passage)) if passage else None


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
    spot: Spot | None = None
    """Where the words stand, where the finding is about words of a text."""

    @property
    def words(self) -> str:
        """The wrong words exactly as they stand in the field, or ""."""
        return self.spot.words if self.spot else ""

    @property
    def right_words(self) -> str | None:
        """What the repair puts in the place of the wrong words; None without a repair."""
        if self.repair is None:
            return None
        spot, new = self.spot, self.repair.new
        if spot is None or spot.passage != self.repair.old:
            return new
        return new[spot.start : len(new) - (len(spot.passage) - spot.end)]
