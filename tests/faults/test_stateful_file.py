"""Any acts in any order on a real file: the file equals a model of it at every step."""

from __future__ import annotations

import dataclasses
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import (
    Comment,
    Division,
    Evidence,
    Measure,
    Office,
    Record,
    SentCopy,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.holding import Opened, open_or_read
from ita_desktop.session.intake.pasting import add_pasted
from ita_desktop.session.opening import open_to_work
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.review.returning import look_at, take_over
from ita_desktop.session.review.sending import NoteForm, Sending, send_copy
from ita_desktop.session.safety.backups import Backups, Places
from ita_desktop.session.safety.restoring import restore
from ita_desktop.session.session import Session
from ita_desktop.storage.backup_names import Backup, Reason
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import create_file, open_file
from tests.aids.strategies import lists, texts

YEAR = YearWork.of(2569)
Key = tuple[type[Record], str]
State = dict[Key, Record]
Sides = tuple[tuple[Key, Record | None, Record | None], ...]
"""What one act changed: each record before and after."""

FIELDS = st.one_of(
    st.tuples(st.sampled_from(("title", "note", "status_reason")), texts),
    st.tuples(st.sampled_from(("steps", "results")), lists),
)
pick = st.integers(0, 10**6)
Work = tuple[str, int, tuple[str, object]]
"""What a colleague does in a copy: edit, add or remove, which measure, a field and its value."""
WORKS = st.tuples(
    st.sampled_from(("edit", "edit", "add", "remove")),
    pick,
    FIELDS.filter(lambda one: bool(one[1])),
)


class Model:
    """What the file should hold, kept by rules of its own: records, and what can be undone."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self.now: State = {(type(one), one.id): one for one in records}
        self.done: list[Sides] = []
        self.undone: list[Sides] = []
        self.acts = 0

    def act(self, sides: Sides) -> None:
        if all(before == after for _, before, after in sides):
            return
        self._make(sides)
        self.done.append(sides)
        self.undone.clear()

    def undo(self) -> bool:
        if not self.done:
            return False
        self.undone.append(self.done.pop())
        self._make(tuple((key, after, before) for key, before, after in self.undone[-1][::-1]))
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        self.done.append(self.undone.pop())
        self._make(self.done[-1])
        return True

    def outside(self, record: Record) -> None:
        """A change that is no step to be undone."""
        self.acts += 1
        self.now[type(record), record.id] = record

    def reopened(self) -> None:
        self.done.clear()
        self.undone.clear()

    def _make(self, sides: Sides) -> None:
        """Make a change upon what is there now: only the fields that it changes are changed."""
        self.acts += 1
        for key, before, after in sides:
            if after is None:
                self.now.pop(key, None)
            elif before is None or key not in self.now:
                self.now[key] = after
            else:
                changed = {
                    field.name: getattr(after, field.name)
                    for field in dataclasses.fields(after)
                    if getattr(after, field.name) != getattr(before, field.name)
                }
                self.now[key] = dataclasses.replace(self.now[key], **changed)

    @property
    def snapshot(self) -> Snapshot:
        return snapshot_of(self.now.values())


@dataclasses.dataclass
class Away:
    """A copy that was sent: what it held then, and what whoever has it made of it."""

    path: Path
    sent: State
    now: State


def merged(was: State, ours: State, theirs: State, *, all_of_it: bool) -> Sides:
    """What taking over a copy changes, by rules of this test's own: of what was done there, what
    nothing done here stands against, or all of it."""
    sides: list[tuple[Key, Record | None, Record | None]] = []
    for key in dict.fromkeys((*was, *theirs)):
        before, here, there = was.get(key), ours.get(key), theirs.get(key)
        if there in (before, here):
            continue
        after: Record | None = there
        if here is not None and there is not None:
            taken = {
                field.name: getattr(there, field.name)
                for field in dataclasses.fields(there)
                if _taken(field.name, before, here, there, all_of_it)
            }
            after = dataclasses.replace(here, **taken)
        elif here != before and not all_of_it:
            continue
        sides.append((key, here, after))
    return tuple(sides)


def _taken(field: str, before: Record | None, here: Record, there: Record, all_of_it: bool) -> bool:
    """Of a record that was added on both sides nobody knows who changed a field."""
    if before is None:
        return all_of_it
    changed = getattr(there, field) != getattr(before, field)
    return changed and (all_of_it or getattr(here, field) == getattr(before, field))


class OfficeFile(RuleBasedStateMachine):
    """Drives one office file as a clerk, a colleague and a strange program would."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "งาน.itadb"
        records = (Office(name="ศรีสำราญ"), YEAR, Division(id="d", name="กองคลัง"))
        create_file(self.path, records).close()
        self.model = Model(records)
        self.number = 0
        self.unread = False
        self.time = datetime(2026, 1, 5, 9, 0)
        self.kept: list[tuple[Backup, State]] = []
        self.away: list[Away] = []
        self.opened: Opened
        self.open()

    def open(self) -> None:
        self.opened = open_or_read(self.path)
        assert self.opened.recovered is None
        self.backups = Backups(self.session, Places(self.folder / "b"), clock=self.clock)

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.close()
            shutil.rmtree(self.folder)

    @property
    def session(self) -> Session:
        return self.opened.session

    def clock(self) -> datetime:
        self.time += timedelta(minutes=7)
        return self.time

    def new_id(self) -> str:
        self.number += 1
        return str(UUID(int=self.number))

    def measures(self) -> list[Measure]:
        return [one for one in self.model.now.values() if isinstance(one, Measure)]

    # ---- the clerk

    @rule(title=texts)
    def add(self, title: str) -> None:
        record = Measure(id=self.new_id(), year_id=YEAR.id, title=title)
        self.session.add(record)
        self.model.act((((Measure, record.id), None, record),))

    @precondition(lambda self: self.measures())
    @rule(place=pick, field=FIELDS)
    def edit(self, place: int, field: tuple[str, object]) -> None:
        before = self.measures()[place % len(self.measures())]
        after = dataclasses.replace(before, **{field[0]: field[1]})
        self.session.change(before, **{field[0]: field[1]})
        self.model.act((((Measure, before.id), before, after),))

    @precondition(lambda self: self.measures())
    @rule(place=pick)
    def delete(self, place: int) -> None:
        gone = self.measures()[place % len(self.measures())]
        self.session.remove(gone)
        self.model.act((((Measure, gone.id), gone, None),))

    @rule(data=st.binary(max_size=40), caption=texts)
    def add_picture(self, data: bytes, caption: str) -> None:
        digest = keep_picture(self.session, b"\x89PNG\r\n\x1a\n" + data)
        record = Evidence(id=self.new_id(), year_id=YEAR.id, picture=digest, caption=caption)
        self.session.add(record)
        self.model.act((((Evidence, record.id), None, record),))

    @precondition(lambda self: len(self.measures()) > 1)
    @rule(note=texts)
    def edit_many_at_once(self, note: str) -> None:
        sides = tuple(
            ((Measure, one.id), one, dataclasses.replace(one, note=note))
            for one in self.measures()
            if one.note != note
        )
        self.session.commit(Edit("หลายข้อ", tuple(Change(old, new) for _, old, new in sides)))
        self.model.act(sides)

    @rule(titles=st.lists(st.sampled_from(("อบรม", "ออกคำสั่ง", "เผยแพร่")), min_size=1, max_size=3))
    def import_a_table(self, titles: list[str]) -> None:
        rows = [(title, f"หมายเหตุของ{title}") for title in titles]
        brought = add_pasted(self.session, YEAR, ("title", "note"), rows)
        assert [(one.title, one.note) for one in brought] == rows
        self.model.act(tuple(((Measure, one.id), None, one) for one in brought))

    @rule()
    def undo(self) -> None:
        assert (self.session.undo() is not None) == self.model.undo()

    @rule()
    def redo(self) -> None:
        assert (self.session.redo() is not None) == self.model.redo()

    @rule()
    def close_and_open_again(self) -> None:
        self.opened.close()
        self.open()
        self.model.reopened()

    # ---- backups

    @rule(reason=st.sampled_from(Reason))
    def back_up(self, reason: Reason) -> None:
        self.session.flush()
        outcome = self.backups.before(reason)
        assert outcome.good, outcome.problems
        self.kept.append((outcome.made[0], dict(self.model.now)))

    @precondition(lambda self: any(one.path.exists() for one, _ in self.kept))
    @rule(place=pick)
    def restore(self, place: int) -> None:
        there = [(one, state) for one, state in self.kept if one.path.exists()]
        backup, state = there[place % len(there)]
        done = restore(self.session, backup, self.backups)
        assert done.safety.good
        assert done.missing == 0
        keys = dict.fromkeys((*self.model.now, *state))
        sides = tuple(
            (key, self.model.now.get(key), state.get(key))
            for key in keys
            if key[0] is not SentCopy and self.model.now.get(key) != state.get(key)
        )
        self.model.act(sides)

    # ---- copies

    @precondition(lambda self: len(self.away) < 3)
    @rule(history=st.booleans())
    def send_a_copy(self, history: bool) -> None:
        self.session.read_in()
        held = {key: one for key, one in self.model.now.items() if key[0] is not SentCopy}
        path = self.folder / f"สำเนา {self.number}-{len(self.away)}.itadb"
        done = send_copy(
            self.session,
            path,
            Sending("ปลัด", history=history, note=NoteForm.NONE),
            overwrite=True,
        )
        assert done.remembered and not done.missing
        self.away.append(Away(path, held, dict(held)))
        [record] = [
            one
            for one in self.session.snapshot.of(SentCopy)
            if (SentCopy, one.id) not in self.model.now
        ]
        self.model.outside(record)

    def away_at(self, place: int) -> Away:
        return self.away[place % len(self.away)]

    @precondition(lambda self: self.away)
    @rule(place=pick, works=st.lists(WORKS, min_size=1, max_size=3))
    def a_colleague_works_in_a_copy(self, place: int, works: list[Work]) -> None:
        away = self.away_at(place)
        with closing(open_to_work(away.path, who="ผู้ตรวจ")) as copy:
            for act, which, field in works:
                self.work_in_a_copy(away, copy, act, which, field)

    def work_in_a_copy(
        self, away: Away, copy: Session, act: str, which: int, field: tuple[str, object]
    ) -> None:
        measures = [one for one in away.now.values() if isinstance(one, Measure)]
        values: dict[str, Any] = {field[0]: field[1]}
        if act == "add" or not measures:
            made = Measure(id=self.new_id(), year_id=YEAR.id, **values)
            said = Comment(id=self.new_id(), about="measure", about_id=made.id, words="ดี")
            copy.add(made, said)
            away.now |= {(type(one), one.id): one for one in (made, said)}
            return
        before = measures[which % len(measures)]
        if act == "remove":
            copy.remove(before)
            del away.now[Measure, before.id]
        else:
            copy.change(before, **values)
            away.now[Measure, before.id] = dataclasses.replace(before, **values)

    @precondition(lambda self: self.away)
    @rule(place=pick, all_of_it=st.booleans())
    def a_copy_comes_back(self, place: int, all_of_it: bool) -> None:
        away = self.away_at(place)
        found = look_at(self.session, away.path)
        assert found.base is not None and found.base.sent is not None
        accepted = found.proposals if all_of_it else found.quiet
        take_over(self.session, found, accepted, self.backups)
        self.model.act(merged(away.sent, self.model.now, away.now, all_of_it=all_of_it))

    @precondition(lambda self: len(self.away) < 3 and self.measures())
    @rule(works=st.lists(WORKS, min_size=1, max_size=3), all_of_it=st.booleans())
    def both_work_between_sending_and_coming_back(self, works: list[Work], all_of_it: bool) -> None:
        """The clerk changes the very field that the colleague changes first, to something else."""
        self.send_a_copy(history=all_of_it)
        last = len(self.away) - 1
        self.a_colleague_works_in_a_copy(last, works)
        _, which, (name, value) = works[0]
        self.edit(which, (name, value + value))  # type: ignore[operator]
        self.a_copy_comes_back(last, all_of_it)

    # ---- others

    @rule(place=pick, name=texts, told=st.booleans())
    def a_colleagues_window_writes(self, place: int, name: str, told: bool) -> None:
        """Into a field of its own of any record; our window may read it in only at its next act."""
        self.session.flush()
        listed = list(self.model.now.values())
        before = listed[place % len(listed)]
        if not isinstance(before, Measure | Division):
            before = next(one for one in listed if isinstance(one, Division))
        field = "name" if isinstance(before, Division) else "indicator"
        with closing(Session(open_file(self.path))) as other:
            other.change(before, **{field: name})
            other.flush()
        after = dataclasses.replace(before, **{field: name})
        if after != before:
            self.model.acts += 1
            self.model.now[type(before), before.id] = after
            self.unread = not told
            news = self.session.snapshot != self.model.snapshot  # there and back again is none
            assert not told or self.session.read_in() == news

    @precondition(lambda self: self.measures())
    @rule(place=pick, name=texts, field=FIELDS)
    def both_change_the_same_measure(
        self, place: int, name: str, field: tuple[str, object]
    ) -> None:
        chosen = self.measures()[place % len(self.measures())]
        self.a_colleagues_window_writes(list(self.model.now.values()).index(chosen), name, False)
        self.edit(place, field)

    @rule(number=st.integers(0, 9))
    def a_strange_program_writes_and_it_is_accepted(self, number: int) -> None:
        self.session.flush()
        with closing(sqlite3.connect(self.path)) as other, other:
            other.execute("UPDATE division SET telephone = ?", (f"ต่อ {number}",))
        with closing(open_file(self.path, read_only=True)) as reader:
            changed = reader.content != Intact()
        self.session.read_in()
        self.session.accept_content()
        self.model.acts += 1
        for key, one in self.model.now.items():
            if isinstance(one, Division):
                assert changed == (one.telephone != f"ต่อ {number}")
                self.model.now[key] = dataclasses.replace(one, telephone=f"ต่อ {number}")

    # ---- at every step

    @invariant()
    def the_file_equals_the_model(self) -> None:
        if not hasattr(self, "opened"):
            return
        self.session.flush()
        assert self.session.saving.safe
        if self.unread:
            self.unread = False  # after the next act at the latest, it is read in
        else:
            self.session.read_in()
            assert self.session.snapshot == self.model.snapshot
        with closing(open_file(self.path, read_only=True)) as reader:
            assert reader.load() == self.model.snapshot
            assert reader.content == Intact()
            history = reader.history(10**6)
            assert len(history) == self.model.acts
            assert len({entry.edit_id for entry in history}) == len(history)


def test_any_acts_in_any_order_leave_the_file_equal_to_its_model() -> None:
    run_state_machine_as_test(
        OfficeFile,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@settings(max_examples=15, deadline=None)
@given(
    there=st.lists(WORKS, min_size=1, max_size=4),
    here=st.lists(WORKS, max_size=3),
    all_of_it=st.booleans(),
)
def test_what_a_clerk_and_a_colleague_did_meanwhile_is_brought_together(
    there: list[Work], here: list[Work], all_of_it: bool
) -> None:
    """The same acts as above in the order that matters most: out, both at work, back, undone."""
    file = OfficeFile()
    file.begin()
    try:
        file.add("มาตรการหนึ่ง")
        file.add("มาตรการสอง")
        file.send_a_copy(history=False)
        file.a_colleague_works_in_a_copy(0, there)
        for act, place, field in (*here, ("edit", *there[0][1:])):
            if act == "add" or not file.measures():
                file.add(f"{field[1]}")
            elif act == "remove":
                file.delete(place)
            else:
                file.edit(place, (field[0], field[1] + field[1]))  # type: ignore[operator]
        for step in (lambda: file.a_copy_comes_back(0, all_of_it), file.undo, file.redo):
            step()
            file.the_file_equals_the_model()
        file.a_copy_comes_back(0, not all_of_it)
        file.the_file_equals_the_model()
    finally:
        file.teardown()
