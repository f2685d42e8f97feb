"""The session on real files: edits, undo, saving, measures."""

from __future__ import annotations

import dataclasses
import os
import shutil
from pathlib import Path
from threading import Event

import pytest

from ita_desktop.errors import UserError
from ita_desktop.model.records import DocumentSetup, Measure, Office, RoundReport, YearWork
from ita_desktop.model.values import Status, plain_items
from ita_desktop.session.measures import (
    add_measure,
    delete_measures,
    duplicate_measure,
    move_measure,
)
from ita_desktop.session.opening import new_file, open_to_read, open_to_work
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.safety.copying import save_copy
from ita_desktop.session.session import Session
from ita_desktop.storage.store import open_file
from ita_desktop.thai.digits import Digits
from tests.aids.office_fixtures import fresh_id


def titles(session: Session) -> list[str]:
    return [one.title for one in session.snapshot.measures(session.year().id)]


def stored_titles(path: Path) -> list[str]:
    reader = open_to_read(path)
    try:
        return titles(reader)
    finally:
        reader.close()


def test_a_new_file_holds_the_office_and_one_year(session: Session) -> None:
    assert session.snapshot.office.full_name == "เทศบาลตำบลศรีสำราญ"
    assert session.year().action_year == 2569
    assert session.path.suffix == ".itadb"


def test_an_edit_is_in_the_file_without_saving(session: Session, path: Path) -> None:
    add_measure(session, session.year(), title="ยืมทรัพย์สิน")
    session.flush()
    assert session.saving.safe
    assert session.saving.saved is not None
    assert stored_titles(path) == ["ยืมทรัพย์สิน"]


def test_undo_and_redo_reach_the_file_too(session: Session, path: Path) -> None:
    measure = add_measure(session, session.year(), title="ก")
    session.change(measure, title="ข")
    assert session.undo_name == "แก้ไขมาตรการ โครงการ หรือกิจกรรม"
    session.undo()
    session.flush()
    assert stored_titles(path) == ["ก"]
    session.undo()
    assert titles(session) == []
    assert session.undo() is None
    session.redo()
    session.redo()
    session.flush()
    assert stored_titles(path) == ["ข"]
    assert session.redo() is None


def test_one_visit_to_a_field_is_undone_at_once(session: Session) -> None:
    measure = add_measure(session, session.year(), title="")
    for typed in ("ย", "ยื", "ยืม"):
        measure = session.change(measure, visit="visit-1", title=typed)
    session.leave_visit()
    session.change(measure, visit="visit-2", note="ดูภายหลัง")
    session.undo()
    session.undo()
    assert titles(session) == [""]


def test_deleting_moving_and_duplicating_can_be_undone(session: Session) -> None:
    year = session.year()
    first, second, third = (add_measure(session, year, title=title) for title in "กขค")
    session.add(RoundReport(id=RoundReport.key(second.id, 6), measure_id=second.id, month=6))
    move_measure(session, third, 0)
    assert titles(session) == ["ค", "ก", "ข"]
    duplicate_measure(session, first)
    assert titles(session) == ["ค", "ก", "ก", "ข"]
    delete_measures(session, [second])
    assert titles(session) == ["ค", "ก", "ก"]
    assert session.snapshot.of(RoundReport) == ()
    for _ in range(3):
        session.undo()
    assert titles(session) == ["ก", "ข", "ค"]
    assert len(session.snapshot.of(RoundReport)) == 1


def test_a_new_measure_can_stand_behind_any_other(session: Session) -> None:
    first = add_measure(session, session.year(), title="ก")
    add_measure(session, session.year(), title="ค")
    add_measure(session, session.year(), first, title="ข")
    assert titles(session) == ["ก", "ข", "ค"]


def test_moving_a_measure_anywhere_keeps_the_others_in_order(session: Session) -> None:
    for title in "กขคงจ":
        add_measure(session, session.year(), title=title)
    order = list("กขคงจ")
    for start, end in ((0, 4), (4, 0), (2, 3), (1, 1), (3, 9)):
        measure = session.snapshot.measures(session.year().id)[start]
        move_measure(session, measure, end)
        order.insert(end, order.pop(start))
        assert titles(session) == order


def test_changing_an_untouched_set_up_adds_it(session: Session) -> None:
    setup = DocumentSetup.of(session.year().id, "report")
    session.change(setup, digits=Digits.ARABIC)
    assert session.snapshot.of(DocumentSetup)[0].digits is Digits.ARABIC
    session.undo()
    assert session.snapshot.of(DocumentSetup) == ()


def test_a_change_to_the_same_value_is_no_edit(session: Session) -> None:
    measure = add_measure(session, session.year(), title="ก")
    session.change(measure, title="ก")
    assert session.undo_name == "เพิ่มมาตรการ"


def test_listeners_hear_which_kinds_changed(session: Session) -> None:
    heard: list[frozenset[type]] = []
    stop = session.listen(heard.append)
    add_measure(session, session.year())
    stop()
    add_measure(session, session.year())
    assert heard == [frozenset({Measure})]


def test_the_history_keeps_every_edit_undo_and_redo(session: Session) -> None:
    measure = add_measure(session, session.year(), title="ก")
    session.change(measure, status=Status.DONE, results=plain_items("ทำแล้ว"))
    session.undo()
    session.flush()
    entries = session.store.history()
    assert [entry.kind for entry in entries][:3] == ["undo", "edit", "edit"]
    assert entries[0].parent == entries[1].edit_id


def test_a_file_opened_to_read_refuses_edits_in_words(path: Path) -> None:
    reader = open_to_read(path)
    with pytest.raises(UserError, match="อ่านอย่างเดียว"):
        add_measure(reader, reader.year())
    reader.close()


def test_an_unknown_year_is_refused_naming_those_there_are(session: Session) -> None:
    session.add(YearWork.of(2570))
    assert session.year().action_year == 2570
    assert session.year(2569).action_year == 2569
    with pytest.raises(UserError, match="2570, 2569"):
        session.year(2560)


def test_what_cannot_be_written_is_kept_and_written_later(session: Session, path: Path) -> None:
    away = path.with_name("ย้ายไปที่อื่น.itadb")
    add_measure(session, session.year(), title="ก")
    session.flush()
    path.rename(away)
    add_measure(session, session.year(), title="ข")
    with pytest.raises(UserError):
        session.flush()
    assert not session.saving.safe
    assert titles(session) == ["ก", "ข"]
    away.rename(path)
    session.retry()
    session.flush()
    assert stored_titles(path) == ["ก", "ข"]


@pytest.fixture
def parted(session: Session, path: Path) -> Path:
    """Where the file went while it was open; an edit could not be written."""
    add_measure(session, session.year(), title="ก")
    session.flush()
    away = path.with_name("ย้ายไปที่อื่น.itadb")
    path.rename(away)
    add_measure(session, session.year(), title="ข")
    with pytest.raises(UserError, match="ลองอีกครั้ง"):
        session.flush()
    return away


def test_a_file_put_back_is_written_by_the_next_edit(
    session: Session, path: Path, parted: Path
) -> None:
    parted.rename(path)
    reached = Event()
    session.listen_saving(lambda state: reached.set() if state.safe else None)
    add_measure(session, session.year(), title="ค")
    assert reached.wait(10)
    assert stored_titles(path) == ["ก", "ข", "ค"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")
def test_a_file_put_back_as_a_copy_is_taken_up_again(
    session: Session, path: Path, parted: Path
) -> None:
    shutil.copy(parted, path)
    session.flush()
    assert stored_titles(path) == ["ก", "ข"]
    assert stored_titles(parted) == ["ก"]
    add_measure(session, session.year(), title="ค")
    session.undo()
    session.flush()
    assert stored_titles(path) == ["ก", "ข"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")
def test_another_file_in_the_place_of_ours_is_left_alone(
    session: Session, path: Path, parted: Path
) -> None:
    new_file(path, action_year=2569, new_id=fresh_id)
    with pytest.raises(UserError):
        session.flush()
    shutil.copy(parted, path)
    changed = open_to_work(path)
    add_measure(changed, changed.year(), title="ของคนอื่น")
    changed.close()
    with pytest.raises(UserError):
        session.flush()
    assert stored_titles(path) == ["ก", "ของคนอื่น"]
    assert titles(session) == ["ก", "ข"]


def test_a_file_put_back_is_written_before_it_is_closed(
    session: Session, path: Path, parted: Path
) -> None:
    with pytest.raises(UserError):
        session.flush()
    assert session.saving.problem is not None
    parted.rename(path)
    session.flush()
    assert session.saving.safe
    assert stored_titles(path) == ["ก", "ข"]


def test_a_copy_of_what_is_on_the_screen_is_saved_while_the_file_is_away(
    session: Session, path: Path, parted: Path
) -> None:
    target = path.with_name("สำเนา.itadb")
    assert not save_copy(session, target)
    assert stored_titles(target) == ["ก", "ข"]
    copy = open_to_work(target)
    assert copy.snapshot == session.snapshot
    assert copy.store.facts == session.store.facts
    copy.close()
    with pytest.raises(UserError, match="อยู่แล้ว"):
        save_copy(session, path)
    parted.rename(path)
    assert save_copy(session, target), "a file that is back is copied whole"
    assert stored_titles(target) == ["ก", "ข"]


def test_a_copy_of_what_is_on_the_screen_brings_the_pictures_along(
    session: Session, path: Path
) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(64)
    office = session.snapshot.office
    office = session.change(office, garuda=keep_picture(session, picture))
    session.flush()
    path.rename(path.with_name("ย้ายไปที่อื่น.itadb"))
    session.change(office, name="ศรีสำราญใหม่")
    target = path.with_name("สำเนา.itadb")
    assert not save_copy(session, target)
    reader = open_to_read(target)
    assert reader.snapshot.office.name == "ศรีสำราญใหม่"
    assert reader.store.attachment(reader.snapshot.office.garuda) == picture
    reader.close()


def test_new_does_not_overwrite_unless_told_to(path: Path) -> None:
    with pytest.raises(UserError, match="อยู่แล้ว"):
        new_file(path, new_id=fresh_id)
    renamed = dataclasses.replace(Office(), name="ใหม่")
    new_file(path, new_id=fresh_id, overwrite=True, office=renamed)
    reader = open_to_read(path)
    assert reader.snapshot.office.name == "ใหม่"
    reader.close()


def test_what_another_program_wrote_is_read_in_before_the_next_edit(
    session: Session, path: Path
) -> None:
    measure = add_measure(session, session.year(), title="ก")
    session.flush()
    other = Session(open_file(path))
    other.change(other.snapshot.measures(other.year().id)[0], note="จากเครื่องอื่น")
    add_measure(other, other.year(), title="ข")
    other.flush()
    other.close()
    session.change(measure, title="ก แก้แล้ว")
    session.flush()
    assert titles(session) == ["ก แก้แล้ว", "ข"]
    assert session.snapshot.measures(session.year().id)[0].note == "จากเครื่องอื่น"
    session.undo()
    assert titles(session) == ["ก", "ข"]
