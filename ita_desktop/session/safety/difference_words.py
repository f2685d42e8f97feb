"""What differs between two states of the work, counted in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ita_desktop.model.differences import Difference
from ita_desktop.thai.digits import to_thai

Verbs: TypeAlias = tuple[str, str, str]
"""What is said of records that the second state alone has, of changed ones, and of those it lacks.
"""

HAPPENED: Verbs = ("เพิ่ม", "แก้ไข", "ลบ")
"""What was done between two states."""

HOLDS: Verbs = ("มีเพิ่ม", "ต่างกัน", "ขาดไป")
"""What one file holds beside another."""


def difference_words(one: Difference, verbs: Verbs = HAPPENED) -> str:
    """``เพิ่ม ๒ · แก้ไข ๑ · ลบ ๓``: how many records of a kind differ, and how."""
    parts = zip(verbs, (one.added, one.changed, one.removed), strict=True)
    return to_thai(" · ".join(f"{word} {len(found)}" for word, found in parts if found))


def differences_words(found: Iterable[Difference], verbs: Verbs = HAPPENED) -> str:
    """All kinds in one line: ``มาตรการ เพิ่ม ๒ · แก้ไข ๑, บุคลากร ลบ ๓``."""
    return ", ".join(f"{one.kind.TITLE} {difference_words(one, verbs)}" for one in found)
