"""Where backups go, as this computer's window remembers it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from ita_desktop.session.safety.backups import Places, usual_places

_SECOND = "backup/second"
_UNTOLD = "backup/untold"


def places_of(settings: QSettings) -> Places:
    """The folder of this computer, and the second place where one was chosen."""
    return usual_places(second_place(settings))


def second_place(settings: QSettings) -> Path | None:
    """The folder that the clerk chose beside the usual one."""
    name = str(settings.value(_SECOND) or "")
    return Path(name) if name else None


def remember_second_place(settings: QSettings, folder: Path | None) -> None:
    """Use another second place from now on; none where it is None."""
    if folder is None:
        settings.remove(_SECOND)
    else:
        settings.setValue(_SECOND, str(folder.absolute()))


def remember_untold(settings: QSettings, words: str) -> None:
    """Keep what went wrong on closing until somebody sits here again."""
    settings.setValue(_UNTOLD, words)


def take_untold(settings: QSettings) -> str:
    """What went wrong on closing the last time, once; else empty."""
    words = str(settings.value(_UNTOLD) or "")
    settings.remove(_UNTOLD)
    return words
