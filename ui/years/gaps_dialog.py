"""What scored below the target and has no measure yet, with measures to tick and add at once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.records import YearWork
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.scores.analysis_views import year_scores
from ita_desktop.session.years.gaps import Gap, Proposal, targets
from ita_desktop.session.years.proposals import proposed_gaps
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ita_desktop.thai.lists import joined
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.word_elide import word_lines

_SIZE = QSize(GRID * 140, GRID * 84)
_LINES = 2
"""Lines a proposal shows; the whole is in its tooltip."""

_ORIGIN = 27 * GRID
_PROPOSAL = Qt.ItemDataRole.UserRole
_MOST_CODES = 6
"""Codes told in the head of a gap."""


class GapTree(QTreeWidget):
    """Gaps with their proposals below them; ``ticked`` tells that other ones are chosen. A click
    anywhere on a proposal, or Space, ticks it."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[QTreeWidgetItem] = []
        self.setColumnCount(2)
        self.setHeaderLabels(["ข้อที่ต่ำกว่าเป้าหมาย และมาตรการที่แนะนำ", "ที่มา"])
        self.setAccessibleName("มาตรการที่แนะนำ")
        self.setIndentation(2 * GRID)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(1, _ORIGIN)
        self.itemClicked.connect(self._on_clicked)
        self.itemChanged.connect(lambda _item, _column: self.ticked.emit())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_words)
        header.sectionResized.connect(lambda *_: self._later.start(0))
        word_breaks().ready.connect(self._show_words)

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """The proposals with a tick, in order."""
        return tuple(_proposal(one) for one in self.rows if _on(one))

    def show_gaps(self, found: tuple[Gap, ...]) -> None:
        """Show these, nothing ticked, the first proposal in hand."""
        self.blockSignals(True)
        self.clear()
        self.rows = []
        heads = [self._head(gap) for gap in found]
        self.addTopLevelItems(heads)
        self.expandAll()
        for head in heads:
            head.setFirstColumnSpanned(True)
        self._show_words()
        if self.rows:
            self.setCurrentItem(self.rows[0])
        self.blockSignals(False)
        self.ticked.emit()

    def choose(self, wanted: Callable[[QTreeWidgetItem], bool]) -> None:
        """Tick the rows wanted, and no others."""
        self.blockSignals(True)
        for row in self.rows:
            row.setCheckState(0, _state(wanted(row)))
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item in self.rows:
            item.setCheckState(0, _state(not _on(item)))
            return
        super().keyPressEvent(event)

    def _head(self, gap: Gap) -> QTreeWidgetItem:
        head = QTreeWidgetItem([_head_words(gap)])
        head.setToolTip(0, _head_words(gap, every=True))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        for one in gap.proposals:
            row = QTreeWidgetItem(head)
            row.setData(0, _PROPOSAL, one)
            row.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            row.setCheckState(0, Qt.CheckState.Unchecked)
            row.setToolTip(0, _tip(one))
            row.setToolTip(1, _tip(one))
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.words} {one.origin}")
            self.rows.append(row)
        return head

    def _show_words(self) -> None:
        """Each proposal in as many lines as a row has, cut between words."""
        blocked = self.blockSignals(True)
        room = self.columnWidth(0) - 8 * GRID
        metrics = self.fontMetrics()
        for row in self.rows:
            one = _proposal(row)
            words = to_thai_but_codes(one.words)
            row.setText(0, "\n".join(word_lines(words, metrics, room, _LINES)))
            origin = to_thai_but_codes(one.origin)
            row.setText(1, "\n".join(word_lines(origin, metrics, _ORIGIN - 2 * GRID, _LINES)))
        self.blockSignals(blocked)

    def _on_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        # A click on the tick itself has turned it already, and told so by a change.
        if item in self.rows and not self._tick_hit(item):
            item.setCheckState(0, _state(not _on(item)))

    def _tick_hit(self, item: QTreeWidgetItem) -> bool:
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        left = self.visualItemRect(item).left()
        return left <= place.x() <= left + 3 * GRID


class GapsDialog(QDialog):
    """Accepted when the clerk wants measures added; :attr:`chosen` are then what was ticked."""

    def __init__(self, snapshot: Snapshot, work: YearWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._work = work
        self._scores = year_scores(snapshot, work.score_year)
        self._found: tuple[Gap, ...] = ()
        self.setWindowTitle(to_thai(f"ข้อที่ต่ำกว่าเป้าหมายและยังไม่มีมาตรการ ปี {work.action_year}"))
        self.setModal(True)
        self.target = QComboBox()
        self.target.setMaxVisibleItems(12)
        self.target.setAccessibleName("เป้าหมาย")
        for one in targets(self._scores):
            self.target.addItem(self._target_words(one), one)
        self.tree = GapTree()
        self.none = WrapLabel("", "hint")
        self.count = QLabel()
        set_role(self.count, "hint")
        self.add_button = push("", "plus", self.accept, role="primary")
        self.add_button.setDefault(True)
        self.cancel_button = push("ปิด", "x", self.reject)
        first = push("ข้อแนะนำแรกของทุกหัวข้อ", "list-checks", self._choose_first)
        none = push("ไม่เลือกเลย", "circle", lambda: self.tree.choose(lambda _row: False))
        self.ticks = (first, none)
        for button in (*self.ticks, self.cancel_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.target.activated.connect(lambda _at: self._show())
        self.tree.ticked.connect(self._tell)
        self._show()
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(_SIZE.boundedTo(screen - QSize(4 * GRID, 6 * GRID)))
        (self.tree if self._found else self.target).setFocus()

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """What is to become measures."""
        return self.tree.chosen

    def _show(self) -> None:
        target: Decimal = self.target.currentData()
        self._found = proposed_gaps(self._snapshot, self._work, target, self._scores)
        self.tree.setVisible(bool(self._found))
        self.none.setVisible(not self._found)
        for button in self.ticks:
            button.setEnabled(bool(self._found))
        self.none.setText(to_thai(self._none_words(target)))
        self.tree.show_gaps(self._found)

    def _none_words(self, target: Decimal) -> str:
        year = self._scores.year
        higher = target < max(targets(self._scores))
        more = " เลือกเป้าหมายที่สูงขึ้นเพื่อดูข้ออื่นได้" if higher else ""
        return f"ทุกข้อที่ได้ต่ำกว่า {target} คะแนนในปี {year} มีมาตรการแล้ว{more}"

    def _target_words(self, target: Decimal) -> str:
        """``ต่ำกว่า ๙๕ คะแนน (ผ่านดีเยี่ยม)``"""
        named = [one.name for one in self._scores.catalogue.levels if one.least == target]
        level = f" ({joined(named)})" if named else ""
        full = target == max(targets(self._scores))
        return to_thai(f"ทุกข้อที่ยังไม่ได้ {target} คะแนน" if full else f"ต่ำกว่า {target} คะแนน{level}")

    def _choose_first(self) -> None:
        self.tree.choose(lambda row: row.parent() is not None and row.parent().child(0) is row)

    def _tell(self) -> None:
        count = len(self.chosen)
        gap_words = f"{len(self._found)} หัวข้อยังไม่มีมาตรการ" if self._found else ""
        self.count.setText(to_thai(f"{gap_words} · เลือกไว้ {count}" if count else gap_words))
        words = to_thai(f"เพิ่มเป็นมาตรการ {count} รายการ" if count else "เพิ่มเป็นมาตรการ")
        self.add_button.setText(f" {words}")
        self.add_button.setAccessibleName(words)
        self.add_button.setEnabled(count > 0)

    def _lay_out(self) -> None:
        title = WrapLabel(to_thai(f"คะแนนปี {self._work.score_year} ที่ยังไม่มีมาตรการรองรับ"))
        section_title(title)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        label = QLabel("เป้าหมาย")
        label.setBuddy(self.target)
        top.addWidget(label)
        top.addWidget(self.target)
        top.addStretch(1)
        top.addWidget(QLabel("เลือก"))
        for button in self.ticks:
            top.addWidget(button)
        last = QHBoxLayout()
        last.setSpacing(GRID)
        last.addWidget(self.count, 1)
        last.addWidget(self.add_button)
        last.addWidget(self.cancel_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(title)
        hint = (
            "ติ๊กมาตรการที่จะทำ แล้วกด “เพิ่มเป็นมาตรการ” ทุกรายการเพิ่มพร้อมกันและเลิกทำได้ในครั้งเดียว"
            " โปรแกรมกรอกประเด็น ตัวชี้วัด และรหัสอ้างอิงให้"
        )
        whole.addWidget(WrapLabel(hint, "hint"))
        whole.addLayout(top)
        whole.addWidget(self.tree, 1)
        whole.addWidget(self.none, 1)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(last)


def _head_words(gap: Gap, *, every: bool = False) -> str:
    """``ประเด็นที่ ๓ … (I7 ๗๘.๒๐, O12 ๐.๐๐)``"""
    codes = sorted(gap.low, key=lambda one: gap.low[one])
    told = [f"{code} {score_words(gap.low[code])}" for code in codes]
    if gap.value is not None:
        told.insert(0, f"ได้ {score_words(gap.value)}")
    if len(told) > _MOST_CODES and not every:
        told = [*told[:_MOST_CODES], f"และอีก {len(told) - _MOST_CODES} ข้อ"]
    return to_thai_but_codes(f"{gap.title}  ({', '.join(told)})")


def _tip(one: Proposal) -> str:
    result = f"\nผลของปีนั้น: {one.result}" if one.result else ""
    return to_thai_but_codes(f"{one.words}\n{one.origin}{result}")


def _proposal(row: QTreeWidgetItem) -> Proposal:
    held = row.data(0, _PROPOSAL)
    assert isinstance(held, Proposal)
    return held


def _on(row: QTreeWidgetItem) -> bool:
    return row.checkState(0) == Qt.CheckState.Checked


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
