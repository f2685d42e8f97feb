"""What came back, ready to be read and decided on: proposals by record, three values as words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.documents.value_words import held_words, record_text
from ita_desktop.model.ids import Id
from ita_desktop.model.merging import Act, Proposal
from ita_desktop.model.records import Record
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.review.bases import Base
from ita_desktop.session.review.returning import Returned
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai

NOT_THERE = "(ไม่มีรายการนี้)"
EMPTY = "(ว่าง)"


@dataclass(frozen=True, slots=True)
class ProposalView:
    """One proposal as words: ``was`` as it was sent (None where nobody knows), ``ours`` as it is
    here now, ``theirs`` as it came back."""

    proposal: Proposal
    label: str
    was: str | None
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class ProposalGroup:
    """The proposals about one record, under its name."""

    kind: type[Record]
    record_id: Id
    name: str
    views: tuple[ProposalView, ...]


def proposal_groups(
    ours: Snapshot, returned: Returned, found: Iterable[Proposal]
) -> tuple[ProposalGroup, ...]:
    """Proposals by record, in the order they were found."""
    sides = _Sides(returned.base.snapshot if returned.base else None, ours, returned.snapshot)
    groups: dict[tuple[type[Record], Id], list[Proposal]] = {}
    for one in found:
        groups.setdefault(one.key, []).append(one)
    return tuple(
        ProposalGroup(kind, record_id, sides.name(ones[0]), tuple(map(sides.view, ones)))
        for (kind, record_id), ones in groups.items()
    )


def base_words(base: Base | None) -> str:
    """To whom and when the copy was sent, or since when both sides differ."""
    if base is None:
        return "ไม่พบข้อมูลว่าเคยส่งอะไรไป จึงบอกไม่ได้ว่าใครแก้อะไร รายการที่ต่างกันทุกช่องให้เลือกเองว่าจะใช้ของใคร"
    if base.sent is not None:
        when = to_thai(f"เมื่อ {format_date(base.sent.sent)}") if base.sent.sent else ""
        receiver = f"ถึง {base.sent.receiver}" if base.sent.receiver else ""
        return " ".join(part for part in ("ส่งไป", receiver, when) if part)
    if base.parted is None:
        return "เป็นแฟ้มที่คัดลอกจากแฟ้มนี้ก่อนเริ่มแก้ไข"
    told = base.parted
    when = spoken_time(told) if isinstance(told, datetime) else to_thai(format_date(told))
    return f"เป็นแฟ้มที่คัดลอกจากแฟ้มนี้ สองแฟ้มเหมือนกันครั้งสุดท้ายเมื่อ {when}"


class _Sides:
    """The three snapshots, each with its own names."""

    def __init__(self, was: Snapshot | None, ours: Snapshot, theirs: Snapshot) -> None:
        self._was, self._ours, self._theirs = was, ours, theirs
        self._names_here, self._names_there = RecordNames(ours), RecordNames(theirs)

    def name(self, one: Proposal) -> str:
        if one.ours is not None:
            return self._names_here.of(one.ours)
        record = one.theirs or one.base
        return self._names_there.of(record) if record is not None else one.kind.TITLE

    def view(self, one: Proposal) -> ProposalView:
        if one.field is None:
            label = {Act.ADDED: "เพิ่มทั้งรายการ", Act.REMOVED: "ลบทั้งรายการ"}[one.act]
            if one.act is Act.ADDED and one.base is not None:
                label = "นำรายการที่ลบไปแล้วกลับมา"
        else:
            label = one.field.label
        was = self._words(self._was, one.base, one) if self._was is not None else None
        ours = self._words(self._ours, one.ours, one)
        return ProposalView(one, label, was, ours, self._words(self._theirs, one.theirs, one))

    def _words(self, side: Snapshot, record: Record | None, one: Proposal) -> str:
        if record is None:
            return NOT_THERE
        if one.field is None:
            return record_text(side, record) or EMPTY
        return held_words(side, record, one.field) or EMPTY
