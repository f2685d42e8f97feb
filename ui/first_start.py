"""The first start: three questions, a place to keep the answers, and the work begins."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop import FILE_SUFFIX
from ita_desktop.documents.build import safe_name
from ita_desktop.errors import UserError
from ita_desktop.model.records import Office
from ita_desktop.model.values import AgencyKind
from ita_desktop.session.opening import new_file
from ita_desktop.thai.dates import fiscal_year
from ita_desktop.thai.digits import to_thai
from ui.choosing import choose_place, home
from ui.dialogs import tell_problem
from ui.icons import app_icon
from ui.settings import recent_files
from ui.theme import GRID, page_title, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit


class Questions(QFrame):
    """Kind and name of the agency, fiscal year, empty or from the sample. ``made`` brings the
    path of the new file."""

    made = Signal(object)

    def __init__(self, in_use: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._in_use = in_use
        self.kind = QComboBox(self)
        for kind in AgencyKind:
            self.kind.addItem(kind.label, kind)
        self.kind.setAccessibleName("ประเภทหน่วยงาน")
        self.name = ThaiLineEdit(self)
        self.name.setPlaceholderText("เช่น ศรีสำราญ")
        self.name.setAccessibleName("ชื่อหน่วยงาน")
        self.year = QComboBox(self)
        self.year.setAccessibleName("ปีงบประมาณ")
        now = fiscal_year(date.today())
        for year in range(now + 1, now - 4, -1):
            self.year.addItem(to_thai(f"พ.ศ. {year}"), year)
        self.year.setCurrentIndex(1)
        self.empty = QRadioButton("เริ่มจากแฟ้มเปล่า", self)
        self.sample = QRadioButton("เริ่มจากหน่วยงานตัวอย่าง เพื่อดูวิธีกรอกและลองพิมพ์", self)
        self.empty.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.empty)
        group.addButton(self.sample)
        self.make = push("สร้างแฟ้มงาน", "file-plus", self._make, role="primary", parent=self)
        self.name.returnPressed.connect(self._make)
        self.name.textChanged.connect(lambda _text: self._complain(""))
        self.sample.toggled.connect(self._on_sample)
        self._complaint = WrapLabel("", "danger", self)
        self._complaint.hide()
        self._lay_out()

    def proposed_path(self) -> Path:
        """A readable name among the clerk's documents."""
        if self.sample.isChecked():
            return home() / f"ITA ตัวอย่าง{FILE_SUFFIX}"
        name = f"{self.kind.currentText()}{self.name.text().strip()}"
        return home() / f"ITA {safe_name(name)}{FILE_SUFFIX}"

    def make_at(self, target: Path) -> None:
        """Make the file and tell its path. Raises UserError where it cannot be made."""
        if self._in_use and target.exists() and target.samefile(self._in_use):
            raise UserError("แฟ้มนี้กำลังเปิดอยู่ในโปรแกรม", "ตั้งชื่อแฟ้มอื่น")
        office = Office(kind=self.kind.currentData(), name=self.name.text().strip())
        path = new_file(
            target,
            new_id=lambda: str(uuid4()),
            sample=self.sample.isChecked(),
            office=office,
            action_year=self.year.currentData(),
            overwrite=True,  # the dialog has asked
        )
        self.made.emit(path)

    # ---- inner workings

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        agency = QHBoxLayout()
        agency.setSpacing(GRID)
        agency.addWidget(self.kind)
        agency.addWidget(self.name, 1)
        column.addWidget(_question("๑. หน่วยงานของท่าน"))
        column.addLayout(agency)
        column.addWidget(self._complaint)
        column.addWidget(WrapLabel("พิมพ์เฉพาะชื่อ เช่น ศรีสำราญ แก้ภายหลังได้", "hint", self))
        column.addSpacing(GRID)
        column.addWidget(_question("๒. ปีงบประมาณที่ดำเนินการ"))
        column.addWidget(self.year, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(GRID)
        column.addWidget(_question("๓. เริ่มต้นอย่างไร"))
        column.addWidget(self.empty)
        column.addWidget(self.sample)
        column.addSpacing(2 * GRID)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            WrapLabel("ขั้นต่อไปโปรแกรมจะถามที่เก็บแฟ้ม จากนั้นบันทึกให้เองทุกครั้งที่พิมพ์", "hint", self)
        )

    def _on_sample(self, sample: bool) -> None:
        for control in (self.kind, self.name, self.year):
            control.setEnabled(not sample)
        self._complain("")

    def _make(self) -> None:
        if not self.sample.isChecked() and not self.name.text().strip():
            self._complain("พิมพ์ชื่อหน่วยงานก่อน")
            self.name.setFocus()
            return
        target = choose_place(self, self.proposed_path(), "เก็บแฟ้มงานไว้ที่ใด")
        if target is None:
            return
        try:
            self.make_at(target)
        except UserError as problem:
            tell_problem(self, problem)

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))


class StartPage(QScrollArea):
    """What stands in the window while no file is open: the questions, and files worked on."""

    made = Signal(object)
    chosen = Signal(object)
    open_wanted = Signal()

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        mark = QLabel(inner)
        mark.setPixmap(app_icon().pixmap(56, 56))
        title = QLabel("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", inner)
        page_title(title)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(mark)
        words = QVBoxLayout()
        words.addWidget(title)
        words.addWidget(WrapLabel("กรอกครั้งเดียว ได้เอกสารราชการที่จัดหน้าแล้ว พร้อมลงนาม", "hint", inner))
        head.addLayout(words, 1)
        self.questions = Questions(parent=inner)
        self.questions.made.connect(self.made)
        column.addLayout(head)
        column.addWidget(self.questions)
        column.addLayout(self._known(recent_files(settings), inner))
        column.addStretch(1)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.addStretch(1)
        row.addWidget(inner, 8)
        row.addStretch(1)
        inner.setMaximumWidth(GRID * 92)
        self.setWidget(outer)
        self.questions.name.setFocus()

    def _known(self, paths: tuple[Path, ...], inner: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        heading = QLabel("หรือทำงานต่อจากแฟ้มที่มีอยู่", inner)
        section_title(heading)
        column.addWidget(heading)
        for path in paths[:5]:
            column.addWidget(
                push(
                    f"{path.stem}   —   {path.parent}",
                    "file-text",
                    partial(self.chosen.emit, path),
                    role="flat",
                    color_role="accent",
                    tip=str(path),
                )
            )
        words = "เปิดแฟ้มงานอื่น… หรือลากแฟ้มมาวางที่นี่"
        column.addWidget(
            push(words, "folder-open", self.open_wanted.emit, role="flat", parent=inner)
        )
        return column


class FirstStartDialog(QDialog):
    """The three questions while another file is open."""

    made = Signal(object)

    def __init__(self, in_use: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("สร้างแฟ้มงานใหม่")
        self.setMinimumWidth(GRID * 70)
        questions = Questions(in_use, self)
        questions.made.connect(self.made)
        column = QVBoxLayout(self)
        column.addWidget(questions)
        questions.name.setFocus()


def _question(words: str) -> QLabel:
    label = QLabel(words)
    section_title(label)
    return label
