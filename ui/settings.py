"""What the window remembers between two days: its place, its columns, the files worked on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from ita_desktop.places import settings_folder

_NAME = "who/name"
_RECENT = "recent/files"
_MOST_RECENT = 8


def open_settings() -> QSettings:
    """The settings file; a plain text file that may be deleted."""
    return QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)


def recent_files(settings: QSettings) -> tuple[Path, ...]:
    """Files worked on, newest first; those that are gone left out."""
    return tuple(path for path in map(Path, _listed(settings)) if path.exists())


def remember_file(settings: QSettings, path: Path) -> None:
    """Put a file at the head of the recent ones."""
    name = str(path.absolute())
    others = [one for one in _listed(settings) if one != name]
    settings.setValue(_RECENT, [name, *others][:_MOST_RECENT])


def forget_files(settings: QSettings) -> None:
    """Empty the list of recent files."""
    settings.remove(_RECENT)


def my_name(settings: QSettings) -> str:
    """The name of who works at this computer; empty until it was said."""
    return str(settings.value(_NAME) or "")


def keep_name(settings: QSettings, name: str) -> None:
    """Remember who works at this computer."""
    settings.setValue(_NAME, name)


def restore_splitter(settings: QSettings, name: str, splitter: QSplitter) -> bool:
    """Give a splitter the place it had; False where none is remembered."""
    state = settings.value(f"splitter/{name}")
    return isinstance(state, QByteArray) and splitter.restoreState(state)


def remember_splitter(settings: QSettings, name: str, splitter: QSplitter) -> None:
    """Remember where a splitter stands."""
    settings.setValue(f"splitter/{name}", splitter.saveState())


def restore_window(settings: QSettings, name: str, window: QWidget) -> bool:
    """Give a window the place it had; False where none is remembered."""
    state = settings.value(f"window/{name}")
    return isinstance(state, QByteArray) and window.restoreGeometry(state)


def remember_window(settings: QSettings, name: str, window: QWidget) -> None:
    """Remember where a window stands."""
    settings.setValue(f"window/{name}", window.saveGeometry())


def usual_place(window: QWidget) -> None:
    """Give a window the middle of the screen, as large as is comfortable."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(1440, room.width() - 16), min(900, room.height() - 48))
    window.move(room.center() - window.rect().center())


def flag(settings: QSettings, name: str, default: bool) -> bool:
    """A remembered yes or no."""
    value = settings.value(name)
    return default if value is None else str(value).lower() == "true"


def _listed(settings: QSettings) -> list[str]:
    value = settings.value(_RECENT) or []
    return [value] if isinstance(value, str) else [str(one) for one in value]
