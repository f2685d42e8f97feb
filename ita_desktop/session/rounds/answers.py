"""Filled requests taken back: what they bring to the reports of a round, as one edit.

What a division filled in goes into empty fields, and over what the same division sent before. Where
somebody else has told something meanwhile, both are put together, and said so before it is done.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.errors import UserError
from ita_desktop.exchange.requests.reading import (
    RequestReading,
    is_request,
    read_request,
)
from ita_desktop.exchange.workbook.bad_cells import BadCell
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.ids import Id
from ita_desktop.model.merging import Proposal
from ita_desktop.model.records import Measure, RoundReport
from ita_desktop.model.rounds import round_of
from ita_desktop.session.intake.workbooks import read_workbook
from ita_desktop.session.review.merge_views import ProposalGroup
from ita_desktop.session.rounds.drafts import Draft
from ita_desktop.session.rounds.states import round_name
from ita_desktop.session.session import Session, read_only_error
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.lists import joined


@dataclass(frozen=True, slots=True)
class Refused:
    """A workbook, or a cell of one, that cannot be taken over as it is: what is wrong, what to do,
    and where."""

    file: str
    problem: str
    remedy: str
    cell: BadCell | None = None

    @property
    def words(self) -> str:
        """The whole of it on one line."""
        told = self.cell.words if self.cell else f"{self.problem} — {self.remedy}"
        return f"{self.file}: {told}"


@dataclass(frozen=True, slots=True)
class Answers:
    """What filled requests would bring; nothing is brought while anything is ``refused``."""

    paths: tuple[Path, ...]
    readings: tuple[RequestReading, ...]
    refused: tuple[Refused, ...]
    groups: tuple[ProposalGroup, ...] = ()
    riders: Mapping[Id, Mapping[str, Any]] = field(default_factory=dict)
    """Who sent a report in, and when: it goes with whatever is accepted of the report."""

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Every field that would be filled or changed."""
        return tuple(view.proposal for group in self.groups for view in group.views)

    @property
    def colliding(self) -> int:
        """How many fields somebody else has filled already."""
        return sum(one.collides for one in self.proposals)

    @property
    def rounds(self) -> str:
        """``รอบ ๖ เดือน ปี ๒๕๖๙``"""
        told = dict.fromkeys(
            f"{round_name(one.mark.month)} ปี {one.mark.action_year}" for one in self.readings
        )
        return to_thai(joined(list(told)))

    @property
    def senders(self) -> str:
        """The divisions that sent them."""
        return joined(list(dict.fromkeys(one.mark.division for one in self.readings)))

    @property
    def counts_words(self) -> str:
        """``มีผลใหม่ ๓ มาตรการ · แก้จากเดิม ๑ มาตรการ``"""
        new = sum(all(one.proposal.ours is None for one in each.views) for each in self.groups)
        changed = len(self.groups) - new
        parts = (
            f"มีผลใหม่ {new} มาตรการ" if new else "",
            f"ต่างจากที่มีอยู่ {changed} มาตรการ" if changed else "",
            f"มีมากกว่าหนึ่งฝ่ายกรอก {self.colliding} ช่อง จะรวมไว้ด้วยกัน" if self.colliding else "",
        )
        return to_thai(" · ".join(filter(None, parts))) or "ไม่มีอะไรใหม่ แฟ้มงานมีครบแล้ว"


def is_request_file(path: Path) -> bool:
    """Whether a file is a request to be filled in. Raises UserError where it cannot be read."""
    return is_request(read_workbook(path))


def plan_answers(session: Session, paths: Sequence[Path]) -> Answers:
    """What filled requests would bring, all that cannot be taken over told at once.

    Touches nothing, and may be called from another thread while the session rests.
    """
    snapshot = session.snapshot
    readings: list[RequestReading] = []
    refused: list[Refused] = []
    for path in paths:
        try:
            found = _checked(session, read_request(read_workbook(path), snapshot))
        except UserError as problem:
            refused.append(Refused(path.name, problem.problem, problem.remedy))
            continue
        readings.append(found)
        refused += (Refused(path.name, one.problem, one.remedy, one) for one in found.bad)
    if refused:
        return Answers(tuple(paths), tuple(readings), tuple(refused))
    drafts: dict[Id, Draft] = {}
    for reading in readings:
        for answer in reading.answers:
            key = RoundReport.key(answer.measure.id, reading.mark.month)
            draft = drafts.setdefault(key, Draft(snapshot, answer, reading.mark.month))
            draft.take(answer, reading)
    today = session.clock().date()
    names = RecordNames(snapshot)
    order = {one.id: place for place, one in enumerate(snapshot.of(Measure))}
    placed = sorted(drafts.values(), key=lambda one: order[one.measure.id])
    groups = [one for draft in placed if (one := draft.group(names)).views]
    riders = {key: draft.riders(today) for key, draft in drafts.items()}
    return Answers(tuple(paths), tuple(readings), (), tuple(groups), riders)


def take_answers(
    session: Session, found: Answers, accepted: Iterable[Proposal] | None = None
) -> Edit:
    """Take over what was accepted, all of it by default, as one edit; the edit made.

    Raises UserError where the file is read-only, or something is refused.
    """
    if session.read_only:
        raise read_only_error()
    if found.refused:
        raise refused_error(found)
    reports: dict[Id, RoundReport] = {}
    for one in found.proposals if accepted is None else accepted:
        report = reports.get(one.record_id)
        if report is None:
            held = one.ours or one.theirs
            assert isinstance(held, RoundReport) and one.field is not None
            fresh = RoundReport.of(held.measure_id, held.month)
            start = held if one.ours is not None else fresh
            report = dataclasses.replace(start, **found.riders.get(one.record_id, {}))
        assert one.field is not None
        reports[one.record_id] = dataclasses.replace(report, **{one.field.name: one.merged})
    changes = tuple(
        Change(session.snapshot.get(RoundReport, one.id), one) for one in reports.values()
    )
    edit = Edit(f"รับผล{found.rounds}จาก{found.senders}", changes)
    session.commit(edit)
    return edit


def refused_error(found: Answers) -> UserError:
    """Why filled requests are not taken over."""
    count = len(found.refused)
    return UserError(
        to_thai(f"แบบรายงานที่ส่งกลับมีเรื่องต้องแก้ {count} เรื่อง จึงยังไม่ได้รับเข้าแม้แต่มาตรการเดียว"),
        "แก้ทุกเรื่องตามรายการ บันทึก แล้วนำเข้าใหม่พร้อมกัน",
    )


def _checked(session: Session, reading: RequestReading) -> RequestReading:
    """The reading, where it is of this file and of a round in use. Raises UserError."""
    mark, snapshot = reading.mark, session.snapshot
    if mark.lineage != session.store.facts.lineage and not reading.answers:
        raise UserError(
            f"แบบรายงานนี้ทำจากแฟ้มงานอื่น ({mark.office or 'ไม่ทราบหน่วยงาน'}) ไม่ใช่แฟ้มที่เปิดอยู่",
            "เปิดแฟ้มงานที่ใช้ทำแบบขอผล แล้วนำเข้าใหม่",
        )
    [year] = [one for one in snapshot.years if one.action_year == mark.action_year]
    if not round_of(snapshot, year, mark.month).used:
        raise UserError(
            to_thai(f"แฟ้มงานนี้ไม่ได้ใช้{round_name(mark.month)} ในปีงบประมาณ {mark.action_year}"),
            "เปิดใช้รอบนี้ใน “ตั้งรอบการรายงาน” ก่อน หรือให้สำนัก/กองกรอกแบบของรอบที่ใช้",
        )
    return reading
