"""Where the program keeps its own files: log, settings, backups; and where clerks keep theirs.

Nothing of an office lies here except its backups: an office's work is its one file.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "ITA_DESKTOP_HOME"
"""Set it to keep log, settings and backups below another folder (tests, a stick)."""


def log_folder() -> Path:
    """The folder of the log; made where it is not there."""
    return _made(_root("log"))


def settings_folder() -> Path:
    """The folder of window places and recent files; made where it is not there."""
    return _made(_root("settings"))


def backup_folder() -> Path:
    """The folder of the backups the program makes by itself; made where it is not there."""
    return _made(_root("backups"))


def documents_folder() -> Path:
    """The clerk's own documents, where a new office file is proposed; it may be missing."""
    return Path(_dirs().user_documents_dir)


def _root(name: str) -> Path:
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen) / name
    dirs = _dirs()
    roots = {
        "log": dirs.user_log_dir,
        "settings": dirs.user_config_dir,
        "backups": str(Path(dirs.user_data_dir) / "backups"),
    }
    return Path(roots[name])


def _dirs() -> PlatformDirs:
    return PlatformDirs("ITA Desktop", appauthor=False)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
