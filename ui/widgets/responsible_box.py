"""Who is responsible: chips in order, and a line that completes from the office's registers."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from ita_desktop.documents.parties import Choice, choices_for, exact_choice, split_parties
from ita_desktop.documents.people import responsible_text
from ita_desktop.model.fields import Field
from ita_desktop.model.values import FreeText, OrderRef, Responsible
from ui.theme import GRID, set_role
from ui.widgets.chips import Chip
from ui.widgets.editor import Editor, Surroundings
from ui.widgets.flow import FlowLayout
from ui.widgets.party_popup import PartyPopup
from ui.widgets.suggestion_list import SuggestionList
from ui.widgets.textboxes import ThaiLineEdit

_INPUT = 160
"""Logical pixels the line needs at least, or it goes on a line of its own."""

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
        self._offers: list[Choice] = []
        self._list: SuggestionList | None = None
        self.chips: list[Chip] = []
        self.frame = QFrame()
        set_role(self.frame, "list")
        self._flow = FlowLayout(self.frame, GRID // 2)
        self._flow.setContentsMargins(GRID // 2, 3, GRID // 2, 3)
        self._flow.last_takes_rest = _INPUT
        self.line = ThaiLineEdit()
        set_role(self.line, "bare")
        self.line.setMinimumWidth(GRID * 8)
        self._named(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.line.installEventFilter(self)
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
            self._take_typed()
        super().flush()

    def end_visit(self) -> None:
        self._take_typed()
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
        self.line.setPlaceholderText("" if self.chips else "พิมพ์ชื่อสำนัก/กอง ตำแหน่ง หรือบุคคล")

    def _chip_in_focus(self) -> int | None:
        return next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)

    def _focus_chip(self, at: int) -> None:
        if 0 <= at < len(self.chips):
            self.chips[at].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

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
            self._on_typed()
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
        return self._offers

    @property
    def highlighted(self) -> Choice | None:
        """The offer Enter would take."""
        shown = self._list is not None and self._list.isVisible()
        return self._offers[self._list.currentRow()] if shown and self._list else None

    def _on_typed(self) -> None:
        self._offer(everything=False)

    def _offer(self, *, everything: bool) -> None:
        typed = self.line.text().strip()
        self._offers = choices_for(typed, self.around.snapshot) if typed or everything else []
        held = {dataclasses.replace(one, note="") for one in self._parties if hasattr(one, "note")}
        self._offers = [one for one in self._offers if one.party not in held]
        if self._list is None:
            self._list = SuggestionList(self.frame)
            self._list.taken.connect(self._take_row)
        self._list.offer([(one.words, one.kind) for one in self._offers], chosen=0)

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _take_row(self, row: int) -> None:
        if 0 <= row < len(self._offers):
            self._take(self._offers[row])

    def _take(self, choice: Choice) -> None:
        self._close_list()
        self.line.clear()
        if choice.party is not None:
            self.add(choice.party)
            return
        popup = PartyPopup(OrderRef(""), self)
        popup.kept.connect(lambda party: self.add(party) if party.number else None)
        popup.show_below(self.line)

    def _take_typed(self) -> None:
        """What is left in the line becomes a party: nothing typed is lost."""
        self._close_list()
        typed = self.line.text().strip()
        self.line.clear()
        if typed and not self._read_only:
            self.add(exact_choice(typed, self.around.snapshot))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.line:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.frame.setProperty("focused", event.type() is QEvent.Type.FocusIn)
                self.frame.style().unpolish(self.frame)
                self.frame.style().polish(self.frame)
                if event.type() is QEvent.Type.FocusOut:
                    self._close_list()
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._on_line_key(event)
        return super().eventFilter(watched, event)

    def _on_line_key(self, event: QKeyEvent) -> bool:
        """Keys of the line that concern chips and offers; True where one was taken."""
        key, empty = Qt.Key(event.key()), not self.line.text()
        offered = self.highlighted
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._paste()
        if key in (_K.Key_Return, _K.Key_Enter):
            if offered is not None:
                self._take(offered)
            elif empty:
                self.focusNextPrevChild(True)
            else:
                self._take_typed()
            return True
        if key is _K.Key_Tab and offered is not None and not empty:
            self._take(offered)
            return False
        if key in (_K.Key_Down, _K.Key_Up):
            if offered is None and key is _K.Key_Down:
                self._offer(everything=True)
            elif offered is not None and self._list is not None:
                self._list.step(1 if key is _K.Key_Down else -1)
            return True
        if key is _K.Key_Escape and offered is not None:
            self._close_list()
            return True
        if empty and self.chips and not event.modifiers():
            if key is _K.Key_Backspace:
                self._remove(len(self.chips) - 1)
                return True
            if key in (_K.Key_Left, _K.Key_Home):
                self._focus_chip(len(self.chips) - 1 if key is _K.Key_Left else 0)
                return True
        return False

    def _paste(self) -> bool:
        names = split_parties(QApplication.clipboard().text())
        if len(names) < 2 or self.line.text():
            return False
        self.add(*(exact_choice(name, self.around.snapshot) for name in names))
        return True
