"""Cards: what an overview is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, ICON_SIZE, page_title, section_title, set_role
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel


def card(title: str) -> tuple[QFrame, QVBoxLayout]:
    """A frame and the column to fill; ``title`` empty is none."""
    frame = QFrame()
    set_role(frame, "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    column.setSpacing(GRID)
    if title:
        heading = QLabel(title)
        section_title(heading)
        column.addWidget(heading)
    return frame, column


def sign(name: str, role: str, size: int = ICON_SIZE) -> QLabel:
    """An icon as a label, ``size`` logical pixels."""
    label = Sign(name, role, size)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def count(words: str, name: str, role: str, number: int) -> QWidget:
    """A large figure with its icon and what it counts."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(GRID)
    figure = QLabel(to_thai(str(number)))
    page_title(figure)
    row.addWidget(sign(name, role))
    row.addWidget(figure)
    row.addStretch(1)
    column.addLayout(row)
    column.addWidget(WrapLabel(words, "hint"))
    return box
