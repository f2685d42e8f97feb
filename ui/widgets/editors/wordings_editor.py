"""The fixed sentences of a document: as shipped, the office's own, or this document's alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.documents.wordings import Wording
from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import DocumentSetup
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.model.values import OwnText
from ui.theme import GRID
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.wording_box import WordingBox


class WordingsEditor(Editor):
    """Own texts of one document. Texts of wordings it does not show are kept as they are.

    ``every_year``, ``here_only`` and ``shipped_again`` carry the box of a wording whose text is to
    be kept for every year, for this document alone, or given up.
    """

    names_itself = True

    every_year = Signal(object)
    here_only = Signal(object)
    shipped_again = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.boxes: dict[str, WordingBox] = {}
        self._others: tuple[OwnText, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)

    def set_wordings(self, wordings: Sequence[Wording]) -> None:
        """Offer the wordings of another document."""
        if tuple(self.boxes) == tuple(one.name for one in wordings):
            return
        texts = self.value()
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for one in wordings:
            box = WordingBox(one)
            box.touched.connect(self._touched)
            box.left.connect(lambda one=box: self._on_left(one))
            box.every_year.connect(lambda one=box: self._ask(self.every_year, one))
            box.here_only.connect(lambda one=box: self._ask(self.here_only, one))
            box.shipped_again.connect(lambda one=box: self._ask(self.shipped_again, one))
            box.told.mend_wanted.connect(self.mend_wanted)
            box.told.leave_wanted.connect(self.leave_wanted)
            box.set_read_only(self._read_only)
            self._column.addWidget(box)
            self.boxes[one.name] = box
        self.set_value(texts)

    def set_office(self, texts: Mapping[str, str]) -> None:
        """The office's texts for every year, by the name of the wording."""
        for name, box in self.boxes.items():
            box.set_office(texts.get(name))

    def set_values(self, values: Mapping[str, str]) -> None:
        """What the fields are filled with now."""
        for box in self.boxes.values():
            box.set_values(values)

    def show_printed(self, setup: DocumentSetup) -> None:
        """Show the wordings that the document prints with this set-up."""
        for box in self.boxes.values():
            box.setVisible(box.wording.printed(setup))

    def show_parts(self, findings: Sequence[tuple[str, Finding]]) -> None:
        for name, box in self.boxes.items():
            part = f"{OF_TEXT}{name}"
            box.show_findings([one for field, one in findings if field == part])

    def go_to(self, name: str) -> WordingBox | None:
        """Put the cursor into one wording; its box, or None where there is none of that name."""
        box = self.boxes.get(name)
        if box is not None:
            box.inputs()[0].setFocus()
        return box

    def value(self) -> tuple[OwnText, ...]:
        own = (box.own for box in self.boxes.values())
        return (*(one for one in own if one is not None), *self._others)

    def inputs(self) -> list[QWidget]:
        shown = (box for box in self.boxes.values() if not box.isHidden())
        return [one for box in shown for one in box.inputs()]

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for box in self.boxes.values():
            box.set_read_only(read_only)

    def end_visit(self) -> None:
        for box in self.boxes.values():
            box.box.forget_undo()

    def _ask(self, signal: Any, box: WordingBox) -> None:
        """What was typed before is saved as a step of its own."""
        self._on_left(box)
        signal.emit(box)

    def _on_left(self, box: WordingBox) -> None:
        """Every wording is undone by itself."""
        self.flush()
        box.box.forget_undo()
        self.stepped.emit()

    def _show(self, value: Any) -> None:
        texts = {one.name: one for one in value}
        self._others = tuple(one for one in value if one.name not in self.boxes)
        for name, box in self.boxes.items():
            box.show_text(texts.get(name))
