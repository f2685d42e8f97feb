"""No part of a page is a window of its own, not for a moment: it would take the focus away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import Office, YearWork
from ita_desktop.storage.sample import sample_records
from ita_desktop.storage.store import create_file
from ui.settings import open_settings
from ui.theme import apply_theme
from ui.window import Window

BARE = (Office(), YearWork.of(2569))
"""An office of which nothing is known yet."""


class _Shown(QObject):
    """Keeps what was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, Window):  # type: ignore[attr-defined]
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.mark.parametrize("filled", [True, False])
def test_turning_to_every_page_shows_one_window(
    qtbot: QtBot, tmp_path: Path, *, filled: bool
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    ids = iter(range(100_000))
    path = tmp_path / "หน่วยงาน.itadb"
    create_file(path, sample_records(lambda: f"s{next(ids)}") if filled else BARE).close()
    shown = _Shown()
    app.installEventFilter(shown)
    window = Window(open_settings())
    try:
        window.resize(1366, 768)
        window.show()
        assert window.open_path(path)
        assert window.desk is not None
        for name in window.desk._entries:
            window.desk.show_page(name)
            QApplication.processEvents()
        assert shown.windows == []
    finally:
        app.removeEventFilter(shown)
        window.close_file()
        window.close()
        window.deleteLater()
