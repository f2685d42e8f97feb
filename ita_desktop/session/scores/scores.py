"""What the hand does with scores: typed, pasted, cleared, a year added; each one undoable edit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import Score, ScoreYear, YearWork
from ita_desktop.model.score_names import score_name
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.scores.catalogues import bringing, bringing_for
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai

ScoreKey: TypeAlias = tuple[int, str]
"""Year (พ.ศ.) and code of a score."""


def set_scores(
    session: Session, values: Mapping[ScoreKey, Decimal | None], name: str = ""
) -> tuple[ScoreKey, ...]:
    """Give scores new values, None taking one away; those that changed.

    A year that gets its first score gets its catalogue in the same edit.
    """
    snapshot = session.snapshot
    changes: list[Change] = []
    changed: list[ScoreKey] = []
    for (year, code), value in values.items():
        after = Score.of(year, code, value) if value is not None else None
        before = snapshot.get(Score, Score.of(year, code).id)
        if after != before:
            changes.append(Change(before, after))
            changed.append((year, code))
    if changed:
        told = name or _name(changed, [one.after is None for one in changes])
        along = bringing(snapshot, *dict.fromkeys(year for year, _code in changed))
        session.commit(Edit(told, (*along, *changes)))
    return tuple(changed)


def _name(changed: list[ScoreKey], cleared: list[bool]) -> str:
    word = "ลบ" if all(cleared) else "กรอก"
    if len(changed) > 1:
        return to_thai(f"{word}คะแนน {len(changed)} ค่า")
    [(year, code)] = changed
    return f"{word}{score_name(code)} ปี {year}"


def shown_years(snapshot: Snapshot, work: YearWork) -> tuple[int, ...]:
    """The years (พ.ศ.) of which scores are shown, newest first: held ones, and the work's own."""
    held = {one.year for one in snapshot.each(Score)}
    held |= {one.year for one in snapshot.each(ScoreYear)}
    return tuple(sorted(held | {work.score_year}, reverse=True))


def add_score_year(session: Session, year: int) -> None:
    """Show another year (พ.ศ.), with its catalogue."""
    fresh = ScoreYear.of(year)
    if session.snapshot.get(ScoreYear, fresh.id) is None:
        along = bringing(session.snapshot, year)
        session.commit(Edit(f"เพิ่มปี {year}", (*along, Change(None, fresh))))


def remove_score_year(session: Session, year: int) -> int:
    """Take away all scores of a year and what was published of it; how many scores there were."""
    snapshot = session.snapshot
    scores = [one for one in snapshot.of(Score) if one.year == year]
    published = [one for one in snapshot.of(ScoreYear) if one.year == year]
    session.commit(
        Edit(f"ลบผลคะแนนปี {year}", tuple(Change(one, None) for one in (*scores, *published)))
    )
    return len(scores)


def add_year_work(session: Session, action_year: int) -> YearWork:
    """Begin another fiscal year's work, with the catalogues of its years, in one edit."""
    work = YearWork.of(action_year)
    along = bringing_for(session.snapshot, [work])
    session.commit(Edit(f"เพิ่มปีงบประมาณ {action_year}", (*along, Change(None, work))))
    return work
