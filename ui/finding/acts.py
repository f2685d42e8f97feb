"""Finding and replacing in the open file, as the window does it; the dialog loads when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ui.finding.renaming import RenameWatch
from ui.widgets.editors.editor import editor_around
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ita_desktop.model.findings import Finding
    from ita_desktop.session.searching.searching import Hit
    from ui.finding.hit_tree import Key

_LONGEST_SELECTED = 80
"""Letters of selected text that are taken for what somebody wants to find."""


class FindActs(QObject):
    """Opens the dialog where the workspace asks for it, and leads from it to the field. What was
    sought last, and the hit in hand, are there again the next time."""

    def __init__(self, workspace: Workspace, desk: QWidget, banners: QBoxLayout) -> None:
        super().__init__(desk)
        self._workspace = workspace
        self._desk = desk
        self._last: tuple[str, Key | None] = ("", None)
        self.renames = RenameWatch(workspace, banners, self)
        workspace.find_wanted.connect(self.show)
        workspace.pointed.connect(self._point)

    def show(self, words: str = "", new: str = "") -> None:
        """Find these words; without any what is selected, else what was sought last."""
        from ui.finding.find_dialog import FindDialog

        sought = words or _selected()
        typed = editor_around(QApplication.focusWidget())
        if typed is not None:
            typed.flush()
        last, held = self._last
        again = not sought or sought == last
        dialog = FindDialog(
            self._workspace, sought or last, new, held if again else None, self._desk
        )
        dialog.exec()
        self._last = (dialog.words.text(), dialog.held)
        dialog.deleteLater()
        if dialog.done_words:
            self._workspace.notice(dialog.done_words, undo=True)
        elif dialog.wanted is not None:
            self._go(dialog.wanted)

    def _go(self, hit: Hit) -> None:
        from ui.finding.marking import mark_hit

        self._desk.window().activateWindow()
        self._workspace.show_place(hit.record.id, hit.text.go)
        mark_hit(self._desk.window().focusWidget(), hit)

    def _point(self, finding: Finding) -> None:
        """Select the words of a finding in the editor that was gone to."""
        from ui.widgets.editors.marking import select_words

        around = self._desk.window().focusWidget()
        editor = editor_around(around)
        while editor is not None and around is not None and finding.spot is not None:
            if select_words(finding.spot, around) or around is editor:
                break  # what is nearest to the focus comes first
            around = around.parentWidget()


def _selected() -> str:
    """The words selected in the text box in hand, where they are few and on one line."""
    now = QApplication.focusWidget()
    words = ""
    if isinstance(now, QLineEdit):
        words = now.selectedText()
    elif isinstance(now, QPlainTextEdit):
        words = now.textCursor().selectedText()
    return words if len(words) <= _LONGEST_SELECTED and words.isprintable() else ""
