"""A file that cannot be opened: told, with a rescue or a backup offered where that may help."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.errors import UserError
from ui.dialogs import tell_problem
from ui.frame import Frame


def after_refusal(window: Frame, path: Path, problem: UserError) -> bool:
    """Tell why ``path`` could not be opened; whether another file stands open in its stead."""
    from ita_desktop.session.safety.rescuing import backups_for, can_be_rescued
    from ui.safety.places import places_of

    places = places_of(window.settings)
    lost = not path.exists() and path.parent.is_dir() and bool(backups_for(path, places))
    if not can_be_rescued(problem) and not lost:
        tell_problem(window, problem)
        return False
    from ui.safety.rescue_dialog import RescueDialog

    dialog = RescueDialog(path, problem, places, window)
    dialog.exec()
    wanted = dialog.wanted
    dialog.deleteLater()
    return wanted is not None and window.open_path(wanted)
