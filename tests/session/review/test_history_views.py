"""The history as it is read: words before and after, portions, searching, one record alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.documents.value_words import filled_fields, held_words, record_text, value_words
from ita_desktop.model.fields import field_of, fields_of
from ita_desktop.model.records import RECORDS, Measure
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import Monitoring, Status, plain_items
from ita_desktop.session.review.comments import (
    add_comment,
    answer_comment,
    comment_groups,
    count_open,
    field_label,
    open_comments,
    reword_comment,
    settle_comment,
)
from ita_desktop.session.review.history_views import HistoryLine, HistoryReader, settle_history
from ita_desktop.session.session import Session
from tests.aids.full_records import FULL_RECORDS
from tests.aids.small_office import office_session

EMPTY = (None, "", (), Monitoring())
FULL = snapshot_of(FULL_RECORDS)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = office_session(tmp_path)
    opened.who = "นางสาวมาลี ใจดี"
    yield opened
    opened.close()


def measure(session: Session, measure_id: str) -> Measure:
    found = session.snapshot.get(Measure, measure_id)
    assert found is not None
    return found


def lines(session: Session, search: str = "", record_id: str = "") -> list[HistoryLine]:
    settle_history(session)
    reader = HistoryReader(session, search, record_id)
    found: list[HistoryLine] = []
    while not reader.at_end:
        found += reader.read(2, look_at=3)
    return found


# ---- words


def test_every_field_of_every_record_can_be_said() -> None:
    names = RecordNames(FULL)
    for record in FULL_RECORDS:
        assert names.of(record)
        assert bool(record_text(FULL, record)) == bool(filled_fields(FULL, record))
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            words = value_words(FULL, field, value)
            assert words or value in EMPTY
            assert "(value" not in words and "Enum" not in words and "Decimal(" not in words
            assert held_words(FULL, record, field) or value in EMPTY
    assert {type(one) for one in FULL_RECORDS} == set(RECORDS)


def test_what_was_typed_stays_as_typed_and_what_the_program_says_is_thai(session: Session) -> None:
    first = measure(session, "m1")
    assert value_words(session.snapshot, field_of(Measure, "title"), "ครั้งที่ 2") == "ครั้งที่ 2"
    steps = held_words(session.snapshot, first, field_of(Measure, "steps"))
    assert steps.splitlines()[:3] == [
        "๑. จัดทำทะเบียนคุมการยืมทรัพย์สินให้เป็นปัจจุบัน",
        "๒. กำกับดูแลการยืมและการส่งคืนตามระเบียบ",
        "   ๒.๑ แจ้งเวียนแนวทางปฏิบัติ",
    ]
    assert held_words(session.snapshot, first, field_of(Measure, "rank")) == "ลำดับที่ ๑"
    assert held_words(session.snapshot, first, field_of(Measure, "responsible")) == "กองคลัง"
    assert RecordNames(session.snapshot).of(first).startswith("มาตรการที่ ๑ มาตรการควบคุม")


# ---- the history


def test_who_changed_what_from_what_to_what(session: Session) -> None:
    session.change(measure(session, "m3"), status=Status.DONE)
    session.change(measure(session, "m3"), results=plain_items("อบรมแล้ว ๔๐ คน"))
    session.undo()
    newest, change, status = lines(session)
    assert newest.name == "เลิกทำ: แก้ไขผลการดำเนินการ"
    assert newest.who == "นางสาวมาลี ใจดี"
    [step] = change.steps
    [field] = step.fields
    assert (step.act, field.label, field.before, field.after) == (
        "แก้ไข",
        "ผลการดำเนินการ",
        "",
        "๑. อบรมแล้ว ๔๐ คน",
    )
    assert status.steps[0].fields[0].after == "ดำเนินการแล้วเสร็จ"
    assert "มาตรการที่ ๓" in status.record_words


def test_a_deleted_record_is_told_whole_and_by_its_name(session: Session) -> None:
    session.change(measure(session, "m3"), note="จะลบ")
    session.remove(measure(session, "m3"))
    gone, change = lines(session)
    [step] = gone.steps
    assert (step.act, step.here) == ("ลบ", False)
    assert "ฝึกอบรมคุณธรรม" in step.name
    assert all(one.before and not one.after for one in step.fields)
    assert not change.steps[0].here


def test_searching_looks_at_names_people_and_values_in_any_digits(session: Session) -> None:
    for number in range(7):
        session.change(measure(session, "m2"), status_reason=f"รอหนังสือที่ {number}")
    session.who = "นายวิชัย"
    session.change(measure(session, "m1"), note="เร่งรัด")
    assert len(lines(session)) == 8
    assert [one.steps[0].fields[0].after for one in lines(session, "หนังสือที่ ๖")] == ["รอหนังสือที่ 6"]
    assert [one.who for one in lines(session, "วิชัย")] == ["นายวิชัย"]
    assert lines(session, "ไม่มีที่ใด") == []


def test_one_record_alone_with_what_was_said_of_it(session: Session) -> None:
    session.change(measure(session, "m1"), note="ก")
    session.change(measure(session, "m2"), note="ข")
    add_comment(session, "โปรดตรวจ", "นายวิชัย", measure(session, "m1"), "steps")
    assert [one.name for one in lines(session, record_id="m1")] == ["ให้ความเห็น", "แก้ไขหมายเหตุ"]


# ---- comments


def test_a_comment_is_written_answered_and_settled_each_in_one_step(session: Session) -> None:
    about = measure(session, "m1")
    made = add_comment(session, "  ระบุจำนวนครั้ง ", "นายวิชัย", about, "steps")
    assert made is not None
    assert (made.words, made.author, made.about) == ("ระบุจำนวนครั้ง", "นายวิชัย", "measure")
    assert field_label(session.snapshot, made) == "ขั้นตอนหรือวิธีการปฏิบัติ"
    assert open_comments(session.snapshot, "m1", "steps") == (made,)
    answer_comment(session, made, "ระบุแล้ว")
    settle_comment(session, made, True)
    assert count_open(session.snapshot) == 0
    assert open_comments(session.snapshot, "m1", "steps") == ()
    assert session.undo_name == "ทำเครื่องหมายว่าจัดการความเห็นแล้ว"
    session.undo()
    assert session.undo_name == "ชี้แจงความเห็น"
    session.undo()
    assert open_comments(session.snapshot, "m1", "steps") == (made,)
    reword_comment(session, made, " ")
    assert count_open(session.snapshot) == 0
    assert add_comment(session, "  ", "นายวิชัย") is None


def test_comments_are_gathered_by_what_they_are_about(session: Session) -> None:
    add_comment(session, "ข้อสอง", "ก", measure(session, "m2"))
    add_comment(session, "ข้อหนึ่ง", "ก", measure(session, "m1"), "title")
    add_comment(session, "ทั้งแฟ้ม", "ก")
    gone = measure(session, "m3")
    add_comment(session, "ข้อสาม", "ก", gone)
    session.remove(gone)
    groups = comment_groups(session.snapshot, only_open=True)
    assert [[one.words for one in group.comments] for group in groups] == [
        ["ทั้งแฟ้ม"],
        ["ข้อหนึ่ง"],
        ["ข้อสอง"],
        ["ข้อสาม"],
    ]
    assert [group.here for group in groups] == [True, True, True, False]
