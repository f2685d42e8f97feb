"""What codes mean: under the box they are typed in, each with the wording of its question."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ita_desktop.model.catalogue import catalogue_of
from ita_desktop.model.references import (
    Reference,
    ReferenceKind,
    UnreadReference,
    format_reference,
)
from ui.theme import GRID, set_role
from ui.widgets.editors.editor import Surroundings
from ui.widgets.flow import FlowLayout
from ui.widgets.text.word_elide import word_lines

_WIDEST = GRID * 30


class CodeChips(QWidget):
    """One chip for each code that the year's list knows; its tooltip is the whole wording."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[QLabel] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._flow = FlowLayout(self, GRID // 2)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_codes(
        self, values: Iterable[Reference | UnreadReference], around: Surroundings
    ) -> None:
        """Show what these mean."""
        found = tuple(
            (format_reference(one), words)
            for one in values
            if isinstance(one, Reference) and (words := _words(one, around))
        )
        if found == self._shown:
            return
        self._shown = found
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(code, words) for code, words in found]
        self.setVisible(bool(found))
        self.updateGeometry()

    def _chip(self, code: str, words: str) -> QLabel:
        chip = QLabel(self)
        set_role(chip, "code")
        chip.setTextFormat(Qt.TextFormat.PlainText)
        [shown] = word_lines(f"{code} {words}", chip.fontMetrics(), _WIDEST, most=1)
        chip.setText(shown)
        chip.setToolTip(f"{code} {words}")
        chip.setAccessibleName(f"{code} {words}")
        self._flow.addWidget(chip)
        chip.show()
        return chip


def _words(reference: Reference, around: Surroundings) -> str:
    """The wording of a question or item, or the name of an indicator, in its own year."""
    catalogue = catalogue_of(around.snapshot, reference.year or around.score_year)
    if item := catalogue.item(format_reference(reference)):
        return " ".join(item.words.split())
    if reference.kind is ReferenceKind.INDICATOR and reference.number.isdecimal():
        indicator = catalogue.indicator(int(reference.number))
        return indicator.name if indicator else ""
    return ""
