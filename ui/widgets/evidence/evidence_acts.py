"""What the hand does with evidence: adds, pastes, replaces, orders and takes off pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.errors import UserError
from ita_desktop.model.records import Evidence
from ita_desktop.session.intake.incoming import Incoming
from ita_desktop.session.papers.evidence import (
    Brought,
    add_evidence,
    bring_photos,
    move_evidence,
    remove_evidence,
    step_evidence,
)
from ita_desktop.thai.digits import to_thai
from ui.brought import brought_in
from ui.choosing import choose_photos
from ui.waiting import Cancelled, Progress, wait_for
from ui.workspace import Workspace

_NOTHING_TO_PASTE = UserError(
    "ไม่มีภาพในคลิปบอร์ดให้วาง", "คัดลอกภาพ หรือคัดลอกแฟ้มภาพในโฟลเดอร์ก่อน แล้ววางที่หน้านี้"
)


class EvidenceActs(QObject):
    """``shown`` gives the pictures on the page in order, ``chosen`` the ids in hand.

    ``added`` carries the new records, ``troubled`` what could not be brought in (UserErrors; none
    where all went well).
    """

    added = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        shown: Callable[[], Sequence[Evidence]],
        chosen: Callable[[], Sequence[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown, self._chosen = shown, chosen
        self._window = parent
        self.measure_id = ""
        """The measure that the page shows alone: what is added belongs to it."""

    @property
    def read_only(self) -> bool:
        return self._workspace.session.read_only

    def act(self, name: str) -> None:
        """What a button or a key wants."""
        acts = {
            "add": self.ask,
            "paste": self.paste,
            "delete": self.delete,
            "up": lambda: self.step(-1),
            "down": lambda: self.step(1),
        }
        if not self.read_only:
            acts[name]()

    def ask(self) -> None:
        """Let the clerk choose picture files."""
        self.bring([Incoming.file(path) for path in choose_photos(self._window)])

    def paste(self) -> None:
        """Take what the clipboard holds: files, or one picture."""
        data = QGuiApplication.clipboard().mimeData()
        sources = brought_in(data) if data is not None else ()
        if not sources:
            self.troubled.emit((_NOTHING_TO_PASTE,))
            return
        self.bring(sources)

    def bring(self, sources: Sequence[Incoming]) -> None:
        """Add pictures behind the one in hand, as one edit; what was wrong is told."""
        if self.read_only or not sources:
            return
        brought = self._brought(sources)
        if brought is None:
            return
        behind = next((one for one in self._shown() if one.id in self._chosen()), None)
        if behind is not None and self.measure_id not in ("", behind.measure_id):
            behind = None
        measure_id = self.measure_id or (behind.measure_id if behind else "")
        if not brought.digests:
            return
        made = add_evidence(
            self._workspace.session,
            self._workspace.year,
            brought.digests,
            measure_id=measure_id,
            behind=behind,
        )
        self.added.emit(made)
        words = to_thai(f"เพิ่ม {len(made)} ภาพแล้ว")
        self._workspace.notice(" ".join(filter(None, (words, brought.saved_words))), undo=True)

    def another(self) -> str | None:
        """A picture to replace one: its SHA-256, or None."""
        paths = choose_photos(self._window)[:1]
        brought = self._brought([Incoming.file(path) for path in paths]) if paths else None
        return brought.digests[0] if brought is not None and brought.digests else None

    def delete(self) -> None:
        """Take the pictures in hand off; it can be undone, and the window says so."""
        ids = set(self._chosen())
        records = [one for one in self._shown() if one.id in ids]
        if not records:
            return
        remove_evidence(self._workspace.session, records)
        told = f"ลบ {len(records)} ภาพแล้ว" if len(records) > 1 else "ลบภาพแล้ว"
        self._workspace.notice(to_thai(told), undo=True)

    def step(self, step: int) -> None:
        """Move the pictures in hand up or down."""
        if not self.read_only:
            step_evidence(self._workspace.session, self._shown(), self._chosen(), step)

    def put(self, ids: list[str], anchor_id: str, before: bool) -> None:
        """Put dragged pictures beside another one."""
        anchor = self._workspace.session.snapshot.get(Evidence, anchor_id)
        if anchor is not None and not self.read_only:
            move_evidence(self._workspace.session, ids, anchor, before=before)

    def _brought(self, sources: Sequence[Incoming]) -> Brought | None:
        session = self._workspace.session

        def work(cancelled: Cancelled, progress: Progress) -> Brought:
            return bring_photos(session, sources, cancelled=cancelled, progress=progress)

        try:
            brought: Brought | None = wait_for(
                self._window, "กำลังย่อภาพ…", work, counted="ย่อภาพแล้ว {} ภาพ"
            )
        except UserError as problem:  # the office file itself refuses
            self.troubled.emit((problem,))
            return None
        if brought is not None:
            self.troubled.emit(brought.problems)
        return brought
