"""A rescue as it is told: what came through, what is lost, what a backup has more or less."""

from __future__ import annotations

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.model.records import RECORDS, SentCopy
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.safety.difference_words import HOLDS, differences_words
from ita_desktop.session.safety.rescuing import LostPart, Rescue
from ita_desktop.session.safety.restoring import Looked
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.lists import joined

_MOST_NAMED = 20


def held_words(snapshot: Snapshot) -> str:
    """How many records there are of each kind, in one line."""
    counts = ((kind.TITLE, len(snapshot.tables[kind])) for kind in RECORDS if kind is not SentCopy)
    return to_thai(", ".join(f"{title} {count}" for title, count in counts if count))


def rescued_words(rescue: Rescue) -> str:
    """What the new file holds."""
    told = f"กู้ข้อมูลได้: {held_words(rescue.snapshot)}"
    if rescue.again:
        told += to_thai(f" · ในจำนวนนี้ {rescue.again} รายการสร้างคืนจากประวัติการแก้ไข")
    return told


def lost_words(rescue: Rescue) -> tuple[str, ...]:
    """One line for each loss; empty where nothing is known to be lost."""
    names = RecordNames(rescue.snapshot)
    return tuple(line for part in rescue.lost for line in _part(part, rescue.snapshot, names))


def nearest_words(looked: Looked, rescue: Rescue | None) -> str:
    """What the nearest backup holds, or how the rescued file differs from it."""
    if rescue is None:
        return f"มี{held_words(looked.snapshot)}"
    if not looked.since:
        return "เหมือนกับข้อมูลที่กู้ได้ทุกรายการ"
    return f"เมื่อเทียบกับแฟ้มสำรองนี้ ในแฟ้มที่กู้ได้ {differences_words(looked.since, HOLDS)}"


def _part(part: LostPart, snapshot: Snapshot, names: RecordNames) -> list[str]:
    lines: list[str] = []
    if part.gone:
        lines.append(f"{part.title}: หายไป {part.gone} รายการ")
    if part.unread:
        lines.append(f"{part.title}: อ่านไม่ได้ {part.unread} ส่วน ซึ่งอาจมีข้อมูลอยู่")
    for record_id, labels in part.fields[:_MOST_NAMED]:
        record = snapshot.find(record_id)
        name = names.of(record) if record is not None else part.title
        lines.append(f"{name}: ช่อง{joined(labels)}ว่างหรือไม่ครบ")
    if len(part.fields) > _MOST_NAMED:
        more = len(part.fields) - _MOST_NAMED
        lines.append(f"{part.title}: ยังมีอีก {more} รายการที่บางช่องว่างหรือไม่ครบ")
    return [to_thai(line) for line in lines]
