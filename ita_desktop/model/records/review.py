"""What is said of records: comments of who read them, findings left as they are, what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ita_desktop.model.fields import attachment, day, flag, long_text, text
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """ความเห็นของผู้ตรวจ on a record, or on one field of it.

    ``about`` is the table of the record and ``about_id`` its id; an empty ``field`` means the whole
    record, an empty ``about_id`` the whole file. A comment outlives what it is about.
    """

    TABLE: ClassVar[str] = "comment"
    TITLE: ClassVar[str] = "ความเห็นของผู้ตรวจ"

    about: str = text("ชนิดข้อมูล", shown=False)
    about_id: str = text("ข้อมูล", shown=False)
    field: str = text("ช่อง", shown=False)
    author: str = text("ผู้ให้ความเห็น", shown=False)
    written: date | None = day("วันที่ให้ความเห็น", shown=False)
    words: str = long_text("ความเห็น")
    answer: str = long_text("คำชี้แจง")
    settled: bool = flag("จัดการแล้ว")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftFinding(Record):
    """สิ่งที่ตรวจพบและปล่อยไว้, with the reason why.

    Keyed by the rule, the record, the field and what was said of it: once the words change, what is
    found anew is told again.
    """

    TABLE: ClassVar[str] = "left_finding"
    TITLE: ClassVar[str] = "สิ่งที่ตรวจพบและปล่อยไว้"

    rule: str = text("กฎการตรวจ", shown=False)
    about_id: str = text("ข้อมูล", shown=False)
    field: str = text("ช่อง", shown=False)
    problem: str = long_text("สิ่งที่ตรวจพบ", shown=False)
    reason: str = long_text("เหตุผลที่ปล่อยไว้")
    who: str = text("ผู้ปล่อยไว้", shown=False)
    left: date | None = day("วันที่ปล่อยไว้", shown=False)

    @staticmethod
    def key(rule: str, about_id: Id, field: str, problem: str) -> Id:
        """The id of what is left of one rule in one field."""
        return key_id("left", rule, about_id, field, problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCopy(Record):
    """สำเนาที่ส่งไป: what was sent to whom, so that what comes back can be compared with it.

    ``state`` is the SHA-256 of the records as they were sent (see :mod:`ita_desktop.model.states`),
    kept with the sender only; ``fingerprint`` that of the copy's content.
    """

    TABLE: ClassVar[str] = "sent_copy"
    TITLE: ClassVar[str] = "สำเนาที่ส่งไป"

    sent: date | None = day("วันที่ส่ง")
    receiver: str = text("ส่งถึง")
    file_name: str = text("ชื่อแฟ้ม", shown=False)
    fingerprint: str = text("ลายนิ้วมือของเนื้อหา", shown=False)
    state: str = attachment("ข้อมูลที่ส่ง", shown=False)
