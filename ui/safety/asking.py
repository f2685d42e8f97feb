"""The way to the window of backups, which loads when it is asked for."""

from __future__ import annotations

from ui.frame import Frame


def show_backups(window: Frame) -> None:
    """Show the backups of the open file, if there is one, and do what is chosen there."""
    from ui.safety.backups_dialog import BackupsDialog
    from ui.safety.putting_back import put_back_open_file

    workspace = window.workspace
    if workspace is None:
        return
    window.commit_typing()
    dialog = BackupsDialog(workspace, window.settings, window)
    dialog.exec()
    chosen = dialog.put_back
    dialog.deleteLater()
    if chosen is not None:
        put_back_open_file(window, chosen)
