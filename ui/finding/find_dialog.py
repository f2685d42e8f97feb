"""ค้นหาและแทนที่: every text of the file searched while one types, replaced where one has looked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import UserError
from ita_desktop.session.searching.replacing import replace_hits, replaced_words
from ita_desktop.session.searching.searching import MOST, Hit, TextIndex, found_words
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import clean
from ui.dialogs import tell_problem
from ui.finding.hit_tree import HitTree, Key, key_of
from ui.theme import GRID
from ui.widgets.buttons import push
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit
from ui.workspace import Workspace

_SIZE = QSize(GRID * 132, GRID * 80)
_FIRST = (
    "พิมพ์คำที่ต้องการค้น โปรแกรมค้นทุกช่องของทั้งแฟ้มทุกปี ทั้งมาตรการ ผลการดำเนินการ คำบรรยายภาพ"
    " ถ้อยคำในเอกสาร และทะเบียนของหน่วยงาน เลขไทยกับเลขอารบิกนับเป็นตัวเดียวกัน"
)
_NONE = "ไม่พบคำนี้ในแฟ้มงาน ลองพิมพ์ให้สั้นลง หรือดูว่าสะกดตรงกับที่พิมพ์ไว้หรือไม่"


_TAKEN_AWAY = "คำที่เลือกจะหายไปจากข้อความโดยไม่มีคำใดมาแทน ดูแต่ละแห่งก่อนว่าข้อความยังอ่านได้ความ"


class FindDialog(QDialog):
    """Once it is closed ``wanted`` is the hit somebody wants to see, ``done_words`` the sentence
    that tells what was replaced, where anything was."""

    def __init__(
        self,
        workspace: Workspace,
        words: str = "",
        new: str = "",
        held: Key | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.wanted: Hit | None = None
        self.done_words = ""
        self._index = TextIndex(workspace.session.snapshot)
        self._result = self._index.search("")
        self._most = MOST
        self.setWindowTitle("ค้นหาและแทนที่")
        self.words = _box("ค้นหา", "คำที่ต้องการค้นในทุกช่องของแฟ้มงาน")
        self.new = _box("แทนที่ด้วย", "เว้นว่างไว้ถ้าต้องการค้นอย่างเดียว")
        self.whole = QCheckBox("เฉพาะทั้งคำ")
        self.whole.setToolTip("ไม่นับที่เป็นส่วนหนึ่งของคำอื่น เช่น O3 ใน O34")
        self.take_away = QCheckBox("ลบคำนี้")
        self.take_away.setToolTip("ลบคำที่ค้นออกจากข้อความ โดยไม่มีคำใดมาแทน")
        self.warning = WrapLabel(_TAKEN_AWAY, "amber")
        self.warning.hide()
        self.tree = HitTree()
        self.count = WrapLabel("", "hint")
        self.none = WrapLabel(_FIRST, "hint")
        self.more = push("แสดงเพิ่ม", "chevron-down", self._show_more, role="flat")
        self.replace = push("แทนที่", "check", self._replace, role="primary")
        self.go = push("ไปที่ช่องนี้", "arrow-right", self._go)
        self.closing = push("ปิด", "x", self.reject)
        for button in (self.more, self.replace, self.go, self.closing):
            button.setAutoDefault(False)
        self._lay_out()
        self.words.setText(words)
        self.new.setText(new)
        self.new.setEnabled(not workspace.session.read_only)
        self.take_away.setEnabled(not workspace.session.read_only)
        self.whole.toggled.connect(lambda _on: self._on_words())
        self.take_away.toggled.connect(self._on_take_away)
        self.words.textChanged.connect(lambda _text: self._on_words())
        self.new.textChanged.connect(lambda _text: self._show())
        self.tree.ticked.connect(self._count)
        self.tree.wanted.connect(lambda _hit: self._go())
        self.words.installEventFilter(self)
        workspace.changed.connect(self._on_changed)
        self._search()
        if held is not None:
            self.tree.go_to(held)
        self.words.setFocus()
        self.words.selectAll()
        around = parent.window().size() if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(QSize(around.width() - 4 * GRID, around.height() - 4 * GRID)))

    @property
    def hit(self) -> Hit | None:
        """The hit in hand."""
        return self.tree.hit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter in the box goes to the hit in hand; arrows down lead into what was found."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            if event.key() == Qt.Key.Key_Down and self.tree.rows:
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    # ---- inner workings

    def _lay_out(self) -> None:
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(GRID)
        boxes.setVerticalSpacing(GRID)
        for row, (label, box) in enumerate((("ค้นหา", self.words), ("แทนที่ด้วย", self.new))):
            boxes.addWidget(QLabel(label), row, 0)
            boxes.addWidget(box, row, 1)
        boxes.addWidget(self.whole, 0, 2)
        boxes.addWidget(self.take_away, 1, 2)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        middle.addWidget(self.none)
        middle.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tree)
        self.stack.addWidget(empty)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.more)
        foot.addWidget(self.go)
        foot.addWidget(self.replace)
        foot.addWidget(self.closing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addLayout(boxes)
        whole.addWidget(self.warning)
        whole.addWidget(self.stack, 1)
        whole.addLayout(foot)

    def _on_words(self) -> None:
        self.tree.forget_ticks()
        self._most = MOST
        self._search()

    def _on_take_away(self, on: bool) -> None:
        self.tree.forget_ticks()
        self.new.setEnabled(not on)
        self.warning.setVisible(on)
        self._show()

    def _show_more(self) -> None:
        """As many again, the place in hand kept."""
        self._most += MOST
        self._search()

    def _on_changed(self, _kinds: object) -> None:
        self._index = TextIndex(self._workspace.session.snapshot, self._index)
        self._search()

    def _search(self) -> None:
        self._result = self._index.search(
            self.words.text(), self._most, whole=self.whole.isChecked()
        )
        self._show()

    def _show(self) -> None:
        action_year = self._workspace.year.action_year
        self.tree.show_found(self._result, self._new, action_year)
        found = bool(self._result.records)
        self.stack.setCurrentIndex(0 if found else 1)
        self.none.setText(_NONE if self.words.text().strip() else _FIRST)

    @property
    def _new(self) -> str | None:
        """What is to stand there: nothing where the words are to go, None for a search only."""
        return "" if self.take_away.isChecked() else clean(self.new.text()) or None

    def _count(self) -> None:
        sought = bool(self.words.text().strip())
        chosen, doubtful = len(self.tree.chosen), self.tree.doubtful
        words = [found_words(self._result)] if sought else []
        if doubtful:
            words.append(to_thai(f"ควรดูก่อน {doubtful} แห่ง ยังไม่ได้เลือกให้"))
        self.count.setText(" · ".join(words))
        verb = "ลบ" if self.take_away.isChecked() else "แทนที่"
        told = to_thai(f"{verb} {chosen} แห่ง") if chosen else verb
        self.replace.setText(f" {told}")
        self.replace.setAccessibleName(told)
        self.more.setText(to_thai(f" แสดงอีก {min(self._result.left, MOST)} แห่ง"))
        self.more.setVisible(self._result.left > 0)
        self.replace.setEnabled(chosen > 0)
        self.go.setEnabled(self.hit is not None)

    def _go(self) -> None:
        if (hit := self.hit) is not None:
            self.wanted = hit
            self.accept()

    def _replace(self) -> None:
        old, new, chosen = self.words.text(), self._new or "", self.tree.chosen
        workspace = self._workspace
        workspace.changed.disconnect(self._on_changed)
        try:
            done = replace_hits(workspace.session, chosen, old, new, workspace.backups)
        except UserError as problem:
            tell_problem(self, problem)
        else:
            self.done_words = replaced_words(done)
        self.accept()

    @property
    def held(self) -> Key | None:
        """The place in hand, to come back to."""
        return key_of(self.hit) if self.hit is not None else None


def _box(name: str, hint: str) -> ThaiLineEdit:
    box = ThaiLineEdit()
    box.setPlaceholderText(hint)
    box.setAccessibleName(name)
    box.setClearButtonEnabled(True)
    return box
