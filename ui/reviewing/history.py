"""ประวัติการแก้ไข: who changed what and when, searchable, read in portions."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.errors import UserError
from ita_desktop.session.review.history_views import (
    FieldStep,
    HistoryLine,
    HistoryReader,
    RecordStep,
    settle_history,
)
from ita_desktop.thai.digits import to_thai
from ui.dialogs import tell_problem
from ui.reviewing.history_rows import HistoryRows
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.cards import card
from ui.widgets.text.labels import OneLine, WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit
from ui.workspace import Workspace

_PORTION = 100
"""Lines that are read before somebody scrolls on."""
_LOOKED_AT = 200
"""Edits looked through between two turns of the window."""
_TYPING = 250
"""Milliseconds after the last letter before it is searched."""
_MOST_STEPS = 40
"""Records of one edit that are shown."""
_MOST_WORDS = 5_000
"""Characters of one value that are shown."""
_EMPTY = "(ว่าง)"


class HistoryDialog(QDialog):
    """``list`` beside the details of the edit in hand. ``record_id`` narrows it to one record."""

    def __init__(
        self, workspace: Workspace, record_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._record_id = record_id
        self._wanted = _PORTION
        self.setWindowTitle("ประวัติการแก้ไข")
        settle_history(workspace.session)
        self.search = ThaiLineEdit()
        self.search.setPlaceholderText("ค้นชื่อ ผู้แก้ไข หรือข้อความที่แก้")
        self.search.setAccessibleName("ค้นในประวัติ")
        self.search.setClearButtonEnabled(True)
        self.rows = HistoryRows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setAccessibleName("การแก้ไข ล่าสุดอยู่บน")
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = QLabel()
        set_role(self.told, "hint")
        self.about = OneLine(self._about())
        self.all_button = push("ดูทั้งแฟ้ม", "x", self._show_all, role="quiet")
        self.detail = QScrollArea()
        self.detail.setWidgetResizable(True)
        self.detail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._reader = HistoryReader(workspace.session, "", record_id)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._begin)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._read)
        self.search.textChanged.connect(lambda _text: self._later.start(_TYPING))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_line())
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._on_scrolled())
        self._show_line()
        self._read()
        self.search.setFocus()
        self.resize(GRID * 138, GRID * 82)

    @property
    def line(self) -> HistoryLine | None:
        """The edit in hand."""
        place = self.list.currentIndex().row()
        return self.rows.lines[place] if 0 <= place < len(self.rows.lines) else None

    # ---- reading

    def _begin(self) -> None:
        """Read anew from the newest edit."""
        self._next.stop()
        self._wanted = _PORTION
        self._reader = HistoryReader(self._workspace.session, self.search.text(), self._record_id)
        self.rows.clear()
        self._show_line()
        self._read()

    def _read(self) -> None:
        room = self._wanted - len(self.rows.lines)
        if room > 0 and not self._reader.at_end:
            try:
                self.rows.add(self._reader.read(room, _LOOKED_AT))
            except UserError as problem:
                self._reader.at_end = True
                tell_problem(self, problem)
            if self.line is None and self.rows.lines:
                self.list.setCurrentIndex(self.rows.index(0))
            if len(self.rows.lines) < self._wanted and not self._reader.at_end:
                self._next.start(0)
        self._tell()

    def _on_scrolled(self) -> None:
        bar = self.list.verticalScrollBar()
        if bar.maximum() - bar.value() < self.list.height() and not self._next.isActive():
            self._wanted = len(self.rows.lines) + _PORTION
            self._next.start(0)

    def _tell(self) -> None:
        count = len(self.rows.lines)
        if self._next.isActive():
            words = f"กำลังค้น… พบแล้ว {count} ครั้ง"
        elif not count:
            words = "ไม่พบการแก้ไขที่ค้น" if self.search.text().strip() else "ยังไม่มีการแก้ไข"
        elif self._reader.at_end:
            words = f"ทั้งหมด {count} ครั้ง"
        else:
            words = f"{count} ครั้งล่าสุด เลื่อนลงเพื่อดูต่อ"
        self.told.setText(to_thai(words))

    # ---- what is shown

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.search, 1)
        narrowed = QWidget()
        row = QHBoxLayout(narrowed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(QLabel("เฉพาะ"))
        row.addWidget(self.about, 1)
        row.addWidget(self.all_button)
        narrowed.setVisible(bool(self._record_id))
        self._narrowed = narrowed
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.detail)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([GRID * 62, GRID * 72])
        close = QPushButton("ปิด")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addLayout(top)
        whole.addWidget(narrowed)
        whole.addWidget(splitter, 1)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _about(self) -> str:
        snapshot = self._workspace.session.snapshot
        record = snapshot.find(self._record_id) if self._record_id else None
        return RecordNames(snapshot).of(record) if record is not None else ""

    def _show_all(self) -> None:
        self._record_id = ""
        self._narrowed.hide()
        self._begin()

    def _show_line(self) -> None:
        line = self.line
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(GRID, 0, GRID, GRID)
        column.setSpacing(GRID)
        if line is not None:
            title = WrapLabel(line.name)
            section_title(title)
            column.addWidget(title)
            column.addWidget(WrapLabel(f"{line.time_words} · {line.who or 'ไม่ทราบชื่อ'}", "hint"))
            if line.unread:
                column.addWidget(WrapLabel("อ่านรายละเอียดของการแก้ไขนี้ไม่ได้", "amber"))
            steps = sorted(line.steps, key=lambda one: one.record_id != self._record_id)
            for step in steps[:_MOST_STEPS]:
                column.addWidget(self._step(step))
            more = len(line.steps) - _MOST_STEPS
            if more > 0:
                column.addWidget(WrapLabel(to_thai(f"และอีก {more} รายการ"), "hint"))
        column.addStretch(1)
        self.detail.setWidget(inner)

    def _step(self, step: RecordStep) -> QWidget:
        frame, column = card("")
        name = WrapLabel(f"{step.act}: {step.name}")
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(name, 1)
        if step.here:
            field = step.fields[0].field if len(step.fields) == 1 else ""
            go = push(
                "ไปที่รายการ",
                "arrow-right",
                lambda: self._go(step.record_id, field),
                role="quiet",
                color_role="accent",
            )
            head.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for one in step.fields:
            column.addLayout(_field(one, whole=step.act != "แก้ไข"))
        return frame

    def _go(self, record_id: str, field: str) -> None:
        self.accept()
        self._workspace.show_place(record_id, field)


def _field(step: FieldStep, *, whole: bool) -> QVBoxLayout:
    """The label, what stood there, and what stands there since; of a ``whole`` record that was
    added or deleted only what it held."""
    column = QVBoxLayout()
    column.setSpacing(0)
    label = QLabel(step.label)
    set_role(label, "hint")
    column.addWidget(label)
    row = QHBoxLayout()
    row.setSpacing(GRID)
    before, after = (words[:_MOST_WORDS] or _EMPTY for words in (step.before, step.after))
    if whole:
        row.addWidget(_words(step.after or step.before), 1)
    else:
        row.addWidget(_words(before, "hint"), 1)
        row.addWidget(QLabel("→"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_words(after, "" if step.after else "hint"), 1)
    column.addLayout(row)
    return column


def _words(words: str, role: str = "") -> WrapLabel:
    label = WrapLabel(words[:_MOST_WORDS], role)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
