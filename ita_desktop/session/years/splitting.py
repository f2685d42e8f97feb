"""One year's work split off into an office file of its own, and taken out of the one it was in.

The new file holds the office with its registers, layouts and wordings, all scores and catalogues,
and of the years the one. It is a file of its own lineage: it is no copy that comes back to be
merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ita_desktop import FILE_SUFFIX
from ita_desktop.documents.build import safe_name
from ita_desktop.errors import UserError
from ita_desktop.model.attachments import attachments_of
from ita_desktop.model.edits import removed
from ita_desktop.model.records import (
    Comment,
    LeftFinding,
    Measure,
    Record,
    RoundReport,
    SentCopy,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.papers.pictures import media_type
from ita_desktop.session.review.sending import read_back, require_other
from ita_desktop.session.safety.copying import readable_attachments
from ita_desktop.session.session import Session
from ita_desktop.storage.store import create_file
from ita_desktop.thai.digits import to_thai


@dataclass(frozen=True, slots=True)
class Split:
    """A year split off and read back; ``missing`` counts pictures and files the open file itself
    no longer has."""

    path: Path
    measures: int
    missing: int


def proposed_split_name(session: Session, work: YearWork) -> str:
    """A name that says what it is: the office and the year."""
    parts = ("ITA", session.snapshot.office.full_name, str(work.action_year))
    return safe_name("_".join(part for part in parts if part)) + FILE_SUFFIX


def records_of_year(snapshot: Snapshot, work: YearWork) -> tuple[Record, ...]:
    """The year's work and all that belongs to it alone, comments on it and findings left among
    them."""
    measures = {one.id for one in snapshot.each(Measure) if one.year_id == work.id}
    own = [
        one
        for one in snapshot.records
        if one == work
        or getattr(one, "year_id", "") == work.id
        or (isinstance(one, RoundReport) and one.measure_id in measures)
    ]
    ids = {one.id for one in own}
    said: list[Comment | LeftFinding] = [*snapshot.each(Comment), *snapshot.each(LeftFinding)]
    return (*own, *(one for one in said if one.about_id in ids))


def split_off(session: Session, work: YearWork, target: Path, *, overwrite: bool = False) -> Split:
    """Write a year's work to an office file of its own and read it back; the open file stays as it
    is.

    Nothing of the session changes, so that a thread may do it while nobody edits. Raises UserError
    where ``target`` is the open file, is taken and ``overwrite`` is not given, or cannot be
    written.
    """
    require_other(session, target)
    snapshot = session.snapshot
    others = {
        one.id
        for year in snapshot.years
        if year.id != work.id
        for one in records_of_year(snapshot, year)
    }
    records = tuple(
        one for one in snapshot.records if one.id not in others and not isinstance(one, SentCopy)
    )
    attachments = readable_attachments(session, records)
    create_file(
        target,
        records,
        attachments=[(data, media_type(data)) for data in attachments],
        sample=session.store.facts.sample,
        overwrite=overwrite,
    ).close()
    read_back(target, snapshot_of(records))
    missing = len(attachments_of(records)) - len(attachments)
    return Split(target, len(snapshot.measures(work.id)), missing)


def remove_year(session: Session, work: YearWork) -> int:
    """Take a year's work and all that belongs to it out of the file, as one edit; how many measures
    went.

    Scores and catalogues stay: other years are compared with them. Raises UserError for the only
    year, or where the file is read-only.
    """
    snapshot = session.snapshot
    if len(snapshot.years) < 2:
        raise UserError(
            f"ปีงบประมาณ {work.action_year} เป็นปีเดียวในแฟ้มงานนี้ จึงนำออกไม่ได้",
            "เริ่มปีงบประมาณถัดไปก่อน แล้วจึงนำปีนี้ออก",
        )
    gone = records_of_year(snapshot, work)
    session.commit(removed(to_thai(f"นำปีงบประมาณ {work.action_year} ออกจากแฟ้ม"), *gone))
    return sum(isinstance(one, Measure) for one in gone)
