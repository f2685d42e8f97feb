"""Pictures that nothing holds any more: kept for undoing and for a month, then let go of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ita_desktop.model.records import Evidence, YearWork
from ita_desktop.session.intake.incoming import Incoming
from ita_desktop.session.opening import open_to_read, open_to_work
from ita_desktop.session.papers.evidence import bring_photos
from ita_desktop.session.papers.pictures import forget_unused
from ita_desktop.session.session import Session
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import create_file, open_file
from tests.aids.cameras import photograph_file
from tests.aids.small_office import YEAR, office_records

WORK = YearWork.of(YEAR)
LONG_AGO = datetime(2026, 1, 5, 9, 30)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    made = tmp_path / "ทดสอบ.itadb"
    create_file(made, office_records()).close()
    yield made


def kept(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        return int(file.execute("SELECT count(*) FROM attachment").fetchone()[0])


def added_and_deleted(path: Path, when: datetime) -> None:
    """A picture that was of the evidence once, and one that is still."""
    session = Session(open_file(path), clock=lambda: when)
    for name in ("เก่า", "อยู่"):
        digest = session.store.add_attachment(f"\x89PNG {name}".encode(), "image/png")
        record = Evidence(id=name, year_id=WORK.id, rank=name, picture=digest)
        session.add(record)
    session.remove(session.snapshot.find("เก่า"))  # type: ignore[arg-type]
    session.flush()
    assert forget_unused(session) == 0, "it was deleted a moment ago"
    session.undo()
    session.redo()
    session.close()


def test_what_was_deleted_a_month_ago_is_let_go_of_when_new_ones_are_brought_in(
    path: Path, tmp_path: Path
) -> None:
    added_and_deleted(path, LONG_AGO)
    before = path.read_bytes()
    with closing(open_to_work(path)) as session:
        assert path.read_bytes() == before, "opening changes nothing"
        fresh = Incoming.file(photograph_file(tmp_path, "ใหม่.jpg", width=300, height=200))
        [digest] = bring_photos(session, [fresh]).digests
        assert kept(path) == 2, "one came, one went"
        assert session.store.attachment(digest) is not None
        [still] = session.snapshot.of(Evidence)
        assert session.store.attachment(still.picture) is not None
        assert isinstance(session.store.content, Intact)
    with closing(open_file(path)) as store:
        assert isinstance(store.content, Intact), "the seal is that of what is left"


def test_what_was_deleted_lately_is_still_there(path: Path) -> None:
    added_and_deleted(path, datetime.now() - timedelta(days=20))
    with closing(open_to_work(path)) as session:
        assert forget_unused(session) == 0
    assert kept(path) == 2


def test_a_file_opened_to_read_is_not_touched(path: Path) -> None:
    added_and_deleted(path, LONG_AGO)
    before = path.read_bytes()
    with closing(open_to_read(path)) as session:
        assert forget_unused(session) == 0
    assert path.read_bytes() == before


def test_its_room_is_used_again_and_a_copy_does_not_have_it(path: Path, tmp_path: Path) -> None:
    large = b"\x89PNG" + bytes(400_000)
    session = Session(open_file(path), clock=lambda: LONG_AGO)
    session.store.add_attachment(large, "image/png")
    session.close()
    size = path.stat().st_size
    with closing(open_to_work(path)) as session:
        assert forget_unused(session) == 1
        session.store.copy_to(tmp_path / "สำเนา.itadb")
        assert (tmp_path / "สำเนา.itadb").stat().st_size < size - 300_000
        session.store.add_attachment(large[::-1], "image/png")
    assert path.stat().st_size <= size + 8_192
