"""What every record is: an id of its own, and declared fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ita_desktop.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What an office file holds one row of: an id of its own, and declared fields."""

    TABLE: ClassVar[str]
    TITLE: ClassVar[str]

    id: Id
