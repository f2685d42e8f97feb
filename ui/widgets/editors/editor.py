"""What every field editor has in common, whatever it edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.thai.digits import Digits, convert

PAUSE = 700
"""Milliseconds after which a pause in typing is saved."""

LONGEST = 1400
"""Milliseconds after which it is saved where there is no pause: a power cut costs no more."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What editors must know beyond their value: other records, the year, the kind of digits."""

    snapshot: Snapshot
    action_year: int = 2569
    """ปีงบประมาณ พ.ศ. of the year's work in hand."""
    score_year: int = 2568
    """ปีของผลคะแนน พ.ศ."""
    digits: Digits = Digits.THAI
    """What the papers of the office print."""

    def number(self, text: object) -> str:
        """A figure in the office's digits."""
        return convert(str(text), self.digits)


def no_surroundings() -> Surroundings:
    """An empty office."""
    return Surroundings(snapshot_of())


class Editor(QWidget):
    """Shows the value of one field and tells what the hand makes of it.

    ``edited`` carries a value to be saved: at once for a choice, after a pause or on
    :meth:`flush` for typing. A subclass fills in ``_show`` and :meth:`value`, calls ``_touched``
    while somebody types and ``_decided`` when something was chosen.
    """

    edited = Signal(object)
    stepped = Signal()
    """A part of the value is done with: what comes next is undone by itself."""

    typed = Signal()
    """Somebody is typing; what stands there may not be saved yet."""
    mend_wanted = Signal(object)
    """A finding that the editor shows itself shall be mended, or left as it is."""
    leave_wanted = Signal(object)

    act = ""
    """What the Undo menu calls the change told last; empty for that the field was changed."""

    names_itself = False
    """Whether it says what it is, so that the form puts no label over it."""

    shows_readings = False
    """Whether it says itself what could not be read, so that the form need not."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.around = no_surroundings()
        self._pending = False
        self._showing = False
        self._read_only = False
        self._pause = self._saving_after(PAUSE)
        self._longest = self._saving_after(LONGEST)

    # ---- what the form asks

    def set_value(self, value: Any) -> None:
        """Show a value; nothing is told. What was being typed is gone."""
        self._stop_waiting()
        self._pending = False
        self._showing = True
        try:
            self._show(value)
        finally:
            self._showing = False

    def value(self) -> Any:
        """The value as it now stands in the editor, cleaned."""
        raise NotImplementedError

    def flush(self) -> None:
        """Tell what is being typed now, without waiting for the pause."""
        self._stop_waiting()
        if self._pending:
            self._pending = False
            self.edited.emit(self.value())

    @property
    def pending(self) -> bool:
        """Whether something typed has not been told yet."""
        return self._pending

    def set_around(self, around: Surroundings) -> None:
        """Learn of other records, the year and the digits."""
        self.around = around

    def set_read_only(self, read_only: bool) -> None:
        """Show only. Subclasses pass it on to what they are made of."""
        self._read_only = read_only
        self.setEnabled(not read_only)

    def inputs(self) -> list[QWidget]:
        """What Tab stops at, in order. Without any the editor walks by itself."""
        return [one for one in (self.focusProxy(),) if one is not None]

    def focus_field(self, *, backwards: bool = False) -> None:
        """Put the cursor where typing begins, or at the end when coming backwards."""
        reasons = Qt.FocusReason
        inputs = self.inputs()
        if inputs:
            reason = reasons.BacktabFocusReason if backwards else reasons.TabFocusReason
            inputs[-1 if backwards else 0].setFocus(reason)

    def show_parts(self, findings: Sequence[tuple[str, Finding]]) -> None:
        """For editors of fields in parts: what is found, each with the name of its part, which is
        that of the field, a colon and more."""

    def end_visit(self) -> None:
        """The hand has gone elsewhere: what was typed is undone by the window from now on."""

    # ---- what subclasses use

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _touched(self) -> None:
        """Somebody is typing."""
        if not self._showing:
            self._pending = True
            self.typed.emit()
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()

    def _decided(self) -> None:
        """Something was chosen: it is told at once."""
        if not self._showing:
            self._pending = True
            self.flush()

    def _saving_after(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    def _stop_waiting(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _named(self, widget: QWidget, more: str = "") -> None:
        """Give an input the field's name for those who hear the window."""
        widget.setAccessibleName(f"{self.field.label} {more}".strip())
        if self.field.hint:
            widget.setAccessibleDescription(self.field.hint)


def editor_around(widget: QWidget | None) -> Editor | None:
    """The editor that a widget is part of, or None."""
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget
