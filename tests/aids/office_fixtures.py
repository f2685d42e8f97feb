"""Fixtures of office files, of sessions on them and of windows that have them open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ita_desktop.model.records import Record
    from ita_desktop.session.session import Session
    from ui.window import Window
    from ui.workspace import Workspace


def fresh_id() -> str:
    """An id as the program gives it."""
    return str(uuid4())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of an office that has nothing but its name and a year."""
    from ita_desktop.model.records import Office
    from ita_desktop.session.opening import new_file

    office = Office(name="ศรีสำราญ")
    return new_file(tmp_path / "งาน", office=office, action_year=2569, new_id=fresh_id)


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """``path``, open to work."""
    from ita_desktop.session.opening import open_to_work

    opened = open_to_work(path)
    yield opened
    opened.close()


@pytest.fixture
def more_records() -> tuple[Record, ...]:
    """What the office of ``workspace`` has beside its usual records."""
    return ()


@pytest.fixture
def workspace(
    qtbot: QtBot, tmp_path: Path, more_records: tuple[Record, ...]
) -> Iterator[Workspace]:
    """The small made-up office, open as windows see it."""
    from PySide6.QtWidgets import QApplication

    from tests.aids.small_office import office_records, office_session
    from ui.theme import apply_theme
    from ui.workspace import Workspace

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.styleSheet():  # once: it paints everything that is still there anew
        apply_theme(app)
    opened = office_session(tmp_path, (*office_records(), *more_records))
    made = Workspace(opened)
    yield made
    made.close()
    opened.close()


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """The file of the small made-up office."""
    from ita_desktop.storage.store import create_file
    from tests.aids.small_office import office_records

    path = tmp_path / "ศรีสำราญ.itadb"
    create_file(path, office_records()).close()
    return path


@pytest.fixture
def bare_window(qtbot: QtBot) -> Iterator[Window]:
    """The program's window at the size of a small screen, with no file open and not yet shown."""
    from PySide6.QtWidgets import QApplication

    from ui.settings import open_settings
    from ui.theme import apply_theme
    from ui.window import Window

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    made = Window(open_settings())
    made.resize(1366, 768)
    yield made
    made.close_file()
    made.close()
    made.deleteLater()


@pytest.fixture
def office_window(qtbot: QtBot, bare_window: Window, office_file: Path) -> Window:
    """The window with the small office open."""
    stand(bare_window, qtbot, office_file)
    return bare_window


def stand(window: Window, qtbot: QtBot, path: Path) -> Session:
    """Open a file in a window and show it; its session."""
    assert window.open_path(path)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return session_of(window)


def session_of(window: Window) -> Session:
    """The session of the file a window has open."""
    assert window.workspace is not None
    return window.workspace.session
