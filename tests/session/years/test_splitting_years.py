"""A year split off into a file of its own, and taken out of the one it was in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.records import (
    CatalogueYear,
    Comment,
    Division,
    Evidence,
    LeftFinding,
    Measure,
    RoundReport,
    Score,
    SignedCopy,
    YearWork,
)
from ita_desktop.model.scoring import TOTAL
from ita_desktop.session.opening import open_to_work
from ita_desktop.session.papers import signing
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.scores.scores import set_scores
from ita_desktop.session.session import Session
from ita_desktop.session.years.beginning import begin_next_year
from ita_desktop.session.years.splitting import proposed_split_name, remove_year, split_off
from tests.aids.cameras import scan_pdf
from tests.aids.small_office import YEAR, office_session

OLD = YearWork.of(YEAR)
PICTURE = b"\x89PNG\r\n\x1a\n not much of a picture"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path)
    digest = made.store.add_attachment(PICTURE, "image/png")
    made.add(
        RoundReport(id=RoundReport.key("m1", 6), measure_id="m1", month=6),
        Evidence(id="e1", year_id=OLD.id, rank="1", picture=digest, measure_id="m1"),
        Comment(id="c1", about="measure", about_id="m1", words="เพิ่มวันที่"),
    )
    set_scores(made, {(YEAR - 1, TOTAL): Decimal("81.59")})
    begin_next_year(made, OLD, {"m1", "m2"})
    yield made
    made.close()


def test_a_year_goes_to_a_file_of_its_own_with_office_scores_and_pictures(
    session: Session, tmp_path: Path
) -> None:
    before = session.snapshot
    target = tmp_path / proposed_split_name(session, OLD)
    assert target.name == "ITA_เทศบาลตำบลศรีสำราญ_2568.itadb"
    made = split_off(session, OLD, target)
    assert (made.measures, made.missing) == (3, 0)
    assert session.snapshot == before
    fresh = open_to_work(target)
    try:
        held = fresh.snapshot
        assert held.years == (OLD,)
        assert {one.id for one in held.of(Measure)} == {"m1", "m2", "m3"}
        assert held.of(Division) == before.of(Division) and held.office == before.office
        assert held.of(Score) == before.of(Score)
        assert held.of(CatalogueYear) == before.of(CatalogueYear)
        assert [one.id for one in held.of(Comment)] == ["c1"]
        assert fresh.store.attachment(held.of(Evidence)[0].picture) == PICTURE
        assert fresh.store.facts.lineage != session.store.facts.lineage
    finally:
        fresh.close()


def test_the_newer_year_split_off_leaves_the_older_ones_measures_behind(
    session: Session, tmp_path: Path
) -> None:
    work = session.year(YEAR + 1)
    split_off(session, work, tmp_path / "ปีใหม่.itadb")
    fresh = open_to_work(tmp_path / "ปีใหม่.itadb")
    try:
        assert fresh.snapshot.measures(work.id) == session.snapshot.measures(work.id)
        assert fresh.snapshot.of(Measure) == fresh.snapshot.measures(work.id)
        assert not fresh.snapshot.of(Evidence) and not fresh.snapshot.of(Comment)
    finally:
        fresh.close()


def test_a_signed_paper_goes_with_its_year_and_is_compared_there_as_before(
    session: Session, tmp_path: Path
) -> None:
    renderer = Renderer(session.store.attachment)
    made = signing.finished(renderer, session.request(OLD, "plan"))
    scan = scan_pdf()
    copy = signing.freeze(session, made, signed=date(2025, 10, 2), scan=scan)
    pdf = signing.kept_bytes(session, copy.pdf)
    session.add(
        LeftFinding(id=LeftFinding.key("x", "m1", "results", "ก"), about_id="m1", reason="ถูกแล้ว")
    )
    split_off(session, OLD, tmp_path / "ปีเก่า.itadb")
    split_off(session, session.year(YEAR + 1), tmp_path / "ปีใหม่.itadb")
    fresh, other = (open_to_work(tmp_path / f"ปี{name}.itadb") for name in ("เก่า", "ใหม่"))
    try:
        [held] = signing.signed_copies(fresh.snapshot, OLD, "plan")
        assert held == copy
        assert signing.kept_bytes(fresh, held.pdf) == pdf
        assert signing.kept_bytes(fresh, held.scan) == signing.kept_bytes(session, copy.scan)
        assert signing.differences(fresh, OLD, held) == ()
        assert len(fresh.snapshot.of(LeftFinding)) == 1
        assert not other.snapshot.of(SignedCopy) and not other.snapshot.of(LeftFinding)
    finally:
        fresh.close()
        other.close()
    before = session.snapshot
    remove_year(session, OLD)
    assert not session.snapshot.of(SignedCopy) and not session.snapshot.of(LeftFinding)
    session.undo()
    assert session.snapshot == before
    assert signing.kept_bytes(session, copy.pdf) == pdf


def test_a_year_taken_out_goes_with_all_its_own_and_comes_back_with_one_undo(
    session: Session,
) -> None:
    before = session.snapshot
    assert remove_year(session, OLD) == 3
    held = session.snapshot
    assert [one.action_year for one in held.years] == [YEAR + 1]
    assert not held.of(RoundReport) and not held.of(Evidence) and not held.of(Comment)
    assert held.of(Score) == before.of(Score)
    assert session.undo_name == "นำปีงบประมาณ ๒๕๖๘ ออกจากแฟ้ม"
    session.undo()
    assert session.snapshot == before


def test_the_only_year_stays_and_the_open_file_is_never_written_over(session: Session) -> None:
    with pytest.raises(UserError):
        split_off(session, OLD, session.path, overwrite=True)
    remove_year(session, OLD)
    with pytest.raises(UserError, match="ปีเดียว"):
        remove_year(session, session.year())
