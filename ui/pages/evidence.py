"""ภาพหลักฐาน: the year's pictures in order, beside the form of the one in hand."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.build import setup_of
from ita_desktop.errors import UserError
from ita_desktop.model.evidence import evidence_of
from ita_desktop.model.fields import field_of
from ita_desktop.model.records import DocumentSetup, Evidence, Measure
from ita_desktop.model.values import PicturesPerPage
from ita_desktop.session.measure_views import Filled
from ita_desktop.thai.digits import to_thai
from ui.brought import brings, brought_in
from ui.settings import open_settings
from ui.theme import GRID, page_title
from ui.widgets.editors.link_editor import QuietCombo
from ui.widgets.editors.option_editor import OptionEditor
from ui.widgets.evidence.evidence_acts import EvidenceActs
from ui.widgets.evidence.evidence_delegate import EvidenceRow
from ui.widgets.evidence.evidence_form import evidence_plan, numbered
from ui.widgets.evidence.evidence_head import EmptyEvidence, EvidenceBar, ProblemBox
from ui.widgets.evidence.evidence_list import EvidenceList
from ui.widgets.forms.form import RecordForm
from ui.widgets.page_keys import PageKeys
from ui.widgets.sides import Sides
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_SPLITTER = "evidence"
_ALL = "ทุกมาตรการ"
_NONE = "ไม่ระบุมาตรการ"
_TIP = "ลากแฟ้มภาพมาวางในรายการได้ ลากภาพในรายการเพื่อจัดลำดับหรือย้ายไปมาตรการอื่น"


class EvidencePage(QWidget):
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
        self._stale = False
        self.title = QLabel()
        page_title(self.title)
        a_page = field_of(DocumentSetup, "pictures_per_page")
        choices = [(one, f"หน้าละ {one.label}") for one in PicturesPerPage]
        self.a_page = OptionEditor(a_page, choices)
        self.bar = EvidenceBar()
        self.filter = QuietCombo()
        self.filter.setAccessibleName("แสดงภาพของ")
        self.problems = ProblemBox()
        self.list = EvidenceList(self._picture)
        self.acts = EvidenceActs(
            workspace, lambda: self.shown, lambda: self.list.selected_ids, self
        )
        self.form = RecordForm(workspace, Evidence, evidence_plan(self._picture, self.acts.another))
        self.form.setAccessibleName("แบบกรอกภาพหลักฐาน")
        self.empty = EmptyEvidence()
        self._keys = PageKeys(self, {"Ctrl+N": lambda: self.acts.act("add")})
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.splitter = Sides(self._settings, _SPLITTER, (1, 1))
        self._lay_out()
        self._connect()
        self._refresh()
        self.list.select(self.list.rows.rows[0].id if self.list.rows.rows else "")

    @property
    def shown(self) -> tuple[Evidence, ...]:
        """The pictures in the list, in order."""
        found = evidence_of(self._workspace.session.snapshot, self._workspace.year.id)
        only = self.acts.measure_id
        return tuple(one for one in found if only in ("", one.measure_id))

    # ---- what the window asks

    def show_place(self, record_id: str, field: str) -> None:
        """Take a picture in hand and go to a field."""
        snapshot = self._workspace.session.snapshot
        record = snapshot.get(Evidence, record_id)
        if record is None:
            return
        for year in snapshot.years:
            if year.id == record.year_id:
                self._workspace.choose_year(year)
        if self.list.rows.place_of(record_id) < 0:
            self.show_part("")
        self.list.select(record_id)
        self.list.show_current()
        if field:
            self.form.go_to(field)
        else:
            self.list.setFocus()

    def show_part(self, measure_id: str) -> None:
        """Show the pictures of one measure alone; of all for an empty id."""
        self.acts.measure_id = measure_id
        self._refresh()
        rows = self.list.rows.rows
        if self.list.row is None and rows:
            self.list.select(rows[0].id)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings(event.mimeData()) and not self.acts.read_only:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        sources = brought_in(event.mimeData())
        if sources:
            event.acceptProposedAction()
            self.acts.bring(sources)

    # ---- inner workings

    def _picture(self, digest: str) -> bytes | None:
        """A picture's bytes; none where the file is away: what is painted must not fail."""
        try:
            return self._workspace.session.store.attachment(digest)
        except UserError:
            return None

    def _refresh(self) -> None:
        """Read the list anew from the open file."""
        self._stale = False
        workspace = self._workspace
        snapshot, year = workspace.session.snapshot, workspace.year
        measures = snapshot.measures(year.id)
        names = {one.id: numbered(at, one.title) for at, one in enumerate(measures, start=1)}
        if self.acts.measure_id not in names:
            self.acts.measure_id = ""
        everything = evidence_of(snapshot, year.id)
        rows: list[EvidenceRow] = []
        before: str | None = None
        for one in self.shown:
            name = names.get(one.measure_id, _NONE)
            heading = name if name != before else ""
            before = name
            caption = " ".join(one.caption.split())
            rows.append(EvidenceRow(one.id, "", caption, Filled.ALL, "", one.picture, heading))
        self.list.rows.can_move = not self.acts.read_only
        self.list.show_rows(rows)
        self.list.scheduleDelayedItemsLayout()
        self.title.setText(to_thai(f"ภาพหลักฐาน ({len(everything)})"))
        self._fill_filter(measures, everything)
        setup = setup_of(snapshot, year, "evidence")
        self.a_page.set_value(setup.pictures_per_page or PicturesPerPage.TWO)
        self._show_stack(bool(everything))
        if not rows:
            self.form.set_record(None)
        self._show_acts()

    def _fill_filter(self, measures: tuple[Measure, ...], found: tuple[Evidence, ...]) -> None:
        counts = {one.id: sum(each.measure_id == one.id for each in found) for one in measures}
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(to_thai(f"{_ALL} ({len(found)} ภาพ)"), "")
        for at, one in enumerate(measures, start=1):
            if counts[one.id] or one.id == self.acts.measure_id:
                words = f"{numbered(at, one.title, 46)} ({counts[one.id]} ภาพ)"
                self.filter.addItem(to_thai(words), one.id)
        self.filter.setCurrentIndex(max(self.filter.findData(self.acts.measure_id), 0))
        self.filter.blockSignals(False)

    def _on_current(self, record_id: str) -> None:
        record = self._workspace.session.snapshot.get(Evidence, record_id)
        shown = self.form.record
        self.form.set_record(record)
        if record is not None and (shown is None or shown.id != record.id):
            self._workspace.attend(record.id, "caption")
        self._show_acts()

    def _on_added(self, made: tuple[Evidence, ...]) -> None:
        self.list.select(made[0].id, [one.id for one in made])
        self.list.show_current()
        if len(made) == 1:
            self.form.go_to("caption")

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds & {Evidence, Measure, DocumentSetup}:
            self._stale = not self.isVisible()  # nobody looks: later
            if not self._stale:
                self._refresh()

    def _on_a_page(self, choice: PicturesPerPage) -> None:
        workspace = self._workspace
        setup = setup_of(workspace.session.snapshot, workspace.year, "evidence")
        workspace.session.change(setup, pictures_per_page=choice)

    def _show_stack(self, any_picture: bool) -> None:
        shown = any_picture or bool(self.acts.measure_id)
        wanted = self.splitter if shown else self.empty
        self.setFocusProxy(self.list if shown else self.empty.add_button)
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        if self.stack.currentWidget() is not wanted:
            self.stack.setCurrentWidget(wanted)
            if had_focus:
                (self.list if shown else self.empty.add_button).setFocus()

    def _show_acts(self) -> None:
        """Only what can be done now can be pressed."""
        chosen = bool(self.list.current_id)
        place, last = self.list.currentIndex().row(), self.list.rows.rowCount() - 1
        free = not self.acts.read_only
        on = {
            "paste": free,
            "up": free and chosen and place > 0,
            "down": free and chosen and place < last,
            "delete": free and chosen,
        }
        for name, button in self.bar.buttons.items():
            button.setEnabled(on[name])
        self.bar.add_button.setEnabled(free)
        self.a_page.setEnabled(free)
        self.empty.set_read_only(not free)

    def _lay_out(self) -> None:
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(GRID * 2, 0, GRID, GRID)
        beside.setSpacing(GRID)
        for part in (self.bar, self.filter):
            beside.addWidget(part)
        beside.addWidget(self.list, 1)
        beside.addWidget(WrapLabel(_TIP, "hint"))
        self.form.setMinimumWidth(GRID * 34)
        self.splitter.fill(left, self.form, (GRID * 48, GRID * 46))
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.a_page)
        wide = sum(one.sizeHint().width() + GRID for one in self.a_page.buttons.values())
        self.a_page.setFixedWidth(wide + GRID)
        told = QHBoxLayout()
        told.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        told.addWidget(self.problems)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addLayout(head)
        whole.addLayout(told)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        workspace, view = self._workspace, self.list
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self.show_part(""))
        self.bar.acted.connect(self.acts.act)
        self.empty.add_wanted.connect(lambda: self.acts.act("add"))
        self.empty.paste_wanted.connect(lambda: self.acts.act("paste"))
        self.acts.added.connect(self._on_added)
        self.acts.troubled.connect(self.problems.tell)
        self.a_page.edited.connect(self._on_a_page)
        self.filter.activated.connect(lambda _at: self.show_part(self.filter.currentData()))
        view.current_changed.connect(self._on_current)
        view.add_wanted.connect(lambda: self.acts.act("add"))
        view.paste_wanted.connect(lambda: self.acts.act("paste"))
        view.delete_wanted.connect(lambda: self.acts.act("delete"))
        view.step_wanted.connect(self.acts.step)
        view.form_wanted.connect(lambda: self.form.go_to("caption"))
        view.dropped.connect(self.acts.bring)
        view.put.connect(self.acts.put)
        view.doubleClicked.connect(lambda _index: self.form.go_to("caption"))
        view.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
