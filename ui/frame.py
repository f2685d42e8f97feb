"""What the parts of the frame may ask of the window, so that they need not know the whole of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.status_line import StatusLine
    from ui.workspace import Workspace


class Frame(QMainWindow):
    """The window as menus, banners and the paper see it; :class:`ui.window.Window` is one."""

    settings: QSettings
    workspace: Workspace | None
    """The open file; None while there is none."""
    desk: Desk | None
    status: StatusLine | None

    def open_path(self, path: Path, *, take: bool = False, review: bool = False) -> bool:
        """Open a file in the place of the one that is open; False where it could not be. ``take``
        takes it over from who holds it, ``review`` opens a copy that was sent to work in it."""
        raise NotImplementedError

    def close_file(self, *, start_over: bool = True) -> bool:
        """Let go of the file; False where the clerk would rather keep what is not saved yet."""
        raise NotImplementedError

    def commit_typing(self) -> None:
        """What is being typed goes into the file before anything is done with it."""
        raise NotImplementedError

    def new_file(self) -> None:
        """Ask the three questions for another office file."""
        raise NotImplementedError

    def ask_open(self) -> None:
        """Let the clerk choose a file."""
        raise NotImplementedError

    def undo(self) -> None:
        """Undo in the text box in hand, else the last edit."""
        raise NotImplementedError

    def redo(self) -> None:
        """Redo in the text box in hand, else the edit undone last."""
        raise NotImplementedError

    def toggle_preview(self) -> None:
        """Show or hide the preview beside the form."""
        raise NotImplementedError

    def toggle_detached(self) -> None:
        """Give the preview a window of its own, or take it back."""
        raise NotImplementedError

    def show_about(self) -> None:
        """Say what the program is and where its files lie."""
        raise NotImplementedError

    def add_year(self, action_year: int) -> None:
        """Begin another fiscal year's work (พ.ศ.) and turn to it."""
        raise NotImplementedError
