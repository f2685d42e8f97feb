"""An office file opened to work on, or only to read while somebody else works on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.session.opening import open_to_read, open_to_work
from ita_desktop.session.safety.recovered import Recovered, recovered_in
from ita_desktop.session.session import Session
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage.faults import changed
from ita_desktop.storage.holder import Held, Holding, Unholdable, hold, take_over
from ita_desktop.storage.returned import is_sent_copy

COPY_TO_READ = "สำเนาเพื่ออ่าน"
"""Why a copy that was sent cannot be changed before its review is begun."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open session and how the file is ours: ``held`` is who has it, where somebody has;
    ``why_read_only`` says in Thai why nothing can be changed, or is empty; ``recovered`` what is
    to be told where the program was cut off the last time."""

    session: Session
    holding: Holding | None = None
    held: Held | None = None
    why_read_only: str = ""
    recovered: Recovered | None = None

    def touch(self) -> None:
        """Show other computers that somebody is still at work here."""
        if self.holding is not None:
            self.holding.touch()

    def close(self) -> None:
        """Write what waits, let go of the file, let others have it."""
        self.session.close()
        if self.holding is not None:
            self.holding.release()


def open_or_read(path: Path, *, take: bool = False, review: bool = False, who: str = "") -> Opened:
    """Open a file to work on; to read only where somebody holds it or it cannot be written.

    A copy that was sent is opened to read too, and untouched, unless it is to be reviewed.
    ``take`` takes a file over from whoever is noted beside it: only after the clerk was asked.
    ``who`` is written into the history. Raises UserError where it cannot be opened at all.
    """
    if not path.exists():
        return Opened(open_to_work(path))  # says what is missing
    if not review and is_sent_copy(path):
        return Opened(open_to_read(path), why_read_only=COPY_TO_READ)
    answer = take_over(path) if take else hold(path)
    if isinstance(answer, Held):
        return Opened(open_to_read(path), held=answer, why_read_only=_held_text(answer))
    if isinstance(answer, Unholdable):
        return Opened(open_to_read(path), why_read_only="แฟ้มงานอยู่ในที่ที่เขียนไม่ได้")
    try:
        session = open_to_work(path, who=who)
        try:
            recovered = recovered_in(session.store, answer.dead)
        except UserError:
            session.close()
            raise
        why = changed(path).problem if session.doubted else ""
        return Opened(session, holding=answer, why_read_only=why, recovered=recovered)
    except UserError as refused:
        answer.release()
        try:
            return Opened(open_to_read(path), why_read_only=refused.problem)
        except UserError:
            raise refused from None
    except BaseException:
        answer.release()
        raise


def _held_text(held: Held) -> str:
    if held.by is None:
        return "มีโปรแกรมอื่นกำลังใช้แฟ้มงานนี้"
    who = held.by.user or "ผู้ใช้อื่น"
    told = f"{who} กำลังใช้แฟ้มงานนี้ที่เครื่อง {held.by.computer}"
    try:
        return f"{told} ตั้งแต่ {spoken_time(datetime.fromisoformat(held.by.since))}"
    except (ValueError, OverflowError, OSError):  # a note of somebody's own making
        return told
