"""The application: type and theme, Qt's words in Thai, the report of faults, the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.constants_kept import keep_constants
from ui.faults import FaultReport
from ui.icons import app_icon
from ui.settings import open_settings, recent_files
from ui.thai_texts import ThaiTexts
from ui.theme import apply_theme
from ui.window import Window


def run(path: Path | None) -> int:
    """Open the window, on a file where one is given, and stay until it is closed; the exit code."""
    app = make_app(sys.argv)
    report = FaultReport(app)
    report.install()
    settings = open_settings()
    window = Window(settings)
    window.show()
    if path is not None:
        window.open_path(path)
    elif recent := recent_files(settings):
        window.open_path(recent[0])
    try:
        return app.exec()
    finally:
        report.remove()


def make_app(words: list[str]) -> QApplication:
    """The QApplication in the program's look and language."""
    keep_constants()
    app = QApplication(words)
    app.setApplicationName("ITA Desktop")
    app.setApplicationDisplayName("")
    app.setWindowIcon(app_icon())
    app.installTranslator(ThaiTexts(app))
    apply_theme(app)
    return app
