"""Undo and redo: the edits made since the file was opened, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ita_desktop.model.edits import Edit, joined


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the Undo menu; edits of the same visit to a field are one step."""

    edit: Edit
    visit: str = ""


@dataclass(frozen=True, slots=True)
class Undoing:
    """What can be undone, oldest first, and what can be redone, next one last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def after(self, edit: Edit, visit: str = "") -> Undoing:
        """Once an edit is made: it can be undone, and nothing can be redone any more."""
        if visit and self.done and self.done[-1].visit == visit:
            whole = joined(self.done[-1].edit, edit)
            kept = self.done[:-1]
            return Undoing((*kept, Step(whole, visit)) if whole.changes else kept)
        return Undoing((*self.done, Step(edit, visit)))

    def back(self) -> Undoing:
        """Once the last step is undone. It does not join with what comes after."""
        last = replace(self.done[-1], visit="")
        return Undoing(self.done[:-1], (*self.undone, last))

    def forth(self) -> Undoing:
        """Once the next step is redone."""
        return Undoing((*self.done, self.undone[-1]), self.undone[:-1])
