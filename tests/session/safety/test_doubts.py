"""Content changed behind the program's back is put to the clerk; nothing typed is lost over it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.records import Office
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.opening import new_file
from ita_desktop.session.safety.backups import Backups, Places
from ita_desktop.session.safety.doubts import doubt_about
from ita_desktop.session.safety.restoring import look, put_in_place
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.faults import ChangedFileError
from ita_desktop.storage.office_file import ACCEPTED
from tests.session.safety.test_restoring import NOW, PICTURE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(
        tmp_path / "งาน",
        office=Office(name="ศรีสำราญ"),
        action_year=2569,
        new_id=lambda: str(uuid4()),
    )


def by_another_program(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_file_the_program_wrote_itself_leaves_no_doubt(path: Path) -> None:
    with closing(open_or_read(path)) as opened:
        assert doubt_about(opened.session) is None
        assert not opened.session.read_only


def test_changed_content_is_read_only_until_the_clerk_takes_it_as_it_is(path: Path) -> None:
    by_another_program(path, "UPDATE office SET name = 'อื่น'", "DELETE FROM catalogue_year")
    with closing(open_or_read(path)) as opened:
        session = opened.session
        doubt = doubt_about(session)
        assert doubt is not None
        assert doubt.parts == ("หน่วยงาน", "บัญชี ITA ประจำปี")
        assert "ไม่ตรงกับที่โปรแกรมบันทึกไว้" in doubt.problem
        assert opened.why_read_only == doubt.problem
        assert session.snapshot.office.name == "อื่น", "it can be read meanwhile"
        with pytest.raises(UserError, match="อ่านอย่างเดียว"):
            session.change(session.snapshot.office, name="ใหม่")
        session.accept_content()
        assert doubt_about(session) is None
        session.change(session.snapshot.office, name="ใหม่")
        session.flush()
        assert [entry.name for entry in session.store.history()][1] == ACCEPTED
    with closing(open_or_read(path)) as opened:
        assert doubt_about(opened.session) is None


def test_a_damaged_picture_and_a_shortened_history_are_named(path: Path) -> None:
    with closing(open_or_read(path)) as opened:
        opened.session.change(opened.session.snapshot.office, name="ก")
        opened.session.flush()
        opened.session.store.add_attachment(PICTURE, "image/png")
    by_another_program(path, "UPDATE attachment SET bytes = x'00'", "DELETE FROM history")
    with closing(open_or_read(path)) as opened:
        doubt = doubt_about(opened.session)
        assert doubt is not None
        assert doubt.parts == ("ประวัติการแก้ไข", "ภาพและเอกสารแนบ")
        assert doubt.attachments == 1


def test_a_change_while_the_file_is_open_holds_up_the_edits_until_it_is_accepted(
    path: Path,
) -> None:
    with closing(open_or_read(path)) as opened:
        session = opened.session
        by_another_program(path, "UPDATE office SET telephone = '๑'")
        session.change(session.snapshot.office, name="ใหม่")
        session.change(session.snapshot.office, district="ใหม่")
        with pytest.raises(ChangedFileError):
            session.flush()
        assert isinstance(session.saving.problem, ChangedFileError)
        assert not session.read_only, "typing goes on"
        assert doubt_about(session) is not None
        session.accept_content()
        session.flush()
        assert session.saving.safe
    with closing(open_or_read(path)) as opened:
        office = opened.session.snapshot.office
        assert (office.name, office.district, office.telephone) == ("ใหม่", "ใหม่", "๑")


def test_the_newest_backup_tells_what_differs_and_can_be_put_in_its_place(
    path: Path, tmp_path: Path
) -> None:
    places = Places(tmp_path / "b")
    with closing(open_or_read(path)) as opened:
        Backups(opened.session, places, clock=lambda: NOW).before(Reason.ASKED)
    by_another_program(path, "UPDATE office SET name = 'อื่น'")
    with closing(open_or_read(path)) as opened:
        [backup] = Backups(opened.session, places).listed()
        [difference] = look(backup, opened.session.snapshot).since
        assert (difference.kind, len(difference.changed)) == (Office, 1)
    kept = put_in_place(path, backup, NOW)
    with closing(open_or_read(path)) as opened:
        assert doubt_about(opened.session) is None
        assert opened.session.snapshot.office.name == "ศรีสำราญ"
    with closing(open_or_read(kept)) as opened:
        assert opened.session.snapshot.office.name == "อื่น"
