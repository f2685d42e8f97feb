"""Whether what was typed is safe: what the status bar says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ita_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class SaveState:
    """``waiting`` edits not yet in the file, when the last one got there, and what hinders."""

    waiting: int = 0
    saved: datetime | None = None
    problem: UserError | None = None

    @property
    def safe(self) -> bool:
        """Everything typed is in the file."""
        return self.waiting == 0 and self.problem is None


def unforeseen(problem: Exception) -> UserError:
    """What to say where writing failed for a reason that nobody thought of."""
    return UserError(
        f"บันทึกลงแฟ้มงานไม่ได้ ({problem})", "สิ่งที่พิมพ์ยังอยู่บนจอ กดปุ่ม “ลองอีกครั้ง” หรือบันทึกสำเนาเป็นแฟ้มใหม่"
    )
