"""What the hand does with a year's evidence: bring pictures in, put them in order, take them off.

Every act is one undoable edit.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ita_desktop.errors import UserError
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.evidence import evidence_of
from ita_desktop.model.ids import Id
from ita_desktop.model.ranks import rank_at_end, rank_behind, rank_between
from ita_desktop.model.records import Evidence, YearWork
from ita_desktop.session.intake.incoming import Incoming
from ita_desktop.session.papers.pictures import forget_unused, keep_picture
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai


@dataclass(frozen=True, slots=True)
class Brought:
    """Pictures kept in the file for records to hold, and what was wrong with the others.

    ``before`` and ``after`` are the bytes of all the kept ones as they came and as they are kept.
    """

    digests: tuple[str, ...]
    problems: tuple[UserError, ...] = ()
    before: int = 0
    after: int = 0

    @property
    def saved_words(self) -> str:
        """``ย่อจาก ๓๒.๔ เหลือ ๒.๑ เมกะไบต์``; empty where next to nothing was saved."""
        if self.before - self.after < 100_000:
            return ""
        return to_thai(f"ย่อจาก {self.before / 1e6:,.1f} เหลือ {self.after / 1e6:,.1f} เมกะไบต์")


def bring_photos(
    session: Session,
    sources: Sequence[Incoming],
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] = lambda _done: None,
) -> Brought:
    """Make photographs upright and small and keep them; may be called from another thread.

    What cannot be read is told in ``problems``; UserError where the office file cannot be written.
    ``progress`` is told how many are done.
    """
    from ita_desktop.render.incoming.photos import MOST_BYTES, ready_photo

    forget_unused(session)
    digests: list[str] = []
    problems: list[UserError] = []
    before = after = 0
    for done, source in enumerate(sources, start=1):
        if cancelled():
            break
        try:
            ready = ready_photo(source.read(MOST_BYTES), source.name)
        except UserError as problem:
            problems.append(problem)
        else:
            digests.append(keep_picture(session, ready.data))
            before, after = before + ready.before, after + len(ready.data)
        progress(done)
    return Brought(tuple(digests), tuple(problems), before, after)


def add_evidence(
    session: Session,
    year: YearWork,
    digests: Sequence[str],
    *,
    measure_id: Id = "",
    behind: Evidence | None = None,
) -> tuple[Evidence, ...]:
    """Pictures of a measure, or of none, behind one that stands there or at the end."""
    ranks = _ranks(session, year.id)
    last = behind.rank if behind is not None else max(ranks, default="")
    made: list[Evidence] = []
    for digest in digests:
        last = rank_behind(last, ranks) if ranks else rank_at_end(last)
        ranks = sorted((*ranks, last))
        made.append(
            Evidence(
                id=session.new_id(),
                year_id=year.id,
                rank=last,
                picture=digest,
                measure_id=measure_id,
            )
        )
    if made:
        session.add(*made, name=to_thai(f"เพิ่มภาพหลักฐาน {len(made)} ภาพ"))
    return tuple(made)


def move_evidence(session: Session, ids: Sequence[Id], anchor: Evidence, *, before: bool) -> None:
    """Put pictures right before or behind another one; they become of its measure."""
    snapshot = session.snapshot
    moved = [one for one in evidence_of(snapshot, anchor.year_id) if one.id in ids]
    ranks = _ranks(session, anchor.year_id, without=ids)
    if anchor.id in ids or not moved:
        return
    last = anchor.rank
    if before:
        last = max((one for one in ranks if one < anchor.rank), default="")
    changes: list[Change] = []
    for one in moved:
        following = next((rank for rank in ranks if rank > last), "")
        last = rank_between(last, following) if following else rank_at_end(last)
        ranks = sorted((*ranks, last))
        placed = dataclasses.replace(one, rank=last, measure_id=anchor.measure_id)
        changes.append(Change(one, placed))
    session.commit(Edit(f"ย้ายลำดับ{Evidence.TITLE}", tuple(changes)))


def step_evidence(
    session: Session, shown: Sequence[Evidence], ids: Sequence[Id], step: int
) -> bool:
    """Move pictures one place up (-1) or down (1) among those shown; False at the end of them.

    At the edge of its measure a picture goes over to the measure next to it.
    """
    places = [place for place, one in enumerate(shown) if one.id in ids]
    if not places:
        return False
    edge = places[0] if step < 0 else places[-1]
    if not 0 <= edge + step < len(shown):
        return False
    anchor = shown[edge + step]
    same = anchor.measure_id == shown[edge].measure_id
    move_evidence(session, ids, anchor, before=same if step < 0 else not same)
    return True


def remove_evidence(session: Session, records: Sequence[Evidence]) -> None:
    """Take pictures off; what they show stays in the file as long as undoing may want it."""
    count = f" {len(records)} ภาพ" if len(records) > 1 else ""
    session.remove(*records, name=to_thai(f"ลบ{Evidence.TITLE}{count}"))


def _ranks(session: Session, year_id: Id, without: Sequence[Id] = ()) -> list[str]:
    """The rising ranks of the year's pictures, whatever their measures."""
    found = session.snapshot.each(Evidence)
    return sorted(one.rank for one in found if one.year_id == year_id and one.id not in without)
