"""Who is responsible: chips in order, and a line that completes from the office's registers."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ita_desktop.documents.parties import Choice, choices_for
from ita_desktop.documents.party_reading import exact_choice
from ita_desktop.documents.people import responsible_text
from ita_desktop.model.fields import Field
from ita_desktop.model.values import FreeText, OrderRef, Responsible
from ui.theme import GRID, set_role
from ui.widgets.editors.chips import Chip
from ui.widgets.editors.editor import Editor, Surroundings
from ui.widgets.editors.party_line import PartyLine
from ui.widgets.editors.party_popup import PartyPopup
from ui.widgets.flow import FlowLayout

_INPUT = 160
"""Logical pixels the line needs at least, or it goes on a line of its own."""

_CARET = 32
"""What it needs while it is empty and chips stand before it."""

_K = Qt.Key
_STEPS = {_K.Key_Left: -1, _K.Key_Right: 1}


class ResponsibleEditor(Editor):
    """Enter adds what is highlighted; Backspace on an empty line takes the last chip off.

    ← from the empty line goes to the chips: there ← → walk, Alt+← Alt+→ move, Enter edits, Delete
    takes off. What is left typed when the hand goes elsewhere is kept as it stands.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._parties: tuple[Responsible, ...] = ()
        self.chips: list[Chip] = []
        self.frame = QFrame()
        set_role(self.frame, "list")
        self._flow = FlowLayout(self.frame, GRID // 2)
        self._flow.setContentsMargins(GRID // 2, 3, GRID // 2, 3)
        self._flow.last_takes_rest = _INPUT
        self.line = PartyLine(self.frame, self._offering)
        self.line.setMinimumWidth(_CARET)
        self.line.textChanged.connect(self._hint)
        self._named(self.line)
        self.line.chosen.connect(self._take)
        self.line.finished.connect(lambda words: self._take_names([words]))
        self.line.pasted.connect(self._take_names)
        self.line.emptied.connect(lambda: self._remove(len(self.chips) - 1))
        self.line.left_to.connect(self._go_to_chips)
        self.line.onward.connect(lambda: self.focusNextPrevChild(True))
        self.line.focused.connect(self._on_focus)
        self._flow.addWidget(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.setFocusProxy(self.line)
        self._hint()

    # ---- the editor's half

    def value(self) -> tuple[Responsible, ...]:
        return self._parties

    def flush(self) -> None:
        # A name half typed is not a party yet: it is taken when the hand goes elsewhere.
        if not self.line.hasFocus():
            self.line.take_typed()
        super().flush()

    def end_visit(self) -> None:
        self.line.take_typed()
        super().flush()

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        self._make_chips()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.line.setVisible(not read_only)
        for chip in self.chips:
            chip.cross.setVisible(not read_only)

    def _show(self, value: Any) -> None:
        self._parties = tuple(value)
        self._make_chips()

    # ---- chips

    def _make_chips(self) -> None:
        words = [responsible_text(self.around.snapshot, one) for one in self._parties]
        if [chip.words for chip in self.chips] == words:
            return
        held = self._chip_in_focus()
        while self.chips:
            chip = self.chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for at, one in enumerate(words):
            chip = Chip(one, self.frame)
            chip.cross.setVisible(not self._read_only)
            chip.removed.connect(lambda c=chip: self._remove(self.chips.index(c)))
            chip.opened.connect(lambda c=chip: self.open_chip(self.chips.index(c)))
            chip.keyed.connect(lambda event, c=chip: self._on_chip_key(c, event))
            self._flow.insert_widget(at, chip)
            chip.show()
            self.chips.append(chip)
        if held is not None:
            self._focus_chip(held)
        self._hint()
        self.updateGeometry()

    def _hint(self) -> None:
        # An empty line behind chips needs no room of its own.
        wide = not self.chips or bool(self.line.text())
        self._flow.last_takes_rest = _INPUT if wide else _CARET
        self._flow.invalidate()
        self.line.setPlaceholderText("" if self.chips else "พิมพ์ชื่อสำนัก/กอง ตำแหน่ง หรือบุคคล")

    def _chip_in_focus(self) -> int | None:
        return next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)

    def _focus_chip(self, at: int) -> None:
        if 0 <= at < len(self.chips):
            self.chips[at].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_chips(self, end: int) -> None:
        if self.chips:
            self.chips[end].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_parties(self, parties: tuple[Responsible, ...]) -> None:
        if parties == self._parties:
            return
        self.stepped.emit()
        self._parties = parties
        self._make_chips()
        self._decided()
        self.stepped.emit()

    def add(self, *parties: Responsible) -> None:
        """Add parties behind the others; one that stands there already is not added again."""
        new = tuple(one for one in parties if one not in self._parties)
        self._set_parties((*self._parties, *dict.fromkeys(new)))

    def _remove(self, at: int) -> None:
        if not 0 <= at < len(self._parties):
            return
        held = self._chip_in_focus()
        self._set_parties((*self._parties[:at], *self._parties[at + 1 :]))
        if held is None:
            self.line.setFocus()
        else:
            self._focus_chip(min(at, len(self.chips) - 1) if self.chips else 0)

    def open_chip(self, at: int) -> PartyPopup | None:
        """Edit a party: its note, an order's number, words typed freely."""
        if self._read_only:
            return None
        popup = PartyPopup(self._parties[at], self)
        popup.kept.connect(lambda party: self._keep(at, party))
        popup.show_below(self.chips[at])
        return popup

    def _keep(self, at: int, party: Responsible) -> None:
        if isinstance(party, FreeText) and not party.text:
            self._remove(at)
        elif at < len(self._parties):
            self._set_parties((*self._parties[:at], party, *self._parties[at + 1 :]))

    def _on_chip_key(self, chip: Chip, event: QKeyEvent) -> None:
        at, key = self.chips.index(chip), Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        event.accept()
        if key in _STEPS and not alt:
            self._focus_chip(max(0, at + _STEPS[key]))
        elif self._read_only:
            event.ignore()
        elif key in _STEPS:
            self._move(at, _STEPS[key])
        elif key in (_K.Key_Delete, _K.Key_Backspace):
            self._remove(at)
        elif key in (_K.Key_Return, _K.Key_Enter, _K.Key_F2):
            self.open_chip(at)
        elif event.text().isprintable() and event.text():
            self.line.setFocus()
            self.line.insert(event.text())
            self.line.offer(everything=False)
        else:
            event.ignore()

    def _move(self, at: int, direction: int) -> None:
        to = at + direction
        if 0 <= to < len(self._parties):
            parties = list(self._parties)
            parties[at], parties[to] = parties[to], parties[at]
            self._set_parties(tuple(parties))
            self._focus_chip(to)

    # ---- the line

    def offers(self) -> list[Choice]:
        """What is offered now."""
        return self.line.offers

    @property
    def highlighted(self) -> Choice | None:
        """The offer Enter would take."""
        return self.line.highlighted

    def _offering(self, typed: str, everything: bool) -> list[Choice]:
        if not typed and not everything:
            return []
        held = {dataclasses.replace(one, note="") for one in self._parties if hasattr(one, "note")}
        return [one for one in choices_for(typed, self.around.snapshot) if one.party not in held]

    def _take(self, choice: Choice) -> None:
        if choice.party is not None:
            self.add(choice.party)
            return
        popup = PartyPopup(OrderRef(""), self)
        popup.kept.connect(lambda party: self.add(party) if party.number else None)
        popup.show_below(self.line)

    def _take_names(self, names: list[str]) -> None:
        """Words become parties: nothing typed is lost."""
        if not self._read_only:
            self.add(*(exact_choice(name, self.around.snapshot) for name in names))

    def _on_focus(self, focused: bool) -> None:
        self.frame.setProperty("focused", focused)
        self.frame.style().unpolish(self.frame)
        self.frame.style().polish(self.frame)
