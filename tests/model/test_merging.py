"""Three sides made one: what each side did is kept, and nothing is guessed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.model.codec import BadValueError
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.merging import Act, Proposal, merge_edit, proposals
from ita_desktop.model.records import (
    Division,
    Measure,
    OwnField,
    Person,
    Record,
    SentCopy,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.states import packed, unpacked
from ita_desktop.model.values import OwnValue, Status
from tests.aids.full_records import FULL_RECORDS
from tests.aids.strategies import offices

YEAR = YearWork.of(2569)
FIRST = Measure(id="m1", year_id=YEAR.id, rank="1", title="ออกคำสั่ง", indicator="ตัวชี้วัดที่ ๑")
SECOND = Measure(id="m2", year_id=YEAR.id, rank="2", title="จัดอบรม")
DIVISION = Division(id="d1", rank="1", name="กองคลัง")
PARENTS = {"year_id", "measure_id"}
SENT = snapshot_of((YEAR, FIRST, SECOND, DIVISION))


def with_records(snapshot: Snapshot, *records: Record) -> Snapshot:
    return snapshot_of((*snapshot.records, *records))


def without(snapshot: Snapshot, *records: Record) -> Snapshot:
    gone = {(type(one), one.id) for one in records}
    return snapshot_of(one for one in snapshot.records if (type(one), one.id) not in gone)


def merged(ours: Snapshot, theirs: Snapshot, accepted: Iterable[Proposal]) -> Snapshot:
    return ours.after(merge_edit("รวม", ours, theirs, accepted))


def fields_of_proposals(found: Iterable[Proposal]) -> list[tuple[Act, str, str, bool]]:
    return [
        (one.act, one.record_id, one.field.name if one.field else "", one.collides) for one in found
    ]


def test_a_field_changed_only_there_is_proposed_alone() -> None:
    theirs = with_records(SENT, dataclasses.replace(FIRST, title="ออกประกาศ"))
    ours = with_records(SENT, dataclasses.replace(FIRST, indicator="ตัวชี้วัดที่ ๒"))
    found = proposals(SENT, ours, theirs)
    assert fields_of_proposals(found) == [(Act.CHANGED, "m1", "title", False)]
    measure = merged(ours, theirs, found).get(Measure, "m1")
    assert measure is not None
    assert (measure.title, measure.indicator) == ("ออกประกาศ", "ตัวชี้วัดที่ ๒")


def test_a_field_changed_on_both_sides_collides_and_only_if_otherwise() -> None:
    theirs = with_records(SENT, dataclasses.replace(FIRST, title="ออกประกาศ"))
    same = proposals(SENT, theirs, theirs)
    assert same == ()
    ours = with_records(SENT, dataclasses.replace(FIRST, title="ออกระเบียบ"))
    [found] = proposals(SENT, ours, theirs)
    assert found.collides
    assert (found.value(found.base), found.value(found.ours), found.value(found.theirs)) == (
        "ออกคำสั่ง",
        "ออกระเบียบ",
        "ออกประกาศ",
    )
    assert merged(ours, theirs, ()) == ours
    accepted = merged(ours, theirs, [found]).get(Measure, "m1")
    assert accepted is not None
    assert accepted.title == "ออกประกาศ"


def test_records_added_and_removed_there() -> None:
    new = Measure(id="m3", year_id=YEAR.id, rank="3", title="เปิดช่องทางร้องเรียน")
    theirs = without(with_records(SENT, new), SECOND)
    found = proposals(SENT, SENT, theirs)
    assert fields_of_proposals(found) == [
        (Act.ADDED, "m3", "", False),
        (Act.REMOVED, "m2", "", False),
    ]
    assert merged(SENT, theirs, found) == theirs
    assert merged(SENT, theirs, found[:1]) == with_records(SENT, new)


def test_removing_what_the_other_side_changed_collides() -> None:
    changed = dataclasses.replace(SECOND, status=Status.DONE)
    ours = with_records(SENT, changed)
    [removal] = proposals(SENT, ours, without(SENT, SECOND))
    assert (removal.act, removal.collides) == (Act.REMOVED, True)
    [return_] = proposals(SENT, without(SENT, SECOND), ours)
    assert (return_.act, return_.collides) == (Act.ADDED, True)


def test_the_offices_own_fields_are_merged_one_by_one() -> None:
    budget = OwnField(id="f1", rank="1", label="งบประมาณ")
    place = OwnField(id="f2", rank="2", label="สถานที่")
    base = with_records(SENT, budget, place)

    def holding(**values: str) -> Measure:
        own = tuple(OwnValue(key, value) for key, value in sorted(values.items()))
        return dataclasses.replace(FIRST, own=own)

    ours = with_records(base, holding(f1="๑๐,๐๐๐"))
    theirs = with_records(base, holding(f2="ศาลาประชาคม"))
    [found] = proposals(base, ours, theirs)
    assert not found.collides
    measure = merged(ours, theirs, [found]).get(Measure, "m1")
    assert measure is not None
    assert measure.own == (OwnValue("f1", "๑๐,๐๐๐"), OwnValue("f2", "ศาลาประชาคม"))
    [found] = proposals(base, ours, with_records(base, holding(f1="๙,๐๐๐")))
    assert found.collides


def test_a_record_comes_with_those_it_refers_to() -> None:
    division = Division(id="d2", rank="2", name="กองช่าง")
    person = Person(id="n1", rank="1", first_name="วิชัย", division_id="d2")
    theirs = with_records(SENT, division, person)
    found = proposals(SENT, SENT, theirs)
    [of_person] = [one for one in found if one.kind is Person]
    assert merged(SENT, theirs, [of_person]) == theirs


def test_nothing_is_removed_that_something_here_still_needs() -> None:
    theirs = without(SENT, YEAR, FIRST, SECOND)
    new = Measure(id="m9", year_id=YEAR.id, rank="9", title="เพิ่งเพิ่มที่นี่")
    ours = with_records(SENT, new)
    after = merged(ours, theirs, proposals(SENT, ours, theirs))
    assert after == without(ours, FIRST, SECOND)


def test_without_a_base_what_differs_collides_and_what_is_only_here_stays() -> None:
    new = Measure(id="m3", year_id=YEAR.id, rank="3", title="ใหม่")
    theirs = without(with_records(SENT, new, dataclasses.replace(FIRST, title="อื่น")), SECOND)
    found = proposals(None, SENT, theirs)
    assert fields_of_proposals(found) == [
        (Act.CHANGED, "m1", "title", True),
        (Act.ADDED, "m3", "", False),
    ]


def test_what_was_sent_to_whom_stays_with_the_file() -> None:
    theirs = with_records(SENT, SentCopy(id="s", receiver="นายก"))
    assert proposals(SENT, SENT, theirs) == ()


@st.composite
def sides(draw: st.DrawFn, count: int) -> tuple[Snapshot, ...]:
    """A file, and ``count`` that became of it: records removed, added, fields changed."""
    base = draw(offices())
    others = {type(one): one for one in draw(offices())}

    def worked_on() -> Iterable[Record]:
        for one in base:
            act = draw(st.sampled_from(["keep", "keep", "change", "remove"]))
            if act == "change":
                names = sorted({field.name for field in fields_of(type(one))} - PARENTS)
                name = draw(st.sampled_from(names))
                one = dataclasses.replace(one, **{name: getattr(others[type(one)], name)})
            if act != "remove" or isinstance(one, YearWork | Measure):
                yield one
        for number, other in enumerate(others.values()):
            childless = not PARENTS & {field.name for field in fields_of(type(other))}
            if childless and draw(st.booleans()):
                yield dataclasses.replace(other, id=f"new-{number}")

    return snapshot_of(base), *(snapshot_of(worked_on()) for _ in range(count))


@given(sides(1))
@settings(max_examples=10, deadline=None)
def test_whoever_has_done_nothing_gets_the_other_side_whole(both: tuple[Snapshot, ...]) -> None:
    base, theirs = both
    found = proposals(base, base, theirs)
    assert not any(one.collides for one in found)
    after = merged(base, theirs, found)
    kept = [one for one in after.records if theirs.get(type(one), one.id) is None]
    assert all(isinstance(one, SentCopy) or _needed(one, after) for one in kept), (
        "only what others still refer to may stay"
    )
    for one in theirs.records:
        if not isinstance(one, SentCopy):
            assert after.get(type(one), one.id) == one


@given(sides(2))
@settings(max_examples=10, deadline=None)
def test_what_does_not_collide_loses_nothing_of_either_side(
    all_of: tuple[Snapshot, ...],
) -> None:
    base, ours, theirs = all_of
    quiet = [one for one in proposals(base, ours, theirs) if not one.collides]
    after = merged(ours, theirs, quiet)
    again = [one for one in proposals(base, after, theirs) if not one.collides]
    assert all(one.act is Act.REMOVED for one in again), "the same proposals do not come twice"
    removed = {one.key for one in quiet if one.act is Act.REMOVED}
    changed = {(one.key, one.field.name) for one in quiet if one.field is not None}
    for one in ours.records:
        now = after.get(type(one), one.id)
        if now is None:
            assert (type(one), one.id) in removed
            continue
        for field in fields_of(type(one)):
            if ((type(one), one.id), field.name) not in changed:
                assert getattr(now, field.name) == getattr(one, field.name)


def _needed(record: Record, snapshot: Snapshot) -> bool:
    links = {
        getattr(one, field.name)
        for one in snapshot.records
        for field in fields_of(type(one))
        if field.kind is Kind.LINK
    }
    return record.id in links


def test_a_state_reads_back_as_it_was_and_nothing_else_does() -> None:
    full = snapshot_of(FULL_RECORDS)
    assert unpacked(packed(full)) == full
    assert packed(full) == packed(snapshot_of(reversed(FULL_RECORDS)))


@given(offices())
@settings(max_examples=40, deadline=None)
def test_any_state_reads_back(records: tuple[Record, ...]) -> None:
    assert unpacked(packed(snapshot_of(records))) == snapshot_of(records)


@given(st.binary(max_size=200) | st.integers(0, 400).map(lambda n: packed(SENT)[:n]))
@settings(max_examples=10, deadline=None)
def test_bytes_that_are_no_state_are_refused(data: bytes) -> None:
    if data == packed(SENT):
        return
    with pytest.raises(BadValueError):
        unpacked(data)
