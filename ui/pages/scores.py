"""คะแนน ITA: the scores of several years side by side, typed like a spreadsheet or pasted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.catalogue import KINDS, Catalogue
from ita_desktop.model.records import DocumentSetup, Score, ScoreYear
from ita_desktop.model.score_reading import read_score
from ita_desktop.model.scoring import Scores, scores_of
from ita_desktop.session.scores.catalogues import year_catalogue
from ita_desktop.session.scores.scores import (
    ScoreKey,
    add_score_year,
    remove_score_year,
    set_scores,
    shown_years,
)
from ita_desktop.thai.digits import Digits, convert, to_thai
from ui.icons import icon
from ui.theme import GRID, page_title
from ui.widgets.buttons import push, tool
from ui.widgets.documents.document_digits import document_digits
from ui.widgets.scores.score_detail import ScoreDetail
from ui.widgets.scores.score_model import CellFace
from ui.widgets.scores.score_paste import ScorePaste
from ui.widgets.scores.score_places import attended_field
from ui.widgets.scores.score_sheet import ScoreSheet
from ui.widgets.scores.score_summary import ScoreSummary
from ui.workspace import Workspace


class ScoresPage(QWidget):
    """``sheet`` is what is typed into; every act is one undoable edit."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._own = workspace.year.score_year
        self._catalogues: dict[int, Catalogue] = {}
        self._digits = Digits.THAI
        self.summary = ScoreSummary(workspace, self._number)
        self.sheet = ScoreSheet(self._number)
        self.detail = ScoreDetail()
        self.pasting = ScorePaste(workspace, self.sheet, self)
        self.year_box = QComboBox()
        self.year_box.setAccessibleName("ข้อคำถามตามปี")
        self.year_box.setToolTip("ข้อคำถามของแต่ละปีไม่เหมือนกัน ตารางแสดงข้อของปีที่เลือกนี้")
        self.more_button = QToolButton()
        self.paste_button = push(
            "วางตาราง", "clipboard-paste", self.pasting.paste, tip="วางคะแนน (Ctrl+V)"
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.sheet)
        self._refresh()
        self.sheet.setCurrentIndex(self.sheet.rows.index(0, 0))

    # ---- what the window asks

    def show_place(self, record_id: str, field: str) -> None:
        """Take a score in hand, or go to a field of what was published; also where the file holds
        neither yet."""
        for year in self.sheet.rows.years:
            if ScoreYear.of(year).id == record_id:
                self._choose_year(year)
                self.summary.go_to(field)
                return
        record = self._workspace.session.snapshot.get(Score, record_id)
        key = (record.year, record.code) if record is not None else self._key_of(record_id)
        if key is None:
            return
        if not self.sheet.go_to(key):
            self._choose_year(key[0])
            self.sheet.go_to(key)
        self.sheet.setFocus()

    # ---- acts

    def _on_typed(self, key: ScoreKey, text: str) -> None:
        """A figure is kept in the file; what is none stays in its cell until it is mended."""
        read = read_score(text)
        if read.problem:
            self.sheet.rows.keep_unread(key, text.strip())
        else:
            self.sheet.rows.keep_unread(key, "")
            set_scores(self._workspace.session, {key: read.value})
        self._show_detail()

    def _on_cleared(self, keys: list[ScoreKey]) -> None:
        for key in keys:
            self.sheet.rows.keep_unread(key, "")
        set_scores(self._workspace.session, dict.fromkeys(keys))
        self._show_detail()

    # ---- years

    def _choose_year(self, year: int) -> None:
        """Show the questions of a year."""
        if year != self._own:
            self._own = year
            self._refresh()

    def _fill_more(self) -> None:
        """What may be done with years."""
        menu = self.more_button.menu()
        menu.clear()
        free = not self._workspace.session.read_only
        years = self.sheet.rows.years
        for year in (years[0] + 1, years[-1] - 1):
            action = menu.addAction(icon("calendar-plus"), to_thai(f"เพิ่มปี {year}"))
            action.setEnabled(free)
            action.triggered.connect(lambda _on=False, one=year: self._add_year(one))
        menu.addSeparator()
        self._add_removal(menu, self._own)

    def _year_menu(self, year: int, where: QPoint) -> None:
        menu = QMenu(self)
        show = menu.addAction(to_thai(f"แสดงข้อคำถามของปี {year}"))
        show.setEnabled(year != self._own)
        show.triggered.connect(lambda: self._choose_year(year))
        self._add_removal(menu, year)
        menu.exec(where)

    def _add_removal(self, menu: QMenu, year: int) -> None:
        remove = menu.addAction(icon("trash-2"), to_thai(f"ลบคะแนนทั้งหมดของปี {year}"))
        remove.setEnabled(not self._workspace.session.read_only)
        remove.triggered.connect(lambda: self._remove_year(year))

    def _add_year(self, year: int) -> None:
        add_score_year(self._workspace.session, year)
        self._choose_year(year)
        self._workspace.notice(to_thai(f"เพิ่มปี {year} แล้ว"), undo=True)

    def _remove_year(self, year: int) -> None:
        count = remove_score_year(self._workspace.session, year)
        self._workspace.notice(to_thai(f"ลบคะแนน {count} ค่าของปี {year} แล้ว"), undo=True)

    # ---- showing

    def _refresh(self) -> None:
        """Read everything anew from the open file."""
        self._digits = document_digits(self._workspace, "scores")
        snapshot, work = self._workspace.session.snapshot, self._workspace.year
        years = shown_years(snapshot, work)
        if self._own not in years:
            self._own = work.score_year
        scores = {year: scores_of(snapshot, year, self._catalogue(year)) for year in years}
        self.sheet.rows.show(scores, self._own)
        self._fill_years(years)
        self._show_year(scores[self._own])

    def _catalogue(self, year: int) -> Catalogue:
        if year not in self._catalogues:
            self._catalogues[year] = year_catalogue(self._workspace.session.snapshot, year)
        return self._catalogues[year]

    def _fill_years(self, years: tuple[int, ...]) -> None:
        if [self.year_box.itemData(at) for at in range(self.year_box.count())] != list(years):
            self.year_box.clear()
            for year in years:
                self.year_box.addItem(self._number(year), year)
        self.year_box.setCurrentIndex(years.index(self._own))

    def _show_year(self, scores: Scores) -> None:
        self.summary.show_year(scores)
        self._show_detail()

    def _show_detail(self) -> None:
        index, rows = self.sheet.currentIndex(), self.sheet.rows
        row = self.sheet.row
        if row is None or not index.isValid():
            self.detail.tell("", "", CellFace(), "")
            return
        year = self._number(rows.years[index.column()])
        told = self._number(rows.told(index))
        self.detail.tell(self._number(f"{row.label} {row.words}"), year, rows.face(index), told)

    def _attend(self) -> None:
        """The preview follows the score in hand, where the document is about its year."""
        key, work = self.sheet.key, self._workspace.year
        if key is not None and key[0] == work.score_year:
            field = attended_field(key[1])
            self._workspace.attend(ScoreYear.of(work.score_year).id, field)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds & set(KINDS):
            self._catalogues.clear()
        if kinds & {*KINDS, Score, ScoreYear, DocumentSetup}:
            self._refresh()
        if DocumentSetup in kinds:
            self.sheet.viewport().update()
            self.sheet.names.viewport().update()

    def _on_year(self) -> None:
        self._own = self._workspace.year.score_year
        self._refresh()

    def _number(self, value: object) -> str:
        """A figure in the digits that the document of scores prints; codes as they are."""
        return convert(str(value), self._digits, spare_codes=True)

    def _key_of(self, record_id: str) -> ScoreKey | None:
        """The score whose record would have that id."""
        rows = self.sheet.rows
        for year, scores in rows.scores.items():
            codes = {row.key for row in rows.all_rows} | set(scores.typed)
            for code in codes:
                if Score.of(year, code).id == record_id:
                    return (year, code)
        return None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.summary.form.flush()
        if count := len(self.sheet.rows.unread):
            told = f"คะแนน {count} ช่องอ่านไม่ออก จึงยังไม่ได้เก็บลงแฟ้มงาน กลับไปแก้ได้ที่ช่องสีแดง"
            self._workspace.notice(to_thai(told))

    def _lay_out(self) -> None:
        title = QLabel("คะแนน ITA")
        page_title(title)
        self.more_button.setIcon(icon("calendar-plus"))
        self.more_button.setText(" เพิ่มปี")
        self.more_button.setToolTip("เพิ่มหรือลบปี")
        self.more_button.setAccessibleName("เพิ่มหรือลบปี")
        self.more_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setMenu(QMenu(self.more_button))
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(title, 1)
        label = QLabel("ข้อคำถามตามปี")
        label.setBuddy(self.year_box)
        head.addWidget(label)
        head.addWidget(self.year_box)
        head.addWidget(self.more_button)
        head.addWidget(self.paste_button)
        compare = tool(
            "move-horizontal", "เทียบสองปี", lambda: self._workspace.show_page("comparison")
        )
        head.addWidget(compare)
        head.addWidget(tool("unfold-vertical", "กางทุกข้อ (Alt+→)", self.sheet.unfold_all))
        head.addWidget(tool("fold-vertical", "พับเหลือตัวชี้วัด (Alt+←)", self.sheet.fold_all))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.detail)

    def _connect(self) -> None:
        workspace, sheet = self._workspace, self.sheet
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._on_year())
        self.year_box.activated.connect(lambda _at: self._choose_year(self.year_box.currentData()))
        self.more_button.menu().aboutToShow.connect(self._fill_more)
        sheet.typed.connect(self._on_typed)
        sheet.cleared.connect(self._on_cleared)
        self.pasting.text_pasted.connect(self._on_typed)
        sheet.paste_wanted.connect(self.pasting.paste)
        sheet.current_moved.connect(self._show_detail)
        sheet.current_moved.connect(self._attend)
        sheet.year_menu_wanted.connect(self._year_menu)
        read_only = workspace.session.read_only
        sheet.set_read_only(read_only)
        self.paste_button.setEnabled(not read_only)
