"""บัญชี ITA: the lists that the assessment goes by, year by year, which the office may correct."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.catalogue import KINDS, catalogue_of, catalogue_years, tool_of
from ita_desktop.model.records import CatalogueItem
from ita_desktop.session.scores.catalogue_edits import (
    add_catalogue_year,
    remove_catalogue_year,
    restorable,
    restore_year,
)
from ita_desktop.session.scores.catalogues import held_in_file
from ita_desktop.storage.catalogue import packaged_years
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, page_title, set_role
from ui.widgets.catalogues.catalogue_parts import PARTS, Part, entries
from ui.widgets.catalogues.catalogue_register import CatalogueRegister
from ui.widgets.flow import FlowLayout
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_HINT = "ตัวชี้วัด ข้อคำถาม และข้อ OIT เปลี่ยนทุกปี แก้ให้ตรงกับคู่มือของปีนั้นได้ รายการที่มีวงประสีเหลืองยังไม่มีเอกสารยืนยัน"


class CataloguePage(QWidget):
    """``registers`` by the name of their part; one is shown at a time, of one year."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.year = 0
        self.registers: dict[str, CatalogueRegister] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        self.year_box = QComboBox()
        self.year_box.setAccessibleName("ปีของบัญชี ITA")
        self.year_box.activated.connect(lambda _at: self._choose(self.year_box.currentData()))
        self.more_button = QToolButton()
        self.told = QLabel()
        set_role(self.told, "hint")
        self._lay_out()
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._refresh())
        self.year = workspace.year.score_year
        self._refresh()
        self.show_part(PARTS[0])

    # ---- what the window asks

    def show_part(self, part: Part) -> None:
        """Turn to one list."""
        self._buttons[part.name].setChecked(True)
        register = self.registers[part.name]
        self.stack.setCurrentWidget(register)
        self.setFocusProxy(register.list)

    def show_place(self, record_id: str, field: str) -> None:
        """Go to an entry and its field."""
        record = self._workspace.session.snapshot.find(record_id)
        if record is None or type(record) not in KINDS:
            return
        self._choose(record.year)  # type: ignore[attr-defined]
        for part in PARTS:
            of_tool = not isinstance(record, CatalogueItem) or tool_of(record.code) is part.tool
            if part.kind is type(record) and of_tool:
                self.show_part(part)
                self.registers[part.name].show_entry(record_id, field)

    # ---- years

    def _choose(self, year: int) -> None:
        if year != self.year:
            self._flush()
            self.year = year
            self._refresh()

    def _fill_more(self) -> None:
        menu = self.more_button.menu()
        menu.clear()
        snapshot, session = self._workspace.session.snapshot, self._workspace.session
        free = not session.read_only
        held = catalogue_years(snapshot)
        newest = max((*held, *packaged_years()))
        fresh = [year for year in reversed(packaged_years()) if year not in held]
        for year in fresh:
            words = to_thai(f"เพิ่มปี {year} ที่มากับโปรแกรม")
            self._add(menu, "plus", words, free, lambda one=year: self._add_year(one))
        words = to_thai(f"เพิ่มปีใหม่ {newest + 1} โดยคัดลอกจากปีล่าสุด")
        self._add(menu, "calendar-plus", words, free, lambda: self._add_year(newest + 1))
        menu.addSeparator()
        count = restorable(snapshot, self.year)
        told = f"คืนรายการที่มากับโปรแกรมทั้งปี {self.year} (ต่างกัน {count} รายการ)"
        self._add(menu, "rotate-ccw", to_thai(told), free and bool(count), self._restore_year)
        remove = free and held_in_file(snapshot, self.year)
        words = to_thai(f"ลบบัญชีปี {self.year} ออกจากแฟ้มงาน")
        self._add(menu, "trash-2", words, remove, self._remove_year)

    def _add(self, menu: QMenu, sign: str, words: str, on: bool, act: object) -> None:
        action = menu.addAction(icon(sign), words)
        action.setEnabled(on)
        action.triggered.connect(lambda _on=False: act())  # type: ignore[operator]

    def _add_year(self, year: int) -> None:
        self._flush()
        add_catalogue_year(self._workspace.session, year)
        self._choose(year)
        self._workspace.notice(to_thai(f"เพิ่มบัญชีปี {year} แล้ว"), undo=True)

    def _restore_year(self) -> None:
        self._flush()
        restore_year(self._workspace.session, self.year)
        self._workspace.notice(to_thai(f"คืนบัญชีปี {self.year} แล้ว"), undo=True)

    def _remove_year(self) -> None:
        self._flush()
        year = self.year
        remove_catalogue_year(self._workspace.session, year)
        self._workspace.notice(to_thai(f"ลบบัญชีปี {year} แล้ว"), undo=True)

    # ---- showing

    def _refresh(self) -> None:
        """Read the year anew from the open file."""
        snapshot = self._workspace.session.snapshot
        years = catalogue_years(snapshot)
        if self.year not in years and years:
            wanted = self._workspace.year.score_year
            self.year = wanted if wanted in years else years[0]
        if [self.year_box.itemData(at) for at in range(self.year_box.count())] != list(years):
            self.year_box.clear()
            for year in years:
                self.year_box.addItem(to_thai(f"ปี {year}"), year)
        self.year_box.setCurrentIndex(years.index(self.year) if self.year in years else -1)
        catalogue = catalogue_of(snapshot, self.year)
        for part in PARTS:
            self.registers[part.name].show_catalogue(catalogue)
            count = len(entries(catalogue, part))
            words = part.title if part is PARTS[0] else f"{part.title} ({count})"
            self._buttons[part.name].setText(to_thai(words))
        whole = [one for part in PARTS for one in entries(catalogue, part)]
        open_ones = sum(not one.certain for one in whole)
        told = f"ยังไม่ยืนยัน {open_ones} จาก {len(whole)} รายการ" if open_ones else ""
        self.told.setText(to_thai(told) if years else "ยังไม่มีบัญชี ITA ในแฟ้มงานนี้ กดปุ่มเพิ่มปี")

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds & set(KINDS):
            self._refresh()

    def _flush(self) -> None:
        for register in self.registers.values():
            register.form.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._flush()

    def _lay_out(self) -> None:
        title = QLabel("บัญชี ITA")
        page_title(title)
        self.more_button.setIcon(icon("calendar-plus"))
        self.more_button.setText(" เพิ่มปี")
        self.more_button.setToolTip("เพิ่มปี คืนรายการ หรือลบปี")
        self.more_button.setAccessibleName("เพิ่มปี คืนรายการ หรือลบปี")
        self.more_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more_button)
        menu.aboutToShow.connect(self._fill_more)
        self.more_button.setMenu(menu)
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(title)
        first.addWidget(self.year_box)
        first.addWidget(self.more_button)
        first.addStretch(1)
        first.addWidget(self.told)
        tabs = QWidget()
        flow = FlowLayout(tabs, GRID // 2)
        flow.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for part in PARTS:
            button = QPushButton(part.title)
            button.setCheckable(True)
            set_role(button, "segment")
            button.clicked.connect(lambda _on, one=part: self.show_part(one))
            group.addButton(button)
            flow.addWidget(button)
            self._buttons[part.name] = button
            register = CatalogueRegister(self._workspace, part)
            self.registers[part.name] = register
            self.stack.addWidget(register)
        head = QVBoxLayout()
        head.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        head.setSpacing(GRID)
        head.addLayout(first)
        head.addWidget(WrapLabel(_HINT, "hint"))
        head.addWidget(tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
