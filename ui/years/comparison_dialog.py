"""This year beside the one before: scores up and down, measures kept, new and dropped."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.score_changes import ScoreChange
from ita_desktop.model.score_names import short_name
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.years.comparing import (
    MeasuresCompared,
    ScoresCompared,
    compare_measures,
    compare_scores,
)
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ui.theme import GRID, colours, section_title
from ui.widgets.buttons import push
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.labels import WrapLabel

_SIZE = QSize(GRID * 148, GRID * 84)
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ComparisonDialog(QDialog):
    """Shows and copies; it changes nothing."""

    def __init__(self, snapshot: Snapshot, work: YearWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(to_thai(f"เทียบปีงบประมาณ {work.action_year} กับปีก่อน"))
        self._scores = compare_scores(snapshot, work)
        self._measures = compare_measures(snapshot, work)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._score_half(work))
        halves.addWidget(self._measure_half(work))
        halves.setSizes([_SIZE.width() // 2] * 2)
        self.close_button = push("ปิด", "check", self.accept, role="primary")
        self.close_button.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(halves, 1)
        sentence = self._scores.sentence if self._scores else ""
        self.sentence = WrapLabel(to_thai_but_codes(sentence))
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button = push("คัดลอกข้อความ", "copy", self._copy)
        self.copy_button.setAutoDefault(False)
        if sentence:
            whole.addWidget(WrapLabel("ข้อความสำหรับรายงาน", role="hint"))
            whole.addWidget(self.sentence)
        last = QHBoxLayout()
        last.setSpacing(GRID)
        last.addStretch(1)
        if sentence:
            last.addWidget(self.copy_button)
        last.addWidget(self.close_button)
        whole.addLayout(last)
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(_SIZE.boundedTo(screen - QSize(4 * GRID, 6 * GRID)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.sentence.text())
        self.copy_button.setText(" คัดลอกแล้ว")

    # ---- scores

    def _score_half(self, work: YearWork) -> QWidget:
        found = self._scores
        if found is None:
            words = f"เทียบคะแนนไม่ได้ เพราะยังไม่มีคะแนนของปี {work.score_year} และปีก่อนหน้าครบทั้งสองปี"
            return _half("คะแนน ITA", WrapLabel(to_thai(f"{words} กรอกได้ในหน้าคะแนน ITA"), "hint"))
        self.scores = _score_table(found)
        return _half(to_thai(f"คะแนน ITA ปี {found.after} เทียบกับปี {found.before}"), self.scores)

    # ---- measures

    def _measure_half(self, work: YearWork) -> QWidget:
        found = self._measures
        if found is None:
            words = f"แฟ้มงานนี้ยังไม่มีงานของปีก่อนปี {work.action_year} ให้เทียบ"
            return _half("มาตรการ", WrapLabel(to_thai(words), "hint"))
        self.measures = _measure_table(found, work)
        title = f"มาตรการปี {work.action_year} เทียบกับปี {found.before.action_year}"
        return _half(to_thai(title), self.measures)


def _half(title: str, content: QWidget) -> QWidget:
    """A heading over a list, or over the words that stand in its place."""
    half = QWidget()
    heading = QLabel(title)
    section_title(heading)
    column = QVBoxLayout(half)
    column.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
    column.setSpacing(GRID)
    column.addWidget(heading)
    if isinstance(content, WrapLabel):
        column.addWidget(content)
        column.addStretch(1)
    else:
        column.addWidget(content, 1)
    return half


def _table(name: str, heads: tuple[str, ...], rows: int) -> QTableWidget:
    """A list to read, whose first column takes what room is left."""
    table = QTableWidget(rows, len(heads))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels([to_thai(one) for one in heads])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table


def _score_table(found: ScoresCompared) -> QTableWidget:
    heads = ("รายการ", f"ปี {found.before}", f"ปี {found.after}", "เปลี่ยนแปลง")
    table = _table("คะแนนสองปี", heads, len(found.changes))
    for column, width in ((1, 10), (2, 10), (3, 14)):
        table.setColumnWidth(column, width * GRID)
        table.horizontalHeaderItem(column).setTextAlignment(_NUMBERS)
    for row, one in enumerate(found.changes):
        name = f"{short_name(one.code)} {one.name}".rstrip()
        words = (to_thai_but_codes(name), _score(one.before), _score(one.after), change_mark(one))
        for column, text in enumerate(words):
            item = QTableWidgetItem(word_breaks().shown(text) if not column else text)
            item.setToolTip(text)
            if column:
                item.setTextAlignment(_NUMBERS)
            table.setItem(row, column, item)
        if one.by:
            role = colours().good if one.by > 0 else colours().amber
            table.item(row, 3).setForeground(QBrush(QColor(role)))
    return table


def _score(value: Decimal | None) -> str:
    return to_thai(score_words(value)) if value is not None else "-"


def change_mark(change: ScoreChange) -> str:
    """``▲ เพิ่ม ๙.๕๖``, ``▼ ลด ๑.๐๐``, ``เท่าเดิม``, or ``-`` where one year is not known."""
    by = change.by
    if by is None:
        return "-"
    if not by:
        return "เท่าเดิม"
    return to_thai(f"{'▲ เพิ่ม' if by > 0 else '▼ ลด'} {score_words(abs(by))}")


def _measure_table(found: MeasuresCompared, work: YearWork) -> QTableWidget:
    """The measures in three groups, each under a bold line with its count."""
    before = found.before.action_year
    groups: tuple[tuple[str, tuple[Measure, ...]], ...] = (
        ("ทำต่อจากปีก่อน", found.kept),
        (f"ใหม่ในปี {work.action_year}", found.new),
        (f"มีในปี {before} แต่ไม่ได้ทำต่อ", found.dropped),
    )
    table = _table("มาตรการสองปี", ("มาตรการ",), sum(1 + len(group) for _words, group in groups))
    table.horizontalHeader().hide()
    row = 0
    for words, measures in groups:
        head = QTableWidgetItem(to_thai(f"{words} ({len(measures)})"))
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        table.setItem(row, 0, head)
        for at, one in enumerate(measures, start=row + 1):
            name = to_thai_but_codes(one.name) or "(ยังไม่มีชื่อ)"
            item = QTableWidgetItem(word_breaks().shown(name))
            item.setToolTip(name)
            table.setItem(at, 0, item)
        row += 1 + len(measures)
    return table
