"""A copy goes out and comes back: complete, without what was deleted, taken over bit by bit."""

from __future__ import annotations

import dataclasses
import io
import shutil
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image

from ita_desktop.errors import UserError
from ita_desktop.model.merging import Act
from ita_desktop.model.records import Comment, Evidence, Measure, Office, Record, SentCopy
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.measures import add_measure, delete_measures
from ita_desktop.session.opening import new_file, open_to_read, open_to_work
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.review.returning import look_at, take_over
from ita_desktop.session.review.sending import (
    NoteForm,
    Sending,
    copy_target,
    proposed_copy_name,
    send_copy,
)
from ita_desktop.session.safety.backups import Backups, Places
from ita_desktop.session.session import Session
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import open_file
from tests.aids.office_fixtures import fresh_id
from tests.aids.readers import pdftotext_text

QUIET = Sending(note=NoteForm.NONE)


def picture(colour: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path / "ศรีสำราญ", sample=True, new_id=fresh_id)


@pytest.fixture
def backups(session: Session, tmp_path: Path) -> Backups:
    return Backups(session, Places(tmp_path / "สำรอง"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "แฟลชไดรฟ์"
    folder.mkdir()
    return folder


def work_of(snapshot: Snapshot) -> set[Record]:
    return {one for one in snapshot.records if not isinstance(one, SentCopy)}


def first(session: Session) -> Measure:
    return session.snapshot.measures(session.year().id)[0]


def second(session: Session) -> Measure:
    return session.snapshot.measures(session.year().id)[1]


# ---- going out


def test_a_copy_holds_all_that_is_here_and_nothing_that_was(session: Session, stick: Path) -> None:
    secret = add_measure(session, session.year())
    session.change(secret, title="ร่างลับที่ลบไปแล้ว")
    current = session.snapshot.get(Measure, secret.id)
    assert current is not None
    delete_measures(session, [current])
    sent = send_copy(session, copy_target(session, stick), QUIET)
    assert sent.path.parent == stick
    assert sent.remembered and not sent.missing and not sent.left_out
    with closing(open_file(sent.path, read_only=True)) as copy:
        assert set(copy.load().records) == work_of(session.snapshot)
        assert copy.history() == ()
        assert isinstance(copy.content, Intact)
        assert copy.fingerprint() == sent.fingerprint
        assert copy.facts.lineage == session.store.facts.lineage
    assert "ร่างลับที่ลบไปแล้ว".encode() not in sent.path.read_bytes()
    session.flush()
    assert "ร่างลับที่ลบไปแล้ว".encode() in session.path.read_bytes(), "the history still tells of it"


def test_the_history_goes_along_only_on_request(session: Session, stick: Path) -> None:
    session.change(first(session), title="ชื่อใหม่ของมาตรการ")
    session.flush()
    sent = send_copy(session, stick / "มีประวัติ", dataclasses.replace(QUIET, history=True))
    with closing(open_file(sent.path, read_only=True)) as copy:
        newest = copy.history()[0]
        assert newest.pairs[0].after == {"title": "ชื่อใหม่ของมาตรการ"}
        assert [one.edit_id for one in copy.history()] == [
            one.edit_id for one in session.store.history()
        ][-len(copy.history()) :]


def test_photos_may_be_left_out(session: Session, stick: Path) -> None:
    whole = send_copy(session, stick / "เต็ม", QUIET)
    small = send_copy(session, stick / "เล็ก", dataclasses.replace(QUIET, photos=False))
    photos = {one.picture for one in session.snapshot.of(Evidence)}
    assert photos
    assert small.left_out == len(photos)
    assert small.size < whole.size
    with closing(open_to_read(small.path)) as copy:
        assert {copy.store.attachment(digest) for digest in photos} == {None}
        assert set(copy.snapshot.records) == work_of(session.snapshot)


def test_the_name_says_office_year_and_day_and_no_file_is_written_over(
    session: Session, stick: Path
) -> None:
    session.clock = lambda: datetime(2026, 11, 27, 9, 0)
    name = proposed_copy_name(session)
    assert name == "ITA_เทศบาลตำบลศรีสำราญ_2569_สำเนา 2569-11-27.itadb"
    once = send_copy(session, copy_target(session, stick), QUIET)
    twice = send_copy(session, copy_target(session, stick), QUIET)
    assert once.path.name == name
    assert twice.path.name == "ITA_เทศบาลตำบลศรีสำราญ_2569_สำเนา 2569-11-27 (2).itadb"
    before = once.path.read_bytes()
    with pytest.raises(UserError):
        send_copy(session, once.path, QUIET)
    assert once.path.read_bytes() == before
    with pytest.raises(UserError):
        send_copy(session, session.path, QUIET, overwrite=True)


def test_the_note_says_what_the_copy_is(session: Session, stick: Path) -> None:
    sending = Sending("ปลัดเทศบาล", photos=False)
    sent = send_copy(session, copy_target(session, stick), sending, sender="นางสาวมาลี")
    assert sent.note is not None
    words = " ".join(pdftotext_text(sent.note.read_bytes()).split())
    for part in ("เทศบาลตำบลศรีสำราญ", "ปลัดเทศบาล", "นางสาวมาลี", "๑๙ มาตรการ", "ไม่ได้ส่งตัวภาพ"):
        assert part in words
    assert sent.fingerprint in words.replace(" ", "")
    plain = send_copy(
        session, copy_target(session, stick), dataclasses.replace(sending, note=NoteForm.TEXT)
    )
    assert plain.note is not None
    text = plain.note.read_text("utf-8-sig")
    assert plain.note.suffix == ".txt"
    assert plain.path.name in text and "๑๙ มาตรการ" in text


def test_sending_is_no_step_to_undo(session: Session, stick: Path) -> None:
    session.change(first(session), title="ชื่อใหม่")
    name = session.undo_name
    send_copy(session, copy_target(session, stick), QUIET)
    assert session.undo_name == name
    session.undo()
    assert len(session.snapshot.of(SentCopy)) == 1


# ---- coming back


def reviewed(session: Session, stick: Path) -> Path:
    """A copy that was sent, and in which a reviewer has worked."""
    sent = send_copy(session, copy_target(session, stick), QUIET)
    with closing(open_to_work(sent.path)) as copy:
        copy.change(first(copy), title="ชื่อที่ผู้ตรวจเสนอ")
        copy.change(second(copy), status_reason="ผู้ตรวจแก้เหตุผล")
        added = add_measure(copy, copy.year())
        copy.change(added, title="มาตรการที่ผู้ตรวจเพิ่ม")
        comment = Comment(
            id=fresh_id(),
            about=Measure.TABLE,
            about_id=first(copy).id,
            field="results",
            author="ผู้ตรวจ",
            written=date(2026, 11, 27),
            words="โปรดระบุจำนวนครั้ง",
        )
        copy.add(comment)
        digest = keep_picture(copy, picture("navy"))
        copy.add(Evidence(id="e-new", year_id=copy.year().id, rank="zz", picture=digest))
        copy.flush()
    return sent.path


def test_what_came_back_is_told_piece_by_piece_and_taken_over_in_one_step(
    session: Session, stick: Path, backups: Backups
) -> None:
    path = reviewed(session, stick)
    session.change(second(session), status_reason="เราแก้เอง")
    session.change(first(session), indicator="ตัวชี้วัดที่ ๕")
    before = session.snapshot
    found = look_at(session, path)
    assert found.base is not None and found.base.sent is not None
    told = [
        (one.act, one.kind, one.field.name if one.field else "", one.collides)
        for one in found.proposals
    ]
    assert told == [
        (Act.CHANGED, Measure, "title", False),
        (Act.CHANGED, Measure, "status_reason", True),
        (Act.ADDED, Measure, "", False),
        (Act.ADDED, Evidence, "", False),
    ]
    assert [one.kind for one in found.comments] == [Comment]
    done = take_over(session, found, found.quiet, backups)
    assert done.brought == 1 and not done.missing
    assert done.safety.good and done.safety.reason is Reason.MERGE
    assert first(session).title == "ชื่อที่ผู้ตรวจเสนอ"
    assert first(session).indicator == "ตัวชี้วัดที่ ๕"
    assert second(session).status_reason == "เราแก้เอง"
    assert session.snapshot.of(Comment)[0].words == "โปรดระบุจำนวนครั้ง"
    brought = session.snapshot.find("e-new")
    assert isinstance(brought, Evidence)
    assert session.store.attachment(brought.picture) == picture("navy")
    [left] = look_at(session, path).proposals
    assert left.collides
    session.undo()
    assert session.snapshot == before


def test_two_clerks_who_copied_the_file_by_hand_are_brought_together(
    session: Session, stick: Path, backups: Backups
) -> None:
    session.change(first(session), title="ก่อนแยกกัน")
    session.flush()
    copy = stick / "คัดลอกเอง.itadb"
    shutil.copyfile(session.path, copy)
    session.change(first(session), indicator="แก้ที่เครื่องหนึ่ง")
    with closing(open_to_work(copy)) as other:
        other.change(first(other), title="แก้ที่เครื่องสอง")
        other.flush()
    found = look_at(session, copy)
    assert found.base is not None and found.base.sent is None
    [proposal] = found.proposals
    assert not proposal.collides
    take_over(session, found, [proposal], backups)
    assert (first(session).title, first(session).indicator) == ("แก้ที่เครื่องสอง", "แก้ที่เครื่องหนึ่ง")


def test_where_nobody_knows_what_was_sent_every_difference_is_asked_about(
    session: Session, stick: Path
) -> None:
    path = reviewed(session, stick)
    session.remove(*session.snapshot.of(SentCopy))
    found = look_at(session, path)
    assert found.base is None
    assert {one.collides for one in found.proposals if one.act is Act.CHANGED} == {True}


def test_files_of_other_work_are_told_apart(session: Session, stick: Path) -> None:
    other = new_file(stick / "อื่น", office=Office(name="ทุ่งนา"), new_id=fresh_id)
    with pytest.raises(UserError, match="เทศบาลตำบลทุ่งนา") as told:
        look_at(session, other)
    assert "เทศบาลตำบลศรีสำราญ" in told.value.problem
    same = new_file(
        stick / "อีกแฟ้ม", office=session.snapshot.office, action_year=2571, new_id=fresh_id
    )
    with pytest.raises(UserError, match="2571"):
        look_at(session, same)
    with pytest.raises(UserError, match="เปิดอยู่"):
        look_at(session, session.path)


def test_a_stick_that_is_gone_is_told_before_anything_is_changed(
    session: Session, stick: Path, backups: Backups
) -> None:
    path = reviewed(session, stick)
    found = look_at(session, path)
    path.unlink()
    before = session.snapshot
    with pytest.raises(UserError):
        take_over(session, found, found.quiet, backups)
    assert session.snapshot == before
