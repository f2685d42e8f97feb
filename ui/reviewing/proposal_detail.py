"""One proposal in full: what stands here, what would come, and whose is to be used."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.session.review.merge_views import ProposalView
from ui.theme import GRID, section_title, set_role
from ui.widgets.cards import sign
from ui.widgets.text.labels import WrapLabel

_MOST_WORDS = 20_000
"""Characters of one value that are shown."""


@dataclass(frozen=True, slots=True)
class SideWords:
    """What the sides and the choice between them are called."""

    ours: str
    theirs: str
    take: str
    keep: str
    collision: str


OF_COPY = SideWords(
    ours="ที่นี่ตอนนี้",
    theirs="ในสำเนาที่ได้คืน",
    take="ใช้ของที่ได้คืน",
    keep="คงของที่นี่ไว้",
    collision="สองฝ่ายแก้ไม่เหมือนกัน เลือกว่าจะใช้ของใคร",
)


class ProposalDetail(QScrollArea):
    """One proposal: as it was sent, as it is here, as it came back, and whose is to be used.

    ``decided`` is checked where the other side's value is taken.
    """

    def __init__(self, words: SideWords = OF_COPY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = WrapLabel()
        section_title(self.title)
        self.collision = QWidget()
        row = QHBoxLayout(self.collision)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(sign("triangle-alert", "amber"))
        row.addWidget(WrapLabel(words.collision, "amber"), 1)
        self.was, self.was_box = _side("เมื่อส่งไป")
        self.ours, ours_box = _side(words.ours)
        self.theirs, theirs_box = _side(words.theirs)
        self.decided = QRadioButton(words.take)
        self.kept = QRadioButton(words.keep)
        choice = QHBoxLayout()
        choice.setSpacing(3 * GRID)
        choice.addWidget(self.decided)
        choice.addWidget(self.kept)
        choice.addStretch(1)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(GRID, 0, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.collision)
        column.addLayout(choice)
        for box in (theirs_box, ours_box, self.was_box):
            column.addWidget(box)
        column.addStretch(1)
        self.setWidget(self._inner)

    def show_view(self, view: ProposalView | None, *, accepted: bool) -> None:
        """Show a proposal."""
        self._inner.setVisible(view is not None)
        if view is None:
            return
        self.title.setText(view.label)
        self.collision.setVisible(view.proposal.collides)
        for label, words in (
            (self.was, view.was),
            (self.ours, view.ours),
            (self.theirs, view.theirs),
        ):
            label.setText((words or "")[:_MOST_WORDS])
        self.was_box.setVisible(view.was is not None and view.was != view.ours)
        self.decide(accepted)
        self.verticalScrollBar().setValue(0)

    def decide(self, accepted: bool) -> None:
        """Show whose value is to be used, without deciding it."""
        both = (self.decided, self.kept)
        for button in both:
            button.blockSignals(True)
        both[not accepted].setChecked(True)  # the other one goes out by itself
        for button in both:
            button.blockSignals(False)


def _side(title: str) -> tuple[WrapLabel, QFrame]:
    frame = QFrame()
    set_role(frame, "card")
    words = WrapLabel()
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    heading = QLabel(title)
    set_role(heading, "hint")
    column = QVBoxLayout(frame)
    column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
    column.setSpacing(GRID // 2)
    column.addWidget(heading)
    column.addWidget(words)
    return words, frame
