"""มาตรการ: the list of the year's measures beside the form of the one in hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.fields import fields_of
from ita_desktop.model.records import Division, Measure, RoundReport
from ita_desktop.session.measure_views import (
    MeasureFilter,
    filled,
    kept,
    missing_words,
    needs_of,
    printed_numbers,
)
from ita_desktop.session.measures import (
    add_measure,
    delete_measures,
    duplicate_measure,
    move_measure,
    move_measures,
)
from ita_desktop.thai.digits import convert, to_thai
from ui.icons import icon
from ui.settings import open_settings, remember_splitter, restore_splitter
from ui.theme import GRID, page_title, set_role
from ui.widgets.empty_measures import EmptyMeasures
from ui.widgets.form import RecordForm, surroundings
from ui.widgets.measure_filter_bar import MeasureFilterBar
from ui.widgets.measure_list import MeasureList
from ui.widgets.measure_plan import measure_plan
from ui.widgets.measure_rows import MeasureRow
from ui.workspace import Workspace

_SPLITTER = "measures"


class MeasuresPage(QWidget):
    """``list`` and ``form`` stand in ``splitter``; every act is one undoable edit."""

    def __init__(
        self,
        workspace: Workspace,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings or open_settings()
        self._deleted: set[str] = set()
        self._needs = needs_of(workspace.document)
        needed = [one for one in fields_of(Measure) if self._needs in one.needed]
        self.heading = QLabel()
        page_title(self.heading)
        self.filter = MeasureFilterBar(needed)
        self.list = MeasureList(self._told)
        self.list.make_menu = self._fill_menu
        self.form = RecordForm(workspace, Measure, measure_plan(self._needs))
        self.form.setAccessibleName("แบบกรอกมาตรการ")
        self.empty = EmptyMeasures()
        self.add_button = QPushButton(icon("plus", "on_accent"), "เพิ่มมาตรการ")
        set_role(self.add_button, "primary")
        self.add_button.setToolTip("เพิ่มมาตรการต่อจากมาตรการที่เลือก (Ctrl+N หรือ Insert ในรายการ)")
        self.buttons = self._make_buttons()
        self.stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._refresh()
        self.list.select(self.list.rows.rows[0].id if self.list.rows.rows else "")

    # ---- what the window asks

    def show_place(self, record_id: str, field: str) -> None:
        """Take a measure in hand and go to a field; a round's report stands for its measure."""
        snapshot = self._workspace.session.snapshot
        record = snapshot.find(record_id)
        if isinstance(record, RoundReport):
            record = snapshot.get(Measure, record.measure_id)
        if not isinstance(record, Measure):
            return
        for year in snapshot.years:
            if year.id == record.year_id:
                self._workspace.choose_year(year)
        if self.list.rows.place_of(record.id) < 0:
            self.filter.clear()
        self.list.select(record.id)
        self.list.show_current()
        if field:
            self.form.go_to(field)
        else:
            self.list.setFocus()

    # ---- acts

    def add(self) -> None:
        """A new measure behind the one in hand; its title is typed next."""
        if self._read_only:
            return
        self.form.flush()
        self.filter.clear()
        made = add_measure(self._workspace.session, self._workspace.year, self._current())
        self.list.select(made.id)
        self.list.show_current()
        self.form.focus_first()

    def duplicate(self) -> None:
        """A copy of the measure in hand right behind it."""
        self.form.flush()
        measure = self._current()
        if measure is None or self._read_only:
            return
        copy = duplicate_measure(self._workspace.session, measure)
        self.list.select(copy.id)
        self.list.show_current()
        self._workspace.notice("ทำสำเนามาตรการแล้ว", undo=True)

    def delete(self) -> None:
        """Delete what is selected; the bar offers to undo it."""
        self.form.flush()
        measures = self._selected()
        if not measures or self._read_only:
            return
        self._deleted |= {one.id for one in measures}
        delete_measures(self._workspace.session, measures)
        self._workspace.notice(to_thai(f"ลบมาตรการ {len(measures)} รายการแล้ว"), undo=True)

    def step(self, by: int) -> None:
        """Move the measure in hand up (-1) or down (1)."""
        self.form.flush()
        measure = self._current()
        if measure is None or not self.can_move:
            return
        siblings = self._workspace.session.snapshot.measures(measure.year_id)
        place = [one.id for one in siblings].index(measure.id) + by
        if 0 <= place < len(siblings):
            move_measure(self._workspace.session, measure, place)
            self.list.show_current()

    def move(self, ids: list[str], place: int) -> None:
        """Put measures before the one at ``place``."""
        self.form.flush()
        snapshot = self._workspace.session.snapshot
        measures = [one for one in (snapshot.get(Measure, one) for one in ids) if one]
        if self.can_move:
            move_measures(self._workspace.session, measures, place)

    def paste(self) -> None:
        """Add what the clipboard holds: lines as titles, a table after matching its columns."""

    def copy(self) -> None:
        """The titles of what is selected, one a line."""
        titles = [one.title for one in self._selected()]
        if titles:
            QGuiApplication.clipboard().setText("\n".join(titles))

    @property
    def can_move(self) -> bool:
        """Whether the order may be changed: not while some measures are hidden."""
        return not self._read_only and not self.filter.wanted.on

    # ---- Qt

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self._page_act(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._page_act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the search box Esc clears and ↓ goes to the list."""
        if watched is self.filter.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape and self.filter.wanted.on:
                self.filter.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _page_act(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return None
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_N: self.add,
            Qt.Key.Key_D: self.duplicate,
            Qt.Key.Key_F: self.filter.line.setFocus,
        }
        return acts.get(event.key())

    # ---- inner workings

    @property
    def _read_only(self) -> bool:
        return self._workspace.session.read_only

    def _current(self) -> Measure | None:
        return self._workspace.session.snapshot.get(Measure, self.list.current_id)

    def _selected(self) -> list[Measure]:
        snapshot = self._workspace.session.snapshot
        found = (snapshot.get(Measure, one) for one in self.list.selected_ids)
        return [one for one in found if one is not None]

    def _told(self, measure_id: str) -> str:
        measure = self._workspace.session.snapshot.get(Measure, measure_id)
        return missing_words(measure, self._needs) if measure else ""

    def _on_changed(self, _kinds: frozenset[type]) -> None:
        known = {row.id for row in self.list.rows.rows}
        focused = QApplication.focusWidget()
        typing = focused is not None and self.form.isAncestorOf(focused)
        self._refresh()
        fresh = [row.id for row in self.list.rows.rows if row.id not in known]
        back = [one for one in fresh if one in self._deleted]
        if back or (fresh and not typing and not self.filter.wanted.on):
            chosen = back or fresh
            self.list.select(chosen[0], chosen)
            self.list.show_current()
        self._deleted.difference_update(back)

    def _refresh(self) -> None:
        """Read the list anew from the open file."""
        workspace = self._workspace
        snapshot, year = workspace.session.snapshot, workspace.year
        measures = snapshot.measures(year.id)
        self.filter.set_divisions(snapshot.of(Division))
        wanted = self.filter.wanted
        numbers = printed_numbers(snapshot, year, workspace.document)
        digits = surroundings(workspace).digits
        rows = [
            MeasureRow(
                one.id,
                convert(f"{numbers[one.id]}.", digits),
                one.title,
                filled(one, self._needs),
                one.status.label if one.status else "",
            )
            for one in measures
            if kept(wanted, one, snapshot, self._needs) or self._in_hand(one.id)
        ]
        self.list.rows.can_move = self.can_move
        self.list.show_rows(rows)
        self.heading.setText(to_thai(f"มาตรการ ({len(measures)})"))
        shown = sum(kept(wanted, one, snapshot, self._needs) for one in measures)
        self.filter.tell(shown, len(measures))
        self.stack.setCurrentWidget(self.splitter if measures else self.empty)
        if not measures:
            self._on_current("")
        self._show_acts()

    def _in_hand(self, measure_id: str) -> bool:
        """Whether the measure is being typed into: it does not vanish under the hand."""
        focused = QApplication.focusWidget()
        return (
            measure_id == self.list.current_id
            and focused is not None
            and self.form.isAncestorOf(focused)
        )

    def _on_current(self, measure_id: str) -> None:
        measure = self._workspace.session.snapshot.get(Measure, measure_id)
        shown = self.form.record
        self.form.set_record(measure)
        if measure is not None and (shown is None or shown.id != measure.id):
            self._workspace.attend(measure.id)
        self._show_acts()

    def _on_year(self) -> None:
        self.filter.clear()
        self._refresh()

    def _on_filter(self, _wanted: MeasureFilter) -> None:
        self._refresh()
        self.list.show_current()

    def _show_acts(self) -> None:
        """Only what can be done now can be pressed."""
        chosen = bool(self.list.current_id)
        place, last = self.list.currentIndex().row(), self.list.rows.rowCount() - 1
        free = not self._read_only
        on = {
            "up": self.can_move and chosen and place > 0,
            "down": self.can_move and chosen and place < last,
            "duplicate": free and chosen,
            "delete": free and chosen,
            "paste": free,
        }
        for name, button in self.buttons.items():
            button.setEnabled(on[name])
        self.add_button.setEnabled(free)
        self.empty.set_read_only(not free)

    def _acts(self) -> tuple[tuple[str, str, str, str, Callable[[], object]], ...]:
        """Name, icon, words, keys and act of what can be done with the measures selected."""
        return (
            ("up", "arrow-up", "เลื่อนขึ้น", "Alt+↑", lambda: self.step(-1)),
            ("down", "arrow-down", "เลื่อนลง", "Alt+↓", lambda: self.step(1)),
            ("duplicate", "copy", "ทำสำเนา", "Ctrl+D", self.duplicate),
            ("delete", "trash-2", "ลบ", "Delete", self.delete),
            ("paste", "list-checks", "วางหลายมาตรการ", "Ctrl+V", self.paste),
        )

    def _make_buttons(self) -> dict[str, QToolButton]:
        made: dict[str, QToolButton] = {}
        for name, sign, words, keys, act in self._acts():
            button = QToolButton()
            button.setIcon(icon(sign))
            button.setToolTip(f"{words} ({keys})")
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, do=act: do())
            made[name] = button
        return made

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(icon("plus"), "เพิ่มมาตรการ\tInsert", self.add).setEnabled(not self._read_only)
        for name, sign, words, keys, act in self._acts():
            action = menu.addAction(icon(sign), f"{words}\t{keys}", act)
            action.setEnabled(self.buttons[name].isEnabled())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.add_button)
        acts = QHBoxLayout()
        acts.setSpacing(GRID // 2)
        for button in self.buttons.values():
            acts.addWidget(button)
        acts.addStretch(1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        side.setMinimumWidth(GRID * 32)
        self.splitter.addWidget(side)
        self.splitter.addWidget(self.form)
        self.form.setMinimumWidth(GRID * 40)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        if not restore_splitter(self._settings, _SPLITTER, self.splitter):
            self.splitter.setSizes([GRID * 36, GRID * 64])
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        order = (self.add_button, self.filter.line, self.filter.button, self.list)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        workspace, view = self._workspace, self.list
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._on_year())
        workspace.document_chosen.connect(lambda _document: self._refresh())
        self.splitter.splitterMoved.connect(
            lambda *_: remember_splitter(self._settings, _SPLITTER, self.splitter)
        )
        self.filter.changed.connect(self._on_filter)
        self.filter.line.installEventFilter(self)
        self.add_button.clicked.connect(self.add)
        self.empty.add_wanted.connect(self.add)
        self.empty.paste_wanted.connect(self.paste)
        view.current_changed.connect(self._on_current)
        view.add_wanted.connect(self.add)
        view.duplicate_wanted.connect(self.duplicate)
        view.delete_wanted.connect(self.delete)
        view.paste_wanted.connect(self.paste)
        view.copy_wanted.connect(self.copy)
        view.form_wanted.connect(self.form.focus_first)
        view.doubleClicked.connect(lambda _index: self.form.focus_first())
        view.step_wanted.connect(self.step)
        view.moved.connect(self.move)
        view.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
