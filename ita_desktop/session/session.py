"""The session: an open office file that can be read, edited, undone and saved.

All state of the program lives in the file and here. An edit changes the snapshot at once and goes
to the file on the writer's thread; nothing typed is dropped while the file cannot be written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar
from uuid import uuid4

from ita_desktop.errors import UserError
from ita_desktop.model.edits import Change, Edit, added, removed
from ita_desktop.model.fields import field_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import DocumentSetup, Record, YearWork
from ita_desktop.model.snapshot import Snapshot, rebased
from ita_desktop.session.papers.rendering import Request
from ita_desktop.session.saving import SaveState, unforeseen
from ita_desktop.session.undoing import Undoing
from ita_desktop.storage.seal import Changed
from ita_desktop.storage.store import Store
from ita_desktop.storage.writer import Writer

R = TypeVar("R", bound=Record)
Kinds = frozenset[type[Record]]
Stop = Callable[[], None]


class Session:
    """One open office file. Not safe for threads: use it from the thread that made it.

    ``who`` goes into the history of edits from now on; tests may set ``clock`` and ``new_id``.
    """

    def __init__(
        self,
        store: Store,
        *,
        who: str = "",
        clock: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], Id] = lambda: str(uuid4()),
    ) -> None:
        self.store = store
        self.new_id = new_id
        self.clock = clock
        self.snapshot: Snapshot = store.load()
        self.changed = _last_change(store)
        """When the records last changed: the time that documents made of them bear."""
        self.doubted = isinstance(store.content, Changed)
        """The content was changed behind the program's back: read only until it is accepted."""
        self.undoing = Undoing()
        self.saving = SaveState()
        self._saving_lock = Lock()
        self.who = who
        self._parent: Id | None = store.last_edit()
        self.writer = Writer()
        self._listeners: tuple[Callable[[Kinds], None], ...] = ()
        self._save_listeners: tuple[Callable[[SaveState], None], ...] = ()

    # ---- what it is

    @property
    def path(self) -> Path:
        """The office file."""
        return self.store.path

    @property
    def read_only(self) -> bool:
        return self.store.read_only or self.doubted

    @property
    def undo_name(self) -> str:
        """What would be undone, or empty."""
        return self.undoing.done[-1].edit.name if self.undoing.done else ""

    @property
    def redo_name(self) -> str:
        """What would be redone, or empty."""
        return self.undoing.undone[-1].edit.name if self.undoing.undone else ""

    def year(self, action_year: int | None = None) -> YearWork:
        """One year's work by its action year (พ.ศ.), the newest by default.

        Raises UserError naming the years the file holds.
        """
        years = self.snapshot.years
        for year in years:
            if action_year in (None, year.action_year):
                return year
        held = ", ".join(str(year.action_year) for year in years) or "ยังไม่มี"
        raise UserError(f"แฟ้มงานนี้ไม่มีงานของปีงบประมาณ พ.ศ. {action_year or '-'}", f"ปีที่มี: {held}")

    def request(
        self, year: YearWork, document_id: str, setup: DocumentSetup | None = None
    ) -> Request:
        """What a renderer is asked for to make a document of the records as they are now."""
        return Request(self.snapshot, year, document_id, setup, self.changed)

    # ---- editing

    def commit(self, edit: Edit, visit: str = "") -> None:
        """Make an edit. Edits of the same ``visit`` to a field are undone as one.

        Raises UserError where the file is read-only.
        """
        if not edit.changes:
            return
        if self.read_only:
            raise read_only_error()
        self.read_in()
        edit = rebased(edit, self.snapshot)
        self._apply(edit, "edit")
        self.undoing = self.undoing.after(edit, visit)
        self._tell(edit.kinds)

    def change(
        self, record: R, /, *, visit: str = "", along: tuple[Change, ...] = (), **values: object
    ) -> R:
        """Give fields of a record new values, ``name`` among them; the record as it then stands.

        A record the file does not hold yet (an untouched set-up) is added. ``along`` are changes
        of other records that belong to the same edit.
        """
        current = self.snapshot.get(type(record), record.id)
        before = current if current is not None else record
        after = dataclasses.replace(before, **values)  # type: ignore[arg-type]
        if after != before or current is None:
            changes = (*along, Change(current, after))
            self.commit(Edit(_change_name(after, values), changes), visit)
        return after

    def add(self, *records: Record, name: str = "") -> None:
        """Add records in one edit."""
        self.commit(added(name or f"เพิ่ม{records[0].TITLE}", *records))

    def remove(self, *records: Record, name: str = "") -> None:
        """Delete records in one edit."""
        self.commit(removed(name or f"ลบ{records[0].TITLE}", *records))

    def undo(self) -> Edit | None:
        """Undo the last step; what was undone, or None."""
        if not self.undoing.done:
            return None
        self.read_in()
        edit = self.undoing.done[-1].edit
        self._apply(rebased(edit.reversed, self.snapshot), "undo")
        self.undoing = self.undoing.back()
        self._tell(edit.kinds)
        return edit

    def redo(self) -> Edit | None:
        """Redo the step undone last; what was redone, or None."""
        if not self.undoing.undone:
            return None
        self.read_in()
        edit = self.undoing.undone[-1].edit
        self._apply(rebased(edit, self.snapshot), "redo")
        self.undoing = self.undoing.forth()
        self._tell(edit.kinds)
        return edit

    def read_in(self) -> bool:
        """Take over what another program has written to the file meanwhile; whether there was."""
        if self.saving.waiting:
            return False
        try:
            if not self.store.foreign_write():
                return False
            fresh, parent = self.store.load(), self.store.last_edit()
        except UserError:
            return False  # the write that follows will fail in its turn, and be held and told
        before, self.snapshot, self._parent = self.snapshot, fresh, parent
        kinds = frozenset(
            kind for kind, table in before.tables.items() if table != self.snapshot.tables[kind]
        )
        if kinds:
            self._tell(kinds)
        return bool(kinds)

    def leave_visit(self) -> None:
        """End the visit to a field: what comes next is a step of its own."""
        if self.undoing.done and self.undoing.done[-1].visit:
            last = dataclasses.replace(self.undoing.done[-1], visit="")
            self.undoing = dataclasses.replace(self.undoing, done=(*self.undoing.done[:-1], last))

    def accept_content(self) -> None:
        """Go on from content that another program or a fault has changed, once the clerk said so.

        The history tells of it; what waited is written. Raises UserError where it cannot be.
        """
        edit_id, parent = self.new_id(), self.store.last_edit()
        self.store.accept(edit_id=edit_id, parent=parent, who=self.who, when=self.clock())
        self.doubted = False
        if self.saving.waiting:
            self.writer.retry()
        else:
            self._parent = edit_id

    # ---- listening

    def listen(self, listener: Callable[[Kinds], None]) -> Stop:
        """Be told which kinds of record changed; call the result to stop."""
        self._listeners += (listener,)
        return lambda: self._forget(listener)

    def listen_saving(self, listener: Callable[[SaveState], None]) -> Stop:
        """Be told when the state of saving changes, from the writer's thread too."""
        self._save_listeners += (listener,)
        return lambda: self._forget_saving(listener)

    # ---- saving

    def flush(self) -> None:
        """Wait until every edit is in the file, trying again what could not be written before.

        Raises UserError where an edit still could not be.
        """
        if self.saving.problem is not None:
            self.writer.retry()
        self.writer.flush()
        if self.saving.problem is not None:
            raise self.saving.problem

    def retry(self) -> None:
        """Try again to write what could not be written; what hinders stays told until it is."""
        self.writer.retry()

    def close(self) -> None:
        """Write what waits and let go of the file."""
        self.writer.close()
        self.store.close()

    # ---- inner workings

    def _apply(self, edit: Edit, kind: str) -> None:
        self.snapshot = self.snapshot.after(edit)
        edit_id, parent, who = self.new_id(), self._parent, self.who
        self._parent = edit_id
        when = self.changed = self.clock()
        self._say_saving(lambda now: dataclasses.replace(now, waiting=now.waiting + 1))

        def write() -> None:
            self.store.commit(edit, edit_id=edit_id, parent=parent, who=who, when=when, kind=kind)

        self.writer.submit(write, on_done=self._written, on_failed=self._not_written)
        if self.saving.problem is not None:
            self.writer.retry()  # what hindered may have gone

    def _written(self) -> None:
        when = self.clock()
        self._say_saving(lambda now: SaveState(waiting=now.waiting - 1, saved=when))

    def _not_written(self, problem: Exception) -> None:
        told = problem if isinstance(problem, UserError) else unforeseen(problem)
        self._say_saving(lambda now: dataclasses.replace(now, problem=told))

    def _say_saving(self, change: Callable[[SaveState], SaveState]) -> None:
        with self._saving_lock:
            state = self.saving = change(self.saving)
        for listener in self._save_listeners:
            listener(state)

    def _tell(self, kinds: Kinds) -> None:
        for listener in self._listeners:
            listener(kinds)

    def _forget(self, listener: Callable[[Kinds], None]) -> None:
        self._listeners = tuple(one for one in self._listeners if one is not listener)

    def _forget_saving(self, listener: Callable[[SaveState], None]) -> None:
        self._save_listeners = tuple(one for one in self._save_listeners if one is not listener)


def read_only_error() -> UserError:
    """Why a file that is open to read cannot be changed."""
    return UserError(
        "แฟ้มงานนี้เปิดไว้เพื่ออ่านอย่างเดียว จึงแก้ไขไม่ได้",
        "บันทึกเป็นแฟ้มใหม่ หรือปิดโปรแกรมที่กำลังใช้แฟ้มนี้แล้วเปิดใหม่",
    )


def _last_change(store: Store) -> datetime:
    newest = store.history(1)
    read = newest and not newest[0].unread
    return newest[0].when if read else datetime.fromtimestamp(store.path.stat().st_mtime)


def _change_name(record: Record, values: dict[str, object]) -> str:
    names = list(values)
    if len(names) == 1:
        return f"แก้ไข{field_of(type(record), names[0]).label}"
    return f"แก้ไข{record.TITLE}"
