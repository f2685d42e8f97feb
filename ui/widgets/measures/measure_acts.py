"""What the hand does with measures on their page: each act is one undoable edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.model.records import Measure
from ita_desktop.session.measures import (
    add_measure,
    delete_measures,
    duplicate_measure,
    move_measure,
    move_measures,
)
from ita_desktop.thai.digits import to_thai
from ui.widgets.measures.measure_forms import MeasureForms
from ui.widgets.measures.measure_side import MeasureSide
from ui.workspace import Workspace


class MeasureActs(QObject):
    """Acts on the measures selected in ``side``; what is being typed in ``form`` is kept first."""

    def __init__(
        self, workspace: Workspace, side: MeasureSide, form: MeasureForms, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._side = side
        self._form = form
        self._parent = parent
        self._deleted: frozenset[str] = frozenset()

    # ---- what there is

    @property
    def read_only(self) -> bool:
        return self._workspace.session.read_only

    @property
    def can_move(self) -> bool:
        """Whether the order may be changed: not while some measures are hidden."""
        return not self.read_only and not self._side.filter.wanted.on

    @property
    def current(self) -> Measure | None:
        """The measure in hand as the file holds it."""
        return self._workspace.session.snapshot.get(Measure, self._side.list.current_id)

    @property
    def selected(self) -> list[Measure]:
        """The measures selected, in order."""
        snapshot = self._workspace.session.snapshot
        found = (snapshot.get(Measure, one) for one in self._side.list.selected_ids)
        return [one for one in found if one is not None]

    def came_back(self, ids: list[str]) -> list[str]:
        """Which of the measures had been deleted here, and were brought back."""
        back = [one for one in ids if one in self._deleted]
        self._deleted -= set(back)
        return back

    def act(self, name: str) -> None:
        """Do what a name of :data:`ui.widgets.measures.measure_side.ACTS`, or ``add``, says."""
        acts: dict[str, Callable[[], object]] = {
            "add": self.add,
            "up": lambda: self.step(-1),
            "down": lambda: self.step(1),
            "duplicate": self.duplicate,
            "delete": self.delete,
            "paste": self.paste,
            "word": self.word,
            "comment": self.comment,
            "history": lambda: self._workspace.show_history(self._side.list.current_id),
        }
        acts[name]()

    # ---- acts

    def add(self) -> None:
        """A new measure behind the one in hand; its title is typed next."""
        if self.read_only:
            return
        self._form.flush()
        self._side.filter.clear()
        made = add_measure(self._workspace.session, self._workspace.year, self.current)
        self._show(made.id)
        self._form.begin()

    def duplicate(self) -> None:
        """A copy of the measure in hand right behind it."""
        self._form.flush()
        measure = self.current
        if measure is None or self.read_only:
            return
        copy = duplicate_measure(self._workspace.session, measure)
        self._show(copy.id)
        self._workspace.notice("ทำสำเนามาตรการแล้ว", undo=True)

    def delete(self) -> None:
        """Delete what is selected; the bar offers to undo it."""
        self._form.flush()
        measures = self.selected
        if not measures or self.read_only:
            return
        self._deleted |= {one.id for one in measures}
        delete_measures(self._workspace.session, measures)
        self._workspace.notice(to_thai(f"ลบมาตรการ {len(measures)} รายการแล้ว"), undo=True)

    def step(self, by: int) -> None:
        """Move the measure in hand up (-1) or down (1)."""
        self._form.flush()
        measure = self.current
        if measure is None or self.read_only:
            return
        if not self.can_move:
            self._workspace.notice("ระหว่างกรอง ย้ายลำดับไม่ได้ กด “เลิกกรอง” ก่อน")
            return
        siblings = self._workspace.session.snapshot.measures(measure.year_id)
        place = [one.id for one in siblings].index(measure.id) + by
        if 0 <= place < len(siblings):
            move_measure(self._workspace.session, measure, place)
            self._side.list.show_current()

    def move(self, ids: list[str], place: int) -> None:
        """Put measures before the one at ``place``."""
        self._form.flush()
        if not self.can_move:
            return
        snapshot = self._workspace.session.snapshot
        measures = [one for one in (snapshot.get(Measure, one) for one in ids) if one]
        move_measures(self._workspace.session, measures, place)

    def paste(self) -> None:
        """Add what the clipboard holds: lines as titles, a table after matching its columns."""
        if self.read_only:
            return
        from ui.widgets.intake.measure_paste import paste_measures

        self._form.flush()
        data = QGuiApplication.clipboard().mimeData()
        if not data.text().strip() and not data.hasHtml():
            self._workspace.notice("ยังไม่มีอะไรให้วาง ให้เลือกและคัดลอกรายการหรือตารางก่อน")
            return
        self._show_added(paste_measures(self._parent, self._workspace, data, self.current))

    def _show_added(self, made: tuple[Measure, ...]) -> None:
        """Select what was added, and offer to undo it."""
        if made:
            self._side.filter.clear()
            self._show(made[0].id, [one.id for one in made])
            self._side.list.setFocus()
            self._workspace.notice(to_thai(f"ได้มาตรการ {len(made)} รายการแล้ว"), undo=True)

    def word(self) -> None:
        """Add what a table of a Word file holds, after matching its columns."""
        if self.read_only:
            return
        from ui.choosing import choose_word_to_read

        folder = self._workspace.session.path.parent
        if path := choose_word_to_read(self._parent, folder):
            self.take_word(path)

    def take_word(self, path: Path) -> None:
        """The same of a Word file that was chosen already, at the end of the list."""
        from ui.widgets.intake.measure_paste import import_word

        self._form.flush()
        self._show_added(import_word(self._parent, self._workspace, path))

    def comment(self) -> None:
        """Write a comment about the measure in hand as a whole."""
        from ui.widgets.comments.comment_dialog import write_comment

        self._form.flush()
        if self.current is not None:
            write_comment(self._parent, self._workspace, self.current)

    def copy(self) -> None:
        """The titles of what is selected, one a line."""
        titles = [" ".join(one.title.split()) for one in self.selected]
        if titles:
            QGuiApplication.clipboard().setText("\n".join(titles))

    def _show(self, measure_id: str, others: list[str] | None = None) -> None:
        self._side.list.select(measure_id, others or ())
        self._side.list.show_current()
