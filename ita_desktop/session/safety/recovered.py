"""What is told at the next start after the program was cut off: nothing that was saved is lost."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage.history import HistoryEntry
from ita_desktop.storage.holder import Holder
from ita_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Recovered:
    """The program ended in the middle of its work.

    ``undone``: a write was cut off halfway, and was undone. ``ended`` is who had the file then,
    where that is known, ``last`` the last edit that is in the file.
    """

    undone: bool
    ended: Holder | None
    last: HistoryEntry | None

    @property
    def sentence(self) -> str:
        """What the clerk is told."""
        told = "ครั้งก่อนโปรแกรมถูกปิดกลางคัน งานที่ขึ้นว่าบันทึกแล้วยังอยู่ครบ"
        if self.undone:
            told += " ส่วนที่กำลังบันทึกค้างอยู่ถูกยกเลิก เพื่อไม่ให้แฟ้มเสียหาย"
        if self.last is not None and not self.last.unread:
            told += f" รายการสุดท้ายที่บันทึกคือ “{self.last.name}” เมื่อ {spoken_time(self.last.when)}"
        return f"{told} โปรดดูว่าข้อความสุดท้ายที่พิมพ์อยู่ครบ"


def recovered_in(store: Store, dead: Holder | None) -> Recovered | None:
    """What to tell about a file just opened; None where the last work on it ended well."""
    if not store.recovered and dead is None:
        return None
    newest = store.history(1)
    return Recovered(store.recovered, dead, newest[0] if newest else None)
